"""The ways a term can stand in a text: its names with the form and the demands of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from atscheck.data import load_words
from atscheck.matching.english import base_forms, is_english
from atscheck.matching.model import Form
from atscheck.resume.words import words
from atscheck.skills.model import Term


@dataclass(frozen=True, slots=True)
class Surface:
    """One way to write a term.

    Attributes:
        form: how it relates to the term's name.
        case: it must be written exactly so (short acronyms, and terms that ask for it).
        context: it is also an everyday word, and needs a technical neighbour.
        inflects: other forms of its last word mean the same.
    """

    text: str
    form: Form
    case: bool = False
    context: bool = False
    inflects: bool = False

    @property
    def short(self) -> bool:
        """Whether it is a short form, or a name in capitals like one."""
        return self.form == "acronym" or self.text.isupper()


_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.]*s?")
VENDORS = ("MS ", "Microsoft ", "Adobe ", "Apache ", "Google ")
"""Makers whose names their products may stand with or without."""


def surfaces_of(term: Term) -> Iterator[Surface]:
    """Every written form of ``term`` but its inflections."""
    ambiguous = frozenset(term.ambiguous)
    unknown = not term.field
    yield _surface(term.name, "exact", term.case, term.context, unknown)
    for text in term.aliases:
        yield _surface(text, "alias", False, text in ambiguous, unknown)
    for text in term.acronyms:
        yield _surface(text, "acronym", False, text in ambiguous, unknown)


def _surface(text: str, form: Form, case: bool, context: bool, unknown: bool) -> Surface:
    """The surface; a term that the lexicon does not know ("Data Pipelines") is no proper name."""
    parts = text.split()
    last = re.sub(r"^\w{2,}-", "", parts[-1]) if "-" in text else parts[-1]
    plain = last.islower() or (unknown and len(parts) > 1 and last.istitle())
    inflects = last.isalpha() and plain and not case
    return Surface(text, form, case or _is_word_in_lower_case(text), context, inflects)


def _is_word_in_lower_case(text: str) -> bool:
    """Whether ``text`` is an acronym that in lower case is a word, or may be: IT, SAP, ML."""
    letters = text.replace(".", "")
    if len(letters) < 2 or not _ACRONYM.fullmatch(text):
        return False
    return len(letters) == 2 or is_english(letters.casefold())


def spellings(text: str) -> Iterator[str]:
    """The ways to write ``text``: as one word, without its slash or dots, in the other number.

    Words like "relations" are no plurals when they stand alone, but "customer relation" is one.
    """
    yield text
    parts = text.split()
    yield from _in_other_number(text, parts)
    if "&" in text and re.search(r"\w&\w", text):
        yield text.replace("&", " & ")
    if len(parts) == 2 and "/" not in text and len(text) >= 7 and not _is_word_with_dots(text):
        yield "".join(parts)
    if "/" in text:
        yield text.replace("/", " ")
    if "." in text and re.fullmatch(r"[\w.]+", text) and text[0] != ".":
        yield text.replace(".", " . ")
        yield text.replace(".", " .")
        yield text.replace(".", " ")
    if "-" in text and not is_english(text.replace("-", "").casefold()):
        yield text.replace("-", "")
    if text.startswith(VENDORS):
        yield text.replace(" ", " - ", 1)


def _in_other_number(text: str, parts: Sequence[str]) -> Iterator[str]:
    """``text`` with or without a plural's ending, where `stem` would not tell."""
    if parts[-1].endswith("ysis"):
        yield text[:-2] + "es"
    plural = _inflections("plural") if len(parts) > 1 else ()
    if parts[-1] in plural:
        yield text[:-1]
    elif parts[-1] + "s" in plural:
        yield text + "s"
    short = parts[-1].removesuffix("s")
    if len(short) > 1 and short.isupper() and short.isalpha() and short.isascii():
        yield text + "s" if short == parts[-1] else text[:-1]


def _is_word_with_dots(text: str) -> bool:
    """Whether "M. Arch", written as one word, may be an everyday one (March)."""
    return "." in text and is_english(re.sub(r"[. ]", "", text.casefold()))


