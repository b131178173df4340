"""Dates and date ranges as resumes write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from atscheck.resume.model import YearMonth

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb febr", "march mar", "april apr", "may", "june jun",
         "july jul", "august aug", "september sept sep", "october oct", "november nov",
         "december dec"), start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_SEASON = {"winter": 1, "spring": 4, "summer": 7, "fall": 10, "autumn": 10}
_DATE = rf"""
    (?:(?:\d{{1,2}}(?:st|nd|rd|th)?\ (?:of\ )?)?
       (?<![^\W\d_])(?:{_MONTH})\.?(?:\ \d{{1,2}}(?:st|nd|rd|th)?)?
       [\s,.'-]{{0,3}}(?:19|20)?\d\d(?!\d)
     |(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.](?:19|20)\d\d
     |(?:0?[1-9]|1[0-2])[/.-](?:19|20)\d\d
     |(?:19|20)\d\d[/.-](?:0[1-9]|1[0-2])(?!\d)
     |(?:winter|spring|summer|fall|autumn)\ (?:19|20)\d\d
     |(?<![\d.,/$€£])(?:19|20)\d\d(?![\d%]|[.,]\d))
"""
_NAMED = rf"(?<![^\W\d_])(?:{_MONTH})\.?\ (?:19|20)\d\d"  # the dash between two may be lost
_PRESENT = (
    r"present|current(?:ly)?|(?:un)?till?\ ?(?:date|now|present)|still(?:\ (?:date|now))?|to\ date|"
    r"to\ till\ date|today|now|ongoing|continu(?:ing|e)|pursuing|date"
)
_RANGE = re.compile(
    rf"""(?:from\s*:?\s+)?(?P<start>{_DATE})\s*(?:-+|to|till|until|through|upto|up\ to)\s*(?:to\s+)?
         (?P<end>{_DATE}|(?:{_PRESENT})\b)
      |(?<![\d/.-])(?P<years>(?:19|20)\d\d)\s?[-/]\s?(?P<short>\d\d)(?![\d/.-]|\s?%)
      |(?P<first>{_NAMED})\s{{1,3}}(?P<last>{_NAMED})
      |(?P<open>{_DATE})\s*(?:-\s*)?onwards?\b
      |\b(?:since|from)\s+(?P<since>{_DATE})""",
    re.IGNORECASE | re.VERBOSE,
)
_SINGLE = re.compile(_DATE, re.IGNORECASE | re.VERBOSE)


@dataclass(frozen=True, slots=True)
class DateRange:
    """A range in a text: where, from when to when; ``end`` is None when it lasts (``current``)."""

    start: int
    end: int
    first: YearMonth
    last: YearMonth | None
    current: bool


def find_ranges(text: str) -> Iterator[DateRange]:
    """The date ranges in ``text``, in order."""
    for found in _RANGE.finditer(text):
        if found["years"]:
            first, last = _short_years(int(found["years"]), int(found["short"]))
        else:
            first = parse_date(next(filter(None, found.group("start", "first", "open", "since"))))
            last = parse_date(found["end"] or found["last"] or "")
        if first is not None:
            current = last is None
            yield DateRange(found.start(), found.end(), first, last, current)


def _short_years(year: int, short: int) -> tuple[YearMonth | None, YearMonth | None]:
    """The years of "2015-16"; none where the second number may be a month ("2015-06")."""
    last = year // 100 * 100 + short
    if short <= 12 or last <= year:
        return None, None
    return YearMonth(year), YearMonth(last)


def find_dates(text: str) -> Iterator[tuple[int, int, YearMonth]]:
    """Every single date in ``text`` with its start and end, in order."""
    for found in _SINGLE.finditer(text):
        date = parse_date(found.group())
        if date is not None:
            yield found.start(), found.end(), date


def parse_date(text: str) -> YearMonth | None:
    """The month or year that ``text`` names, or None ("present", or nothing that is a date)."""
    lowered = text.casefold()
    full = re.search(r"(?:19|20)\d\d", lowered)
    short = re.search(r"(?<!\d)\d\d$", lowered)
    if full is None and short is None:
        return None
    year = int(full.group()) if full else _century(int(short.group() if short else 0))
    named = re.search(rf"\b({_MONTH})", lowered)
    if named:
        return YearMonth(year, _MONTHS[named[1]])
    season = next((month for name, month in _SEASON.items() if name in lowered), None)
    if season:
        return YearMonth(year, season)
    rest = lowered.replace(full.group(), "", 1) if full else lowered
    numbers = [int(n) for n in re.findall(r"\d{1,2}", rest)]
    month = numbers[-1] if numbers and 1 <= numbers[-1] <= 12 else None
    return YearMonth(year, month)


def _century(two_digits: int) -> int:
    return 1900 + two_digits if two_digits >= 50 else 2000 + two_digits
