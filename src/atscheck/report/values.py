"""The JSON values of a report's parts (contracts.md, "JSON report").

Lines and pages count from 1; boxes are PDF points ``[x0, top, x1, bottom]`` from the page's top
left. Fields may be added to a schema, and never change their meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from atscheck import __version__, scoring
from atscheck.checks.keywords.showing import sentence
from atscheck.checks.rule import Finding
from atscheck.documents.model import Box, Document, Span
from atscheck.matching.depth import Depth
from atscheck.matching.model import Evidence, LevelMatch, Match, Other
from atscheck.report.changes import Change
from atscheck.resume.achievements import Part, achievement
from atscheck.resume.model import Bullet, Resume
from atscheck.skills.model import Group, Keyword, Target

Values = dict[str, Any]


def head(kind: str) -> Values:
    """The schema of a result, and the version that made it."""
    return {"schema": f"atscheck.{kind}/1", "atscheck": __version__}


def place_of(span: Span | None, document: Document) -> Values:
    """Page, line and box of ``span``, null where it has none."""
    if span is None:
        return {"page": None, "line": None, "box": None}
    line = document.line_at(span.start)
    box = document.box_of(span)
    return {
        "page": line.box.page if line.box else None,
        "line": line.number,
        "box": None if box is None else box_of(box),
    }


def page_and_line(span: Span | None, document: Document) -> Values:
    """Page and line of ``span``, null where it has none."""
    place = place_of(span, document)
    return {"page": place["page"], "line": place["line"]}


def box_of(box: Box) -> list[float]:
    """``[x0, top, x1, bottom]``."""
    return [round(v, 1) for v in (box.x0, box.top, box.x1, box.bottom)]


def file(document: Document) -> Values:
    """What was read."""
    return {
        "path": document.path,
        "format": document.format,
        "sha256": document.sha256,
        "pages": len(document.pages) or None,
        "ocr_pages": list(document.ocr_pages),
        "words": document.words,
    }


def score(total: scoring.Score) -> Values:
    """The score with its parts."""
    return {
        "overall": total.overall,
        "must": _coverage(total.must),
        "good": _coverage(total.good),
        "all": _coverage(total.all),
        "parts": [
            {"name": p.name, "points": p.points, "of": p.of, "why": p.why} for p in total.parts
        ],
    }


def _coverage(coverage: scoring.Coverage) -> Values:
    return {
        "found": coverage.found,
        "total": coverage.total,
        "coverage": coverage.coverage,
        "literal": coverage.literal,
    }


def keyword(match: Match, depth: Depth, target: Target, document: Document) -> Values:
    """A keyword with its status, its evidence and, while it is missing, how to say it."""
    asked = match.keyword
    return {
        "term": asked.name,
        "any_of": [term.name for term in asked.terms],
        "tier": asked.tier,
        "group": asked.group,
        "weight": asked.weight,
        "posting": posting(asked) if target.kind == "job" else None,
        "wordings": [{"term": w.term, "text": w.text, "line": w.line} for w in asked.wordings],
        "status": match.status,
        "in_context": match.in_context,
        "literal": match.literal,
        "depth": _depth(depth),
        "evidence": [evidence(e, document) for e in match.evidence],
        "suggestion": None if match.found else sentence(target, asked),
    }


def _depth(depth: Depth) -> Values:
    """How much there is of the evidence, and how long ago."""
    return {
        "statements": depth.statements,
        "positions": len(depth.positions),
        "months": depth.months,
        "last_used": depth.last_used,
    }


def other(skill: Other, document: Document) -> Values:
    """A term that is not asked for, and where it first stands."""
    return {
        "term": skill.term,
        "field": skill.field,
        "count": len(skill.claims),
        "in_context": skill.uses > 0,
        **page_and_line(skill.claims[0].span, document),
    }


def posting(keyword: Keyword) -> Values:
    """The posting's own wording of a keyword, and its line."""
    return {"text": keyword.text or keyword.name, "line": keyword.line}


def evidence(piece: Evidence, document: Document) -> Values:
    """One place where a keyword stands."""
    return {
        "text": document.quote(piece.span),
        "form": piece.form,
        "status": piece.status,
        "term": piece.term,
        "section": piece.section,
        "in_context": piece.in_context,
        "weak": piece.weak,
        **place_of(piece.span, document),
    }


def edit(gain: scoring.Gain, document: Document) -> Values:
    """A change of the resume's words, where to make it and what it adds to literal coverage."""
    change = gain.edit
    return {
        "kind": change.kind,
        "term": change.asked.term,
        "tier": change.match.keyword.tier,
        "gain": gain.share,
        "write": change.write,
        "why": change.why,
        "advice": change.advice,
        "posting": {"text": change.asked.text, "line": change.asked.line},
        "written": change.written,
        "line_text": document.line_text(document.line_at(change.span.start)),
        **place_of(change.span, document),
    }


def group(skill: Group, matches: Sequence[Match]) -> Values:
    """A sub-skill and how much of it is covered."""
    return {
        "name": skill.name,
        "title": skill.title,
        "weight": skill.weight,
        "coverage": scoring.group_coverage(skill, matches),
    }


def level(match: LevelMatch) -> Values:
    """A level of proficiency, and what shows it."""
    return {
        "name": match.level.name,
        "title": match.level.title,
        "reached": match.reached,
        "shown": [m.keyword.name for m in match.matches if m.found],
        "missing": [m.keyword.name for m in match.matches if not m.found],
        "at_least": match.level.at_least,
    }


def achievements(parsed: Resume, findings: Iterable[Finding]) -> Values:
    """The statements, and what the checks would change about each."""
    about = [f for f in findings if f.span is not None and f.rule.startswith("AC")]
    return {
        "bullets": len(parsed.bullets),
        "quantified": sum(b.quantified for b in parsed.bullets),
        "items": [_bullet(b, parsed.document, about) for b in parsed.statements],
    }


def _bullet(bullet: Bullet, document: Document, about: Iterable[Finding]) -> Values:
    passage = bullet.passage
    span = passage.span()
    parts = achievement(bullet)
    suggestions = (f.suggestion for f in about if f.span and f.span.overlaps(span) and f.suggestion)
    return {
        "text": passage.text,
        **page_and_line(span, document),
        "section": passage.section,
        "counted": bullet.counted,
        "quantified": bullet.quantified,
        "quantities": [
            {"text": q.text, "kind": q.kind, "measures": q.measures} for q in bullet.quantities
        ],
        "verb": bullet.verb,
        "action": _part(passage.text, parts.action),
        "object": _part(passage.text, parts.object),
        "result": _part(passage.text, parts.result),
        "missing": list(parts.missing),
        "suggestion": next(suggestions, None),
    }


def _part(text: str, part: Part | None) -> str | None:
    return None if part is None else text[part[0] : part[1]]


def finding(found: Finding, document: Document) -> Values:
    """A finding with its place."""
    return {
        "rule": found.rule,
        "name": found.name,
        "severity": str(found.severity),
        "message": found.message,
        **place_of(found.span, document),
        "quote": None if found.span is None else document.quote(found.span),
        "suggestion": found.suggestion,
    }


def change(first: Change) -> Values:
    """What to change first: its rule, whose findings say what and where, and what it can add."""
    return {"rule": first.found.rule, "points": first.points}


def resources(target: Target, matches: Iterable[Match]) -> list[Values]:
    """Where to learn what is missing."""
    missing = [m.keyword.name for m in matches if m.status == "missing"]
    useful = [(r, [name for name in missing if name in r.keywords]) for r in target.resources]
    return [{"title": r.title, "url": r.url, "for": names} for r, names in useful if names]
