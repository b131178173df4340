"""The spaces of a run of glyphs: drawn ones, and gaps as wide as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median_low

from atscheck.documents.pdf.drawing import Glyph
from atscheck.documents.segments import WIDE_GAP, WORD_SPACE, are_even

_TRACKED = 0.05
"""Gaps between letters, in em, beyond which type is letter-spaced; kerning stays below it."""

_TIGHT = 0.1
"""The narrowest word spaces of lines set tight, in em; kerning stays below."""

_FEWEST_TIGHT = 3
_TIGHT_ALIKE = 2 / 3
_TIGHT_KERNED = 0.5
"""How many of them a line has, and the shares of its usual word space that the narrowest has at
least and kerning at most."""

_COVERED = 0.05
"""A drawn space is none where the letters around it are no further apart than this, in em: some
programs draw spaces that nobody sees. The narrowest word spaces of justified lines have 0.1."""


@dataclass(frozen=True, slots=True)
class _Widths:
    """What gaps of a run mean, in points: ``word`` parts words, ``tab`` cells."""

    covered: float
    word: float
    tab: float

    def between(self, last: Glyph, drawn: Sequence[Glyph], glyph: Glyph) -> str:
        """What stands between two letters with some spaces drawn in between."""
        gap = glyph.start - last.end
        if not drawn:
            return " " if gap > self.word else ""
        middle = (drawn[-1].start + drawn[-1].end) / 2
        if gap < self.covered and not last.end <= middle <= glyph.start:
            return ""
        return " " * (len(drawn) - 1) + ("\t" if gap > self.tab else " ")


def spaced(run: Sequence[Glyph]) -> tuple[str, tuple[float, ...]]:
    """The run's text with its spaces, and the edges of its characters; it begins with a letter.

    A word space is more than the run's usual gap, which is above zero only in letter-spaced type.
    Spaces that are drawn end in a tab where they are wide together.
    """
    places = [i for i, glyph in enumerate(run) if not glyph.text.isspace()]
    widths = _widths(run, [run[b].start - run[a].end for a, b in pairwise(places)])
    text: list[str] = []
    edges: list[float] = []
    last = run[0]
    for before, i in pairwise([-1, *places]):
        glyph = run[i]
        space = widths.between(last, run[before + 1 : i], glyph) if text else ""
        if space:
            edges += (last.x1 + (glyph.x0 - last.x1) * k / len(space) for k in range(len(space)))
        edges.append(glyph.x0)
        if len(glyph.text) > 1:
            width = (glyph.x1 - glyph.x0) / len(glyph.text)
            edges += (glyph.x0 + width * k for k in range(1, len(glyph.text)))
        text += [space, glyph.text]
        last = glyph
    return "".join(text), tuple(round(edge, 2) for edge in (*edges, last.x1))


def _widths(run: Sequence[Glyph], gaps: Sequence[float]) -> _Widths:
    """What the gaps between the letters of a run mean."""
    em = max(run[0].size, 0.1)
    usual = median_low([b.start - a.end for a, b in pairwise(run)] or [0.0])
    tracking = usual if len(run) > 3 and usual > _TRACKED * em else 0.0
    touching = [b.start - a.end for a, b in pairwise(run) if not (a.text + b.text).count(" ")]
    overlap = median_low(touching or [0.0])
    overlap = overlap if overlap < -_TRACKED * em else 0.0  # fonts that give wrong widths
    word = tracking + _word_space([gap - tracking for gap in gaps], len(run) - len(gaps) - 1, em)
    even = are_even([gap for gap in gaps if gap > word], em)
    return _Widths(overlap + _COVERED * em, word, inf if even else WIDE_GAP * em)


def _word_space(gaps: Sequence[float], drawn: int, em: float) -> float:
    """The gap beyond which words part, in points; ``drawn`` spaces part them as well.

    Lines that are justified without any may have narrow ones: gaps that are alike, wider than all
    others by far, and fewer.
    """
    wide = sorted(gap for gap in gaps if gap > _TIGHT * em)
    if drawn or len(wide) < _FEWEST_TIGHT or 3 * len(wide) > len(gaps):
        return WORD_SPACE * em
    kerned = max(gap for gap in gaps if gap <= _TIGHT * em)
    usual = median_low(wide)
    if wide[0] < _TIGHT_ALIKE * usual or kerned > _TIGHT_KERNED * usual:
        return WORD_SPACE * em
    return min(WORD_SPACE * em, (kerned + wide[0]) / 2)
