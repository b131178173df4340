"""Do the letters mean the term? What their neighbours say (matching.md, "Ambiguous words")."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from atscheck.data import load_words
from atscheck.matching.english import is_english
from atscheck.matching.surfaces import Surface, is_agent
from atscheck.matching.tagger import parts_of_speech
from atscheck.matching.tokens import Token, Vocabulary, norms_of
from atscheck.resume.model import Passage
from atscheck.skills.model import Term

Verdict = Literal["found", "ambiguous", "rejected"]

LIST_MARKS = frozenset(",;|/•:()[]·+")
LIST_WORDS = frozenset(["and", "or"])
_DEGREES = ("°", "˚")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a candidate stands: its passage's text and tokens, and the candidate's own.

    Attributes:
        first, last: indices into ``tokens`` of the candidate's first and last token.
        inflected: whether the candidate's last word is another form of the term's.
        known: indices of the tokens that belong to an unambiguous term of the lexicon.
        named: indices of the tokens that belong to any term, as it is written.
    """

    passage: Passage
    tokens: Sequence[Token]
    first: int
    last: int
    inflected: bool
    known: Collection[int]
    named: Collection[int]

    @property
    def text(self) -> str:
        """The candidate as written."""
        return self.passage.text[self.tokens[self.first].start : self.tokens[self.last].end]

    def norm(self, index: int) -> str:
        """The norm of the token at ``index`` of the passage, "" beyond its ends."""
        return self.tokens[index].norm if 0 <= index < len(self.tokens) else ""


def judge(term: Term, surface: Surface, place: Place) -> Verdict:
    """Whether the letters at ``place`` mean ``term``."""
    if _near(place, term.never_near) or _is_about_others(surface, place):
        return "rejected"
    if _is_other_acronym(surface, place):
        return "rejected"
    if surface.context:
        return _judge_everyday_word(term, surface, place)
    if surface.case and not _is_cased(surface, place) and not _is_acronym_in_list(surface, place):
        return "rejected"
    # What stands of a referee is not about the person.
    doubtful = place.passage.section == "references" or _is_in_name(place)
    return "ambiguous" if doubtful else "found"


def _judge_everyday_word(term: Term, surface: Surface, place: Place) -> Verdict:
    """As `judge`, of a surface that is also an everyday word."""
    cased = _is_cased(surface, place)
    if _is_initial(place) or _is_glued(place, term):
        return "rejected"
    if _near(place, term.near) or _is_of(place, term.near):
        return "found" if cased or not surface.case or surface.text.islower() else "rejected"
    if _is_measure(surface, place):
        return "rejected"
    if is_listed_skill(place):
        return "found"
    if not cased:
        return "rejected"
    if _listed_near(place, term.near):
        return "found"
    reading = _reading_of(surface, place)
    if reading == "word":
        return "rejected"
    if place.first == 0:
        named = reading == "name" and _known_nearby(place)
        return "found" if named or _is_leading_verb(place) else "ambiguous"
    passage = place.passage
    listed = passage.section == "skills" and passage.kind in ("list", "heading")
    if listed or _follows(place, "introducing") or _known_nearby(place):
        return "found"
    return "ambiguous"


def _reading_of(surface: Surface, place: Place) -> Literal["name", "word", ""]:
    """How the line uses a tool's name that is a verb or adjective too; "" if that stays open.

    "Express interest in Python" names no tool. Below 0.9 the tagger itself is in doubt. Inside a
    line an adjective in capitals is a name ("developed Swift applications").
    """
    word = (surface.text.casefold(),)
    if not surface.text.istitle() or word not in _words("verbs") | _words("adjectives"):
        return ""
    written = [place.passage.text[token.start : token.end] for token in place.tokens]
    likely = parts_of_speech(written, place.first)
    adjective = likely["ADJ"] if place.first == 0 else 0
    if likely["VERB"] + likely["ADV"] + adjective >= 0.9:
        return "word"
    return "name" if likely["PROPN"] >= 0.9 else ""


