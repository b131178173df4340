"""The tables of a PDF page, read row by row and cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from atscheck.documents.characters import BULLET
from atscheck.documents.pdf.grids import Grid
from atscheck.documents.segments import Part, Segment, joined, lines_of, same_row

_LONGEST_CELL = 12
"""Lines of a cell, beyond which it rather is a part of the page that has a frame. Real tables of
marks, skills or duties have cells of up to ten lines."""

_LONGEST_VALUE = 160
"""Characters of a value, at most: an employer with its address (see documents.docx.tables)."""

Cell = tuple[int, int]


def with_tables(segments: Part, grids: Sequence[Grid]) -> Part:
    """The runs, those in tables put together to one for each row."""
    for grid in grids:
        cells, rest = _cells(segments, grid)
        table = _rows_of_cells(cells)
        if _is_table(list(table.values())):
            rest += [s for (row, _), cell in cells.items() if row not in table for s in cell]
            segments = rest + [_row(row) for row in table.values()]
    return segments


def _rows_of_cells(cells: Mapping[Cell, Part]) -> dict[int, list[Part]]:
    """The lines of each cell by the number of their row.

    Text before the first row of two cells or behind the last stands in a frame around the table.
    """
    rows = {
        number: [list(lines_of(cells[cell])) for cell in row]
        for number, row in groupby(sorted(cells), key=lambda cell: cell[0])
    }
    split = [number for number, row in rows.items() if len(row) > 1]
    return {n: row for n, row in rows.items() if split and split[0] <= n <= split[-1]}


def _cells(segments: Part, grid: Grid) -> tuple[dict[Cell, Part], Part]:
    """The runs in each cell of a grid, and those in none."""
    cells: dict[Cell, Part] = {}
    rest: Part = []
    for segment in segments:
        if segment.lines or segment.hidden or segment.turned:
            rest.append(segment)
            continue
        for cell, part in _split(segment, grid):
            (rest if cell is None else cells.setdefault(cell, [])).append(part)
    return cells, rest


def _split(segment: Segment, grid: Grid) -> Iterator[tuple[Cell | None, Segment]]:
    """The parts of a run that stand in one cell each: a narrow gap may hide an edge."""
    y = (segment.box.top + segment.box.bottom) / 2
    edges, text = segment.edges, segment.text
    start = grid.cell((edges[0] + edges[1]) / 2, y)
    if start == grid.cell((edges[-2] + edges[-1]) / 2, y):
        yield start, segment
        return
    words = list(re.finditer(r"\S+", text))
    for cell, group in groupby(words, lambda w: grid.cell(sum(edges[w.start() :][:2]) / 2, y)):
        places = [place for word in group for place in word.span()]
        first, end = places[0], places[-1]
        box = replace(segment.box, x0=edges[first], x1=edges[end])
        yield cell, replace(segment, text=text[first:end], edges=edges[first : end + 1], box=box)


def _is_table(table: Sequence[Sequence[Part]]) -> bool:
    """Whether the rows, given by the lines of their cells, are data: not a page's layout.

    A layout has long texts side by side, or one beside a few short ones.
    """
    rows = sum(len(row) > 1 for row in table)
    longest = max((sum(len(cell) > _LONGEST_CELL for cell in row) for row in table), default=0)
    return rows >= 2 if not longest else rows >= 3 and longest == 1


def _row(cells: Sequence[Part]) -> Segment:
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
