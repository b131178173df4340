"""Misspelt keywords: words of the resume that are one or two letters away from a missing term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from atscheck.matching.model import Evidence
from atscheck.matching.surfaces import singular, stem
from atscheck.matching.tokens import Token, Vocabulary, tokenize
from atscheck.resume.model import Passage
from atscheck.skills.model import Keyword


def find_typos(
    keywords: Sequence[Keyword], passages: Sequence[Passage], vocabulary: Vocabulary
) -> dict[str, tuple[Evidence, ...]]:
    """For each keyword that stands misspelt in the passages, where.

    A word that the lexicon knows, an inflection of the keyword, and a word with another first
    letter are never taken for a typo.
    """
    wanted = [(k, t.name, tokenize(t.name, vocabulary)) for k in keywords for t in k.terms]
    found: dict[str, list[Evidence]] = {}
    for passage in passages:
        if passage.hidden:
            continue
        tokens = tokenize(passage.text, vocabulary)
        for keyword, name, words in wanted:
            for first in _near(words, tokens, vocabulary):
                last = tokens[first + len(words) - 1]
                span = passage.span(tokens[first].start, last.end)
                evidence = Evidence(span, "typo", "typo", name, passage.section, passage.in_context)
                found.setdefault(keyword.name, []).append(evidence)
    return {name: tuple(evidence) for name, evidence in found.items()}


def allowed_distance(length: int) -> int:
    """How many letters may be wrong: one from five letters, two from nine (performance.md, 4)."""
    return 0 if length < 5 else 1 if length < 9 else 2


def _near(words: Sequence[Token], tokens: Sequence[Token], vocabulary: Vocabulary) -> Iterator[int]:
    """Where ``tokens`` have ``words`` with a misspelling, by first token."""
    norm = " ".join(word.norm for word in words)
    allowed = allowed_distance(len(norm))
    if not allowed or not all(word.norm.isalpha() for word in words):
        return
    for first in range(len(tokens) - len(words) + 1):
        window = tokens[first : first + len(words)]
        if window[0].norm[:1] != norm[0] or abs(len(window[0].norm) - len(words[0].norm)) > allowed:
            continue
        written = " ".join(token.norm for token in window)
        if written == norm or OSA.distance(norm, written, score_cutoff=allowed) > allowed:
            continue
        if all(_misspelt(t, w, vocabulary) for t, w in zip(window, words, strict=True)):
            yield first


def _misspelt(token: Token, word: Token, vocabulary: Vocabulary) -> bool:
    """Whether ``token`` equals ``word`` or is a misspelling of it, not another word."""
    if token.norm == word.norm:
        return True
    if token.link or not token.norm.isalpha() or token.norm in vocabulary.words:
        return False
    related = stem(token.norm) == stem(word.norm) or singular(token.norm) == singular(word.norm)
    return not related
