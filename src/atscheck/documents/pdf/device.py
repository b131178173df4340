"""The device that pdfminer draws a PDF page on.

pdfminer.six interprets the page; this device takes the drawing operations from it directly. Its own
layout objects and its text boxes are not used: the boxes (``boxes_flow``) break ties by object
address, so that the same file can give different text in two runs, and take gigabytes for a page of
a few thousand boxes.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Any

from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.utils import (
    Matrix,
    Point,
    apply_matrix_rect,
    mult_matrix,
    translate_matrix,
)

from atscheck.documents.pdf.colors import rgb_of
from atscheck.documents.pdf.drawing import (
    Area,
    Glyph,
    Turn,
)
from atscheck.documents.pdf.fonts import Fonts
from atscheck.documents.pdf.layers import Layers
from atscheck.documents.pdf.painting import EnoughError, Painter
from atscheck.documents.visibility import Hidden, Rgb

_FILLED_MODES = (0, 4)
_BOTH_MODES = (2, 6)
_STROKED_MODE = 2

_FAINT = 0.05
"""Opacity below which nothing is seen of text."""

_DEEPEST = 0.5
"""Fonts that say that letters reach further below the baseline, in em, are not believed."""
_USUAL_DEPTH = 0.25


class Device(Painter):
    """Collects what each page draws: its text here, all else as `Painter` does."""

    def __init__(self, resources: PDFResourceManager, most: int, layers: Layers) -> None:
        """``most`` is how many glyphs are collected in all; then `EnoughError` is raised."""
        super().__init__(resources)
        self.layers = layers
        self._left = most
        self._mode = 0
        self._colors: tuple[Rgb | None, ...] = ()
        self._hidden: Hidden = ""
        self._bold = False
        self._fonts = Fonts()
        self._known: dict[Any, dict[int, tuple[str, float]]] = {}
        self._letters: dict[int, tuple[str, float]] = {}

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
        clipped = hidden or "clipped"
        leftmost, _, rightmost, _ = self.state.shown
        height, bold, colors, mode = high - low, self._bold, self._colors, self._mode
        add, letters, spaced = self.drawing.glyphs.append, self._letters, False
        order, last = self._order, self._order + self._left
        try:
            for part in parts:
                if isinstance(part, bytes):
                    for cid in font.decode(part):
                        if spaced:
                            x += spacing
                        text, width = letters.get(cid) or self._letter(font, cid)
                        advance = width * size * scaling
                        left = x * across + start
                        right = across * advance + left
                        if right < left:
                            left, right = right, left
                        if order == last:
                            raise EnoughError
                        order += 1
                        why = clipped if right < leftmost or left > rightmost else hidden
                        add(Glyph(
                            text, left, top, right, bottom, baseline, height,
                            bold, "", order, colors, mode, why,
                        ))  # fmt: skip
                        x += advance
                        if cid == 32:
                            x += word_spacing
                        spaced = True
                elif isinstance(part, (int, float)):
                    x -= part * step
                    spaced = True
        finally:
            self._left, self._order = last - order, order
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
        hidden = self._hidden or self._clipped(left, top, right, bottom)
        self.drawing.glyphs.append(Glyph(
            text, left, top, right, bottom, baseline, size,
            self._bold, turn, self._next(), self._colors, self._mode, hidden,
        ))  # fmt: skip
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
