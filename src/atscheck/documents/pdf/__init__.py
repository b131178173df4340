"""PDF files: the glyphs that pdfminer.six draws, put together to lines in visual order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage

from atscheck.documents.assemble import MAX_CHARACTERS, Reading, SourceLine, assemble
from atscheck.documents.model import Box, Document, Loss, Page
from atscheck.documents.order import order_page
from atscheck.documents.pdf.catalog import file_losses
from atscheck.documents.pdf.device import Device, EnoughError
from atscheck.documents.pdf.drawing import Drawing
from atscheck.documents.pdf.grids import grids
from atscheck.documents.pdf.hidden import mark_hidden
from atscheck.documents.pdf.interpreter import Interpreter
from atscheck.documents.pdf.layers import Layers
from atscheck.documents.pdf.links import LinkArea, link_areas, links
from atscheck.documents.pdf.runs import segments
from atscheck.documents.pdf.structure import open_pdf
from atscheck.documents.pdf.tables import with_tables
from atscheck.documents.running import mark_running_heads
from atscheck.documents.segments import Segment
from atscheck.errors import InputError

MAX_PAGES = 100
"""Pages read; the rest is left out and said to be (99 of 100 real PDFs have 30 or fewer)."""

MAX_STREAMS = 1_000
"""Content streams read of one page; real pages have a handful."""

SCAN_CHARACTERS = 100
"""A page that an image mostly covers with fewer characters is a scan, maybe with a stamp on it."""


@dataclass(frozen=True, slots=True)
class _PageRead:
    facts: Page
    lines: list[Segment]
    links: tuple[LinkArea, ...]
    scanned: bool
    recognised: bool


def read_pdf(data: bytes, path: str) -> Document:
    """The document in a PDF file.

    Raises:
        InputError: "encrypted", "no-text" or "corrupt"; pdfminer's own errors pass through, for
            `documents.read` to name.
    """
    pdf = open_pdf(data)
    pages, stop = _pages(pdf)
    if not pages:
        raise InputError("corrupt", "the PDF has no pages", "export the resume again")
    facts = tuple(page.facts for page in pages)
    if all(page.scanned for page in pages) and not any(page.lines for page in pages):
        raise InputError(
            "no-text",
            "its pages are pictures without text",
            "export it from the program it was written in, or run text recognition (OCR) over it",
        )
    lines = [_line(s) for s in mark_running_heads([page.lines for page in pages], facts)]
    areas = [area for page in pages for area in page.links]
    reading = Reading(lines, facts, tuple(_losses(pdf, pages, stop)), tuple(links(areas, lines)))
    return assemble(data, path, "pdf", reading)


def _pages(pdf: PDFDocument) -> tuple[list[_PageRead], str]:
    """The pages, and where reading them stopped ("" if they were read to the end)."""
    resources = PDFResourceManager()
    device = Device(resources, MAX_CHARACTERS, Layers(pdf.catalog))
    interpreter = Interpreter(resources, device)
    pages: list[_PageRead] = []
    runs = 0
    for number, page in enumerate(PDFPage.create_pages(pdf), start=1):
        if number > MAX_PAGES:
            return pages, f"only the first {MAX_PAGES} pages were read"
        complete = len(page.contents) <= MAX_STREAMS
        page.contents = page.contents[:MAX_STREAMS]
        try:
            interpreter.process_page(page)
        except EnoughError:
            complete = False
        mark_hidden(device.drawing)
        found = segments(device.drawing.glyphs, number, runs)
        runs += len(found)
        pages.append(_read_page(page, number, device.drawing, found))
        if not complete:
            return pages, f"page {number} draws too much: it and what follows is not read in full"
    return pages, ""


def _read_page(page: PDFPage, number: int, drawing: Drawing, found: list[Segment]) -> _PageRead:
    rows = with_tables(found, grids(drawing.rules))
    lines, columns = order_page(rows, drawing.width)
    images = [paint for paint in drawing.paints if paint.image]
    characters = len(drawing.glyphs)
    facts = Page(number, drawing.width, drawing.height, columns, len(images), characters)
    largest = max(((p.x1 - p.x0) * (p.bottom - p.top) for p in images), default=0.0)
    covered = largest > 0.5 * drawing.width * drawing.height
    scanned = bool(images) and (not characters or (covered and characters < SCAN_CHARACTERS))
    areas = tuple(link_areas(page, number, drawing.height))
    return _PageRead(facts, lines, areas, scanned, drawing.recognised > SCAN_CHARACTERS)


def _losses(pdf: PDFDocument, pages: list[_PageRead], stop: str) -> Iterator[Loss]:
    if stop:
        yield Loss("truncated", stop)
    yield from file_losses(pdf)
    for page in pages:
        facts = page.facts
        place = Box(facts.number, 0, 0, facts.width, facts.height)
        if page.scanned:
            message = f"page {facts.number} is a picture: a machine reads no text on it"
            yield Loss("image-only-page", message, None, place)
        elif page.recognised:
            message = f"page {facts.number} is a picture with text recognised in it behind"
            yield Loss("text-over-image", message, None, place)


def _line(segment: Segment) -> SourceLine:
    return SourceLine(
        segment.text,
        segment.box,
        segment.edges,
        segment.size,
        segment.bold,
        segment.hidden,
        segment.origin,
        segment.stored,
        segment.column,
        opens=False,
        pieces=segment.pieces,
    )
