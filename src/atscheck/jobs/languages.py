"""The languages that a posting asks for, with their levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from atscheck.documents.model import Document
from atscheck.jobs.clauses import Clause
from atscheck.jobs.mentions import Mention
from atscheck.jobs.options import options
from atscheck.jobs.quoting import quote
from atscheck.skills.demands import Language
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.proficiency import Said, is_spoken, levels_of, rank_of

_FIELD = "languages"
"""The field of the terms that are languages."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A language in a clause, and its level."""

    start: int
    end: int
    name: str
    said: Said | None


def languages_of(mentions: Sequence[Mention], document: Document) -> Iterator[Language]:
    """Each language to be spoken; those that "or" joins are one demand that any of them meets."""
    terms = load_lexicon().terms
    spoken = [m for m in mentions if m.name in terms and terms[m.name].field == _FIELD]
    for clause, own in groupby(spoken, key=attrgetter("clause")):
        yield from _in_clause(clause, list(own), document)


def _in_clause(
    clause: Clause, mentions: Sequence[Mention], document: Document
) -> Iterator[Language]:
    places = [_place(mention) for mention in mentions]
    named = [
        _Named(start, end, mention.name, said)
        for mention, (start, end), said in zip(
            mentions, places, levels_of(clause.text, places), strict=True
        )
        if is_spoken(clause.text, start, end)
    ]
    for group in options(clause.text, named):
        names = tuple(dict.fromkeys(each.name for each in group))
        levels = [each.said for each in group if each.said is not None]
        lowest = min(levels, key=lambda said: rank_of(said.level), default=None)
        told = (lowest.level, lowest.words) if lowest else (None, None)
        yield Language(*quote(clause, group[0].start, document), names, *told)


def _place(mention: Mention) -> tuple[int, int]:
    start = mention.clause.span.start
    return mention.span.start - start, mention.span.end - start
