"""PA: tables."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.checks.samples import losing, marked, noted

_JOB = "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2024\n"
_BUILT = "- Built a search index of 2 million pages.\n"
_TRAINED = "- Trained 5 colleagues in the use of it."
_CONTACT = "Jane Example\n+1 555 010 0199\njane@example.org"


def _table(text: str, lines: Collection[int], note: str) -> Sample:
    return Sample(marked(text, lines, origin="table"), note)


def _counted(statements: int) -> str:
    return "1 statement stands" if statements == 1 else f"{statements} statements stand"


@rule(
    "PA303",
    Severity.INFO,
    source=sources.GREENHOUSE,
    bad=lambda: (
        _table(_JOB + _BUILT + _TRAINED, [1, 2, 3, 4], "its experience stands in a table"),
        _table(_JOB + _BUILT + _TRAINED, [4], "its last line stands in a table"),
        _table(_CONTACT, [2, 3], "its number and address stand in a table under the name"),
        _table(
            f"{_CONTACT}\n\n{_JOB}I built a search index of 2 million pages. I trained 5 people.",
            [6],
            "sentences in the cell of a table",
        ),
    ),
    good=lambda: (
        noted("no table", _JOB + _BUILT + _TRAINED),
        _table(
            "EDUCATION\nBSc\tExample University\t2012\nMSc\tExample University\t2014",
            [2, 3],
            "a table of degrees",
        ),
        _table(f"{_JOB}{_BUILT}Project title\tSearch", [4], "a field of a table with its value"),
        _table("SKILLS\nPython\tSQL\nKafka\tSpark", [2, 3], "a table of skills"),
    ),
    options={"words": "words from which a line of a table is a statement"},
)
def statements_in_table(facts: Facts, *, words: int = 5) -> Iterator[Hit]:
    """Statements or contact details stand in a table.

    Parsers read tables by row, by column or not at all; a vendor names them among the causes of a
    failed parse.
    """
    document, contact = facts.document, facts.resume.contact
    numbers = {line.number for line in document.lines if line.origin == "table"}
    inside = [b.passage.span() for b in facts.resume.bullets if b.passage.lines[0] in numbers]
    inside = [s for s in inside if _is_statement(document.quote(s), words)]
    spans = [s for s in (contact.email_span, contact.phone_span) if s is not None]
    spans = [s for s in spans if document.line_at(s.start).number in numbers] + inside
    if spans:
        what = _counted(len(inside)) if inside else "the contact details stand"
        yield Hit(
            min(spans, key=lambda s: s.start),
            f"{what} in a table",
            "write them as paragraphs and bullets; where dates should stand right, use a tab stop",
        )


def _is_statement(text: str, words: int) -> bool:
    """Whether a line is more than some cells beside each other ("Project title", "Search")."""
    return "\t" not in text and len(text.split()) >= words


def _layout(count: int, note: str, *, text: str = _JOB + _BUILT, line: int = 1) -> Sample:
    tables = "1 table" if count == 1 else f"{count} tables"
    message = f"{tables} used for layout: many systems mix the text of cells side by side"
    return losing("layout-table", message, note, text=text, line=line)


@rule(
    "PA307",
    Severity.INFO,
    source=sources.GREENHOUSE,
    bad=lambda: (
        _layout(1, "its two columns are the cells of one table"),
        _layout(3, "each job is a table: its dates in the left cell, its text in the right one"),
        _layout(1, "name and contact details are cells side by side", text=_CONTACT),
        _layout(
            2, "bars of skills, and what they mean, in cells", text="SKILLS\nPython\nSQL", line=2
        ),
    ),
    good=lambda: (
        losing(
            "tables",
            "1 table: many systems read the cells in another order, or not at all",
            "a table of degrees with rules around its cells",
            text="EDUCATION\nBSc\tExample University\t2012",
            line=2,
        ),
        noted("its dates stand at a tab stop", "EXPERIENCE\nAnalyst, Acme Ltd\t2019 - 2024"),
        noted("two columns of the page's own settings", _JOB + _BUILT + _TRAINED),
        losing("text-boxes", "1 text box: many systems do not read the text in them", "a box"),
    ),
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
