"""How a weak statement could be said: its own facts, a verb first, slots for what is left open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from atscheck.checks.quotes import shortened
from atscheck.checks.rule import Facts
from atscheck.checks.statements.openings import (
    LATER,
    base,
    capital,
    first_sentence,
    past,
    restated,
    verb_of,
)
from atscheck.checks.statements.questions import question, verbs_for
from atscheck.data import load_words
from atscheck.resume.model import Bullet

# An action in -ing that a duty goes on with.
_DOING = re.compile(r"(?:the\s+)?([a-z]+ing)\b(?!-)", re.IGNORECASE)


@cache
def _words() -> dict[str, Any]:
    return load_words("openings")


def is_current(facts: Facts, bullet: Bullet) -> bool:
    """Whether the job that the statement stands under lasts; by the last job above it."""
    start = bullet.passage.span().start
    above = [p for p in facts.resume.positions if p.span.start <= start]
    return bool(above) and above[-1].current


def slot(bullet: Bullet, better: str | None, rest: str) -> str:
    """Where an amount would go in the statement that ``better`` restates; "" if it names one.

    ``rest`` is what follows the statement's opening, to ask by where it could not be restated.
    """
    if bullet.quantified:
        return ""
    verb, _, thing = (better or "").partition(" ")
    return f", {{{question(verb or None, thing or rest)}}}"


def without_duty(facts: Facts, bullet: Bullet, phrase: re.Match[str]) -> str:
    """How the statement could say what was done, with a slot for the amount it does not name."""
    text, current = bullet.passage.text, is_current(facts, bullet)
    better = restated(text, phrase, current=current)
    rest = _one_action(first_sentence(text[phrase.end() :]))
    amount = slot(bullet, better, rest)
    if better is not None:
        return f"start with what you did: {better}{amount}"
    doing = _DOING.match(rest)
    verb = verb_of(doing[1], current=current) if doing else None
    if doing and verb and doing[1].casefold() not in _words()["trades"]:
        return f'start with the verb in place of "{doing[1]}": {capital(verb)} …'
    choices = _choices(verbs_for(rest, "choices"), current=current)
    return f"start with what you did ({choices}): {{verb}} {rest}{amount}"


def _one_action(text: str) -> str:
    """``text`` up to a later action in -ing or "for", shortened; a trade is no action."""
    for found in LATER.finditer(text):
        last = found[0].split()[-1].strip(",&").casefold()
        if last == "for" or (base(last) and last not in _words()["trades"]):
            return f"{shortened(text[: found.start()]).removesuffix(' …')} …"
    return shortened(text)


def with_own_part(facts: Facts, bullet: Bullet, phrase: re.Match[str]) -> str:
    """How the statement could name the writer's part, with a slot for the amount as well."""
    text, current = bullet.passage.text, is_current(facts, bullet)
    link = _link(phrase["phrase"].casefold())
    better = restated(text, phrase, current=current) if link == " of" else None
    rest = shortened(first_sentence(text[phrase.end() :]))
    amount = slot(bullet, better, rest)
    if better is not None:
        return f"say what you did yourself, for example, if it is true: {better}{amount}"
    first = rest.split(" ", 1)[0]
    if link == ", which helped" and base(first) == first:
        link = " to"
    about = rest if link == " of" else ""
    choices = _choices(verbs_for(about, "parts", people=False), current=current)
    own = f"{{verb}} {{your part}}{link} {rest}{amount}"
    return f"name your own part, its verb first ({choices}): {own}"


def _choices(verbs: Sequence[str], *, current: bool) -> str:
    """The verbs to choose from, as prose, in the tense of the job."""
    *most, last = (capital(verb if current else past(verb) or verb) for verb in verbs)
    return f"{', '.join(most)} or {last}, whichever is true"


def _link(phrase: str) -> str:
    """What joins one's own part to the rest of a statement that opened with ``phrase``."""
    last = phrase.rsplit(maxsplit=1)[-1]
    return str(_words()["links"].get(last, ", which helped"))
