"""Acronyms that the resume itself spells out: "Neuro-Linguistic Programming (NLP)"."""

from __future__ import annotations

from collections.abc import Sequence

from atscheck.matching.pipeline import Candidate, PhraseIndex
from atscheck.matching.reading import Reading
from atscheck.matching.surfaces import Surface, stem, surfaces_of
from atscheck.matching.tokens import norms_of
from atscheck.matching.typos import is_alike

_SMALL_WORDS = frozenset(["and", "for", "in", "of", "on", "the", "to", "with"])
"""Words whose initials an acronym may leave out: "Bachelor of Science (BS)"."""


def redefined(reading: Reading, index: PhraseIndex) -> frozenset[tuple[str, Surface]]:
    """The acronyms, as term and surface, that the resume defines as something else.

    What "(NLP)" stands for behind words with these initials, it stands for in the whole resume.
    """
    return frozenset(
        (c.term, c.surface)
        for c in reading.candidates
        if c.surface.form == "acronym"
        and (words := _spelt_out(c, reading))
        and not _means(words, c, index)
    )


def _spelt_out(candidate: Candidate, reading: Reading) -> list[str]:
    """The norms of the words before "(ABC)" whose initials these letters are, or none."""
    at = candidate.start
    before = [token.norm for token in reading.tokens[max(0, at - 12) : at]]
    letters = [c for c in candidate.surface.text.casefold() if c.isalpha()]
    if candidate.end - at != 1 or len(letters) < 2 or before[-1:] != ["("]:
        return []
    words: list[str] = []
    for norm in reversed(before[:-1]):
        if not norm.isalpha():
            break
        if norm[0] == letters[-1]:
            letters.pop()
            words.append(norm)
        elif norm not in _SMALL_WORDS:
            break
        if not letters:
            return words[::-1]
    return []


def _means(words: Sequence[str], candidate: Candidate, index: PhraseIndex) -> bool:
    """Whether most of the words are, in any form or misspelt, those of one of the term's names."""
    for surface in surfaces_of(index.terms[candidate.term]):
        names = norms_of(surface.text, index.vocabulary)
        shared = sum(any(stem(w) == stem(n) or is_alike(w, n) for n in names) for w in words)
        if shared > len(words) / 2:
            return True
    return False
