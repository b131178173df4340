"""What a posting asks for by a name that the lexicon does not have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from atscheck.documents.model import Span
from atscheck.jobs.clauses import Clause
from atscheck.matching.english import is_english
from atscheck.matching.spans import names_in

_LONGEST = 5
"""The most words of such a name."""
_EDGE = re.compile(
    r"^(?:an?|the|of|in|and|or|with|for|your|our)\b|\b(?:of|in|and|or|with|for|to|on)$"
)


def find_unseen(clauses: Iterable[Clause], named: Sequence[Span]) -> Iterator[tuple[Clause, Span]]:
    """What the clauses ask for by a name that is none of the places ``named``.

    A single everyday word ("integration") is none: nothing tells it from the word.
    """
    for clause in clauses:
        for start, end in names_in(clause.text):
            span = Span(clause.span.start + start, clause.span.start + end)
            if _is_name(clause.text[start:end]) and not any(span.overlaps(n) for n in named):
                yield clause, span


def _is_name(text: str) -> bool:
    words = text.split()
    everyday = all(is_english(word.casefold()) for word in words)
    if not 1 <= len(words) <= _LONGEST or (len(words) == 1 and everyday):
        return False
    return _EDGE.search(text.casefold()) is None and re.search(r"[<>@:;]", text) is None
