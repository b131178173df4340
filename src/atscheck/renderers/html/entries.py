"""What the HTML report lists beside the pages, each entry with the marks that show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atscheck.checks import RULES
from atscheck.checks.rule import Finding
from atscheck.matching.model import Match
from atscheck.renderers import content, phrases, sightings
from atscheck.renderers.marks import Mark
from atscheck.renderers.safe import one_line
from atscheck.report import Change, Report, phrasing
from atscheck.skills.model import Tier

STATUSES = {
    "used": "✓ in use",
    "listed": "○ listed only",
    "doubtful": "? not counted",
    "missing": "✗ missing",
}
"""What a keyword may be, in the order of the report."""


@dataclass(frozen=True, slots=True)
class Place:
    """A link to a mark: its number, the words there, and where they are."""

    mark: int
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class KeywordRow:
    """A keyword of the target.

    Attributes:
        id: as `Mark.about` has it.
        status: a key of `STATUSES`.
        note: what else there is to say of its status.
        how: how deep its evidence goes.
        advice: a sentence that would show it, while nothing does.
    """

    id: str
    title: str
    tier: Tier
    status: str
    note: str
    how: str
    posting: str
    advice: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding, its severity in words, where it stands, and why the rule is there."""

    id: str
    finding: Finding
    severity: str
    message: str
    advice: str
    where: str
    why: str
    mark: int | None


class Entries:
    """The lists of a report, each entry knowing its marks."""

    def __init__(self, report: Report, marks: Sequence[Mark]) -> None:
        self._report = report
        self._marks = marks
        self._of: dict[str, list[int]] = {}
        for number, mark in enumerate(marks):
            for about in mark.about:
                self._of.setdefault(about, []).append(number)

    def keywords(self) -> list[KeywordRow]:
        """The keywords of which there is anything to say, in the target's order."""
        return [
            self._keyword(f"k{number}", match)
            for number, match in enumerate(self._report.matches)
            if sightings.is_told(self._report, match)
        ]

    def _keyword(self, about: str, match: Match) -> KeywordRow:
        report = self._report
        return KeywordRow(
            about,
            sightings.title(match, len(match.keyword.terms)),
            match.keyword.tier,
            _status(match),
            _note(match),
            sightings.deep(report.depth(match)),
            sightings.asked(match, report.document),
            "" if match.found else one_line(phrasing(report.target, match.keyword.name) or ""),
            tuple(self._place(mark) for mark in self._of.get(about, ())),
        )

    def findings(self) -> list[FindingRow]:
        """The findings, worst first."""
        return [self._finding(n, finding) for n, finding in enumerate(self._report.findings)]

    def change(self, change: Change) -> list[FindingRow]:
        """The findings of a change."""
        own = change.found.findings
        every = enumerate(self._report.findings)
        return [self._finding(number, finding) for number, finding in every if finding in own]

    def _finding(self, number: int, finding: Finding) -> FindingRow:
        about = f"f{number}"
        return FindingRow(
            about,
            finding,
            content.SEVERITIES[finding.severity],
            one_line(finding.message),
            one_line(finding.suggestion or ""),
            phrases.place(finding.span, self._report.document),
            RULES[finding.rule].why,
            self._mark_of(about, finding),
        )

    def statement(self, number: int) -> Place | None:
        """Where the statement ``number`` of those that could be stronger stands."""
        own = self._of.get(f"s{number}")
        return self._place(own[0]) if own else None

    def _mark_of(self, about: str, finding: Finding) -> int | None:
        """The finding's own mark, else that of the keyword or statement at its place."""
        if own := self._of.get(about):
            return own[0]
        if finding.span is None:
            return None
        same = (n for n, mark in enumerate(self._marks) if mark.span.overlaps(finding.span))
        return next(same, None)

    def _place(self, number: int) -> Place:
        mark, document = self._marks[number], self._report.document
        text = phrases.quoted(document.quote(mark.span), 60)
        return Place(number, text, phrases.place(mark.span, document))


def _status(match: Match) -> str:
    if match.found:
        return "used" if match.in_context else "listed"
    return "missing" if match.status == "missing" else "doubtful"


def _note(match: Match) -> str:
    """Why a keyword does not count, or that it stands in other words than asked for."""
    if match.found:
        return "" if match.literal else "in other words"
    return sightings.DOUBTS.get(match.status, "")
