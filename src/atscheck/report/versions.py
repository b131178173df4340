"""What a new version of a resume won and lost against the same target."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from atscheck.checks.rule import Finding
from atscheck.matching.model import Match
from atscheck.matching.requirements import Outcome, Requirement
from atscheck.report import version_values
from atscheck.report.alignment import (
    Pair,
    Sides,
    align_findings,
    align_statements,
    folded,
    same_words,
)
from atscheck.report.model import Report
from atscheck.resume.model import Bullet, Position, Resume
from atscheck.skills.model import Tier

Field = Literal["name", "e-mail", "phone", "location"]

_RANKS: dict[Outcome, int] = {"not shown": 0, "to check": 1, "partly": 2, "met": 3}
"""What a resume shows of a requirement, least first."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value that an ATS files anew, as written in each version; None where it finds none."""

    field: Field
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """Two versions of a resume against the same target.

    Attributes:
        keywords: the target's keywords in its order, as the versions match them.
        statements: the claims of what was done, in the order of the new version, those that are
            gone last; None where a version has no such statement.
        findings: likewise, the new version's in its order.
        requirements: what a posting asks for besides keywords and the versions show differently.
        fields, positions: what an ATS files differently.

    Unless both versions are scored all but ``old`` and ``new`` is empty: what cannot be read with
    confidence neither wins nor loses anything.
    """

    old: Report
    new: Report
    keywords: tuple[Pair[Match], ...] = ()
    statements: tuple[Sides[Bullet], ...] = ()
    findings: tuple[Sides[Finding], ...] = ()
    requirements: tuple[Pair[Requirement], ...] = ()
    fields: tuple[FieldChange, ...] = ()
    positions: tuple[Sides[Position], ...] = ()

    @property
    def unscored(self) -> tuple[Report, ...]:
        """The versions without a score."""
        return tuple(report for report in (self.old, self.new) if report.score is None)

    @property
    def anything(self) -> bool:
        """Whether anything but the order of the text differs."""
        return bool(
            any(pair.old.status != pair.new.status for pair in self.keywords)
            or any((self.used, self.only_listed, self.literal, self.other_words))
            or any((self.mended, self.found, self.added, self.removed, self.reworded))
            or any((self.requirements, self.fields, self.positions, *self.sections))
            or self.old.score != self.new.score
        )

    @property
    def won(self) -> tuple[Pair[Match], ...]:
        """Keywords that count now and did not."""
        return tuple(p for p in self.keywords if p.new.found and not p.old.found)

    @property
    def lost(self) -> tuple[Pair[Match], ...]:
        """Keywords that counted and do not now."""
        return tuple(p for p in self.keywords if p.old.found and not p.new.found)

    @property
    def doubtful(self) -> tuple[Pair[Match], ...]:
        """Keywords that did not stand in the text, and now do without counting."""
        return tuple(p for p in self.keywords if p.old.status == "missing" and not _settled(p.new))

    @property
    def used(self) -> tuple[Pair[Match], ...]:
        """Keywords that were listed only, and are used in a statement now."""
        return tuple(p for p in self._stay if p.new.in_context and not p.old.in_context)

    @property
    def only_listed(self) -> tuple[Pair[Match], ...]:
        """Keywords that were used in a statement, and are listed only now."""
        return tuple(p for p in self._stay if p.old.in_context and not p.new.in_context)

    @property
    def literal(self) -> tuple[Pair[Match], ...]:
        """Keywords that now stand in the target's own words too."""
        return tuple(p for p in self._stay if p.new.literal and not p.old.literal)

    @property
    def other_words(self) -> tuple[Pair[Match], ...]:
        """Keywords that stood in the target's own words, and now in other words only."""
        return tuple(p for p in self._stay if p.old.literal and not p.new.literal)

    @property
    def _stay(self) -> Iterator[Pair[Match]]:
        return (p for p in self.keywords if p.old.found and p.new.found)

    @property
    def added(self) -> tuple[Bullet, ...]:
        """Statements that the old version does not have."""
        return tuple(p.new for p in self.statements if p.new and p.old is None)

    @property
    def removed(self) -> tuple[Bullet, ...]:
        """Statements that the new version does not have."""
        return tuple(p.old for p in self.statements if p.old and p.new is None)

    @property
    def reworded(self) -> tuple[Pair[Bullet], ...]:
        """Statements that both versions have in different words."""
        return tuple(
            Pair(p.old, p.new) for p in self.statements if p.old and p.new and not same_words(p)
        )

    @property
    def unchanged(self) -> int:
        """How many statements both versions have in the same words, wherever they stand."""
        return sum(map(same_words, self.statements))

    @property
    def moved(self) -> int:
        """How many of them stand in another order: the fewest that were moved to get it."""
        tails: list[int] = []  # of the longest rising runs of each length
        for pair in filter(same_words, self.statements):
            offset = pair.old.passage.offsets[0] if pair.old else 0
            at = bisect_left(tails, offset)
            tails[at : at + 1] = [offset]
        return self.unchanged - len(tails)

    @property
    def mended(self) -> tuple[Finding, ...]:
        """Findings that the new version does not have."""
        return tuple(p.old for p in self.findings if p.old and p.new is None)

    @property
    def found(self) -> tuple[Finding, ...]:
        """Findings that the old version does not have."""
        return tuple(p.new for p in self.findings if p.new and p.old is None)

    @property
    def remaining(self) -> tuple[Finding, ...]:
        """Findings of both versions, as they stand in the new one."""
        return tuple(p.new for p in self.findings if p.new and p.old is not None)

    @property
    def sections(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The kinds of sections that are recognised now and were not, and those that were."""
        if self.unscored:
            return (), ()
        old, new = _kinds(self.old.resume), _kinds(self.new.resume)
        return tuple(k for k in new if k not in old), tuple(k for k in old if k not in new)

    def lost_of(self, tier: Tier) -> tuple[Pair[Match], ...]:
        """The lost keywords of one tier."""
        return tuple(pair for pair in self.lost if pair.new.keyword.tier == tier)

    def to_dict(self) -> dict[str, Any]:
        """The difference as JSON values; ``schema("diff")`` in atscheck.report describes them."""
        return version_values.difference(self)


def difference(old: Report, new: Report) -> Difference:
    """What ``new`` won and lost that ``old`` had, both being of one target.

    Raises:
        ValueError: if they are of different targets.
    """
    if old.target.keywords != new.target.keywords:
        raise ValueError("the reports are of different targets: scan both versions against one")
    if old.score is None or new.score is None:
        return Difference(old, new)
    statements = align_statements(old.resume, new.resume)
    documents = Pair(old.document, new.document)
    return Difference(
        old,
        new,
        keywords=tuple(map(Pair, old.matches, new.matches)),
        statements=statements,
        findings=align_findings(old.findings, new.findings, documents, statements),
        requirements=tuple(
            Pair(before, after)
            for before, after in zip(old.requirements, new.requirements, strict=True)
            if before.outcome != after.outcome
        ),
        fields=tuple(_fields(old.resume, new.resume)),
        positions=tuple(_positions(old.resume.positions, new.resume.positions)),
    )


def is_better(pair: Pair[Requirement]) -> bool:
    """Whether the new version shows more of what a posting asks for than the old one."""
    return _RANKS[pair.new.outcome] > _RANKS[pair.old.outcome]


def _settled(match: Match) -> bool:
    return match.status in ("found", "missing")


def _kinds(resume: Resume) -> dict[str, None]:
    """The kinds of the sections with a heading, in order, each once."""
    return dict.fromkeys(s.kind for s in resume.sections if s.heading is not None)


def _fields(old: Resume, new: Resume) -> Iterator[FieldChange]:
    before, after = old.contact, new.contact
    same_number = before.phone_e164 is not None and before.phone_e164 == after.phone_e164
    values: tuple[tuple[Field, str | None, str | None], ...] = (
        ("name", before.name, after.name),
        ("e-mail", before.email, after.email),
        ("phone", before.phone, before.phone if same_number else after.phone),
        ("location", before.location, after.location),
    )
    for field, had, has in values:
        if folded(had or "") != folded(has or ""):
            yield FieldChange(field, had, has)


def _positions(old: Sequence[Position], new: Sequence[Position]) -> Iterator[Sides[Position]]:
    """Jobs that are filed differently, or that only one version has.

    The same job is one of the same title and employer, or else of the same start and either.
    """
    left, added = list(old), list(new)
    keys: tuple[Callable[[Position], object], ...] = (_filed, _job, _by_employer, _by_title)
    for key in keys:
        for position in tuple(added):
            own = key(position)
            same = next((p for p in left if key(p) == own), None)
            if same is None or own is None:
                continue
            left.remove(same)
            added.remove(position)
            if _filed(same) != _filed(position):
                yield Pair(same, position)
    yield from (Pair(None, position) for position in added)
    yield from (Pair(position, None) for position in left)


def _filed(position: Position) -> tuple[object, ...]:
    return _job(position), position.start, position.end, position.current


def _job(position: Position) -> tuple[object, ...]:
    return folded(position.title or ""), folded(position.organisation or "")


def _by_employer(position: Position) -> tuple[object, ...] | None:
    return _started(position, position.organisation)


def _by_title(position: Position) -> tuple[object, ...] | None:
    return _started(position, position.title)


def _started(position: Position, name: str | None) -> tuple[object, ...] | None:
    """What tells a job by one name and its start; None where it lacks either."""
    return None if name is None or position.start is None else (folded(name), position.start)
