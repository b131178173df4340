"""A missing keyword where a weak statement supports it: what it names, the keyword is a kind of.

That a statement names Python does not show Django, so it is only asked whether that was part of it.
Each keyword is asked of the first such statement, and each statement for one keyword.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from atscheck.checks.rule import Facts
from atscheck.documents.model import Span
from atscheck.matching.model import Evidence
from atscheck.resume.model import Bullet
from atscheck.skills.model import Term


def worked_in(facts: Facts, weak: Iterable[Bullet]) -> Mapping[int, str]:
    """For the place of a weak statement what to add to its suggestion."""
    shown = facts.once(_shown)
    missing = [m.keyword for m in facts.matches if m.status == "missing"]
    missing.sort(key=lambda keyword: keyword.tier != "must")
    advice: dict[int, str] = {}
    for bullet in weak if missing and shown else ():
        span = bullet.passage.span()
        named = {broader for e, broader in shown if _within(e.span, span)}
        fitting = ((k, t) for k in missing for t in k.terms if _supports(named, t))
        keyword, term = next(fitting, (None, None))
        if keyword is not None and term is not None:
            missing.remove(keyword)
            advice[span.start] = f'; if "{term.name}" was part of it, name it here'
    return advice


def _shown(facts: Facts) -> list[tuple[Evidence, str]]:
    """What the resume claims without doubt in its statements, each with its canonical name."""
    shown: list[tuple[Evidence, str]] = []
    for match in facts.matches:
        names = {term.name: term.entry for term in match.keyword.terms} if match.found else {}
        shown.extend(
            (claim, names.get(claim.term, claim.term))
            for claim in match.claims
            if claim.in_context and not claim.weak and claim.form != "implied"
        )
    return shown


def _within(part: Span, whole: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _supports(named: Set[str], term: Term) -> bool:
    """Whether ``named`` makes ``term`` likely: what it implies first, or a part of its name.

    What it implies besides ("accounting" for SAP FICO) says too little.
    """
    words = term.name.casefold().split()
    parts = any(name.casefold() in words for name in named & set(term.implies))
    return bool(term.implies) and (parts or term.implies[0] in named)
