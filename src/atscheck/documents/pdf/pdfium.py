"""A PDF file as PDFium reads it, the library in Chrome: a second opinion beside pdfminer.six.

PDFium is written in C++ and takes no exceptions: what it cannot read is empty, and what breaks it
ends the process. Its coordinates start at a page's lower left; those given here are in points from
the upper left of the page as it is seen, as everywhere else.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from ctypes import c_double
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from atscheck.documents.model import Box, Span
from atscheck.documents.pdf.drawing import Area, Drawing, Glyph, Paint, Turn
from atscheck.documents.pdf.fonts import is_bold_name

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

_BEYOND = re.compile("[\U00010000-\U0010ffff]")
_MAX_IMAGES = 1_000
_NAME_BYTES = 256


@contextmanager
def opened(data: bytes) -> Iterator[PdfDocument | None]:
    """The file in ``data`` for PDFium, closed afterwards; None if it cannot open it."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        file = PdfDocument(data)
    except PdfiumError:
        yield None
        return
    try:
        yield file
    finally:
        file.close()


@contextmanager
def page_of(file: PdfDocument, number: int) -> Iterator[PageView | None]:
    """The page ``number`` (from 1) of ``file``, closed afterwards; None if it cannot be read."""
    from pypdfium2 import PdfiumError

    with ExitStack() as open_parts:
        try:
            page = file[number - 1]
            open_parts.callback(page.close)
            text = page.get_textpage()
            open_parts.callback(text.close)
            view = PageView(page, text, number, _frame(page, _media_box(file, page, number)))
        except (PdfiumError, IndexError):
            view = None
        yield view


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a page's own coordinates lie on the page as it is seen, which may be turned."""

    width: float
    height: float
    matrix: tuple[float, float, float, float, float, float]
    rotation: int

    def point(self, x: float, y: float) -> tuple[float, float]:
        """The place of a point, from the upper left."""
        a, b, c, d, e, f = self.matrix
        return a * x + c * y + e, self.height - (b * x + d * y + f)

    def own(self, x: float, y: float) -> tuple[float, float]:
        """The page's own coordinates of a point from the upper left: the inverse of `point`."""
        a, b, c, d, e, f = self.matrix
        right, up = x - e, self.height - y - f
        return a * right + b * up, c * right + d * up

    def corners(self, x0: float, y0: float, x1: float, y1: float) -> Area:
        """The place of a rectangle."""
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _media_box(file: PdfDocument, page: PdfPage, number: int) -> Area:
    """The whole of a page: its lower left and upper right corner."""
    box = page.get_mediabox(fallback_ok=False) or _inherited_box(file, page, number)
    ax, ay, bx, by = box
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _inherited_box(file: PdfDocument, page: PdfPage, number: int) -> Area:
    """The whole of a page that shares it with others: PDFium tells of it in a copy of the page."""
    from pypdfium2 import PdfDocument, PdfiumError

    copy = PdfDocument.new()
    try:
        copy.import_pages(file, [number - 1])
        box: Area = copy[0].get_mediabox()
    except PdfiumError:
        box = page.get_bbox()
    finally:
        copy.close()
    return box


def _frame(page: PdfPage, box: Area) -> _Frame:
    x0, y0, x1, y1 = box
    rotation = page.get_rotation()
    matrix = {
        90: (0.0, -1.0, 1.0, 0.0, -y0, x1),
        180: (-1.0, 0.0, 0.0, -1.0, x1, y1),
        270: (0.0, 1.0, -1.0, 0.0, y1, -x0),
    }.get(rotation, (1.0, 0.0, 0.0, 1.0, -x0, -y0))
    width, height = x1 - x0, y1 - y0
    if rotation in (90, 270):
        width, height = height, width
    return _Frame(width, height, matrix, rotation)


