"""PA: layout, headings and length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.checks.samples import in_columns, marked, paged
from atscheck.documents.assemble import from_text
from atscheck.documents.model import Line, Span
from atscheck.resume.model import SectionKind

_TWO_COLUMNS = (
    "Jane Example\nSKILLS\nPython\nSQL\nSpanish\nEXPERIENCE\nEngineer, Acme Ltd, 2019 - 2024\n"
    "- Built a search index.\n- Trained 5 colleagues.\n- Cut costs by 20%."
)
_COLUMNS = (0, 0, 0, 0, 0, 1, 1, 1, 1, 1)
_MIXED = in_columns(_TWO_COLUMNS, _COLUMNS, (0, 2, 4, 6, 8, 1, 3, 5, 7, 9))
_APART = in_columns(_TWO_COLUMNS, _COLUMNS, tuple(range(10)))
_ONE_COLUMN = from_text(_TWO_COLUMNS)

_SWITCHES = 6
"""Changes of column in the stored order of one page from which its columns count as mixed. A page
stored column by column changes at most three times (head, left, right, foot), one stored block by
block a little more often."""

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


def _switches(lines: Sequence[Line]) -> int:
    """How often the file's own order changes the column."""
    return sum(a.column != b.column for a, b in pairwise(sorted(lines, key=lambda n: n.stored)))


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

    A reader that follows the file's own order joins lines of one column to lines of the other.
    """
    switches = max(map(_switches, _columned_pages(facts)), default=0)
    if switches >= _SWITCHES:
        yield Hit(
            None,
            f"the file's own order changes the column {switches} times on one page",
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
    if pages and max(map(_switches, pages)) < _SWITCHES:
        columns = max(1 + line.column for page in pages for line in page)
        yield Hit(
            None,
            f"the page is laid out in {columns} columns",
            "keep a version with one column for forms that fill themselves from the file",
        )


def _lines(facts: Facts, origin: str) -> list[Line]:
    return [line for line in facts.document.lines if line.origin == origin]


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
        what = f"{len(inside)} statements stand" if inside else "your contact details stand"
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
    for what, span in spans:
        if span is None:
            continue
        origin = facts.document.line_at(span.start).origin
        if origin in _OUTSIDE and not _in_body(facts, facts.document.quote(span)):
            yield Hit(
                span,
                f"your {what} stands only in a {_OUTSIDE[origin]}",
                "write it among the first lines of the page itself",
            )


_OUTSIDE = {"header": "page header", "footer": "page footer", "textbox": "text box"}


def _in_body(facts: Facts, text: str) -> bool:
    document = facts.document
    return any(
        text in document.line_text(line) for line in document.lines if line.origin not in _OUTSIDE
    )


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
            f"{words} words stand in text boxes: {facts.document.line_text(lines[0])[:60]}",
            "move the text into the page itself",
        )


@rule(
    "PA401",
    Severity.INFO,
    source=sources.GREENHOUSE,
    bad=(
        "SUMMARY\nAnalyst.\n\nEXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2024\n\n"
        "MY JOURNEY\nBuilt things.",
    ),
    good=("SUMMARY\nAnalyst.\n\nWORK HISTORY\nAnalyst, Acme Ltd, 2019 - 2024",),
)
def unknown_heading(facts: Facts) -> Iterator[Hit]:
    """Headings that no list of usual headings has.

    A parser files text by its heading; under one that it does not know, the text goes to the
    section above or to none.
    """
    found = [s.heading for s in facts.resume.sections if s.kind == "other" and s.heading]
    if found:
        names = ", ".join(f'"{facts.document.quote(h).strip(" :")}"' for h in found[:6])
        yield Hit(
            found[0],
            f"not a usual heading: {names}",
            "where the text is about jobs, studies or skills, call it Experience, Education or "
            "Skills",
        )


_EXPECTED: tuple[tuple[str, frozenset[SectionKind]], ...] = (
    ("experience", frozenset(["experience", "projects", "research", "volunteering"])),
    ("education", frozenset(["education", "certifications"])),
    ("skills", frozenset(["skills"])),
)


@rule(
    "PA402",
    Severity.INFO,
    source=sources.TEXTKERNEL,
    bad=("Jane Example\n\nEXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2024\n- Built reports.",),
    good=("EXPERIENCE\nAnalyst, Acme Ltd\n\nEDUCATION\nBSc Statistics\n\nSKILLS\nPython, SQL",),
)
def missing_section(facts: Facts) -> Iterator[Hit]:
    """No heading for experience, education or skills was found.

    Parsers look for these three; text without its heading may be filed elsewhere.
    """
    kinds = {s.kind for s in facts.resume.sections if s.heading}
    missing = [name for name, any_of in _EXPECTED if not kinds & any_of]
    if missing:
        yield Hit(
            None,
            f"no heading was found for: {', '.join(missing)}",
            "give each a heading of its own on its own line, such as "
            + " or ".join(f'"{name.capitalize()}"' for name in missing),
        )


_WORDS_PER_PAGE = 600
"""What a full page holds, for formats without pages. The study's pages had 350 to 425 words."""


