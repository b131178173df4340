"""What a machine reads in a resume: what it files, what is lost, and the text in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from atscheck.documents.model import Document, Loss
from atscheck.renderers import content, filed, json, phrases
from atscheck.renderers.console import DOUBT, QUIET, card, heading, indented, printed, rows
from atscheck.renderers.lines import Order, numbered_lines
from atscheck.renderers.safe import one_line
from atscheck.renderers.view import View
from atscheck.report import jsonresume_to_dict, reading_to_dict
from atscheck.resume.model import Resume

ORDERLY = 0.9
"""Agreement of the visual and the stored order below which a parser's text may be mixed. Judgement:
a line stored out of turn here and there costs nothing."""

ALIKE = 3
"""Losses of one kind that are told one by one; of more than that, the first two and how many."""

QUOTED = 28
"""Characters of a line that are shown of what stands where something is lost."""

Parts = Iterator[RenderableType]


def render_text(resume: Resume, format: str, order: Order, view: View) -> str:
    """The resume as read, as "text", "json" or "jsonresume"."""
    if format == "json":
        return json.dump(reading_to_dict(resume))
    if format == "jsonresume":
        return json.dump(jsonresume_to_dict(resume))
    return printed(_reading(resume, order, view), view)


def _reading(resume: Resume, order: Order, view: View) -> Parts:
    document = resume.document
    yield Text(phrases.file_name(document.path), "bold")
    yield Text("; ".join(content.facts(document)), QUIET)
    if document.doubt:
        yield Text(f"not to be trusted: {one_line(document.doubt)}", DOUBT)
    if recognised := content.recognised(document):
        yield Text(recognised, DOUBT)
    yield from ("", heading("What an ATS files"))
    entries = [*filed.contact(resume), *filed.positions(resume), *filed.rest(resume)]
    yield indented(card(entries, document))
    yield from _sections(resume)
    yield from _losses(document, view)
    yield from _order(document)
    yield from numbered_lines(resume, order)


def _sections(resume: Resume) -> Parts:
    yield from ("", heading("Sections"))
    table = rows(8, 14, None)
    for section in resume.sections:
        if section.heading is not None:
            where = phrases.place(section.heading, resume.document)
            quote = phrases.quoted(resume.document.quote(section.heading))
            table.add_row(Text(where, QUIET), section.kind, quote)
    yield indented(table if table.row_count else Text("no heading recognised", DOUBT))


def _losses(document: Document, view: View) -> Parts:
    kinds = content.losses(document)
    count = sum(map(len, kinds))
    yield from (
        "",
        heading("What may be lost", phrases.counted(count, "thing") if count else "nothing found"),
    )
    table = rows(8, None)
    for losses in kinds:
        shown = losses if view.verbose or len(losses) <= ALIKE else losses[: ALIKE - 1]
        for loss in shown:
            table.add_row(Text(_place(loss, document), QUIET), _loss(loss, document))
        rest = losses[len(shown) :]
        if rest:
            table.add_row("", Text(_more(rest, document), QUIET))
    if table.row_count:
        yield indented(table)


def _place(loss: Loss, document: Document) -> str:
    return phrases.place(loss.span, document) or (f"p{loss.box.page}" if loss.box else "")


def _loss(loss: Loss, document: Document) -> Text:
    """The message, and what stands there unless the message says so itself."""
    text = Text(one_line(loss.message))
    lost = "" if loss.span is None else document.quote(loss.span)
    if lost and lost not in loss.message:
        quote = phrases.quoted(lost, QUOTED)
        text.append("  ").append(quote.replace(" ", phrases.GLUE), QUIET)
    return text


def _more(losses: Sequence[Loss], document: Document) -> str:
    """How many more losses of a kind there are, and where the first ones are."""
    places = list(dict.fromkeys(filter(None, (_place(loss, document) for loss in losses))))
    dots = ", …" if len(places) > ALIKE else ""
    where = f": {', '.join(places[:ALIKE])}{dots}" if places else ""
    return f"{len(losses)} more of this kind{where} (-v shows all)"


def _order(document: Document) -> Parts:
    yield from ("", heading("Reading order"))
    share = phrases.percent(document.reading_order)
    text = f"{share} of the text follows on in the file as it does on the page"
    if document.columns > 1:
        text = f"{document.columns} columns; {text}"
    yield indented(Text(text))
    if document.reading_order < ORDERLY:
        advice = (
            "a program that follows the file's own order reads parts of the text mixed: "
            "--view stored shows how"
        )
        yield indented(Text(advice, DOUBT))
