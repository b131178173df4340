"""The terms that a posting mentions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from atscheck.data import load_words
from atscheck.documents.model import Document, Span
from atscheck.jobs.acts import find_acts
from atscheck.jobs.asides import is_aside
from atscheck.jobs.clauses import Clause
from atscheck.jobs.unseen import find_unseen
from atscheck.matching import find_terms
from atscheck.matching.meaning import meant
from atscheck.resume.model import Passage
from atscheck.skills.lexicon import load_lexicon

_ITEMS = re.compile(r"[,/|•\t]")

_DEGREES = "degrees"
"""The field of the terms that are degrees."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a posting asks for a term, and the clause that it stands in.

    Attributes:
        told: whether everyday words ask for it, which nobody would search for.
    """

    name: str
    span: Span
    clause: Clause
    told: bool = False


def find_mentions(clauses: Sequence[Clause], document: Document) -> tuple[Mention, ...]:
    """The lexicon's terms in the clauses that ask for something, in the posting's order.

    A term inside a longer one is no mention of its own ("machine learning" in "machine learning
    engineer"), an acronym is one of the term that fits the posting, and what is named by the way
    is none at all. A degree is none either: it is read as the posting's requirement; and none is a
    trait of character, which no word can show. Names that the lexicon does not have come from the
    model of models/postings.
    """
    asking = [clause for clause in clauses if clause.tier is not None]
    starts = [clause.span.start for clause in asking]
    terms = load_lexicon().terms
    mentions: list[Mention] = []
    evidence = find_terms([_passage(clause, document) for clause in asking])
    for e in meant(evidence, terms):
        clause, term = asking[bisect_right(starts, e.span.start) - 1], terms[e.term]
        if term.field == _DEGREES or term.name in _traits():
            continue
        at = clause.span.start
        if not is_aside(clause, e.span.start - at, e.span.end - at, term, e.form):
            mentions.append(Mention(e.term, e.span, clause))
    said = {(mention.name, mention.clause) for mention in mentions}
    mentions += (
        Mention(name, span, clause, told=True)
        for clause, name, span in find_acts(asking)
        if (name, clause) not in said
    )
    named = [e.span for own in evidence.values() for e in own]
    for clause, span in find_unseen(asking, named):
        mentions.append(Mention(" ".join(document.quote(span).split()), span, clause))
    return tuple(sorted(mentions, key=lambda mention: mention.span.start))


@cache
def _traits() -> frozenset[str]:
    return frozenset(load_words("postings")["traits"]["names"])


def _passage(clause: Clause, document: Document) -> Passage:
    """The clause as the matcher reads it: a list of skills where it looks like one."""
    lead = len(clause.text) - len(clause.text.lstrip())
    start, text = clause.span.start + lead, clause.text.strip()
    lines = document.line_at(start).number, document.line_at(clause.span.end - 1).number
    words = len(text.split())
    listed = clause.part == "stack" or words <= 3 * (len(_ITEMS.findall(text)) + 1)
    return Passage(
        "list" if listed else "sentence",
        "skills" if listed else "experience",
        text,
        tuple(range(start, start + len(text))),
        lines,
    )
