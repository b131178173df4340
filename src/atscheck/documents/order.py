"""Visual reading order: which runs of text stand in columns of their own, and which share a line.

A page is cut where a column of text starts, recursively. A right-hand part is a column when the
file stores it apart from the left one, or when its lines do not sit on the left part's lines;
otherwise it belongs to the same lines (dates set flush right, the cells of a table).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise, takewhile

from atscheck.data import load_words
from atscheck.documents.cells import stored_blocks, with_cells
from atscheck.documents.direction import in_reading_order
from atscheck.documents.frames import with_frames
from atscheck.documents.model import Box
from atscheck.documents.openings import with_openings
from atscheck.documents.segments import Part, Segment, lines_of, rows, same_row

_FEWEST_ROWS = 3
"""Rows that both columns have at least: two lines side by side are an address or a date."""

_BESIDE = 0.4
"""Share of the lower column's height that stands beside the other one: less is a corner where one
text ends as the other begins."""

_LEAST_TEXT = 0.06
"""Share of the letters that a column has: icons, ratings and dates beside a text have less."""

_NARROW = 0.2
"""Widths of the page that dates and places take: "September 2019 - December 2021" in 10 points."""

_ALL = 0.9
"""Share of the rows on a common line for which a text counts as read line by line."""

_OFF, _OFF_ALONE = 0.12, 0.35
"""How far apart baselines of one line are, in em: rounding; and of a line by itself, such as a date
in smaller type, which stands nearer to that line than to any other."""

_MOST_STARTS = 50
"""Places where a column may start that are looked at, those first at which most runs start."""

_MOST_STRETCHES = 20
"""Stretches of the file's order in one part of a page, beyond which they tell nothing."""

_MOST_RUNS = 2_000
"""Runs of text on a page, beyond which it is not cut into columns, as that takes long; real pages
have some hundreds."""


def order_page(
    segments: Sequence[Segment], width: float, frames: Sequence[Box] = ()
) -> tuple[Part, int]:
    """The lines of one page in visual order, and how many columns it has.

    Hidden text and text that runs up or down come last, as they have no part in the layout.
    """
    level = with_openings([s for s in segments if not (s.hidden or s.turned)])
    parts = list(_parts(with_frames(level, frames), width, 0, 0))
    columns = 1 + max((column for _, column in parts), default=0)
    read = ((line, n) for part, n in parts for line in lines_of(with_cells(part)))
    lines = [replace(line, column=n) if n else line for line, n in read]
    lines.extend(lines_of([s for s in segments if s.hidden and not s.turned]))
    lines.extend(s for s in segments if s.turned)
    return [in_reading_order(line) for line in lines], columns


def _parts(segments: Part, width: float, column: int, depth: int) -> Iterator[tuple[Part, int]]:
    """The page's parts in reading order, each with its column."""
    few = len(segments) < 6 or len(segments) > _MOST_RUNS
    cut = _best_cut(segments, width) if depth < 6 and not few else None
    if cut is None:
        if segments:
            yield segments, column
        return
    above, below, left, right = cut
    yield from _parts(above, width, column, depth + 1)
    yield from _parts(left, width, column, depth + 1)
    yield from _parts(right, width, column + 1, depth + 1)
    yield from _parts(below, width, column, depth + 1)


def _best_cut(segments: Part, width: float) -> tuple[Part, Part, Part, Part] | None:
    """The cut into above, below, left, right with the most text in two columns, if there is one."""
    best: tuple[int, Part, Part] | None = None
    downwards = sorted(segments, key=lambda s: (s.box.top + s.box.bottom, s.box.x0))
    places = {rank: i for i, rank in enumerate(sorted(s.stored for s in segments))}
    for x in _column_starts(segments, width):
        for run in _uncrossed_runs(downwards, x):
            if min(map(len, _sides(run, x))) < _FEWEST_ROWS:
                continue
            for band in (*_stored_apart(run, x), *_stored_in_one(run, places), run):
                left, right = _sides(band, x)
                if _are_columns(left, right, width):
                    score = min(len(left), len(right)) * 1000 + len(band)
                    if best is None or score > best[0]:
                        best = score, left, right
                    break
    if best is None:
        return None
    _, left, right = best
    return *_around(segments, [*left, *right]), left, right


def _around(segments: Part, band: Part) -> tuple[Part, Part]:
    """The runs above a band of the page, and those below it or, in other columns, beside it."""
    top = _top(band)
    inside = set(map(id, band))
    rest = [s for s in segments if id(s) not in inside]
    return [s for s in rest if s.box.top < top], [s for s in rest if s.box.top >= top]


def _sides(band: Part, x: float) -> tuple[Part, Part]:
    """The runs left of a place where a column may start, and those from there on."""
    return [s for s in band if s.box.x0 < x - 2], [s for s in band if s.box.x0 >= x - 2]


