"""The lexicon as matchers need it, from tables that are made of it beforehand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from atscheck.compiled import SortedRows, english_fields, load_rows, load_sorted
from atscheck.data import lasting
from atscheck.matching.docs import Words
from atscheck.matching.phrases import Candidate, Owner, Phrase, Phrases, phrases_of
from atscheck.matching.surfaces import singular
from atscheck.matching.tokens import Vocabulary
from atscheck.skills.lexicon import load_lexicon, read_lexicon
from atscheck.skills.model import Term


class TermPhrases(Phrases):
    """The phrases of many terms, from a table: each is added when a text has a word of it.

    They are the lexicon's: neighbours of a target's terms, and longer terms around them.
    """

    def __init__(self, terms: Mapping[str, Term], rows: SortedRows, words: Iterable[str]) -> None:
        super().__init__(terms, "singular", frozenset(words))
        self._rows = rows
        self._seen: set[str] = set()

    def find(self, text: Words) -> Iterator[Candidate]:
        """Where a surface stands as it is written, and one of several words in the other number."""
        self._add_for(text)
        return super().find(text)

    def _add_for(self, text: Words) -> None:
        for word in text.sets["singular"] - self._seen:
            for row in self._rows.of(word):
                norms, *owners = row.split("\t")
                for name, number in zip(owners[::2], owners[1::2], strict=True):
                    owner = Owner(name, int(number.removesuffix("+")))
                    self.add(Phrase(tuple(norms.split(" ")), owner, number.endswith("+")))
        self._seen |= text.sets["singular"]


def phrase_rows(terms: Iterable[Term], vocabulary: Vocabulary) -> list[str]:
    """The sorted rows of a table for `TermPhrases`.

    The key of a phrase is its rarest word in the singular, which any text with a form of it has.
    Behind it stand its norms, and each owner's name and number, with "+" where it inflects.
    """
    owners: dict[tuple[str, ...], dict[Owner, bool]] = {}
    for norms, owner, inflects in phrases_of(terms, vocabulary, 2):
        own = owners.setdefault(norms, {})
        own[owner] = own.get(owner, False) or inflects
    often = Counter(word for norms in owners for word in set(map(singular, norms)))
    return sorted(
        "\t".join([
            min(map(singular, norms), key=lambda word: (often[word], word)),
            " ".join(norms),
            *(f"{name}\t{number}{'+' * inflects}" for (name, number), inflects in own.items()),
        ])
        for norms, own in owners.items()
    )  # fmt: skip


def word_rows(phrases: Iterable[str]) -> list[str]:
    """The words of the rows of a table for `TermPhrases`."""
    return sorted({word for row in phrases for word in row.split("\t")[1].split(" ")})


@dataclass(frozen=True, slots=True)
class TermIndex:
    """Many terms by name, the words that they write as one, and their phrases."""

    terms: Mapping[str, Term]
    vocabulary: Vocabulary
    phrases: TermPhrases

    @classmethod
    def of(cls, terms: Mapping[str, Term]) -> TermIndex:
        """The index of any terms, made now."""
        vocabulary = vocabulary_of(terms.values())
        rows = phrase_rows(terms.values(), vocabulary)
        return cls(terms, vocabulary, TermPhrases(terms, SortedRows.made(rows), word_rows(rows)))


@cache
def load_index() -> TermIndex:
    """The index of the lexicon, read once."""
    terms = load_lexicon().terms
    with lasting():
        words, as_one = (load_rows(n, TABLES[n]) for n in ("words_of_phrases", "words_as_one"))
        phrases = TermPhrases(terms, load_sorted("phrases", TABLES["phrases"]), words)
        return TermIndex(terms, Vocabulary(frozenset(as_one)), phrases)


def vocabulary_of(terms: Iterable[Term]) -> Vocabulary:
    """The words that terms write as one."""
    return Vocabulary.of(
        text for term in terms for text in (term.name, *term.aliases, *term.acronyms)
    )


@cache
def _lexicon_vocabulary() -> Vocabulary:
    return vocabulary_of(read_lexicon().terms.values())


@cache
def _lexicon_phrase_rows() -> list[str]:
    return phrase_rows(read_lexicon().terms.values(), _lexicon_vocabulary())


def _english_word_rows() -> list[str]:
    """The words of English terms: a word of another language makes no passage an English one."""
    fields = english_fields()
    terms = (term for term in read_lexicon().terms.values() if term.field in fields)
    return word_rows(phrase_rows(terms, _lexicon_vocabulary()))


TABLES: Mapping[str, Callable[[], list[str]]] = {
    "phrases": _lexicon_phrase_rows,
    "words_of_phrases": _english_word_rows,
    "words_as_one": lambda: sorted(_lexicon_vocabulary().words),
}
"""By name the tables of the index, and what makes their rows of the TOML files."""
