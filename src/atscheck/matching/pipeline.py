"""The spaCy pipeline: our tokenizer over a resume's passages. The one place that imports spaCy."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from atscheck.matching.surfaces import Surface, inflects, spellings, stem, surfaces_of
from atscheck.matching.tokens import Token, Vocabulary, tokenize
from atscheck.skills.lexicon import Lexicon
from atscheck.skills.model import Term

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

BREAK = "\n"
"""The token between two passages; no phrase reaches over it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a term's letters stand: tokens ``start`` to ``end`` (half-open)."""

    term: str
    surface: Surface
    start: int
    end: int
    inflected: bool = False


def blank_pipeline() -> Language:
    """A blank English pipeline; its tokenizer is not used (see `matching.tokens`)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import spacy

        return spacy.blank("en")


class PhraseIndex:
    """Phrase matchers over the surfaces of the lexicon's and a target's terms.

    Terms of the target are also found inflected; those of the lexicon serve as neighbours and as
    longer terms that a shorter one is part of.
    """

    def __init__(self, lexicon: Lexicon, targets: Iterable[Term]) -> None:
        own = {term.name: term for term in targets}
        self.terms: dict[str, Term] = {**lexicon.terms, **own}
        self._own = frozenset(own)
        self._surfaces: dict[str, list[tuple[str, Surface]]] = {}
        for term in self.terms.values():
            for surface in surfaces_of(term):
                self._surfaces.setdefault(surface.text, []).append((term.name, surface))
        self.vocabulary = Vocabulary.of(self._surfaces)

    @cached_property
    def _nlp(self) -> Language:
        return blank_pipeline()

    @cached_property
    def _matchers(
        self,
    ) -> tuple[PhraseMatcher, PhraseMatcher, dict[int, list[tuple[str, Surface]]]]:
        from spacy.matcher import PhraseMatcher

        exact = PhraseMatcher(self._nlp.vocab, attr="NORM")
        stems = PhraseMatcher(self._nlp.vocab, attr="LEMMA")
        ids: dict[int, list[tuple[str, Surface]]] = {}
        for text, owners in self._surfaces.items():
            patterns = [self.doc(tokenize(form, self.vocabulary)) for form in spellings(text)]
            patterns = [p for p in patterns if len(p)]
            if not patterns:
                continue
            exact.add(text, patterns)
            ids[self._nlp.vocab.strings[text]] = owners
            if any(name in self._own and inflects(surface) for name, surface in owners):
                stems.add(text, patterns[:2])
            elif text.isupper() and len(text) >= 3 and text.isalpha():
                exact.add(text, [self.doc(tokenize(text + "s", self.vocabulary))])
        return exact, stems, ids

    def doc(self, tokens: Sequence[Token]) -> Doc:
        """A spaCy `Doc` of ``tokens``, with their norms and, as lemmas, their stems."""
        from spacy.tokens import Doc

        norms = [token.norm for token in tokens]
        doc = Doc(self._nlp.vocab, words=norms, lemmas=[stem(norm) for norm in norms])
        for token, norm in zip(doc, norms, strict=True):
            token.norm_ = norm
        return doc

    def candidates(self, tokens: Sequence[Token]) -> Iterator[Candidate]:
        """Every place where the letters of a term stand, in no particular order."""
        exact, stems, ids = self._matchers
        doc = self.doc(tokens)
        seen: set[tuple[str, int, int]] = set()
        for key, start, end in exact(doc):
            for name, surface in ids[key]:
                if (surface.text, start, end) not in seen or len(ids[key]) > 1:
                    seen.add((surface.text, start, end))
                    yield Candidate(name, surface, start, end)
        for key, start, end in stems(doc):
            for name, surface in ids[key]:
                new = name in self._own and (surface.text, start, end) not in seen
                if new and self._only_last_inflected(surface, tokens[start:end]):
                    yield Candidate(name, surface, start, end, inflected=True)

    def _only_last_inflected(self, surface: Surface, tokens: Sequence[Token]) -> bool:
        words = tokenize(surface.text, self.vocabulary)
        if len(words) != len(tokens):
            return True
        return all(a.norm == b.norm for a, b in zip(words[:-1], tokens[:-1], strict=True))

    def find(
        self, patterns: Sequence[str | tuple[dict[str, object], ...]], tokens: Sequence[Token]
    ) -> list[tuple[int, int]]:
        """Where ``patterns`` stand: phrases, inflections included, or spaCy token patterns."""
        from spacy.matcher import Matcher, PhraseMatcher

        if not patterns:
            return []
        doc = self.doc(tokens)
        phrases = PhraseMatcher(self._nlp.vocab, attr="LEMMA")
        rules = Matcher(self._nlp.vocab)
        for number, pattern in enumerate(patterns):
            if isinstance(pattern, str):
                phrases.add(str(number), [self.doc(tokenize(pattern, self.vocabulary))])
            else:
                rules.add(str(number), [list(pattern)])
        found = {(start, end) for _, start, end in [*phrases(doc), *rules(doc)]}
        return sorted(found)
