"""The terms that a posting mentions, and the keywords and alternatives that they make."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from atscheck.data import load_words
from atscheck.documents.model import Document, Span
from atscheck.jobs.asides import is_aside
from atscheck.jobs.clauses import Clause
from atscheck.jobs.unseen import find_unseen
from atscheck.matching import find_terms
from atscheck.matching.meaning import meant
from atscheck.resume.model import Passage
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Keyword, Term, Tier

_OR = re.compile(r"\s*,?\s*(?:or|and/or|or even)\s+", re.IGNORECASE)
_SLASH = re.compile(r"\s*/\s*")
_COMMA = re.compile(r"\s*,\s*")
_OR_SUCH = re.compile(
    r"\s*,?\s*or\s+(?:an? |any |some )?(?:an)?"
    r"(?:other|similar|equivalent|comparable|related|relevant)\b",
    re.IGNORECASE,
)
_ONE_OF = re.compile(r"\b(?:any|one|either)(?: or more)? of\b", re.IGNORECASE)
_ITEMS = re.compile(r"[,/|•\t]")

_DEGREES = "degrees"
"""The field of the terms that are degrees."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a posting names a term, and the clause that it stands in."""

    name: str
    span: Span
    clause: Clause


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


def keywords_of(
    mentions: Sequence[Mention], document: Document, *, tiered: bool
) -> tuple[Keyword, ...]:
    """A keyword for each term, in the posting's order.

    What is said outright decides the tier, above what duties and introduction only mention. The
    weight grows with the number of mentions, up to double.
    """
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
        keywords.append(
            Keyword(
                name, (term,), tier, min(2.0, 1 + 0.25 * (len(places) - 1)),
                text=document.quote(best.span).replace("\n", " "),
                line=document.line_at(best.span.start).number,
            )
        )  # fmt: skip
    return tuple(keywords)


def options_of(mentions: Sequence[Mention], document: Document) -> tuple[tuple[str, ...], ...]:
    """The groups of terms of which any will do ("PyTorch or JAX", "Java/Kotlin"), none in two.

    A term that the posting also demands for itself is in none.
    """
    found: list[list[Mention]] = [
        group for run in _runs(mentions, document) for group in _alternatives(run) if group[1:]
    ]
    optional = {mention for group in found for mention in group}
    demanded = {
        m.name for m in mentions if m.clause.firm and m.clause.tier == "must" and m not in optional
    }
    groups: list[list[str]] = []
    for group in found:
        names = [mention.name for mention in group if mention.name not in demanded]
        touching = [other for other in groups if set(other) & set(names)]
        groups = [other for other in groups if other not in touching]
        groups.append(list(dict.fromkeys([n for other in touching for n in other] + names)))
    return tuple(tuple(group) for group in groups if group[1:])


@dataclass(frozen=True, slots=True)
class _Item:
    """A mention in a list.

    Attributes:
        joint: what joins it to the one before it: "", ",", "/" or "or".
        open: whether the words around the list say that any will do ("one of", "or similar").
    """

    mention: Mention
    joint: str
    open: bool


def _runs(mentions: Sequence[Mention], document: Document) -> Iterator[list[_Item]]:
    """The terms that only commas, slashes and "or" stand between."""
    run: list[_Item] = []
    last: Mention | None = None
    for mention in mentions:
        joint = "" if last is None else _joint(document, last, mention)
        if not joint:
            if run:
                yield run
            run = []
        run.append(_Item(mention, joint, _is_open(mention, first=not joint)))
        last = mention
    if run:
        yield run


def _is_open(mention: Mention, *, first: bool) -> bool:
    clause = mention.clause
    before = clause.text[: mention.span.start - clause.span.start]
    after = clause.text[mention.span.end - clause.span.start :]
    return bool(_OR_SUCH.match(after)) or (first and bool(_ONE_OF.search(before[-40:])))


def _joint(document: Document, last: Mention, mention: Mention) -> str:
    if last.clause != mention.clause or mention.span.start < last.span.end:
        return ""
    between = document.text[last.span.end : mention.span.start].replace("\n", " ")
    for joint, pattern in (("or", _OR), ("/", _SLASH), (",", _COMMA)):
        if pattern.fullmatch(between):
            return joint
    return ""


def _alternatives(run: Sequence[_Item]) -> Iterator[list[Mention]]:
    """The groups of alternatives in a list.

    "A, B or C" is one; of "A, B/C" only what the slash joins is.
    """
    if run[-1].joint == "or" or run[0].open or run[-1].open:
        yield [item.mention for item in run]
        return
    group: list[Mention] = []
    for item in run:
        if item.joint == ",":
            yield group
            group = []
        group.append(item.mention)
    yield group
