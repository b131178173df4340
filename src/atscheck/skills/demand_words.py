"""The word lists by which demands are asked for and told (words/demands.toml), as patterns."""

from __future__ import annotations

import re
from functools import cache

from atscheck.data import load_words


@cache
def demand_words(table: str, key: str) -> frozenset[str]:
    """One list of words/demands.toml."""
    return frozenset(load_words("demands")[table][key])


@cache
def either_of(table: str, key: str) -> str:
    """The source of a pattern for any phrase of a list, longest first, as whole words."""
    phrases = sorted(demand_words(table, key), key=lambda phrase: (-len(phrase), phrase))
    some = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return rf"(?<![\w-])(?:{some.replace(chr(39), '[' + chr(39) + '’]')})(?![\w-])"


@cache
def any_of(table: str, key: str) -> re.Pattern[str]:
    """The same as a pattern, in any case."""
    return re.compile(either_of(table, key), re.IGNORECASE)
