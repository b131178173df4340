"""Positions: jobs with title, employer, place, start and end, from the heads of a section.

A head has one date range, on a line of its own or beside the title or the employer; a run of heads
without statements between them is cut by where the first of them has its dates, or by its labels.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from atscheck.resume.head_parts import HeadParts, dated_at, is_name, label_of, read_parts
from atscheck.resume.heads import Head, find_runs
from atscheck.resume.model import Passage, Position, Section, SectionKind
from atscheck.resume.parts import Part
from atscheck.resume.places import is_place
from atscheck.resume.roles import is_organisation, is_title
from atscheck.resume.words import words

_FEWEST_TITLES = 2  # from which it is told where the others stand
_ELSEWHERE: frozenset[SectionKind] = frozenset(
    ["contact", "summary", "projects", "research", "certifications", "other"]
)
"""Sections in which jobs stand where a resume has no section for them."""


def find_positions(
    sections: Sequence[Section], passages: Sequence[Passage]
) -> tuple[Position, ...]:
    """The jobs in the experience sections, in reading order.

    Where there are none, those elsewhere that have title, employer and dates.
    """
    found = [p for own in _of(sections, passages, frozenset(["experience"])) for p in _in(own)]
    if not found:
        others = (p for own in _of(sections, passages, _ELSEWHERE) for p in _in(own))
        found = [p for p in others if _is_sure(p)]
    return tuple(found)


def _of(
    sections: Sequence[Section], passages: Sequence[Passage], kinds: frozenset[SectionKind]
) -> Iterator[list[Passage]]:
    """The passages of each section of one of ``kinds``; they are in reading order."""
    starts = [passage.offsets[0] for passage in passages]
    for section in sections:
        if section.kind in kinds:
            first, end = (bisect_left(starts, at) for at in (section.span.start, section.span.end))
            yield list(passages[first:end])


def _in(passages: Sequence[Passage]) -> list[Position]:
    """The jobs among the passages of one section."""
    runs = list(find_runs(passages))
    dated = any(head.dates for run in runs for head in run)
    jobs = [job for run in runs for job in (_jobs(run) if dated else _undated_jobs(run))]
    read = [read_parts(heads) for heads in jobs]
    titled = _title_line(jobs, read)
    found: list[Position] = []
    for heads, parts in zip(jobs, read, strict=True):
        position = _position(heads, parts, titled)
        if position is not None:
            found.append(_after(found, position, alone=len(heads) == 1))
    return found


def _title_line(jobs: Sequence[Sequence[Head]], read: Sequence[HeadParts]) -> int | None:
    """How many lines below its dates most jobs of a section have the title, as far as it is known.

    None where they do not agree, or are too few to tell.
    """
    lines: Counter[int] = Counter()
    for heads, parts in zip(jobs, read, strict=True):
        position, dated = _position(heads, parts), dated_at(heads)
        if position is None or position.title_span is None or dated is None:
            continue
        at = next(i for i, h in enumerate(heads) if h.passage.span().overlaps(position.title_span))
        lines[at - dated] += 1
    (line, count), *_ = [*lines.most_common(1), (0, 0)]
    return line if count >= _FEWEST_TITLES and 2 * count > lines.total() else None


def _is_sure(position: Position) -> bool:
    """Whether a position is one wherever it stands: from a time on in a role for an employer."""
    lasted = position.current or position.start != position.end
    named = is_title(position.title or "") and is_organisation(position.organisation or "")
    return named and lasted and position.start is not None


def _undated_jobs(run: Sequence[Head]) -> list[list[Head]]:
    """The jobs of a section without dates: heads that say all by themselves, else the whole run."""
    single = [[head] for head in run]
    alone = [
        (own, found) for own in single if (found := _position(own, read_parts(own))) is not None
    ]
    full = [heads for heads, found in alone if found.title and found.organisation]
    whole = _position(run, read_parts(run))
    if full or (whole is not None and whole.title and whole.organisation):
        return full or [list(run)]
    return [heads for heads, _ in alone]


def _jobs(run: Sequence[Head]) -> list[list[Head]]:
    """A run of heads cut into jobs: each has as many lines above its dates as the first one.

    Where the first line is a labelled field, each job begins with that field; so it does where
    unlabelled lines stand before the first job alone.
    """
    dated = [i for i, head in enumerate(run) if head.dates]
    if len(dated) < 2:
        return [list(run)] if dated else []
    above = dated[0]
    kinds = [label_of(head) for head in run]
    first = next((i for i, kind in enumerate(kinds) if kind), 0)
    later = [i for i, kind in enumerate(kinds) if i > first and kind == kinds[first]]
    labelled = kinds[first] is not None and later
    if not labelled or (first and any(kinds[i - 1] is None for i in later)):
        later = [max(last + 1, i - above) for last, i in pairwise(dated)]
    starts = [0, *later]
    ends = [*starts[1:], len(run)]
    return [list(run[start:end]) for start, end in zip(starts, ends, strict=True)]


def _after(before: Sequence[Position], position: Position, *, alone: bool) -> Position:
    """``position``, with the employer of the one before where it has none on its single line."""
    last = before[-1] if before else None
    if not alone or last is None or position.organisation is not None or last.organisation is None:
        return position
    own_line = last.organisation_span is not None and not last.organisation_span.overlaps(last.span)
    if not own_line:
        return position
    return replace(
        position, organisation=last.organisation, organisation_span=last.organisation_span
    )


def _position(
    heads: Sequence[Head], parts: HeadParts, titled: int | None = None
) -> Position | None:
    """The job that ``heads`` describe, or None where they name neither title nor employer.

    ``parts`` is what they hold; a title that no word tells is looked for ``titled`` lines below
    the dates.
    """
    at = dated_at(heads)
    dated = None if at is None else heads[at]
    employer = parts.employer
    alone = employer is not None and is_organisation(employer.text)
    title = parts.title or _title(parts.named)
    if title is None and at is not None and titled is not None and 0 <= at + titled < len(heads):
        title = _title_on(heads[at + titled], parts.named)
    rest = [p for p in parts.named if title is None or p.text not in title.text]
    employer = employer or _employer(rest) or next(iter(parts.before_places), None)
    if title is None and employer is None:
        return None
    if dated is None and not (title and employer) and not alone:
        return None
    return _filed(dated or heads[0], title, employer, next(iter(parts.places), None))


def _title(parts: Sequence[Part]) -> Part | None:
    """The part that names a role, one without the words of employers before one with them."""
    named = [p for p in parts if is_title(p.text)]
    return next((p for p in named if not is_organisation(p.text)), next(iter(named), None))


def _title_on(head: Head, parts: Sequence[Part]) -> Part | None:
    """The first name on a line that is no employer's, where another part is left for that one."""
    own = [p for p in parts if head.passage.span().overlaps(p.span)]
    rest = [p for p in own if not (is_place(p.text) or is_organisation(p.text))]
    title = next((p for p in rest if is_name(p.text)), None)
    others = [p for p in parts if p is not title and not is_place(p.text)]
    return title if _employer(others) else None


def _employer(parts: Sequence[Part]) -> Part | None:
    """The part that names an employer: by its words, else the first that can be a name.

    A department is one where no other is named.
    """
    named = [p for p in parts if is_organisation(p.text)] or [p for p in parts if is_name(p.text)]
    named.sort(key=lambda p: p.text.casefold().split()[-1] in words("roles", "departments"))
    return next((p for p in named if not is_place(p.text)), next(iter(named), None))


def _filed(head: Head, title: Part | None, employer: Part | None, place: Part | None) -> Position:
    """The position with the dates of ``head``."""
    dates = head.dates
    return Position(
        title=title.text if title else None,
        organisation=employer.text if employer else None,
        start=dates.first if dates else None,
        end=dates.last if dates else None,
        current=dates is not None and dates.current,
        span=head.passage.span(),
        title_span=title.span if title else None,
        organisation_span=employer.span if employer else None,
        location=place.text if place else None,
        location_span=place.span if place else None,
        dates_span=head.passage.span(dates.start, dates.end) if dates else None,
    )
