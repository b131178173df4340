"""Places: whether a text names one, and in which country it is (words/places.toml)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from atscheck.data import load_words
from atscheck.resume.roles import is_organisation, is_title
from atscheck.resume.words import any_of, words

_STATE = re.compile(r"[A-Z]{2}|[A-Z]\.\s?[A-Z]\w*")  # "CA", "S.Korea"
_TOWN_WORDS = 4
_ABBREVIATION = 3  # letters of a country's name that must be capitals
_TOWN = re.compile(r"(?:[A-Z][\w.'-]{1,20} ?){1,3}")
_NAMES = re.compile(r"(?: ?[A-Z][\w'-]{2,20}){1,4}")
_WORD = re.compile(r"[^\W\d_][^\s\d:,;|•()]*")
_CODE = re.compile(r" (?P<code>[A-Z]{2,3})(?=\s\d{4,5}\b|\s*(?:[,;|•·\t\n)]|$))")  # "Ely MN 55731"
_BETWEEN = re.compile(r"[\s,.()-]*(?:\d{3} ?\d{3}|\d{5})?[\s,()-]*")  # with a postal code
_CELL = re.compile(r"(?:(?!\s-|-[\sA-Z\d])[^,;|•·\t()\n])+")  # of an address


def is_place(text: str) -> bool:
    """Whether ``text`` is a place: a known one, or a town and a state's letters."""
    parts = [part.strip(" .-*") for part in text.split(",")]
    last = parts[-1]
    known = last.casefold() in _known()
    known = known or (len(parts) == 2 and bool(_STATE.fullmatch(last)))
    known = known and len(parts) <= 3 and all(len(part.split()) <= _TOWN_WORDS for part in parts)
    return known and not is_organisation(text) and not is_title(text)


def is_region_next(text: str, at: int) -> bool:
    """Whether the name of a country or region stands at ``at``: what is before it is a town."""
    names = _NAMES.match(text, at)
    parts = names.group().split() if names else []
    return any(" ".join(parts[:n]).casefold() in _codes() for n in range(1, len(parts) + 1))


def is_region_code(text: str) -> bool:
    """Whether ``text`` is the letters of a region, such as a state of the USA ("MA")."""
    return text in _codes_of_regions()


def find_place(text: str) -> tuple[int, int] | None:
    """Where the first place stands in an address: a known one with a town before it."""
    cells = [m.span() for m in _CELL.finditer(text)]
    known = [_known_in(text, start, end) for start, end in cells]
    for i, found in enumerate(known):
        if found is None:
            continue
        start, end = found
        town = _town_before(text, *cells[i - 1], start) if i else None
        if town is None and text[start:end] in _codes_of_regions():
            continue
        for more in known[i + 1 : i + 3]:
            if more is None or not _BETWEEN.fullmatch(text, end, more[0]):
                break
            end = more[1]
        code = _CODE.match(text, end)
        if code and code["code"] in _codes_of_regions():
            end = code.end()
        city = text[start : found[1]].casefold() in words("places", "cities")
        return start if city or town is None else town, end
    return None


def _town_before(text: str, start: int, end: int, at: int) -> int | None:
    """Where a town begins that is all of a cell, with a comma between it and what is ``at``."""
    name = text[start:end].strip()
    named = _TOWN.fullmatch(name) is not None and text[end:at].strip() == ","
    return start + text[start:end].index(name) if named else None


def _known_in(text: str, first: int, last: int) -> tuple[int, int] | None:
    """Where the first known place stands in a cell, or a region's letters that are all of it."""
    spans = [m.span() for m in _WORD.finditer(text, first, last)]
    if len(spans) == 1 and text[slice(*spans[0])] in _codes_of_regions():
        return spans[0]
    for i, (start, _) in enumerate(spans):
        for _, end in reversed(spans[i : i + _TOWN_WORDS]):
            name = text[start:end].rstrip(".-")
            if name.casefold() in _known() and _is_written(name):
                return start, start + len(name)
    return None


def countries_in(text: str) -> list[str]:
    """The countries (ISO 3166-1 codes) whose names or regions stand in ``text``, most often first.

    Names that several countries have are passed over.
    """
    found: Counter[str] = Counter()
    for match in _region().finditer(text):
        if _is_written(match.group()):
            found.update(_codes()[match.group().casefold()])
    for match in _coded().finditer(text):
        found.update(code for code, names in _region_codes() if match["code"] in names)
    return [code for code, _ in found.most_common()]


def _is_written(name: str) -> bool:
    """Whether a name is written as one: "Us" and "us" are a pronoun."""
    return name.isupper() if len(name) <= _ABBREVIATION else name[0].isupper()


@cache
def _known() -> frozenset[str]:
    return words("places", "cities") | words("places", "elsewhere") | _codes().keys()


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    """The country of each name of a country or region, none where several have it."""
    found: dict[str, tuple[str, ...]] = {}
    for code, name in _named():
        found[name] = () if name in found else (code,)
    return found


def _named() -> Iterator[tuple[str, str]]:
    for table in ("countries", "regions"):
        for code, names in load_words("places")[table].items():
            for name in names:
                yield code, name


def _region_codes() -> list[tuple[str, list[str]]]:
    table: dict[str, list[str]] = load_words("places")["region_codes"]
    return list(table.items())


@cache
def _region() -> re.Pattern[str]:
    names = any_of(_codes())
    return re.compile(rf"(?<![\w.])(?=[A-Z])(?i:{names})(?!\w)")


@cache
def _coded() -> re.Pattern[str]:
    """A town with a region's letters: "Ely, MN 55731"."""
    names = "|".join(sorted(_codes_of_regions()))
    return re.compile(rf"[A-Z][\w.'-]+,\s?(?P<code>{names})(?=\s\d{{4,5}}\b|\s*(?:[,|•\t\n)]|$))")


@cache
def _codes_of_regions() -> frozenset[str]:
    return frozenset(name for _, names in _region_codes() for name in names)
