"""What a PDF page draws: its glyphs with their places and looks, and the areas that it paints.

pdfminer.six interprets the page; this device takes the drawing operations from it directly. Its own
layout objects and its text boxes are not used: the boxes (``boxes_flow``) break ties by object
address, so that the same file can give different text in two runs, and take gigabytes for a page of
a few thousand boxes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.utils import apply_matrix_pt

from atscheck.documents.pdf.fonts import Fonts
from atscheck.documents.visibility import is_white

_MAX_FIGURES = 20_000
_MAX_PAINTS = 20_000
_INVISIBLE_MODES = (3, 7)
_STROKED_MODE = 2

_DEEPEST = 0.5
"""Fonts that say that letters reach further below the baseline, in em, are not believed."""
_USUAL_DEPTH = 0.25

Turn = Literal["", "up", "down"]


class EnoughError(Exception):
    """A page draws more than is read."""


@dataclass(slots=True)
class Glyph:
    """A character as drawn, in points from the page's top left.

    Attributes:
        text: one character or a ligature's few.
        baseline: the height at which it stands; boxes reach below it as their fonts say.
        turn: "up" or "down" where its line runs so, "" for lines from left to right.
        order: its rank among all that the page draws.
        white: whether its colour is white.
        unpainted: whether its text render mode draws nothing.
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
    white: bool
    unpainted: bool
    hidden: bool = False

    @property
    def start(self) -> float:
        """Where it begins along its line's direction."""
        return {"": self.x0, "up": -self.bottom, "down": self.top}[self.turn]

    @property
    def end(self) -> float:
        """Where it ends along its line's direction."""
        return {"": self.x1, "up": -self.top, "down": self.bottom}[self.turn]


@dataclass(frozen=True, slots=True)
class Paint:
    """An area that the page fills, or an image (``corners`` is then its rectangle)."""

    corners: tuple[tuple[float, float], ...]
    x0: float
    top: float
    x1: float
    bottom: float
    order: int
    white: bool
    image: bool

    def covers(self, x: float, y: float) -> bool:
        """Whether the point lies inside (even-odd rule)."""
        if not (self.x0 <= x <= self.x1 and self.top <= y <= self.bottom):
            return False
        if self.image or self.is_rectangle:
            return True
        inside = False
        for (ax, ay), (bx, by) in _sides(self.corners):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
        return inside

    @property
    def is_rectangle(self) -> bool:
        """Whether its sides are those of its own bounding box."""
        return all(
            x in (self.x0, self.x1) and y in (self.top, self.bottom) for x, y in self.corners
        )


def _sides(
    corners: Sequence[tuple[float, float]],
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    return zip(corners, (*corners[1:], corners[0]), strict=True)


@dataclass(slots=True)
class Drawing:
    """All that one page draws, in stored order."""

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    paints: list[Paint] = field(default_factory=list)
    shaded: bool = False


class Device(PDFLayoutAnalyzer):
    """Collects what each page draws."""

    def __init__(self, resources: PDFResourceManager, most: int) -> None:
        """``most`` is how many glyphs are collected in all; then `EnoughError` is raised."""
        super().__init__(resources, laparams=None)
        self.drawing = Drawing(0, 0)
        self._left = most
        self._order = 0
        self._figures = 0
        self._mode = 0
        self._fonts = Fonts()

    def begin_page(self, page: PDFPage, ctm: Any) -> None:
        """Start a new drawing."""
        super().begin_page(page, ctm)
        self._stack.clear()
        self.drawing = Drawing(self.cur_item.width, self.cur_item.height)

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        """Count the forms and images, whose nesting can multiply beyond all bounds."""
        self._figures += 1
        if self._figures > _MAX_FIGURES:
            raise EnoughError
        super().begin_figure(name, bbox, matrix)

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """Note the text render mode, which the glyphs are not told."""
        self._mode = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

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
        text = self._fonts.character(font, cid)
        char = LTChar(
            matrix,
            font,
            fontsize,
            scaling,
            rise,
            text,
            font.char_width(cid),
            font.char_disp(cid),
            ncs,
            graphicstate,
        )
        self._left -= 1
        if self._left < 0:
            raise EnoughError
        self._order += 1
        self.drawing.glyphs.append(self._glyph(char, font, graphicstate))
        advance: float = char.adv
        return advance

    def _glyph(self, char: LTChar, font: Any, graphicstate: Any) -> Glyph:
        slope, origin = char.matrix[1], char.matrix[5]
        turn: Turn = "" if char.upright or slope == 0 else "up" if slope > 0 else "down"
        baseline = self.drawing.height - origin
        bottom = self.drawing.height - char.y0
        if not turn and bottom - baseline > _DEEPEST * char.size:
            bottom = baseline + _USUAL_DEPTH * char.size
        return Glyph(
            char.get_text(),
            char.x0,
            bottom - (char.y1 - char.y0),
            char.x1,
            bottom,
            baseline,
            char.width if turn else char.size,
            self._mode == _STROKED_MODE or self._fonts.is_bold(font),
            turn,
            self._order,
            _is_white(graphicstate.ncolor, graphicstate.ncs),
            self._mode in _INVISIBLE_MODES,
        )

    def paint_path(self, gstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Any) -> None:
        """Collect the areas that are filled, one for each subpath."""
        if not fill:
            return
        white = _is_white(gstate.ncolor, gstate.ncs)
        corners: list[tuple[float, float]] = []
        for operation in path:
            if operation[0] == "m":
                self._paint(corners, white)
                corners = []
            if operation[0] != "h":
                corners.append(apply_matrix_pt(self.ctm, operation[-2:]))
        self._paint(corners, white)

    def render_image(self, name: str, stream: Any) -> None:
        """Collect the place of an image."""
        x0, y0, x1, y1 = self.cur_item.bbox
        self._paint([(x0, y0), (x1, y1)], white=False, image=True)

    def _paint(
        self, corners: Sequence[tuple[float, float]], white: bool, image: bool = False
    ) -> None:
        if len(corners) < 2 or len(self.drawing.paints) >= _MAX_PAINTS:
            return
        height = self.drawing.height
        points = tuple((round(x, 2), round(height - y, 2)) for x, y in corners)
        xs, ys = [x for x, _ in points], [y for _, y in points]
        self._order += 1
        self.drawing.paints.append(
            Paint(points, min(xs), min(ys), max(xs), max(ys), self._order, white, image)
        )


class Interpreter(PDFPageInterpreter):
    """pdfminer's interpreter, which also notes where a page paints a colour gradient."""

    device: Device

    def do_sh(self, name: object) -> None:
        """Paint a gradient. Its shape is not known, so that it may lie anywhere."""
        self.device.drawing.shaded = True


_COMPONENTS = {"DeviceGray": 1, "CalGray": 1, "DeviceRGB": 3, "CalRGB": 3, "DeviceCMYK": 4}


def _is_white(color: Any, space: Any) -> bool:
    """Whether a colour is white or nearly so; in a space of inks or patterns it is not known."""
    values = color if isinstance(color, (tuple, list)) else (color,)
    if not all(isinstance(v, (int, float)) for v in values):
        return False
    if space.name != "ICCBased" and _COMPONENTS.get(space.name) != len(values):
        return False
    return max(values) < 0.03 if len(values) == 4 else is_white(values)
