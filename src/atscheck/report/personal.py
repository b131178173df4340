"""What in a resume tells whom it is of, or what invites bias: where each of it stands.

The kinds are those that design rule 3 of users.md lists. Where in doubt more is taken than less:
a word hidden without need costs a reader little.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from atscheck.checks.contact.addresses import street_pattern
from atscheck.checks.personal.labels import Found, labels, value
from atscheck.checks.personal.person import (
    find_birth,
    find_gender,
    find_marital,
    find_nationality,
    find_religion,
)
from atscheck.checks.personal.private import (
    find_family,
    find_health,
    find_national_id,
    find_passport,
)
from atscheck.checks.rule import Facts
from atscheck.documents.model import Line, Span
from atscheck.resume.dates import find_dates, find_ranges
from atscheck.resume.education import names_degree, names_school
from atscheck.resume.model import Passage, Resume, Section, SectionKind
from atscheck.resume.phones import phones
from atscheck.resume.roles import is_title
from atscheck.resume.words import either
from atscheck.skills.model import Target

_FINDERS: tuple[Callable[[Facts], Found], ...] = (
    find_birth, find_marital, find_religion, find_nationality, find_gender, find_health,
    find_family, find_passport, find_national_id,
)  # fmt: skip

_DETAILS = {
    "birth": None, "marital": None, "nationality": None, "family": None,
    "religion": "faiths", "gender": "genders", "health": "healths",
}  # fmt: skip
"""Lists of labels, each with the list of values of which one must follow, if any."""

_WHOLE: frozenset[SectionKind] = frozenset(["contact", "personal", "references", "declaration"])
"""Sections that are about a person, or several, and not about work."""

_ABOUT: frozenset[SectionKind] = frozenset(
    ["contact", "summary", "objective", "personal", "letter", "other"]
)

_TOP = 30
"""Lines before the first heading that can be a contact block; without headings all stand there."""

_TOLD = ("bullet", "sentence", "field", "title")
"""Kinds of passages that are no part of a block of details."""

_SELF = re.compile(
    r"\b[A-Z][\w.]+[ ](?i:citizen|national|passport[ ]holder)\b"
    r"|(?i:\b(?:citizen|national)[ ]of[ ](?:the[ ])?[\w.]+)"
    r"|(?i:\b\d\d[ -]years?[ -]old\b|\baged?[ ]\d\d\b)"
    r"|(?i:\b(?:happily[ ])?(?:married|unmarried|divorced|widowed)\b)"
)
"""Age, nationality or marital status where a person tells of themselves."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?:\s?[-/]\s?\d\d)?(?!\d)|(?<!\w)['’]\d\d(?!\w)")
_CELL = re.compile(r"(?:(?!\s{3}|,\s|;\s|\s[-~]\s)[^\t|•·\n])+")


def details(resume: Resume) -> Iterator[tuple[Span, bool]]:
    """Where personal details stand, and whether each is surely the person's (`Identity.find`)."""
    document, contact = resume.document, resume.contact
    for span in (contact.name_span, contact.email_span, contact.phone_span):
        if span is not None and document.quote(span).count("\n") < 2:
            yield span, True
    for span, _ in phones(document, document.text):
        yield span, True
    if contact.location_span is not None:
        yield contact.location_span, False
    others = (
        _blocks(resume), _labelled(resume), _addresses(resume), _told(resume), _studies(resume),
    )  # fmt: skip
    for spans in others:
        yield from ((span, False) for span in spans)


def _blocks(resume: Resume) -> Iterator[Span]:
    """What stands in page margins, in the contact part, and among details or referees."""
    document = resume.document
    about_work = ("contact", "summary", *_WORK)
    told = _numbers(p for p in resume.passages if p.kind in _TOLD and p.section in about_work)
    for section in resume.sections:
        if section.kind not in _WHOLE or section.span.start == section.span.end:
            continue
        lines = document.lines_of(section.span)
        for line in lines if section.heading else lines[:_TOP]:
            if section.kind != "contact":
                yield from _after_heading(line, section)
            elif line.number not in told:
                yield from _cells(line, section, resume)
    for line in document.lines:
        if line.origin in ("header", "footer"):
            yield line.span


_WORK: frozenset[SectionKind] = frozenset(["experience", "projects", "research", "volunteering"])


def _numbers(passages: Iterable[Passage]) -> frozenset[int]:
    """The numbers of the lines that ``passages`` stand in."""
    return frozenset(n for p in passages for n in range(p.lines[0], p.lines[1] + 1))


