"""PA: layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from atscheck.checks import sources
from atscheck.checks.openings import shortened
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.checks.samples import in_columns, losing, marked
from atscheck.documents.assemble import from_text
from atscheck.documents.model import Line, Span
from atscheck.resume.model import Passage

_TWO_COLUMNS = (
    "Jane Example\nSKILLS\nPython\nSQL\nSpanish\nEXPERIENCE\n"
    "- Built a search index of 2 million\npages for the shops of 40 cities.\n"
    "- Trained 5 colleagues in the use of\nthe new tools of the team."
)
_COLUMNS = (0, 0, 0, 0, 0, 1, 1, 1, 1, 1)
_MIXED = in_columns(_TWO_COLUMNS, _COLUMNS, (0, 2, 4, 6, 8, 1, 3, 5, 7, 9))
_APART = in_columns(_TWO_COLUMNS, _COLUMNS, tuple(range(10)))
_ONE_COLUMN = from_text(_TWO_COLUMNS)

_TORN = 2
"""Statements torn apart from which the columns of a resume count as mixed: one may be an accident
of how its lines were put together."""

_TALL = 0.4
"""The share of a page's height that a second column fills; a short one is a table. Of 330 real
resumes and 29 designed ones, all 27 pages above it have columns."""


def _columned_pages(facts: Facts) -> Iterator[list[Line]]:
    """The lines of each page that is laid out in columns."""
    document = facts.document
    for page in document.pages:
        lines = [n for n in document.lines if n.box and n.box.page == page.number and not n.hidden]
        beside = [n.box for n in lines if n.column and n.box]
        if beside:
            height = max(box.bottom for box in beside) - min(box.top for box in beside)
            if height >= _TALL * page.height:
                yield [line for line in lines if line.origin not in ("header", "footer")]


def _torn(facts: Facts) -> list[Passage]:
    """The statements between whose lines the file has lines of another column of the page."""
    columns: dict[int, dict[int, int]] = {}
    for lines in _columned_pages(facts):
        ranks = {line.stored: line.column for line in lines}
        columns |= {line.number: ranks for line in lines}
    return [
        p
        for p in facts.resume.passages
        if p.kind in ("bullet", "sentence") and any(_is_torn(facts, p, columns))
    ]


def _is_torn(
    facts: Facts, passage: Passage, columns: Mapping[int, Mapping[int, int]]
) -> Iterator[bool]:
    """For each line break of a passage whether another column's lines stand in it."""
    first, last = passage.lines
    for above, below in pairwise(facts.document.lines[first - 1 : last]):
        ranks = columns.get(above.number, {})
        between = range(above.stored + 1, below.stored)
        yield above.column == below.column and any(
            ranks.get(rank, above.column) != above.column for rank in between
        )


@rule(
    "PA301",
    Severity.WARNING,
    source=sources.GREENHOUSE,
    bad=(Sample(_MIXED, "two columns that the file stores line by line"),),
    good=(
        Sample(_APART, "two columns, stored one after the other"),
        Sample(_ONE_COLUMN, "one column"),
    ),
)
def mixed_columns(facts: Facts) -> Iterator[Hit]:
    """Columns are stored mixed: a machine reads across them.

    A reader that follows the file's own order puts lines of one column between the lines of a
    statement in the other.
    """
    torn = _torn(facts)
    if len(torn) >= _TORN:
        yield Hit(
            torn[0].span(),
            f"in the file's own order, lines of another column stand inside {len(torn)} statements",
            "use a layout with one column, or one that keeps each column's text together",
        )


@rule(
    "PA302",
    Severity.INFO,
    source=sources.GREENHOUSE,
    bad=(Sample(_APART, "two columns, stored one after the other"),),
    good=(Sample(_ONE_COLUMN, "one column"),),
)
def several_columns(facts: Facts) -> Iterator[Hit]:
    """The page has columns, though the file keeps them apart.

    Vendors differ: one names columns among the causes of a failed parse, others read them well.
    """
    pages = list(_columned_pages(facts))
    if pages and len(_torn(facts)) < _TORN:
        columns = max(1 + line.column for page in pages for line in page)
        yield Hit(
            None,
            f"the page is laid out in {columns} columns",
            "keep a version with one column for forms that fill themselves from the file",
        )


def _lines(facts: Facts, origin: str) -> list[Line]:
    return [line for line in facts.document.lines if line.origin == origin]


def _start(facts: Facts, lines: Iterable[Line]) -> str:
    """The first words of some lines."""
    return shortened(" ".join(facts.document.line_text(line) for line in lines))


def _counted(statements: int) -> str:
    return "1 statement stands" if statements == 1 else f"{statements} statements stand"


@rule(
    "PA303",
    Severity.INFO,
    source=sources.GREENHOUSE,
    bad=(
        Sample(
            marked(_TWO_COLUMNS, range(6, 11), origin="table"),
            "its experience stands in a table",
        ),
    ),
    good=(Sample(marked(_TWO_COLUMNS, ()), "no table"),),
)
def statements_in_table(facts: Facts) -> Iterator[Hit]:
    """Statements or contact details stand in a table.

    Parsers read tables by row, by column or not at all; a vendor names them among the causes of a
    failed parse.
    """
    numbers = {line.number for line in _lines(facts, "table")}
    inside = [b for b in facts.resume.bullets if b.passage.lines[0] in numbers]
    contact = facts.resume.contact
    spans = [s for s in (contact.email_span, contact.phone_span) if s is not None]
    spans = [s for s in spans if facts.document.line_at(s.start).number in numbers]
    spans += [b.passage.span() for b in inside]
    if spans:
        what = _counted(len(inside)) if inside else "the contact details stand"
        yield Hit(
            min(spans, key=lambda s: s.start),
            f"{what} in a table",
            "write them as paragraphs and bullets; where dates should stand right, use a tab stop",
        )


