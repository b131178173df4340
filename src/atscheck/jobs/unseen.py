"""Skills that the lexicon does not have, found by the small model of models/postings.

The project trains it itself (training/spans.py) on SkillSpan (Zhang et al. 2022). It is told of
each word where it stands in a term of the lexicon and which part of speech it is, so that it goes
by these and by the words around more than by names that it has seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from atscheck.documents.model import Span
from atscheck.jobs.clauses import Clause
from atscheck.matching.english import is_english
from atscheck.matching.pipeline import PhraseIndex, Words, index_of
from atscheck.matching.tokens import Token, tokenize

if TYPE_CHECKING:
    from spacy.language import Language

LABEL = "KNOWLEDGE"
"""What the model calls tools, techniques and subjects; what it calls skills are whole phrases."""
_LONGEST = 5
"""The most words of such a name."""
_EDGE = re.compile(
    r"^(?:an?|the|of|in|and|or|with|for|your|our)\b|\b(?:of|in|and|or|with|for|to|on)$"
)


def find_unseen(clauses: Iterable[Clause], named: Sequence[Span]) -> Iterator[tuple[Clause, Span]]:
    """What the clauses ask for by a name that is none of the places ``named``.

    A single everyday word ("integration") is none: nothing tells it from the word.
    """
    for clause in clauses:
        tokens = tokenize(clause.text, lexicon_index().vocabulary)
        words = [clause.text[token.start : token.end] for token in tokens]
        for first, last in _spans(words, tokens):
            start, end = tokens[first].start, tokens[last - 1].end
            span = Span(clause.span.start + start, clause.span.start + end)
            if _is_name(clause.text[start:end]) and not any(span.overlaps(n) for n in named):
                yield clause, span


def _is_name(text: str) -> bool:
    words = text.split()
    everyday = all(is_english(word.casefold()) for word in words)
    if not 1 <= len(words) <= _LONGEST or (len(words) == 1 and everyday):
        return False
    return _EDGE.search(text.casefold()) is None and re.search(r"[<>@:;]", text) is None


def _spans(words: Sequence[str], tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where the model finds a name, in tokens (half-open)."""
    if not words:
        return
    from spacy.tokens import Doc

    nlp = _pipeline("postings")
    tags, parts = features(words, tokens)
    for found in nlp(Doc(nlp.vocab, words=list(words), tags=list(tags), pos=list(parts))).ents:
        if found.label_ == LABEL:
            yield found.start, found.end


def features(
    words: Sequence[str], tokens: Sequence[Token]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the network is told of each token beside its letters.

    First its place in a term of the lexicon, the longest that covers it: "B" or "I", the term's
    field, and "?" where the term is an everyday word too ("B-software?"), or "O". Then its part of
    speech, by the tagger of models/english.
    """
    from spacy.tokens import Doc

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
    tagger = _pipeline("english")
    doc = tagger(Doc(tagger.vocab, words=list(words)))
    return tuple(tags), tuple(token.tag_ for token in doc)


def lexicon_index() -> PhraseIndex:
    """The lexicon's phrases alone."""
    return index_of(())


@cache
def _pipeline(name: str) -> Language:
    import spacy

    with as_file(files("atscheck").joinpath("models", name)) as folder:
        return spacy.load(folder, exclude=["tokenizer", "vocab"])
