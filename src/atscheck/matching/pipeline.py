"""The spaCy pipeline: our tokenizer over a resume's passages. The one place that imports spaCy."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from atscheck.matching.surfaces import Surface, inflects, spellings, stem, surfaces_of
from atscheck.matching.tokens import Token, Vocabulary, tokenize
from atscheck.skills.lexicon import Lexicon, load_lexicon
from atscheck.skills.model import Term

if TYPE_CHECKING:
    from spacy.language import Language
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


@cache
def blank_pipeline() -> Language:
    """A blank English pipeline, made once; its tokenizer is not used (see `matching.tokens`).

    Of the attributes that spaCy works out for each new word only those that packs' token
    patterns may ask for are kept: the rest is half the cost of building the matchers.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import spacy
        from spacy.attrs import IS_DIGIT, LIKE_NUM, LOWER, NORM

        nlp = spacy.blank("en")
    getters = nlp.vocab.lex_attr_getters
    nlp.vocab.lex_attr_getters = {key: getters[key] for key in (IS_DIGIT, LIKE_NUM, LOWER, NORM)}
    return nlp


Owners = dict[int, list[tuple[str, Surface]]]
"""For each phrase, by its hash, the terms that it is a surface of."""


class Phrases:
    """Phrase matchers over the surfaces of some terms; ``inflect`` also finds inflected forms."""

    def __init__(self, terms: Iterable[Term], vocabulary: Vocabulary, *, inflect: bool) -> None:
        from spacy.matcher import PhraseMatcher

        vocab = blank_pipeline().vocab
        self._vocabulary = vocabulary
        self._exact = PhraseMatcher(vocab)
        self._stems = PhraseMatcher(vocab, attr="LEMMA")
        self._owners: Owners = {}
        for term in terms:
            for surface in surfaces_of(term):
                key = vocab.strings.add(surface.text)
                owners = self._owners.setdefault(key, [])
                if not owners:
                    self._add(surface.text)
                owners.append((term.name, surface))
                if inflect and inflects(surface):
                    self._stems.add(surface.text, [make_doc(self._tokens(surface.text))])

    def _tokens(self, text: str) -> list[Token]:
        return tokenize(text, self._vocabulary)

    def _add(self, text: str) -> None:
        forms = [*spellings(text)]
        if len(text) >= 3 and text.isalpha() and text.isupper():
            forms.append(text + "s")
        docs = [plain_doc(tokens) for form in forms if (tokens := self._tokens(form))]
        if docs:
            self._exact.add(text, docs)

    def exact(self, doc: Doc) -> Iterator[Candidate]:
        """Where a surface stands as it is written."""
        for key, start, end in self._exact(doc):
            for name, surface in self._owners[key]:
                yield Candidate(name, surface, start, end)

    def inflected(self, doc: Doc, tokens: Sequence[Token]) -> Iterator[Candidate]:
        """Where a surface stands with another form of its last word."""
        for key, start, end in self._stems(doc):
            for name, surface in self._owners[key]:
                words = self._tokens(surface.text)
                pairs = zip(words[:-1], tokens[start : end - 1], strict=False)
                if inflects(surface) and all(a.norm == b.norm for a, b in pairs):
                    yield Candidate(name, surface, start, end, inflected=True)


class PhraseIndex:
    """The lexicon's phrases and a target's.

    Terms of the target are also found inflected; those of the lexicon serve as neighbours and as
    longer terms that a shorter one is part of.
    """

    def __init__(self, lexicon: Lexicon, targets: Iterable[Term]) -> None:
        own = {term.name: term for term in targets}
        self.terms: dict[str, Term] = {**lexicon.terms, **own}
        surfaces = (s.text for term in self.terms.values() for s in surfaces_of(term))
        self.vocabulary = Vocabulary.of(surfaces)
        self._own = frozenset(own)
        self._names: dict[str, list[str]] = {}
        for term in own.values():
            self._names.setdefault(term.entry, []).append(term.name)
        self._target = Phrases(own.values(), self.vocabulary, inflect=True)
        self._lexicon = _lexicon_phrases(lexicon)

    def names_of(self, entry: str) -> list[str]:
        """The target's names for an entry of the lexicon; the entry's own where it has none."""
        return self._names.get(entry, [entry])

    def candidates(self, tokens: Sequence[Token]) -> Iterator[Candidate]:
        """Every place where the letters of a term stand, in no particular order."""
        doc = make_doc(tokens)
        exact = list(self._target.exact(doc))
        yield from exact
        yield from (c for c in self._lexicon.exact(doc) if c.term not in self._own)
        places = {(c.term, c.start, c.end) for c in exact}
        for candidate in self._target.inflected(doc, tokens):
            if (candidate.term, candidate.start, candidate.end) not in places:
                yield candidate

    def find(
        self, patterns: Sequence[str | tuple[dict[str, object], ...]], tokens: Sequence[Token]
    ) -> list[tuple[int, int]]:
        """Where ``patterns`` stand: phrases, inflections included, or spaCy token patterns."""
        from spacy.matcher import Matcher, PhraseMatcher

        if not patterns:
            return []
        doc, vocab = make_doc(tokens), blank_pipeline().vocab
        phrases, rules = PhraseMatcher(vocab, attr="LEMMA"), Matcher(vocab)
        for number, pattern in enumerate(patterns):
            if isinstance(pattern, str):
                phrases.add(str(number), [make_doc(tokenize(pattern, self.vocabulary))])
            else:
                rules.add(str(number), [list(pattern)])
        # An empty Matcher warns when it is called.
        matches = [*phrases(doc), *(rules(doc) if len(rules) else ())]
        found = {(start, end) for _, start, end in matches}
        return sorted(found)


def plain_doc(tokens: Sequence[Token]) -> Doc:
    """A spaCy `Doc` whose words are the tokens' norms."""
    from spacy.tokens import Doc

    return Doc(blank_pipeline().vocab, words=[token.norm for token in tokens])


def make_doc(tokens: Sequence[Token]) -> Doc:
    """As `plain_doc`, with the norms' stems as lemmas."""
    from spacy.tokens import Doc

    norms = [token.norm for token in tokens]
    return Doc(blank_pipeline().vocab, words=norms, lemmas=[stem(norm) for norm in norms])


_PHRASES: dict[int, tuple[Lexicon, Phrases]] = {}


def _lexicon_phrases(lexicon: Lexicon) -> Phrases:
    """The lexicon's phrases, made once for each lexicon."""
    if id(lexicon) not in _PHRASES:
        surfaces = (s.text for term in lexicon.terms.values() for s in surfaces_of(term))
        phrases = Phrases(lexicon.terms.values(), Vocabulary.of(surfaces), inflect=False)
        _PHRASES[id(lexicon)] = lexicon, phrases
    return _PHRASES[id(lexicon)][1]


@lru_cache(maxsize=4)
def index_of(terms: tuple[Term, ...]) -> PhraseIndex:
    """The index of the shipped lexicon and ``terms``, kept for the next resume of a batch."""
    return PhraseIndex(load_lexicon(), terms)