@cache
def _words(key: str) -> frozenset[tuple[str, ...]]:
    """The phrases of a list of keywords/words/context.toml, each as its words."""
    return frozenset(tuple(phrase.split()) for phrase in load_words("context")[key])


def _follows(place: Place, key: str) -> bool:
    """Whether one of the phrases of the list ``key`` (of one or two words) stands before it."""
    two, one = place.norm(place.first - 2), place.norm(place.first - 1)
    return (one,) in _words(key) or (two, one) in _words(key)


def _is_cased(surface: Surface, place: Place) -> bool:
    """Whether the text has the surface's casing (a name in lower case: any casing will do)."""
    written = re.sub(r"[\s.-]", "", place.text)
    wanted = re.sub(r"[\s.-]", "", surface.text)
    if wanted.islower():
        return True
    return written in (wanted, wanted + "s") or (written == wanted.upper() and len(wanted) > 3)


def _is_other_acronym(surface: Surface, place: Place) -> bool:
    """Whether a capital S makes it another acronym, not a plural ("GPS" is none of "GP")."""
    return surface.text.isupper() and place.text == surface.text + "S"


def _is_acronym_in_list(surface: Surface, place: Place) -> bool:
    """Whether "ui, ux, js" stand as items of a list, where they can be no words."""
    if is_english(surface.text.casefold()) or not surface.text.isupper():
        return False
    return is_listed_skill(place)


def _near(place: Place, phrases: Sequence[str]) -> bool:
    """Whether one of ``phrases`` stands directly before or after the candidate ("95% CI")."""
    first = place.first - 1 if place.norm(place.first - 1) == "%" else place.first
    return _between(place, first, place.last, phrases)


def _is_of(place: Place, phrases: Sequence[str]) -> bool:
    """Whether it is done to one of ``phrases`` ("pruning of the models")."""
    if place.norm(place.last + 1) != "of":
        return False
    of = place.last + 1
    last = of + 1 if place.norm(of + 1) in ("a", "an", "the") else of
    return any(_stands_after(place, last, _norms_of(phrase)) for phrase in phrases)


def _listed_near(place: Place, phrases: Sequence[str]) -> bool:
    """Whether one of ``phrases`` is the item before or after it in a list ("Flutter and Dart")."""
    first = place.first - 1 if _is_mark(place, place.first - 1) else place.first
    last = place.last + 1 if _is_mark(place, place.last + 1) else place.last
    return _between(place, first, last, phrases)


def _between(place: Place, first: int, last: int, phrases: Sequence[str]) -> bool:
    """Whether one of ``phrases`` stands directly before ``first`` or directly after ``last``."""
    for phrase in phrases:
        words = _norms_of(phrase)
        before = tuple(place.norm(first - len(words) + i) for i in range(len(words)))
        if words == before or _stands_after(place, last, words):
            return True
    return False


def _stands_after(place: Place, last: int, words: tuple[str, ...]) -> bool:
    """Whether ``words`` stand directly after the token ``last``."""
    return words == tuple(place.norm(last + 1 + i) for i in range(len(words)))


def _is_mark(place: Place, index: int) -> bool:
    """Whether the token at ``index`` parts the items of a list."""
    return place.norm(index) in LIST_MARKS or place.norm(index) in LIST_WORDS


def _is_measure(surface: Surface, place: Place) -> bool:
    """Whether an acronym is an amount's unit or name, and no skill ("95% CI", "HR 1.4-2.1")."""
    after = place.norm(place.last + 1)
    measured = after == "=" or re.fullmatch(r"\d+\.\d+", after) is not None
    return surface.form == "acronym" and (measured or place.norm(place.first - 1) == "%")


@lru_cache(maxsize=20_000)
def _norms_of(phrase: str) -> tuple[str, ...]:
    return norms_of(phrase, Vocabulary.of([phrase]))


