"""The report of one resume, and its JSON form (contracts.md, "JSON report")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from atscheck import __version__
from atscheck.checks.rule import Finding
from atscheck.documents.model import Box, Document, Line, Span
from atscheck.matching.model import Evidence, LevelMatch, Match
from atscheck.resume.model import Bullet, Position, Resume
from atscheck.scoring import Coverage, Score, group_coverage
from atscheck.skills.model import Target

SCHEMA = "atscheck.report/1"


@dataclass(frozen=True, slots=True)
class Report:
    """One resume against one target. ``score`` is None where ``not_scored`` says why."""

    document: Document
    resume: Resume
    target: Target
    matches: tuple[Match, ...]
    levels: tuple[LevelMatch, ...]
    findings: tuple[Finding, ...]
    score: Score | None
    not_scored: str = ""

    @property
    def keywords(self) -> tuple[Match, ...]:
        """The keywords of the target in its order."""
        return self.matches

    @property
    def path(self) -> str:
        """The file, as the user named it."""
        return self.document.path

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON values."""
        return {
            "schema": SCHEMA,
            "atscheck": __version__,
            "file": _file(self.document),
            "target": {
                "kind": self.target.kind,
                "name": self.target.name,
                "title": self.target.title,
            },
            "score": None if self.score is None else _score(self.score),
            "not_scored": self.not_scored or None,
            "keywords": [_keyword(m, self.document) for m in self.matches],
            "groups": [
                {
                    "name": g.name,
                    "title": g.title,
                    "weight": g.weight,
                    "coverage": group_coverage(g, self.matches),
                }
                for g in self.target.groups
            ],
            "levels": [_level(level) for level in self.levels],
            "achievements": self._achievements(),
            "findings": [_finding(f, self.document) for f in self.findings],
            "resume": _resume(self.resume),
            "job": _job(self.target),
        }

    def _achievements(self) -> dict[str, Any]:
        suggestions = {
            f.span: f.suggestion
            for f in reversed(self.findings)
            if f.span is not None and f.rule.startswith("AC") and f.suggestion
        }
        items = [_bullet(b, self.document, suggestions) for b in self.resume.bullets]
        return {
            "bullets": len(items),
            "quantified": sum(b.quantified for b in self.resume.bullets),
            "items": items,
        }


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, as a value, so that a batch never loses a row."""

    path: str
    code: str
    message: str
    hint: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The failure as JSON values."""
        return {
            "schema": SCHEMA,
            "atscheck": __version__,
            "file": {"path": self.path},
            "error": {"code": self.code, "message": self.message, "hint": self.hint},
        }


def place_of(span: Span | None, document: Document) -> dict[str, Any]:
    """Page, line and box of ``span``, null where it has none."""
    if span is None:
        return {"page": None, "line": None, "box": None}
    line = document.line_at(span.start)
    box = document.box_of(span)
    return {
        "page": line.box.page if line.box else None,
        "line": line.number,
        "box": None if box is None else _box(box),
    }


def _box(box: Box) -> list[float]:
    return [round(v, 1) for v in (box.x0, box.top, box.x1, box.bottom)]


def _file(document: Document) -> dict[str, Any]:
    return {
        "path": document.path,
        "format": document.format,
        "sha256": document.sha256,
        "pages": len(document.pages) or None,
        "words": document.words,
    }


def _score(score: Score) -> dict[str, Any]:
    return {
        "overall": score.overall,
        "must": _coverage(score.must),
        "good": _coverage(score.good),
        "parts": [
            {"name": p.name, "points": p.points, "of": p.of, "why": p.why} for p in score.parts
        ],
    }


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return {
        "found": coverage.found,
        "total": coverage.total,
        "coverage": coverage.coverage,
        "literal": coverage.literal,
    }


def _keyword(match: Match, document: Document) -> dict[str, Any]:
    keyword = match.keyword
    return {
        "term": keyword.name,
        "tier": keyword.tier,
        "group": keyword.group,
        "weight": keyword.weight,
        "status": match.status,
        "in_context": match.in_context,
        "literal": match.literal,
        "evidence": [_evidence(e, document) for e in match.evidence],
    }


