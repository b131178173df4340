"""The verb that a statement opens with (words/verbs.toml)."""

from __future__ import annotations

import re

from atscheck.resume.words import words

_LONGEST = 120  # characters of a statement that are looked at
_MOST_WORDS = 5  # words before the verb, itself included


def first_verb(text: str) -> str | None:
    """The verb that a statement opens with, as written, or None if it opens with none."""
    if not text[:1].isalpha():
        return None
    found = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*|[:;.,(]", text[:_LONGEST])
    for place, word in enumerate(found[:_MOST_WORDS]):
        lowered = word.casefold()
        if lowered in words("verbs", "verbs"):
            return None if _is_noun(lowered, found[place + 1 :]) else word
        if lowered not in words("verbs", "leads") and not lowered.endswith("ly"):
            return None
    return None


def _is_noun(word: str, following: list[str]) -> bool:
    """Whether what may be a base form is rather a noun: "design of ...", "Cook (nights)"."""
    if word.endswith(("ed", "ing")) or not following:
        return False
    return following[0] in ("of", ":", "(") or all(w[0].isupper() for w in following if len(w) > 3)
