"""How well a text says that languages are spoken (words/proficiency.toml)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from atscheck.data import load_words

LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2", "native")
"""Lowest first: those of the CEFR, above them "native"."""

_REACH = 60
"""The most characters between a language and what says its level."""

_WORD = re.compile(r"\s*[’']?([\w’'-]{1,40})")
_PEOPLES = re.compile(
    r"(?:\s*(?:,|/|&|and\b|or\b)+\s*[A-Z][a-z]+(?:an|ch|ese|ish|ss)){1,5}\s+([a-z][\w’'-]{0,40})"
)
"""More adjectives of the same kind, and the word that all stand before ("and Swiss markets")."""

_LIST_JOINT = re.compile(r"\s*(?:[,/&]|,?\s*(?:and|or|and/or)\b)\s*(?:in\s+)?", re.IGNORECASE)
_OR_BETTER = re.compile(r"\s*(?:speakers?|level)?\s*or\s*", re.IGNORECASE)
"""What stands between a language and a second level ("native English speaker or C2")."""

_OF_ALL = re.compile(r"\s*(?:both\s+)?(?:at|on|to)\b", re.IGNORECASE)
"""What opens a level that is said of all languages before it ("English and German at C1")."""


@dataclass(frozen=True, slots=True)
class Said:
    """A level in a text: where, with what words, and the lowest that it names ("B2/C1" is B2)."""

    start: int
    end: int
    words: str
    level: str

    @property
    def tested(self) -> bool:
        """Whether it is told by its own name, not by a word that may stand for it."""
        return self.level in self.words


def levels_of(text: str, languages: Sequence[tuple[int, int]]) -> list[Said | None]:
    """The level that ``text`` says of each of the languages at these places; None for none.

    A level speaks of the language that it stands right before ("fluent German") with those listed
    behind it, else of the one that it stands behind ("German (C1)"). A level's own name goes
    before words that may stand for it.
    """
    plain = _modes().sub(lambda found: " " * len(found[0]), text)
    before, after = _told(plain, languages)
    levels = [
        a if a is not None and (a.tested or b is None) else b
        for a, b in zip(after, before, strict=True)
    ]
    between = [(end, start) for (_, end), (start, _) in pairwise(languages)]
    joined = [_LIST_JOINT.fullmatch(plain, *gap) is not None for gap in between]
    led = [said is not None for said in before]
    for n, is_joined in enumerate(joined, start=1):
        if is_joined and levels[n] is None and led[n - 1]:
            levels[n], led[n] = levels[n - 1], True
    for n in reversed(range(len(joined))):
        last = after[n + 1]
        if joined[n] and levels[n] is None and last and _OF_ALL.match(plain, languages[n + 1][1]):
            levels[n], after[n] = last, last
    return levels


_Levels = list[Said | None]
"""For each language the level that is told, if one is."""


def _told(text: str, languages: Sequence[tuple[int, int]]) -> tuple[_Levels, _Levels]:
    """The levels that stand before the languages, and those that stand behind them."""
    ends = [end for _, end in languages]
    before: _Levels = [None] * len(languages)
    after: _Levels = [None] * len(languages)
    for said in _said(text):
        number = bisect_right(ends, said.start)
        last = number - 1
        if number < len(languages) and _leads(text[said.end : languages[number][0]]):
            before[number] = said
        elif number == 0:
            continue
        elif (first := before[last]) and _OR_BETTER.fullmatch(text, ends[last], said.start):
            before[last] = min(first, said, key=lambda each: rank_of(each.level))
        elif _follows(text[ends[last] : said.start]):
            told = after[last]
            after[last] = said if told is None or (said.tested and not told.tested) else told
    return before, after


def rank_of(level: str) -> int:
    """The place of a level among `LEVELS`."""
    return LEVELS.index(level)


def _leads(between: str) -> bool:
    return len(between) <= _REACH and not re.search(r"[;.,:()]|\b(?:and|or)\b", between)


def _follows(between: str) -> bool:
    return len(between) <= _REACH and not re.search(
        r";|\.(?!\s*$)|\b(?:and|or|as well as)\b", between
    )


def _said(text: str) -> Iterator[Said]:
    """The levels in a text, those that "or" or a dash joins as one, which is the lowest of them."""
    last: Said | None = None
    for found in _level().finditer(text):
        said = Said(found.start(), found.end(), found[0], _levels()[found[0].casefold()])
        if last is not None and re.fullmatch(r"\s*(?:or|[/–-]|to)\s*", text[last.end : said.start]):
            words = text[last.start : said.end]
            last = Said(last.start, said.end, words, min(last.level, said.level, key=rank_of))
            continue
        if last is not None:
            yield last
        last = said
    if last is not None:
        yield last


@cache
def _levels() -> dict[str, str]:
    """The level of each word, in lower case."""
    table: dict[str, list[str]] = load_words("proficiency")["levels"]
    named = {word: level for level, words in table.items() for word in words}
    return {**named, **{level.casefold(): level for level in LEVELS}}


@cache
def _level() -> re.Pattern[str]:
    some = "|".join(map(re.escape, sorted(_levels(), key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?:{some})(?![\w])", re.IGNORECASE)


@cache
def _modes() -> re.Pattern[str]:
    some = "|".join(load_words("proficiency")["modes"]["words"])
    return re.compile(
        rf"\(?\b(?:both\s+)?(?:{some})(?:\s*(?:,|/|&|and|or)+\s*(?:{some}))+\b\)?", re.IGNORECASE
    )


def is_spoken(text: str, start: int, end: int) -> bool:
    """Whether the language at this place is one to speak: no dish, no market, no school subject."""
    behind = _PEOPLES.match(text, end) or _WORD.match(text, end)
    if behind is not None and behind[1].casefold() not in _behind():
        return False
    first = max(0, start - _REACH)
    if _subject().search(text[first:start]) is None:
        return True
    return levels_of(text[first : end + _REACH], [(start - first, end - first)]) != [None]


@cache
def _behind() -> frozenset[str]:
    return frozenset(load_words("proficiency")["behind"]["words"])


@cache
def _subject() -> re.Pattern[str]:
    some = "|".join(map(re.escape, load_words("proficiency")["subjects"]["words"]))
    return re.compile(rf"(?<!\w)(?:{some})(?!\w)[^.;:]*$", re.IGNORECASE)
