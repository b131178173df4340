"""What an amount measures: what came of the work, or the size of what was handled.

"Cut costs by 30 %", "from 3 h to 40 min" and "saved $2M" tell an outcome; "a team of 5" and "200
nodes" the scope. What an amount follows and what it stands beside decide (words/measures.toml).
"""

from __future__ import annotations

import re
from functools import cache

from atscheck.resume.model import Measure, QuantityKind
from atscheck.resume.words import words

_WINDOW = 90
"""Characters before an amount in which the verb is looked for that it depends on."""
_NEAR = 4  # words between a verb and the amount that is its object
_BESIDE = 2  # words either side of an amount in which what it measures is named
_WORD = re.compile(r"[^\W\d_][\w'-]*|[;.:,!?](?=\s|$)|\d\S*")
_BOUND = frozenset(";.:!?")


def measured(text: str, start: int, end: int, kind: QuantityKind) -> Measure:
    """What the amount ``text[start:end]`` of that kind measures."""
    amount = text[start:end].casefold()
    if kind in ("rank", "factor") or amount.startswith("from ") or amount in _words("ideals"):
        return "outcome"
    before = _before(text, start)
    after = _after(text, end)
    beside = [*before[:_BESIDE], *after[:_BESIDE]]
    effects = [word for word in after[:3] if kind == "time" or word not in _words("timely")]
    if _any(beside, "metrics") or _any(effects, "effects"):
        return "outcome"
    place = next((word for word in before if word not in _words("about")), "")
    return "outcome" if _comes_of_the_work(place, before, after, kind) else "scope"


def _comes_of_the_work(place: str, before: list[str], after: list[str], kind: str) -> bool:
    """Whether an amount behind the word ``place`` tells an outcome."""
    verb, distance = _verb(before)
    if place in ("by", "to", "from"):
        return (place == "by" and kind == "percent") or verb in _words("changes")
    if place == "of":
        named = before[before.index("of") + 1 :][:1]
        return _any(named, "effects") or _any(named, "metrics")
    changed = verb in _words("changes") or verb in _words("gains")
    if kind == "percent":
        return changed or place == "top" or after[:1] != ["of"]
    if place in _words("places") and before[:2] not in (["in", word] for word in _words("gains")):
        return changed and kind == "time"
    return changed and distance < _NEAR


def _verb(before: list[str]) -> tuple[str, int]:
    """The nearest verb before an amount and how many words lie between, those of size apart.

    A base form is a verb only where the clause begins with it or "to" stands before it.
    """
    counted = 0
    for place, word in enumerate(before):
        first = before[place + 1 : place + 2] in ([], [","], ["to"], ["and"], ["that"], ["which"])
        sure = word.endswith(("ed", "ing")) or word in _words("past") or first
        if sure and (word in words("verbs", "verbs") or word in _words("changes")):
            return word, counted
        counted += word not in _words("about")
    return "", counted


def _before(text: str, start: int) -> list[str]:
    """The words of the same clause before ``start``, the nearest first."""
    found: list[str] = []
    for word in reversed(_WORD.findall(text[max(0, start - _WINDOW) : start].casefold())):
        if word in _BOUND:
            break
        found.append(word)
    return found


def _after(text: str, end: int) -> list[str]:
    """The words of the same clause behind ``end``."""
    found: list[str] = []
    for word in _WORD.findall(text[end : end + _WINDOW].casefold()):
        if word in _BOUND or word == "," or word in _words("clauses"):
            break
        found.append(word)
    return found


def _any(found: list[str], key: str) -> bool:
    return any(word in _words(key) for word in found)


@cache
def _words(key: str) -> frozenset[str]:
    return words("measures", key)
