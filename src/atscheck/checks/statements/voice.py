"""AC: who speaks in a statement, and of whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from atscheck.checks import sources
from atscheck.checks.quotes import shortened
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.checks.statements.jobs import at_work
from atscheck.checks.statements.openings import base, capital, opening, past
from atscheck.data import load_words
from atscheck.resume.model import SectionKind

# "I", "my" and the like as words: not "Phase I", "I/O", "A.I." or "Engineer I".
_FIRST_PERSON = re.compile(
    r"(?<![\w./&-])(?:I(?=\s+[a-z])|I'(?:m|ve|ll|d)(?!\w)|(?:[Mm]y|[Mm]yself|me)(?![\w/.-]))"
)
_ROMAN = re.compile(
    r"(?:phase|part|level|grade|class|type|tier|stage|section|engineer|analyst|developer|"
    r"volume|chapter|unit|semester|year|tech|technician|manager|specialist)[\s-]+$",
    re.IGNORECASE,
)
# The declaration that resumes close with in some countries: it speaks for its writer by custom.
_DECLARES = re.compile(
    r"\bI\b.{0,30}\b(?:(?:hereby|solemnly)\s+\w+|(?:declare|certify|affirm)\s+that)\b|"
    r"\bmy knowledge and belief\b",
    re.IGNORECASE,
)
_HAVE = re.compile(r"(?:.*\s)?(?:have|had|I've)\s*$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)
_ABOUT: frozenset[SectionKind] = frozenset(["summary", "objective"])
"""Sections about the writer, in which many guides allow the first person."""


@rule(
    "AC301",
    Severity.INFO,
    source=sources.FIRST_PERSON,
    bad=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- I built the search index for 40 sites.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Presented my results to 40 managers.",
        "PROJECTS\nGarden planner\n- A tool that helped me and 3 friends to plan our beds.",
        "EXPERIENCE\nCook, Acme Inn, 2019 - 2022\n- When we opened, I've trained 12 new cooks.",
    ),
    good=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Built the I/O layer in phase I and II.",
        "DECLARATION\nI declare that the above is true to the best of my knowledge.",
        "SUMMARY\nI plan gardens for 12 towns, and my beds need no watering.",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Moved 12 towns to About.me and My.Acme pages.",
    ),
    most=3,
)
def first_person(facts: Facts) -> Iterator[Hit]:
    """Statement speaks in the first person.

    A resume's statements are about the writer anyway; by custom they start with the verb.
    """
    for bullet in facts.resume.bullets:
        text = bullet.passage.text
        if bullet.passage.section in _ABOUT or _DECLARES.search(text):
            continue
        duty = opening(text, "duties") or opening(text, "weak")
        found = _first_person(text, duty.end() if duty else 0)
        if found is not None:
            yield Hit(
                bullet.passage.span(),
                f'speaks in the first person ("{found[0]}"): "{shortened(text)}"',
                _impersonal(text, found),
            )


def _first_person(text: str, start: int) -> re.Match[str] | None:
    """The first such word from ``start`` on, where no other rule has taken it out already."""
    words = _FIRST_PERSON.finditer(text, start)
    return next((m for m in words if not _ROMAN.search(text[: m.start()])), None)


def _impersonal(text: str, found: re.Match[str]) -> str:
    """How to say it without the word ``found``."""
    in_front = text[: found.start()].rstrip()
    if found[0] not in ("I", "I've", "I'm") or (in_front and in_front[-1] not in ":-"):
        return f'say it without "{found[0]}"; where you can, start with the verb'
    if in_front:
        return f'leave out "{found[0]}" and start with the verb'
    lead = opening(text, "leads")
    out = (lead[0] if lead and found[0] == "I" else found[0]).strip()
    rest = _as_opening(text[len(out) :].strip(), out)
    return f'leave out "{out}": {capital(shortened(rest))}'


def _as_opening(rest: str, out: str) -> str:
    """What follows the words ``out`` that are left out, so that a statement may open with it."""
    first, _, others = rest.partition(" ")
    name = _words()["participles"].get(first.casefold()) if _HAVE.match(out) else None
    verb = past(name) if name else None
    article = _ARTICLE.match(rest)
    return f"{verb} {others}" if verb else rest[article.end() if article else 0 :]


@cache
def _words() -> dict[str, Any]:
    return load_words("voice")


_BE = r"(?:was|were|(?:has|have|had)\s+been|is\s+being|are\s+being)"
# What was done to the writer: "Was promoted to", "Have been given".
_TO_WRITER = re.compile(
    rf"{_BE}\s+(?:(?:also|later|[a-z]+ly)\s+)?(?P<verb>[a-z]+)\b", re.IGNORECASE
)
# A subject of a few words in front: "Weekly reports were written by me".
_TO_THING = re.compile(
    rf"(?P<thing>(?:[\w/&+#'-]+\s+){{1,8}}?){_BE}\s+(?:(?:also|then|later|[a-z]+ly)\s+)?"
    r"(?P<verb>[a-z]+)\b(?P<rest>[^.;]*)"
)
_CLAUSE = re.compile(
    r"\b(?:that|which|who|where|when|while|if|as|it|this|these|there|they|he|she|we|i|you|what|"
    r"all|some)\b",
    re.IGNORECASE,
)
_BY_ME = re.compile(r"\s+by\s+(?:me|myself)\b")
_BY_OTHERS = re.compile(r"^\s+(?:\w+\s+){0,3}by\s+(?!\w+ing\b|me\b|myself\b)")


@rule(
    "AC302",
    Severity.INFO,
    source=sources.ACTIVE_VOICE,
    bad=(
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Was promoted to team lead after 2 years.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Weekly reports were written by me.",
        "EXPERIENCE\nCook, Acme Inn, 2019 - 2022\n- Have been given the menu of 4 houses.",
        "PROJECTS\nGarden planner\n- The planner was developed in Python for 3 schools.",
    ),
    good=(
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Was awarded the prize of the year in 2021.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Wrote a guide that was printed 40 times.",
        "EXPERIENCE\nCook, Acme Inn, 2019 - 2022\n- Promoted to head cook of 4 houses.",
        "PROJECTS\nGarden planner\n- The planner was adopted by 3 schools.",
    ),
    most=3,
)
def passive(facts: Facts) -> Iterator[Hit]:
    """Statement in the passive: it leaves open who did the work.

    A reader looks for the writer's own part; the verb first says it in fewer words. Of a prize or
    of what others did, the passive is right, and nothing is said.
    """
    for bullet in at_work(facts):
        text = bullet.passage.text
        if opening(text, "duties") or opening(text, "weak"):
            continue
        advice = _own_turned(text) or _thing_turned(text)
        if advice:
            yield Hit(bullet.passage.span(), f'is in the passive: "{shortened(text)}"', advice)


def _own_turned(text: str) -> str | None:
    """How to tell by one's own act what was done to the writer ("was given")."""
    found = _TO_WRITER.match(text)
    turned: str | None = found and _words()["turned"].get(found["verb"].casefold())
    return f"say what you did: {turned}" if turned else None


def _thing_turned(text: str) -> str | None:
    """How to start with the verb where a thing was worked on ("reports were written")."""
    found = _TO_THING.match(text)
    if found is None or _CLAUSE.search(found["thing"]) or _BY_OTHERS.match(found["rest"]):
        return None
    if base(found["thing"].split()[0]) is not None:
        return None
    participle = found["verb"]
    name: str | None
    name = _words()["participles"].get(participle) or base(participle)
    hiding = name is not None and name in _words()["hiding"]
    verb = past(name) if name and hiding and name != participle else None
    if verb is None:
        return None
    thing = found["thing"].strip()
    first, _, others = thing.partition(" ")
    if first[1:].islower() or len(first) == 1:
        first = first.lower()
    rest = _BY_ME.sub("", found["rest"])
    better = shortened(f"{first} {others}".strip() + rest)
    return f"if you did it, start with the verb: {verb.capitalize()} {better}"
