"""Tables: which are rows of values and which only lay out a page, and how each is read.

A table of values is read row by row, the cells of a row parted by tabs. In a table that lays out
the page each cell is a column, or a box, whose text is whole: read across, its statements would be
mixed. Word does not say which of the two a table is, and lines do not tell: of 56 tables that lay
out a real resume 43 show some, mostly around headings. So what the cells hold decides: lists,
several paragraphs of text, and tables make a block.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from atscheck.documents.assemble import SourceLine
from atscheck.documents.characters import BULLET
from atscheck.documents.flow import Flow

_LONGEST_VALUE = 160
"""Characters: what is longer is a text. Of 110 real resumes with 55 tables, the longest value in a
row of values, an employer with its address, has 160."""

_LONGEST_PAIR = 120
"""Characters of two cells that are read as one line."""

_TALLEST_VALUE = 3
"""Lines of a cell; one of more lines and over `_LONGEST_PAIR` characters is a block."""

_HEADING = 1.2
"""How many times the size of the text beside it a heading has, at least."""

Group = Sequence[tuple[int, int]]
"""What is read as one line: pairs of a cell's index in its row and a line's index in the cell."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with text: its lines, and the column of the table's grid that it begins in."""

    flow: Flow
    column: int

    @property
    def lines(self) -> list[SourceLine]:
        """Its lines."""
        return self.flow.lines

    @property
    def length(self) -> int:
        """How many characters it holds."""
        return sum(len(line.text) for line in self.flow.lines)

    @property
    def items(self) -> int:
        """How many items of lists it holds."""
        return sum(line.text.lstrip().startswith(BULLET) for line in self.flow.lines)

    @property
    def is_block(self) -> bool:
        """Whether it holds a list, a table, or text of several paragraphs."""
        tall = len(self.lines) > _TALLEST_VALUE and self.length > _LONGEST_PAIR
        return self.items > 1 or tall or self.flow.has("tables", "layout-table")


Row = Sequence[Cell]


def is_layout(rows: Sequence[Row]) -> bool:
    """Whether a table of these cells with text lays out the page.

    It does if it only draws boxes around text, or if more than half of its text stands in blocks.
    """
    if all(len(row) < 2 for row in rows):
        return True
    blocks = 0
    for row in rows:
        lists = _lists(row)
        if not _is_labelled(row):
            blocks += sum(cell.length for cell in row if lists or cell.is_block)
    return blocks * 2 > sum(cell.length for row in rows for cell in row)


def _lists(row: Row) -> bool:
    """Whether cells side by side hold items of lists; the first alone may be marked by one."""
    return any(cell.items for cell in row[1:])


def put(rows: Sequence[Row], flow: Flow) -> bool:
    """Add the text of a table to ``flow``; whether the table lays out the page."""
    layout = is_layout(rows)
    ranks = {at: i for i, at in enumerate(sorted({cell.column for row in rows for cell in row}))}
    for row in rows:
        columns = [ranks[cell.column] for cell in row] if layout else None
        flow.take([cell.flow for cell in row], list(_groups(row, layout)), columns)
    return layout


def _groups(row: Row, layout: bool) -> Iterator[Group]:
    """What is read as one line each of a row."""
    cells = [cell.lines for cell in row]
    if _is_labelled(row) or (len(row) == 2 and _is_pair(row, layout)):
        for i, pair in enumerate(zip_longest(*cells)):
            yield [(cell, i) for cell, line in enumerate(pair) if line is not None]
    elif len(row) > 2 and _are_values(row):
        yield [(cell, i) for cell, lines in enumerate(cells) for i in range(len(lines))]
    else:
        for cell, lines in enumerate(cells):
            yield from ([(cell, i)] for i in range(len(lines)))


def _are_values(row: Row) -> bool:
    """Whether three cells or more are values; some of them may be broken into lines."""
    if any(cell.is_block or cell.length > _LONGEST_VALUE for cell in row):
        return False
    return _is_plain(row) and any(len(cell.lines) <= 2 for cell in row)


def _is_pair(row: Row, layout: bool) -> bool:
    """Whether two cells of one line each are read as one, such as a title and a date.

    In a table that lays out the page, two cells of different looks are a heading and its text.
    """
    first, second = (cell.lines[0] for cell in row)
    if any(len(cell.lines) > 1 for cell in row) or not _is_plain(row):
        return False
    if len(first.text) + len(second.text) > _LONGEST_PAIR:
        return False
    sizes = sorted([first.size, second.size])
    if layout:
        return (first.bold, first.size) == (second.bold, second.size)
    return sizes[1] <= _HEADING * sizes[0]


def _is_labelled(row: Row) -> bool:
    """Whether two cells are labels and their values, line by line."""
    if len(row) != 2 or not _is_plain(row):
        return False
    labels, values = (cell.lines for cell in row)
    if not (len(labels) == 1 and len(values) <= _TALLEST_VALUE) and len(labels) != len(values):
        return False
    if sum(cell.length for cell in row) > _LONGEST_PAIR * len(labels):
        return False
    return all(
        label.text.rstrip().endswith(":") or value.text.lstrip().startswith(":")
        for label, value in zip(labels, values, strict=False)
    )


def _is_plain(row: Row) -> bool:
    """Whether all of a row can be seen or none, and only its first cell is an item of a list."""
    lines = [line for cell in row for line in cell.lines]
    if any(line.hidden != lines[0].hidden for line in lines):
        return False
    return not any(line.text.lstrip().startswith(BULLET) for line in lines[1:])
