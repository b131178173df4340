"""The word lists of keywords/words as sets and as patterns."""

from __future__ import annotations

import re
from functools import cache

from atscheck.data import load_words


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The list ``key`` of words/``name``.toml, in lower case."""
    return frozenset(word.casefold() for word in load_words(name)[key])


@cache
def either(name: str, key: str) -> str:
    """A pattern for any entry of the list ``key`` as it is written there, longest first."""
    entries = sorted(load_words(name)[key], key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, entries))


@cache
def common_words() -> frozenset[str]:
    """The common English words of words/english.toml."""
    english: str = load_words("english")["words"]
    return frozenset(english.split())
