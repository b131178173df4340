"""Amounts in a statement: percentages, money, counts, times, rates, ranks and factors.

A number is an amount unless its form or its neighbours make it a name: dates, versions, standards,
grades, addresses and telephone numbers are taken out first, then each number that is left is judged
by the words beside it. The word lists stand in words/quantities.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from atscheck.data import lexicon_words, load_words
from atscheck.resume.dates import find_dates, find_ranges
from atscheck.resume.model import Quantity, QuantityKind

_DIGITS = r"\d{1,3}(?:,\d{2,3}){1,5}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?"
_SIGN = r"(?:(?:US|CA|AU|HK|NZ|[CASR])?[$€£¥₹])\s?"
_PATTERNS_TAKEN_OUT = (
    r"\S{1,80}@\S{1,80}|(?:https?://|www\.)\S{1,200}",  # addresses on the web
    # telephone
    r"(?<![\w$€£.,])(?:\+\s?)?\(?\d[\d().-]{0,20}(?: [\d().-]{1,12}){0,5}(?<=[\d)])(?![\w.,%])",
    # clock
    r"\b\d{1,2}(?::[0-5]\d)?\s?(?:[ap]m|[ap]\.m\.?)(?!\w)|\b\d{1,2}:\d\d(?:-\d{1,2}:\d\d)?",
    r"\b[vV]?\d{1,4}(?:\.\d{1,4}){2,5}\b",  # versions with two dots
)
_NEXT_WORD = re.compile(r"[ ,]{0,2}\s?[('\"]?([^\W\d_][\w'&/+.-]{0,40})")
_LAST_WORD = re.compile(r"([^\s]{1,40})\s*$")
_YEAR_BEFORE = frozenset("in since from until by during of to till and - ,".split())
_WINDOW = 60  # characters either side of a number that may bear on it


@dataclass(frozen=True, slots=True)
class _Number:
    """A number as written, with sign, magnitude and plus; ``kind`` where its own form says it."""

    start: int
    end: int
    kind: QuantityKind | None
    bare: bool
    spelt: bool


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The amounts that ``text`` names, in order, none overlapping another."""
    clear = _take_out(text)
    found = [*_special(clear), *_numeric(clear)]
    found.sort(key=lambda q: (q[0], -q[1]))
    amounts: list[Quantity] = []
    for start, end, kind in found:
        if not amounts or start >= amounts[-1].end:
            amounts.append(Quantity(start, end, text[start:end], kind))
    return tuple(amounts)


@cache
def _words(key: str) -> frozenset[str]:
    """A word list of words/quantities.toml, in lower case."""
    return frozenset(word.casefold() for word in load_words("quantities")[key])


def _either(key: str) -> str:
    """A pattern for any entry of a word list, as it is written there, longest first."""
    entries = sorted(load_words("quantities")[key], key=lambda w: (-len(w), w))
    return "|".join(map(re.escape, entries))


@cache
def _taken_out() -> re.Pattern[str]:
    never = rf"(?<![\w.])(?:{_either('never')})(?![\w%])"
    return re.compile("|".join((f"(?i:{never})", *_PATTERNS_TAKEN_OUT)))


def _take_out(text: str) -> str:
    """``text`` with everything blanked that is never an amount, at the same offsets."""
    spans = [m.span() for m in _taken_out().finditer(text) if _is_taken(m.group())]
    spans += [(r.start, r.end) for r in find_ranges(text)]
    spans += [(s, e) for s, e, _ in find_dates(text) if not _is_round_count(text, s, e)]
    chars = list(text)
    for start, end in spans:
        chars[start:end] = "_" * (end - start)
    return "".join(chars)


def _is_taken(found: str) -> bool:
    """Whether a match is no amount; digit groups are a telephone number from nine digits on."""
    if not re.fullmatch(r"[\d+().\s-]+", found) or re.fullmatch(r"\d+(\.\d+){2,}", found):
        return True
    return 9 <= sum(c.isdigit() for c in found) <= 15 and not found.isdigit()


def _is_round_count(text: str, start: int, end: int) -> bool:
    """Whether what looks like a year counts things: "served 2000 customers"."""
    year = text[start:end]
    if not year.isdigit() or int(year) % 50 or not re.match(r" [a-z]{3,}s\b", text[end : end + 30]):
        return False
    return _before(text, start) not in _YEAR_BEFORE


@cache
def _number() -> re.Pattern[str]:
    values = _either("numbers")
    big = r"hundred|thousand|million|billion|dozen"
    return re.compile(
        rf"""(?<![\w.,/@\#:\\^])(?<![\w)]-)(?P<sign>{_SIGN}|(?:{_either("currency")})\s?(?=\d))?
             (?P<digits>{_DIGITS})(?:\s?-\s?(?:{_SIGN})?(?:{_DIGITS})(?![\d-]))?
             (?P<magnitude>\s?(?:{_either("magnitudes")})(?![^\W_]))?(?P<plus>\s?\+)?
           |(?<![\w-])(?i:(?P<spelt>
               (?:{values})(?:[ -](?:and[ ])?(?:{values}|{big})){{0,4}}(?:\ and\ a\ half)?
              |(?:an?|half\ a|one|a\ few|several)\ (?:{big})(?:\ (?:{big}))?
              |one\ and\ a\ half
              |(?:{_either("multitudes")})(?=\ of\b|\ [a-z]+s\b)))(?!\w)
        """,
        re.VERBOSE,
    )


