"""Marks and comments laid over the pages of a PDF file; what is in the file already stays in it.

They are annotations as of ISO 32000-1, 12.5, written by PDFium. Each has its appearance with it,
as not every viewer draws marks that have none.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal

from atscheck.documents.model import Box
from atscheck.documents.pdf.pages import MAX_PAGES
from atscheck.documents.pdf.pdfium import PageView, opened, page_of
from atscheck.errors import FormatError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

Form = Literal["area", "line", "wave", "note"]

AUTHOR = "atscheck"

_OPACITY: dict[Form, float] = {"area": 0.25, "line": 1.0, "wave": 1.0, "note": 1.0}
"""Areas are laid over words, also on dark ground, and both must be seen."""

_STROKE, _WAVE, _MOST_WAVES = 1.0, 2.0, 1_000
"""How thick a line is and how far a wave goes, in points; the most waves of one line."""

_PRINTED = 4
"""The flag of annotations that are printed with their page."""

_OTHERS = "other formats can show this file"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A mark with a comment.

    Attributes:
        boxes: where it is, from the first page to the last; the one box of a note counts from the
            upper left of what is seen of its page, which may be cropped.
        color: red, green and blue, from 0 to 255.
        subject: what kind of thing it marks.
        text: the comment.
    """

    form: Form
    boxes: tuple[Box, ...]
    color: tuple[int, int, int]
    subject: str
    text: str


def annotated(data: bytes, annotations: Iterable[Annotation]) -> bytes:
    """The PDF file in ``data`` with annotations, in place of those that this function added before.

    The same input gives the same bytes.

    Raises:
        FormatError: if PDFium cannot open the file or a page, or if the file is protected.
    """
    from pypdfium2.raw import FPDF_GetSecurityHandlerRevision

    with opened(data) as file:
        if file is None:
            raise FormatError("PDFium, which writes the marks, cannot open the PDF", _OTHERS)
        if FPDF_GetSecurityHandlerRevision(file) != -1:
            what = "the PDF is protected, and a copy with marks would not be"
            raise FormatError(what, f"save it without protection, or {_OTHERS}")
        for number in range(1, min(len(file), MAX_PAGES) + 1):
            with page_of(file, number) as view:
                if view is not None:
                    _remove_own(view)
        for number, own in _by_page(annotations).items():
            with page_of(file, number) as view:
                if view is None:
                    raise FormatError(f"page {number} cannot be read by PDFium", _OTHERS)
                for annotation in own:
                    _add(view, annotation)
        return _saved(file)


def _by_page(annotations: Iterable[Annotation]) -> dict[int, list[Annotation]]:
    """What is on each page; one of two pages is one on each."""
    pages: dict[int, list[Annotation]] = {}
    for each in annotations:
        for number, boxes in groupby(each.boxes, key=lambda box: box.page):
            part = Annotation(each.form, tuple(boxes), each.color, each.subject, each.text)
            pages.setdefault(number, []).append(part)
    return pages


def _add(view: PageView, annotation: Annotation) -> None:
    from pypdfium2 import raw

    kinds = {
        "area": raw.FPDF_ANNOT_HIGHLIGHT,
        "line": raw.FPDF_ANNOT_UNDERLINE,
        "wave": raw.FPDF_ANNOT_SQUIGGLY,
        "note": raw.FPDF_ANNOT_TEXT,
    }
    made = raw.FPDFPage_CreateAnnot(view.page, kinds[annotation.form])
    if not made:
        raise FormatError(f"page {view.number} takes no marks from PDFium", _OTHERS)
    try:
        opacity = round(255 * _OPACITY[annotation.form])
        raw.FPDFAnnot_SetColor(made, raw.FPDFANNOT_COLORTYPE_Color, *annotation.color, opacity)
        raw.FPDFAnnot_SetFlags(made, _PRINTED)
        corners = [_corners(view, box, annotation.form) for box in annotation.boxes]
        if annotation.form != "note":
            for points in corners:
                flat = [value for point in points for value in point]
                raw.FPDFAnnot_AppendAttachmentPoints(made, raw.FS_QUADPOINTSF(*flat))
        xs, ys = zip(*(point for points in corners for point in points), strict=True)
        raw.FPDFAnnot_SetRect(made, raw.FS_RECTF(min(xs), max(ys), max(xs), min(ys)))
        _set(made, "T", AUTHOR)
        _set(made, "NM", f"{AUTHOR}-{view.number}-{raw.FPDFPage_GetAnnotCount(view.page)}")
        _set(made, "Subj", annotation.subject)
        _set(made, "Contents", annotation.text)
        if annotation.form != "note":  # each viewer has a sign of its own for a note
            drawn = _utf16(_appearance(view, annotation))
            raw.FPDFAnnot_SetAP(made, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, drawn)
    finally:
        raw.FPDFPage_CloseAnnot(made)


