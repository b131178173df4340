"""DA: gaps between jobs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.resume.dates import find_dates, find_ranges
from atscheck.resume.model import YearMonth

Months = tuple[int, int]
"""First and last month, as months since year 0, both included."""


def _named(month: int) -> str:
    return str(YearMonth(month // 12, month % 12 + 1))


def now(facts: Facts) -> int:
    """The month that "present" means, in months since year 0."""
    return facts.as_of.year * 12 + facts.as_of.month - 1


def _entries(facts: Facts) -> Iterator[Months]:
    """The months that any date of the resume covers: jobs, studies, whatever is there.

    A single date in the education part is taken for the end of a year of study.
    """
    studies = [s.span for s in facts.resume.sections if s.kind in ("education", "certifications")]
    for line in facts.document.lines:
        text = facts.document.line_text(line)
        for dates in find_ranges(text):
            last = now(facts) if dates.last is None else dates.last.last_month
            if dates.first.first_month <= min(last, now(facts)):
                yield dates.first.first_month, last
        if any(s.start <= line.span.start < s.end for s in studies):
            for _, _, date in find_dates(text):
                if date.first_month <= now(facts):
                    yield date.first_month - 11, date.last_month


# A year that is no part of a longer number; a slip in the month ("feburary2016") leaves it.
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d{2}(?![\d%])")


def _mentions(facts: Facts) -> Iterator[Months]:
    """The months that any date or year in the text may mean, whatever it is the date of."""
    for line in facts.document.lines:
        text = facts.document.line_text(line)
        dates = list(find_dates(text))
        yield from ((date.first_month, date.last_month) for _, _, date in dates)
        for found in _YEAR.finditer(text):
            if not any(start <= found.start() < end for start, end, _ in dates):
                year = YearMonth(int(found[0]))
                yield year.first_month, year.last_month


def _jobs(facts: Facts) -> Iterator[Months]:
    """The months of each dated job."""
    for job in facts.resume.positions:
        if job.start:
            last = now(facts) if job.current else (job.end or job.start).last_month
            yield job.start.first_month, last


def _gaps(entries: Iterable[Months], begin: int, months: int) -> Iterator[Months]:
    """The stretches of over ``months`` months after ``begin``, oldest first, without an entry."""
    end = begin
    for first, last in sorted(entries):
        if first - end - 2 >= months:
            yield end + 1, first - 1
        end = max(end, last)


def two_jobs(later: str, earlier: str, title: str = "Analyst", other: str = "Analyst") -> str:
    """A resume with two jobs."""
    return (
        f"Jane Example\n\nEXPERIENCE\n{title}, Beta Inc, {later}\n- Built tools.\n"
        f"{other}, Acme Ltd, {earlier}\n- Built reports."
    )


@rule(
    "DA101",
    Severity.INFO,
    source=sources.RCHILLI_GAPS,
    bad=(
        two_jobs("Feb 2018 - present", "Jan 2015 - Mar 2017"),
        two_jobs("2019 - present", "2015 - 2017"),
        two_jobs("11/2017 - 12/2019", "01/2015 - 03/2017"),
        two_jobs("March 2021 - May 2022", "June 2015 - April 2019"),
    ),
    good=(
        two_jobs("May 2017 - present", "Jan 2015 - Mar 2017"),
        two_jobs("Feb 2018 - present", "Jan 2015 - Mar 2017")
        + "\nEDUCATION\nMSc Statistics, Example University, 2017 - 2018",
        two_jobs("Feb 2018 - present", "Jan 2015 - Mar 2017")
        + "\nVOLUNTEERING\nExample Shelter, Apr 2017 - Jan 2018",
        two_jobs("2018 - present", "2015 - 2017"),
        two_jobs("Sep 2017 - present", "Jan 2015 - Mar 2017"),
    ),
    most=2,
    options={"months": "months without any dated entry that are still no gap"},
)
def gap(facts: Facts, *, months: int = 6) -> Iterator[Hit]:
    """Nothing is dated in more than six months between two jobs.

    Parsers compute such gaps and some recruiters ask about them; field studies disagree on
    whether naming the reason helps, and nobody owes it. It never counts in the score.
    """
    jobs = list(_jobs(facts))
    begin = min((first for first, _ in jobs), default=0)
    # Most resumes have none between the jobs alone, and need no search for other dates.
    if not any(_gaps(jobs, begin, months)):
        return
    gaps = list(_gaps(_entries(facts), begin, months))
    mentions = set(_mentions(facts)) if gaps else set()
    for first, last in sorted(gaps, key=lambda g: g[0] - g[1]):
        if not any(start <= last and end >= first for start, end in mentions):
            yield Hit(
                None,
                f"nothing is dated from {_named(first)} to {_named(last)} "
                f"({last - first + 1} months)",
                "nothing needs to be done; if you studied, worked for yourself or cared for "
                "somebody then, a line with its dates closes the gap for a machine",
            )