@rule(
    "PA304",
    Severity.ERROR,
    source=sources.GREENHOUSE,
    bad=(
        Sample(
            marked("Jane Example\njane@example.org\n\nEXPERIENCE", [1, 2], origin="header"),
            "the first two lines stand in the page header of a Word file",
        ),
    ),
    good=(Sample(marked("Jane Example\njane@example.org\n\nEXPERIENCE", ()), "all in the body"),),
)
def contact_outside_body(facts: Facts) -> Iterator[Hit]:
    """Contact details stand only in a page header, footer or text box of a Word file.

    Parsers leave those parts out, so that nobody's name or address is filed.
    """
    if facts.document.format != "docx":
        return
    contact = facts.resume.contact
    spans: tuple[tuple[str, Span | None], ...] = (
        ("name", contact.name_span),
        ("e-mail address", contact.email_span),
        ("phone number", contact.phone_span),
    )
    body = _body(facts)
    for what, span in spans:
        if span is None:
            continue
        origin = facts.document.line_at(span.start).origin
        if origin in _OUTSIDE and not _says(body, facts.document.quote(span)):
            yield Hit(
                span,
                f"the {what} stands only in a {_OUTSIDE[origin]}",
                "write it among the first lines of the page itself",
            )


_OUTSIDE = {"header": "page header", "footer": "page footer", "textbox": "text box"}


Body = Sequence[tuple[str, set[str]]]
"""The lines of the body, each with its words in lower case."""


def _body(facts: Facts) -> Body:
    lines = [n for n in facts.document.lines if n.origin not in _OUTSIDE]
    return [(text, set(text.casefold().split())) for text in map(facts.document.line_text, lines)]


def _says(body: Body, text: str) -> bool:
    """Whether a line of the body has ``text``, or all of its words in whatever case and order."""
    words = set(text.casefold().split())
    return any(text in said or words <= own for said, own in body)


@rule(
    "PA305",
    Severity.WARNING,
    source=sources.GREENHOUSE,
    bad=(
        Sample(
            marked("EXPERIENCE\n- Built a search index of 2 million pages.", [2], origin="textbox"),
            "the statement stands in a text box",
        ),
    ),
    good=(Sample(marked("EXPERIENCE\n- Built a search index of 2 million pages.", ())),),
)
def text_in_text_box(facts: Facts) -> Iterator[Hit]:
    """Text stands in text boxes.

    Parsers put such text at the start or end of what they read, or leave it out.
    """
    lines = _lines(facts, "textbox")
    words = sum(len(facts.document.line_text(line).split()) for line in lines)
    if words >= 3:
        yield Hit(
            lines[0].span,
            f"{words} words stand in text boxes: {_start(facts, lines)}",
            "move the text into the page itself",
        )


@rule(
    "PA306",
    Severity.INFO,
    source=sources.GREENHOUSE,
    bad=(
        Sample(
            marked(
                "EXPERIENCE\n- Built a search index.\nReferences on our intranet",
                [3],
                origin="footer",
            ),
            "the last line stands in the page footer of a Word file",
        ),
    ),
    good=(Sample(marked("EXPERIENCE\n- Built a search index.\nPage 2", [3], origin="footer")),),
)
def text_in_header_or_footer(facts: Facts) -> Iterator[Hit]:
    """Text stands in a page header or footer of a Word file.

    Parsers leave those parts out; nothing is lost where they only repeat what the pages say.
    """
    if facts.document.format != "docx":
        return
    lines = [n for origin in ("header", "footer") for n in _lines(facts, origin)]
    body = _body(facts)
    lines = [n for n in lines[:_MOST] if _says_more(facts.document.line_text(n), body)]
    if lines:
        yield Hit(
            lines[0].span,
            f"only in a page header or footer: {_start(facts, lines)}",
            "write it in the page itself if it matters",
        )


_WORDS = 3
"""Words from which a line of a header or footer is more than a page number."""


_MOST = 200
"""Lines of headers and footers that are compared with each of the body."""


def _says_more(text: str, body: Body) -> bool:
    words = [word for word in text.split() if word.isalpha()]
    return len(words) >= _WORDS and not _says(body, text)


@rule(
    "PA307",
    Severity.INFO,
    source=sources.GREENHOUSE,
    bad=(
        Sample(
            losing("layout-table", "1 table used for layout: many systems mix the text of cells"),
            "its two columns are the cells of one table",
        ),
    ),
    good=(Sample(marked(_TWO_COLUMNS, ()), "no table"),),
)
def table_as_layout(facts: Facts) -> Iterator[Hit]:
    """A table without rules holds the page's layout together.

    A person sees columns, a parser a table: some read it row by row across the columns, some cell
    by cell, some not at all.
    """
    yield from facts.told(
        "set the text as plain paragraphs, in one column or with the columns of the page's own "
        "settings",
        "layout-table",
    )
