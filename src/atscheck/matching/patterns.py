"""The patterns of red flags in a text: spaCy's matchers, asked where their words stand at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from atscheck.matching.docs import Form, Words, make_doc, vocab
from atscheck.matching.surfaces import stem
from atscheck.matching.tokens import Vocabulary, norms_of, word_norm
from atscheck.skills.patterns import Pattern

if TYPE_CHECKING:
    from spacy.matcher import Matcher, PhraseMatcher

_Needed = tuple[tuple[Form, frozenset[str]], ...]
"""What a text must have for a pattern to stand in it: one of some words, in a form, for each."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """Phrases, inflections included, and spaCy token patterns."""

    matchers: tuple[tuple[PhraseMatcher | Matcher, tuple[_Needed, ...]], ...]

    @classmethod
    def of(cls, patterns: Sequence[Pattern], vocabulary: Vocabulary) -> Patterns:
        """The matchers of ``patterns``, none that is empty: those warn when they are called."""
        from spacy.matcher import Matcher, PhraseMatcher

        phrases, rules = PhraseMatcher(vocab(), attr="LEMMA"), Matcher(vocab())
        for_phrases: list[_Needed] = []
        for_rules: list[_Needed] = []
        for number, pattern in enumerate(patterns):
            if isinstance(pattern, str):
                norms = norms_of(pattern, vocabulary)
                phrases.add(str(number), [make_doc(norms)])
                for_phrases.append(tuple(("stem", frozenset([stem(norm)])) for norm in norms))
            else:
                tokens = [_as_norms(token) for token in pattern]
                rules.add(str(number), [tokens])
                for_rules.append(tuple(chain.from_iterable(map(_words_of, tokens))))
        both = ((phrases, tuple(for_phrases)), (rules, tuple(for_rules)))
        return cls(tuple((matcher, needed) for matcher, needed in both if needed))

    def find(self, text: Words) -> list[tuple[int, int]]:
        """Where they stand, as ranges of tokens (half-open) in order."""
        asked = (m for m, needed in self.matchers if any(_may_stand(n, text) for n in needed))
        found = chain.from_iterable(matcher(text.doc) for matcher in asked)
        return sorted({(start, end) for _, start, end in found})


def _may_stand(needed: _Needed, text: Words) -> bool:
    return not any(words.isdisjoint(text.sets[form]) for form, words in needed)


def _words_of(token: dict[str, Any]) -> Iterator[tuple[Form, frozenset[str]]]:
    """The words, one of which a text must have for a token of a pattern to stand in it."""
    forms: dict[str, Form] = {"LOWER": "norm", "LEMMA": "stem"}
    for key in token.keys() & forms.keys():
        value = token[key]
        words = value["IN"] if isinstance(value, dict) else [value]
        yield forms[key], frozenset(words)


def _as_norms(token: dict[str, object]) -> dict[str, Any]:
    """A token of a pattern, its words as the tokens of a resume have them."""
    return {key: _norms_of(key, value) for key, value in token.items()}


def _norms_of(key: str, value: object) -> object:
    if isinstance(value, dict):
        return {"IN": [_norms_of(key, word) for word in value["IN"]]}
    if not isinstance(value, str):
        return value
    return stem(word_norm(value)) if key == "LEMMA" else word_norm(value)
