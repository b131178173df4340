"""Numbers in a text as they are written: in digits or words, with sign, magnitude and plus.

What holds digits but is never an amount is taken out first: dates, telephone numbers, addresses on
the web, times of day, versions with two dots, grades and the set phrases of words/quantities.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from atscheck.resume.dates import find_dates, find_ranges, may_hold_date
from atscheck.resume.words import either, words

WINDOW = 60
"""Characters either side of a number that may bear on it."""
_CONTINENTAL = (  # "1.200.000", "1 500 000 €", "2,5 Mio. EUR"
    r"\d{1,3}(?:\.\d{3}){2,4}(?![\d.])|\d{1,3}(?:[ \xa0\u202f]\d{3}){1,4}(?=\s?(?:€|EUR\b))"
    r"|\d{1,3},\d{1,2}(?=\s?(?:€|%|EUR\b|Mio|Mrd))"
)
_ENGLISH = r"\d{1,3}(?:,\d{2,3}){1,5}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?|\.\d{1,4}"
_DIGITS = rf"{_CONTINENTAL}|{_ENGLISH}"
_SIGN = r"(?:(?:US|CA|AU|HK|NZ|[CASR])?[$€£¥₹])\s?"
_MAIL_ADDRESS = r"\S{1,80}@\S{1,80}"
_WEB_ADDRESS = r"(?:https?://|www\.)\S{1,200}"
_TELEPHONE = re.compile(
    r"(?<![\w$€£.,])(?:\+\s?)?\(?\d[\d().-]{0,20}(?: [\d().-]{1,12}){0,5}(?<=[\d)])(?![\w.,%])"
)
_CLOCK = r"\b\d{1,2}(?::[0-5]\d)?\s?(?:[ap]m|[ap]\.m\.?)(?!\w)|\b\d{1,2}:\d\d(?:-\d{1,2}:\d\d)?"
_VERSION = r"\b(?!\d{1,3}(?:\.\d{3}){2,4}(?![\d.]))[vV]?\d{1,4}(?:\.\d{1,4}){2,5}\b"
_FEWEST_DIGITS, _MOST_DIGITS = 9, 15  # of a telephone number
_LAST_WORD = re.compile(r"([^\s]{1,40})\s*$")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text: where it stands, and how it is written.

    Attributes:
        money: whether a currency stands before it.
        bare: whether it is nothing but digits or words: no sign, magnitude or plus.
        spelt: whether it is written in words.
    """

    start: int
    end: int
    money: bool
    bare: bool
    spelt: bool


def without_names(text: str) -> str:
    """``text`` with everything blanked that holds numbers but no amount, at the same offsets."""
    spans = [found.span() for found in _never(mail="@" in text).finditer(text)]
    spans += [
        found.span()
        for found in _TELEPHONE.finditer(text)
        if _MOST_DIGITS >= sum(c.isdigit() for c in found.group()) >= _FEWEST_DIGITS
        and not found.group().isdigit()
    ]
    if may_hold_date(text):
        spans += [(found.start, found.end) for found in find_ranges(text)]
        spans += [(s, e) for s, e, _ in find_dates(text) if not _is_round_count(text, s, e)]
    if not spans:
        return text
    chars = list(text)
    for start, end in spans:
        chars[start:end] = "_" * (end - start)
    return "".join(chars)


def find_numerals(text: str) -> Iterator[Numeral]:
    """The numbers in ``text``, in order."""
    for found in _numeral().finditer(text):
        magnitude = (found["magnitude"] or "").strip()
        # A capital glued to a number ("Room 3B") is a magnitude only where nothing makes it a name.
        bare = not (found["sign"] or found["plus"] or magnitude[1:] or magnitude in ("k", "m"))
        money, spelt = found["sign"] is not None, found["spelt"] is not None
        yield Numeral(found.start(), found.end(), money, bare, spelt)


def word_before(text: str, at: int) -> str:
    """The word that ends before ``at``, without quotes and brackets; "" where there is none."""
    found = _LAST_WORD.search(text[max(0, at - WINDOW) : at])
    return found[1].strip("()[]\"'~<>≈") if found else ""


@cache
def _never(*, mail: bool) -> re.Pattern[str]:
    """What is never an amount, whatever stands beside it; ``mail`` addresses if there are any.

    To look for them is slow, as they may begin anywhere in a word.
    """
    phrases = rf"(?<![\w.])(?:{either('quantities', 'never')})(?![\w%])"
    grade = rf"(?:{either('quantities', 'grades')})"
    mark = r"\d{1,2}(?:\.\d{1,3})?(?:\s?/\s?\d{1,2}(?:\.\d)?)?"
    grades = rf"\b{grade}\b[^\w.;]{{0,3}}(?:(?:of|is)\s)?{mark}|\b{mark}\s?{grade}\b"
    address = f"{_MAIL_ADDRESS}|{_WEB_ADDRESS}" if mail else _WEB_ADDRESS
    return re.compile(rf"(?i:{phrases}|{grades})|{address}|{_CLOCK}|{_VERSION}")


def _is_round_count(text: str, start: int, end: int) -> bool:
    """Whether what looks like a year counts things: "served 2000 customers"."""
    year = text[start:end]
    if not year.isdigit() or int(year) % 50 or not re.match(r" [a-z]{3,}s\b", text[end : end + 30]):
        return False
    return word_before(text, start).casefold() not in words("quantities", "before_years")


@cache
def _numeral() -> re.Pattern[str]:
    values, large = either("quantities", "numbers"), either("quantities", "large_numbers")
    currency, magnitudes = either("quantities", "currency"), either("quantities", "magnitudes")
    multitudes = either("quantities", "multitudes")
    return re.compile(
        rf"""(?<![\w.,/@\#:\\^])(?<![\w)]-)(?P<sign>{_SIGN}|(?:{currency})\s?(?=\d))?
             (?P<digits>{_DIGITS})(?:\s?-\s?(?:{_SIGN})?(?:{_DIGITS})(?![\d-]))?
             (?P<magnitude>\s?(?:{magnitudes})(?![^\W_]))?(?P<plus>\s?\+)?
           |(?<![\w-])(?i:(?P<spelt>
               (?:{values})(?:[ -](?:and[ ])?(?:{values}|{large})){{0,4}}(?:\ and\ a\ half)?
              |(?:an?|half\ a|one|a\ few|several)\ (?:{large})(?:\ (?:{large}))?
              |one\ and\ a\ half
              |(?:{multitudes})(?=\ of\b|\ [a-z]+s\b)))(?!\w)
        """,
        re.VERBOSE,
    )
