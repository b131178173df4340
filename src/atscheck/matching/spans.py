"""Names of tools, techniques and subjects in a posting, by the small model of models/postings.

The project trains it itself (training/spans.py) on SkillSpan (Zhang et al. 2022). It is told of
each word where it stands in a term of the lexicon and which part of speech it is, so that it goes
by these and by the words around more than by names that it has seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atscheck.matching.models import load_model
from atscheck.matching.pipeline import PhraseIndex, Words, index_of
from atscheck.matching.tokens import Token, tokenize

LABEL = "KNOWLEDGE"
"""What the model calls tools, techniques and subjects; what it calls skills are whole phrases."""


def names_in(text: str) -> Iterator[tuple[int, int]]:
    """Where the model finds a name in ``text``, in characters (half-open)."""
    tokens = tokenize(text, lexicon_index().vocabulary)
    words = [text[token.start : token.end] for token in tokens]
    if not words:
        return
    from spacy.tokens import Doc

    nlp = load_model("postings")
    tags, parts = features(words, tokens)
    for found in nlp(Doc(nlp.vocab, words=words, tags=list(tags), pos=list(parts))).ents:
        if found.label_ == LABEL:
            yield tokens[found.start].start, tokens[found.end - 1].end


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
    tagger = load_model("english")
    doc = tagger(Doc(tagger.vocab, words=list(words)))
    return tuple(tags), tuple(token.tag_ for token in doc)


def lexicon_index() -> PhraseIndex:
    """The lexicon's phrases alone."""
    return index_of(())
