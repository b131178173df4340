"""DA: how dates are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atscheck.checks import sources
from atscheck.checks.dates.gaps import now
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.data import load_words
from atscheck.documents.model import Span
from atscheck.resume.dates import find_dates
from atscheck.resume.model import Position, YearMonth
from atscheck.resume.roles import is_organisation, is_title
from atscheck.resume.words import either


def _job(dates: str, title: str = "Analyst") -> str:
    """A resume with one job."""
    return f"Jane Example\n\nEXPERIENCE\n{title}, Acme Ltd, {dates}\n- Built reports."


def _jobs(later: str, earlier: str) -> str:
    """A resume with two jobs."""
    return f"{_job(later)}\nAnalyst, Beta Inc, {earlier}\n- Built tools."


_UNDATED = "\nAnalyst, Beta Ltd, Leeds\n- Built tools for the sales team."


@rule(
    "DA201",
    Severity.WARNING,
    source=sources.RCHILLI_DATES,
    bad=(
        _job("Mar 2019 - Jan 2017"),
        _job("2019 - 2017"),
        _job("03/2019 - 01/2019"),
        _jobs("Feb 2020 - present", "March 2019 - January 2018"),
    ),
    good=(
        _job("Jan 2017 - Mar 2019"),
        _job("2017 - 2017"),
        _job("Mar 2019 - Mar 2019"),
        _job("2015-16"),
    ),
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
    bad=(
        _job("Jan 2062 - present"),
        _job("2052 - 2055"),
        _job("03/2042 - present"),
        _jobs("Mar 2032 - present", "Jan 2019 - Feb 2022"),
    ),
    good=(
        _job("Jan 2022 - Dec 2026"),
        _job("Jan 2022 - present"),
        _job("2022 - present"),
        _jobs("Mar 2022 - present", "Jan 2019 - Feb 2022"),
        "EXPERIENCE\nAnalyst, Acme Ltd, starting June 2056\n- Offer accepted.",
        "EXPERIENCE\nIncoming Analyst, Acme Ltd, Jul 2056 - present\n- Will join a team of 4.",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Planned the 2040 - 2055 budget of a town.",
    ),
)
def future_date(facts: Facts) -> Iterator[Hit]:
    """Job starts in the future.

    It is mostly a slip of the keyboard, and spoils the years of experience that a parser computes.
    """
    for position in facts.resume.positions:
        named = is_title(position.title or "") or is_organisation(position.organisation or "")
        begun = position.start is None or position.start.first_month <= now(facts)
        if named and not begun and not _is_agreed(facts, position):
            yield Hit(
                position.span,
                f"this job starts in the future ({position.start}): {_line(facts, position.span)}",
                "check the year; for a job agreed on but not begun, say so in words",
            )


def _is_agreed(facts: Facts, position: Position) -> bool:
    """Whether the lines of a job say that it has not begun ("incoming", "starting")."""
    spans = (position.span, position.title_span, position.organisation_span)
    said = " ".join(_line(facts, span) for span in spans if span)
    agreed = rf"(?<!\w)(?:{either('dates', 'not_begun')})(?!\w)"
    return bool(re.search(agreed, said, re.IGNORECASE))


def _names(text: str, *dates: YearMonth) -> bool:
    """Whether the years stand in ``text`` itself: others were put together from several lines."""
    return all(f"{date.year % 100:02d}" in text for date in dates)


def _line(facts: Facts, span: Span) -> str:
    return facts.document.quote(span).replace("\t", " ").replace("\n", " ")


@rule(
    "DA203",
    Severity.INFO,
    source=sources.RCHILLI_DATES,
    bad=(
        "Jane Example\n\nEXPERIENCE" + _UNDATED + "\nCook, Acme Hotel Ltd, York\n- Baked bread.",
        "Jane Example\n\nEXPERIENCE" + _UNDATED,
        "Jane Example\n\nEXPERIENCE\n- Worked as a Cook at Beta Hotel Ltd.\n\nSKILLS\nBaking",
        "Jane Example\n\nEXPERIENCE\nCompany: Beta Ltd\nDesignation: Site Engineer\n- Built roads.",
    ),
    good=(
        _jobs("May 2017 - present", "Jan 2015 - Mar 2017"),
        _jobs("2017 - present", "2015 - 2017"),
        "Jane Example\n\nEXPERIENCE\n- Built reports for 12 teams.",
        "Jane Example\n\nEXPERIENCE\n- Two years as a Cook at Beta Hotel Ltd.",
        "Jane Example\n\nEXPERIENCE\nAnalyst, Acme Ltd\nDuration: 2015 - 2017\n- Built tools.",
    ),
    most=1,
)
def missing_dates(facts: Facts) -> Iterator[Hit]:
    """Job with neither dates nor a length.

    A parser cannot tell when it was nor how long, so that its experience may count for nothing.
    """
    undated = [p for p in facts.resume.positions if _is_undated(facts, p)]
    if undated:
        names = ", ".join(
            " ".join(f"{p.title}, {p.organisation}".split()) for p in undated[:_SHOWN]
        )
        more = f" and {len(undated) - _SHOWN} more" if len(undated) > _SHOWN else ""
        yield Hit(
            undated[0].title_span or undated[0].span,
            f"no dates were found for {names}{more}",
            'add month and year of start and end ("Mar 2020 - Jun 2022"), or "present"',
        )


_SHOWN = 3
_AROUND = 150
"""Characters before a job in which its dates may stand."""

_TIME = re.compile(
    r"(?:19|20)\d\d|\d['/.-]\d\d"
    r"|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|half)\b[+ ]{0,2}(?:year|month|yr)",
    re.IGNORECASE,
)


def _is_undated(facts: Facts, position: Position) -> bool:
    """Whether no time is named from above a job's head to the next one's."""
    named = is_title(position.title or "") and is_organisation(position.organisation or "")
    if position.start or not named:
        return False
    at, sections = position.span.start, facts.resume.sections
    section = next((s for s in sections if s.span.start <= at < s.span.end), None)
    if section is None:
        return False
    others = (p.span.start for p in facts.resume.positions if p.span.start > at)
    end = min(next(others, section.span.end), section.span.end)
    return not _TIME.search(facts.document.text, max(section.span.start, at - _AROUND), end)


_STYLES = (
    ("Mar 2020", re.compile(r"(?!may\b|june|july)[a-z]{3,4}\.?[ ,]+\d{4}")),
    ("March 2020", re.compile(r"[a-z]{5,}[ ,]+\d{4}")),
    ("Mar 20", re.compile(r"[a-z]{3,}\.?[ ,]*['-]? ?\d{2}")),
    ("03/2020", re.compile(r"\d{1,2}[/.-]\d{4}")),
    ("2020-03", re.compile(r"\d{4}[/.-]\d{2}")),
    ("12/03/2020", re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{4}")),
    ("2020", re.compile(r"\d{4}")),
)


@cache
def _cut() -> re.Pattern[str]:
    """What a date is cut off from: a day, or the name of a month that is misspelt ("Febraury")."""
    begin = "|".join(sorted({name[:2] for name in load_words("dates")["months"]}))
    return re.compile(
        rf"(?:\d[/. -]?|\d(?:st|nd|rd|th)\s|(?<![^\W\d_])(?:{begin})[^\W\d_]{{1,8}}[ .'-]{{0,2}}"
        r"|[^\W\d_]['-])$",
        re.IGNORECASE,
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
        _jobs("04/2017 - 09/2019", "Jan 2015 - Mar 2017"),
        _jobs("January 2018 - present", "2015 - 2017"),
        _jobs("2018-01 - 2019-12", "Jan 2015 - Mar 2017"),
        _jobs("Sep 2017 - present", "01/02/2015 - 03/04/2017"),
    ),
    good=(
        _jobs("May 2017 - present", "Jan 2015 - Mar 2017"),
        _jobs("June 2017 - present", "January 2015 - March 2017"),
        _jobs("05/2017 - present", "01/2015 - 03/2017"),
        _jobs("2017 - present", "2015 - 2017"),
    ),
)
def mixed_date_formats(facts: Facts) -> Iterator[Hit]:
    """Dates of jobs are written in more than one way.

    One way throughout is read more surely, by machines (is 03/04 a March or an April?) and people.
    """
    found: dict[str, list[Position]] = {}
    for position in facts.resume.positions:
        if position.start == position.end and not position.current:
            continue
        place = position.dates_span or position.span
        text = facts.document.text
        for first, last, _ in find_dates(facts.document.quote(place)):
            start, end = place.start + first, place.start + last
            style = (
                None if _cut().search(text, max(0, start - 15), start) else _style(text[start:end])
            )
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


@rule(
    "DA302",
    Severity.INFO,
    source=sources.YEARS_ONLY,
    bad=(
        _jobs("2018 - present", "2015 - 2018"),
        _jobs("2018 - 2020", "2015 - 2017"),
        _jobs("2018 to present", "2015 to 2017"),
        _jobs("2018-19", "2015-17"),
    ),
    good=(
        _jobs("May 2017 - present", "Jan 2015 - Mar 2017"),
        _jobs("05/2017 - present", "2015 - 2017"),
        _job("2015 - 2017"),
        _jobs("Summer 2017", "Spring 2016"),
    ),
    most=1,
)
def year_only(facts: Facts) -> Iterator[Hit]:
    """Dates of all jobs are years alone.

    A parser has to guess the months: "2018 - 2019" is a month or two years. People read years more
    kindly: in a field experiment resumes with years of experience in place of dates got more
    answers.
    """
    dated = [p for p in facts.resume.positions if p.start and p.dates_span]
    years = [p for p in dated if p.start and p.start.month is None]
    years = [p for p in years if p.end is None or p.end.month is None]
    if len(dated) >= _SEVERAL and len(years) == len(dated):
        yield Hit(
            dated[0].dates_span,
            "the dates of all jobs are years without months",
            "nothing needs to be done; where a form or a parser will add up your experience, "
            'months are safer ("Mar 2020 - Jun 2022")',
        )


_SEVERAL = 2
