"""What the pages of a PDF file draw: as pdfminer.six says, or PDFium where that reads nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pdfminer.pdfpage import PDFPage

from atscheck.documents.assemble import MAX_CHARACTERS
from atscheck.documents.model import Loss
from atscheck.documents.pdf.catalog import file_losses
from atscheck.documents.pdf.device import Device
from atscheck.documents.pdf.drawing import EVERYWHERE, Area, Drawing
from atscheck.documents.pdf.interpreter import Interpreter
from atscheck.documents.pdf.layers import Layers
from atscheck.documents.pdf.links import LinkArea, link_areas
from atscheck.documents.pdf.painting import EnoughError
from atscheck.documents.pdf.pdfium import page_of
from atscheck.documents.pdf.structure import open_pdf
from atscheck.documents.pdf.tounicode import Resources
from atscheck.errors import InputError, is_ours

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_PAGES = 100
"""Pages read; the rest is left out and said to be (99 of 100 real PDFs have 30 or fewer)."""

MAX_STREAMS = 1_000
"""Content streams read of one page; real pages have a handful."""

_TOO_MANY = Loss("truncated", f"only the first {MAX_PAGES} pages were read")


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """What one page draws, and the links on it."""

    number: int
    drawing: Drawing
    links: tuple[LinkArea, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """The pages of a file, and what is lost of it as a whole."""

    pages: list[DrawnPage]
    losses: list[Loss]

    @property
    def has_text(self) -> bool:
        """Whether any page has characters."""
        return any(page.drawing.glyphs for page in self.pages)

    @property
    def is_blank(self) -> bool:
        """Whether no page draws anything: neither characters nor areas nor images."""
        return not any(page.drawing.glyphs or page.drawing.paints for page in self.pages)

    @property
    def is_whole(self) -> bool:
        """Whether it was read to the end; what draws too much for one parser may break another."""
        return not any(loss.kind == "truncated" for loss in self.losses)


def drawn(data: bytes, second: PdfDocument | None) -> Drawn:
    """What the file in ``data`` draws; ``second`` is the same for PDFium, if it can open it.

    Raises:
        InputError: "encrypted", "expansion" or "corrupt".
        Exception: what pdfminer.six raises, where PDFium sees nothing either, and faults of ours.
    """
    try:
        first = _by_pdfminer(data, second)
    except (InputError, MemoryError):
        raise
    except Exception as error:  # broken files raise nearly anything (reliability.md, 2.3)
        if is_ours(error):
            raise
        other = _by_pdfium(second)
        if other.is_blank:
            raise
        return other
    if second is None:
        first.losses.append(_fallback("this file", "PDFium", "pdfminer.six"))
    if first.has_text or not first.is_whole:
        return first
    other = _by_pdfium(second)
    return other if other.has_text else first


def _by_pdfminer(data: bytes, second: PdfDocument | None) -> Drawn:
    pdf = open_pdf(data)
    resources = Resources()
    device = Device(resources, MAX_CHARACTERS, Layers(pdf.catalog))
    interpreter = Interpreter(resources, device)
    found = Drawn([], list(file_losses(pdf)))
    for number, page in enumerate(PDFPage.create_pages(pdf), start=1):
        if number > MAX_PAGES:
            found.losses.append(_TOO_MANY)
            break
        complete = len(page.contents) <= MAX_STREAMS
        page.contents = page.contents[:MAX_STREAMS]
        page.mediabox, page.cropbox = _ordered(page.mediabox), _ordered(page.cropbox)
        drawing: Drawing | None
        try:
            interpreter.process_page(page)
            drawing = device.drawing
        except EnoughError:
            drawing, complete = device.drawing, False
        except (InputError, MemoryError):
            raise
        except Exception as error:
            drawing = None if is_ours(error) else _page_by_pdfium(second, number)
            if drawing is None:
                raise
            found.losses.append(_fallback(f"page {number}"))
        areas = tuple(link_areas(page, number, drawing.height))
        found.pages.append(DrawnPage(number, drawing, areas))
        if not complete:
            message = f"page {number} draws too much: it and what follows is not read in full"
            found.losses.append(Loss("truncated", message))
            break
    return found


def _ordered(box: Area) -> Area:
    """A rectangle by its lower left and upper right corners; files name any two opposite ones."""
    ax, ay, bx, by = box
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _by_pdfium(second: PdfDocument | None) -> Drawn:
    """The pages as PDFium sees them, as far as it can open the file."""
    found = Drawn([], [_fallback("this file")])
    if second is None:
        return found
    if len(second) > MAX_PAGES:
        found.losses.append(_TOO_MANY)
    left = MAX_CHARACTERS
    for number in range(1, min(len(second), MAX_PAGES) + 1):
        drawing = _page_by_pdfium(second, number, left) or Drawing(0, 0, EVERYWHERE)
        left -= len(drawing.glyphs)
        found.pages.append(DrawnPage(number, drawing))
    return found


def _page_by_pdfium(
    second: PdfDocument | None, number: int, most: int = MAX_CHARACTERS
) -> Drawing | None:
    if second is None:
        return None
    with page_of(second, number) as view:
        return view.drawing(most) if view else None


def _fallback(what: str, failing: str = "pdfminer.six", reading: str = "PDFium") -> Loss:
    message = f"{what} cannot be read by one common parser ({failing}), only by another ({reading})"
    return Loss("fallback", message)
