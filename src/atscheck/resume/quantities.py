"""Amounts in a statement: percentages, money, counts, times, rates, ranks and factors.

A number is an amount unless its form or its neighbours make it a name: each number that is left by
numerals.without_names is judged by the words beside it. The words stand in words/quantities.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atscheck.compiled import lexicon_words
from atscheck.data import load_words
from atscheck.resume.measures import measured
from atscheck.resume.model import Quantity, QuantityKind
from atscheck.resume.numerals import WINDOW, Numeral, find_numerals, without_names, word_before
from atscheck.resume.words import any_of, either, words

_DIGIT = re.compile(r"\d")
_NEXT_WORD = re.compile(r"[ ,]{0,2}\s?[('\"]?([^\W\d_][\w'&/+.-]{0,40})")
_JOINED = re.compile(r"\s?(?:,|/|&|and|or|to|-)\s?(?:and\s)?")
_PART_OF_A_NAME = re.compile(r"[^\W_]|/(?!\s?[a-z])|[(:^]\w|\.\w|[.)]\s")
_TO = re.compile(r"\s?(?:to|-|→|->)\s?")
_OFTEN = re.compile(r"\s?(?:a|per|/|each)\s?(?:day|week|month)\b")


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The amounts that ``text`` names, in order, none overlapping another."""
    if _DIGIT.search(text) is None and _number_words().search(text) is None:
        return ()
    clear = without_names(text)
    found = [*_in_words(clear), *_numeric(clear)]
    found.sort(key=lambda amount: (amount[0], -amount[1]))
    amounts: list[Quantity] = []
    for start, end, kind in found:
        if not amounts or start >= amounts[-1].end:
            measures = measured(clear, start, end, kind)
            if amounts and _TO.fullmatch(text[amounts[-1].end : start]):
                measures = amounts[-1].measures
            amounts.append(Quantity(start, end, text[start:end], kind, measures))
    return tuple(amounts)


def _words(key: str) -> frozenset[str]:
    return words("quantities", key)


def _either(key: str) -> str:
    return either("quantities", key)


def _numeric(text: str) -> Iterator[tuple[int, int, QuantityKind]]:
    """The numbers that are amounts: start, end, kind."""
    name_end = -1
    for number in find_numerals(text):
        joined = name_end >= 0 and _JOINED.fullmatch(text[name_end : number.start])
        if (joined and number.bare) or _is_name(text, number):
            name_end = number.end
            continue
        amount = _judge(text, number)
        if amount is not None:
            yield number.start, amount[0], amount[1]


def _is_name(text: str, number: Numeral) -> bool:
    """Whether the words beside a number make it a name: a version, a standard, an address."""
    rest = text[number.end : number.end + WINDOW]
    last = word_before(text, number.start)
    plain = last.rstrip(":.").casefold()
    if plain.split("-")[-1] in _words("labels") and not _measured().match(rest):
        return True
    if _addresses().match(rest):
        return True
    if number.spelt:
        return plain in _words("determiners")
    if not number.bare or not last or last.endswith((":", ",", ";", "-", "=")):
        return False
    if _percent().match(rest) or _FACTOR.match(rest):
        return False
    first = not text[: text.find(last)].strip()
    verb = plain in words("verbs", "verbs") and (first or not last[:1].isupper())
    if verb or plain in _words("before"):
        return False
    return (last[:1].isupper() and not text.isupper()) or plain in lexicon_words()


@cache
def _addresses() -> re.Pattern[str]:
    return re.compile(rf"[A-Z]?\s+(?:[A-Z][\w.]*\s+){{0,3}}(?i:{_either('addresses')})\b")


_FACTOR = re.compile(r"\s?[x×](?!\w|\s?\d)|\s?-?fold\b")
"""What makes a number a factor ("3x faster"); "802.1X" is a standard."""


@cache
def _percent() -> re.Pattern[str]:
    return re.compile(rf"\s?-?(?:{_either('percent')})(?!\w)")


@cache
def _measured() -> re.Pattern[str]:
    """What makes a number an amount even behind a label ("a release two weeks early")."""
    units = "|".join((_either("percent"), _either("currency"), _either("time")))
    return re.compile(rf"\s?-?(?:{units})(?!\w)")


@cache
def _endings() -> tuple[tuple[QuantityKind, re.Pattern[str]], ...]:
    """What may follow a number and tell its kind, in order of trial."""
    time = rf"[\s-]?(?P<unit>(?i:{_either('time')}))|(?:{_either('glued_time')})"
    times = rf"\s?[xX×](?!\w|\s?\d)|\s?-?fold\b|\s?times\s(?:{_either('comparisons')})\b"
    units = rf"\s?(?i:{_either('units')})|(?:{_either('glued_units')})"
    return (
        ("percent", _percent()),
        ("money", re.compile(rf"\s?(?:{_either('currency')})(?!\w)")),
        ("factor", re.compile(times)),
        ("time", re.compile(rf"(?:{time})\b(?!\.\w)")),
        ("count", re.compile(rf"(?:{units})(?!\w)")),
    )


@cache
def _rate() -> re.Pattern[str]:
    per = rf"(?:\s?/\s?|\s(?:per|each|every)\s)(?:{_either('per')})s?\b"
    return re.compile(rf"[^.;,\d]{{0,40}}?(?:{per}|\s(?:an?|per)\s(?:{_either('periods')})\b|/s\b)")


