"""What a scan is against: terms of the lexicon, and the target that a pack or a posting makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from atscheck.skills.demands import Requirements

Tier = Literal["must", "good"]


@dataclass(frozen=True, slots=True)
class Term:
    """A skill by its canonical name, with everything it is also called.

    Attributes:
        aliases: other names for the same thing ("k8s"); one-way, they never stand for another term.
        acronyms: short and full forms ("NLP"); a term that is an acronym lists its full form here.
        case: the term itself must be written exactly so.
        context: the term itself is also an everyday word, and needs a technical neighbour.
        ambiguous: those aliases and acronyms that need a technical neighbour.
        near: words that, standing next to the term, show that it is meant.
        never_near: words that, standing next to the term, show that something else is meant. In
            both "_" is the term's own place: "_ of" stands behind it, "will _" before it only.
        implies: canonical terms that this one is evidence for.
        field: the lexicon file it comes from ("" for a term that only a target names).
        canonical: the lexicon's name for it, where ``name`` is one of its other names; else "".
    """

    name: str
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    case: bool = False
    context: bool = False
    ambiguous: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    never_near: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    field: str = ""
    canonical: str = ""

    @property
    def entry(self) -> str:
        """The name under which the lexicon has it."""
        return self.canonical or self.name


@dataclass(frozen=True, slots=True)
class Wording:
    """How a posting writes a term, and the first line, from 1, on which it does so."""

    term: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Keyword:
    """One thing a target asks for: met by any of its terms ("PyTorch | TensorFlow" has two).

    Attributes:
        name: as the pack or posting writes it.
        weight: relative to the other keywords of its tier; 1 is usual.
        text: where a posting's wording differs from the name, that wording.
        line: the posting's line, from 1.
        wordings: all that the posting writes for each of the terms, that of ``text`` first; of a
            pack none.
    """

    name: str
    terms: tuple[Term, ...]
    tier: Tier
    weight: float = 1.0
    group: str | None = None
    text: str | None = None
    line: int | None = None
    wordings: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A sub-skill: a share of the role and the keywords that show it. Weights sum to 1."""

    name: str
    title: str
    weight: float
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """A level of proficiency and what a resume of that level shows; "A | B" is met by either."""

    name: str
    title: str
    evidence: tuple[str, ...]
    at_least: int


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A pattern that makes an expert doubt: claims without what should stand beside them.

    Attributes:
        pattern: phrases or token patterns, one of which must occur for the flag to be raised.
        unless: phrases or token patterns, any of which takes the doubt away.
        listed_only: keywords; raised when at least ``at_least`` of them stand only in lists.
    """

    name: str
    message: str
    advice: str
    severity: Literal["info", "warning"]
    pattern: tuple[str | tuple[dict[str, object], ...], ...] = ()
    unless: tuple[str | tuple[dict[str, object], ...], ...] = ()
    listed_only: tuple[str, ...] = ()
    at_least: int = 1


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A sentence to start from, for the keywords named; ``{n}`` and the like are slots to fill."""

    keywords: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Resource:
    """Where to learn the keywords named."""

    title: str
    keywords: tuple[str, ...]
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """A question people ask about resumes for this role, and the answer."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Target:
    """What a scan is against, whatever it came from.

    Attributes:
        language: of the keywords, by its ISO 639-1 code.
        titles: what the role is called in resumes and postings.
        occupations: the occupations that the role is, by their O*NET-SOC codes ("15-1252.00").
    """

    kind: Literal["pack", "job"]
    name: str
    title: str
    keywords: tuple[Keyword, ...]
    summary: str = ""
    sources: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    levels: tuple[Level, ...] = ()
    red_flags: tuple[RedFlag, ...] = ()
    phrasing: tuple[Phrasing, ...] = ()
    resources: tuple[Resource, ...] = ()
    advice: tuple[Advice, ...] = ()
    language: str = "en"
    titles: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    requirements: Requirements | None = None
