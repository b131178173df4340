"""Does the person claim it? What the neighbours of a term's letters say (matching.md)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from atscheck.data import load_words
from atscheck.matching.surfaces import Surface
from atscheck.matching.tokens import Token, word_norm
from atscheck.resume.model import Passage
from atscheck.skills.model import Term

Verdict = Literal["found", "ambiguous", "rejected"]

_ITEM_EDGES = frozenset(",;|/•:()[]·&+")
_ITEM_WORDS = frozenset(["and", "or"])
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
    opens = before == "" or before in _ITEM_EDGES or before in _ITEM_WORDS
    closes = after in ("", ".") or after in _ITEM_EDGES or after in _ITEM_WORDS
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
        if place.norm(index) in _ITEM_EDGES or place.norm(index) in _ITEM_WORDS:
            edges += 1
        index += step
    return False


def _known_nearby(place: Place) -> bool:
    """Whether an unambiguous term of the lexicon stands within four tokens."""
    around = range(place.first - 4, place.last + 5)
    return any(place.known(i) for i in around if not place.first <= i <= place.last)


@cache
def _cues(key: str) -> tuple[tuple[str, ...], ...]:
    words: dict[str, list[str]] = load_words("negation")
    return tuple(
        tuple(word_norm(word) for word in re.findall(r"[\w']+", phrase)) for phrase in words[key]
    )


_CLAUSE_ENDS = frozenset(".;:!?•|\n")
_CONTRASTS = frozenset(["but", "however", "although", "though", "yet"])


def is_negated(place: Place) -> bool:
    """Whether a cue such as "no experience with" stands in the candidate's clause."""
    clause = _clause_before(place)
    if any(_contains(clause, cue) for cue in _cues("exempt")):
        return False
    after = [place.norm(place.last + 1 + i) for i in range(4)]
    failed = any(list(cue) == after[: len(cue)] for cue in _cues("failed"))
    return failed or any(_contains(clause, cue) for cue in _cues("cues"))


def is_weak(place: Place) -> bool:
    """Whether the claim is qualified ("familiar with", "currently learning", "basics")."""
    clause = _clause_before(place)[-6:]
    after = [place.norm(place.last + 1 + i) for i in range(4)]
    return any(_contains(clause, cue) for cue in _cues("weak")) or any(
        _contains(after[: len(cue) + 1], cue) for cue in _cues("weak_after")
    )


def _clause_before(place: Place) -> list[str]:
    """The norms of the tokens between the clause's start and the candidate.

    A comma ends the clause when more than a list item stands between it and the candidate.
    """
    clause: list[str] = []
    for index in range(place.first - 1, -1, -1):
        norm = place.norm(index)
        if norm in _CLAUSE_ENDS or norm in _CONTRASTS or len(clause) >= 25:
            break
        if norm == "," and len(clause) > 3 and "," not in clause:
            break
        clause.append(norm)
    return clause[::-1]


def _contains(words: Sequence[str], cue: tuple[str, ...]) -> bool:
    width = len(cue)
    return any(tuple(words[i : i + width]) == cue for i in range(len(words) - width + 1))
