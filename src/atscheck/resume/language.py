"""The language that a text is written in, by the small words that every sentence has.

The method of counting a language's most frequent words is Ingle's (1976, A Language Identification
Table); for a few hundred words it is as good as any, and it needs no model.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache

from atscheck.data import load_words

ENOUGH = 30
"""Words that it takes to tell a language. Judgement: a few names and skills have none."""

LEAST = 0.08
"""The share of a text's words that must be small ones of its language. Judgement, tried on 360 real
resumes: none in English was taken for another language, and lists of names were told nothing of."""

LEAD = 1.5
"""How many times as many small words the language must have as English, before a resume is said to
be in it. Judgement, on the safe side: what is taken for English is checked as before."""

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Language:
    """A language, or the script of many.

    Attributes:
        code: by ISO 639-1; of a script "".
        name: in English, to be told: "German", "Cyrillic letters".
        known: whether atscheck knows its headings and dates.
    """

    code: str
    name: str
    known: bool


def language_of(text: str) -> Language | None:
    """The language of ``text``; None where it is too short or too mixed to tell."""
    words = _WORD.findall(text.casefold())
    if len(words) < ENOUGH:
        return None
    if (script := _script(words)) is not None:
        return script
    counts = Counter(words)
    found = {code: sum(counts[w] for w in small) for code, small in _small_words().items()}
    code = max(found, key=lambda each: found[each])
    if found[code] < LEAD * found["en"]:
        code = "en"
    return _language(code) if found[code] >= LEAST * len(words) else None


def _script(words: list[str]) -> Language | None:
    """The script of most of the words, if it is not ours; a word is told by its first letter."""
    scripts = load_words("languages")["scripts"]
    names = Counter(
        unicodedata.name(first, "").partition(" ")[0].casefold()
        for first in (word[0] for word in words)
        if not first.isascii()
    )
    name, count = names.most_common(1)[0] if names else ("", 0)
    if name in scripts and 2 * count > len(words):
        return Language("", scripts[name], known=False)
    return None


@cache
def _small_words() -> dict[str, frozenset[str]]:
    table = load_words("languages")["languages"]
    return {code: frozenset(language["words"]) for code, language in table.items()}


@cache
def _language(code: str) -> Language:
    table = load_words("languages")
    return Language(code, table["languages"][code]["name"], known=code in table["known"])
