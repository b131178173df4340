"""Do the letters mean the term? What their neighbours say (matching.md, "Ambiguous words")."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from atscheck.data import load_words
from atscheck.matching.english import is_english
from atscheck.matching.surfaces import Surface
from atscheck.matching.tokens import Token, Vocabulary, norms_of
from atscheck.resume.model import Passage
from atscheck.skills.model import Term

Verdict = Literal["found", "ambiguous", "rejected"]

LIST_MARKS = frozenset(",;|/•:()[]·&+")
LIST_WORDS = frozenset(["and", "or"])


@dataclass(frozen=True, slots=True)
class Place:
    """Where a candidate stands: its passage's text and tokens, and the candidate's own.

    Attributes:
        first, last: indices into ``tokens`` of the candidate's first and last token.
        inflected: whether the candidate's last word is another form of the term's.
        known: whether a token index belongs to an unambiguous term of the lexicon.
    """

    passage: Passage
    tokens: Sequence[Token]
    first: int
    last: int
    inflected: bool
    known: Callable[[int], bool]

    @property
    def text(self) -> str:
        """The candidate as written."""
        return self.passage.text[self.tokens[self.first].start : self.tokens[self.last].end]

    def norm(self, index: int) -> str:
        """The norm of the token at ``index`` of the passage, "" beyond its ends."""
        return self.tokens[index].norm if 0 <= index < len(self.tokens) else ""


def judge(term: Term, surface: Surface, place: Place) -> Verdict:
    """Whether the letters at ``place`` mean ``term``."""
    if _near(place, term.never_near):
        return "rejected"
    if surface.context:
        return _judge_everyday_word(term, surface, place)
    if surface.case and not _is_cased(surface, place) and not _is_acronym_in_list(surface, place):
        return "rejected"
    return "ambiguous" if _is_in_name(place) else "found"


def _judge_everyday_word(term: Term, surface: Surface, place: Place) -> Verdict:
    """As `judge`, of a surface that is also an everyday word."""
    cased = _is_cased(surface, place)
    if _is_initial(place) or _is_glued(place, term):
        return "rejected"
    if _near(place, term.near):
        return "found" if cased or not surface.case or surface.text.islower() else "rejected"
    in_skills = place.passage.section == "skills"
    if _is_list_item(place) and (in_skills or _known_sibling(place)):
        return "found"
    if not cased:
        return "rejected"
    if place.first == 0:
        return "found" if _is_leading_verb(place) else "ambiguous"
    if in_skills or place.norm(place.first - 1) in _words("introducing") or _known_nearby(place):
        return "found"
    return "ambiguous"


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_words("context")[key])


def _is_cased(surface: Surface, place: Place) -> bool:
    """Whether the text has the surface's casing (a name in lower case: any casing will do)."""
    written = re.sub(r"[\s.-]", "", place.text)
    wanted = re.sub(r"[\s.-]", "", surface.text)
    if wanted.islower():
        return True
    return written in (wanted, wanted + "s") or (written == wanted.upper() and len(wanted) > 3)


def _is_acronym_in_list(surface: Surface, place: Place) -> bool:
    """Whether "ui, ux, js" stand as items of a list, where they can be no words."""
    if is_english(surface.text.casefold()) or not surface.text.isupper():
        return False
    in_skills = place.passage.section == "skills"
    return _is_list_item(place) and (in_skills or _known_sibling(place))


def _near(place: Place, phrases: Sequence[str]) -> bool:
    """Whether one of ``phrases`` stands directly before or after the candidate."""
    for phrase in phrases:
        words = _norms_of(phrase)
        after = tuple(place.norm(place.last + 1 + i) for i in range(len(words)))
        before = tuple(place.norm(place.first - len(words) + i) for i in range(len(words)))
        if words in (after, before):
            return True
    return False


@lru_cache(maxsize=20_000)
def _norms_of(phrase: str) -> tuple[str, ...]:
    return norms_of(phrase, Vocabulary.of([phrase]))


def _is_in_name(place: Place) -> bool:
    """Whether the words are part of a firm's name, or a name in a list that is none of skills.

    "Sunrise Nursing Ltd"; "Coach" among labels of fashion says nothing of coaching.
    """
    if place.norm(place.last + 1) in _words("company"):
        return True
    passage = place.passage
    named = place.inflected and place.first == place.last and place.text[:1].isupper()
    return named and passage.kind == "list" and passage.section in ("contact", "other")


def _is_leading_verb(place: Place) -> bool:
    """Whether a statement opens with a form of the word: "Coordinated a team of five"."""
    told = place.passage.kind in ("bullet", "sentence")
    return told and place.inflected and place.norm(place.first).endswith(("ed", "ing"))


def _is_initial(place: Place) -> bool:
    """Whether a single letter is somebody's initial ("R. Smith") or a grade ("Section C")."""
    text, end = place.passage.text, place.tokens[place.last].end
    if len(place.text) != 1:
        return False
    return bool(re.match(r"\. ?[A-Z]", text[end : end + 3]))


def _is_glued(place: Place, term: Term) -> bool:
    """Whether a hyphen or ampersand makes it part of another word ("C-suite", "on-the-go")."""
    text = place.passage.text
    start, end = place.tokens[place.first].start, place.tokens[place.last].end
    if text[end : end + 1] == "&" and text[end + 1 : end + 2].isalnum():
        return not place.known(place.last + 2)
    if text[start - 1 : start] == "&" and text[start - 2 : start - 1].isalnum():
        return not place.known(place.first - 2)
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        after = place.norm(place.last + 1)
        return after not in term.near and after not in _words("hyphenated")
    return start > 1 and text[start - 1] in "-'" and text[start - 2].isalnum()


def _is_list_item(place: Place) -> bool:
    """Whether the candidate is a whole item of a list ("Python, R, C", "Excel and Word")."""
    before, after = place.norm(place.first - 1), place.norm(place.last + 1)
    opens = before == "" or before in LIST_MARKS or before in LIST_WORDS
    opens = opens or before in _words("introducing")
    closes = after in ("", ".") or after in LIST_MARKS or after in LIST_WORDS
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
        if place.known(index):
            return edges > 0
        if place.norm(index) in LIST_MARKS or place.norm(index) in LIST_WORDS:
            edges += 1
        index += step
    return False


def _known_nearby(place: Place) -> bool:
    """Whether an unambiguous term of the lexicon stands within four tokens."""
    around = range(place.first - 4, place.last + 5)
    return any(place.known(i) for i in around if not place.first <= i <= place.last)
