"""The spaces of a run of glyphs: drawn ones, and gaps as wide as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from math import inf
from operator import sub
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

_ROUNDING = 1.5 * 2**52
"""Added to a number of less than 2**51 and taken away again, it leaves the nearest whole number, as
64-bit floats as large as the sum have no fractions."""


@dataclass(frozen=True, slots=True)
class _Widths:
    """What gaps of a run mean, in points: ``word`` parts words, ``tab`` cells."""

    covered: float
    word: float
    tab: float

    def between(self, last: float, drawn: Sequence[float], following: float) -> str:
        """What stands between two letters, of which one ends and one begins at these places.

        ``drawn`` has where each space begins that is drawn in between, and where the last one ends.
        """
        gap, count = following - last, len(drawn) - 1
        if count < 1:
            return " " if gap > self.word else ""
        if gap < self.covered and not last <= (drawn[-2] + drawn[-1]) / 2 <= following:
            return ""
        return " " * (count - 1) + ("\t" if gap > self.tab else " ")


def spaced(run: Sequence[Glyph]) -> tuple[str, tuple[float, ...]]:
    """The text of a run that has letters with the spaces between them, and its characters' edges.

    A word space is more than the run's usual gap, which is above zero only in letter-spaced type.
    Spaces that are drawn end in a tab where they are wide together.
    """
    texts = [glyph.text for glyph in run]
    starts, ends = _places(run)
    shown = [not text.isspace() for text in texts]
    letters = list(compress(range(len(run)), shown))
    gaps = list(map(sub, list(compress(starts, shown))[1:], compress(ends, shown)))
    widths = _widths(run[0].size, texts, list(map(sub, starts[1:], ends)), gaps)
    alone = max(map(len, texts)) == 1
    text: list[str] = []
    edges: list[float] = []
    before = 0
    for first, end in _words(letters, gaps, widths.word):
        if text:
            drawn = [*starts[before:first], ends[first - 1]]
            space = widths.between(ends[before - 1], drawn, starts[first])
            text.append(space)
            edges += _spread(ends[before - 1], starts[first], len(space))
        text += texts[first:end]
        if alone:
            edges += starts[first:end]
        else:
            for i in range(first, end):
                edges += _spread(starts[i], ends[i], len(texts[i]))
        before = end
    edges.append(ends[before - 1])
    return "".join(text), tuple(hundredths(edges))


def _words(
    letters: Sequence[int], gaps: Sequence[float], space: float
) -> Iterator[tuple[int, int]]:
    """The ranges of the glyphs that nothing parts: no drawn space, and no gap wider than that."""
    first = letters[0]
    for gap, last, following in zip(gaps, letters, letters[1:], strict=False):
        if gap > space or following - last > 1:
            yield first, last + 1
            first = following
    yield first, letters[-1] + 1


def _spread(start: float, end: float, count: int) -> list[float]:
    """Where each of ``count`` characters begins that share a width: spaces, those of a ligature."""
    if count < 2:
        return [start] * count
    step = (end - start) / count
    return [start + step * k for k in range(count)]


def hundredths(values: Iterable[float]) -> list[float]:
    """``values`` to two decimals: what ``round(value, 2)`` gives, in a third of the time."""
    # Close to a half, where the product may be on the other side of it, round() itself decides.
    return [
        whole / 100
        if -0.49 < (scaled := value * 100) - (whole := scaled + _ROUNDING - _ROUNDING) < 0.49
        else round(value, 2)
        for value in values
    ]


def _places(run: Sequence[Glyph]) -> tuple[list[float], list[float]]:
    """Where each glyph begins and ends along the line."""
    if run[0].turn:
        return [glyph.start for glyph in run], [glyph.end for glyph in run]
    return [glyph.x0 for glyph in run], [glyph.x1 for glyph in run]


def _widths(
    size: float, texts: Sequence[str], steps: Sequence[float], gaps: Sequence[float]
) -> _Widths:
    """What the gaps between the letters of a run mean.

    ``steps`` are those between all of its glyphs, spaces as well.
    """
    em = max(size, 0.1)
    usual = median_low(steps or [0.0])
    tracking = usual if len(texts) > 3 and usual > _TRACKED * em else 0.0
    drawn = len(steps) - len(gaps)
    tight = None if drawn else _tight_space([gap - tracking for gap in gaps], em)
    word = tracking + (WORD_SPACE * em if tight is None else tight)
    even = are_even([gap for gap in gaps if gap > word], em)
    overlap = _overlap(texts, steps, em)
    return _Widths(overlap + _COVERED * em, word, inf if even else WIDE_GAP * em)


def _overlap(texts: Sequence[str], steps: Sequence[float], em: float) -> float:
    """How far letters reach into one another, in fonts that give wrong widths; negative, or 0."""
    far = -_TRACKED * em
    if not steps or min(steps) >= far:
        return 0.0
    beside = zip(steps, texts, texts[1:], strict=False)
    usual = median_low([step for step, a, b in beside if not (" " in a or " " in b)] or [0.0])
    return usual if usual < far else 0.0


def _tight_space(gaps: Sequence[float], em: float) -> float | None:
    """The gap beyond which words part in a line set so tight that word spaces are narrow, if it is.

    Such lines are justified, without drawn spaces: gaps that are alike, wider than all others by
    far, and fewer.
    """
    wide = sorted([gap for gap in gaps if gap > _TIGHT * em])
    if len(wide) < _FEWEST_TIGHT or 3 * len(wide) > len(gaps):
        return None
    kerned = max([gap for gap in gaps if gap <= _TIGHT * em])
    usual = median_low(wide)
    if wide[0] < _TIGHT_ALIKE * usual or kerned > _TIGHT_KERNED * usual:
        return None
    return min(WORD_SPACE * em, (kerned + wide[0]) / 2)
