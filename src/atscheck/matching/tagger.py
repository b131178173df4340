"""Parts of speech, by the small tagger of models/english, which the project trains itself.

The rules of context.py ask it where they cannot tell an everyday word from a name ("Express
interest"). It is loaded at the first such question, and sees only the words around the one asked
for: its network looks no farther than four words to either side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from atscheck.matching.models import load_model

REACH = 4
"""How far the network looks, in words: one to either side in each of its four layers."""


def parts_of_speech(words: Sequence[str], index: int) -> Mapping[str, float]:
    """The probability of each universal part of speech ("VERB") of the word at ``index``.

    Args:
        words: the words of a line as they are written, by our own tokenizer.
        index: which of them, from 0.
    """
    first = max(0, index - REACH)
    return _probabilities(tuple(words[first : index + REACH + 1]), index - first)


@lru_cache(maxsize=5_000)
def _probabilities(words: tuple[str, ...], index: int) -> Mapping[str, float]:
    from spacy.tokens import Doc

    nlp = load_model("english")
    tagger: Any = nlp.get_pipe("tagger")
    rows = tagger.model.predict([Doc(nlp.vocab, words=list(words))])[0]
    return dict(zip(tagger.labels, map(float, rows[index]), strict=True))
