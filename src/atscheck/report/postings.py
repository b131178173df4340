"""The JSON values of what a posting asks for, and of what a resume shows of it."""

from __future__ import annotations

from dataclasses import asdict

from atscheck.documents.model import Document
from atscheck.matching.requirements import Requirement
from atscheck.report.values import Values, head, place_of, posting
from atscheck.skills.demands import Demand, Requirements, Years
from atscheck.skills.model import Target


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
            {"term": k.name, "tier": k.tier, "weight": k.weight, **posting(k)}
            for k in target.keywords
        ],
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
