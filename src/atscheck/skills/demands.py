"""What a posting asks for besides keywords: one type of value for each kind of demand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from atscheck.skills.model import Tier

DegreeLevel = Literal["associate", "bachelor", "master", "phd"]
LEVELS: tuple[DegreeLevel, ...] = ("associate", "bachelor", "master", "phd")
"""Degrees, lowest first; postings hardly ask for less."""

Rank = Literal["entry", "mid", "senior", "lead"]
RANKS: tuple[Rank, ...] = ("entry", "mid", "senior", "lead")
"""Seniority, lowest first."""

Mode = Literal["on-site", "hybrid", "remote"]

DemandKind = Literal[
    "seniority", "degree", "certificate", "language", "location", "mobility", "work permit"
]

_DEGREES: dict[DegreeLevel, str] = {
    "associate": "associate degree",
    "bachelor": "bachelor's degree",
    "master": "master's degree",
    "phd": "doctorate",
}


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing that a posting asks for.

    Attributes:
        tier: whether it demands it, or only prefers it.
        text: the words of the posting that ask for it.
        line: the posting's line, from 1.
        kind: what reports call it.
    """

    kind: ClassVar[DemandKind]

    tier: Tier
    text: str
    line: int

    @property
    def asked(self) -> str:
        """What is asked for, in few plain words."""
        return self.text


@dataclass(frozen=True, slots=True)
class Degree(Demand):
    """A degree of a level or above.

    Attributes:
        level: the lowest that will do.
        fields: the subjects named, of which any will do; empty for any subject.
        related: whether a subject akin to these will do as well.
        or_experience: whether experience may stand for the degree.
    """

    kind: ClassVar[DemandKind] = "degree"

    level: DegreeLevel
    fields: tuple[str, ...] = ()
    related: bool = False
    or_experience: bool = False

    @property
    def asked(self) -> str:
        """As in "bachelor's degree in physics or a related field, or equivalent experience"."""
        names = [*self.fields, "a related field"] if self.related else [*self.fields]
        subject = f" in {alternatives(names)}" if names else ""
        stand_in = ", or equivalent experience" if self.or_experience else ""
        return f"{_DEGREES[self.level]}{subject}{stand_in}"


@dataclass(frozen=True, slots=True)
class Certificate(Demand):
    """A certificate, licence, registration or clearance; any of ``names`` will do."""

    kind: ClassVar[DemandKind] = "certificate"

    names: tuple[str, ...]

    @property
    def asked(self) -> str:
        """As in "CCNA or CCNP"."""
        return alternatives(self.names)


@dataclass(frozen=True, slots=True)
class Language(Demand):
    """A language, any of ``names``.

    Attributes:
        level: as of words/proficiency.toml, None if not said; ``words`` are those that say it.
    """

    kind: ClassVar[DemandKind] = "language"

    names: tuple[str, ...]
    level: str | None = None
    words: str | None = None

    @property
    def asked(self) -> str:
        """As in "German or Dutch, B2" or "German, fluent (about C1)"."""
        names, words = alternatives(self.names), self.words or self.level
        if self.level is None or words is None:
            return names
        if self.level in words:
            return f"{names}, {words}"
        about = "" if self.level in words.casefold() else f" (about {self.level})"
        return f"{names}, {words.casefold()}{about}"


@dataclass(frozen=True, slots=True)
class Workplace(Demand):
    """Where the work is done: any of ``places`` (none if not said), and how much of it there."""

    kind: ClassVar[DemandKind] = "location"

    places: tuple[str, ...]
    mode: Mode | None = None

    @property
    def asked(self) -> str:
        """As in "hybrid, Leeds or York"."""
        return ", ".join(part for part in (self.mode, alternatives(self.places)) if part)


@dataclass(frozen=True, slots=True)
class Mobility(Demand):
    """The will to travel, or to move to another place."""

    kind: ClassVar[DemandKind] = "mobility"

    what: Literal["travel", "relocation"]

    @property
    def asked(self) -> str:
        """As in "willingness to travel"."""
        return f"willingness to {'travel' if self.what == 'travel' else 'relocate'}"


@dataclass(frozen=True, slots=True)
class Permit(Demand):
    """The permission to work in ``regions``, as the posting names them; none if not said."""

    kind: ClassVar[DemandKind] = "work permit"

    regions: tuple[str, ...]

    @property
    def asked(self) -> str:
        """As in "permission to work in US"."""
        where = f" in {alternatives(self.regions)}" if self.regions else ""
        return f"permission to work{where}"


@dataclass(frozen=True, slots=True)
class Seniority(Demand):
    """A rank: any of ``ranks``, lowest first."""

    kind: ClassVar[DemandKind] = "seniority"

    ranks: tuple[Rank, ...]

    @property
    def asked(self) -> str:
        """As in "entry or mid level"."""
        return f"{alternatives(self.ranks)} level"


@dataclass(frozen=True, slots=True)
class Years:
    """Years of experience that a posting asks for, of one term or (None) overall."""

    term: str | None
    years: int
    line: int | None = None
    tier: Tier = "must"
    text: str = ""

    @property
    def asked(self) -> str:
        """As in "5 years of Python"."""
        return f"{self.years} {'year' if self.years == 1 else 'years'} of {self.term or 'work'}"


@dataclass(frozen=True, slots=True)
class Requirements:
    """What a posting asks for besides keywords.

    Attributes:
        title: the job's.
        years: of each term the fewest.
        any_of: groups of keywords of which any will do.
        untiered: whether the posting does not tell what it demands from what it prefers.
        demands: everything else, by kind and then in the posting's order.
    """

    title: str | None = None
    years: tuple[Years, ...] = ()
    any_of: tuple[tuple[str, ...], ...] = ()
    untiered: bool = False
    demands: tuple[Demand, ...] = ()

    @property
    def degree(self) -> DegreeLevel | None:
        """The lowest degree demanded; None where experience may stand for it."""
        levels = [
            demand.level
            for demand in self.demands
            if isinstance(demand, Degree) and demand.tier == "must" and not demand.or_experience
        ]
        return min(levels, key=LEVELS.index, default=None)


def alternatives(names: Sequence[str]) -> str:
    """As in "a, b or c"."""
    return f"{', '.join(names[:-1])} or {names[-1]}" if names[1:] else "".join(names)