@cache
def _inflections(key: str) -> frozenset[str]:
    return frozenset(load_words("inflections")[key])


@cache
def _irregular() -> dict[str, str]:
    past: dict[str, str] = load_words("inflections")["past"]
    return past


_SUFFIXES = ("ations", "ation", "ators", "ator", "ating", "ated", "ates", "ate", "ments", "ment",
             "ings", "ing", "ers", "er", "ors", "or", "ed")  # fmt: skip


@lru_cache(maxsize=50_000)
def stem(norm: str) -> str:
    """What the inflections of a word share: "scheduling", "scheduled", "schedules" give "schedul".

    Light suffix stripping that keeps at least four letters. Where that would leave one of the
    words in words/inflections.toml (a market is no marketing), only the plural goes.
    """
    if not norm.isalpha() or len(norm) < 4:
        return norm
    word = singular(norm)
    suffix = next((s for s in _SUFFIXES if word.endswith(s) and len(word) - len(s) >= 4), "")
    base = word[: len(word) - len(suffix)]
    distinct = _inflections("distinct")
    if suffix and (base in distinct or base + "e" in distinct):
        return word
    # planning, programmer: the doubled consonant of the base form
    if suffix and base[-1] == base[-2] and base[-1] in "bdgmnprt":
        base = base[:-1]
        if base in distinct:
            return word
    return base[:-1] if base.endswith("e") and len(base) > 4 else base


@lru_cache(maxsize=50_000)
def singular(norm: str) -> str:
    """``norm`` without its plural ending."""
    if norm in _inflections("plural"):
        return norm
    if norm.endswith(("theses", "gnoses", "crises")):
        return norm[:-2] + "is"
    if norm.endswith("ies") and len(norm) > 4:
        return norm[:-3] + "y"
    if norm.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return norm[:-2]
    if norm.endswith("s") and len(norm) > 3 and not norm.endswith(("ss", "us", "is")):
        return norm[:-1]
    return norm


ACTS = ("ing", "ment", "ation", "ition", "ection", "ysis", "audit", "design", "review")
"""What the last word of a term ends with that names an act, and has a verb."""
_UNDOUBLED = re.compile(r"([bdgmnprt])\1(?=ing|ed|er|ers)")


def same_word(norm: str, other: str) -> bool:
    """Whether ``norm`` is a form of the word ``other``, and not misspelt ("managment")."""
    if stem(norm) != stem(other):
        return False
    if norm == other or is_english(norm):
        return True
    if _UNDOUBLED.sub(r"\1", norm) == other:
        return False  # "marketting"
    return not set(base_forms(norm)).isdisjoint(base_forms(other))


class Act(NamedTuple):
    """What a term of two words or more says is done: the stem of its verb, and its other words."""

    stem: str
    others: tuple[str, ...]


def act_of(norms: Sequence[str]) -> Act | None:
    """The act that a term names: "project management", "answering phones"; else None."""
    if len(norms) < 2:
        return None
    if norms[-1].endswith(ACTS):
        return Act(act_stem(norms[-1]), tuple(norms[:-1]))
    plural = singular(norms[-1]) != norms[-1]
    if norms[0] in _inflections("acting") and (plural or not is_agent(norms[-1])):
        return Act(act_stem(norms[0]), tuple(norms[1:]))
    return None


@lru_cache(maxsize=50_000)
def act_stem(norm: str) -> str:
    """The stem of a verb or of the noun that names its act: "analyzed", "analysis", "wrote"."""
    norm = _irregular().get(norm, norm)
    third = norm.removesuffix("s")
    if third.endswith(("er", "or")) and f"{third}ing" in words("verbs", "verbs"):
        return third  # "answer", "monitors": no agents
    norm = re.sub("ys[ei]s$", "yze", norm)
    base = stem(re.sub("ction$", "ct", norm))
    base = base if base != norm else re.sub("(?:ing|ed)$", "", norm)
    return base.removesuffix("e")


def is_agent(norm: str) -> bool:
    """Whether a word names a person by what they do (teacher, directors)."""
    return singular(norm).endswith(("er", "or"))
