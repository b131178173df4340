"""Degrees: the level, and the subject."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache

from atscheck.data import load_words
from atscheck.matching.requirements.experience import told, worked_months
from atscheck.matching.requirements.model import Outcome, Requirement
from atscheck.resume.model import Education, Resume
from atscheck.skills.demands import LEVELS, Degree
from atscheck.skills.studies import are_related, names_subject

_Fit = tuple[Outcome, str]
"""How a subject fits, and what is to be said about it."""


def compare_degree(demand: Degree, resume: Resume, as_of: dt.date) -> Requirement:
    """A degree of the level or above, in one of the subjects, meets it.

    One that has not ended, or in a subject of another field (words/study_fields.toml), is part of
    it. Where the fields do not tell whether a subject fits, it is for a person to check.
    """
    held = [study for study in resume.education if _rank(study) >= LEVELS.index(demand.level)]
    if not held:
        return _without(demand, resume, as_of)
    fits = [(_fit(study, demand), study) for study in held]
    order: Sequence[Outcome] = ("met", "to check", "partly", "not shown")
    (outcome, remark), study = min(
        fits, key=lambda each: (order.index(each[0][0]), -_rank(each[1]))
    )
    shown = ", ".join(part for part in (study.degree, study.field) if part)
    return Requirement.of(demand, outcome, f"{shown}{remark}", study.degree_span or study.span)


def _without(demand: Degree, resume: Resume, as_of: dt.date) -> Requirement:
    """No degree of the level: experience may stand for it where the posting says so."""
    months = worked_months(resume, as_of)
    if not demand.or_experience or not months:
        return Requirement.of(demand, "not shown")
    return Requirement.of(demand, "to check", told(months, len(resume.positions)))


def _fit(study: Education, demand: Degree) -> _Fit:
    subject = f"{study.degree or ''} {study.field or ''}"
    if study.current:
        return "partly", " (not finished)"
    if any(names_subject(subject, name) for name in demand.fields):
        return "met", ""
    if not demand.fields and not demand.related:
        return "met", ""
    akin = [are_related(subject, name) for name in demand.fields]
    if any(akin):
        return ("met" if demand.related else "to check"), " (a related field)"
    if akin and None not in akin and not demand.related:
        return "partly", " (another field)"
    if study.field is None:
        return "to check", " (no field read)"
    return "to check", " (whether the field fits is for you to judge)"


def _rank(study: Education) -> int:
    """The place of a study's degree among the levels; -1 for one below them or without."""
    name = (study.degree or "").casefold().strip()
    ranks = [rank for rank, level in enumerate(LEVELS) if _named(level).match(name)]
    return max(ranks, default=-1)


@cache
def _named(level: str) -> re.Pattern[str]:
    names: list[str] = load_words("degrees")["degrees"][level]
    some = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?:{some})(?![\w])")
