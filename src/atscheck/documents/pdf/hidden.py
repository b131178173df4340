"""Which glyphs of a PDF page a person looking at it cannot see, and why."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from heapq import nlargest
from itertools import groupby
from operator import attrgetter

from atscheck.documents.pdf.drawing import Drawing, Glyph, Paint
from atscheck.documents.visibility import TINY, WHITE, Hidden, Rgb, blends

_MOST = 500
"""Areas that are looked at, the largest; real pages have up to 130."""

_MOST_LOOKS = 20_000_000
"""Corners of areas that are looked at for all glyphs of a page together: that takes some seconds.
A page of 5,000 glyphs and 500 areas with 4 corners has half of them."""

_MOST_COLORS = 1_000
"""Colours of text that are compared with all of those painted, before each is by its place."""

_THIN = 2.0
"""Points; areas of less height or width are rules, on or under which nothing hides."""

_NO_PAINT, _CLIP_ONLY = 3, 7
"""Text render modes that paint nothing; the second lets what is painted next show through."""


_LOOKS = attrgetter("top", "bottom", "size", "mode", "colors")
"""What most glyphs of a line have in common."""


def mark_hidden(drawing: Drawing) -> None:
    """Say of each glyph why a person looking at the page cannot see it, if so.

    Those that lie unpainted over a picture, or under one that fills the page, are counted instead:
    such a layer holds what was recognised in a scan, which the person sees.
    """
    page = _Ground(drawing)
    for _, alike in groupby(drawing.glyphs, key=_LOOKS):
        glyphs = list(alike)
        if page.shows(glyphs):
            continue
        for glyph in glyphs:
            if glyph.hidden or glyph.text.isspace():
                continue
            x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
            glyph.hidden = page.why_hidden(glyph, x, y)
            if glyph.hidden and page.is_recognised(glyph, x, y):
                glyph.hidden = ""
                drawing.recognised += 1


class _Ground:
    """What lies behind and over the glyphs of a page."""

    def __init__(self, drawing: Drawing) -> None:
        self._shown = drawing.shown
        wide = [p for p in drawing.paints if p.x1 - p.x0 > _THIN < p.bottom - p.top]
        largest = _largest(wide, _MOST_LOOKS // max(1, len(drawing.glyphs)))
        self._elsewhere = WHITE if len(wide) == len(largest) else None
        self._paints = sorted(largest, key=attrgetter("order"))
        self._orders = [p.order for p in self._paints]
        self._lids = [p for p in self._paints if p.opaque and not p.corners]
        self._lid_orders = [p.order for p in self._lids]
        self._colors = {WHITE, *(p.color for p in self._paints if p.color)}
        self._blends: dict[tuple[Rgb | None, ...], bool] = {}
        self._images = [p for p in self._paints if p.image]
        half = 0.5 * drawing.width * drawing.height
        self._scans = [p for p in self._images if _area(p) > half]

    def shows(self, glyphs: Sequence[Glyph]) -> bool:
        """Whether glyphs with the same `_LOOKS` are seen for sure, as nearly all are."""
        left, top, right, bottom = self._shown
        first = glyphs[0]
        return (
            first.size >= TINY
            and first.mode < _NO_PAINT
            and top <= first.top <= first.bottom <= bottom
            and left <= min([glyph.x0 for glyph in glyphs])
            and max([glyph.x1 for glyph in glyphs]) <= right
            and not self._may_blend(first.colors)
            and not self._is_near_lid(first)
        )

    def _is_near_lid(self, glyph: Glyph) -> bool:
        """Whether something is painted later that may cover what stands at the same height."""
        later = self._lids[bisect_left(self._lid_orders, glyph.order) :]
        return any(p.top <= glyph.bottom and glyph.top <= p.bottom for p in later)

    def is_recognised(self, glyph: Glyph, x: float, y: float) -> bool:
        """Whether a hidden glyph with its middle at the point is the text layer of a scan."""
        pictures = {"unpainted": self._images, "covered": self._scans}.get(glyph.hidden, ())
        return any(p.covers(x, y) for p in pictures)

    def why_hidden(self, glyph: Glyph, x: float, y: float) -> Hidden:
        """Why a glyph with its middle at the point cannot be seen."""
        left, top, right, bottom = self._shown
        if not (left <= x <= right and top <= y <= bottom):
            return "outside"
        if 0 < glyph.size < TINY:
            return "tiny"
        if glyph.mode == _NO_PAINT:
            return "unpainted"
        if glyph.mode == _CLIP_ONLY:
            later = self._paints[bisect_left(self._orders, glyph.order) :]
            return "" if any(p.covers(x, y) for p in later) else "unpainted"
        if self._is_covered(glyph, x, y):
            return "covered"
        return "ground" if self._is_in_colour_of_ground(glyph, x, y) else ""

    def _is_covered(self, glyph: Glyph, x: float, y: float) -> bool:
        """Whether a rectangle or image painted later covers the glyph's middle half."""
        first = bisect_left(self._lid_orders, glyph.order)
        if first == len(self._lids):
            return False
        reach = (glyph.bottom - glyph.top) / 4
        return any(p.covers(x, y - reach) and p.covers(x, y + reach) for p in self._lids[first:])

    def _is_in_colour_of_ground(self, glyph: Glyph, x: float, y: float) -> bool:
        if not self._may_blend(glyph.colors):
            return False
        ground = self._color_at(x, y, glyph.order)
        return ground is not None and all(blends(color, ground) for color in glyph.colors if color)

    def _may_blend(self, colors: tuple[Rgb | None, ...]) -> bool:
        """Whether the page is painted in a like colour for each of these: most text has none."""
        found = self._blends.get(colors)
        if found is None:
            if len(self._blends) >= _MOST_COLORS:
                return None not in colors
            found = self._blends[colors] = all(
                color is not None and any(blends(color, other) for other in self._colors)
                for color in colors
            )
        return found

    def _color_at(self, x: float, y: float, order: int) -> Rgb | None:
        """The colour behind what is drawn at the point with that rank; None if it is not known.

        An image may be see-through, so that it can be a ground although it is painted later.
        """
        if any(p.order > order and p.covers(x, y) for p in self._images):
            return None
        before = self._paints[: bisect_left(self._orders, order)]
        return next((p.color for p in reversed(before) if p.covers(x, y)), self._elsewhere)


def _largest(paints: list[Paint], most: int) -> list[Paint]:
    """The largest areas, `_MOST` of them and those with no more than ``most`` corners together."""
    found = []
    for paint in nlargest(_MOST, paints, key=_area):
        most -= max(1, len(paint.corners))
        if most < 0:
            break
        found.append(paint)
    return found


def _area(paint: Paint) -> float:
    return (paint.x1 - paint.x0) * (paint.bottom - paint.top)
