"""The tables of a PDF page, read row by row and cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from atscheck.documents.cells import LONGEST_CELL, row_of
from atscheck.documents.pdf.grids import Grid
from atscheck.documents.segments import Part, Segment, lines_of

Cell = tuple[int, int]


def with_tables(segments: Part, grids: Sequence[Grid]) -> Part:
    """The runs, those in tables put together to one for each row."""
    for grid in grids:
        cells, rest = _cells(segments, grid)
        table = _rows_of_cells(cells)
        if _is_table(list(table.values())):
            rest += [s for (row, _), cell in cells.items() if row not in table for s in cell]
            segments = rest + [row_of(row) for row in table.values()]
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
    longest = max((sum(len(cell) > LONGEST_CELL for cell in row) for row in table), default=0)
    return rows >= 2 if not longest else rows >= 3 and longest == 1
