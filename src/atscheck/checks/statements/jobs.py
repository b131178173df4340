"""The statements of each job, as the rules about how they are put look at them."""

from __future__ import annotations

from collections.abc import Sequence

from atscheck.checks.quotes import shortened
from atscheck.checks.rule import Facts
from atscheck.resume.belonging import owners
from atscheck.resume.model import Bullet, Passage, Position, SectionKind
from atscheck.resume.roles import is_organisation, is_title

WORK: frozenset[SectionKind] = frozenset(["experience", "projects", "research", "volunteering"])
"""Sections whose statements say what was done; a list of prizes or a profile is read otherwise."""

_SHOWN = 3
_FIRST = 6
"""How many words of a statement name it among others."""


def at_work(facts: Facts) -> list[Bullet]:
    """The claims of what was done in jobs, projects and the like."""
    return [b for b in facts.resume.bullets if b.passage.section in WORK]


def by_job(facts: Facts) -> list[tuple[Position, list[Passage]]]:
    """Each job with the visible passages below its head."""
    passages = [p for p in facts.resume.passages if p.text and not p.hidden]
    positions = facts.resume.positions
    held: dict[int, list[Passage]] = {}
    numbers = owners((p.offsets[0] for p in passages), facts.resume)
    for number, passage in zip(numbers, passages, strict=True):
        if number is not None and not passage.span().overlaps(positions[number].span):
            held.setdefault(number, []).append(passage)
    return [(positions[number], own) for number, own in held.items()]


def named(position: Position) -> str:
    """What a message calls a job, by what is surely its title or its employer."""
    if is_title(position.title or ""):
        return str(position.title)
    if is_organisation(position.organisation or ""):
        return f"the job at {position.organisation}"
    return "a job"


def told(parts: Sequence[str]) -> str:
    """The first few of ``parts``, and how many more there are."""
    more = f" and {len(parts) - _SHOWN} more" if len(parts) > _SHOWN else ""
    return ", ".join(parts[:_SHOWN]) + more


def beginning(text: str) -> str:
    """The first words of a statement, in quotation marks."""
    words = text.split()
    end = " …" if len(words) > _FIRST else ""
    return f'"{shortened(" ".join(words[:_FIRST]))}{end}"'
