"""Dates and date ranges as resumes write them; their words stand in words/dates.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from atscheck.data import load_words
from atscheck.resume.model import YearMonth
from atscheck.resume.words import any_of, either

_YEAR = r"(?:19|20)\d\d"
_TWO_DIGITS = re.compile(r"\d\d")
_YEAR_ALONE = re.compile(rf"{_YEAR}|[/']\d\d")  # one that needs no month before it
_MONTH_WIDTH = 24  # characters of a month's name, a day and marks before a year, at most
_FULL_YEAR = re.compile(_YEAR)
_LAST_TWO_DIGITS = re.compile(r"(?<!\d)\d\d$")
_NUMBER = re.compile(r"\d{1,2}")
_DASH = r"(?:[-~]+|\.{2,15})"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_QUARTER = r"q\ ?[1-4]|[1-4]q"
_NAMED_QUARTER = re.compile(_QUARTER)
_SHORT = r"(?:0?[1-9]|1[0-2])/\d\d(?![\d/])"  # "03/19", a date only beside another one


@dataclass(frozen=True, slots=True)
class DateRange:
    """A range in a text: where, from when to when; ``end`` is None when it lasts (``current``)."""

    start: int
    end: int
    first: YearMonth
    last: YearMonth | None
    current: bool


def may_hold_date(text: str) -> bool:
    """Whether ``text`` has what no date lacks: a year in digits, after a month, "/" or "'".

    Most lines have none, and this is many times quicker than the patterns of all forms.
    """
    if _YEAR_ALONE.search(text) is not None:
        return True
    month = _before_year()
    ends = (found.start() for found in _TWO_DIGITS.finditer(text))
    return any(month.search(text, max(0, end - _MONTH_WIDTH), end) is not None for end in ends)


def find_ranges(text: str) -> Iterator[DateRange]:
    """The date ranges in ``text``, in order."""
    if not may_hold_date(text):
        return
    for found in _range().finditer(text):
        if found["years"]:
            first, last = _years(found["years"], found["until"])
        elif found["month"]:
            last = parse_date(found["same"])
            first = last and parse_date(f"{found['month']} {last.year}")
        else:
            first = parse_date(next(filter(None, found.group(*_FIRST))))
            last = parse_date(next(filter(None, found.group(*_LAST)), ""))
        if first is not None:
            current = last is None
            yield DateRange(found.start(), found.end(), first, last, current)


_FIRST = ("start", "first", "numeric", "open", "since")
_LAST = ("end", "last", "numeric_end")


def is_present(text: str) -> bool:
    """Whether ``text`` says nothing but that something lasts ("till date")."""
    return _lasting().fullmatch(text.strip()) is not None


def _years(first: str, until: str) -> tuple[YearMonth | None, YearMonth | None]:
    """The years of "2015-16"; none where the second number may be a month ("2015-06")."""
    last = int(first[: 4 - len(until)] + until)
    if len(until) == 2 and (int(until) <= 12 or last <= int(first)):
        return None, None
    return YearMonth(int(first)), YearMonth(last)


def find_dates(text: str) -> Iterator[tuple[int, int, YearMonth]]:
    """Every single date in ``text`` with its start and end, in order."""
    if not may_hold_date(text):
        return
    for found in _single().finditer(text):
        date = parse_date(found.group())
        if date is not None:
            yield found.start(), found.end(), date


def parse_date(text: str) -> YearMonth | None:
    """The month or year that ``text`` names, or None ("present", or nothing that is a date)."""
    lowered = text.casefold()
    full = _FULL_YEAR.search(lowered)
    short = _LAST_TWO_DIGITS.search(lowered)
    if full is None and short is None:
        return None
    year = int(full.group()) if full else _century(int(short.group() if short else 0))
    named = _named_month().search(lowered)
    if named:
        return YearMonth(year, _months()[named[1]])
    quarter = _NAMED_QUARTER.search(lowered)
    if quarter:
        return YearMonth(year, 3 * int(quarter.group().strip("q ")) - 2)
    season = next((month for name, month in _seasons().items() if name in lowered), None)
    if season:
        return YearMonth(year, season)
    rest = lowered.replace(full.group(), "", 1) if full else lowered
    if full is None and short is not None:
        rest = lowered[: short.start()]
    numbers = [int(n) for n in _NUMBER.findall(rest)]
    month = next((n for n in reversed(numbers) if 1 <= n <= 12), None)
    return YearMonth(year, month)


def _century(two_digits: int) -> int:
    return 1900 + two_digits if two_digits >= 50 else 2000 + two_digits


@cache
def _months() -> dict[str, int]:
    """The number of the month for each of its names."""
    names: dict[str, list[str]] = load_words("dates")["months"]
    return {name: number for number, month in enumerate(names.values(), 1) for name in month}


def _seasons() -> dict[str, int]:
    seasons: dict[str, int] = load_words("dates")["seasons"]
    return seasons


def _month() -> str:
    return any_of(_months())


@cache
def _named_month() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])({_month()})")


@cache
def _lasting() -> re.Pattern[str]:
    return re.compile(_present(), re.IGNORECASE)


def _present() -> str:
    return either("dates", "present").replace(r"\ ", r"\s?")


def _named() -> str:
    """A pattern for a month's name and what may stand between it and the year behind it."""
    between = rf"""(?:\ (?:{either("dates", "of")})\ |[\s,.'"/-]{{0,3}})"""
    return rf"(?<![^\W\d_])(?:{_month()})\.?(?:\ {_DAY})?{between}"


