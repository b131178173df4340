"""The outcome of matching: for each keyword whether the resume claims it, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from atscheck.documents.model import Span
from atscheck.resume.model import SectionKind
from atscheck.skills.model import Keyword, Level, RedFlag

Form = Literal["exact", "spelling", "inflection", "alias", "acronym", "implied", "typo"]
Status = Literal["found", "missing", "ambiguous", "typo", "negated", "hidden"]

LITERAL_FORMS: frozenset[Form] = frozenset(["exact", "spelling"])
"""The forms that a system which compares letters also finds (matching.md)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place where a keyword stands.

    Attributes:
        span: its place in the document's text.
        form: how the wording relates to the keyword.
        status: what this one place says ("found" counts; the others say why it does not).
        term: the term that was met (one of the keyword's terms).
        in_context: used in a statement, not just listed.
        weak: the resume claims it only weakly ("familiar with", "learning").
        told: its words stand apart or in another order ("managed two projects").
    """

    span: Span
    form: Form
    status: Status
    term: str
    section: SectionKind
    in_context: bool
    weak: bool = False
    told: bool = False

    @property
    def literal(self) -> bool:
        """Whether its form is one of `LITERAL_FORMS`."""
        return self.form in LITERAL_FORMS


@dataclass(frozen=True, slots=True)
class Match:
    """A keyword, the best status that its evidence gives it, and the evidence in document order.

    Attributes:
        literal: whether a system that compares letters would find it too (literal.py).
    """

    keyword: Keyword
    status: Status
    evidence: tuple[Evidence, ...]
    literal: bool = False

    @property
    def found(self) -> bool:
        """Whether the keyword counts as covered."""
        return self.status == "found"

    @property
    def claims(self) -> tuple[Evidence, ...]:
        """The evidence that counts."""
        return tuple(e for e in self.evidence if e.status == "found")

    @property
    def in_context(self) -> bool:
        """Whether any counting evidence is used in a statement."""
        return any(e.in_context for e in self.claims)


@dataclass(frozen=True, slots=True)
class LevelMatch:
    """A level of proficiency and which of its evidence the resume shows."""

    level: Level
    matches: tuple[Match, ...]

    @property
    def reached(self) -> bool:
        """Whether enough of the level's evidence is shown."""
        return sum(m.found for m in self.matches) >= self.level.at_least


@dataclass(frozen=True, slots=True)
class FlagMatch:
    """A red flag that the resume raises, and the places that raise it."""

    flag: RedFlag
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """A term of the lexicon that the resume claims and the target does not ask for.

    Attributes:
        field: the part of the lexicon that it is of.
        claims: where it stands, in reading order; at least one place.
    """

    term: str
    field: str
    claims: tuple[Evidence, ...]

    @property
    def uses(self) -> int:
        """How many of its places are in statements."""
        return sum(e.in_context for e in self.claims)


@dataclass(frozen=True, slots=True)
class Matches:
    """All that matching finds: keywords in the target's order, levels, red flags, other terms."""

    keywords: tuple[Match, ...]
    levels: tuple[LevelMatch, ...] = ()
    flags: tuple[FlagMatch, ...] = ()
    others: tuple[Other, ...] = ()
