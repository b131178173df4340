"""Which job a place in a resume belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from atscheck.documents.model import Span
from atscheck.resume.model import Extent, Passage, Position, Resume, Section


def positions_at(offsets: Iterable[int], resume: Resume) -> tuple[Position, ...]:
    """The jobs that the places in the document's text belong to, in reading order."""
    held = set(owners(offsets, resume))
    return tuple(position for n, position in enumerate(resume.positions) if n in held)


def owners(offsets: Iterable[int], resume: Resume) -> list[int | None]:
    """The number of the job that each place in the document's text belongs to, if to any.

    A job goes from its head to the next one's and ends with its section; where that goes on in
    another column, so does its last job. What stands below a bare list of jobs is of none of them.
    """
    extents, sections = resume.extents, resume.sections
    return [_owner(offset, extents, sections) for offset in offsets]


def find_extents(
    positions: Iterable[Position], passages: Sequence[Passage], sections: Sequence[Section]
) -> tuple[Extent, ...]:
    """Where each job begins and what it can hold, in the order of ``positions``."""
    heads = _heads(positions, passages)
    homes = [_section_at(head.start, sections) for head in heads]
    ends = _ends_of_lists(heads, homes, passages)
    return tuple(
        Extent(head, home, bare=number in ends)
        for number, (head, home) in enumerate(zip(heads, homes, strict=True))
    )


def _owner(offset: int, extents: Sequence[Extent], sections: Sequence[Section]) -> int | None:
    number = max((n for n, own in enumerate(extents) if own.head.start <= offset), default=None)
    if number is None or (extents[number].bare and offset >= extents[number].head.end):
        return None
    home, here = extents[number].section, _section_at(offset, sections)
    same = here == home or (here.heading is None and here.kind == home.kind)
    return number if same else None


def _heads(positions: Iterable[Position], passages: Sequence[Passage]) -> list[Span]:
    """The place of each job's head; what several jobs share belongs to the first of them."""
    heads: list[Span] = []
    end = 0
    for p in positions:
        parts = (p.span, p.title_span, p.organisation_span, p.dates_span)
        spans = [span for span in parts if span is not None]
        start = min((s.start for s in spans if s.start >= end), default=p.span.start)
        start = _first_title(start, end, passages)
        end = max(span.end for span in spans)
        heads.append(Span(start, max(start, end)))
    return heads


def _first_title(start: int, least: int, passages: Sequence[Passage]) -> int:
    """Where the lines of a head that stand right above ``start`` begin, not before ``least``."""
    number = _passages_before(start, passages) - 1
    while number >= 0 and passages[number].kind == "title" and passages[number].offsets[0] >= least:
        start = passages[number].offsets[0]
        number -= 1
    return start


def _ends_of_lists(
    heads: Sequence[Span], homes: Sequence[Section], passages: Sequence[Passage]
) -> frozenset[int]:
    """The jobs that close a section's list of jobs without a word about any of them."""
    ends: set[int] = set()
    bare: dict[Section, bool] = {}
    for number, (head, after) in enumerate(pairwise(heads)):
        home = homes[number]
        if homes[number + 1] == home:
            bare[home] = bare.get(home, True) and _is_bare(head.end, after.start, passages)
        elif bare.get(home):
            ends.add(number)
    if homes and bare.get(homes[-1]):
        ends.add(len(heads) - 1)
    return frozenset(ends)


def _is_bare(start: int, end: int, passages: Sequence[Passage]) -> bool:
    """Whether nothing but lines of heads begins between two offsets."""
    between = passages[_passages_before(start, passages) : _passages_before(end, passages)]
    return all(passage.kind in ("title", "heading") for passage in between)


def _passages_before(offset: int, passages: Sequence[Passage]) -> int:
    """How many passages begin before an offset; they are in reading order."""
    return bisect_left(passages, offset, key=lambda passage: passage.offsets[0])


def _section_at(offset: int, sections: Sequence[Section]) -> Section:
    return next((s for s in reversed(sections) if s.span.start <= offset), sections[0])
