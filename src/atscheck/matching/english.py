"""Common English words: what is neither a misspelt skill nor an acronym in lower case."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from atscheck.data import load_words

# Regular endings, each with what the base form may have in its place.
_ENDINGS = (
    ("s", ("",)), ("es", ("",)), ("ies", ("y",)), ("ed", ("", "e")), ("ied", ("y",)),
    ("ing", ("", "e")), ("ings", ("", "e")), ("er", ("", "e")), ("ers", ("", "e")),
    ("est", ("", "e")), ("ier", ("y",)), ("iest", ("y",)), ("ly", ("",)), ("ily", ("y",)),
    ("ness", ("",)), ("iness", ("y",)),
)  # fmt: skip


_VOWELS = frozenset("aeiouy")
"""What stands before a doubled consonant: "planned", not "plumbbed"."""


@cache
def _bases() -> frozenset[str]:
    words: str = load_words("english")["words"]
    return frozenset(word for word in words.split() if not _VOWELS.isdisjoint(word))


@lru_cache(maxsize=20_000)
def is_english(word: str) -> bool:
    """Whether ``word`` (lower case, American spelling) is a common English word or a form of one.

    The words are those of keywords/words/english.toml (SCOWL up to size 40).
    """
    return any(base in _bases() for base in base_forms(word))


def base_forms(word: str) -> Iterator[str]:
    """``word`` and what it may be a regular inflection of: "planned" gives "planne", "plan" too."""
    yield word
    for ending, replacements in _ENDINGS:
        stem = word.removesuffix(ending)
        if len(stem) == len(word) or len(stem) < 2:
            continue
        yield from (stem + replacement for replacement in replacements)
        if len(stem) > 3 and stem[-1] == stem[-2] and stem[-3] in _VOWELS:
            yield stem[:-1]