def _numeric(text: str) -> Iterator[tuple[int, int, QuantityKind]]:
    """The numbers that are amounts: start, end, kind."""
    name_end = -9
    for found in _number().finditer(text):
        number = _read(found)
        joined = re.fullmatch(
            r"\s?(?:,|/|&|and|or|to|-)\s?(?:and\s)?", text[name_end : number.start]
        )
        if (name_end >= 0 and joined and number.bare) or _is_name(text, number):
            name_end = number.end
            continue
        amount = _judge(text, number)
        if amount is not None:
            yield number.start, amount[0], amount[1]


def _read(found: re.Match[str]) -> _Number:
    spelt = found["spelt"] is not None
    kind: QuantityKind | None = "money" if found["sign"] else None
    magnitude = (found["magnitude"] or "").strip()
    # A capital glued to a number ("Ward 7B") is a magnitude only where nothing makes it a name.
    bare = not (found["sign"] or found["plus"] or magnitude[1:] or magnitude in ("k", "m"))
    return _Number(found.start(), found.end(), kind, bare, spelt)


def _before(text: str, at: int) -> str:
    """The word that ends before ``at``, without quotes and brackets."""
    found = _LAST_WORD.search(text[max(0, at - _WINDOW) : at])
    return found[1].strip("()[]\"'~<>≈") if found else ""


def _after(text: str, at: int) -> str:
    """The word that begins behind ``at``, "" where a mark or the end comes first."""
    found = _NEXT_WORD.match(text[at : at + _WINDOW])
    return found[1] if found else ""


def _is_name(text: str, number: _Number) -> bool:
    """Whether the words beside a number make it a name: a version, a standard, an address."""
    last = _before(text, number.start)
    plain = last.rstrip(":.").casefold()
    if plain in _words("labels") or plain.split("-")[-1] in _words("labels"):
        return True
    if _addresses().match(text[number.end : number.end + _WINDOW]):
        return True
    if number.spelt:
        return plain in _words("determiners")
    percent = _percent().match(text[number.end : number.end + 20])
    if not number.bare or percent or not last or last.endswith((":", ",", ";", "-", "=")):
        return False
    first = not text[: text.find(last)].strip()
    if plain in _words("before") or (plain in _verbs() and (first or not last[:1].isupper())):
        return False
    return (last[:1].isupper() and not text.isupper()) or plain in lexicon_words()


@cache
def _addresses() -> re.Pattern[str]:
    return re.compile(rf"[A-Z]?\s+(?:[A-Z][\w.]*\s+){{0,3}}(?i:{_either('addresses')})\b")


@cache
def _percent() -> re.Pattern[str]:
    return re.compile(rf"\s?-?(?:{_either('percent')})(?!\w)")


@cache
def _verbs() -> frozenset[str]:
    return frozenset(load_words("verbs")["verbs"])


@cache
def _endings() -> tuple[tuple[QuantityKind, re.Pattern[str]], ...]:
    """What may follow a number and tell its kind, in order of trial."""
    return (
        ("percent", _percent()),
        ("money", re.compile(rf"\s?(?:{_either('currency')})(?!\w)")),
        (
            "factor",
            re.compile(
                r"\s?[xX×](?![\w])|\s?-?fold\b|\s?times\s(?:as|the|more|less|faster|higher|lower|larger|bigger|better|quicker|slower|over)\b"
            ),
        ),
        (
            "time",
            re.compile(
                rf"(?:[\s-]?(?P<unit>(?i:{_either('time')}))|(?:{_either('glued_time')}))\b(?!\.\w)"
            ),
        ),
        ("count", re.compile(rf"(?:\s?(?:{_either('units')})|(?:{_either('glued_units')}))(?!\w)")),
    )


@cache
def _rate() -> re.Pattern[str]:
    per = rf"(?:\s?/\s?|\s(?:per|each|every)\s)(?:{_either('per')})s?\b"
    return re.compile(rf"[^.;,\d]{{0,40}}?(?:{per}|\s(?:an?|per)\s(?:{_either('periods')})\b|/s\b)")


def _judge(text: str, number: _Number) -> tuple[int, QuantityKind] | None:
    """The end and the kind of the amount that ``number`` is, or None if it is none."""
    rest = text[number.end : number.end + _WINDOW]
    for kind, ending in _endings():
        found = ending.match(rest)
        if found is None:
            continue
        end = number.end + found.end()
        if kind == "time":
            return (end, kind) if _is_achieved(text, number, found["unit"] or "", end) else None
        return end, "rate" if kind == "count" and _rate().match(text[end : end + _WINDOW]) else kind
    if number.kind is not None:
        return number.end, number.kind
    if not _counts(text, number, rest):
        return None
    return number.end, "rate" if _rate().match(rest) else "count"


