"""Which glyphs of a PDF page a person looking at it cannot see, and why."""

from __future__ import annotations

from bisect import bisect_left
from heapq import nlargest
from operator import attrgetter

from atscheck.documents.pdf.drawing import Drawing, Glyph, Paint
from atscheck.documents.visibility import TINY, WHITE, Hidden, Rgb, blends

_MOST = 500
"""Areas that are looked at, the largest; real pages have up to 130."""

_THIN = 2.0
"""Points; areas of less height or width are rules, on or under which nothing hides."""

_NO_PAINT, _CLIP_ONLY = 3, 7
"""Text render modes that paint nothing; the second lets what is painted next show through."""


def mark_hidden(drawing: Drawing) -> None:
    """Say of each glyph why a person looking at the page cannot see it, if so.

    Those that lie unpainted over a picture, or under one that fills the page, are counted instead:
    such a layer holds what was recognised in a scan, which the person sees.
    """
    page = _Ground(drawing)
    for glyph in drawing.glyphs:
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
        self._elsewhere = WHITE if len(wide) <= _MOST else None
        self._paints = sorted(nlargest(_MOST, wide, key=_area), key=attrgetter("order"))
        self._orders = [p.order for p in self._paints]
        self._lids = [p for p in self._paints if p.opaque and not p.corners]
        self._lid_orders = [p.order for p in self._lids]
        self._colors = {WHITE, *(p.color for p in self._paints if p.color)}
        self._blends: dict[Rgb, bool] = {}
        self._images = [p for p in self._paints if p.image]
        half = 0.5 * drawing.width * drawing.height
        self._scans = [p for p in self._images if _area(p) > half]

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
        reach = (glyph.bottom - glyph.top) / 4
        return any(
            p.covers(x, y - reach) and p.covers(x, y + reach)
            for p in self._lids[bisect_left(self._lid_orders, glyph.order) :]
        )

    def _is_in_colour_of_ground(self, glyph: Glyph, x: float, y: float) -> bool:
        colors = [color for color in glyph.colors if color is not None]
        if len(colors) < len(glyph.colors) or not all(map(self._may_blend, colors)):
            return False
        ground = self._color_at(x, y, glyph.order)
        return ground is not None and all(blends(color, ground) for color in colors)

    def _may_blend(self, color: Rgb) -> bool:
        """Whether anything on the page is painted in a like colour: most text is not."""
        found = self._blends.get(color)
        if found is None:
            found = self._blends[color] = any(blends(color, other) for other in self._colors)
        return found

    def _color_at(self, x: float, y: float, order: int) -> Rgb | None:
        """The colour behind what is drawn at the point with that rank; None if it is not known.

        An image may be see-through, so that it can be a ground although it is painted later.
        """
        if any(p.order > order and p.covers(x, y) for p in self._images):
            return None
        before = self._paints[: bisect_left(self._orders, order)]
        return next((p.color for p in reversed(before) if p.covers(x, y)), self._elsewhere)


def _area(paint: Paint) -> float:
    return (paint.x1 - paint.x0) * (paint.bottom - paint.top)
