"""The JSON values of what a new version of a resume won and lost (schema "atscheck.diff/1")."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from atscheck.documents.model import Document
from atscheck.matching.model import Evidence, LevelMatch, Match
from atscheck.matching.requirements import Requirement
from atscheck.report import filed, values
from atscheck.report.alignment import Pair
from atscheck.report.values import Values
from atscheck.resume.model import Bullet, Position
from atscheck.scoring import Score, group_coverage

if TYPE_CHECKING:
    from atscheck.report.model import Report
    from atscheck.report.versions import Difference


def difference(found: Difference) -> Values:
    """The difference of two versions, as JSON values."""
    old, new = found.old, found.new
    target = new.target
    return {
        **values.head("diff"),
        "old": _version(old),
        "new": _version(new),
        "target": {"kind": target.kind, "name": target.name, "title": target.title},
        "score": _score(old.score, new.score),
        "groups": [] if found.unscored else _groups(old, new),
        "level": None if found.unscored else _pair(_level(old.level), _level(new.level)),
        "keywords": _keywords(found),
        "findings": {
            "mended": [values.finding(f, old.document) for f in found.mended],
            "new": [values.finding(f, new.document) for f in found.found],
            "remaining": len(found.remaining),
        },
        "statements": _statements(found),
        "requirements": [_requirement(pair, found) for pair in found.requirements],
        "filed": _filed(found),
    }


def _version(report: Report) -> Values:
    return {
        "file": values.file(report.document),
        "as_of": report.as_of.isoformat(),
        "not_scored": report.not_scored or None,
    }


def _pair(old: object, new: object) -> Values:
    return {"old": old, "new": new}


def _score(old: Score | None, new: Score | None) -> Values | None:
    """Both scores; none of them is told where there is only one."""
    if old is None or new is None:
        return None
    before, after = values.score(old), values.score(new)
    parts = [{part["name"]: part for part in score["parts"]} for score in (before, after)]
    return {
        **{key: _pair(before[key], after[key]) for key in ("overall", "must", "good", "all")},
        "parts": [
            {"name": name, **_pair(*(own.get(name) for own in parts))}
            for name in dict.fromkeys(name for own in parts for name in own)
        ],
    }


def _groups(old: Report, new: Report) -> list[Values]:
    return [
        {
            "name": group.name,
            "title": group.title,
            "weight": group.weight,
            **_pair(group_coverage(group, old.matches), group_coverage(group, new.matches)),
        }
        for group in new.target.groups
    ]


def _level(reached: LevelMatch | None) -> Values | None:
    if reached is None:
        return None
    return {"name": reached.level.name, "title": reached.level.title}


def _keywords(found: Difference) -> Values:
    changes = {
        "won": found.won,
        "lost": found.lost,
        "doubtful": found.doubtful,
        "now_in_context": found.used,
        "no_longer_in_context": found.only_listed,
        "now_literal": found.literal,
        "no_longer_literal": found.other_words,
    }
    return {
        **{name: [_keyword(pair, found) for pair in pairs] for name, pairs in changes.items()},
        "missing": [
            {"term": pair.new.keyword.name, "tier": pair.new.keyword.tier}
            for pair in found.keywords
            if pair.new.status == "missing"
        ],
    }


def _keyword(pair: Pair[Match], found: Difference) -> Values:
    asked = pair.new.keyword
    return {
        "term": asked.name,
        "tier": asked.tier,
        "old": _match(pair.old, found.old.document),
        "new": _match(pair.new, found.new.document),
    }


def _match(match: Match, document: Document) -> Values:
    return {
        "status": match.status,
        "in_context": match.in_context,
        "literal": match.literal,
        "evidence": [_evidence(evidence, document) for evidence in match.evidence],
    }


def _evidence(evidence: Evidence, document: Document) -> Values:
    line = document.line_at(evidence.span.start)
    return {**values.evidence(evidence, document), "line_text": document.line_text(line)}


def _statements(found: Difference) -> Values:
    old, new = found.old.resume, found.new.resume
    before, after = old.document, new.document
    scored = not found.unscored
    return {
        "bullets": _pair(len(old.bullets), len(new.bullets)) if scored else None,
        "quantified": _pair(_quantified(old.bullets), _quantified(new.bullets)) if scored else None,
        "added": [_bullet(bullet, after) for bullet in found.added],
        "removed": [_bullet(bullet, before) for bullet in found.removed],
        "reworded": [
            _pair(_bullet(pair.old, before), _bullet(pair.new, after)) for pair in found.reworded
        ],
        "unchanged": found.unchanged,
    }


def _quantified(bullets: Iterable[Bullet]) -> int:
    return sum(bullet.quantified for bullet in bullets)


def _bullet(bullet: Bullet, document: Document) -> Values:
    return {
        "text": bullet.passage.text,
        "section": bullet.passage.section,
        "quantified": bullet.quantified,
        **values.page_and_line(bullet.passage.span(), document),
    }


def _requirement(pair: Pair[Requirement], found: Difference) -> Values:
    return {
        "kind": pair.new.kind,
        "asked": pair.new.asked,
        "tier": pair.new.tier,
        "old": _outcome(pair.old, found.old.document),
        "new": _outcome(pair.new, found.new.document),
    }


def _outcome(requirement: Requirement, document: Document) -> Values:
    return {
        "outcome": requirement.outcome,
        "shown": requirement.shown or None,
        **values.page_and_line(requirement.span, document),
    }


def _filed(found: Difference) -> Values:
    won, lost = found.sections
    return {
        "fields": [{"field": c.field, **_pair(c.old, c.new)} for c in found.fields],
        "positions": [
            _pair(_position(pair.old, found.old), _position(pair.new, found.new))
            for pair in found.positions
        ],
        "sections": {"won": list(won), "lost": list(lost)},
    }


def _position(position: Position | None, report: Report) -> Values | None:
    return None if position is None else filed.position(position, report.document)
