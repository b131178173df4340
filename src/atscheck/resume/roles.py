"""Whether a text names a role or employer (words/roles.toml), a degree, or a place."""

from __future__ import annotations

import re
from functools import cache

from atscheck.data import load_words

_STATE = re.compile(r"[A-Z]{2}|[A-Z]\.\s?[A-Z]\w*")  # "CA", "S.Korea"
_MOST_WORDS = 10  # a longer text is a sentence that mentions a role


def is_title(text: str) -> bool:
    """Whether ``text`` is short and names a role."""
    return len(re.findall(r"\w+", text)) <= _MOST_WORDS and bool(_pattern("titles").search(text))


def is_organisation(text: str) -> bool:
    """Whether ``text`` has a word that employers' names have."""
    return bool(_pattern("organisations").search(text))


def is_degree(text: str) -> bool:
    """Whether ``text`` is nothing but a degree's name."""
    return text.strip(" .,:").casefold() in _degrees()


def is_place(text: str) -> bool:
    """Whether ``text`` is a place: one of words/places.toml, or a town and a state's letters."""
    parts = [part.strip(" .-*") for part in text.split(",")]
    last = parts[-1]
    known = last.casefold() in _places() or (len(parts) == 2 and bool(_STATE.fullmatch(last)))
    return known and len(parts) <= 3 and not is_organisation(text) and not is_title(text)


@cache
def _places() -> frozenset[str]:
    return frozenset(load_words("places")["places"])


@cache
def _degrees() -> frozenset[str]:
    levels = load_words("degrees")["degrees"].values()
    return frozenset(name.strip(".") for names in levels for name in names)


@cache
def _pattern(key: str) -> re.Pattern[str]:
    words = sorted(load_words("roles")[key], key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
