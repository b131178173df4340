"""The keywords that the mentions of a posting make."""

from __future__ import annotations

from collections.abc import Sequence

from atscheck.documents.model import Document
from atscheck.jobs.clauses import Clause
from atscheck.jobs.mentions import Mention
from atscheck.jobs.weights import by_position, weight_of
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Keyword, Term, Tier, Wording

_MOST_WORDINGS = 12
"""The most wordings of a keyword, which a resume's are held against: of words that count among
them ("manage 5 projects") there is no end. Judgement: a posting seldom has more than three."""


def keywords_of(
    mentions: Sequence[Mention],
    clauses: Sequence[Clause],
    title: str | None,
    document: Document,
    *,
    tiered: bool,
) -> tuple[Keyword, ...]:
    """A keyword for each term, in the posting's order.

    What is said outright decides the tier, above what duties and introduction only mention.
    """
    order = by_position(clauses)
    by_name: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_name.setdefault(mention.name, []).append(mention)
    lexicon = load_lexicon()
    keywords: list[Keyword] = []
    for name, places in by_name.items():
        said = [m for m in places if m.clause.firm] or places
        needed = [m for m in said if m.clause.tier == "must"]
        tier: Tier = "must" if needed or not tiered else "good"
        best = (needed or said)[0]
        term = lexicon.terms.get(name, Term(name))
        wordings = _wordings([m for m in (best, *places) if not m.told], document)
        names = {name, *(wording.text for wording in wordings)}
        weight = weight_of([place.clause for place in places], names, title, order)
        keywords.append(
            Keyword(
                name, (term,), tier, weight,
                text=_quoted(best, document), line=_line(best, document), wordings=wordings,
            )
        )  # fmt: skip
    return tuple(keywords)


def _wordings(mentions: Sequence[Mention], document: Document) -> tuple[Wording, ...]:
    """What the mentions write, each wording once, in their order, the first few."""
    wordings: dict[str, Wording] = {}
    for mention in mentions:
        text = _quoted(mention, document)
        wording = Wording(mention.name, text, _line(mention, document))
        wordings.setdefault(text.casefold(), wording)
    return tuple(wordings.values())[:_MOST_WORDINGS]


def _quoted(mention: Mention, document: Document) -> str:
    return " ".join(document.quote(mention.span).split())


def _line(mention: Mention, document: Document) -> int:
    return document.line_at(mention.span.start).number
