"""A resume's passages as one list of tokens, and where the letters of terms stand in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from atscheck.documents.model import Span
from atscheck.matching.docs import BREAK, Words
from atscheck.matching.phrases import Candidate
from atscheck.matching.pipeline import PhraseIndex
from atscheck.matching.place import Place
from atscheck.matching.tokens import Token, tokenize
from atscheck.resume.model import Passage
from atscheck.skills.model import Term

_PLAIN_FIELDS = (
    "", "soft-skills", "languages", "certifications", "degrees", "design-media", "education",
    "engineering", "healthcare", "hospitality-retail", "legal", "manufacturing", "research",
)  # fmt: skip
"""Fields whose terms are words of any text: none of them shows that its neighbour is a skill.

Beside "gas turbine" a "transformer" is no neural network.
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """A resume's passages as tokens, and the candidates for terms in them.

    Attributes:
        tokens: one list over all passages, a break after each.
        words: the tokens as matchers need them.
        starts: where each passage starts in ``tokens``.
        lines: each passage's tokens, without its break.
        candidates: where the letters of terms stand, the longest first; none within links.
        known, named: for each passage, as in `Place`.
    """

    passages: tuple[Passage, ...]
    tokens: tuple[Token, ...]
    words: Words
    starts: tuple[int, ...]
    lines: tuple[tuple[Token, ...], ...]
    candidates: tuple[Candidate, ...]
    known: tuple[Mapping[int, str], ...]
    named: tuple[frozenset[int], ...]

    @classmethod
    def of(cls, passages: Iterable[Passage], index: PhraseIndex) -> Reading:
        """The passages' tokens (a token's range is that in its passage) and candidates."""
        kept = tuple(p for p in passages if p.text)
        tokens: list[Token] = []
        starts: list[int] = []
        lines: list[tuple[Token, ...]] = []
        for passage in kept:
            starts.append(len(tokens))
            lines.append(tuple(tokenize(passage.text, index.vocabulary)))
            tokens.extend(lines[-1])
            tokens.append(Token(len(passage.text), len(passage.text), BREAK))
        words = Words.of(tokens)
        candidates = tuple(
            c for c in index.candidates(words) if not any(t.link for t in tokens[c.start : c.end])
        )
        plain = [c for c in candidates if not (c.surface.context or c.inflected)]
        known = [c for c in plain if index.terms[c.term].field not in _PLAIN_FIELDS]
        everyday = [c for c in candidates if c.surface.context and not c.inflected]
        reading = cls(
            kept, tuple(tokens), words, tuple(starts), tuple(lines), candidates, (), ()
        )  # fmt: skip
        named = [c for c in everyday if reading.text(c.start, c.end) == c.surface.text]
        fields = _fields(known, starts, index.terms)
        return replace(reading, known=fields, named=_covered((*plain, *named), starts))

    def passage_at(self, token: int) -> int:
        """The number of the passage that holds ``token``."""
        return bisect_right(self.starts, token) - 1

    def text(self, start: int, end: int) -> str:
        """The tokens ``start`` to ``end`` (half-open, of one passage) as written."""
        passage = self.passages[self.passage_at(start)]
        return passage.text[self.tokens[start].start : self.tokens[end - 1].end]

    def span(self, start: int, end: int) -> Span:
        """The document span of the tokens ``start`` to ``end`` (half-open, of one passage)."""
        passage = self.passages[self.passage_at(start)]
        return passage.span(self.tokens[start].start, self.tokens[end - 1].end)

    def place(self, start: int, end: int, *, inflected: bool = False) -> Place:
        """The tokens ``start`` to ``end`` (half-open, of one passage) within their passage."""
        number = self.passage_at(start)
        base, passage = self.starts[number], self.passages[number]
        return Place(
            passage, self.lines[number], start - base, end - base - 1,
            inflected, self.known[number], self.named[number],
            passage.text[self.tokens[start].start : self.tokens[end - 1].end],
        )  # fmt: skip


def _covered(candidates: Iterable[Candidate], starts: Sequence[int]) -> tuple[frozenset[int], ...]:
    """For each passage the indices, within it, of the tokens that the candidates cover."""
    covered: list[set[int]] = [set() for _ in starts]
    for c in candidates:
        number = bisect_right(starts, c.start) - 1
        covered[number].update(range(c.start - starts[number], c.end - starts[number]))
    return tuple(map(frozenset, covered))


def _fields(
    candidates: Iterable[Candidate], starts: Sequence[int], terms: Mapping[str, Term]
) -> tuple[Mapping[int, str], ...]:
    """The same, each index with the field of the term that covers it."""
    fields: list[dict[int, str]] = [{} for _ in starts]
    for c in candidates:
        number = bisect_right(starts, c.start) - 1
        covered = range(c.start - starts[number], c.end - starts[number])
        fields[number].update(dict.fromkeys(covered, terms[c.term].field))
    return tuple(fields)
