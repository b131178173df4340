"""One sense per resume: what an ambiguous word means, told by the fields of the other terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from atscheck.matching.model import Evidence
from atscheck.matching.neighbours import norms_near
from atscheck.matching.phrases import Candidate
from atscheck.matching.reading import Reading
from atscheck.resume.places import is_region_code
from atscheck.skills.model import Term


class Judged(NamedTuple):
    """A candidate, what its place says, and whether that is open for want of neighbours."""

    candidate: Candidate
    evidence: Evidence
    open: bool


_ENOUGH = 3
_SHARE = 0.2
"""How many other terms of its field, and what share of all, make an open acronym a claim.

Chosen by reading what they changed in real resumes: with a smaller share XP was programming."""

_AROUND = 20
"""How many tokens before and behind an acronym may speak against it."""


def settled(
    judged: Sequence[Judged], reading: Reading, terms: Mapping[str, Term]
) -> Iterator[tuple[Candidate, Evidence]]:
    """Each candidate with its evidence, the open ones decided by what else the text names.

    Where the letters of several terms stand ("NLP"), it is the one that the text also names
    otherwise, else the one of the field that most of the other terms are of; the others are
    ambiguous, but for one that the target asks for by these letters. An open acronym counts
    among enough terms of its field.

    Args:
        judged: the candidates of a text.
        reading: the text.
        terms: the terms by name.
    """
    sure = {
        terms[c.term].entry: terms[c.term].field
        for c, e, _ in judged
        if e.status == "found" and not c.surface.context
    }
    fields = Counter(sure.values())
    least = max(_ENOUGH, _SHARE * fields.total())
    places: dict[tuple[int, int], dict[str, str]] = {}
    for c, _, _ in judged:
        term = terms[c.term]
        places.setdefault((c.start, c.end), {})[term.entry] = term.field
    for c, e, is_open in judged:
        term = terms[c.term]
        ranks = {
            entry: (entry in sure, fields[field]) for entry, field in places[c.start, c.end].items()
        }
        own = ranks.pop(term.entry)
        asked = c.surface.form == "exact" and term.canonical != ""
        doubted = c.surface.context and e.status == "found" and not asked
        if doubted and ranks and max(ranks.values()) > own:
            yield c, replace(e, status="ambiguous")
        elif is_open and own[1] >= least and _is_open_acronym(c, reading, term):
            rival = bool(ranks) and max(ranks.values()) > own
            yield c, e if rival else replace(e, status="found")
        else:
            yield c, e


def _is_open_acronym(candidate: Candidate, reading: Reading, term: Term) -> bool:
    """Whether it is in capitals, no state's letters, and nothing around it speaks against it."""
    written = reading.text(candidate.start, candidate.end)
    if not candidate.surface.short or is_region_code(written.replace(".", "")):
        return False
    around = reading.tokens[max(0, candidate.start - _AROUND) : candidate.end + _AROUND]
    against = {norms for phrase in term.never_near if len(norms := norms_near(phrase)) == 1}
    return against.isdisjoint((token.norm,) for token in around)
