"""How deep the evidence for a keyword goes: in how many statements and jobs, how long, until when.

The months are those of the jobs that a keyword stands in. How much of a job was spent on a skill no
resume says, so they bound its use from above.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from atscheck.matching.model import Evidence, Match
from atscheck.resume.belonging import owners
from atscheck.resume.model import Passage, Position, Resume, SectionKind, YearMonth


@dataclass(frozen=True, slots=True)
class Depth:
    """How deep the counting evidence for a keyword goes.

    Attributes:
        sections: the kinds of sections it stands in, in reading order.
        statements: how many statements use it; fields and titles are none.
        positions: the jobs it stands in, in reading order.
        months: the months that any of these jobs covers, both ends included; 0 where none of them
            has a start and an end.
        last: the end of the job that ends last; None where none is dated, or ``current``.
        current: whether one of the jobs lasts.
    """

    sections: tuple[SectionKind, ...] = ()
    statements: int = 0
    positions: tuple[Position, ...] = ()
    months: int = 0
    last: YearMonth | None = None
    current: bool = False

    @property
    def last_used(self) -> str | None:
        """``last`` as "2024-05" or "2024", or "now"; None where no job it stands in is dated."""
        return "now" if self.current else None if self.last is None else str(self.last)


def depth_of(match: Match, resume: Resume, as_of: dt.date) -> Depth:
    """How deep the evidence of ``match`` goes in its resume, with ``as_of`` for "present"."""
    return depths_of([match], resume, as_of)[0]


def depths_of(matches: Sequence[Match], resume: Resume, as_of: dt.date) -> list[Depth]:
    """The same of several matches; the jobs that places belong to are looked for once."""
    starts = sorted({e.span.start for match in matches for e in match.claims})
    jobs = dict(zip(starts, owners(starts, resume), strict=True))
    today = YearMonth(as_of.year, as_of.month)
    return [_depth(match, resume, jobs, today) for match in matches]


def _depth(match: Match, resume: Resume, jobs: Mapping[int, int | None], today: YearMonth) -> Depth:
    """The same of one match, given the number of the job that each place belongs to."""
    claims = sorted(match.claims, key=lambda e: e.span.start)
    if not claims:
        return Depth()
    held = {jobs[e.span.start] for e in claims}
    positions = tuple(p for number, p in enumerate(resume.positions) if number in held)
    current = any(_lasts(position, today) for position in positions)
    ends = [end for p in positions if (end := p.end or p.start) is not None]
    return Depth(
        sections=tuple(dict.fromkeys(e.section for e in claims)),
        statements=len(_statements(claims, resume)),
        positions=positions,
        months=covered_months(positions, today),
        last=None if current else max(ends, key=lambda end: end.last_month, default=None),
        current=current,
    )


def _lasts(position: Position, today: YearMonth) -> bool:
    end = position.end
    return position.current or (end is not None and end.first_month >= today.first_month)


def covered_months(positions: Iterable[Position], today: YearMonth) -> int:
    """How many months any of ``positions`` covers; of several at once each month counts once."""
    total, covered = 0, -1
    for first, last in sorted(_ranges(positions, today)):
        total += max(0, last - max(first, covered + 1) + 1)
        covered = max(covered, last)
    return total


def _ranges(positions: Iterable[Position], today: YearMonth) -> Iterator[tuple[int, int]]:
    """The first and the last month of each job that has both, none after ``today``.

    A year without a month is taken for its middle, so that "2019 – 2021" is two years, unless the
    other date is of the same year.
    """
    for position in positions:
        start, end = position.start, today if position.current else position.end
        if start is None or end is None:
            continue
        first, last = start.first_month, end.last_month
        if start.year < end.year:
            first += 0 if start.month else 6
            last -= 0 if end.month else 6
        if first <= min(last, today.first_month):
            yield first, min(last, today.first_month)


def _statements(claims: Iterable[Evidence], resume: Resume) -> set[int]:
    """The numbers of the passages that use a keyword and are statements."""
    held = {_passage_at(e.span.start, resume.passages) for e in claims if e.in_context}
    return {number for number in held if resume.passages[number].kind in ("bullet", "sentence")}


def _passage_at(offset: int, passages: Sequence[Passage]) -> int:
    """The number of the passage that a place is in; passages are in reading order."""
    return bisect_right(passages, offset, key=lambda passage: passage.offsets[0]) - 1
