"""Figures on packs, for those who keep them: how complete each is, and how unlike the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atscheck.skills.model import Target


@dataclass(frozen=True, slots=True)
class Statistics:
    """How complete a pack is.

    Attributes:
        must, good, skills, flags, phrasing, resources: how many it has of each.
        known: the share of its terms that the lexicon has, 0 to 1.
        nearest: the name of the pack that shares most with it; "" if none shares anything.
        overlap: what both ask for, as a share of what either does (Jaccard), 0 to 1.
    """

    name: str
    must: int
    good: int
    skills: int
    flags: int
    phrasing: int
    resources: int
    known: float
    nearest: str
    overlap: float


def statistics(packs: Sequence[Target]) -> tuple[Statistics, ...]:
    """The figures of each of ``packs``, compared with the others of them."""
    asked = {pack.name: _entries(pack) for pack in packs}
    return tuple(_statistics(pack, asked) for pack in packs)


def _statistics(pack: Target, asked: dict[str, frozenset[str]]) -> Statistics:
    terms = [term for keyword in pack.keywords for term in keyword.terms]
    own = asked[pack.name]
    overlap, nearest = max(
        ((_overlap(own, other), name) for name, other in asked.items() if name != pack.name),
        default=(0.0, ""),
    )
    must = sum(keyword.tier == "must" for keyword in pack.keywords)
    return Statistics(
        pack.name,
        must,
        len(pack.keywords) - must,
        len(pack.groups),
        len(pack.red_flags),
        len(pack.phrasing),
        len(pack.resources),
        sum(bool(term.field) for term in terms) / (len(terms) or 1),
        nearest if overlap else "",
        overlap,
    )


def _entries(pack: Target) -> frozenset[str]:
    """The terms that a pack asks for, by the names that the lexicon has for them."""
    return frozenset(term.entry for keyword in pack.keywords for term in keyword.terms)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)
