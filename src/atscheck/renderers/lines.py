"""The text of a document line by line, in the order of the page or in that of the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from atscheck.documents.model import Document, Line
from atscheck.renderers.console import BAD, DOUBT, QUIET, heading, indented, rows
from atscheck.renderers.safe import term_safe
from atscheck.resume.model import Resume

Order = Literal["visual", "stored"]
"""The order in which a person reads the page, or in which the file stores its text."""

LOST, JUMP = "!", ">"
"""Marks of a line in which something is lost, and of one that does not follow the one before it."""

ORIGINS = {"textbox": "text box"}
"""What parts of a document are called that are not called by their own name."""

BODY = "body"
"""The part that text is of where nothing else is said."""

Parts = Iterator[RenderableType]


def numbered_lines(resume: Resume, order: Order) -> Parts:
    """A heading and all lines, each behind its number in the order of the page."""
    if order == "stored":
        yield from _stored(resume)
    else:
        yield from _visual(resume)


def _visual(resume: Resume) -> Parts:
    """The lines as a person reads them, with a mark on each in which something is lost."""
    document = resume.document
    headings = {section.heading for section in resume.sections}
    spans = [loss.span for loss in document.losses if loss.span is not None]
    lost = {line.number for span in spans for line in document.lines_of(span)}
    note = f"{LOST} something may be lost here" if lost else ""
    yield from ("", heading("The text, line by line", note))
    table = _Lines()
    for line in document.lines:
        table.start(part(line, document, document.columns))
        mark = Text(LOST if line.number in lost else "", BAD)
        table.add(mark, line, document.line_text(line), bold=line.span in headings)
    yield indented(table.rows)


def _stored(resume: Resume) -> Parts:
    """The lines as the file stores them, with a mark on each that follows another than on the page.

    A visual line that the file stores in several places comes more than once.
    """
    document = resume.document
    note = f"numbered as on the page; {JUMP} out of its order"
    yield from ("", heading("The text as the file stores it", note))
    table = _Lines()
    before = 0
    for line, text in document.stored_lines():
        table.start(part(line, document))
        table.add(Text(JUMP if line.number != before + 1 else "", DOUBT), line, text)
        before = line.number
    yield indented(table.rows)


def part(line: Line, document: Document, columns: int = 1) -> str:
    """The part of the document that a line stands in: "page 2, header", or "body" without pages."""
    page = line.box.page if line.box else None
    parts = [f"page {page}"] if page else []
    parts += ["read by OCR"] if page in document.ocr_pages else []
    parts += [f"column {line.column + 1}"] if columns > 1 else []
    parts += [ORIGINS.get(line.origin, line.origin)] if line.origin != "body" else []
    return ", ".join(parts) or BODY


class _Lines:
    """A table of lines, with a row of its own where a part of the document begins."""

    def __init__(self) -> None:
        self.rows: Table = rows(5, None)
        self._part = BODY

    def start(self, part: str) -> None:
        if part != self._part:
            self.rows.add_row("", Text(part, QUIET))
        self._part = part

    def add(self, mark: Text, line: Line, text: str, *, bold: bool = False) -> None:
        number = Text.assemble(mark, (f"{line.number:{5 - len(mark)}}", QUIET))
        hidden = ("[hidden] " if line.hidden else "", DOUBT)
        shown = (term_safe(text.replace("\t", "    ")), "bold" if bold else "")
        self.rows.add_row(number, Text.assemble(hidden, shown))
