"""DA: dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.documents.model import Span
from atscheck.resume.dates import find_dates, find_ranges
from atscheck.resume.model import Position, YearMonth

_GAP = 6
"""Months without any dated entry from which a gap is worth knowing (rules.md)."""

_Months = tuple[int, int]
"""First and last month, as months since year 0, both included."""


def _named(month: int) -> str:
    return str(YearMonth(month // 12, month % 12 + 1))


def _now(facts: Facts) -> int:
    return facts.as_of.year * 12 + facts.as_of.month - 1


def _entries(facts: Facts) -> Iterator[_Months]:
    """The months that any date of the resume covers: jobs, studies, whatever is there.

    A single date in the education part is taken for the end of a year of study.
    """
    studies = [s.span for s in facts.resume.sections if s.kind in ("education", "certifications")]
    for line in facts.document.lines:
        text = facts.document.line_text(line)
        for dates in find_ranges(text):
            last = _now(facts) if dates.last is None else dates.last.last_month
            if last >= dates.first.first_month:
                yield dates.first.first_month, last
        if any(s.start <= line.span.start < s.end for s in studies):
            for _, _, date in find_dates(text):
                yield date.first_month - 11, date.last_month


# A year that is no part of a longer number; a slip in the month ("feburary2016") leaves it.
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d{2}(?![\d%])")


def _mentions(facts: Facts) -> Iterator[_Months]:
    """The months that any date or year in the text may mean, whatever it is the date of."""
    for line in facts.document.lines:
        text = facts.document.line_text(line)
        dates = list(find_dates(text))
        yield from ((date.first_month, date.last_month) for _, _, date in dates)
        for found in _YEAR.finditer(text):
            if not any(start <= found.start() < end for start, end, _ in dates):
                year = YearMonth(int(found[0]))
                yield year.first_month, year.last_month


def _gaps(facts: Facts) -> Iterator[_Months]:
    """The stretches between jobs, oldest first, that no entry covers."""
    jobs = [p.start.first_month for p in facts.resume.positions if p.start]
    if len(jobs) < 2:
        return
    end = min(jobs)
    for first, last in sorted(_entries(facts)):
        if last < end:
            continue
        if first > end + 1 and end + 1 > min(jobs):
            yield end + 1, first - 1
        end = max(end, last)


@rule(
    "DA101",
    Severity.INFO,
    source=sources.RCHILLI_GAPS,
    bad=(
        "EXPERIENCE\nAnalyst, Acme Ltd, Jan 2015 - Mar 2017\n- Built reports.\n"
        "Analyst, Beta Inc, Feb 2018 - present\n- Built tools.",
    ),
    good=(
        "EXPERIENCE\nAnalyst, Acme Ltd, Jan 2015 - Mar 2017\n- Built reports.\n"
        "Analyst, Beta Inc, May 2017 - present\n- Built tools.",
        "EXPERIENCE\nAnalyst, Acme Ltd, Jan 2015 - Mar 2017\n- Built reports.\n"
        "Analyst, Beta Inc, Feb 2018 - present\n- Built tools.\n"
        "EDUCATION\nMSc Statistics, Example University, 2017 - 2018",
    ),
    most=2,
)
def gap(facts: Facts) -> Iterator[Hit]:
    """Nothing is dated in more than six months between two jobs.

    Parsers compute such gaps and some recruiters ask about them; field studies disagree on
    whether naming the reason helps, and nobody owes it. It never counts in the score.
    """
    mentions = set(_mentions(facts))
    for first, last in sorted(_gaps(facts), key=lambda g: g[0] - g[1]):
        months = last - first + 1
        dated = any(start <= last and end >= first for start, end in mentions)
        if months > _GAP and not dated:
            yield Hit(
                None,
                f"nothing is dated from {_named(first)} to {_named(last)} ({months} months)",
                "nothing needs to be done; if you studied, worked for yourself or cared for "
                "somebody then, a line with its dates closes the gap for a machine",
            )


@rule(
    "DA201",
    Severity.WARNING,
    source=sources.RCHILLI_DATES,
    bad=("EXPERIENCE\nAnalyst, Acme Ltd, Mar 2019 - Jan 2017\n- Built reports.",),
    good=("EXPERIENCE\nAnalyst, Acme Ltd, Jan 2017 - Mar 2019\n- Built reports.",),
)
def end_before_start(facts: Facts) -> Iterator[Hit]:
    """Job ends before it starts.

    A parser takes the dates as they stand, and computes no experience, or a wrong one, from them.
    """
    for position in facts.resume.positions:
        start, end = position.start, position.end
        text = facts.document.quote(position.span)
        if start and end and end.last_month < start.first_month and _names(text, start, end):
            yield Hit(
                position.span,
                f"this job ends ({end}) before it starts ({start}): {_line(facts, position.span)}",
                "correct the dates: the earlier one first",
            )


@rule(
    "DA202",
    Severity.WARNING,
    source=sources.RCHILLI_DATES,
    bad=("EXPERIENCE\nAnalyst, Acme Ltd, Jan 2062 - present\n- Built reports.",),
    good=("EXPERIENCE\nAnalyst, Acme Ltd, Jan 2022 - Dec 2026\n- Built reports.",),
)
def future_date(facts: Facts) -> Iterator[Hit]:
    """Job starts in the future.

    It is mostly a slip of the keyboard, and spoils the years of experience that a parser computes.
    """
    for position in facts.resume.positions:
        if position.start and position.start.first_month > _now(facts):
            yield Hit(
                position.span,
                f"this job starts in the future ({position.start}): {_line(facts, position.span)}",
                "check the year; for a job agreed on but not begun, say so in words",
            )


def _names(text: str, *dates: YearMonth) -> bool:
    """Whether the years stand in ``text`` itself: others were put together from several lines."""
    return all(f"{date.year % 100:02d}" in text for date in dates)


def _line(facts: Facts, span: Span) -> str:
    return facts.document.quote(span).replace("\t", " ").replace("\n", " ")


_STYLES = (
    ("Mar 2020", re.compile(r"(?!may\b|june|july)[a-z]{3,4}\.?[ ,]+\d{4}")),
    ("March 2020", re.compile(r"[a-z]{5,}[ ,]+\d{4}")),
    ("Mar 20", re.compile(r"[a-z]{3,}\.?[ ,]*['-]? ?\d{2}")),
    ("03/2020", re.compile(r"\d{1,2}[/.-]\d{4}")),
    ("2020-03", re.compile(r"\d{4}[/.-]\d{2}")),
    ("12/03/2020", re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{4}")),
    ("2020", re.compile(r"\d{4}")),
)


def _style(date: str) -> str | None:
    """How ``date`` is written, by an example of that style; None where it fits several or none."""
    text = " ".join(date.casefold().split())
    return next((name for name, pattern in _STYLES if pattern.fullmatch(text)), None)


@rule(
    "DA301",
    Severity.INFO,
    source=sources.RCHILLI_DATES,
    bad=(
        "EXPERIENCE\nAnalyst, Acme Ltd, Jan 2015 - Mar 2017\n- Built reports.\n"
        "Analyst, Beta Inc, 04/2017 - 09/2019\n- Built tools.",
    ),
    good=(
        "EXPERIENCE\nAnalyst, Acme Ltd, Jan 2015 - Mar 2017\n- Built reports.\n"
        "Analyst, Beta Inc, May 2017 - present\n- Built tools.",
    ),
)
def mixed_date_formats(facts: Facts) -> Iterator[Hit]:
    """Dates of jobs are written in more than one way.

    One way throughout is read more surely, by machines (is 03/04 a March or an April?) and people.
    """
    found: dict[str, list[Position]] = {}
    for position in facts.resume.positions:
        text = facts.document.quote(position.span)
        for start, end, _ in find_dates(text):
            style = _style(text[start:end])
            if style is not None:
                found.setdefault(style, []).append(position)
    if len(found) > 1:
        rarest = min(found.values(), key=len)
        styles = ", ".join(f'like "{style}"' for style in found)
        yield Hit(
            rarest[0].span,
            f"dates of jobs are written in {len(found)} ways: {styles}",
            'write all of them one way, with month and year ("Mar 2020 - Jun 2022")',
        )
