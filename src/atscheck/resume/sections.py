"""Sections: the parts of a resume from one heading to the next, over columns and pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from atscheck.documents.model import Document, Line, Span
from atscheck.resume.headings import Heading, find_headings
from atscheck.resume.letters import find_letters
from atscheck.resume.model import Section, SectionKind

_TOP_LINES = 2.5  # a column that begins this near to a page's top goes on from the page before

_Opened = tuple[int, SectionKind, Span | None]
"""Where a section begins, its kind, and its heading if it has one."""


def find_sections(document: Document) -> tuple[Section, ...]:
    """The resume's sections in reading order; the first is what stands before any heading."""
    letters = list(find_letters(document))
    headings = [
        h for h in find_headings(document) if not any(h.span.overlaps(letter) for letter in letters)
    ]
    opened: list[_Opened] = [(0, "contact", None)]
    opened += [(h.span.start, h.kind, h.span) for h in headings]
    opened += [(at, kind, None) for at, kind in _resumed(document, headings)]
    opened.sort(key=lambda section: section[0])
    for letter in letters:
        opened = _with_letter(opened, letter)
    ends = [*(start for start, _, _ in opened[1:]), len(document.text)]
    return tuple(
        Section(kind, heading, Span(start, end))
        for (start, kind, heading), end in zip(opened, ends, strict=True)
    )


def _with_letter(opened: Sequence[_Opened], letter: Span) -> list[_Opened]:
    """The sections with a letter among them, behind which the one before it goes on."""
    before = [section for section in opened if section[0] <= letter.start]
    after = [section for section in opened if section[0] >= letter.end]
    resumed = (letter.end, before[-1][1], None)
    return [*before, (letter.start, "letter", None), resumed, *after]


def _resumed(document: Document, headings: Sequence[Heading]) -> Iterator[tuple[int, SectionKind]]:
    """Where a column goes on with a section that is not the one read last: offset and kind.

    A column whose first line stands no lower than the heading read last cannot belong to it. It
    belongs to a heading over several columns, which is left without text of its own, or goes on
    with what the same column held before; so does the first column on a new page.
    """
    opened = {h.line.number: h for h in headings}
    empty = _without_text(document, headings)
    orphan: SectionKind | None = None
    last: dict[int, SectionKind] = {}
    current: Heading | None = None
    kind: SectionKind = "contact"
    lines = [n for n in document.lines if n.box and n.origin not in ("header", "footer")]
    for before, line in pairwise([*lines[:1], *lines]):
        heading = opened.get(line.number)
        if heading is not None:
            current, kind = heading, heading.kind
            orphan = kind if line.number in empty else orphan
        elif line.column > before.column and not _stands_below(document, line, current):
            found = orphan or last.get(line.column)
            orphan = None
            if found is not None and found != kind:
                kind, current = found, None
                yield line.span.start, kind
        elif _turns_back(document, before, line) and last.get(0, kind) != kind:
            kind, current = last[0], None
            yield line.span.start, kind
        last[line.column] = kind


def _without_text(document: Document, headings: Sequence[Heading]) -> frozenset[int]:
    """The lines of headings that another heading follows at once."""
    return frozenset(
        h.line.number
        for h, after in pairwise(headings)
        if not document.text[h.span.end : after.span.start].strip(" :-\n\t")
    )


def _stands_below(document: Document, line: Line, heading: Heading | None) -> bool:
    """Whether ``heading`` can be the one over ``line``, the first of another column."""
    over = heading.line.box if heading else None
    if over is None or line.box is None or over.page != line.box.page:
        return False
    tops = [n.box.top for n in document.lines if n.box and n.box.page == over.page]
    height = line.box.bottom - line.box.top
    first_on_page = line.box.page > 1 and line.box.top < min(tops) + _TOP_LINES * height
    return not first_on_page and over.bottom <= line.box.top + 0.3 * height


def _turns_back(document: Document, before: Line, line: Line) -> bool:
    """Whether ``line`` goes on in the first column on a new page, after another column."""
    if line.box is None or before.box is None or line.box.page == before.box.page:
        return False
    if line.column or not before.column:
        return False
    page = before.box.page
    right = [n.box.x0 for n in document.lines if n.column and n.box and n.box.page == page]
    return line.box.x1 <= min(right)
