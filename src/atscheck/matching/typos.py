"""Misspelt keywords: words of the resume that are one or two letters away from a missing term."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from rapidfuzz.distance import OSA

from atscheck.matching.context import is_listed_skill
from atscheck.matching.english import is_english
from atscheck.matching.model import Evidence
from atscheck.matching.pipeline import PhraseIndex
from atscheck.matching.reading import Reading
from atscheck.matching.surfaces import Surface, same_word, surfaces_of
from atscheck.matching.tokens import norms_of, word_norm
from atscheck.resume.model import Passage
from atscheck.skills.model import Keyword

_SHORTEST = 5
_CAMEL = re.compile(r"(?:[A-Z][a-z]+){2,}")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A way to write a missing keyword: its words' norms, the term's name, the surface."""

    keyword: str
    term: str
    surface: Surface
    norms: tuple[str, ...]


def find_typos(
    keywords: Sequence[Keyword], reading: Reading, index: PhraseIndex
) -> dict[str, tuple[Evidence, ...]]:
    """For each keyword that stands misspelt in the reading, where.

    Only a word that neither the lexicon nor English knows can be a misspelling, and only in a
    statement, a list or a title in English that a person can see. Among listed skills a name of
    several words may also lack its plural ("Window 7").
    """
    suspects = _suspects(reading, index)
    tokens_of: Mapping[str, list[int]] = defaultdict(list)
    for number, token in enumerate(reading.tokens):
        if _is_claim(reading.passages[reading.passage_at(number)]):
            tokens_of[token.norm].append(number)
    found: dict[str, dict[tuple[int, int], Evidence]] = {}
    for wanted in _wanted(keywords, index):
        for start in _places(wanted, suspects, tokens_of, reading, index):
            end = start + len(wanted.norms)
            passage = reading.passages[reading.passage_at(start)]
            found.setdefault(wanted.keyword, {})[start, end] = Evidence(
                reading.span(start, end), "typo", "typo", wanted.term, passage.section,
                passage.in_context,
            )  # fmt: skip
    return {
        name: tuple(evidence for _, evidence in sorted(places.items(), key=lambda p: p[0]))
        for name, places in found.items()
    }


def allowed_distance(length: int) -> int:
    """How many letters may be wrong: one from five letters, two from nine (performance.md, 4)."""
    return 0 if length < _SHORTEST else 1 if length < 9 else 2


def is_alike(written: str, word: str) -> bool:
    """Whether ``written`` is at most the allowed letters away from ``word``."""
    allowed = allowed_distance(len(word))
    if written[:1] != word[:1] or abs(len(written) - len(word)) > allowed:
        return False
    return OSA.distance(written, word, score_cutoff=allowed) <= allowed


def _wanted(keywords: Sequence[Keyword], index: PhraseIndex) -> Iterator[_Wanted]:
    for keyword in keywords:
        for term in keyword.terms:
            for surface in surfaces_of(term):
                for norms in _ways(surface, index):
                    if max(map(len, norms), default=0) >= _SHORTEST:
                        yield _Wanted(keyword.name, term.name, surface, norms)


def _ways(surface: Surface, index: PhraseIndex) -> Iterator[tuple[str, ...]]:
    """The norms of a surface but an acronym, and of "QuickBooks" as two words."""
    if not surface.text.isupper():
        yield norms_of(surface.text, index.vocabulary)
    if _CAMEL.fullmatch(surface.text):
        yield tuple(map(word_norm, re.findall(r"[A-Z][a-z]+", surface.text)))


def _suspects(reading: Reading, index: PhraseIndex) -> list[int]:
    """The tokens that may be misspelt words, where most of their passage's other words are known.

    Among words of another language, and names, any word may look like a skill.
    """
    suspects: list[int] = []
    for number, passage in enumerate(reading.passages):
        if not _is_claim(passage):
            continue
        words = [
            (i, token.norm)
            for i, token in enumerate(reading.tokens_of(number), reading.starts[number])
            if not token.link and len(token.norm) >= 3 and token.norm.isalpha()
        ]
        unknown = [(i, norm) for i, norm in words if not _is_known(norm, index)]
        if 2 * (len(unknown) - 1) <= len(words) - 1:
            suspects.extend(i for i, norm in unknown if _may_be_misspelt(i, norm, reading))
    return suspects


def _is_claim(passage: Passage) -> bool:
    """Whether a person can see the passage, and it says what the resume claims."""
    return passage.kind not in ("contact", "heading") and not passage.hidden


def _is_known(norm: str, index: PhraseIndex) -> bool:
    return norm in index.words or is_english(norm)


def _may_be_misspelt(at: int, norm: str, reading: Reading) -> bool:
    """Whether a word is long enough to tell, and no "H.B.S.E."."""
    return len(norm) >= _SHORTEST and reading.text(at, at + 1).isalpha()


def _places(
    wanted: _Wanted,
    suspects: Sequence[int],
    tokens_of: Mapping[str, Sequence[int]],
    reading: Reading,
    index: PhraseIndex,
) -> Iterator[int]:
    """Where the wanted words stand with one of them misspelt, by first token."""
    norms, tokens = wanted.norms, reading.tokens
    for number, word in enumerate(norms):
        misspelt = [at for at in suspects if _is_misspelling(tokens[at].norm, word, index)]
        singular: Sequence[int] = ()
        if word.endswith("s") and len(norms) > 1 and not wanted.surface.inflects:
            singular = tokens_of.get(word[:-1], ())
        for at in (*misspelt, *singular):
            start, end = at - number, at - number + len(norms)
            window = [token.norm for token in tokens[start:end]] if start >= 0 else []
            if len(window) != len(norms) or not all(
                i == number or a == b or same_word(a, b)
                for i, (a, b) in enumerate(zip(window, norms, strict=True))
            ):
                continue
            # An everyday word's near miss may be any word, unless it is listed among skills.
            sure = at in misspelt and not wanted.surface.context
            if sure or is_listed_skill(reading.place(start, end)):
                yield start


def _is_misspelling(written: str, word: str, index: PhraseIndex) -> bool:
    """Whether ``written`` is ``word`` with a letter or two wrong, and no other form of it.

    With two letters wrong, not if one letter makes it another word ("invertors", no "inventory").
    """
    if not word.isalpha() or not is_alike(written, word) or same_word(written, word):
        return False
    if OSA.distance(written, word) == 1:
        return True
    return not any(other != word and _is_known(other, index) for other in _one_letter_off(written))


def _one_letter_off(word: str) -> Iterator[str]:
    """``word`` with each letter replaced by any other, taken out, or another put before it."""
    for i in range(1, len(word)):
        yield word[:i] + word[i + 1 :]
        for letter in ascii_lowercase:
            yield word[:i] + letter + word[i + 1 :]
            yield word[:i] + letter + word[i:]