def _stored_apart(run: Part, x: float) -> Iterator[Part]:
    """The bands in which the file stores all that is left of ``x`` before all that is right of it.

    What stands above and below them across the page may not cross ``x`` either: headings, short
    lines, dates set flush right. It does not start at ``x``, as the text of a column does. The
    right side may go on below the left one. Where there are several bands, such dates tell that
    they are not one.
    """
    blocks = list(stored_blocks(run))
    bands: list[tuple[int, int]] = []
    for i, block in enumerate(blocks):
        left, right = _sides(block, x)
        if min(len(left), len(right)) < _FEWEST_ROWS:
            continue
        if max(s.stored for s in left) < min(s.stored for s in right):
            tail = takewhile(lambda other: not _sides(other, x)[0], blocks[i + 1 :])
            bands.append((i, i + 1 + len(list(tail))))
    inside = {i for start, end in bands for i in range(start, end)}
    across = [s for i, block in enumerate(blocks) if i not in inside for s in _sides(block, x)[1]]
    if any(s.box.x0 <= x + 3 for s in across) or (len(bands) > 1 and not across):
        return
    for start, end in bands:
        yield [s for block in blocks[start:end] for s in block]


def _stored_in_one(run: Part, places: Mapping[int, int]) -> Iterator[Part]:
    """The bands that the file stores in one go, and apart from all that is above and below them.

    ``places`` has the place of each rank among those of the page's part.
    """
    stretches: list[Part] = []
    for segment in sorted(run, key=lambda s: s.stored):
        last = stretches[-1][-1] if stretches else None
        if last is None or places[segment.stored] > places[last.stored] + 1:
            stretches.append([])
        stretches[-1].append(segment)
    if not 1 < len(stretches) <= _MOST_STRETCHES:
        return
    for stretch in stretches:
        top, bottom, inside = _top(stretch), _bottom(stretch), set(map(id, stretch))
        if all(s.box.bottom <= top or s.box.top >= bottom for s in run if id(s) not in inside):
            yield stretch


def _column_starts(segments: Part, width: float) -> list[float]:
    """The x at which runs start, away from the left edge of them all: where a column may start."""
    edge = min(s.box.x0 for s in segments)
    starts: list[tuple[float, int]] = []
    for x in sorted(s.box.x0 for s in segments if s.box.x0 > edge + 0.1 * width):
        if not starts or x - starts[-1][0] > 3:
            starts.append((x, 0))
        starts[-1] = starts[-1][0], starts[-1][1] + 1
    usual = sorted(starts, key=lambda start: start[1], reverse=True)[:_MOST_STARTS]
    return sorted(x for x, _ in usual)


def _uncrossed_runs(downwards: Part, x: float) -> Iterator[Part]:
    """The stretches of the page, top to bottom, in which no run of text crosses ``x``."""
    run: Part = []
    for segment in downwards:
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
    if min(len(left_rows), len(right_rows)) < _FEWEST_ROWS:
        return False
    shared_height = min(_bottom(left), _bottom(right)) - max(_top(left), _top(right))
    if shared_height < _BESIDE * min(_bottom(left) - _top(left), _bottom(right) - _top(right)):
        return False
    letters_left, letters_right = _letters(left), _letters(right)
    if min(letters_left, letters_right) < _LEAST_TEXT * (letters_left + letters_right):
        return False
    aligned = _aligned(left_rows, right_rows)
    fewer = min(len(left_rows), len(right_rows))
    on_right = set(map(id, right))
    sides = [id(s) in on_right for s in sorted([*left, *right], key=lambda s: s.stored)]
    switches = sum(a != b for a, b in pairwise(sides))
    if aligned >= _ALL * fewer and _is_narrow(right, width):
        return switches == 1 and _are_headed(left_rows, right_rows)
    return switches <= max(2, 0.5 * aligned) or aligned < 0.5 * fewer


def _aligned(left: list[Part], right: list[Part]) -> int:
    """How many rows of the side with fewer stand on a line with one of the other side.

    Rows with blank lines between, such as dates, may stand a little higher or lower than that.
    """
    fewer, more = sorted((left, right), key=len)
    baselines = sorted(row[0].baseline for row in more)
    steps = [b[0].baseline - a[0].baseline for a, b in pairwise(fewer)]
    off = _OFF_ALONE if min(steps) > 2 * fewer[0][0].size else _OFF
    return sum(_has_near(baselines, row[0].baseline, off * row[0].size) for row in fewer)


def _are_headed(left: list[Part], right: list[Part]) -> bool:
    """Whether both sides begin with a heading, of looks of its own or known, on the same height."""
    heads, bodies = [left[0][0], right[0][0]], [left[1][0], right[1][0]]
    looks = {(head.size, head.bold) for head in heads}
    differ = looks.isdisjoint((body.size, body.bold) for body in bodies)
    known = all(head.text.casefold() in _known_headings() for head in heads)
    return len(looks) == 1 and (differ or known) and same_row(*heads)


@cache
def _known_headings() -> frozenset[str]:
    """The headings of resume sections, in lower case."""
    kinds = load_words("headings")["headings"].values()
    return frozenset(heading for kind in kinds for heading in kind)


def _has_near(ascending: list[float], value: float, distance: float) -> bool:
    """Whether one of the ``ascending`` numbers is within ``distance`` of ``value``."""
    return bisect_right(ascending, value + distance) > bisect_left(ascending, value - distance)


def _is_narrow(side: Part, width: float) -> bool:
    """Whether a side holds only short bits such as dates and places."""
    widths = sorted(s.box.x1 - s.box.x0 for s in side)
    return widths[len(widths) // 2] < _NARROW * width


def _top(part: Part) -> float:
    return min(s.box.top for s in part)


def _bottom(part: Part) -> float:
    return max(s.box.bottom for s in part)


def _letters(part: Part) -> int:
    return sum(len(s.text) for s in part)