@rule(
    "PA501",
    Severity.WARNING,
    source=sources.LENGTH,
    bad=(
        Sample(
            paged("EXPERIENCE\nAnalyst, Acme Ltd, Jan 2022 - Dec 2024\n- Built 12 reports.", 4),
            "four pages",
        ),
    ),
    good=(
        Sample(
            paged("EXPERIENCE\nAnalyst, Acme Ltd, Jan 2022 - Dec 2024\n- Built 12 reports.", 2),
            "two pages",
        ),
        Sample(
            paged(
                "EXPERIENCE\nProfessor, Example University, 1998 - 2024\n\nPUBLICATIONS\n- One.", 9
            ),
            "nine pages with publications",
        ),
    ),
)
def too_long(facts: Facts) -> Iterator[Hit]:
    """The resume has more pages than its years of work call for.

    Two pages are read gladly, by one study more gladly than one; three suit more than ten years of
    work. Academic CVs, which list publications, are as long as they need to be.
    """
    document = facts.document
    if any(s.kind in ("publications", "research") for s in facts.resume.sections):
        return
    allowed = 2 if _years(facts) <= 10 else 3
    pages = len(document.pages) or document.words // _WORDS_PER_PAGE
    if pages > allowed:
        about = "" if document.pages else "about "
        yield Hit(
            None,
            f"{about}{pages} pages, where {allowed} would do",
            "shorten the jobs of more than ten years ago to a line each, and leave out what the "
            "role does not ask for",
        )


def _years(facts: Facts) -> int:
    """Years since the first job began; many where no job's start is known."""
    starts = [p.start.year for p in facts.resume.positions if p.start]
    return facts.as_of.year - min(starts) if starts else 99


@rule(
    "PA601",
    Severity.WARNING,
    source=sources.WHITE_TEXT,
    bad=(
        Sample(
            marked("EXPERIENCE\n- Built a search index.\nPython SQL Kafka", [3], hidden=True),
            "the last line is white on white",
        ),
    ),
    good=(Sample(marked("EXPERIENCE\n- Built a search index.\nPython SQL Kafka", ())),),
)
def hidden_text(facts: Facts) -> Iterator[Hit]:
    """The file holds text that a person cannot see.

    Templates hide text by mistake; recruiters take hidden keywords for a trick. A machine reads
    either. Hidden text is shown here as a fact, and counts for nothing.
    """
    lines = [line for line in facts.document.lines if line.hidden]
    words = [w for line in lines for w in facts.document.line_text(line).split() if w.isalnum()]
    if len(words) >= 3:
        yield Hit(
            lines[0].span,
            f"{len(words)} words cannot be seen: {' '.join(words[:8])}",
            "delete the text, or make it visible if it belongs there",
        )