def _is_achieved(text: str, number: _Number, unit: str, end: int) -> bool:
    """Whether a span of time is an achievement's and not how long somebody was somewhere."""
    following = re.findall(r"[^\W\d_]+", text[end : end + 40].casefold())[:4]
    if any(word in _words("tenure") for word in following):
        return False
    if unit.casefold() not in _words("tenure_units") and not re.match(
        r"\s?(?:a|per|/|each)\s?(?:day|week|month)\b", text[end : end + 16]
    ):
        return True
    if following[:1] and following[0] in _words("sooner"):
        return True
    return any(word in _words("change") for word in _lead(text, number.start))


def _lead(text: str, at: int) -> Iterator[str]:
    """The words before ``at``, nearest first, through those that only say "about"."""
    words = re.findall(r"[^\W\d_]+", text[max(0, at - _WINDOW) : at].casefold())
    for word in reversed(words[-4:]):
        yield word
        if word not in _words("approximate"):
            return


def _counts(text: str, number: _Number, rest: str) -> bool:
    """Whether a number without a unit counts something."""
    if re.match(r"[^\W_]|/(?!\s?[a-z])|[(:^]\w|\.\w", rest) or re.match(r"[.)]\s", rest):
        return _starts_rate(rest)
    if rest[:1] == "-":
        compound = re.match(r"-([a-z]+)", rest)
        return bool(compound) and compound[1] not in _words("compounds")  # type: ignore[index]
    following = _after(text, number.end)
    if re.match(r"\s(?:out\s)?of\b", rest):
        return True
    if following and rest[:1] not in ",;" and following.casefold() not in _words("function"):
        return True
    last = _before(text, number.start)
    return last.casefold() in _words("cues") or last.endswith((":", "="))


def _starts_rate(rest: str) -> bool:
    return bool(re.match(rf"/(?:{_either('per')})\b", rest))


@cache
def _specials() -> tuple[tuple[QuantityKind, re.Pattern[str]], ...]:
    """Amounts that are no plain number."""
    ordinal = rf"(?:\d{{1,4}}(?:st|nd|rd|th)|{_either('rank_words')})"
    ranked = rf"\s(?:{_either('ranked')})\b"
    return (
        ("rank", re.compile(rf"(?i)\b{ordinal}(?={ranked})(?:\sof\s\d[\d,]*)?")),
        ("rank", re.compile(rf"(?i)\b{ordinal}\sof\s\d[\d,]*")),
        ("rank", re.compile(rf"(?i)(?<=\b)(?:{_either('ranking')})\s(?:the\s)?{ordinal}\b")),
        ("rank", re.compile(r"(?i)\btop[ -](?:\d{1,3}|three|five|ten|twenty)\b(?!\s?%)(?!-1)")),
        ("rank", re.compile(r"(?i)(?<!\w)(?:#\s?\d{1,2}|no\. ?1|number one)(?![\w.])")),
        ("factor", re.compile(rf"(?i)\b(?:{_either('factor_words')})\b")),
        (
            "factor",
            re.compile(r"(?i)\btwice\s(?:as|the)\b|\b(?:to|helped)\s(?:double|triple|halve)\b"),
        ),
        (
            "factor",
            re.compile(
                r"(?i)\b(?:one|two|three|a|by|almost|nearly|about|over)[ -](?:an?\s)?"
                r"(?:half|thirds?|quarters?|fifths?)\b(?!-)(?=\s(?:of|the|our|on|in|after|by|through)\b|\W|$)"
            ),
        ),
    )


def _special(text: str) -> Iterator[tuple[int, int, QuantityKind]]:
    """Ranks, factors and fractions in words: start, end, kind."""
    for kind, pattern in _specials():
        for found in pattern.finditer(text):
            yield found.start(), found.end(), kind


_SKIPPED = frozenset(
    "i we have has had was were am been being also and then to my the currently".split()
)


def first_verb(text: str) -> str | None:
    """The verb that a statement opens with, as written, or None if it opens with none."""
    if not text[:1].isalpha():
        return None
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*|[:;.,]", text[:120])
    for place, word in enumerate(words[:5]):
        lowered = word.casefold()
        if lowered in _verbs():
            return None if _is_noun(lowered, words[place + 1 :]) else word
        if lowered not in _SKIPPED and not lowered.endswith("ly"):
            return None
    return None


def _is_noun(word: str, following: list[str]) -> bool:
    """Whether what may be a base form is rather a noun: "design of ...", "Project Manager"."""
    if word.endswith(("ed", "ing")) or not following:
        return False
    return following[0] in ("of", ":") or all(w[0].isupper() for w in following if len(w) > 3)
