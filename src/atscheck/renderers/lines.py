"""The text of a document line by line, in the order of the page or in that of the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from atscheck.documents.model import Line
from atscheck.renderers.console import BAD, DOUBT, QUIET, heading, indented, rows
from atscheck.renderers.safe import term_safe
from atscheck.resume.model import Resume

Order = Literal["visual", "stored"]
"""The order in which a person reads the page, or in which the file stores its text."""

LOST, JUMP = "!", ">"
"""Marks of a line in which something is lost, and of one that does not follow the one before it."""

Parts = Iterator[RenderableType]


def numbered_lines(resume: Resume, order: Order) -> Parts:
    """A heading and all lines, each behind its number in the order of the page."""
    if order == "stored":
        yield from _stored(resume)
    else:
        yield from _visual(resume)


def _visual(resume: Resume) -> Parts:
    """The lines as a person reads them, with a remark where a page or a column begins."""
    document = resume.document
    headings = {section.heading for section in resume.sections}
    lost = {document.line_at(loss.span.start).number for loss in document.losses if loss.span}
    yield heading("The text, line by line", f"{LOST} something is lost here" if lost else "")
    table = rows(5, None)
    block = None
    for line in document.lines:
        page = line.box.page if line.box else None
        if (page, line.column) != block and page is not None:
            column = f", column {line.column + 1}" if document.columns > 1 else ""
            table.add_row("", Text(f"page {page}{column}", QUIET))
        block = (page, line.column)
        mark = Text(LOST if line.number in lost else "", BAD)
        _add(table, mark, line, document.line_text(line), bold=line.span in headings)
    yield indented(table)


def _stored(resume: Resume) -> Parts:
    """The lines as the file stores them, with a mark on each that follows another than on the page.

    A visual line that the file stores in several places comes more than once.
    """
    document = resume.document
    yield heading(
        "The text as the file stores it",
        f"numbered as on the page; {JUMP} out of its order",
    )
    table = rows(5, None)
    before = 0
    for line, text in document.stored_lines():
        jumps = line.number != before + 1
        before = line.number
        _add(table, Text(JUMP if jumps else "", DOUBT), line, text)
    yield indented(table)


def _add(table: Table, mark: Text, line: Line, text: str, *, bold: bool = False) -> None:
    number = Text.assemble(mark, (f"{line.number:{5 - len(mark)}}", QUIET))
    shown = Text(term_safe(text.replace("\t", "    ")), "bold" if bold else "")
    table.add_row(number, _unusual(line) + shown)


def _unusual(line: Line) -> Text:
    """What is unusual about a line: that it is hidden, or where it stands."""
    marks = ["hidden"] if line.hidden else []
    marks += [line.origin] if line.origin != "body" else []
    return Text(f"[{', '.join(marks)}] " if marks else "", DOUBT)
