"""Which rows of a table are lines, and which are texts side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from atscheck.documents.characters import BULLET

_JOINED_ROW = 120
"""A table row of more characters than this is text side by side, not a row of values."""
_TALLEST_VALUE = 3
"""A cell of more lines than this is no value."""


class Text(Protocol):
    """A line of a cell."""

    @property
    def text(self) -> str:
        """Its characters."""

    @property
    def size(self) -> float:
        """Its font size."""

    @property
    def bold(self) -> bool:
        """Whether it is bold."""

    @property
    def hidden(self) -> object:
        """Whether a person cannot see it, or why."""


def is_row_of_values(cells: Sequence[Sequence[Text]]) -> bool:
    """Whether a row's cells, given by their lines, read as one line: values, or "label: value".

    Two cells of different looks rather are a heading and its text; cells of several lines are
    values that are broken only where others beside them are not.
    """
    lines = [line for cell in cells for line in cell]
    heights = [len(cell) for cell in cells]
    if len(cells) < 2 or sum(len(line.text) for line in lines) > _JOINED_ROW:
        return False
    if any(line.hidden != lines[0].hidden for line in lines):
        return False
    if any(line.text.lstrip().startswith(BULLET) for line in lines[1:]):
        return False
    if len(cells) > 2:
        return min(heights) == 1 and max(heights) <= _TALLEST_VALUE
    if max(heights) > 1:
        return False
    first, second = lines
    if first.text.rstrip().endswith(":") or second.text.startswith(":"):
        return True
    return (first.bold, first.size) == (second.bold, second.size)
