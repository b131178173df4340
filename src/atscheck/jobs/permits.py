"""The permission to work that a posting asks for.

Citizenship is not read: what a person's nationality is, is no business of atscheck.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from atscheck.documents.model import Document
from atscheck.jobs.clauses import Clause
from atscheck.jobs.quoting import quote
from atscheck.matching.regions import regions_in
from atscheck.skills.demand_words import any_of
from atscheck.skills.demands import Permit

_REFUSAL_REACH = 60
"""The most characters before "sponsor" in which it is said that nobody does."""


def permits_of(clauses: Sequence[Clause], document: Document) -> Iterator[Permit]:
    """Each permission to work asked for, and each clause that says that no visa is sponsored.

    Such clauses speak of the company and its terms, so they are also read where they ask for no
    skill, if they say whom they mean; not among benefits. One that names no region says nothing
    beside one that does.
    """
    asked = [*_in_clauses(clauses, document)]
    placed = [permit for permit in asked if permit.regions]
    yield from placed or asked


def _in_clauses(clauses: Sequence[Clause], document: Document) -> Iterator[Permit]:
    for clause in clauses:
        if clause.part in ("benefits", "page"):
            continue
        at = _asked(clause.text, firm=clause.tier is not None)
        if at is not None:
            names = tuple(name for name, _ in regions_in(clause.text))
            yield Permit(*quote(clause, at, document), names)


def _asked(text: str, *, firm: bool) -> int | None:
    """Where a clause asks for the permission."""
    if any_of("permits", "not_asked").search(text):
        return None
    found = any_of("permits", "names").search(text)
    if found and (firm or any_of("permits", "askers").search(text)):
        return found.start()
    for found in any_of("permits", "sponsor").finditer(text):
        before = text[max(0, found.start() - _REFUSAL_REACH) : found.end() + _REFUSAL_REACH]
        if any_of("permits", "refusals").search(before) and re.search(
            r"\b(?:visas?|work|immigration|employment)\b", text, re.IGNORECASE
        ):
            return found.start()
    return None
