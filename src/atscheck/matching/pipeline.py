"""spaCy's matchers over our tokens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple

from atscheck.data import lasting, load_words
from atscheck.matching.surfaces import (
    Surface,
    act_of,
    same_word,
    singular,
    spellings,
    stem,
    surfaces_of,
)  # fmt: skip
from atscheck.matching.tokens import Token, Vocabulary, norms_of, word_norm
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Term
from atscheck.skills.patterns import Pattern

if TYPE_CHECKING:
    from spacy.matcher import Matcher, PhraseMatcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

BREAK = "\n"
"""The token between two passages; no phrase reaches over it."""


_SHARED = 5
"""How many letters a term's name and a form of its alias begin with alike, at least."""


class Candidate(NamedTuple):
    """A place where a term's letters stand: tokens ``start`` to ``end`` (half-open)."""

    term: str
    surface: Surface
    start: int
    end: int
    inflected: bool = False


@cache
def vocab() -> Vocab:
    """The vocabulary that all docs and matchers share.

    spaCy's English attributes without a pipeline around them (`spacy.blank` costs 0.1 s more), and
    of these only those that packs' token patterns may ask for: the rest slows every new word.
    """
    from spacy.attrs import IS_DIGIT, LIKE_NUM, LOWER, NORM  # type: ignore[import-not-found]
    from spacy.lang.en import English
    from spacy.lang.lex_attrs import LEX_ATTRS
    from spacy.vocab import Vocab

    getters = {**LEX_ATTRS, **English.Defaults.lex_attr_getters}
    return Vocab(lex_attr_getters={key: getters[key] for key in (IS_DIGIT, LIKE_NUM, LOWER, NORM)})


def make_doc(norms: Sequence[str]) -> Doc:
    """A spaCy `Doc` of norms: its lemmas are their stems, its tags their singulars."""
    from spacy.tokens import Doc

    lemmas, tags = map(stem, norms), map(singular, norms)
    return Doc(vocab(), words=list(norms), lemmas=list(lemmas), tags=list(tags))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text as matchers need them, made once for all matchers.

    Attributes:
        doc: as `make_doc` makes it.
        norms, singulars, stems: the words without order.
    """

    doc: Doc
    norms: frozenset[str]
    singulars: frozenset[str]
    stems: frozenset[str]

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> Words:
        """The words of a text's tokens."""
        norms = [token.norm for token in tokens]
        sets = (frozenset(map(form, norms)) for form in (str, singular, stem))
        return cls(make_doc(norms), *sets)


@dataclass(frozen=True, slots=True)
class _Found:
    """A phrase that a text has: its owners, its norms, and its tokens (half-open)."""

    owners: Sequence[tuple[str, Surface]]
    norms: tuple[str, ...]
    start: int
    end: int


_ATTRIBUTES = {"norm": "ORTH", "singular": "TAG", "stem": "LEMMA"}
_FORMS: dict[str, Callable[[str], str]] = {"norm": str, "singular": singular, "stem": stem}


class _Phrases:
    """A `PhraseMatcher` that is given a phrase when a text first has all of its words.

    Few of the lexicon's phrases can stand in one text, and making spaCy docs of all of them takes
    longer than reading the file. What is found in a text does not depend on the texts before it.
    """

    def __init__(self, by: Literal["norm", "singular", "stem"]) -> None:
        from spacy.matcher import PhraseMatcher

        self._by = by
        self._matcher = PhraseMatcher(vocab(), attr=_ATTRIBUTES[by])
        self._owners: dict[tuple[str, ...], list[tuple[str, Surface]]] = {}
        self._waiting: dict[str, list[tuple[frozenset[str], tuple[str, ...]]]] = {}
        self._added: dict[int, tuple[str, ...]] = {}

    def add(self, norms: tuple[str, ...], owner: tuple[str, Surface]) -> None:
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
    """The surfaces of some terms, found in a text, also in other forms of their last word.

    ``forms`` says in which: those of its stem, or only the other number of several words (one alone
    often means something else: a collection, collections).

    Attributes:
        words: the norms of all words of the surfaces.
    """

    def __init__(
        self, terms: Iterable[Term], vocabulary: Vocabulary, forms: Literal["singular", "stem"]
    ) -> None:
        self._vocabulary = vocabulary
        self._least = 2 if forms == "singular" else 1
        self._exact = _Phrases("norm")
        self._inflected = _Phrases(forms)
        words: set[str] = set()
        for term in terms:
            for surface in surfaces_of(term):
                words.update(self._add(term.name, surface))
        self.words = frozenset(words)

    def _add(self, name: str, surface: Surface) -> Iterator[str]:
        """Add a surface; yield the norms of its words."""
        inflect = surface.inflects
        for form in spellings(surface.text):
            norms = norms_of(form, self._vocabulary)
            if not norms:
                continue
            yield from norms
            self._exact.add(norms, (name, surface))
            if inflect and len(norms) >= self._least:
                self._inflected.add(norms, (name, surface))
                inflect = False

    def exact(self, text: Words) -> Iterator[Candidate]:
        """Where a surface stands as it is written."""
        for found in self._exact.find(text):
            for name, surface in found.owners:
                yield Candidate(name, surface, found.start, found.end)

    def inflected(self, text: Words) -> Iterator[Candidate]:
        """Where a surface stands with another form of its last word."""
        for found in self._inflected.find(text):
            *before, last = (token.orth_ for token in text.doc[found.start : found.end])
            if before == list(found.norms[:-1]) and same_word(last, found.norms[-1]):
                for name, surface in found.owners:
                    if surface.form == "alias" and not _is_form_of(name, last, found.norms):
                        continue
                    yield Candidate(name, surface, found.start, found.end, inflected=True)


