"""Visual reading order: which runs of text stand in columns of their own, and which share a line.

A page is cut where a column of text starts, recursively. A right-hand part is a column when the
file stores it apart from the left one, or when its lines do not sit on the left part's lines;
otherwise it belongs to the same lines (dates set flush right, the cells of a table).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from atscheck.documents.characters import BULLET, normalise
from atscheck.documents.segments import Part, Segment, joined, lines_of, rows, same_row


def order_page(segments: Sequence[Segment], width: float) -> tuple[Part, int]:
    """The lines of one page in visual order, and how many columns it has.

    Hidden text and text that runs up or down come last, as they have no part in the layout.
    """
    level = _with_bullets([s for s in segments if not (s.hidden or s.turned)])
    parts = list(_parts(level, width, 0, 0))
    columns = 1 + max((column for _, column in parts), default=0)
    lines = [replace(line, column=column) for part, column in parts for line in lines_of(part)]
    lines.extend(lines_of([s for s in segments if s.hidden and not s.turned]))
    lines.extend(s for s in segments if s.turned)
    return lines, columns


def _with_bullets(segments: Part) -> Part:
    """The runs, bullets that are drawn alone joined to the text that they stand before."""
    found: Part = []
    for segment in segments:
        last = found[-1] if found else None
        if last is not None and _is_bullet(last.text) and _stands_before(last, segment):
            found[-1] = joined([last, segment])
        else:
            found.append(segment)
    return found


def _is_bullet(text: str) -> bool:
    """Whether ``text`` is a bullet, or a glyph of a symbol font that may be one."""
    return len(text) == 1 and normalise(text).text in ("", BULLET)


def _stands_before(bullet: Segment, segment: Segment) -> bool:
    """Whether a bullet is no more than five em to the left of a run, on its line."""
    gap = segment.box.x0 - bullet.box.x1
    return 0 < gap < 5 * segment.size and same_row(bullet, segment)


def _parts(segments: Part, width: float, column: int, depth: int) -> Iterator[tuple[Part, int]]:
    """The page's parts in reading order, each with its column."""
    cut = _best_cut(segments, width) if depth < 6 and len(segments) >= 6 else None
    if cut is None:
        if segments:
            yield segments, column
        return
    above, left, right, below = cut
    yield from _parts(above, width, column, depth + 1)
    yield from _parts(left, width, column, depth + 1)
    yield from _parts(right, width, column + 1, depth + 1)
    yield from _parts(below, width, column, depth + 1)


def _best_cut(segments: Part, width: float) -> tuple[Part, Part, Part, Part] | None:
    """The cut into above, left, right, below with the most text in two columns, if there is one."""
    best: tuple[int, tuple[Part, Part, Part, Part]] | None = None
    for x in _column_starts(segments, width):
        for run in _uncrossed_runs(segments, x):
            left = [s for s in run if s.box.x0 < x - 2]
            right = [s for s in run if s.box.x0 >= x - 2]
            if not _are_columns(left, right, width):
                continue
            score = min(len(left), len(right)) * 1000 + len(run)
            if best is None or score > best[0]:
                top = min(s.box.top for s in run)
                inside = set(map(id, run))
                rest = [s for s in segments if id(s) not in inside]
                above = [s for s in rest if s.box.top < top]
                below = [s for s in rest if s.box.top >= top]
                best = score, (above, left, right, below)
    return best and best[1]


def _column_starts(segments: Part, width: float) -> list[float]:
    """The x at which runs start, away from the left edge of them all: where a column may start."""
    edge = min(s.box.x0 for s in segments)
    starts: list[float] = []
    for x in sorted(s.box.x0 for s in segments if s.box.x0 > edge + 0.1 * width):
        if not starts or x - starts[-1] > 3:
            starts.append(x)
    return starts


def _uncrossed_runs(segments: Part, x: float) -> Iterator[Part]:
    """The stretches of the page, top to bottom, in which no run of text crosses ``x``."""
    run: Part = []
    for segment in sorted(segments, key=lambda s: (s.box.top + s.box.bottom, s.box.x0)):
        if segment.box.x0 < x - 2 and segment.box.x1 > x + 2:
            if run:
                yield run
            run = []
        else:
            run.append(segment)
    if run:
        yield run


def _are_columns(left: Part, right: Part, width: float) -> bool:
    """Whether two sides of a gutter are read one after the other, not line by line."""
    left_rows, right_rows = rows(left), rows(right)
    if min(len(left_rows), len(right_rows)) < 3:
        return False
    shared_height = min(_bottom(left), _bottom(right)) - max(_top(left), _top(right))
    if shared_height < 0.4 * min(_bottom(left) - _top(left), _bottom(right) - _top(right)):
        return False
    letters_left, letters_right = _letters(left), _letters(right)
    if min(letters_left, letters_right) < 0.06 * (letters_left + letters_right):
        return False
    fewer, more = sorted((left_rows, right_rows), key=len)
    baselines = sorted(row[0].baseline for row in more)
    aligned = sum(_has_near(baselines, row[0].baseline, 0.12 * row[0].size) for row in fewer)
    on_right = set(map(id, right))
    sides = [id(s) in on_right for s in sorted([*left, *right], key=lambda s: s.stored)]
    switches = sum(a != b for a, b in pairwise(sides))
    if aligned >= 0.9 * len(fewer) and _is_narrow(right, width):
        return False
    return switches <= max(2, 0.5 * aligned) or aligned < 0.5 * len(fewer)


def _has_near(ascending: list[float], value: float, distance: float) -> bool:
    """Whether one of the ``ascending`` numbers is within ``distance`` of ``value``."""
    return bisect_right(ascending, value + distance) > bisect_left(ascending, value - distance)


def _is_narrow(side: Part, width: float) -> bool:
    """Whether a side holds only short bits such as dates and places."""
    widths = sorted(s.box.x1 - s.box.x0 for s in side)
    return widths[len(widths) // 2] < 0.2 * width


def _top(part: Part) -> float:
    return min(s.box.top for s in part)


def _bottom(part: Part) -> float:
    return max(s.box.bottom for s in part)


def _letters(part: Part) -> int:
    return sum(len(s.text) for s in part)
