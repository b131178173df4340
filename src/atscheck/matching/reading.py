"""A resume's passages as one list of tokens."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from atscheck.documents.model import Span
from atscheck.matching.pipeline import BREAK, PhraseIndex
from atscheck.matching.tokens import Token, tokenize
from atscheck.resume.model import Passage


@dataclass(frozen=True, slots=True)
class Reading:
    """A resume's passages as tokens: one list over all, and where each passage starts in it."""

    passages: tuple[Passage, ...]
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, passages: Iterable[Passage], index: PhraseIndex) -> Reading:
        """The passages' tokens, a break between each two; token ranges are the passage's own."""
        kept = tuple(p for p in passages if p.text)
        tokens: list[Token] = []
        starts: list[int] = []
        for passage in kept:
            starts.append(len(tokens))
            tokens.extend(tokenize(passage.text, index.vocabulary))
            tokens.append(Token(len(passage.text), len(passage.text), BREAK))
        return cls(kept, tuple(tokens), tuple(starts))

    def passage_at(self, token: int) -> int:
        """The number of the passage that holds ``token``."""
        return bisect_right(self.starts, token) - 1

    def tokens_of(self, number: int) -> tuple[Token, ...]:
        """The tokens of a passage, without its break."""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.tokens)
        return self.tokens[self.starts[number] : end - 1]

    def span(self, start: int, end: int) -> Span:
        """The document span of the tokens ``start`` to ``end`` (half-open, of one passage)."""
        passage = self.passages[self.passage_at(start)]
        return passage.span(self.tokens[start].start, self.tokens[end - 1].end)