@cache
def _before_year() -> re.Pattern[str]:
    return re.compile(rf"{_named()}$", re.IGNORECASE)


def _date() -> str:
    """A pattern for one date; for use with VERBOSE and IGNORECASE."""
    return rf"""
        (?:(?:{_DAY}(?:\ of\ |\ ?[-/.]\ ?|\ )?)?{_named()}(?:19|20)?\d\d(?!\d)
         |(?<![^\W_]){_YEAR}[\s,.-]{{0,2}}(?:{_month()})\.?(?=\s*(?:$|[-~,;|()\t]|to\b))
         |(?:0?[1-9]|[12]\d|3[01])[/.]\ ?(?:0?[1-9]|1[0-2])[/.]\ ?{_YEAR}
         |(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/{_YEAR}
         |(?:0?[1-9]|1[0-2])[/.-]{_YEAR}
         |{_YEAR}(?:\ ?/\ ?|[.-])(?:0[1-9]|1[0-2])(?!\d)
         |(?:{"|".join(_seasons())})s?\ (?:of\ )?(?:{_YEAR}|'\d\d(?!\d))
         |(?<![^\W_])(?:{_QUARTER})\ ?(?:of\ )?[-/,]?\ ?(?:{_YEAR}|'\d\d(?!\d))
         |(?<![\d.,/$€£]){_YEAR}(?![\d%]|[.,]\d))
    """


@cache
def _single() -> re.Pattern[str]:
    return re.compile(_date(), re.IGNORECASE | re.VERBOSE)


@cache
def _range() -> re.Pattern[str]:
    date, to, since = _date(), either("dates", "to"), either("dates", "since")
    month = rf"(?<![^\W\d_])(?:{_month()})(?![^\W\d_])\.?"
    named = rf"{month}\ {_YEAR}"  # the dash between two may be lost
    between, lasts = rf"\s*(?:{_DASH}|(?:{to})\b)\s*(?:(?:to|till)\s+)?", rf"(?:{_present()})\b"
    return re.compile(
        rf"""(?:from\s*:?\s+)?(?P<start>{date}){between}(?P<end>{date}|{lasts})
          |(?<![\d/.-])(?P<years>{_YEAR})\s?[-/]\s?(?P<until>{_YEAR}|\d\d)(?![\d/.-]|\s?%)
          |(?P<first>{named})\s{{1,3}}(?P<last>{named})
          |(?P<month>{month}){between}(?P<same>{named})
          |(?<![\w/.-])(?P<numeric>{_SHORT}){between}(?P<numeric_end>{_SHORT}|{lasts})
          |(?P<open>{date})\s*(?:-\s*)?(?:{either("dates", "onwards")})\b
          |\b(?:{since})\s+(?P<since>{date})(?:\s(?:{lasts}))?""",
        re.IGNORECASE | re.VERBOSE,
    )
