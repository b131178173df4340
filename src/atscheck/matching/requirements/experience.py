"""Years of experience: those of the jobs in which a skill stands, or of all jobs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from atscheck.documents.model import Span
from atscheck.matching.depth import covered_months, depth_of
from atscheck.matching.model import Match
from atscheck.matching.requirements.model import Outcome, Requirement
from atscheck.resume.model import Resume, YearMonth
from atscheck.skills.demands import Years


def compare_years(
    years: Years, resume: Resume, matches: Sequence[Match], as_of: dt.date
) -> Requirement:
    """Months of jobs in which the skill stands, or of all jobs; half of the years are partly."""

    def outcome(found: Outcome, shown: str = "", span: Span | None = None) -> Requirement:
        return Requirement(
            "experience", years.asked, found, shown, span, years.line, years.tier, years.text
        )  # fmt: skip

    match = next((m for m in matches if years.term in {t.name for t in m.keyword.terms}), None)
    if years.term is None:
        months, jobs, span = worked_months(resume, as_of), len(resume.positions), None
    elif match is None or not match.claims:
        return outcome("not shown")
    else:
        depth = depth_of(match, resume, as_of)
        months, jobs, span = depth.months, len(depth.positions), match.claims[0].span
    if not months:
        named = "named, but in no job with both dates" if jobs or match else ""
        return outcome("not shown", named, span)
    shown = told(months, jobs)
    if months >= 12 * years.years:
        return outcome("met", shown, span)
    return outcome("partly" if 2 * months >= 12 * years.years else "not shown", shown, span)


def worked_months(resume: Resume, as_of: dt.date) -> int:
    """How many months the jobs cover."""
    return covered_months(resume.positions, YearMonth(as_of.year, as_of.month))


def told(months: int, jobs: int) -> str:
    """As in "about 3 years in 2 jobs"."""
    return f"{_duration(months)} in {jobs} {'job' if jobs == 1 else 'jobs'}"


def _duration(months: int) -> str:
    if months < 24:
        return f"{months} {'month' if months == 1 else 'months'}"
    return f"about {months // 12} years"