def _corners(view: PageView, box: Box, form: Form) -> list[tuple[float, float]]:
    """The corners of a box in the page's own coordinates: along its upper side, then its lower."""
    left, top, _, _ = view.seen if form == "note" else (0, 0, 0, 0)
    return [view.own(x + left, y + top) for y in (box.top, box.bottom) for x in (box.x0, box.x1)]


def _appearance(view: PageView, annotation: Annotation) -> str:
    """The operators that draw a mark (ISO 32000-1, annex A)."""
    color = " ".join(f"{value / 255:.3f}" for value in annotation.color)
    state = "/GS gs " if _OPACITY[annotation.form] < 1 else ""  # PDFium's name for the opacity
    if annotation.form == "wave":
        lines = " ".join(_path(view, _wave(box)) for box in annotation.boxes)
        return f"{state}{color} RG {_STROKE / 2} w {lines} S"
    shapes = " ".join(_path(view, _shape(annotation.form, box)) for box in annotation.boxes)
    return f"{state}{color} rg {shapes} f"


def _shape(form: Form, box: Box) -> list[tuple[float, float]]:
    """The corners of an area, or of a line at its foot."""
    top = box.top if form == "area" else box.bottom - _STROKE
    return [(box.x0, top), (box.x1, top), (box.x1, box.bottom), (box.x0, box.bottom)]


def _wave(box: Box) -> list[tuple[float, float]]:
    """The turns of a wave at the foot of a box."""
    count = 1 + min(_MOST_WAVES, int((box.x1 - box.x0) / _WAVE))
    step = (box.x1 - box.x0) / count
    low, high = box.bottom - _STROKE / 2, box.bottom - _WAVE
    return [(box.x0 + i * step, high if i % 2 else low) for i in range(count + 1)]


def _path(view: PageView, points: Sequence[tuple[float, float]]) -> str:
    """A path through points from the upper left."""
    own = (view.own(x, y) for x, y in points)
    return " ".join(f"{x:.2f} {y:.2f} {'l' if i else 'm'}" for i, (x, y) in enumerate(own))


def _remove_own(view: PageView) -> None:
    """Take away what `annotated` added to the page before."""
    from pypdfium2 import raw

    for index in reversed(range(raw.FPDFPage_GetAnnotCount(view.page))):
        found = raw.FPDFPage_GetAnnot(view.page, index)
        own = _get(found, "T") == AUTHOR and _get(found, "NM").startswith(f"{AUTHOR}-")
        raw.FPDFPage_CloseAnnot(found)
        if own:
            raw.FPDFPage_RemoveAnnot(view.page, index)


def _set(annotation: Any, key: str, text: str) -> None:
    from pypdfium2.raw import FPDFAnnot_SetStringValue

    FPDFAnnot_SetStringValue(annotation, key.encode(), _utf16(text))


def _get(annotation: Any, key: str) -> str:
    """A short string of an annotation, "" if there is none or it is longer."""
    from ctypes import c_ushort

    from pypdfium2.raw import FPDFAnnot_GetStringValue

    room = (c_ushort * 64)()
    size = FPDFAnnot_GetStringValue(annotation, key.encode(), room, len(bytes(room)))
    return bytes(room)[: size - 2].decode("utf-16-le", "replace") if size <= 128 else ""


def _utf16(text: str) -> Any:
    """``text`` as PDFium takes it."""
    from ctypes import c_ushort

    data = text.encode("utf-16-le") + b"\0\0"
    return (c_ushort * (len(data) // 2)).from_buffer_copy(data)


def _saved(file: PdfDocument) -> bytes:
    """The file as PDFium writes it, but for the identifier, which PDFium makes up by chance."""
    from pypdfium2.raw import FILEIDTYPE_PERMANENT, FPDF_GetFileIdentifier

    out = io.BytesIO()
    file.save(out)
    data = out.getvalue()
    # The first half of an identifier is kept where there is one, the second is that of the version.
    known = FPDF_GetFileIdentifier(file, FILEIDTYPE_PERMANENT, None, 0) > 0
    halves = b"(?:<[0-9A-F]{32}>){%d}" % (1 if known else 2)
    end = re.search(halves + rb"(?=\]>>\s+startxref\s+\d+\s+%%EOF\s*\Z)", data[-_TAIL:])
    if end is None:
        return data
    start, stop = (len(data) - min(len(data), _TAIL) + place for place in end.span())
    digest = hashlib.sha256(data[:start]).hexdigest()[:32].upper()
    return data[:start] + f"<{digest}>".encode() * (1 if known else 2) + data[stop:]


_TAIL = 512
"""Bytes at the end of a file in which its identifier stands."""
