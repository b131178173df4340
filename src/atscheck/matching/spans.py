"""Names of tools, techniques and subjects in a posting, by the small model of models/postings.

The project trains it itself (training/spans.py) on SkillSpan (Zhang et al. 2022). It is told of
each word where it stands in a term of the lexicon and which part of speech it is, so that it goes
by these and by the words around more than by names that it has seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from atscheck.matching.docs import Words
from atscheck.matching.marks import Rows, find_spans
from atscheck.matching.models import load_model
from atscheck.matching.pipeline import PhraseIndex, index_of
from atscheck.matching.tokens import Token, tokenize

if TYPE_CHECKING:
    from spacy.language import Language

Told = tuple[Sequence[str], Sequence[str], Sequence[str]]
"""The words of a text, with the two features of each that `tell` gives."""


class Name(NamedTuple):
    """A name that the model finds, in characters (half-open), and how sure it is, 0 to 1."""

    start: int
    end: int
    chance: float


def names_in(texts: Sequence[str]) -> Iterator[list[Name]]:
    """The names that the model finds in each of ``texts``."""
    seen = [cut(text) for text in texts]
    told = tell((words, tokens) for words, tokens, _ in seen)
    rows = rows_of(load_model("postings"), told)
    for (_, tokens, breaks), networks in zip(seen, rows, strict=True):
        yield [
            Name(tokens[found.first].start, tokens[found.end - 1].end, found.chance)
            for found in find_spans(networks, breaks)
            if found.label == "KNOWLEDGE"
        ]


def cut(text: str) -> tuple[list[str], list[Token], frozenset[int]]:
    """The words of ``text`` that the network sees, as written and as tokens, and its breaks.

    It has learnt from text without commas: it sees none, but no name goes on behind one.
    """
    tokens = tokenize(text, lexicon_index().vocabulary)
    seen: list[Token] = []
    breaks: set[int] = set()
    for token in tokens:
        if text[token.start : token.end] == ",":
            breaks.add(len(seen))
        else:
            seen.append(token)
    return [text[token.start : token.end] for token in seen], seen, frozenset(breaks)


def rows_of(nlp: Language, texts: Iterable[Told]) -> list[list[Rows]]:
    """For each text what each network of the pipeline says of its words.

    A text is its words with what `tell` says of them.
    """
    from spacy.tokens import Doc

    docs = [
        Doc(nlp.vocab, words=list(words), tags=list(tags), pos=list(parts))
        for words, tags, parts in texts
    ]
    networks: list[Any] = [nlp.get_pipe(name) for name in nlp.pipe_names]
    if not any(map(len, docs)):  # spaCy cannot predict nothing.
        return [[[] for _ in networks] for _ in docs]
    told = [network.model.predict(docs) for network in networks]
    return [[rows.tolist() for rows in own] for own in zip(*told, strict=True)]


def tell(texts: Iterable[tuple[Sequence[str], Sequence[Token]]]) -> list[Told]:
    """What the networks are told of each word of each text beside its letters.

    First its place in a term of the lexicon, the longest that covers it: "B" or "I", the term's
    field, and "?" where the term is an everyday word too ("B-software?"), or "O". Then its part of
    speech, by the tagger of models/english.
    """
    from spacy.tokens import Doc

    seen = list(texts)
    tagger = load_model("english")
    docs = tagger.pipe(Doc(tagger.vocab, words=list(words)) for words, _ in seen)
    return [
        (words, _places(words, tokens), [token.tag_ for token in doc])
        for (words, tokens), doc in zip(seen, docs, strict=True)
    ]


def _places(words: Sequence[str], tokens: Sequence[Token]) -> list[str]:
    """The place of each word in a term of the lexicon."""
    tags = ["O"] * len(words)
    for candidate in lexicon_index().candidates(Words.of(tokens)):
        written = " ".join(words[candidate.start : candidate.end])
        shouted = written.islower() and not any(map(str.islower, candidate.surface.text))
        if shouted or any(tag != "O" for tag in tags[candidate.start : candidate.end]):
            continue  # "be" is no B.E.
        doubt = "?" if candidate.surface.context or candidate.inflected else ""
        kind = f"{lexicon_index().terms[candidate.term].field}{doubt}"
        for place in range(candidate.start, candidate.end):
            tags[place] = f"{'I' if place > candidate.start else 'B'}-{kind}"
    return tags


def lexicon_index() -> PhraseIndex:
    """The lexicon's phrases alone."""
    return index_of(())
