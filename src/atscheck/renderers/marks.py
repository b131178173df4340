"""What is marked on the pages of a resume: keywords, statements, findings, each with its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from atscheck.documents.model import Box, Document, Span
from atscheck.matching.model import Evidence, Match
from atscheck.renderers import content, phrases, sightings
from atscheck.renderers.safe import one_line
from atscheck.report import Report

MarkKind = Literal["used", "listed", "doubtful", "strong", "weak", "finding"]

KINDS: dict[MarkKind, str] = {
    "used": "keyword in use",
    "listed": "keyword, listed only",
    "doubtful": "keyword, not counted",
    "strong": "statement with an amount",
    "weak": "statement to strengthen",
    "finding": "finding",
}
"""Each kind of mark in words, in the order of a legend."""

KEYWORDS: tuple[MarkKind, ...] = ("used", "listed", "doubtful")
STATEMENTS: tuple[MarkKind, ...] = ("strong", "weak")


@dataclass(frozen=True, slots=True)
class Mark:
    """A place to be marked.

    Attributes:
        about: what it belongs to: "k3" the target's keyword 3, "s5" the statement 5 of those that
            could be stronger, "f0" the report's finding 0, all from 0.
        title: what it marks, in a few words.
        note: what there is to say of it, or "".
    """

    kind: MarkKind
    span: Span
    about: tuple[str, ...]
    title: str
    note: str = ""

    def boxes(self, document: Document) -> tuple[Box, ...]:
        """Its places on the pages, one for each line."""
        return document.boxes_of(self.span)


def marks(report: Report) -> tuple[Mark, ...]:
    """All marks of a report in the order of its text.

    Statements come before what stands in them, longer words before shorter ones. Keywords at the
    same place share a mark. What is found of no place has none.
    """
    every = [*_statements(report), *_keywords(report), *_findings(report)]
    order = list(KINDS)
    every.sort(
        key=lambda m: (m.span.start, m.kind not in STATEMENTS, -m.span.end, order.index(m.kind))
    )
    return tuple(every)


def _keywords(report: Report) -> Iterator[Mark]:
    """A mark for each place where keywords stand."""
    places: dict[Span, list[tuple[int, Match, Evidence]]] = {}
    for number, match in enumerate(report.matches):
        for evidence in match.claims or match.evidence:
            places.setdefault(evidence.span, []).append((number, match, evidence))
    for span, own in places.items():
        kinds = [_kind(evidence) for _, _, evidence in own]
        names = list(dict.fromkeys(one_line(evidence.term) for _, _, evidence in own))
        yield Mark(
            min(kinds, key=list(KINDS).index),
            span,
            tuple(dict.fromkeys(f"k{number}" for number, _, _ in own)),
            phrases.joined(names),
            _worth(
                [(one_line(evidence.term), _said(match, evidence)) for _, match, evidence in own]
            ),
        )


def _worth(told: Iterable[tuple[str, str]]) -> str:
    """What is said of each name; where not all is alike, with the names that it is said of."""
    names: dict[str, dict[str, None]] = {}
    for name, said in told:
        names.setdefault(said, {})[name] = None
    if len({tuple(own) for own in names.values()}) == 1:
        return "; ".join(names)
    return "; ".join(f"{said} ({phrases.joined(list(own))})" for said, own in names.items())


def _kind(evidence: Evidence) -> MarkKind:
    if evidence.status != "found":
        return "doubtful"
    return "used" if evidence.in_context else "listed"


def _said(match: Match, evidence: Evidence) -> str:
    """What a keyword is worth at a place: "must-have keyword in use, weak claim"."""
    told = sightings.DOUBTS.get(evidence.status) or (
        "in use" if evidence.in_context else "listed only"
    )
    tier = sightings.TIER_NAMES[match.keyword.tier]
    form = "" if evidence.form in ("exact", "typo") else f", by {evidence.form}"
    form = ", implied" if evidence.form == "implied" else form
    return f"{tier} keyword, {told}{form}{', weak claim' if evidence.weak else ''}"


def _statements(report: Report) -> Iterator[Mark]:
    """The statements that could be stronger, and those that name an amount.

    None where the text cannot be read with confidence.
    """
    if report.score is None:
        return
    weak = content.weakest(report)
    for number, weakness in enumerate(weak):
        note = "; ".join(content.suggestions(weakness))
        passage = weakness.bullet.passage
        yield Mark("weak", passage.span(), (f"s{number}",), KINDS["weak"], note)
    taken = {weakness.bullet.passage for weakness in weak}
    for bullet in report.resume.bullets:
        if bullet.quantified and bullet.passage not in taken:
            amounts = phrases.joined([one_line(q.text) for q in bullet.quantities])
            yield Mark("strong", bullet.passage.span(), (), KINDS["strong"], amounts)


def _findings(report: Report) -> Iterator[Mark]:
    """The findings that no mark of a keyword or a statement tells of."""
    for number, finding in enumerate(report.findings):
        if finding.span is None or finding.rule in content.TOLD or finding.rule.startswith("AC"):
            continue
        advice = (
            f"{finding.message}; {finding.suggestion}" if finding.suggestion else finding.message
        )
        title = f"{content.SEVERITIES[finding.severity]} {finding.rule} {finding.name}"
        yield Mark("finding", finding.span, (f"f{number}",), title, one_line(advice))
