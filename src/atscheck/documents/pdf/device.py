"""The device that pdfminer draws a PDF page on.

pdfminer.six interprets the page; this device takes the drawing operations from it directly. Its own
layout objects and its text boxes are not used: the boxes (``boxes_flow``) break ties by object
address, so that the same file can give different text in two runs, and take gigabytes for a page of
a few thousand boxes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from math import inf
from typing import Any

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.utils import (
    Matrix,
    Point,
    apply_matrix_pt,
    apply_matrix_rect,
    mult_matrix,
    translate_matrix,
)

from atscheck.documents.pdf.colors import rgb_of
from atscheck.documents.pdf.drawing import (
    EVERYWHERE,
    Area,
    Drawing,
    Glyph,
    Paint,
    PaintState,
    Turn,
    around,
    common,
)
from atscheck.documents.pdf.fonts import Fonts
from atscheck.documents.pdf.layers import Layers
from atscheck.documents.visibility import Hidden, Rgb

_MAX_FIGURES = 20_000
_MAX_PAINTS = 20_000
_FILLED_MODES = (0, 4)
_BOTH_MODES = (2, 6)
_STROKED_MODE = 2

_FAINT = 0.05
"""Opacity below which nothing is seen of text."""

_DEEPEST = 0.5
"""Fonts that say that letters reach further below the baseline, in em, are not believed."""
_USUAL_DEPTH = 0.25


class EnoughError(Exception):
    """A page draws more than is read."""


class Device(PDFLayoutAnalyzer):
    """Collects what each page draws."""

    def __init__(self, resources: PDFResourceManager, most: int, layers: Layers) -> None:
        """``most`` is how many glyphs are collected in all; then `EnoughError` is raised."""
        super().__init__(resources, laparams=None)
        self.drawing = Drawing(0, 0, EVERYWHERE)
        self.layers = layers
        self.state = PaintState()
        self.clips_next = False
        self._left = most
        self._order = 0
        self._figures = 0
        self._mode = 0
        self._colors: tuple[Rgb | None, ...] = ()
        self._hidden: Hidden = ""
        self._bold = False
        self._fonts = Fonts()
        self._known: dict[Any, dict[int, tuple[str, float]]] = {}
        self._letters: dict[int, tuple[str, float]] = {}

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

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """Note what the glyphs of a string share; most of it they are not told."""
        font = textstate.font
        self._mode = textstate.render
        self._colors = self._colors_of(graphicstate)
        self._hidden = self._why_hidden()
        self._bold = self._mode == _STROKED_MODE or self._fonts.is_bold(font)
        self._letters = self._known.setdefault(font, {})
        matrix = mult_matrix(textstate.matrix, self.ctm)
        if matrix[1] or matrix[2] or font.is_vertical() or not isinstance(seq, list):
            super().render_string(textstate, seq, ncs, graphicstate)
            return
        try:
            textstate.linematrix = self._show(textstate, seq, matrix)
        except OverflowError:  # a number at which pdfminer fails too, which says so in its own name
            super().render_string(textstate, seq, ncs, graphicstate)

    def _show(self, textstate: Any, parts: list[Any], matrix: Matrix) -> Point:
        """Collect the glyphs of a string on a level line; where it ends, in text space.

        They have one height, and need no matrix each, which is what pdfminer gives them.
        """
        font, size, (x, y) = textstate.font, textstate.fontsize, textstate.linematrix
        scaling = textstate.scaling * 0.01
        spacing, step = textstate.charspace * scaling, 0.001 * size * scaling
        word_spacing = 0 if font.is_multibyte() else textstate.wordspace * scaling
        across, start = matrix[0], matrix[4]
        first = translate_matrix(matrix, (x, y))
        _, low, _, high = _placed(_upward(font, 0, size, textstate.rise, 0.0), first)
        baseline, top, bottom = self._heights(first[5], low, high, high - low)
        hidden = self._hidden or self._clipped(-inf, top, inf, bottom)
        leftmost, _, rightmost, _ = self.state.shown
        add, letters, spaced = self.drawing.glyphs.append, self._letters, False
        for part in parts:
            if isinstance(part, bytes):
                for cid in font.decode(part):
                    if spaced:
                        x += spacing
                    text, width = letters.get(cid) or self._letter(font, cid)
                    advance = width * size * scaling
                    left = x * across + start
                    right = across * advance + left
                    left, right = (right, left) if right < left else (left, right)
                    clipped = right < leftmost or left > rightmost
                    add(
                        Glyph(
                            text,
                            left,
                            top,
                            right,
                            bottom,
                            baseline,
                            high - low,
                            self._bold,
                            "",
                            self._next(),
                            self._colors,
                            self._mode,
                            hidden or ("clipped" if clipped else ""),
                        )
                    )
                    x += advance
                    if cid == 32:
                        x += word_spacing
                    spaced = True
            elif isinstance(part, (int, float)):
                x -= part * step
                spaced = True
        return x, y

    def render_char(
        self,
        matrix: Any,
        font: Any,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        """Collect a glyph and return its advance."""
        text, width = self._letters.get(cid) or self._letter(font, cid)
        advance = width * fontsize * scaling
        area = _upward(font, cid, fontsize, rise, advance)
        left, low, right, high = _placed(area, matrix)
        a, b, c, d, _, origin = matrix
        turn: Turn = ""
        if b and not (a * d * scaling > 0 and b * c <= 0):
            turn = "up" if b > 0 else "down"
        size = right - left if turn or font.is_vertical() else high - low
        baseline, top, bottom = self._heights(origin, low, high, inf if turn else size)
        self.drawing.glyphs.append(
            Glyph(
                text,
                left,
                top,
                right,
                bottom,
                baseline,
                size,
                self._bold,
                turn,
                self._next(),
                self._colors,
                self._mode,
                self._hidden or self._clipped(left, top, right, bottom),
            )
        )
        return advance

    def _letter(self, font: Any, cid: int) -> tuple[str, float]:
        """What a glyph shows, and how wide it is; kept for the next time."""
        found = self._letters[cid] = self._fonts.character(font, cid), float(font.char_width(cid))
        return found

    def _next(self) -> int:
        """The rank of another glyph."""
        self._left -= 1
        if self._left < 0:
            raise EnoughError
        self._order += 1
        return self._order

    def _heights(
        self, origin: float, low: float, high: float, size: float
    ) -> tuple[float, float, float]:
        """The baseline, top and bottom of a glyph, whose font may say that it reaches too deep."""
        baseline, bottom = self.drawing.height - origin, self.drawing.height - low
        if bottom - baseline > _DEEPEST * size:
            bottom = baseline + _USUAL_DEPTH * size
        return baseline, bottom - (high - low), bottom

    def _colors_of(self, graphicstate: Any) -> tuple[Rgb | None, ...]:
        fill = rgb_of(graphicstate.ncolor, graphicstate.ncs)
        if self._mode in _FILLED_MODES:
            return (fill,)
        stroke = rgb_of(graphicstate.scolor, graphicstate.scs)
        return (fill, stroke) if self._mode in _BOTH_MODES else (stroke,)

    def _why_hidden(self) -> Hidden:
        """What hides text at once, wherever it stands and whatever else the page draws."""
        state = self.state
        if state.layers_off:
            return "layer"
        filled = self._mode in _FILLED_MODES
        if filled and not state.masked and state.opacity * state.group < _FAINT:
            return "unpainted"
        return ""

    def _clipped(self, x0: float, top: float, x1: float, bottom: float) -> Hidden:
        """Whether nothing of an area is shown."""
        left, upper, right, lower = self.state.shown
        outside = x1 < left or x0 > right or bottom < upper or top > lower
        return "clipped" if outside or left > right or upper > lower else ""

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


def _upward(font: Any, cid: int, size: float, rise: float, advance: float) -> Area:
    """The area of a glyph that its font says, from its origin: left, low, right, high."""
    if not font.is_vertical():
        low = font.get_descent() * size + rise
        return 0.0, low, advance, low + size
    x, y = font.char_disp(cid)
    left = -size * 0.5 if x is None else -x * size * 0.001
    high = (1000 - y) * size * 0.001 + rise
    return left, high + advance, left + size, high


def _placed(area: Area, matrix: Sequence[float]) -> Area:
    """Where a matrix puts an area; quickly for one that turns nothing, as nearly all."""
    a, b, c, d, e, f = matrix
    if b or c:
        turned: Area = apply_matrix_rect((a, b, c, d, e, f), area)
        return turned
    x0, x1, y0, y1 = a * area[0] + e, a * area[2] + e, d * area[1] + f, d * area[3] + f
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
