"""What to change first: the findings by rule, ordered by what a change is worth."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from atscheck.checks.rule import Finding, Severity
from atscheck.documents.model import Span
from atscheck.scoring import PARTS, READING_POINTS, READING_RULES, Score

FIRST = 5
"""How many changes are told first: what a person keeps in mind and does in one sitting."""

_NEVER_FIRST = ("DA101", "DA102", "DA103", "DA104", "DA302", "PI", "CT104", "KW303")
"""Rules whose findings need nobody to change anything (dates, gaps, what a person may tell or not),
and that on other words, of which the edits tell with the gain of each."""


_EDITED = frozenset(["KW301", "KW302"])
"""Rules that an edit of the same words tells of as well."""


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings of one rule, the first one first."""

    rule: str
    name: str
    severity: Severity
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What one rule finds, and the most that mending it adds to the score (0 to 100)."""

    found: Findings
    points: float


def by_rule(findings: Iterable[Finding]) -> list[Findings]:
    """The findings grouped by rule, in the order of each rule's first one."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.rule, []).append(finding)
    return [
        Findings(rule, own[0].name, own[0].severity, tuple(own)) for rule, own in groups.items()
    ]


def changes(
    findings: Iterable[Finding], score: Score | None, edited: Collection[Span] = ()
) -> tuple[Change, ...]:
    """The changes that matter most, at most `FIRST`.

    What the edits, at the places ``edited``, tell of as well is none of them.
    Content that machines lose comes first, then what costs a match or trust, then the rest; among
    equals what can add most to the score, then what is found first.
    """
    every = [
        Change(group, _points(group, score))
        for group in by_rule(f for f in findings if not _is_edited(f, edited))
        if not group.rule.startswith(_NEVER_FIRST)
    ]
    every.sort(key=lambda change: (-change.found.severity, -change.points))
    return tuple(every[:FIRST])


def _is_edited(finding: Finding, edited: Collection[Span]) -> bool:
    """Whether one of the edits, at the places ``edited``, tells of the same words."""
    return finding.rule in _EDITED and finding.span in edited


def _points(group: Findings, score: Score | None) -> float:
    """The points of the score that are lost for the reason that a rule names."""
    if score is None:
        return 0.0
    whole = sum(part.of for part in score.parts)
    if group.rule.startswith(READING_RULES):
        lost = READING_POINTS[group.severity]
    else:
        name = PARTS.get(group.rule)
        lost = sum(part.of - part.points for part in score.parts if part.name == name)
    return round(100 * lost / whole, 1)
