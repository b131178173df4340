"""The cells of tables: how a row of them is read, and which runs are cells without lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from atscheck.documents.characters import BULLET
from atscheck.documents.segments import Part, Segment, joined, rows, same_row

LONGEST_CELL = 12
"""Lines of a cell, beyond which it rather is a part of the page that has a frame. Real tables of
marks, skills or duties have cells of up to ten lines."""

_LONGEST_VALUE = 160
"""Characters of a value, at most: an employer with its address (see documents.docx.tables)."""


_MOST_KNOWN = 20
"""Rows that others are compared with."""

_ALIGNED = 2.0
"""Points by which the left edges of cells in one column differ, at most."""


def row_of(cells: Sequence[Part]) -> Segment:
    """A row of a table, its lines cell by cell; a row of values is one line."""
    whole = joined([line for cell in cells for line in cell])
    if _are_values(cells):
        lines = [[joined(cell, " ") for cell in cells]]
    else:
        lines = list(_labelled(cells))
    parts = tuple(replace(joined(line, "\t"), origin="table") for line in lines)
    return replace(whole, lines=parts)


def _are_values(cells: Sequence[Part]) -> bool:
    """Whether three cells or more are short, and no more than the first is an item of a list."""
    items = [line for cell in cells for line in cell if line.text.lstrip()[:1] == BULLET]
    short = all(sum(len(line.text) for line in cell) <= _LONGEST_VALUE for cell in cells)
    return len(cells) > 2 and short and items in ([], [cells[0][0]])


def _labelled(cells: Sequence[Part]) -> Iterator[Part]:
    """The lines of the cells, one after the other.

    A cell of one line shares it with the next one's first if both stand equally high: its label.
    """
    label: Part = []
    for cell in cells:
        first, *others = cell
        if label and not same_row(label[-1], first):
            yield label
            label = []
        label.append(first)
        if others:
            yield label
            yield from ([line] for line in others)
            label = []
    if label:
        yield label


def with_cells(part: Part) -> Part:
    """The runs, rows of cells put together to one each where the file stores them cell by cell.

    Lines tell where cells end; without them their order does, which is that of the text and not
    that of the page. It must do so for two rows with the same columns: once may be chance.
    """
    blocks = list(stored_blocks(part))
    cells = [_cells(block) for block in blocks]
    columns = [[cell[0].box.x0 for cell in row] for row in cells]
    known = [xs for xs, row in zip(columns, cells, strict=True) if _is_mixed(row)][:_MOST_KNOWN]
    found: Part = []
    for i, (block, row) in enumerate(zip(blocks, cells, strict=True)):
        beside = [columns[k] for k in (i - 1, i + 1) if 0 <= k < len(blocks)]
        alike = any(_same_columns(columns[i], xs) for xs in beside)
        rather = _is_mixed(row, 1) and any(_same_columns(columns[i], xs) for xs in known)
        found += [row_of(row)] if alike and (rather or _is_mixed(row)) else block
    return found


def stored_blocks(part: Part) -> Iterator[Part]:
    """The runs from top to bottom, cut wherever all above is stored before all that is below."""
    lines = rows(part)
    first = [min(s.stored for s in line) for line in lines]
    for i in range(len(first) - 2, -1, -1):
        first[i] = min(first[i], first[i + 1])
    block: Part = []
    last = -1
    for line, following in zip(lines, [*first[1:], None], strict=True):
        block += line
        last = max(last, *(s.stored for s in line))
        if following is None or last < following:
            yield block
            block = []


def _cells(block: Part) -> list[Part]:
    """The runs of a block in stored order, those put together that stand below one another."""
    cells: list[Part] = []
    for segment in sorted(block, key=lambda s: s.stored):
        last = cells[-1][-1] if cells else None
        if last is not None and _stands_below(segment, last):
            cells[-1].append(segment)
        else:
            cells.append([segment])
    return cells


def _stands_below(segment: Segment, above: Segment) -> bool:
    """Whether a run is on the next line of a cell: no blank line between, and beneath."""
    gap = segment.baseline - above.baseline
    beneath = segment.box.x0 < above.box.x1 and above.box.x0 < segment.box.x1
    return beneath and 0.5 * above.size < gap < 2 * above.size and not segment.lines


def _is_mixed(cells: Sequence[Part], last: int = 2) -> bool:
    """Whether cells stand side by side, and reading them line by line would mix them.

    A first cell of one line mixes nothing: it labels what stands beside it. Of two cells the other
    one must have ``last`` lines: a title of two lines with a date beside it is no row of cells.
    """
    edges = [(min(s.box.x0 for s in cell), max(s.box.x1 for s in cell)) for cell in cells]
    beside = all(a[1] < b[0] for a, b in pairwise(edges))
    heights = [len(cell) for cell in cells]
    if len(cells) < 2 or not beside or max(heights) > LONGEST_CELL:
        return False
    return max(heights[1:]) > 1 if len(cells) > 2 else heights[0] > 1 and heights[1] >= last


def _same_columns(xs: Sequence[float], others: Sequence[float]) -> bool:
    """Whether two rows have two columns in common."""
    return sum(any(abs(x - other) <= _ALIGNED for other in others) for x in xs) > 1