def _after_heading(line: Line, section: Section) -> Iterator[Span]:
    """The part of a section's line that is no heading."""
    start = max(line.span.start, section.span.start, section.heading.end if section.heading else 0)
    end = min(line.span.end, section.span.end)
    if start < end:
        yield Span(start, end)


def _cells(line: Line, section: Section, resume: Resume) -> Iterator[Span]:
    """The cells of a line of the contact part that give no job title."""
    for rest in _after_heading(line, section):
        for cell in _CELL.finditer(resume.document.text, rest.start, rest.end):
            if not is_title(cell[0]) or re.search(r"[\d@:]", cell[0]):
                yield Span(*cell.span())


def _labelled(resume: Resume) -> Iterator[Span]:
    """Labels of details with their values, anywhere but in statements."""
    facts = Facts(resume, Target("pack", "", "", ()), (), dt.date.min)
    document = resume.document
    stated = bytearray(len(document.text))
    for span in (p.span() for p in resume.passages if p.kind == "bullet" and p.offsets):
        stated[span.start : span.end] = b"\1" * (span.end - span.start)
    found = [at[0] for find in _FINDERS if (at := facts.once(find)) is not None]
    for key, values in _DETAILS.items():
        for place, _, ends, rest in labels(facts, key):
            if value(values).match(rest) if values else ends:
                found.append(place)
    for place in found:
        if not any(stated[place.start : place.end]):
            line = document.line_at(place.start)
            yield Span(place.start, line.span.end)
            if not document.text[place.end : line.span.end].strip(" \t:-") and line.number < len(
                document.lines
            ):
                yield document.lines[line.number].span  # the value stands below its label


def _addresses(resume: Resume) -> Iterator[Span]:
    """What stands behind the label of an address, and below it, anywhere but among jobs."""
    document = resume.document
    jobs = _numbers(p for p in resume.passages if p.section in _WORK)
    told = jobs | _numbers(p for p in resume.passages if p.kind in ("bullet", "sentence"))
    headings = {s.heading.start for s in resume.sections if s.heading}
    for line in document.lines:
        label = _address_label().search(document.line_text(line))
        if label is None or line.number in jobs:
            continue
        yield Span(line.span.start + label.start(), line.span.end)
        for below in document.lines[line.number : line.number + _BELOW]:
            if below.number in told or below.span.start in headings:
                break
            yield below.span


_BELOW = 3
"""Lines of an address below its label."""


@cache
def _address_label() -> re.Pattern[str]:
    labels = either("contact", "location_labels")
    return re.compile(rf"(?:^|\t)[\W\d]{{0,4}}(?:{labels})\b\s{{0,3}}(?:[:\t-]|$)", re.IGNORECASE)


def _told(resume: Resume) -> Iterator[Span]:
    """Street addresses, and where a person tells of themselves in running text."""
    document = resume.document
    about = [s.span for s in resume.sections if s.kind in _ABOUT]
    for line in document.lines:
        text, at = document.line_text(line), line.span.start
        house = street_pattern().search(text)
        if house is not None:
            yield Span(at + house.start(), at + house.end())
        if any(line.span.overlaps(span) for span in about):
            for found in _SELF.finditer(text):
                yield Span(at + found.start(), at + found.end())


def _studies(resume: Resume) -> Iterator[Span]:
    """The dates of studies: they tell the age; those of jobs stay, as the role asks for them."""
    document = resume.document
    numbers = _study_lines(resume)
    numbers -= {document.line_at(job.span.start).number for job in resume.positions}
    for line in document.lines:
        if line.number in numbers:
            text, at = document.line_text(line), line.span.start
            places = [(a, b) for a, b, _ in find_dates(text)]
            places += [(found.start, found.end) for found in find_ranges(text)]
            places += [found.span() for found in _YEAR.finditer(text)]
            yield from (Span(at + start, at + end) for start, end in places)
    yield from (study.dates_span for study in resume.education if study.dates_span is not None)


def _study_lines(resume: Resume) -> frozenset[int]:
    """The numbers of the lines that are about studies; among jobs only those naming a degree."""
    spans = [s.span for s in resume.sections if s.kind == "education"]
    spans += [study.span for study in resume.education]
    lines = (line.number for span in spans for line in resume.document.lines_of(span))
    return frozenset(lines) | _numbers(p for p in resume.passages if _is_of_study(p))


def _is_of_study(passage: Passage) -> bool:
    if passage.section in _WORK:
        return passage.kind != "title" and names_degree(passage.text)
    return names_degree(passage.text) or names_school(passage.text)
