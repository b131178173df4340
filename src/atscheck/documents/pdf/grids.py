"""The grids of lines that a PDF page draws: the cells of its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from atscheck.documents.model import Box

_APART = 3.0
"""Points by which lines miss one another that are meant to meet, at most: the width of a thick
border, or the gap of a double one."""

_THIN = 2.5
"""Points: thicker areas are no lines; borders have half a point to two."""

_SHORT = 5.0
"""Points: shorter lines are no side of a cell, but ticks, dots and parts of letters."""

_MOST_DRAWN = 20_000
"""Lines that are looked at of a page."""

_MOST = 200
"""Lines in one direction, after those that go on one another are joined, beyond which a page is a
drawing: real tables of a page have at most some dozens."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line across or down the page: at which height or x, and from where to where."""

    at: float
    start: float
    end: float

    def passes(self, at: float) -> bool:
        """Whether it reaches ``at`` on its way."""
        return self.start - _APART <= at <= self.end + _APART


Point = tuple[float, float]


@dataclass(slots=True)
class Rules:
    """The straight lines that a page draws, as strokes or as areas as thin as lines."""

    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)

    def add(self, corners: Sequence[Point], *, stroked: bool) -> None:
        """Take the lines of a path, given in points from the page's top left."""
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        if max(xs) - min(xs) <= _THIN or max(ys) - min(ys) <= _THIN:
            self._add((min(xs), min(ys)), (max(xs), max(ys)))
        elif stroked:
            for a, b in pairwise(corners):
                self._add(a, b)

    def _add(self, a: Point, b: Point) -> None:
        width, height = abs(a[0] - b[0]), abs(a[1] - b[1])
        if len(self.across) + len(self.down) >= _MOST_DRAWN or max(width, height) < _SHORT:
            return
        if height <= _THIN:
            self.across.append(Rule((a[1] + b[1]) / 2, min(a[0], b[0]), max(a[0], b[0])))
        elif width <= _THIN:
            self.down.append(Rule((a[0] + b[0]) / 2, min(a[1], b[1]), max(a[1], b[1])))


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells: the edges of rows and columns, and the lines drawn of them."""

    ys: tuple[float, ...]
    xs: tuple[float, ...]
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]

    @property
    def is_frame(self) -> bool:
        """Whether it is one cell with a line on each side."""
        return len(self.ys) == len(self.xs) == len(self.across) == len(self.down) == 2

    def box(self, page: int) -> Box:
        """What it encloses, on a page with that number."""
        return Box(page, self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """The first row and column of the cell that the point lies in; None outside of the grid.

        A cell goes on over an edge where no line is drawn of it.
        """
        row, column = _interval(self.ys, y), _interval(self.xs, x)
        if row is None or column is None:
            return None
        while column and not _is_drawn(self.down, self.xs[column], y):
            column -= 1
        while row and not _is_drawn(self.across, self.ys[row], x):
            row -= 1
        return row, column


def _interval(edges: Sequence[float], at: float) -> int | None:
    for i in range(len(edges) - 1):
        if edges[i] <= at < edges[i + 1]:
            return i
    return None


def _is_drawn(rules: Iterable[Rule], edge: float, at: float) -> bool:
    return any(abs(rule.at - edge) <= _APART and rule.passes(at) for rule in rules)


def grids(rules: Rules) -> list[Grid]:
    """The grids that lines across and down the page make; a frame around text is one cell."""
    rows, columns = _merged(rules.across), _merged(rules.down)
    if max(len(rows), len(columns)) > _MOST:
        return []
    found = []
    for group_across, group_down in _connected(rows, columns):
        ys = _edges(group_across, group_down)
        xs = _edges(group_down, group_across)
        if len(ys) > 1 and len(xs) > 1:
            found.append(Grid(ys, xs, tuple(group_across), tuple(group_down)))
    return found


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """The lines, those made one that lie on one another or go on one another."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (round(r.at), r.start, r.at, r.end)):
        last = merged[-1] if merged else None
        if last and abs(last.at - rule.at) < 1 and rule.start <= last.end + _APART:
            merged[-1] = replace(last, end=max(last.end, rule.end))
        else:
            merged.append(rule)
    return merged


def _connected(
    across: Sequence[Rule], down: Sequence[Rule]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The lines, in groups of those that meet."""
    left_across, left_down = list(across), list(down)
    while left_across and left_down:
        group_across, group_down = [left_across.pop()], list[Rule]()
        fresh = list(group_across)
        while fresh:
            met = [r for r in left_down if any(_meet(f, r) for f in fresh)]
            left_down = [r for r in left_down if r not in met]
            group_down += met
            fresh = [r for r in left_across if any(_meet(r, m) for m in met)]
            left_across = [r for r in left_across if r not in fresh]
            group_across += fresh
        yield group_across, group_down


def _meet(across: Rule, down: Rule) -> bool:
    return across.passes(down.at) and down.passes(across.at)


def _edges(rules: Sequence[Rule], crossing: Sequence[Rule]) -> tuple[float, ...]:
    """Where the rules stand, and where those that cross them end: the outer edges may be open."""
    places = [rule.at for rule in rules]
    if crossing:
        places += [min(rule.start for rule in crossing), max(rule.end for rule in crossing)]
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _APART:
            edges.append(place)
    return tuple(edges)
