"""Terms that share a word: "front- and back-end development", "menu costing and planning"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atscheck.matching.docs import BREAK, Words
from atscheck.matching.phrases import Candidate
from atscheck.matching.pipeline import PhraseIndex
from atscheck.matching.place import cues
from atscheck.matching.reading import Reading
from atscheck.matching.tokens import Token

_JOINTS = frozenset(["and", "or", "/"])
_WIDEST = 2
"""How many words may stand before the joint, and after it before the shared ones."""


def coordinated(reading: Reading, index: PhraseIndex) -> Iterator[Candidate]:
    """Terms whose last words stand only behind the next term's first ("machine and deep learning").

    What follows the joint must be a term too, unless a hyphen shows that a word is left out. What
    stands before must not be of another term (the "service" of "customer service and risk
    management"). The other way round the first word of a term holds for the next word, too.
    """
    ways = list(dict.fromkeys((*_ways(reading), *_ways_of_first(reading))))
    tokens: list[Token] = []
    starts: dict[int, tuple[int, int, int]] = {}
    for start, middle, shared, end in ways:
        starts[len(tokens)] = (start, end, middle - start + end - shared)
        tokens.extend((*reading.tokens[start:middle], *reading.tokens[shared:end]))
        tokens.append(Token(0, 0, BREAK))
    for c in index.candidates(Words.of(tokens)) if tokens else ():
        start, end, width = starts.get(c.start, (0, 0, 0))
        if c.end - c.start == width and not (c.surface.context or c.surface.case):
            yield c._replace(start=start, end=end, inflected=True)


def _ways(reading: Reading) -> Iterator[tuple[int, int, int, int]]:
    """The tokens to read together: from the first to the second, and from the third to the last."""
    terms = frozenset((c.start, c.end) for c in reading.candidates)
    inner = frozenset(i for start, end in terms for i in range(start + 1, end))
    following: dict[int, set[int]] = {}
    for start, end in terms:
        following.setdefault(start, set()).add(end)
    for at, token in enumerate(reading.tokens[1:], start=1):
        if token.norm not in _JOINTS:
            continue
        hanging = reading.tokens[at - 1].norm == "-"
        middle, second = at - hanging, at + 1
        ends = following.get(second, set()) | set(range(second + 2, second + 5) if hanging else ())
        for end in sorted(ends):
            for start in range(max(0, middle - _WIDEST), middle):
                for shared in range(second + 1, min(second + _WIDEST + 1, end)):
                    plain = inner.isdisjoint((start, middle))
                    words = (*reading.tokens[start:middle], *reading.tokens[second:shared])
                    if plain and _are_words(words):
                        yield start, middle, shared, end


def _ways_of_first(reading: Reading) -> Iterator[tuple[int, int, int, int]]:
    """The same where a term's first word is shared: the words "menu" and "planning"."""
    terms = frozenset((c.start, c.end) for c in reading.candidates)
    inner = frozenset(i for start, end in terms for i in range(start + 1, end))
    ending: dict[int, set[int]] = {}
    for start, end in terms:
        if end - start == 2 and start not in inner:
            ending.setdefault(end, set()).add(start)
    for at, starts in ending.items():
        if reading.tokens[at].norm not in (*_JOINTS, "&"):
            continue
        end = at + 2
        whole = any((at + 1, longer) in terms for longer in range(end + 1, end + 3))
        after = reading.tokens[end].norm if end < len(reading.tokens) else ""
        closed = not after.isalpha() or (after,) in cues("closing")
        if not whole and closed and _are_words(reading.tokens[at + 1 : end]):
            for start in starts:
                if reading.tokens[start].norm != reading.tokens[at + 1].norm:
                    yield start, start + 1, at + 1, end


def _are_words(tokens: Sequence[Token]) -> bool:
    return all(token.norm.isalnum() and not token.link for token in tokens)
