"""AC: who speaks in a statement, and of whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.openings import opening, shortened
from atscheck.checks.rule import Facts, Hit, Severity, rule
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
        if bullet.passage.section in _ABOUT:
            continue
        text = bullet.passage.text
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
    if not found[0].startswith("I"):
        return f'say it without "{found[0]}"; where you can, start with the verb'
    lead = opening(text, "leads")
    if lead is None or found[0] != "I" or found.start() > 0:
        return f'leave out "{found[0]}" and start with the verb'
    rest = shortened(text[lead.end() :])
    return f'leave out "{lead[0].strip()}": {rest[:1].upper()}{rest[1:]}'
