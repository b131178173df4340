"""Whether a resume shows what a posting asks for besides keywords: title, degree, years."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from atscheck.data import load_words
from atscheck.documents.model import Span
from atscheck.matching.depth import covered_months, depth_of
from atscheck.matching.model import Match
from atscheck.resume.model import Education, Resume, YearMonth
from atscheck.resume.words import words
from atscheck.skills.model import Requirements, Years

Outcome = Literal["met", "partly", "not shown"]

_RANKS = ("associate", "bachelor", "master", "phd")
"""Degrees, lowest first."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that a posting asks for besides keywords, and what the resume shows of it.

    Attributes:
        asked: what the posting asks for ("5 years of Python").
        shown: what the resume shows of it ("about 3 years, 2 jobs"); "" for nothing.
        span: where; None where no one place shows it.
        line: the posting's line; None where no one line asks for it.
    """

    kind: Literal["title", "degree", "experience"]
    asked: str
    outcome: Outcome
    shown: str = ""
    span: Span | None = None
    line: int | None = None


def compared(
    asked: Requirements, resume: Resume, matches: Sequence[Match], as_of: dt.date
) -> Iterator[Requirement]:
    """Each requirement of a posting with what ``resume`` shows of it, "present" being ``as_of``."""
    if asked.title:
        yield _title(asked.title, resume)
    for years in asked.years:
        yield _experience(years, resume, matches, as_of)
    if asked.degree:
        yield _degree(asked.degree, resume)


def _title(title: str, resume: Resume) -> Requirement:
    """The same words in a job's title meet the posting's, a part of them is part of it."""
    wanted = _core(title)
    best: tuple[int, str, Span | None] = (0, "", None)
    for position in resume.positions:
        shared = len(wanted & _core(position.title or ""))
        if position.title and shared > best[0]:
            best = shared, position.title, position.title_span
    shared, shown, span = best
    outcome: Outcome = "met" if wanted and shared == len(wanted) else "partly"
    if 2 * shared < len(wanted) or not shared:
        return Requirement("title", title, "not shown")
    return Requirement("title", title, outcome, shown, span)


def _core(title: str) -> frozenset[str]:
    """The words of a title without those of seniority, place or kind of contract."""
    names = re.findall(r"[\w+#.]*[\w+#]", re.sub(r"\([^()]*\)", " ", title.casefold()))
    return frozenset(names) - words("postings", "ranks")


def _experience(
    years: Years, resume: Resume, matches: Sequence[Match], as_of: dt.date
) -> Requirement:
    """Months of jobs in which the skill stands, or of all jobs; half of the years are partly."""
    asked = f"{years.years} {'year' if years.years == 1 else 'years'} of {years.term or 'work'}"
    match = next((m for m in matches if years.term in {t.name for t in m.keyword.terms}), None)
    if years.term is None:
        months = covered_months(resume.positions, YearMonth(as_of.year, as_of.month))
        jobs, span = len(resume.positions), None
    elif match is None or not match.claims:
        return Requirement("experience", asked, "not shown", line=years.line)
    else:
        depth = depth_of(match, resume, as_of)
        months, jobs, span = depth.months, len(depth.positions), match.claims[0].span
    if not months:
        shown = "named, but in no job with both dates" if jobs or match else ""
        return Requirement("experience", asked, "not shown", shown, span, years.line)
    outcome: Outcome = "met" if months >= 12 * years.years else "partly"
    if 2 * months < 12 * years.years:
        outcome = "not shown"
    shown = f"{_duration(months)} in {jobs} {'job' if jobs == 1 else 'jobs'}"
    return Requirement("experience", asked, outcome, shown, span, years.line)


def _duration(months: int) -> str:
    if months < 24:
        return f"{months} {'month' if months == 1 else 'months'}"
    return f"about {months // 12} years"


def _degree(level: str, resume: Resume) -> Requirement:
    """A degree of the level or above meets it; one that has not ended yet is part of it."""
    held = [(rank, study) for study in resume.education if (rank := _rank(study)) is not None]
    held = [(rank, study) for rank, study in held if rank >= _RANKS.index(level)]
    if not held:
        return Requirement("degree", level, "not shown")
    _, study = max(held, key=lambda each: (not each[1].current, each[0]))
    outcome: Outcome = "partly" if study.current else "met"
    shown = study.degree or ""
    return Requirement("degree", level, outcome, shown, study.degree_span or study.span)


def _rank(study: Education) -> int | None:
    """The place of a study's degree among `_RANKS`; None for one below them or without."""
    name = (study.degree or "").casefold().strip()
    ranks = [rank for rank, level in enumerate(_RANKS) if _named(level).match(name)]
    return max(ranks, default=None)


@cache
def _named(level: str) -> re.Pattern[str]:
    names: list[str] = load_words("degrees")["degrees"][level]
    some = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?:{some})(?![\w])")
