"""What a PDF page draws: its glyphs with their places and looks, and the areas that it paints."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from atscheck.documents.pdf.grids import Rules
from atscheck.documents.visibility import Hidden, Rgb

Turn = Literal["", "up", "down"]


@dataclass(slots=True)
class Glyph:
    """A character as drawn, in points from the page's top left.

    Attributes:
        text: one character or a ligature's few.
        baseline: the height at which it stands; boxes reach below it as their fonts say.
        turn: "up" or "down" where its line runs so, "" for lines from left to right.
        order: its rank among all that the page draws.
        colors: of its inside, its outline or both; None for one that is not known.
        mode: its text render mode (ISO 32000-1, table 106).
        hidden: why a person cannot see it, as far as is known.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    turn: Turn
    order: int
    colors: tuple[Rgb | None, ...]
    mode: int
    hidden: Hidden = ""

    @property
    def start(self) -> float:
        """Where it begins along its line's direction."""
        if not self.turn:
            return self.x0
        return -self.bottom if self.turn == "up" else self.top

    @property
    def end(self) -> float:
        """Where it ends along its line's direction."""
        if not self.turn:
            return self.x1
        return -self.top if self.turn == "up" else self.bottom


@dataclass(frozen=True, slots=True)
class Paint:
    """An area that the page fills, or the rectangle of an image, cut to what is shown of it.

    Attributes:
        corners: of the area; none where it is a rectangle.
        order: its rank among all that the page draws.
        color: None where it is not known, or not one: pictures, patterns, see-through areas.
        opaque: whether nothing under it can be seen.
    """

    corners: tuple[tuple[float, float], ...]
    x0: float
    top: float
    x1: float
    bottom: float
    order: int
    color: Rgb | None
    opaque: bool
    image: bool

    def covers(self, x: float, y: float) -> bool:
        """Whether the point lies inside (even-odd rule)."""
        if not (self.x0 <= x <= self.x1 and self.top <= y <= self.bottom):
            return False
        if not self.corners:
            return True
        inside = False
        for (ax, ay), (bx, by) in _sides(self.corners):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
        return inside


def _sides(
    corners: Sequence[tuple[float, float]],
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    return zip(corners, (*corners[1:], corners[0]), strict=True)


@dataclass(slots=True)
class Drawing:
    """All that one page draws, in stored order.

    Attributes:
        shown: the part of the page that is seen.
        recognised: how many glyphs are the text layer of a scan.
    """

    width: float
    height: float
    shown: Area
    glyphs: list[Glyph] = field(default_factory=list)
    paints: list[Paint] = field(default_factory=list)
    rules: Rules = field(default_factory=Rules)
    recognised: int = 0


Area = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the page's top left."""

EVERYWHERE: Area = (-math.inf, -math.inf, math.inf, math.inf)


@dataclass(frozen=True, slots=True)
class PaintState:
    """How what is drawn gets on the page, beside its colour.

    Attributes:
        opacity: of what is filled, 0 to 1.
        group: that of the forms around it.
        masked: whether a soft mask decides what is seen of it.
        blended: whether it is mixed with what lies behind it.
        shown: the area to which it is clipped; at most that, where the clip is no rectangle.
        layers_off: how many layers that are switched off it is in.
    """

    opacity: float = 1.0
    group: float = 1.0
    masked: bool = False
    blended: bool = False
    shown: Area = EVERYWHERE
    layers_off: int = 0

    @property
    def opaque(self) -> bool:
        """Whether nothing can be seen through an area painted so."""
        return self.opacity * self.group > 0.99 and not (self.masked or self.blended)


def around(points: Sequence[tuple[float, float]]) -> Area:
    """The smallest area that holds all of ``points``."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def common(a: Area, b: Area) -> Area:
    """What two areas share; its sides are the wrong way round if that is nothing."""
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])
