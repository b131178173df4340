"""A statement read as an achievement: the action, what it was done to, and what came of it.

Guides ask for "accomplished X, as measured by Y, by doing Z". The reading goes by the verb that the
statement opens with, the words that begin a result, and its amounts (words/achievements.toml).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from atscheck.resume.model import Bullet, Quantity
from atscheck.resume.words import either, words

Part = tuple[int, int]
"""Where a part stands in the statement's text: start and end."""
PartName = Literal["action", "object", "result"]


@dataclass(frozen=True, slots=True)
class Achievement:
    """The parts of a statement, each as its place in the statement's text, None where it lacks.

    Attributes:
        action: the verb that it opens with, with those joined to it ("Designed and built").
        object: what that was done to.
        result: what came of it: a clause ("reducing ...", "so that ...") or an amount ("to 40
            min"); an amount that is the object ("Saved $2M") or the action ("Doubled") stands in
            both.
    """

    action: Part | None
    object: Part | None
    result: Part | None

    @property
    def missing(self) -> tuple[PartName, ...]:
        """The parts that the statement lacks."""
        parts: tuple[tuple[PartName, Part | None], ...] = (
            ("action", self.action),
            ("object", self.object),
            ("result", self.result),
        )
        return tuple(name for name, part in parts if part is None)


def achievement(bullet: Bullet) -> Achievement:
    """The parts of a statement."""
    text = bullet.passage.text
    action = _action(text, bullet.verb)
    start = action[1] if action else 0
    result = _result(text, start, bullet.quantities, among=_form((bullet.verb or "").casefold()))
    thing = _object(text, start, result) if action else None
    return Achievement(action, thing, result)


def _action(text: str, verb: str | None) -> Part | None:
    """From the beginning to the end of the verbs that open the statement."""
    if verb is None:
        return None
    first = re.search(rf"(?<!\w){re.escape(verb)}(?!\w)", text)
    if first is None:
        return None
    end = first.end()
    while (joined := _JOINED.match(text, end)) and _is_like(joined[1], verb):
        end = joined.end()
    particle = _particle().match(text, end)
    return 0, particle.end() if particle else end


_JOINED = re.compile(
    r"(?:\s?,\s(?:and\s)?|\sand\s|\s?[&/]\s?)(?:[a-z]{1,20}ly\s)?([a-z]+(?:-[a-z]+)?)\b"
)


def _is_like(word: str, verb: str) -> bool:
    """Whether ``word`` is a verb in the form of ``verb``: "designed" and "built", not "tests"."""
    if word not in words("verbs", "verbs"):
        return False
    return _form(word) == _form(verb.casefold())


def _form(word: str) -> str:
    """In which form a verb stands, as far as its ending tells."""
    if word.endswith("ing"):
        return "ing"
    past = word.endswith("ed") or word in words("measures", "past")
    return "past" if past else "s" if word.endswith("s") else "base"


@cache
def _particle() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{either('achievements', 'particles')})(?=\s[^\W\d])(?!\sof\b)")


@cache
def _clauses() -> re.Pattern[str]:
    """The beginning of a clause that tells what came of the work, the clause as "told"."""
    joint = rf"(?:(?:{either('achievements', 'joints')})\s)?(?:[a-z]{1, 20}ly\s)?"
    having = r"(?:(?:has|have|had|also|in\sturn|directly)\s)?(?:[a-z]{1,20}ly\s)?"
    return re.compile(
        rf"(?:[,;–—]|\s-)\s?(?P<doing>{joint}(?:{either('achievements', 'results')})\b)"
        rf"|[\s,](?P<always>(?:{either('achievements', 'consequences')})\b)"
        rf"|[\s,](?P<which>(?:which|that)\s{having}(?:{either('achievements', 'effects')})\b)"
        rf"|\s(?P<purpose>(?:in\sorder\s|so\sas\s)?to\s(?:[a-z]{1, 20}ly\s)?"
        rf"(?:{either('achievements', 'purposes')})\s(?=\w))"
        rf"|[,;.]\s(?P<next>(?:and\s)?(?:{either('achievements', 'effects')})\s(?=\w))",
    )


def _result(text: str, start: int, quantities: tuple[Quantity, ...], *, among: str) -> Part | None:
    """The first clause or amount behind ``start`` that tells what came of the work.

    Behind verbs in -ing (``among``) another one goes on with the list of what was done.
    """
    amounts = [q for q in quantities if q.measures == "outcome"]
    clauses = _clauses().finditer(text, start)
    clause = next((c for c in clauses if among != "ing" or c.lastgroup != "doing"), None)
    if clause is not None:
        begin = clause.start(str(clause.lastgroup))
        if not amounts or begin <= amounts[0].start:
            return begin, _end(text, begin)
    if not amounts:
        return None
    first = amounts[0]
    if first.start < start:
        return first.start, first.end
    lead = _lead().search(text[: first.start])
    begin = lead.start("lead") if lead and lead.start("lead") >= start else first.start
    return begin, _phrase_end(text, first.end)


@cache
def _lead() -> re.Pattern[str]:
    """The preposition before an amount, through the words that only say "about"."""
    about = "|".join(sorted(words("measures", "about") - {"to"}))
    return re.compile(rf"\b(?P<lead>{either('achievements', 'leads')})\s(?:(?:{about})\s){{0,3}}$")


@cache
def _means() -> re.Pattern[str]:
    """Where a phrase ends: at a sentence's or clause's end, and where it tells how."""
    how = rf"\s(?:{either('achievements', 'means')})\s(?!\d|the\s)"
    stops = r"[;!?]|\.(?=\s|$)|:\s|\s[–—-]\s"
    return re.compile(rf"{stops}|{how}|,\s(?:and\s)?[a-z]{{1,20}}(?:ing|ed)\s|,\swhich\s")


def _phrase_end(text: str, begin: int) -> int:
    """The end of the phrase that goes on at ``begin``."""
    found = _means().search(text, begin)
    return found.start() if found else len(text.rstrip(" .,;"))


def _end(text: str, begin: int) -> int:
    """The end of the clause that begins at ``begin``."""
    found = re.compile(r"[;!?]|\.(?=\s|$)|\sby\s[a-z]{1,20}ing\b").search(text, begin)
    return found.start() if found else len(text)


def _object(text: str, start: int, result: Part | None) -> Part | None:
    """What stands between the action and the result, without how it was done."""
    end = _phrase_end(text, start + 1)
    if result is not None and result[0] > start and _filled(text[start : result[0]]):
        end = min(end, result[0])
    span = re.compile(r"\w.*\S|\w", re.DOTALL).search(text, start, end)
    if span is None:
        return None
    first, last = span.start(), len(_LOOSE_END.sub("", text[: span.end()]))
    while first > start and text[first - 1] in "$€£#(\"'“":
        first -= 1
    return (first, last) if last > first else None


_LOOSE_END = re.compile(r"(?:[ ,;:(–—-]|\s(?:and|&))+$")


def _filled(text: str) -> bool:
    """Whether a text holds more than words of no weight ("the", "about")."""
    plain = re.findall(r"\w+", text.casefold())
    return any(word not in words("measures", "about") for word in plain)
