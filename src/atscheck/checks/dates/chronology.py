"""DA: overlaps, lengths and the order of jobs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from atscheck.checks import sources
from atscheck.checks.dates.gaps import Months, now, two_jobs
from atscheck.checks.quotes import shortened
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.resume.belonging import owners
from atscheck.resume.model import Position
from atscheck.resume.roles import is_title
from atscheck.resume.words import either

_DETAILS = "\n- Wrote plans for 12 teams.\n- Trained 5 colleagues.\n- Cut costs by 20%."


def _jobs(facts: Facts) -> list[Position]:
    """The jobs that are surely some: with a title, an employer and their own dates to the month.

    Work that is meant to be short or to stand beside another (an internship, a contract, a seat on
    a board) is none of them.
    """
    return [
        p
        for p in facts.resume.positions
        if p.organisation and p.title and is_title(p.title) and _is_full_time(facts, p)
        if p.start and p.start.month and (p.current or (p.end and p.end.month))
        if p.current or p.start != p.end
        if not (p.current and _goes_on(facts, p))
    ]


def _goes_on(facts: Facts, position: Position) -> bool:
    """Whether an end follows the dates of a job that was taken to last ("since July13'to June")."""
    end = position.dates_span.end if position.dates_span else position.span.end
    after = facts.document.text[end : end + 20]
    return bool(re.match(rf"['\t ]*(?:{either('dates', 'to')}|-)[\t ]*\w", after))


def _is_full_time(facts: Facts, position: Position) -> bool:
    spans = (position.span, position.title_span, position.organisation_span)
    said = " ".join(facts.document.quote(span) for span in spans if span)
    return not re.search(
        rf"(?<!\w)(?:{either('dates', 'not_full_time')})(?!\w)", said, re.IGNORECASE
    )


def _months(facts: Facts, job: Position) -> Months:
    last = job.end.last_month if job.end else now(facts)
    return (job.start.first_month if job.start else last), last


def _name(job: Position) -> str:
    return shortened(f"{job.title}, {job.organisation}")


@rule(
    "DA102",
    Severity.INFO,
    source=sources.RCHILLI_DATES,
    bad=(
        two_jobs("Jan 2019 - present", "Jan 2015 - Dec 2020"),
        two_jobs("03/2018 - 12/2020", "01/2015 - 09/2018"),
        two_jobs("Jan 2019 - present", "Jan 2015 - present"),
        two_jobs("May 2019 - Jul 2022", "Jan 2015 - Sep 2021", "Data Engineer"),
    ),
    good=(
        two_jobs("Jan 2019 - present", "Jan 2015 - Dec 2018"),
        two_jobs("Dec 2018 - present", "Jan 2015 - Jan 2019"),
        two_jobs("2019 - present", "2015 - 2019"),
        two_jobs("Jan 2019 - present", "Jan 2015 - Dec 2020", "Part-time Analyst"),
        two_jobs("Jan 2019 - present", "Jan 2015 - Dec 2020", "Freelance Designer"),
    ),
    most=2,
)
def overlap(facts: Facts) -> Iterator[Hit]:
    """Two jobs overlap by more than two months.

    Many people hold two jobs at once; as often a month or a year is mistyped, and a parser that
    adds up years of experience counts the time twice or takes the dates for wrong.
    """
    for first, second in combinations(_jobs(facts), 2):
        (start, end), (begin, close) = _months(facts, first), _months(facts, second)
        months = min(end, close) - max(start, begin) + 1
        if months > _SHARED and not _same_employer(first, second):
            later = second if begin > start else first
            yield Hit(
                later.span,
                f"two jobs overlap by {months} months: {_name(first)} and {_name(second)}",
                'nothing needs to be done if you held both; "part-time", "contract" or '
                '"freelance" beside one of them says so; otherwise check the dates',
            )


_SHARED = 2
"""Months that two jobs may share: the end of one and the start of the next, given to the month."""


def _same_employer(first: Position, second: Position) -> bool:
    """Whether two jobs may be of one employer: a word of the one's name is in the other's."""
    names = [
        set(re.findall(r"[^\W\d_]{4,}", (job.organisation or "").casefold()))
        for job in (first, second)
    ]
    return not all(names) or bool(names[0] & names[1])


@rule(
    "DA103",
    Severity.INFO,
    source=sources.SHORT_JOBS,
    bad=(
        two_jobs("Jan 2019 - Jun 2019", "Feb 2018 - Nov 2018")
        + "\nAnalyst, Gamma LLC, Jan 2017 - Sep 2017\n- Built plans.",
        two_jobs("01/2019 - 06/2019", "02/2018 - 11/2018", "Cook", "Cook")
        + "\nCook, Gamma Hotel, 01/2017 - 09/2017\n- Cooked for 90 guests.",
        two_jobs("March 2020 - present", "Feb 2019 - Nov 2019")
        + "\nAnalyst, Gamma LLC, Jan 2018 - Sep 2018\n- Built plans."
        + "\nAnalyst, Delta LLC, Jan 2017 - Sep 2017\n- Built plans.",
        two_jobs("Jul 2019 - Dec 2019", "Jan 2019 - Jun 2019")
        + "\nAnalyst, Gamma LLC, Jul 2018 - Dec 2018\n- Built plans.",
    ),
    good=(
        two_jobs("Jan 2019 - Jun 2019", "Feb 2018 - Nov 2018"),
        two_jobs("Jan 2019 - Jun 2019", "Feb 2018 - Nov 2018")
        + "\nIntern, Gamma LLC, Jan 2017 - Sep 2017\n- Built plans.",
        two_jobs("Jan 2019 - Jun 2019", "Feb 2018 - Nov 2018")
        + "\nAnalyst (contract), Gamma LLC, Jan 2017 - Sep 2017\n- Built plans.",
        two_jobs("Jan 2019 - Jun 2020", "Feb 2017 - Nov 2018")
        + "\nAnalyst, Gamma LLC, Jan 2015 - Jan 2017\n- Built plans.",
    ),
    most=1,
)
def short_stints(facts: Facts) -> Iterator[Hit]:
    """Three or more jobs that lasted less than a year each.

    In a field experiment fewer changes of job brought more answers. There are as many good reasons
    for short jobs as there are jobs, and in many trades they are the rule.
    """
    short = [job for job in _jobs(facts) if not job.current and _length(facts, job) < _YEAR_LONG]
    if len(short) >= _MANY:
        names = ", ".join(f"{_name(job)} ({_length(facts, job)} months)" for job in short[:_SHOWN])
        more = f" and {len(short) - _SHOWN} more" if len(short) > _SHOWN else ""
        yield Hit(
            short[0].span,
            f"{len(short)} jobs lasted less than a year each: {names}{more}",
            "nothing needs to be done; where a job was a contract, seasonal or ended with its "
            "project, say so beside it, and jobs of one kind may stand under one heading",
        )


_YEAR_LONG, _MANY, _SHOWN = 12, 3, 3


def _length(facts: Facts, job: Position) -> int:
    first, last = _months(facts, job)
    return last - first + 1


@rule(
    "DA104",
    Severity.INFO,
    source=sources.OLD_JOBS,
    bad=(
        two_jobs("Jan 2010 - present", "Jan 2001 - Dec 2009") + _DETAILS,
        two_jobs("2010 - present", "2001 - 2008", "Data Engineer") + _DETAILS,
        two_jobs("03/2008 - 12/2024", "01/1998 - 03/2008", "Head Cook", "Cook") + _DETAILS,
        two_jobs("May 2009 - present", "June 1999 - May 2009", "Nurse", "Nurse") + _DETAILS,
    ),
    good=(
        two_jobs("Jan 2010 - present", "Jan 2001 - Dec 2009"),
        two_jobs("Jan 2020 - present", "Jan 2011 - Dec 2019") + _DETAILS,
        two_jobs("Jan 2020 - present", "Jan 2001 - Dec 2019") + _DETAILS,
        "EXPERIENCE\nAnalyst, Acme Ltd, 2001 - 2008\n- Built reports." + _DETAILS,
    ),
    most=1,
)
def very_old(facts: Facts) -> Iterator[Hit]:
    """Job that ended more than fifteen years ago is told in detail.

    Those who hire are split: some want to see every job, most weigh the last ten to fifteen years.
    Old jobs also tell an age. Academic resumes and applications to the state list everything.
    """
    old = [
        p
        for p in facts.resume.positions
        if p.title and p.organisation and is_title(p.title)
        if p.end and p.end.last_month < now(facts) - _OLD and p.start != p.end
    ]
    newest = max((_months(facts, p)[1] for p in facts.resume.positions if p.start), default=0)
    if not old or newest < now(facts) - _OLD:
        return
    detailed = [p for p in old if _is_detailed(facts, p)]
    if detailed:
        titles = (shortened(p.title or "") for p in detailed[:_SHOWN])
        names = ", ".join(f"{t} (until {p.end})" for t, p in zip(titles, detailed, strict=False))
        more = f" and {len(detailed) - _SHOWN} more" if len(detailed) > _SHOWN else ""
        yield Hit(
            detailed[0].span,
            f"ended more than fifteen years ago, yet told in detail: {names}{more}",
            "where it is not what you are applying with, one line each is enough: title, employer "
            "and, if you like, the years",
        )


_OLD, _DETAIL = 15 * 12, 3


def _is_detailed(facts: Facts, job: Position) -> bool:
    """Whether several statements tell of a job; below a bare list they are of none of its jobs."""
    number, statements = facts.resume.positions.index(job), facts.once(_statements)
    bare = number > 0 and not statements[number - 1]
    return not bare and statements[number] >= _DETAIL


def _statements(facts: Facts) -> Counter[int | None]:
    """How many statements tell of each job, by its number."""
    bullets = (b.passage for b in facts.resume.bullets if b.passage.kind == "bullet")
    return Counter(owners((passage.offsets[0] for passage in bullets), facts.resume))


@rule(
    "DA105",
    Severity.WARNING,
    source=sources.NEWEST_FIRST,
    bad=(
        two_jobs("Jan 2015 - Mar 2017", "May 2017 - present"),
        two_jobs("2015 - 2017", "2018 - 2020"),
        two_jobs("01/2015 - 03/2017", "03/2017 - 12/2019", "Cook", "Head Cook"),
        two_jobs("Jan 2012 - Mar 2014", "Apr 2014 - May 2017")
        + "\nAnalyst, Gamma LLC, Jun 2017 - present\n- Built plans.",
    ),
    good=(
        two_jobs("May 2017 - present", "Jan 2015 - Mar 2017"),
        two_jobs("Jan 2015 - present", "May 2017 - present"),
        two_jobs("2018 - 2020", "2015 - 2018"),
        two_jobs("May 2017 - present", "Jan 2015 - Mar 2017")
        + "\n\nVOLUNTEERING\nTrainer, Example Shelter, Apr 2018 - Jan 2019",
    ),
    most=1,
)
def not_newest_first(facts: Facts) -> Iterator[Hit]:
    """Newest job does not stand first.

    Readers look at the top for what you do now, and some systems take the first job for the
    current one.
    """
    for section in facts.resume.sections:
        jobs = [p for p in facts.resume.positions if section.span.overlaps(p.span) and p.start]
        jobs = [p for p in jobs if p.title and p.organisation and is_title(p.title)]
        if section.kind != "experience" or len(jobs) < 2:
            continue
        newest = max(jobs, key=lambda p: p.start.first_month if p.start else 0)
        if _before(jobs[0], newest) and _ascending(jobs):
            yield Hit(
                jobs[0].span,
                f"the jobs begin with {_name(jobs[0])} ({jobs[0].start}), the newest is "
                f"{_name(newest)} ({newest.start})",
                "put the newest job first and the oldest last",
            )
            return


def _before(first: Position, second: Position) -> bool:
    """Whether the first job was over, or as good as over, when the second began."""
    if first.end is None or second.start is None:
        return False
    return first.end.first_month <= second.start.last_month and first != second


def _ascending(jobs: Sequence[Position]) -> bool:
    """Whether most jobs began after the one above them."""
    starts = [p.start.first_month for p in jobs if p.start]
    rising = sum(a < b for a, b in pairwise(starts))
    return 2 * rising > len(starts) - 1
