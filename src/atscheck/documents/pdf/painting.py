"""What a page paints beside its text: areas, lines and images, and what they leave to be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.utils import apply_matrix_pt, apply_matrix_rect, mult_matrix

from atscheck.documents.pdf.colors import rgb_of
from atscheck.documents.pdf.drawing import (
    EVERYWHERE,
    Drawing,
    Paint,
    PaintState,
    around,
    common,
)
from atscheck.documents.visibility import Hidden, Rgb

_MAX_FIGURES = 20_000
_MAX_PAINTS = 20_000


class EnoughError(Exception):
    """A page draws more than is read."""


class Painter(PDFLayoutAnalyzer):
    """A device of pdfminer that collects what a page paints, in the order in which it does."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources, laparams=None)
        self.drawing = Drawing(0, 0, EVERYWHERE)
        self.state = PaintState()
        self.clips_next = False
        self._order = 0
        self._figures = 0

    def begin_page(self, page: PDFPage, ctm: Any) -> None:
        """Start a new drawing."""
        super().begin_page(page, ctm)
        self._stack.clear()
        self.state, self.clips_next = PaintState(), False
        width, height = self.cur_item.width, self.cur_item.height
        x0, y0, x1, y1 = apply_matrix_rect(ctm, page.cropbox)
        shown = common((0, 0, width, height), (x0, height - y1, x1, height - y0))
        self.drawing = Drawing(width, height, shown)

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        """Clip by a form or image; count them, as their nesting can multiply beyond all bounds."""
        self._figures += 1
        if self._figures > _MAX_FIGURES:
            raise EnoughError
        super().begin_figure(name, bbox, matrix)
        inside = mult_matrix(matrix, self.ctm)
        self.clip(apply_matrix_pt(inside, corner) for corner in product(bbox[::2], bbox[1::2]))

    def paint_path(self, gstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Any) -> None:
        """Collect the areas filled and the lines drawn by a path; clip by it if asked to."""
        if stroke or fill:
            color = rgb_of(gstate.ncolor, gstate.ncs) if fill else None
            for corners in self._subpaths(path):
                placed = [(x, self.drawing.height - y) for x, y in corners]
                self.drawing.rules.add(placed, stroked=stroke)
                if fill and len(corners) > 2:
                    self._paint(corners, color)
        if self.clips_next:
            self.clips_next = False
            self.clip(
                apply_matrix_pt(self.ctm, operation[i : i + 2])
                for operation in path
                for i in range(1, len(operation), 2)
            )

    def _subpaths(self, path: Any) -> Iterator[list[tuple[float, float]]]:
        """The corners of each part of a path, as pdfminer places them."""
        corners: list[tuple[float, float]] = []
        for operation in path:
            if operation[0] == "m" and corners:
                yield corners
                corners = []
            if operation[0] != "h":
                corners.append(apply_matrix_pt(self.ctm, operation[-2:]))
            elif corners:
                corners.append(corners[0])
        if corners:
            yield corners

    def clip(self, points: Iterable[tuple[float, float]]) -> None:
        """Show nothing outside of the rectangle around ``points`` (as pdfminer places them)."""
        places = tuple(points)
        if places:
            box = around([(x, self.drawing.height - y) for x, y in places])
            self.state = replace(self.state, shown=common(self.state.shown, box))

    def render_image(self, name: str, stream: Any) -> None:
        """Collect the place of an image."""
        x0, y0, x1, y1 = self.cur_item.bbox
        see_through = any(key in stream for key in ("SMask", "Mask", "ImageMask", "IM"))
        self._paint([(x0, y0), (x1, y1)], None, image=True, opaque=not see_through)

    def paint_gradient(self) -> None:
        """Collect the area of a colour gradient, as far as it is known."""
        x0, top, x1, bottom = common(self.drawing.shown, self.state.shown)
        height = self.drawing.height
        self._paint([(x0, height - bottom), (x1, height - top)], None, opaque=False)

    def _paint(
        self,
        corners: Sequence[tuple[float, float]],
        color: Rgb | None,
        *,
        image: bool = False,
        opaque: bool = True,
    ) -> None:
        """Collect an area by its corners, or a rectangle by two of them."""
        drawing = self.drawing
        if self.state.layers_off or len(drawing.paints) >= _MAX_PAINTS:
            return
        points = tuple((round(x, 2), round(drawing.height - y, 2)) for x, y in corners)
        x0, top, x1, bottom = box = around(points)
        shown = common(self.state.shown, box)
        rectangle = len(points) == 2 or set(points) == set(product((x0, x1), (top, bottom)))
        solid = self.state.opaque
        self._order += 1
        drawing.paints.append(
            Paint(
                () if rectangle else points,
                *shown,
                self._order,
                color if solid else None,
                solid and opaque,
                image,
            )
        )

    def _clipped(self, x0: float, top: float, x1: float, bottom: float) -> Hidden:
        """Whether nothing of an area is shown."""
        left, upper, right, lower = self.state.shown
        outside = x1 < left or x0 > right or bottom < upper or top > lower
        return "clipped" if outside or left > right or upper > lower else ""
