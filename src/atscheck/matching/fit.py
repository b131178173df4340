"""Which roles a resume reads like: how much it covers of each pack, and whose titles it bears."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from atscheck.matching.matcher import claimed
from atscheck.matching.requirements.titles import title_words
from atscheck.resume.model import Resume
from atscheck.skills.lexicon import Lexicon, load_lexicon
from atscheck.skills.model import Term
from atscheck.skills.outlines import Outline

GOOD = 0.5
"""What a good-to-have keyword counts beside a must-have. Judgement."""

TITLE = 0.2
"""What bearing one of the role's titles counts, beside full coverage. Judgement: people of one
title do different work, and people change roles, so that what they cover must be able to decide."""

LEAST = 0.15
"""The score from which on a pack fits at all. Judgement."""

MOST_TOLD = 5
"""The most keywords named as a reason."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a resume fits a pack.

    Attributes:
        score: 0 to 1 by what is covered, where a keyword that few packs ask for counts more than
            one that many do, and up to `TITLE` more for a title. To order packs by; no figure of
            its own.
        must, good: the keywords of the pack that are covered.
        telling: those covered that fewest packs ask for, the first `MOST_TOLD`.
        held: the title of a job that is one of the role's; "" if none is.
    """

    pack: Outline
    score: float
    must: tuple[str, ...]
    good: tuple[str, ...]
    telling: tuple[str, ...]
    held: str


def fits(resume: Resume, packs: Sequence[Outline]) -> tuple[Fit, ...]:
    """How ``resume`` fits each of ``packs``, the best first."""
    lexicon = load_lexicon()
    asked = [_terms(pack, lexicon) for pack in packs]
    every = {term: None for keywords in asked for terms in keywords.values() for term in terms}
    shown = claimed(resume, tuple(every))
    # How many packs ask for what a keyword stands for.
    spread = Counter(entry for keywords in asked for entry in _entries(keywords))
    found = [
        _fit(pack, keywords, shown, _weights(keywords, spread, len(packs)), resume)
        for pack, keywords in zip(packs, asked, strict=True)
    ]
    return tuple(sorted(found, key=lambda fit: (-fit.score, fit.pack.name)))


def _terms(pack: Outline, lexicon: Lexicon) -> dict[str, tuple[Term, ...]]:
    """The terms that meet each keyword of a pack."""
    names = {name: name.split(" | ") for name in (*pack.must, *pack.good)}
    fields = lexicon.fields_of(part for parts in names.values() for part in parts)
    return {
        name: tuple(lexicon.resolve(part, fields) for part in parts)
        for name, parts in names.items()
    }


def _entries(keywords: dict[str, tuple[Term, ...]]) -> set[str]:
    return {term.entry for terms in keywords.values() for term in terms}


def _weights(
    keywords: dict[str, tuple[Term, ...]], spread: Counter[str], packs: int
) -> dict[str, float]:
    """What each keyword counts: the less, the more packs ask for it (inverse document frequency).

    A keyword with alternatives counts as the mean of them.
    """
    return {
        name: sum(math.log(1 + packs / spread[t.entry]) for t in terms) / len(terms)
        for name, terms in keywords.items()
    }


def _fit(
    pack: Outline,
    keywords: dict[str, tuple[Term, ...]],
    shown: frozenset[str],
    weights: dict[str, float],
    resume: Resume,
) -> Fit:
    found = {name for name, terms in keywords.items() if any(t.name in shown for t in terms)}
    must = tuple(name for name in pack.must if name in found)
    good = tuple(name for name in pack.good if name in found)

    def worth(must: Iterable[str], good: Iterable[str]) -> float:
        return sum(weights[n] for n in must) + GOOD * sum(weights[n] for n in good)

    share = worth(must, good) / (worth(pack.must, pack.good) or 1)
    held = _held(pack, resume)
    telling = sorted((*must, *good), key=lambda name: -weights[name])[:MOST_TOLD]
    return Fit(pack, share + TITLE * bool(held), must, good, tuple(telling), held)


def _held(pack: Outline, resume: Resume) -> str:
    """The first job's title in the resume that is one of the role's, or has one as a part."""
    wanted = [title_words(title) for title in (pack.title, *pack.titles)]
    for position in resume.positions:
        title = position.title or ""
        # "Civil Engineer / Site Engineer" names two.
        parts = (title_words(part) for part in (title, *_BETWEEN.split(title)))
        if any(part and part in wanted for part in parts):
            return title
    return ""


_BETWEEN = re.compile(r"[/|,;&]")
