"""The lexicon's terms that a resume claims and a target does not ask for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from atscheck.documents.model import Span
from atscheck.matching.meaning import meant
from atscheck.matching.model import Evidence, Other
from atscheck.skills.model import Term

_FIELDS_APART = frozenset(["soft-skills", "degrees", "languages"])
"""Fields of what nobody searches for by that word, or is filed apart from skills."""


def find_others(
    evidence: Mapping[str, Sequence[Evidence]],
    terms: Mapping[str, Term],
    asked: Collection[str],
    apart: Collection[Span],
) -> tuple[Other, ...]:
    """The terms that are claimed and not asked for: those in most statements first.

    Soft skills, degrees and spoken languages are left out, and what stands ``apart``.

    Args:
        evidence: by the name of the term.
        terms: the terms by name.
        asked: the entries of the lexicon that the target asks for.
        apart: the places of headings and names.
    """
    claims: dict[str, list[Evidence]] = {}
    skills = {
        name: own
        for name, own in evidence.items()
        if name in terms and terms[name].field not in _FIELDS_APART
    }
    for e in meant(skills, terms):
        term = terms[e.term]
        if term.entry in asked:
            continue
        if not any(e.span.overlaps(span) for span in apart):
            claims.setdefault(term.name, []).append(e)
    others = [Other(name, terms[name].field, tuple(own)) for name, own in claims.items()]
    return tuple(sorted(others, key=lambda o: (-o.uses, -len(o.claims), o.claims[0].span.start)))
