"""Where a candidate stands, and what stands around it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from atscheck.data import load_words
from atscheck.matching.tokens import Token, word_norm
from atscheck.resume.model import Passage

LIST_MARKS = frozenset(",;|/•:()[]·+")
LIST_WORDS = frozenset(["and", "or"])


@dataclass(frozen=True, slots=True)
class Place:
    """Where a candidate stands: its passage's text and tokens, and the candidate's own.

    Attributes:
        first, last: indices into ``tokens`` of the candidate's first and last token.
        inflected: whether the candidate's last word is another form of the term's.
        known: the field of each token, by its index, that belongs to an unambiguous term.
        named: indices of the tokens that belong to any term, as it is written.
        text: the candidate as written.
    """

    passage: Passage
    tokens: Sequence[Token]
    first: int
    last: int
    inflected: bool
    known: Mapping[int, str]
    named: Collection[int]
    text: str

    def written(self, first: int, last: int) -> str:
        """The tokens ``first`` to ``last`` as written; "" beyond the passage's ends."""
        if not 0 <= first <= last < len(self.tokens):
            return ""
        return self.passage.text[self.tokens[first].start : self.tokens[last].end]

    def norm(self, index: int) -> str:
        """The norm of the token at ``index`` of the passage, "" beyond its ends."""
        return self.tokens[index].norm if 0 <= index < len(self.tokens) else ""

    def is_mark(self, index: int) -> bool:
        """Whether the token at ``index`` parts the items of a list."""
        return self.norm(index) in LIST_MARKS or self.norm(index) in LIST_WORDS

    def follows(self, key: str) -> bool:
        """Whether a phrase (of one or two words) of the list ``key`` stands before it."""
        before = self.first - 1
        if self.text.isupper() and len(self.text) > 2 and self.norm(before) in ("a", "an"):
            before -= 1  # "with a CNN"
        two, one = self.norm(before - 1), self.norm(before)
        return (one,) in cues(key) or (two, one) in cues(key)

    def precedes(self, key: str) -> bool:
        """Whether a phrase (of one or two words) of the list ``key`` stands behind it."""
        one, two = self.norm(self.last + 1), self.norm(self.last + 2)
        return (one,) in cues(key) or (one, two) in cues(key)


@cache
def cues(key: str) -> frozenset[tuple[str, ...]]:
    """The phrases of a list of keywords/words/context.toml, each as its words' norms."""
    phrases: list[str] = load_words("context")[key]
    return frozenset(tuple(map(word_norm, phrase.split())) for phrase in phrases)
