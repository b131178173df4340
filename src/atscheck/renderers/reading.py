"""What a machine reads in a resume: contact, sections, the text in order, and what is lost."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from atscheck.documents.model import Line
from atscheck.renderers import content, json, phrases
from atscheck.renderers.console import DOUBT, QUIET, card, heading, indented, printed, rows
from atscheck.renderers.safe import one_line, term_safe
from atscheck.renderers.view import View
from atscheck.report import reading_to_dict
from atscheck.resume.model import Resume

ORDERLY = 0.9
"""Agreement of the visual and the stored order below which a parser's text may be mixed. Judgement:
a line stored out of turn here and there costs nothing."""

Parts = Iterator[RenderableType]


def render_text(resume: Resume, format: str, view: View) -> str:
    """The resume as read, as "text" or "json"."""
    if format == "json":
        return json.dump(reading_to_dict(resume))
    return printed(_reading(resume), view)


def _reading(resume: Resume) -> Parts:
    document = resume.document
    yield Text(one_line(document.path), "bold")
    yield Text("; ".join(content.facts(document)), QUIET)
    if document.doubt:
        yield Text(f"not to be trusted: {one_line(document.doubt)}", DOUBT)
    yield heading("What an ATS files")
    yield indented(card(resume))
    yield from _sections(resume)
    yield from _losses(resume)
    yield from _order(resume)
    yield from _text(resume)


def _sections(resume: Resume) -> Parts:
    yield heading("Sections")
    table = rows(8, 14, None)
    for section in resume.sections:
        if section.heading is not None:
            where = phrases.place(section.heading, resume.document)
            quote = phrases.quoted(resume.document.quote(section.heading))
            table.add_row(Text(where, QUIET), section.kind, quote)
    yield indented(table if table.row_count else Text("no heading recognised", DOUBT))


def _losses(resume: Resume) -> Parts:
    document = resume.document
    yield heading("What may be lost", "" if document.losses else "nothing found")
    table = rows(8, None)
    for loss in document.losses:
        where = phrases.place(loss.span, document) or (f"p{loss.box.page}" if loss.box else "")
        table.add_row(Text(where, QUIET), one_line(loss.message))
    if table.row_count:
        yield indented(table)


def _order(resume: Resume) -> Parts:
    document = resume.document
    yield heading("Reading order")
    share = phrases.percent(document.reading_order)
    text = f"{share} of the lines follow one another in the file as they do on the page"
    if document.columns > 1:
        text = f"{document.columns} columns; {text}"
    yield indented(Text(text))
    if document.reading_order < ORDERLY:
        advice = "a program that follows the file's own order reads parts of the text mixed"
        yield indented(Text(advice, DOUBT))


def _text(resume: Resume) -> Parts:
    """The lines with their numbers, a mark where a page or a column begins."""
    document = resume.document
    yield heading("The text, line by line")
    headings = {section.heading for section in resume.sections}
    table = rows(4, None)
    block = None
    for line in document.lines:
        page = line.box.page if line.box else None
        if (page, line.column) != block and page is not None:
            column = f", column {line.column + 1}" if document.columns > 1 else ""
            table.add_row("", Text(f"page {page}{column}", QUIET))
        block = (page, line.column)
        plain = term_safe(document.line_text(line).replace("\t", "    "))
        text = Text(plain, "bold" if line.span in headings else "")
        table.add_row(Text(str(line.number), QUIET, justify="right"), _mark(line) + text)
    yield indented(table)


def _mark(line: Line) -> Text:
    """What is unusual about a line: that it is hidden, or where it stands."""
    marks = ["hidden"] if line.hidden else []
    marks += [line.origin] if line.origin != "body" else []
    return Text(f"[{', '.join(marks)}] " if marks else "", DOUBT)