def _is_about_others(surface: Surface, place: Place) -> bool:
    """Whether a form of the term names a person whom the text mentions, and claims nothing.

    A teacher is no claim to teach, unless in the title of a job; "project manager" is one to
    project management, but not in "reported to the project manager".
    """
    if not place.inflected or place.passage.kind == "title" or not is_agent(place.norm(place.last)):
        return False
    if place.first == place.last:
        return not is_agent(surface.text.casefold())
    return _follows(place, "others")


def _is_in_name(place: Place) -> bool:
    """Whether the words are part of a firm's name, or a name in a list that is none of skills.

    "Sunrise Nursing Ltd"; "Coach" among labels of fashion says nothing of coaching.
    """
    if (place.norm(place.last + 1),) in _words("company"):
        return True
    passage = place.passage
    named = place.inflected and place.first == place.last and place.text[:1].isupper()
    return named and passage.kind == "list" and passage.section in ("contact", "other")


def _is_leading_verb(place: Place) -> bool:
    """Whether a statement opens with a form of the word: "Coordinated a team of five"."""
    told = place.passage.kind in ("bullet", "sentence")
    return told and place.inflected and place.norm(place.first).endswith(("ed", "ing"))


def _is_initial(place: Place) -> bool:
    """Whether a single letter is an initial ("R. Smith", "Smith (R.)"), "c/o" or a unit (20 °C)."""
    if len(place.text) != 1:
        return False
    text, token = place.passage.text, place.tokens[place.first]
    start, end = token.start, token.end
    before, after = text[:start].rstrip()[-1:], text[end : end + 3]
    if before in _DEGREES or (before == "(" and after.startswith(".)")):
        return True
    return re.match(r"\. ?[A-Z]|/[oO]\b", after) is not None


def _is_glued(place: Place, term: Term) -> bool:
    """Whether a hyphen or ampersand makes it part of another word ("C-suite", "on-the-go")."""
    text = place.passage.text
    start, end = place.tokens[place.first].start, place.tokens[place.last].end
    if text[end : end + 1] == "&" and text[end + 1 : end + 2].isalnum():
        return place.last + 2 not in place.known
    if text[start - 1 : start] == "&" and text[start - 2 : start - 1].isalnum():
        return place.first - 2 not in place.known
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        after = place.norm(place.last + 1)
        return after not in term.near and (after,) not in _words("hyphenated")
    return start > 1 and text[start - 1] in "-'" and text[start - 2].isalnum()


def is_listed_skill(place: Place) -> bool:
    """Whether the candidate is a whole item of a list that is one of skills."""
    in_skills = place.passage.section == "skills"
    return _is_list_item(place) and (in_skills or _known_sibling(place))


def _is_list_item(place: Place) -> bool:
    """Whether the candidate is a whole item of a list ("Python, R, C", "Excel and Word")."""
    before, after = place.norm(place.first - 1), place.norm(place.last + 1)
    opens = before == "" or _is_mark(place, place.first - 1)
    opens = opens or _follows(place, "introducing") or _follows(place, "opening")
    closes = after in ("", ".") or _is_mark(place, place.last + 1)
    versioned = after.replace(".", "").isdigit()
    alone = before == "" and after == "" and place.passage.kind != "list"
    return opens and (closes or versioned) and not alone


def _known_sibling(place: Place) -> bool:
    """Whether a neighbouring list item is an unambiguous term of the lexicon."""
    return any(_item_known(place, step) for step in (-1, 1))


def _item_known(place: Place, step: int) -> bool:
    index = place.first - 1 if step < 0 else place.last + 1
    edges = 0
    while 0 <= index < len(place.tokens) and abs(index - place.first) <= 8:
        if index in place.known:
            return edges > 0
        edges += _is_mark(place, index)
        index += step
    return False


def _known_nearby(place: Place) -> bool:
    """Whether an unambiguous term of the lexicon stands within four tokens."""
    around = range(place.first - 4, place.last + 5)
    return any(i in place.known for i in around if not place.first <= i <= place.last)
