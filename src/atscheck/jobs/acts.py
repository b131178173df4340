"""Terms of the lexicon that a posting asks for in everyday words (words/posting_acts.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from atscheck.data import load_words
from atscheck.documents.model import Span
from atscheck.jobs.clauses import Clause
from atscheck.jobs.cues import any_of


def find_acts(clauses: Iterable[Clause]) -> Iterator[tuple[Clause, str, Span]]:
    """In each clause the terms that it asks for otherwise than by their names, each once.

    "Explain technical matters to councillors" asks for communication. A wording is searched for in
    postings only.
    """
    for clause in clauses:
        for term, pattern in _acts().items():
            if found := pattern.search(clause.text):
                at = clause.span.start
                yield clause, term, Span(at + found.start(), at + found.end())


@cache
def _acts() -> dict[str, re.Pattern[str]]:
    return {term: any_of(ways) for term, ways in load_words("posting_acts")["acts"].items()}