@dataclass(frozen=True, slots=True)
class PageView:
    """One open page."""

    _page: PdfPage
    _text: PdfTextPage
    number: int
    _frame: _Frame

    @property
    def width(self) -> float:
        """Its width in points."""
        return self._frame.width

    @property
    def height(self) -> float:
        """Its height in points."""
        return self._frame.height

    @property
    def page(self) -> PdfPage:
        """The page for PDFium itself."""
        return self._page

    def own(self, x: float, y: float) -> tuple[float, float]:
        """The page's own coordinates of a point from the upper left."""
        return self._frame.own(x, y)

    def text(self, most: int) -> str:
        """Its text in stored order, in lines as PDFium sees them; at most ``most`` characters.

        PDFium counts a character beyond U+FFFF as two, which stand for it here.
        """
        count = min(self._text.count_chars(), most)
        found: str = self._text.get_text_range(0, count) if count else ""
        return _BEYOND.sub("\ufffd\ufffd", found)

    def box(self, span: Span) -> Box | None:
        """The place of the characters of its text in ``span``, if they have one."""
        from pypdfium2 import PdfiumError
        from pypdfium2.raw import FPDFText_GetCharIndexFromTextIndex as index_of

        boxes = []
        for i in range(span.start, span.end):
            try:
                left, bottom, right, top = self._text.get_charbox(index_of(self._text, i))
            except PdfiumError:
                continue
            boxes.append(self._frame.corners(left, bottom, right, top))
        if not boxes:
            return None
        x0, tops, x1, bottoms = zip(*boxes, strict=True)
        return Box(self.number, min(x0), min(tops), max(x1), max(bottoms))

    def text_in(self, box: Box) -> str:
        """The text of the characters that ``box`` holds at least in part, but for its rim."""
        rim = 0.2 * (box.bottom - box.top)
        left, top = self._frame.own(box.x0 + rim / 2, box.top + rim)
        right, bottom = self._frame.own(box.x1 - rim / 2, box.bottom - rim)
        sides = min(left, right), min(top, bottom), max(left, right), max(top, bottom)
        found: str = self._text.get_text_bounded(*sides)
        return found

    def drawing(self, most: int) -> Drawing:
        """What it draws, but for lines, areas and colours; at most ``most`` glyphs."""
        drawing = Drawing(self.width, self.height, self.seen)
        drawing.paints.extend(self._images())
        for index in range(min(self._text.count_chars(), most)):
            glyph = self._glyph(index)
            if glyph is not None:
                drawing.glyphs.append(glyph)
        return drawing

    def image(self, dpi: int, most: int, *, grey: bool = False) -> Image:
        """A picture of it, as a person sees it; of ``most`` pixels, and then fewer ``dpi``."""
        width, height = self._page.get_size()
        scale = min(dpi / 72, math.sqrt(most / max(1.0, width * height)))
        picture: Image = self._page.render(scale=scale, grayscale=grey).to_pil()
        return picture

    @property
    def seen(self) -> Area:
        """The part of it that `image` shows: left, top, right, bottom."""
        return self._frame.corners(*self._page.get_bbox())

    def _images(self) -> Iterator[Paint]:
        from pypdfium2 import PdfiumError
        from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

        found = self._page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE])
        for _, image in zip(range(_MAX_IMAGES), found, strict=False):
            try:
                box = self._frame.corners(*image.get_bounds())
            except PdfiumError:
                continue
            yield Paint((), *box, 0, color=None, opaque=False, image=True)

    def _glyph(self, index: int) -> Glyph | None:
        from pypdfium2 import raw

        text = self._text
        code = raw.FPDFText_GetUnicode(text, index)
        box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        if raw.FPDFText_IsGenerated(text, index) == 1 or not _is_character(code):
            return None
        if not raw.FPDFText_GetLooseCharBox(text, index, box):
            return None
        x, y = c_double(), c_double()
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetMatrix(text, index, matrix)
        size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
        x0, top, x1, bottom = self._frame.corners(box.left, box.bottom, box.right, box.top)
        return Glyph(
            chr(code),
            x0,
            top,
            x1,
            bottom,
            self._frame.point(x.value, y.value)[1],
            size,
            is_bold_name(_font_name(text, index)),
            self._turn(index),
            index,
            (None,),
            _mode(text, index),
        )

    def _turn(self, index: int) -> Turn:
        from pypdfium2.raw import FPDFText_GetCharAngle

        angle = FPDFText_GetCharAngle(self._text, index) - math.radians(self._frame.rotation)
        rise = math.sin(angle)
        return "" if abs(rise) < 0.5 else "up" if rise > 0 else "down"


def _is_character(code: int) -> bool:
    return code > 0 and not 0xD800 <= code <= 0xDFFF and code not in (0xFFFE, 0xFFFF)


def _font_name(text: Any, index: int) -> str:
    from ctypes import c_int, create_string_buffer

    from pypdfium2.raw import FPDFText_GetFontInfo

    name = create_string_buffer(_NAME_BYTES)
    FPDFText_GetFontInfo(text, index, name, _NAME_BYTES, c_int())
    return name.value.decode("utf-8", "replace")


def _mode(text: Any, index: int) -> int:
    from pypdfium2.raw import FPDFText_GetTextObject, FPDFTextObj_GetTextRenderMode

    drawn = FPDFText_GetTextObject(text, index)
    return int(FPDFTextObj_GetTextRenderMode(drawn)) if drawn else 0
