"""Where the letters of terms stand in a text: spaCy's `PhraseMatcher` over our tokens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from atscheck.matching.docs import Words, make_doc, vocab
from atscheck.matching.surfaces import Surface, same_word, singular, spellings, stem, surfaces_of
from atscheck.matching.tokens import Vocabulary, norms_of, word_norm
from atscheck.skills.model import Term

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher

_SHARED = 5
"""How many letters a term's name and a form of its alias begin with alike, at least."""


class Candidate(NamedTuple):
    """A place where a term's letters stand: tokens ``start`` to ``end`` (half-open)."""

    term: str
    surface: Surface
    start: int
    end: int
    inflected: bool = False


class Owner(NamedTuple):
    """Whose phrase it is: a term, and which of its surfaces (as `surfaces_of` has them)."""

    term: str
    surface: int


class Phrase(NamedTuple):
    """The norms of a way to write a surface, and whether other forms of it are looked for."""

    norms: tuple[str, ...]
    owner: Owner
    inflects: bool


def phrases_of(terms: Iterable[Term], vocabulary: Vocabulary, least: int) -> Iterator[Phrase]:
    """Every way to write the terms; of a surface the first of ``least`` words or more inflects."""
    for term in terms:
        for number, surface in enumerate(surfaces_of(term)):
            inflects = surface.inflects
            for form in spellings(surface.text):
                if norms := norms_of(form, vocabulary):
                    first = inflects and len(norms) >= least
                    yield Phrase(norms, Owner(term.name, number), first)
                    inflects = inflects and not first


@dataclass(frozen=True, slots=True)
class _Found:
    """A phrase that a text has: its owners, its norms, and its tokens (half-open)."""

    owners: Sequence[Owner]
    norms: tuple[str, ...]
    start: int
    end: int


_Form = Literal["norm", "singular", "stem"]
_ATTRIBUTES: Mapping[_Form, str] = {"norm": "ORTH", "singular": "TAG", "stem": "LEMMA"}
_FORMS: Mapping[_Form, Callable[[str], str]] = {"norm": str, "singular": singular, "stem": stem}


class _Matcher:
    """A `PhraseMatcher` that is given a phrase when a text first has all of its words.

    Few of the lexicon's phrases can stand in one text, and making spaCy docs of all of them takes
    longer than reading the file. What is found in a text does not depend on the texts before it.
    """

    def __init__(self, by: _Form) -> None:
        from spacy.matcher import PhraseMatcher

        self._by = by
        self._matcher: PhraseMatcher = PhraseMatcher(vocab(), attr=_ATTRIBUTES[by])
        self._owners: dict[tuple[str, ...], list[Owner]] = {}
        self._waiting: dict[str, list[tuple[frozenset[str], tuple[str, ...]]]] = {}
        self._added: dict[int, tuple[str, ...]] = {}

    def add(self, norms: tuple[str, ...], owner: Owner) -> None:
        owners = self._owners.setdefault(norms, [])
        if not owners:
            words = tuple(map(_FORMS[self._by], norms))
            self._waiting.setdefault(words[0], []).append((frozenset(words), norms))
        if owner not in owners:
            owners.append(owner)

    def find(self, text: Words) -> Iterator[_Found]:
        self._prepare(getattr(text, self._by + "s"))
        for key, start, end in self._matcher(text.doc):
            norms = self._added[key]
            yield _Found(self._owners[norms], norms, start, end)

    def _prepare(self, words: frozenset[str]) -> None:
        """Give the matcher the phrases whose words are all among ``words``.

        A phrase waits for one of its words, and where the others are missing then, for one of
        those: soon each waits for a word that is rare, and a text costs little more for many terms.
        """
        for word in words & self._waiting.keys():
            for needed, norms in self._waiting.pop(word):
                if missing := needed - words:
                    self._waiting.setdefault(min(missing), []).append((needed, norms))
                    continue
                key = vocab().strings.add(" ".join(norms))
                self._added[key] = norms
                self._matcher.add(" ".join(norms), [make_doc(norms)])


class Phrases:
    """Phrases of terms, found in a text, also in other forms of their last word.

    ``forms`` says in which: those of its stem, or only the other number of several words (one alone
    often means something else: a collection, collections).

    Attributes:
        words: the norms of all words of the phrases.
    """

    def __init__(
        self, terms: Mapping[str, Term], forms: Literal["singular", "stem"], words: frozenset[str]
    ) -> None:
        self.words = words
        self._terms = terms
        self._surfaces: dict[Owner, Surface] = {}
        self._exact = _Matcher("norm")
        self._inflected = _Matcher(forms)

    def add(self, phrase: Phrase) -> None:
        """Add a phrase to those that are looked for."""
        self._exact.add(phrase.norms, phrase.owner)
        if phrase.inflects:
            self._inflected.add(phrase.norms, phrase.owner)

    def exact(self, text: Words) -> Iterator[Candidate]:
        """Where a surface stands as it is written."""
        for found in self._exact.find(text):
            for owner in found.owners:
                yield Candidate(owner.term, self._surface(owner), found.start, found.end)

    def inflected(self, text: Words) -> Iterator[Candidate]:
        """Where a surface stands with another form of its last word."""
        for found in self._inflected.find(text):
            *before, last = (token.orth_ for token in text.doc[found.start : found.end])
            if before == list(found.norms[:-1]) and same_word(last, found.norms[-1]):
                for owner in found.owners:
                    surface = self._surface(owner)
                    if surface.form == "alias" and not _is_form_of(owner.term, last, found.norms):
                        continue
                    yield Candidate(owner.term, surface, found.start, found.end, inflected=True)

    def _surface(self, owner: Owner) -> Surface:
        if owner not in self._surfaces:
            self._surfaces[owner] = tuple(surfaces_of(self._terms[owner.term]))[owner.surface]
        return self._surfaces[owner]


def _is_form_of(name: str, word: str, norms: Sequence[str]) -> bool:
    """Whether another form of a term's alias means the term, too.

    A single word that begins as none of the name's words does so in the plural only (who sold did
    not solder), and one in the plural never without it: "vitals" are vital signs, "vital" is not.
    """
    if len(norms) > 1 or singular(word) == norms[0]:
        return True
    kindred = any(word_norm(part)[:_SHARED] == norms[0][:_SHARED] for part in name.split())
    return kindred and word != singular(norms[0])


def target_phrases(terms: Mapping[str, Term], vocabulary: Vocabulary) -> Phrases:
    """The phrases of a target's terms, with all forms of their last word."""
    made = list(phrases_of(terms.values(), vocabulary, 1))
    phrases = Phrases(terms, "stem", frozenset(word for each in made for word in each.norms))
    for phrase in made:
        phrases.add(phrase)
    return phrases
