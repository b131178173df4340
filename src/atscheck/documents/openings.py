"""What opens a line and is drawn apart from it: bullets, and initials some lines high."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from atscheck.documents.characters import BULLET, normalise
from atscheck.documents.segments import WIDE_GAP, Part, Segment, joined, same_row

_BULLET_REACH = 5.0
"""How far a bullet stands left of its text at most, in em; items are indented by two or three."""

_MARKS = frozenset("-*·»>~+o")
_LISTED = 3
"""Characters that open the items of a list, and how many of them make one."""

INITIAL = 1.8
"""Sizes of the text beside it that an initial has at least: it is two lines high or more."""


def with_openings(segments: Part) -> Part:
    """The runs, bullets and initials that are drawn alone joined to the text behind them.

    Dashes and the like are bullets where three of them stand below one another.
    """
    alone = Counter((s.text, round(s.box.x0)) for s in segments if len(s.text) == 1)
    found: Part = []
    for segment in segments:
        last = found[-1] if found else None
        if last is not None and len(last.text) == 1:
            mark = normalise(last.text).text
            listed = mark in _MARKS and alone[last.text, round(last.box.x0)] >= _LISTED
            reach = _BULLET_REACH if mark in ("", BULLET) else WIDE_GAP if listed else 0.0
            if _stands_before(last, segment, reach):
                found[-1] = joined([last, segment])
                continue
            if _is_initial(last, segment):
                box = replace(segment.box, x0=last.box.x0)
                found[-1] = replace(joined([last, segment], ""), box=box)
                continue
        found.append(segment)
    return found


def _stands_before(bullet: Segment, segment: Segment, reach: float) -> bool:
    """Whether a bullet is no more than ``reach`` em to the left of a run, on its line."""
    gap = segment.box.x0 - bullet.box.x1
    return 0 < gap < reach * segment.size and same_row(bullet, segment)


def _is_initial(letter: Segment, segment: Segment) -> bool:
    """Whether a letter some lines high begins the word that stands beside its upper part."""
    small, height = segment.box.bottom - segment.box.top, letter.box.bottom - letter.box.top
    beside = 0 <= segment.box.x0 - letter.box.x1 < segment.size
    above = letter.box.top - small < segment.box.top < letter.box.top + 0.5 * height
    begins = letter.text.isupper() and segment.text[:1].islower()
    return begins and beside and above and letter.size > INITIAL * segment.size
