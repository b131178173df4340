"""What a posting asks for by a name that the lexicon does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from atscheck.documents.model import Span
from atscheck.jobs.clauses import Clause
from atscheck.matching.spans import names_in
from atscheck.skills.proficiency import LEVELS

_LONGEST = 5
"""The most words of such a name."""
_LEAST = 0.4
"""The least chance of a name. Of those that no term of the lexicon touches, 50 of 63 touch one of
SkillSpan's; below it 17 of 32 do (training part, told by networks that had not seen the posting).
Single everyday words ("integration") are no worse than the others."""

_EDGE = re.compile(
    r"^(?:an?|the|of|in|and|or|with|for|your|our)\b|\b(?:of|in|and|or|with|for|to|on)$"
)


def find_unseen(clauses: Sequence[Clause], named: Sequence[Span]) -> Iterator[tuple[Clause, Span]]:
    """What the clauses ask for by a name that is none of the places ``named``."""
    taken = {at for span in named for at in range(span.start, span.end)}
    for clause, names in zip(clauses, names_in([c.text for c in clauses]), strict=True):
        for name in names:
            span = Span(clause.span.start + name.start, clause.span.start + name.end)
            sure = name.chance >= _LEAST and _is_name(clause.text[name.start : name.end])
            if sure and taken.isdisjoint(range(span.start, span.end)):
                yield clause, span


def _is_name(text: str) -> bool:
    if len(text.split()) > _LONGEST or _EDGE.search(text.casefold()) or text in LEVELS:
        return False
    return re.search(r"[<>@:;]", text) is None
