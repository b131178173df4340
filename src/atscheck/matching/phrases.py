"""Where the letters of terms stand in a text: spaCy's `PhraseMatcher` over our tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from atscheck.matching.docs import FORMS, Form, Words, make_doc, vocab
from atscheck.matching.surfaces import Surface, same_word, singular, spellings, surfaces_of
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


class _Found(NamedTuple):
    """A phrase that a text has: its owners, its norms, and its tokens (half-open)."""

    owners: Sequence[Owner]
    norms: tuple[str, ...]
    start: int
    end: int


_ATTRIBUTES: Mapping[Form, str] = {"norm": "ORTH", "singular": "TAG", "stem": "LEMMA"}


class _Matcher:
    """A `PhraseMatcher` that compares one form of words, and whose its phrases are."""

    def __init__(self, form: Form) -> None:
        from spacy.matcher import PhraseMatcher

        self._matcher: PhraseMatcher = PhraseMatcher(vocab(), attr=_ATTRIBUTES[form])
        self._phrases: dict[int, tuple[tuple[str, ...], list[Owner]]] = {}

    def add(self, norms: tuple[str, ...], owner: Owner) -> None:
        name = " ".join(norms)
        key = vocab().strings.add(name)
        if key not in self._phrases:
            self._phrases[key] = norms, []
            self._matcher.add(name, [make_doc(norms)])
        owners = self._phrases[key][1]
        if owner not in owners:
            owners.append(owner)

    def find(self, text: Words) -> Iterator[_Found]:
        for key, start, end in self._matcher(text.doc):
            norms, owners = self._phrases[key]
            yield _Found(owners, norms, start, end)


class Phrases:
    """Phrases of terms, found in a text, also in other forms of their last word.

    A phrase waits until a text has its first two words: few of the lexicon's stand in one text, and
    making spaCy docs of all of them takes longer than reading the file. What is found in a text
    does not depend on the texts before it.

    ``form`` says in which forms: those of its stem, or only the other number of several words (one
    alone often means something else: a collection, collections).

    Attributes:
        words: the norms of all words of the phrases.
    """

    def __init__(
        self, terms: Mapping[str, Term], form: Literal["singular", "stem"], words: frozenset[str]
    ) -> None:
        self.words = words
        self._terms = terms
        self._form = form
        self._surfaces: dict[Owner, Surface] = {}
        self._exact = _Matcher("norm")
        self._inflected = _Matcher(form)
        self._waiting: dict[tuple[str, ...], list[Phrase]] = {}

    def add(self, phrase: Phrase) -> None:
        """Add a phrase to those that are looked for."""
        start = tuple(map(FORMS[self._form], phrase.norms[:2]))
        self._waiting.setdefault(start, []).append(phrase)

    def find(self, text: Words) -> Iterator[Candidate]:
        """Where a surface stands as it is written, and with another form of its last word."""
        for start in text.starts[self._form] & self._waiting.keys():
            for phrase in self._waiting.pop(start):
                self._exact.add(phrase.norms, phrase.owner)
                if phrase.inflects:
                    self._inflected.add(phrase.norms, phrase.owner)
        yield from self._as_written(text)
        yield from self._in_other_forms(text)

    def _as_written(self, text: Words) -> Iterator[Candidate]:
        for found in self._exact.find(text):
            for owner in found.owners:
                yield Candidate(owner.term, self._surface(owner), found.start, found.end)

    def _in_other_forms(self, text: Words) -> Iterator[Candidate]:
        for found in self._inflected.find(text):
            *before, last = text.norms[found.start : found.end]
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
