"""A resume: the meaning found in a document's lines, each part with its place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from atscheck.documents.model import Document, Span
from atscheck.resume.language import Language

SectionKind = Literal[
    "contact",
    "summary",
    "objective",
    "experience",
    "projects",
    "education",
    "skills",
    "certifications",
    "publications",
    "research",
    "awards",
    "languages",
    "interests",
    "volunteering",
    "personal",
    "references",
    "declaration",
    "letter",
    "other",
]
PassageKind = Literal["bullet", "sentence", "field", "list", "heading", "title", "contact"]
QuantityKind = Literal["percent", "money", "count", "time", "rate", "rank", "factor"]
Measure = Literal["outcome", "scope"]
LinkKind = Literal[
    "linkedin",
    "github",
    "gitlab",
    "bitbucket",
    "stackoverflow",
    "kaggle",
    "medium",
    "behance",
    "dribbble",
    "orcid",
    "scholar",
    "portfolio",
    "other",
]

CONTEXT_SECTIONS: frozenset[SectionKind] = frozenset(
    ["summary", "experience", "projects", "research", "publications", "volunteering"]
)
"""Sections whose statements show a skill in use (matching.md, "Where the evidence stands")."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the resume under one heading; ``span`` runs from the heading to the next one.

    ``heading`` is None for the part before the first heading, the "contact" section, and where a
    column goes on with a section whose heading stands above it.
    """

    kind: SectionKind
    heading: Span | None
    span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines that belong together: a statement, a list of skills, a heading. The unit of matching.

    Attributes:
        kind: "field" is a label with a short value among jobs or projects ("Front end: Vue"),
            "title" a line of a job's head; neither is a statement of what was done.
        text: the lines joined by spaces, words broken at a line end made whole, no bullet mark.
        offsets: for each character of ``text`` its offset in the document's text.
        lines: the numbers of the first and the last line.
        hidden: whether a person cannot see it.
    """

    kind: PassageKind
    section: SectionKind
    text: str
    offsets: tuple[int, ...]
    lines: tuple[int, int]
    hidden: bool = False

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The document span of ``text[start:end]``, which must not be empty."""
        last = len(self.text) if end is None else end
        return Span(self.offsets[start], self.offsets[last - 1] + 1)

    @property
    def in_context(self) -> bool:
        """Whether a keyword standing here is used, not just listed."""
        used = self.kind in ("bullet", "sentence", "field", "title")
        return used and self.section in CONTEXT_SECTIONS


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount in a statement: where in the statement's text, as written, and of what kind.

    Attributes:
        measures: "outcome" for what came of the work ("cut by 30 %"), "scope" for the size of what
            was handled ("a team of 5").
    """

    start: int
    end: int
    text: str
    kind: QuantityKind
    measures: Measure = "scope"


@dataclass(frozen=True, slots=True)
class Bullet:
    """One statement about what the person did, with the amounts it names and its first verb.

    ``counted`` tells a claim of what was done from what is only listed among such claims (the name
    of a project, a field, a row of tools): no amount is asked of those.
    """

    passage: Passage
    quantities: tuple[Quantity, ...]
    verb: str | None
    counted: bool = True

    @property
    def quantified(self) -> bool:
        """Whether the statement names an amount."""
        return bool(self.quantities)


@dataclass(frozen=True, slots=True)
class YearMonth:
    """A point in time to the month, or to the year where ``month`` is None."""

    year: int
    month: int | None = None

    @property
    def first_month(self) -> int:
        """The earliest month that it can mean, in months since year 0."""
        return self.year * 12 + (self.month or 1) - 1

    @property
    def last_month(self) -> int:
        """The latest month that it can mean, in months since year 0."""
        return self.year * 12 + (self.month or 12) - 1

    def __str__(self) -> str:
        return f"{self.year:04d}" if self.month is None else f"{self.year:04d}-{self.month:02d}"


@dataclass(frozen=True, slots=True)
class Position:
    """A job: ``end`` is None when it lasts ("present") or when no end is given (``current``).

    ``span`` is the line that dates it, else its first one; ``dates_span`` the dates alone.
    """

    title: str | None
    organisation: str | None
    start: YearMonth | None
    end: YearMonth | None
    current: bool
    span: Span
    title_span: Span | None = None
    organisation_span: Span | None = None
    location: str | None = None
    location_span: Span | None = None
    dates_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Education:
    """A course of study, each part as written; dates as those of a `Position`.

    Attributes:
        degree: what was awarded ("B.Sc.", "Higher Secondary").
        field: what was studied, where it stands apart from the degree's name.
        score: the grade with its unit or scale ("CGPA 8.1/10", "76%").
        span: the line that names the degree, else the institution.
    """

    institution: str | None
    degree: str | None
    field: str | None
    start: YearMonth | None
    end: YearMonth | None
    current: bool
    score: str | None
    span: Span
    institution_span: Span | None = None
    degree_span: Span | None = None
    field_span: Span | None = None
    dates_span: Span | None = None
    score_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list, as a certificate or a language, as written."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class ContactLink:
    """A page about the person: its address as written or as set, and the line that shows it.

    ``kind`` is the network it belongs to, "other" for one of those without a kind of their own,
    "portfolio" for a page of no network.
    """

    target: str
    kind: LinkKind
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """What an ATS would file; each value with its place, None where it was not found.

    Attributes:
        phone: as written; ``phone_e164`` the same as "+" and digits where it is a valid number of
            the country that the number or the resume names.
        location: town, region or country of the person, as written.
    """

    name: str | None = None
    name_span: Span | None = None
    email: str | None = None
    email_span: Span | None = None
    phone: str | None = None
    phone_span: Span | None = None
    links: tuple[ContactLink, ...] = ()
    phone_e164: str | None = None
    location: str | None = None
    location_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a job begins: its head, and the section that it ends with.

    ``bare`` tells that it closes a list of jobs without a word about any of them, and so holds
    nothing but its head.
    """

    head: Span
    section: Section
    bare: bool


@dataclass(frozen=True)
class Resume:
    """A document understood as a resume.

    ``statements`` are all that is listed of what the person did, in reading order. ``language`` is
    that of the text, None where that cannot be told.
    """

    document: Document
    contact: Contact
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    statements: tuple[Bullet, ...]
    positions: tuple[Position, ...]
    education: tuple[Education, ...] = ()
    certifications: tuple[Item, ...] = ()
    languages: tuple[Item, ...] = ()
    language: Language | None = None

    @cached_property
    def extents(self) -> tuple[Extent, ...]:
        """What belongs to each of ``positions``, in their order; `belonging` reads it."""
        from atscheck.resume.belonging import find_extents  # which needs the values above

        return find_extents(self.positions, self.passages, self.sections)

    @property
    def bullets(self) -> tuple[Bullet, ...]:
        """The statements that claim what was done."""
        return tuple(bullet for bullet in self.statements if bullet.counted)
