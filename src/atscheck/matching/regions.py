"""Countries and unions of countries that a text names, as requirements are compared by them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atscheck.data import load_words

_ABBREVIATION = 3
"""The longest name that must be written in capitals: "US" is a country, "us" is a pronoun."""


def regions_in(text: str) -> tuple[tuple[str, str], ...]:
    """The countries and unions named, as written and by code (ISO 3166-1, or "EU" and the like)."""
    found: dict[str, str] = {}
    for match in _named().finditer(text):
        name = match[0]
        written = name.replace(".", "")
        if written.isupper() if len(written) <= _ABBREVIATION else name[0].isupper():
            found.setdefault(_codes()[name.casefold()], name)
    return tuple((name, code) for code, name in found.items())


def is_within(code: str, region: str) -> bool:
    """Whether a country is ``region`` or a member of it."""
    return code == region or code in _unions().get(region, {}).get("members", [])


@cache
def _unions() -> dict[str, dict[str, list[str]]]:
    table: dict[str, dict[str, list[str]]] = load_words("demands")["unions"]
    return table


@cache
def _codes() -> dict[str, str]:
    """The code of each name, in lower case."""
    return {name.casefold(): code for code, name in _names()}


def _names() -> Iterator[tuple[str, str]]:
    for code, names in load_words("places")["countries"].items():
        for name in names:
            yield code, name
    for code, union in _unions().items():
        for name in union["names"]:
            yield code, name


@cache
def _named() -> re.Pattern[str]:
    some = "|".join(map(re.escape, sorted(_codes(), key=lambda name: (-len(name), name))))
    return re.compile(rf"(?<![\w.-])(?=[A-Z])(?:{some})(?![\w-])", re.IGNORECASE)
