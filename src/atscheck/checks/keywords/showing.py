"""How to show a keyword that is missing: a sentence to start from, and what comes near it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from atscheck.documents.model import Document
from atscheck.matching.model import Evidence, Match
from atscheck.skills.model import Keyword, Target

_NAMED = 12
"""Keywords that one finding names before it only counts them."""

_EXAMPLES = 3
"""Missing keywords for which one finding gives a sentence."""


@dataclass(frozen=True, slots=True)
class Near:
    """A statement with a wider term ("deep learning") where a missing ``term`` ("PyTorch") may fit.

    Only the writer knows whether it does.
    """

    term: str
    evidence: Evidence


def phrasing(target: Target, name: str) -> str | None:
    """The target's sentence for the keyword ``name``, its slots kept, if it has one."""
    return next((p.text for p in target.phrasing if name in p.keywords), None)


def sentence(target: Target, keyword: Keyword) -> str:
    """A sentence to start from: the target's own, else one with slots for all but the keyword."""
    own = phrasing(target, keyword.name)
    return own or f"{{what you did}} with {keyword.terms[0].name}, {{the result, with an amount}}"


def near(keyword: Keyword, matches: Iterable[Match]) -> Near | None:
    """The first statement that shows a term which one of the keyword's terms is evidence for."""
    wider = {name: term.name for term in reversed(keyword.terms) for name in term.implies}
    if not wider:
        return None
    shown = [
        (e, wider[term.entry])
        for match in matches
        for term in match.keyword.terms
        if term.entry in wider
        for e in match.claims
        if e.term == term.name and e.in_context and not e.weak and e.form != "implied"
    ]
    first = min(shown, key=lambda pair: pair[0].span.start, default=None)
    return None if first is None else Near(first[1], first[0])


def how_to_show(
    keywords: Sequence[Keyword], target: Target, matches: Iterable[Match], document: Document
) -> str:
    """What to do about missing keywords, with a sentence for each of the first ones."""
    every = tuple(matches)
    if len(keywords) == 1:
        text = "if you have done it, say so in a statement, for example: "
        text += sentence(target, keywords[0])
    else:
        texts = (f"{first_named(k)}: {sentence(target, k)}" for k in keywords[:_EXAMPLES])
        text = f"show those that are true of you in statements, for example {' / '.join(texts)}"
    found = next((n for k in keywords if (n := near(k, every)) is not None), None)
    if found is None:
        return text
    line = document.line_at(found.evidence.span.start).number
    return (
        f'{text}; line {line} names "{document.quote(found.evidence.span)}": '
        f"if {found.term} was part of it, name it there"
    )


def first_named(keyword: Keyword) -> str:
    """The keyword's first term, where a message names many keywords."""
    return keyword.terms[0].name


def either(keyword: Keyword) -> str:
    """The keyword with what would do instead of it: "Java or Kotlin", "Go or one of 4 others"."""
    names = [term.name for term in keyword.terms]
    if len(names) <= 2:
        return " or ".join(names)
    return f"{names[0]} or one of {len(names) - 1} others"


def listed(names: Iterable[str]) -> str:
    """Names, each once: the first dozen, then how many more there are."""
    every = list(dict.fromkeys(names))
    more = len(every) - _NAMED
    return "; ".join(every[:_NAMED]) + (f"; and {more} more" if more > 0 else "")