def _is_form_of(name: str, word: str, norms: Sequence[str]) -> bool:
    """Whether another form of a term's alias means the term, too.

    A single word that begins as none of the name's words does so in the plural only (who sold did
    not solder), and one in the plural never without it: "vitals" are vital signs, "vital" is not.
    """
    if len(norms) > 1 or singular(word) == norms[0]:
        return True
    kindred = any(word_norm(part)[:_SHARED] == norms[0][:_SHARED] for part in name.split())
    return kindred and word != singular(norms[0])


@cache
def _lexicon_phrases() -> Phrases:
    """The lexicon's phrases: neighbours of a target's terms, and longer terms around them."""
    with lasting():
        return Phrases(load_lexicon().terms.values(), _lexicon_vocabulary(), "singular")


@cache
def _lexicon_vocabulary() -> Vocabulary:
    return Vocabulary.of(_texts(load_lexicon().terms.values()))


def _texts(terms: Iterable[Term]) -> Iterator[str]:
    return (text for term in terms for text in (term.name, *term.aliases, *term.acronyms))


class PhraseIndex:
    """The phrases of a target and, around them, those of the lexicon.

    Attributes:
        targets: the target's own terms.
        terms: these and the lexicon's, by name.
        vocabulary: the words that any of them writes as one.
        words: the norms of all words that the terms are made of.
    """

    def __init__(self, targets: Iterable[Term]) -> None:
        own = {term.name: term for term in targets}
        self.terms: dict[str, Term] = {**load_lexicon().terms, **own}
        self.vocabulary = _lexicon_vocabulary() | Vocabulary.of(_texts(own.values()))
        self._names: dict[str, list[str]] = {}
        for term in own.values():
            self._names.setdefault(term.entry, []).append(term.name)
        self.targets = tuple(own.values())
        self._own = frozenset(own)
        self._implied: dict[str, tuple[str, ...]] = {}
        self._matchers: dict[str, tuple[PhraseMatcher | Matcher, ...]] = {}
        self._target = Phrases(own.values(), self.vocabulary, "stem")
        whole = self._own >= load_lexicon().terms.keys()
        self._around = Phrases((), self.vocabulary, "singular") if whole else _lexicon_phrases()
        self.words = self._target.words | self._around.words

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
        around = (
            c
            for c in chain(self._around.exact(text), self._around.inflected(text))
            if c.term not in self._own
        )
        exact = list(chain(self._target.exact(text), around))
        places = {(c.term, c.start, c.end) for c in exact if not c.inflected}
        inflected = chain(self._target.inflected(text), (c for c in exact if c.inflected))
        return sorted(
            (
                *(c for c in exact if not c.inflected),
                *(c for c in inflected if (c.term, c.start, c.end) not in places),
            ),
            key=lambda c: (c.start - c.end, c.start, c.term, c.surface.text, c.inflected),
        )

    def find(self, patterns: Sequence[Pattern], text: Words) -> list[tuple[int, int]]:
        """Where ``patterns`` stand: phrases, inflections included, or spaCy token patterns."""
        key = repr(patterns)  # token patterns hold dictionaries, which have no hash
        if key not in self._matchers:
            self._matchers[key] = tuple(self._made(patterns))
        found = chain.from_iterable(matcher(text.doc) for matcher in self._matchers[key])
        return sorted({(start, end) for _, start, end in found})

    def _made(self, patterns: Sequence[Pattern]) -> Iterator[PhraseMatcher | Matcher]:
        """The matchers of ``patterns``, none that is empty: those warn when they are called."""
        from spacy.matcher import Matcher, PhraseMatcher

        phrases, rules = PhraseMatcher(vocab(), attr="LEMMA"), Matcher(vocab())
        for number, pattern in enumerate(patterns):
            if isinstance(pattern, str):
                phrases.add(str(number), [make_doc(norms_of(pattern, self.vocabulary))])
            else:
                rules.add(str(number), [[_as_norms(token) for token in pattern]])
        yield from (matcher for matcher in (phrases, rules) if len(matcher))


def _as_norms(token: dict[str, object]) -> dict[str, object]:
    """A token of a pattern, its words as the tokens of a resume have them."""
    return {key: _norms_of(key, value) for key, value in token.items()}


def _norms_of(key: str, value: object) -> object:
    if isinstance(value, dict):
        return {"IN": [_norms_of(key, word) for word in value["IN"]]}
    if not isinstance(value, str):
        return value
    return stem(word_norm(value)) if key == "LEMMA" else word_norm(value)


@lru_cache(maxsize=4)
def index_of(terms: tuple[Term, ...]) -> PhraseIndex:
    """The index of ``terms``, kept for the next resume of a batch."""
    with lasting():
        return PhraseIndex(terms)
