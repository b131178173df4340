"""Misspelt keywords: words of the resume that are one or two letters away from a missing term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from atscheck.matching.english import is_english
from atscheck.matching.model import Evidence
from atscheck.matching.pipeline import PhraseIndex
from atscheck.matching.reading import Reading
from atscheck.matching.surfaces import same_word, surfaces_of
from atscheck.matching.tokens import Token, norms_of
from atscheck.skills.model import Keyword

_SHORTEST = 5


class _Wanted(NamedTuple):
    """A way to write a missing keyword: its words' norms, and the term's name."""

    keyword: str
    term: str
    norms: tuple[str, ...]


def find_typos(
    keywords: Sequence[Keyword], reading: Reading, index: PhraseIndex
) -> dict[str, tuple[Evidence, ...]]:
    """For each keyword that stands misspelt in the reading, where.

    Only a word that neither the lexicon nor English knows can be a misspelling, and only in a
    statement, a list or a title that a person can see.
    """
    suspects = [i for i in range(len(reading.tokens)) if _is_suspect(i, reading, index)]
    found: dict[str, list[Evidence]] = {}
    if not suspects:
        return {}
    for wanted in _wanted(keywords, index):
        for start in _places(wanted.norms, suspects, reading.tokens):
            passage = reading.passages[reading.passage_at(start)]
            span = reading.span(start, start + len(wanted.norms))
            evidence = Evidence(
                span, "typo", "typo", wanted.term, passage.section, passage.in_context
            )
            if evidence not in found.setdefault(wanted.keyword, []):
                found[wanted.keyword].append(evidence)
    return {
        name: tuple(sorted(evidence, key=lambda e: (e.span.start, e.span.end)))
        for name, evidence in found.items()
        if evidence
    }


def allowed_distance(length: int) -> int:
    """How many letters may be wrong: one from five letters, two from nine (performance.md, 4)."""
    return 0 if length < _SHORTEST else 1 if length < 9 else 2


def _wanted(keywords: Sequence[Keyword], index: PhraseIndex) -> Iterator[_Wanted]:
    for keyword in keywords:
        for term in keyword.terms:
            for surface in surfaces_of(term):
                norms = norms_of(surface.text, index.vocabulary)
                if not surface.context and max(map(len, norms), default=0) >= _SHORTEST:
                    yield _Wanted(keyword.name, term.name, norms)


def _is_suspect(at: int, reading: Reading, index: PhraseIndex) -> bool:
    token = reading.tokens[at]
    if len(token.norm) < _SHORTEST - 1 or not token.norm.isalpha() or token.link:
        return False
    if token.norm in index.words or is_english(token.norm):
        return False
    passage = reading.passages[reading.passage_at(at)]
    return passage.kind not in ("contact", "heading") and not passage.hidden


def _places(
    norms: Sequence[str], suspects: Sequence[int], tokens: Sequence[Token]
) -> Iterator[int]:
    """Where ``tokens`` have ``norms`` with one of the suspects a misspelling, by first token."""
    for number, word in enumerate(norms):
        for at in suspects:
            start = at - number
            if start < 0 or not _is_misspelling(tokens[at].norm, word):
                continue
            window = [token.norm for token in tokens[start : start + len(norms)]]
            others = zip(window, norms, strict=False)
            if len(window) == len(norms) and all(
                i == number or a == b or same_word(a, b) for i, (a, b) in enumerate(others)
            ):
                yield start


def _is_misspelling(written: str, word: str) -> bool:
    """Whether ``written`` is ``word`` with a letter or two wrong, and no other form of it."""
    allowed = allowed_distance(len(word))
    if written[0] != word[0] or abs(len(written) - len(word)) > allowed or not word.isalpha():
        return False
    distance = OSA.distance(written, word, score_cutoff=allowed)
    return 0 < distance <= allowed and not same_word(written, word)
