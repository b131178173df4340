"""How two names of a term relate: a posting's and a resume's, a full term and its short form."""

from __future__ import annotations

import re

from atscheck.matching.literal import norms
from atscheck.matching.surfaces import VENDORS, singular, stem
from atscheck.resume.roles import is_title
from atscheck.skills.model import Term


def is_short(text: str) -> bool:
    """Whether ``text`` is written as a short form ("NLP", "CNNs", "CI/CD")."""
    return " " not in text and sum(c.isupper() for c in text) >= 2 and len(text) <= 8


def is_initials(short: str, full: str) -> bool:
    """Whether ``short`` is the initials of ``full`` ("NLP", "LLMs" of "large language model")."""
    letters = [word[0] for word in re.findall(r"[A-Za-z]+", full)]
    return "".join(letters).casefold() == short.removesuffix("s").replace("/", "").casefold()


def both(full: str, short: str) -> str:
    """A full term with its short form, as both are written at their first place."""
    return f"{full} ({short})"


def plural(name: str) -> str:
    """A full term in the plural, if it is not in it: "statements of work"."""
    head, of, rest = name.partition(" of ")
    return f"{head.removesuffix('s')}s{of}{rest}"


def says_less(written: str, asked: str) -> bool:
    """Whether ``written`` is ``asked`` but for endings, or for words other than a vendor's name."""
    own, wanted = _stems(written), _stems(asked)
    width = len(wanted)
    if any(own[at : at + width] == wanted for at in range(len(own) - width + 1)):
        return True
    vendor = asked.startswith(VENDORS) and not written.startswith(VENDORS)
    return set(own) < set(wanted[1:] if vendor else wanted)


def is_role(text: str, term: Term) -> bool:
    """Whether ``text`` is the title of a job, and not that of a product ("Adobe Illustrator")."""
    return term.entry.islower() and is_title(text)


def in_its_case(text: str, term: Term) -> str:
    """``text`` with the capitals of the term's name if it is that: "JavaScript"."""
    names = (term.name, term.entry, *term.acronyms, *term.aliases)
    return next((name for name in names if name.casefold() == text.casefold()), text)


def is_name(text: str, term: Term) -> bool:
    """Whether ``text`` is one of the term's names, in either number."""
    names = (term.name, term.entry, *term.aliases, *term.acronyms)
    return _singular(text) in map(_singular, names)


def is_own_name(text: str, term: Term) -> bool:
    """Whether ``text`` is the term's own name or acronym, with a vendor's name or without."""
    names = map(_without_vendor, (term.entry, *term.acronyms))
    return _singular(_without_vendor(text)) in map(_singular, names)


def means_no_more(asked: str, written: str, term: Term) -> bool:
    """Whether ``asked`` means no more than ``written``, another name of ``term``.

    Of a plain term only its own name does not, or its words in another order ("automated tests"),
    for other names may be parts of it ("product roadmaps" of product management). Of a product,
    whose name has a capital, any name but that of another version does not.
    """
    told = asked.partition(" ")[0].endswith("ing")  # "managing projects"
    reordered = set(_stems(asked)) == set(_stems(term.entry)) and not told
    if is_own_name(asked, term) or reordered:
        return True
    version = set(re.findall(r"\d+$", asked)) <= set(re.findall(r"\d+$", written))
    return version and not term.entry.islower()


def _without_vendor(name: str) -> str:
    return name.partition(" ")[2] if name.startswith(VENDORS) else name


def _singular(name: str) -> list[str]:
    *before, last = norms(name) or [""]
    return [*before, singular(last)]


def _stems(text: str) -> list[str]:
    """The stems of its words; that of "APIs" is the one of "API"."""
    stems = (stem(word) for word in norms(text))
    return [word.removesuffix("s") if len(word) > 3 else word for word in stems]
