"""Runs of text on a page, and how those that share a line are put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from atscheck.documents.model import Box, Origin
from atscheck.documents.visibility import Hidden

WIDE_GAP = 2.0
"""Gaps in a line that are wider than this, in em, part its cells, as a tab does."""


WORD_SPACE = 0.15
"""Gaps that are wider than this, in em, part words. Fonts have word spaces of 0.2 to 0.3 em;
kerning stays below 0.1."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text on one line of a page; fields as in `documents.assemble.SourceLine`.

    Attributes:
        baseline: the height at which its letters stand, in points from the page's top.
        turned: whether it does not run from left to right.
        lines: those of a table's row, of which this is the whole: they are read one after the
            other, and nothing else shares a line with them.
    """

    text: str
    edges: tuple[float, ...]
    box: Box
    baseline: float
    size: float
    bold: bool
    hidden: Hidden
    stored: int
    column: int = 0
    origin: Origin = "body"
    turned: bool = False
    pieces: tuple[tuple[int, int], ...] = ()
    lines: tuple[Segment, ...] = ()


Part = list[Segment]

_LOOKED_BACK = 8
"""Runs of a row that another one is compared with, so that rows of thousands take no time."""


_JUSTIFIED = 4
"""Gaps between words that are alike by chance in no table: cells differ in the text they hold."""
_UNEVEN = 0.3
"""The most by which they differ, in em: kerning at the edges of words, a comma."""


def same_row(a: Segment, b: Segment) -> bool:
    """Whether two runs overlap by more than half of the lower one and stand equally high."""
    if a.lines or b.lines or a.hidden != b.hidden:
        return False
    if abs(a.baseline - b.baseline) > 0.5 * max(a.size, b.size):
        return False
    overlap = min(a.box.bottom, b.box.bottom) - max(a.box.top, b.box.top)
    return overlap > 0.5 * min(a.box.bottom - a.box.top, b.box.bottom - b.box.top)


def rows(part: Part) -> list[Part]:
    """Runs that share a line, from top to bottom, each row from left to right."""
    found: list[Part] = []
    for segment in sorted(part, key=lambda s: (s.box.top + s.box.bottom, s.box.x0, s.stored)):
        if found and all(same_row(other, segment) for other in found[-1][-_LOOKED_BACK:]):
            found[-1].append(segment)
        else:
            found.append([segment])
    return [sorted(row, key=lambda s: (s.box.x0, s.stored)) for row in found]


def lines_of(part: Part) -> Iterator[Segment]:
    """The lines that the runs make, from top to bottom."""
    for row in rows(part):
        yield from row[0].lines or [joined(row)]


def joined(row: Sequence[Segment], space: str | None = None) -> Segment:
    """Runs as one line, with ``space`` between them or, by default, what their gaps say.

    That is nothing, a space, or a tab where they are wide, as between the cells of a table.
    """
    if len(row) == 1:
        return row[0]
    spaces = ["", *(_spaces(row) if space is None else [space] * (len(row) - 1))]
    texts: list[str] = []
    edges: list[float] = []
    pieces: list[tuple[int, int]] = []
    length = 0
    for gap, segment in zip(spaces, row, strict=True):
        length += len(gap)
        pieces += [(length + at, rank) for at, rank in segment.pieces or ((0, segment.stored),)]
        length += len(segment.text)
        texts += [gap, segment.text]
        if not gap:
            del edges[-1:]
        edges += segment.edges
    return replace(
        max(row, key=lambda s: len(s.text)),
        text="".join(texts),
        edges=tuple(edges),
        box=_around(row),
        stored=min(s.stored for s in row),
        pieces=tuple(pieces),
    )


def _spaces(row: Sequence[Segment]) -> Iterator[str]:
    """What stands between the runs of a line."""
    sizes = [max(a.size, b.size, 0.1) for a, b in pairwise(row)]
    gaps = [b.box.x0 - a.box.x1 for a, b in pairwise(row)]
    even = are_even(gaps, max(sizes)) and not any(" " in segment.text for segment in row)
    for gap, size in zip(gaps, sizes, strict=True):
        wide = gap >= WIDE_GAP * size and not even
        yield "\t" if wide else "" if gap < WORD_SPACE * size else " "


def are_even(gaps: Sequence[float], em: float) -> bool:
    """Whether the gaps between words are all the same, as where a line is justified, not cells."""
    return len(gaps) >= _JUSTIFIED and max(gaps) - min(gaps) < _UNEVEN * em


def _around(part: Sequence[Segment]) -> Box:
    """The smallest box that holds all of the runs."""
    return Box(
        part[0].box.page,
        min(s.box.x0 for s in part),
        min(s.box.top for s in part),
        max(s.box.x1 for s in part),
        max(s.box.bottom for s in part),
    )
