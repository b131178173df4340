"""The phrases of a target and of the lexicon, and patterns, in a text: one index for all."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain

from atscheck.data import lasting, load_words
from atscheck.matching.docs import Words
from atscheck.matching.patterns import Patterns
from atscheck.matching.phrases import Candidate, target_phrases
from atscheck.matching.surfaces import act_of, surfaces_of
from atscheck.matching.tables import TermIndex, load_index, vocabulary_of
from atscheck.matching.tokens import norms_of
from atscheck.skills.model import Term
from atscheck.skills.patterns import Pattern


class PhraseIndex:
    """The phrases of a target and, around them, those of the lexicon.

    Attributes:
        targets: the target's own terms.
        terms: these and the lexicon's, by name.
        vocabulary: the words that any of them writes as one.
        words: the norms of all words that the terms are made of.
    """

    def __init__(self, targets: Iterable[Term], lexicon: TermIndex) -> None:
        own = {term.name: term for term in targets}
        self.terms: Mapping[str, Term] = ChainMap(own, lexicon.terms)  # type: ignore[arg-type]
        self.vocabulary = lexicon.vocabulary | vocabulary_of(own.values())
        self._names: dict[str, list[str]] = {}
        for term in own.values():
            self._names.setdefault(term.entry, []).append(term.name)
        self.targets = tuple(own.values())
        self._own = frozenset(own)
        self._implied: dict[str, tuple[str, ...]] = {}
        self._patterns: dict[str, Patterns] = {}
        self._target = target_phrases(own, self.vocabulary)
        whole = self._own >= lexicon.terms.keys()
        self._around = () if whole else (lexicon.phrases,)
        self.words = self._target.words.union(*(phrases.words for phrases in self._around))

    @cached_property
    def told_by_verb(self) -> dict[str, list[tuple[Candidate, tuple[str, ...]]]]:
        """The target's terms that name an act on something, by the stem of the act's verb.

        Each with a candidate to place, and the words that are the verb's object.
        """
        found: dict[str, list[tuple[Candidate, tuple[str, ...]]]] = {}
        told_apart = frozenset(load_words("inflections")["told_apart"])
        for term in self.targets:
            for surface in surfaces_of(term):
                norms = norms_of(surface.text, self.vocabulary)
                plain = surface.inflects and not surface.context
                if plain and term.entry not in told_apart and (act := act_of(norms)):
                    candidate = Candidate(term.name, surface, 0, 0)
                    found.setdefault(act.stem, []).append((candidate, act.others))
        return found

    def implied_by(self, name: str) -> tuple[str, ...]:
        """The terms that ``name`` is evidence for, directly or not, as the target calls them."""
        if name not in self._implied:
            entries: dict[str, None] = {}
            waiting = list(self.terms[name].implies)
            while waiting:
                entry = waiting.pop(0)
                if entry not in entries:
                    entries[entry] = None
                    waiting.extend(self.terms[entry].implies if entry in self.terms else ())
            names = (self._names.get(entry, [entry]) for entry in entries)
            self._implied[name] = tuple(n for several in names for n in several if n != name)
        return self._implied[name]

    def candidates(self, text: Words) -> list[Candidate]:
        """Every place where the letters of a term stand: the longest first, then in text order."""
        around = chain.from_iterable(phrases.find(text) for phrases in self._around)
        found = [*self._target.find(text), *(c for c in around if c.term not in self._own)]
        places = {(c.term, c.start, c.end) for c in found if not c.inflected}
        return sorted(
            (c for c in found if not c.inflected or (c.term, c.start, c.end) not in places),
            key=lambda c: (c.start - c.end, c.start, c.term, c.surface.text, c.inflected),
        )

    def find(self, patterns: Sequence[Pattern], text: Words) -> list[tuple[int, int]]:
        """Where ``patterns`` stand: phrases, inflections included, or spaCy token patterns."""
        key = repr(patterns)  # token patterns hold dictionaries, which have no hash
        if key not in self._patterns:
            self._patterns[key] = Patterns.of(patterns, self.vocabulary)
        return self._patterns[key].find(text)


@lru_cache(maxsize=4)
def index_of(terms: tuple[Term, ...]) -> PhraseIndex:
    """The index of ``terms``, kept for the next resume of a batch."""
    with lasting():
        return PhraseIndex(terms, load_index())
