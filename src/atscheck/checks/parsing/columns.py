"""PA: columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.checks.samples import in_columns, noted
from atscheck.documents.model import Document, Line
from atscheck.resume.model import Passage

_SKILLS = "Jane Example\nSKILLS\nPython\nSQL\nSpanish\n"
_JOBS = (
    "EXPERIENCE\n- Built a search index of 2 million\npages for the shops of 40 cities.\n"
    "- Trained 5 colleagues in the use of\nthe new tools of the team."
)
_LEFT, _RIGHT = (0,) * 5, (1,) * 5
_BY_LINE = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
"""How a file stores two columns of five lines that it mixes."""


def _two(stored: Sequence[int]) -> Document:
    """Skills on the left, experience on the right, in that stored order."""
    return in_columns(_SKILLS + _JOBS, _LEFT + _RIGHT, stored)


_MIXED = Sample(_two(_BY_LINE), "two columns that the file stores line by line")
_APART = Sample(_two(range(10)), "two columns, stored one after the other")
_RIGHT_FIRST = Sample(
    _two((5, 6, 7, 8, 9, 0, 1, 2, 3, 4)), "two columns, the right one stored first"
)
_ONE_TORN = Sample(
    _two((0, 1, 2, 3, 6, 4, 5, 7, 8, 9)),
    "two columns; one line of the left stands inside a statement of the right",
)
_JOBS_LEFT = Sample(
    in_columns(f"{_JOBS}\n{_SKILLS}".rstrip(), _LEFT + _RIGHT, _BY_LINE),
    "experience on the left, skills on the right, stored line by line",
)
_THREE = in_columns(
    f"{_JOBS}\n{_SKILLS}LANGUAGES\nEnglish\nFrench\nDanish\nLatin",
    (*_LEFT, *_RIGHT, 2, 2, 2, 2, 2),
    (0, 3, 6, 9, 12, 1, 4, 7, 10, 13, 2, 5, 8, 11, 14),
)
_BY_PAIRS = Sample(
    _two((0, 3, 4, 7, 8, 1, 2, 5, 6, 9)), "two columns, two lines of either stored in turn"
)
_THREE_APART = in_columns(
    f"{_SKILLS}LANGUAGES\nEnglish\nFrench\nDanish\nLatin\n{_JOBS}",
    (*_LEFT, *_RIGHT, 2, 2, 2, 2, 2),
    range(15),
)
_CONTACT = (
    "Jane Example\nEXPERIENCE\n- Built 2 shops.\n- Led 3 people.\n- Ran it.\nBath\njane@example.org"
)
_SHORT = Sample(
    in_columns(_CONTACT, (0, 0, 0, 0, 0, 1, 1), (0, 2, 4, 5, 6, 1, 3)),
    "one column; two lines of contact details stand on the right",
)
_ONE_COLUMN = noted("one column", _SKILLS + _JOBS)
_PLACES = Sample(
    in_columns("EXPERIENCE\nAnalyst\nBuilder\n2019\n2012", (0, 0, 0, 1, 1), (0, 1, 3, 2, 4)),
    "one column, its dates on the right",
)

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
    bad=lambda: (
        _MIXED,
        _JOBS_LEFT,
        Sample(_THREE, "three columns, stored line by line"),
        _BY_PAIRS,
    ),
    good=(_APART, _RIGHT_FIRST, _ONE_TORN, _ONE_COLUMN),
    options={"statements": "statements torn apart from which columns count as mixed"},
)
def mixed_columns(facts: Facts, *, statements: int = 2) -> Iterator[Hit]:
    """Columns are stored mixed: a machine reads across them.

    A reader that follows the file's own order puts lines of one column between the lines of a
    statement in the other. One such place may be an accident of how its lines were put together.
    """
    torn = _torn(facts)
    if len(torn) >= statements:
        yield Hit(
            torn[0].span(),
            f"the file stores its columns mixed: inside {len(torn)} statements come lines of "
            "another column",
            "use a layout with one column, or one that keeps each column's text together",
        )


@rule(
    "PA302",
    Severity.INFO,
    source=sources.GREENHOUSE,
    bad=lambda: (
        _APART,
        _RIGHT_FIRST,
        _ONE_TORN,
        Sample(_THREE_APART, "three columns, stored one after the other"),
    ),
    good=(_ONE_COLUMN, _SHORT, _PLACES, _MIXED),
)
def several_columns(facts: Facts) -> Iterator[Hit]:
    """The page has columns, though the file keeps them apart.

    Vendors differ: one names columns among the causes of a failed parse, others read them well.
    """
    pages = list(_columned_pages(facts))
    if pages and len(_torn(facts)) < _TORN:
        yield Hit(
            None,
            "the page is laid out in columns",
            "keep a version with one column for forms that fill themselves from the file",
        )


_TORN = 2
"""Torn statements from which the other rule speaks."""
