"""PDF files: the glyphs that pdfminer.six draws, put together to lines in visual order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from atscheck.documents.assemble import Reading, SourceLine, assemble, doubt_about
from atscheck.documents.characters import normalise
from atscheck.documents.losses import Met
from atscheck.documents.model import Box, Document, Loss, Page
from atscheck.documents.ocr import Recognise
from atscheck.documents.order import order_page
from atscheck.documents.pdf.comparison import disagreements
from atscheck.documents.pdf.grids import grids
from atscheck.documents.pdf.hidden import mark_hidden
from atscheck.documents.pdf.links import LinkArea, links
from atscheck.documents.pdf.markers import with_drawn_bullets
from atscheck.documents.pdf.pages import DrawnPage, drawn
from atscheck.documents.pdf.pdfium import opened, page_of
from atscheck.documents.pdf.recognition import recognised
from atscheck.documents.pdf.runs import segments
from atscheck.documents.pdf.tables import with_tables
from atscheck.documents.running import mark_running_heads
from atscheck.documents.segments import Segment
from atscheck.errors import InputError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

SCAN_CHARACTERS = 100
"""A page that images mostly cover with fewer characters is a scan, maybe with a stamp on it."""

OUTLINES = 100
"""A page without characters that fills more shapes is a picture, maybe of letters as outlines."""

MAX_RECOGNISED = 20
"""Pages on which recognition is tried; one takes some seconds."""

_EXPORT = "export it from the program it was written in"
_TRY_OCR = f"{_EXPORT}; --ocr shows what a picture seems to say"


@dataclass(frozen=True, slots=True)
class _PageRead:
    """One page.

    Attributes:
        runs: how many runs of text its lines are made of.
        scanned: whether it is a picture, whatever was recognised in it.
        layered: whether the file itself has text that was recognised in a picture on it.
    """

    facts: Page
    lines: list[Segment]
    runs: int
    links: tuple[LinkArea, ...]
    scanned: bool
    layered: bool

    @property
    def is_readable(self) -> bool:
        """Whether its characters are text."""
        text = "\n".join(normalise(line.text).text for line in self.lines)
        return not (self.scanned or doubt_about(text))


def read_pdf(data: bytes, path: str, recognise: Recognise | None = None) -> Document:
    """The document in a PDF file.

    Args:
        data: the file.
        path: what to call it.
        recognise: reads pages that are pictures, or whose characters mean nothing.

    Raises:
        InputError: "encrypted", "expansion", "no-text" or "corrupt"; pdfminer's own errors pass
            through, for `documents.read` to name.
    """
    with opened(data) as second:
        found = drawn(data, second)
        if not found.pages:
            raise InputError("corrupt", "the PDF has no pages", "export the document again")
        pages = _pages(found.pages, second, recognise)
        if all(page.scanned for page in pages) and not any(page.lines for page in pages):
            if recognise:
                raise InputError("no-text", "its pages are pictures, none with words", _EXPORT)
            raise InputError("no-text", "its pages are pictures without text", _TRY_OCR)
        facts = tuple(page.facts for page in pages)
        lines = [_line(s) for s in mark_running_heads([page.lines for page in pages], facts)]
        areas = [area for page in pages for area in page.links]
        losses = (*found.losses, *_losses(pages))
        reading = Reading(lines, facts, losses, tuple(links(areas, lines)), list(_tables(lines)))
        document = assemble(data, path, "pdf", reading)
        if second is None or not found.is_whole:
            return document
        return replace(document, losses=(*document.losses, *disagreements(document, second)))


def _pages(
    drawn: Iterable[DrawnPage], second: PdfDocument | None, recognise: Recognise | None
) -> list[_PageRead]:
    """The pages; of those that are not readable, what ``recognise`` finds on them, if anything."""
    pages: list[_PageRead] = []
    runs, tries = 0, MAX_RECOGNISED
    for page in drawn:
        mark_hidden(page.drawing)
        read = _read_page(page, runs)
        if recognise and second and tries and not read.is_readable:
            tries -= 1
            read = _recognised(read, second, recognise, runs)
        runs += read.runs
        pages.append(read)
    return pages


def _read_page(page: DrawnPage, first: int) -> _PageRead:
    """The lines of a page; ``first`` is the rank of its first run of text."""
    drawing = page.drawing
    found = with_drawn_bullets(segments(drawing.glyphs, page.number, first), drawing)
    drawn = grids(drawing.rules)
    frames = [grid.box(page.number) for grid in drawn if grid.is_frame]
    lines, columns = order_page(with_tables(found, drawn), drawing.width, frames)
    images = [paint for paint in drawing.paints if paint.image]
    characters = len(drawing.glyphs)
    facts = Page(page.number, drawing.width, drawing.height, columns, len(images), characters)
    area = sum((p.x1 - p.x0) * (p.bottom - p.top) for p in images)
    covered = area > 0.5 * drawing.width * drawing.height
    scanned = (covered and characters < SCAN_CHARACTERS) or (
        not characters and (bool(images) or len(drawing.paints) > OUTLINES)
    )
    layered = drawing.recognised > SCAN_CHARACTERS
    return _PageRead(facts, lines, len(found), page.links, scanned, layered)


def _recognised(
    page: _PageRead, second: PdfDocument, recognise: Recognise, first: int
) -> _PageRead:
    """``page`` with the words that are recognised in its picture in place of its own, if any."""
    number = page.facts.number
    with page_of(second, number) as view:
        glyphs = recognised(view, recognise) if view else []
    found = segments(glyphs, number, first)
    if not found:
        return page
    lines, columns = order_page(found, page.facts.width)
    facts = replace(page.facts, columns=columns, characters=len(glyphs), ocr=True)
    return replace(page, facts=facts, lines=lines, runs=len(found))


def _tables(lines: Sequence[SourceLine]) -> Iterator[Met]:
    """The tables: their lines that follow one another, also from page to page."""
    body = (i for i, line in enumerate(lines) if line.origin not in ("header", "footer"))
    for in_table, rows in groupby(body, key=lambda i: lines[i].origin == "table"):
        if in_table:
            places = list(rows)
            yield Met("tables", places[0], places[-1] + 1)


def _losses(pages: Iterable[_PageRead]) -> Iterator[Loss]:
    for page in pages:
        facts = page.facts
        place = Box(facts.number, 0, 0, facts.width, facts.height)
        if facts.ocr:
            why = (
                "is a picture" if page.scanned else "has characters that mean nothing to a machine"
            )
            message = f"page {facts.number} {why}: its text was recognised by OCR"
            yield Loss("ocr", message, None, place)
        elif page.scanned:
            message = f"page {facts.number} is a picture: a machine reads no text on it"
            yield Loss("image-only-page", message, None, place)
        elif page.layered:
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
