"""A missing keyword where a weak statement supports it: what it names, the keyword is a kind of.

That a statement names Python does not show Django, so it is only asked whether that was part of it.
Each keyword is asked of the first such statement, and each statement for one keyword.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from atscheck.checks.rule import Facts
from atscheck.documents.model import Span
from atscheck.matching.model import Evidence
from atscheck.resume.model import Bullet
from atscheck.skills.model import Keyword


def worked_in(facts: Facts, weak: Iterable[Bullet]) -> Mapping[int, str]:
    """For the place of a weak statement what to add to its suggestion."""
    shown = [(e, broader) for e, broader in _shown(facts)]
    missing = [m.keyword for m in facts.matches if m.status == "missing"]
    missing.sort(key=lambda keyword: keyword.tier != "must")
    advice: dict[int, str] = {}
    for bullet in weak if missing and shown else ():
        span = bullet.passage.span()
        named = {broader for e, broader in shown if _within(e.span, span)}
        fitting = (k for k in missing if any(named & set(t.implies) for t in k.terms))
        keyword = next(fitting, None)
        if keyword is not None:
            missing.remove(keyword)
            advice[span.start] = f"; if {_said(keyword, named)} was part of it, name it here"
    return advice


def _shown(facts: Facts) -> Iterator[tuple[Evidence, str]]:
    """What the resume claims without doubt in its statements, each with its canonical name."""
    for match in facts.matches:
        names = {term.name: term.entry for term in match.keyword.terms}
        for claim in match.claims:
            if claim.in_context and not claim.weak and claim.form != "implied":
                yield claim, names.get(claim.term, claim.term)


def _within(part: Span, whole: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _said(keyword: Keyword, named: set[str]) -> str:
    """The first term of a keyword that is a kind of what is ``named``, quoted."""
    term = next(t for t in keyword.terms if named & set(t.implies))
    return f'"{term.name}"'