def _judge(text: str, number: Numeral) -> tuple[int, QuantityKind] | None:
    """The end and the kind of the amount that ``number`` is, or None if it is none."""
    rest = text[number.end : number.end + WINDOW]
    for kind, ending in _endings():
        found = ending.match(rest)
        if found is None:
            continue
        end = number.end + found.end()
        if kind == "time":
            return (end, kind) if _is_achieved(text, number, found["unit"] or "", end) else None
        return end, "rate" if kind == "count" and _rate().match(text[end : end + WINDOW]) else kind
    if number.money:
        return number.end, "money"
    if not _counts(text, number, rest):
        return None
    return number.end, "rate" if _rate().match(rest) else "count"


def _is_achieved(text: str, number: Numeral, unit: str, end: int) -> bool:
    """Whether a span of time is an achievement's and not how long somebody was somewhere."""
    following = re.findall(r"[^\W\d_]+", text[end : end + 40].casefold())[:4]
    if any(word in _words("tenure") for word in following):
        return False
    if unit.casefold() not in _words("tenure_units") and not _OFTEN.match(text[end : end + 16]):
        return True
    if following[:1] and following[0] in _words("sooner"):
        return True
    return any(word in _words("change") for word in _lead(text, number.start))


def _lead(text: str, at: int) -> Iterator[str]:
    """The words before ``at``, nearest first, through those that only say "about"."""
    before = re.findall(r"[^\W\d_]+", text[max(0, at - WINDOW) : at].casefold())
    for word in reversed(before[-4:]):
        yield word
        if word not in _words("approximate"):
            return


def _counts(text: str, number: Numeral, rest: str) -> bool:
    """Whether a number without a unit counts something."""
    if _PART_OF_A_NAME.match(rest):
        return bool(re.match(rf"/(?:{_either('per')})\b", rest))
    described = re.match(r"([-\s])([a-z]+)", rest)
    if described and described[2] in _words("compounds" if described[1] == "-" else "numbered"):
        return False
    if rest[:1] == "-":
        return described is not None
    if re.match(r"\s(?:out\s)?of\b", rest):
        return True
    following = _NEXT_WORD.match(rest)
    if following and rest[:1] not in ",;" and following[1].casefold() not in _words("function"):
        return True
    last = word_before(text, number.start)
    return last.casefold() in _words("cues") or last.endswith((":", "="))


@cache
def _patterns_in_words() -> tuple[tuple[QuantityKind, re.Pattern[str]], ...]:
    ordinal = rf"(?:\d{{1,4}}(?:st|nd|rd|th)|{_either('ordinals')})"
    top = rf"top\s(?:\d{{1,3}}|{_either('numbers')})\b(?!\s?-?(?:{_either('percent')}))"
    part = rf"(?:{_either('fractions')})\b(?!-)(?=\s(?:{_either('behind_fractions')})\b|\W|$)"
    often = _either("often")
    ranked = rf"(?=\s(?:{_either('ranked')})\b)(?!\spercentile\s(?:{_either('statistics')})\b)"
    return (
        ("rank", re.compile(rf"(?i)\b{ordinal}{ranked}(?:\sof\s\d[\d,]*)?")),
        ("rank", re.compile(rf"(?i)\b{ordinal}\sof\s\d[\d,]*")),
        ("rank", re.compile(rf"(?i)\b(?:{_either('ranking')})\s(?:the\s)?{ordinal}\b")),
        ("rank", re.compile(rf"(?i)\b{top}")),
        ("rank", re.compile(r"(?i)(?<!\w)(?:#\s?[1-9]|no\. ?1|number one)(?![\w.])")),
        ("count", re.compile(r"(?<![\w./])\d(?:\.\d{1,2})?\s?/\s?(?:5|10)(?![\w/]|\.\d)")),
        ("rank", re.compile(rf"(?i)\b(?:{_either('ranking')})\s\d{{1,4}}\s?/\s?\d{{2,6}}\b")),
        ("rate", re.compile(rf"(?i)\bfrom\s(?:{often})\sto\s(?:{often})\b")),
        ("factor", re.compile(r"(?i)\bby\s1/\d{1,2}\b(?!/)")),
        ("factor", re.compile(rf"(?i)\b(?:{_either('factor_words')})\b")),
        ("factor", re.compile(rf"(?i)\b(?:{_either('before_fractions')})[ -](?:an?\s)?{part}")),
    )


def _words_alone() -> list[str]:
    """The words of which the patterns for amounts in words have one, where they need no digits."""
    keys = ("ordinals", "often", "factor_words", "fractions")
    return ["number one", *(word for key in keys for word in load_words("quantities")[key])]


@cache
def _cue_of_words() -> re.Pattern[str]:
    """What no amount in words lacks; most lines have none of it, and are done with one search."""
    alone = any_of([*_words_alone(), "top", "no."])
    return re.compile(rf"(?i)\b(?:{alone})|[#/]|\d(?:st|nd|rd|th)\b")


@cache
def _number_words() -> re.Pattern[str]:
    """What no amount without a digit lacks."""
    keys = ("numbers", "large_numbers", "multitudes")
    spelt = [word for key in keys for word in load_words("quantities")[key]]
    return re.compile(rf"(?i)\b(?:{any_of([*spelt, *_words_alone()])})")


def _in_words(text: str) -> Iterator[tuple[int, int, QuantityKind]]:
    """Ranks, ratings, factors and fractions: start, end, kind."""
    if _cue_of_words().search(text) is None:
        return
    for kind, pattern in _patterns_in_words():
        for found in pattern.finditer(text):
            if not _is_quarter_year(text, found):
                yield found.start(), found.end(), kind


def _is_quarter_year(text: str, found: re.Match[str]) -> bool:
    """Whether what may be the fraction is three months: "within a quarter"."""
    if "quarter" not in found.group().casefold():
        return False
    return word_before(text, found.start()).casefold() in _words("before_quarters")
