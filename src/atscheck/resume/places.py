"""Places: whether a text names one, and in which country it is (words/places.toml)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from atscheck.data import load_words
from atscheck.resume.roles import is_organisation, is_title
from atscheck.resume.words import words

_STATE = re.compile(r"[A-Z]{2}|[A-Z]\.\s?[A-Z]\w*")  # "CA", "S.Korea"
_TOWN_WORDS = 4
_ABBREVIATION = 3  # letters of a country's name that must be capitals
_TOWN = r"(?:[A-Z][\w.'-]{1,20}(?: (?=[A-Z])|)){1,3}"
_BETWEEN = r"[\s,()-]{1,4}(?:\d{3} ?\d{3}|\d{5})?[\s,()-]{0,4}"  # with a postal code


def is_place(text: str) -> bool:
    """Whether ``text`` is a place: a known one, or a town and a state's letters."""
    parts = [part.strip(" .-*") for part in text.split(",")]
    last = parts[-1]
    known = last.casefold() in _known()
    known = known or (len(parts) == 2 and bool(_STATE.fullmatch(last)))
    known = known and len(parts) <= 3 and all(len(part.split()) <= _TOWN_WORDS for part in parts)
    return known and not is_organisation(text) and not is_title(text)


def find_place(text: str) -> tuple[int, int] | None:
    """Where the first place stands in an address: a known one with a town before it."""
    for found in _place().finditer(text):
        if found["coded"] or _is_written(found["first"]):
            return found.start() + _before_town(found), found.end()
    return None


def _before_town(found: re.Match[str]) -> int:
    """How much of a match is an address before a known town ("Avenue Los Angeles, California")."""
    town = found["town"] or ""
    if found["first"] and found["first"].casefold() in words("places", "cities"):
        return len(town)
    for word in re.finditer(r"\S+", town):
        if town[word.start() :].strip(" ,").casefold() in _known():
            return word.start()
    return 0


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


def _either(names: frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))


@cache
def _region() -> re.Pattern[str]:
    names = _either(frozenset(_codes()))
    return re.compile(rf"(?<![\w.])(?=[A-Z])(?i:{names})(?!\w)")


@cache
def _coded() -> re.Pattern[str]:
    """A town with a region's letters: "Ely, MN 55731"."""
    names = "|".join(sorted({name for _, names in _region_codes() for name in names}))
    return re.compile(rf"[A-Z][\w.'-]+,\s?(?P<code>{names})(?=\s\d{{4,5}}\b|\s*(?:[,|•\t\n)]|$))")


@cache
def _place() -> re.Pattern[str]:
    codes = "|".join(sorted({name for _, names in _region_codes() for name in names}))
    known = rf"(?i:{_either(_known() - words('places', 'elsewhere'))})"
    return re.compile(
        rf"(?<!\w)(?P<town>{_TOWN},\s?(?=(?:{known})(?!\w)))?(?P<first>{known})(?!\w)"
        rf"(?:{_BETWEEN}(?:{known}|{codes})(?!\w)){{0,2}}"
        rf"|(?<!\w){_TOWN},\s?(?P<coded>{codes})(?!\w)"
    )
