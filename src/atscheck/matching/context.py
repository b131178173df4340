"""Do the letters mean the term? What their neighbours say (matching.md, "Ambiguous words")."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from atscheck.matching.surfaces import Surface
from atscheck.matching.tokens import Token
from atscheck.resume.model import Passage
from atscheck.skills.model import Term

Verdict = Literal["found", "ambiguous", "rejected"]

LIST_MARKS = frozenset(",;|/•:()[]·&+")
LIST_WORDS = frozenset(["and", "or"])
_IN_CUES = frozenset(
    "in using with via learning learn know knows of including like programming coding".split()
)
"""Words after which a name in its own casing is a skill ("services in Go", "learning Rust")."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a candidate stands: its passage's text and tokens, and the candidate's own.

    Attributes:
        first, last: indices into ``tokens`` of the candidate's first and last token.
        known: whether a token index belongs to an unambiguous term of the lexicon.
    """

    passage: Passage
    tokens: Sequence[Token]
    first: int
    last: int
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
    cased = _is_cased(surface, place)
    if not surface.context:
        if surface.case and not cased:
            return "rejected"
        return "rejected" if _near(place, term.never_near) else "found"
    if _near(place, term.never_near) or _is_initial(place) or _is_glued(place, term):
        return "rejected"
    if _near(place, term.near):
        return "found" if cased or not surface.case or surface.text.islower() else "rejected"
    if _is_list_item(place) and (place.passage.section == "skills" or _known_sibling(place)):
        return "found"
    if not cased:
        return "rejected"
    starts = place.first == 0
    if not starts and (place.norm(place.first - 1) in _IN_CUES or _known_nearby(place)):
        return "found"
    if place.passage.section == "skills" and not starts:
        return "found"
    return "ambiguous"


def _is_cased(surface: Surface, place: Place) -> bool:
    """Whether the text has the surface's casing (a name in lower case: any casing will do)."""
    written = re.sub(r"[\s.-]", "", place.text)
    wanted = re.sub(r"[\s.-]", "", surface.text)
    if wanted.islower():
        return True
    return written in (wanted, wanted + "s") or (written == wanted.upper() and len(wanted) > 3)


def _near(place: Place, phrases: Sequence[str]) -> bool:
    """Whether one of ``phrases`` stands directly before or after the candidate."""
    for phrase in phrases:
        words = phrase.split()
        after = [place.norm(place.last + 1 + i) for i in range(len(words))]
        before = [place.norm(place.first - len(words) + i) for i in range(len(words))]
        if words in (after, before):
            return True
    return False


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
    if start and text[start - 1] in "-&'" and start > 1 and text[start - 2].isalnum():
        return True
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        return place.norm(place.last + 1) not in (*term.near, "based", "like")
    return text[end : end + 1] == "&" and text[end + 1 : end + 2].isalnum()


def _is_list_item(place: Place) -> bool:
    """Whether the candidate is a whole item of a list ("Python, R, C", "Excel and Word")."""
    before, after = place.norm(place.first - 1), place.norm(place.last + 1)
    opens = before == "" or before in LIST_MARKS or before in LIST_WORDS
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
