"""Whether a text names a role, an employer (words/roles.toml) or a degree (words/degrees.toml)."""

from __future__ import annotations

import re
from functools import cache

from atscheck.data import load_words

_MOST_WORDS = 8  # a longer text is a sentence that mentions a role


def is_title(text: str) -> bool:
    """Whether ``text`` is short and names a role."""
    return len(text.split()) <= _MOST_WORDS and bool(_pattern("titles").search(text))


def is_organisation(text: str) -> bool:
    """Whether ``text`` has a word that employers' names have."""
    return bool(_pattern("organisations").search(text))


def is_degree(text: str) -> bool:
    """Whether ``text`` is nothing but a degree's name."""
    return text.strip(" .,:").casefold() in _degrees()


@cache
def _degrees() -> frozenset[str]:
    levels = load_words("degrees")["degrees"].values()
    return frozenset(name.strip(".") for names in levels for name in names)


@cache
def _pattern(key: str) -> re.Pattern[str]:
    words = sorted(load_words("roles")[key], key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
