"""Bullets that a PDF page draws as shapes: browsers and design programs write no character."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from atscheck.documents.characters import BULLET
from atscheck.documents.pdf.drawing import Drawing, Paint
from atscheck.documents.segments import Part, Segment

_SMALLEST, _LARGEST = 0.15, 0.6
"""How wide and high a bullet is, in em: a browser's has a third."""

_ROUND = 1.3
"""The most by which it is wider than high, or higher than wide."""

_LOW, _HIGH = 0.1, 0.6
"""How far above the baseline its middle stands, in em: about half the height of small letters."""

_REACH = 2.5
"""How far left of its line it begins at most, in em; as far to the left of it nothing stands."""

_ALIKE = 1.0
"""Points by which the bullets of a list differ in place and size."""
_FEWEST = 2

_MOST_SHAPES, _MOST_RUNS = 500, 2_000
"""Small shapes and runs of text of a page, beyond which it is a drawing."""
_SMALL = 20.0
"""Points: larger areas are no marks, icons or dots of a scale."""


def with_drawn_bullets(segments: Part, drawing: Drawing) -> Part:
    """The runs, a bullet before each that has a small filled shape on its left.

    Such shapes stand alone, and two or more below one another. Dots on a line that runs down the
    page are a timeline's.
    """
    shapes = sorted(set(_shapes(drawing)), key=_middle)
    if not 0 < len(shapes) <= _MOST_SHAPES or len(segments) > _MOST_RUNS:
        return segments
    heights = [_middle(shape) for shape in shapes]
    marks: dict[int, Paint] = {}
    for i, segment in enumerate(segments):
        if segment.hidden or segment.turned:
            continue
        first = bisect_left(heights, segment.baseline - _HIGH * segment.size)
        last = bisect_right(heights, segment.baseline - _LOW * segment.size)
        mark = _mark(segment, shapes[first:last])
        if mark is not None and not _follows_text(segment, segments):
            marks[i] = mark
    listed = {
        i for i, mark in marks.items() if sum(_alike(mark, m) for m in marks.values()) >= _FEWEST
    }
    return [_marked(s, marks[i]) if i in listed else s for i, s in enumerate(segments)]


def _shapes(drawing: Drawing) -> Iterator[Paint]:
    """The small shapes of a page that are on no line, each with what tells it from others alone."""
    for paint in drawing.paints:
        width, height = paint.x1 - paint.x0, paint.bottom - paint.top
        if paint.image or not (0 < width < _SMALL and 0 < height < _SMALL):
            continue
        y = _middle(paint)
        if not any(
            paint.x0 < rule.at < paint.x1 and rule.start < y < rule.end
            for rule in drawing.rules.down
        ):
            yield replace(paint, corners=(), order=0)


def _middle(paint: Paint) -> float:
    return (paint.top + paint.bottom) / 2


def _mark(segment: Segment, row: Sequence[Paint]) -> Paint | None:
    """The one shape of those on its height that stands left of a run, if it may be a bullet."""
    em = segment.size
    near = [p for p in row if segment.box.x0 - 2 * _REACH * em < p.x0 < segment.box.x0]
    if len(near) != 1:
        return None
    (mark,) = near
    width, height = mark.x1 - mark.x0, mark.bottom - mark.top
    small, large = sorted((width, height))
    sized = _SMALLEST * em < small and large < min(_LARGEST * em, _ROUND * small)
    beside = mark.x1 < segment.box.x0 < mark.x0 + _REACH * em
    return mark if sized and beside else None


def _follows_text(segment: Segment, segments: Part) -> bool:
    """Whether other text ends a little left of a run: a dot between the two parts them."""
    reach = 2 * _REACH * segment.size
    return any(
        segment.box.x0 - reach < s.box.x1 <= segment.box.x0
        and abs(s.baseline - segment.baseline) < 0.5 * segment.size
        for s in segments
    )


def _alike(a: Paint, b: Paint) -> bool:
    widths = a.x1 - a.x0, b.x1 - b.x0
    return abs(a.x0 - b.x0) < _ALIKE and abs(widths[0] - widths[1]) < _ALIKE


def _marked(segment: Segment, mark: Paint) -> Segment:
    return replace(
        segment,
        text=f"{BULLET} {segment.text}",
        edges=(mark.x0, mark.x1, *segment.edges),
        box=replace(segment.box, x0=mark.x0),
    )