def _evidence(evidence: Evidence, document: Document) -> dict[str, Any]:
    return {
        "text": document.quote(evidence.span),
        "form": evidence.form,
        "status": evidence.status,
        "term": evidence.term,
        "section": evidence.section,
        "in_context": evidence.in_context,
        "weak": evidence.weak,
        **place_of(evidence.span, document),
    }


def _level(level: LevelMatch) -> dict[str, Any]:
    return {
        "name": level.level.name,
        "title": level.level.title,
        "reached": level.reached,
        "shown": [m.keyword.name for m in level.matches if m.found],
        "missing": [m.keyword.name for m in level.matches if not m.found],
        "at_least": level.level.at_least,
    }


def _bullet(bullet: Bullet, document: Document, suggestions: dict[Span, str]) -> dict[str, Any]:
    passage = bullet.passage
    span = passage.span()
    place = place_of(span, document)
    return {
        "text": passage.text,
        "page": place["page"],
        "line": place["line"],
        "section": passage.section,
        "quantified": bullet.quantified,
        "quantities": [{"text": q.text, "kind": q.kind} for q in bullet.quantities],
        "verb": bullet.verb,
        "suggestion": suggestions.get(span),
    }


def _finding(finding: Finding, document: Document) -> dict[str, Any]:
    place = place_of(finding.span, document)
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": str(finding.severity),
        "message": finding.message,
        "page": place["page"],
        "line": place["line"],
        "quote": None if finding.span is None else document.quote(finding.span),
        "suggestion": finding.suggestion,
    }


def _resume(resume: Resume) -> dict[str, Any]:
    document = resume.document
    contact = resume.contact
    sections = [
        {
            "kind": s.kind,
            "heading": document.quote(s.heading),
            "page": place_of(s.heading, document)["page"],
            "line": place_of(s.heading, document)["line"],
        }
        for s in resume.sections
        if s.heading is not None
    ]
    return {
        "name": contact.name,
        "email": contact.email,
        "phone": contact.phone,
        "links": list(contact.links),
        "sections": sections,
        "positions": [_position(p, document) for p in resume.positions],
        "columns": document.columns,
        "reading_order": round(document.reading_order, 4),
    }


def _position(position: Position, document: Document) -> dict[str, Any]:
    return {
        "title": position.title,
        "organisation": position.organisation,
        "start": None if position.start is None else str(position.start),
        "end": None if position.end is None else str(position.end),
        "current": position.current,
        "line": document.line_at(position.span.start).number,
    }


def _job(target: Target) -> dict[str, Any] | None:
    asked = target.requirements
    if asked is None:
        return None
    return {
        "title": asked.title,
        "degree": asked.degree,
        "years": [{"term": y.term, "years": y.years} for y in asked.years],
        "any_of": [list(group) for group in asked.any_of],
        "tiers_known": not asked.untiered,
    }


def job_to_dict(target: Target) -> dict[str, Any]:
    """What a posting asks for, as JSON values (schema "atscheck.job/1")."""
    job = _job(target) or {}
    return {
        "schema": "atscheck.job/1",
        "atscheck": __version__,
        "file": {"path": target.name},
        **job,
        "keywords": [
            {
                "term": k.name,
                "tier": k.tier,
                "text": k.text or k.name,
                "line": k.line,
                "weight": k.weight,
            }
            for k in target.keywords
        ],
    }


def reading_to_dict(resume: Resume) -> dict[str, Any]:
    """What a machine reads in a resume, as JSON values (schema "atscheck.text/1")."""
    document = resume.document
    return {
        "schema": "atscheck.text/1",
        "atscheck": __version__,
        "file": _file(document),
        "resume": _resume(resume),
        "lines": [_line(line, document) for line in document.lines],
        "losses": [
            {"kind": loss.kind, "message": loss.message, **place_of(loss.span, document)}
            for loss in document.losses
        ],
        "doubt": document.doubt or None,
    }


def _line(line: Line, document: Document) -> dict[str, Any]:
    return {
        "line": line.number,
        "page": line.box.page if line.box else None,
        "text": document.line_text(line),
        "origin": line.origin,
        "hidden": line.hidden,
        "stored": line.stored,
    }


def counted(findings: Sequence[Finding]) -> dict[str, int]:
    """How many findings of each severity there are, worst first."""
    counts: dict[str, int] = {}
    for finding in sorted(findings, key=lambda f: -f.severity):
        counts[str(finding.severity)] = counts.get(str(finding.severity), 0) + 1
    return counts
