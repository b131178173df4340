"""The JSON values of a report's parts (contracts.md, "JSON report").

Lines and pages count from 1; boxes are PDF points ``[x0, top, x1, bottom]`` from the page's top
left. Fields may be added to a schema, and never change their meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from atscheck import __version__, scoring
from atscheck.checks.rule import Finding
from atscheck.checks.showing import sentence
from atscheck.documents.model import Box, Document, Span
from atscheck.matching.depth import Depth
from atscheck.matching.model import Evidence, LevelMatch, Match, Other
from atscheck.matching.requirements import Requirement
from atscheck.report.changes import Change
from atscheck.resume.achievements import Part, achievement
from atscheck.resume.model import Bullet, Education, Item, Position, Resume, Section
from atscheck.skills.demands import Demand, Requirements, Years
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


def requirement(each: Requirement, document: Document) -> Values:
    """What a posting asks for besides keywords, and what the resume shows of it."""
    return {
        "kind": each.kind,
        "asked": each.asked,
        "tier": each.tier,
        "outcome": each.outcome,
        "shown": each.shown or None,
        "posting": each.posting or None,
        "posting_line": each.line,
        **place_of(each.span, document),
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
        "posting": _posting(asked) if target.kind == "job" else None,
        "wordings": [{"term": w.term, "text": w.text, "line": w.line} for w in asked.wordings],
        "status": match.status,
        "in_context": match.in_context,
        "literal": match.literal,
        "depth": _depth(depth),
        "evidence": [_evidence(e, document) for e in match.evidence],
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
        **_page_and_line(skill.claims[0].span, document),
    }


def _posting(keyword: Keyword) -> Values:
    """The posting's own wording of a keyword."""
    return {"text": keyword.text or keyword.name, "line": keyword.line}


def _evidence(evidence: Evidence, document: Document) -> Values:
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
        **_page_and_line(span, document),
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


def resume(parsed: Resume) -> Values:
    """What an ATS would file."""
    document, contact = parsed.document, parsed.contact
    return {
        "name": contact.name,
        "email": contact.email,
        "phone": contact.phone,
        "phone_e164": contact.phone_e164,
        "location": contact.location,
        "links": [link.target for link in contact.links],
        "profiles": [
            {"url": link.target, "kind": link.kind, **_page_and_line(link.span, document)}
            for link in contact.links
        ],
        "places": {
            "name": _page_and_line(contact.name_span, document),
            "email": _page_and_line(contact.email_span, document),
            "phone": _page_and_line(contact.phone_span, document),
            "location": _page_and_line(contact.location_span, document),
        },
        "sections": [_section(s, document) for s in parsed.sections if s.heading is not None],
        "positions": [_position(p, document) for p in parsed.positions],
        "education": [_education(e, document) for e in parsed.education],
        "certifications": [_item(i, document) for i in parsed.certifications],
        "languages": [_item(i, document) for i in parsed.languages],
        "columns": document.columns,
        "reading_order": round(document.reading_order, 4),
    }


def _section(section: Section, document: Document) -> Values:
    heading = section.heading and document.quote(section.heading).replace("\n", " ")
    return {
        "kind": section.kind,
        "heading": heading,
        **_page_and_line(section.heading, document),
    }


def _position(position: Position, document: Document) -> Values:
    return {
        "title": position.title,
        "organisation": position.organisation,
        "location": position.location,
        **_dates(position),
        **_page_and_line(position.span, document),
    }


def _education(study: Education, document: Document) -> Values:
    return {
        "institution": study.institution,
        "degree": study.degree,
        "field": study.field,
        **_dates(study),
        "score": study.score,
        **_page_and_line(study.span, document),
    }


def _dates(dated: Position | Education) -> Values:
    return {
        "start": None if dated.start is None else str(dated.start),
        "end": None if dated.end is None else str(dated.end),
        "current": dated.current,
    }


def _item(item: Item, document: Document) -> Values:
    return {"text": item.text, **_page_and_line(item.span, document)}


def _page_and_line(span: Span | None, document: Document) -> Values:
    place = place_of(span, document)
    return {"page": place["page"], "line": place["line"]}


def job(asked: Requirements) -> Values:
    """What a posting asks for besides keywords."""
    return {
        "title": asked.title,
        "degree": asked.degree,
        "years": [_years(years) for years in asked.years],
        "any_of": [list(group) for group in asked.any_of],
        "tiers_known": not asked.untiered,
        "demands": [_demand(demand) for demand in asked.demands],
    }


def _years(asked: Years) -> Values:
    return {
        "term": asked.term,
        "years": asked.years,
        "line": asked.line,
        "tier": asked.tier,
        "text": asked.text or None,
    }


def _demand(demand: Demand) -> Values:
    """A demand with what its kind has: a level, names, places."""
    own = {name: list(v) if isinstance(v, tuple) else v for name, v in asdict(demand).items()}
    return {"kind": demand.kind, "asked": demand.asked, **own}


def job_to_dict(target: Target) -> Values:
    """What a posting asks for, as JSON values (schema "atscheck.job/1")."""
    return {
        **head("job"),
        "file": {"path": target.name},
        **job(target.requirements or Requirements()),
        "keywords": [
            {"term": k.name, "tier": k.tier, "weight": k.weight, **_posting(k)}
            for k in target.keywords
        ],
    }
