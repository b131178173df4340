"""Misspelt keywords: words of the resume that are one or two letters away from a missing term."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_lowercase

from rapidfuzz.distance import OSA

from atscheck.documents.model import Span
from atscheck.matching.claims import claim_of
from atscheck.matching.english import is_english
from atscheck.matching.model import Evidence
from atscheck.matching.neighbours import is_listed_skill
from atscheck.matching.pipeline import PhraseIndex
from atscheck.matching.reading import Reading
from atscheck.matching.surfaces import Surface, same_word, surfaces_of
from atscheck.matching.tokens import Token, norms_of, word_norm
from atscheck.resume.model import Passage
from atscheck.resume.places import is_place
from atscheck.skills.model import Keyword

_SHORTEST = 5
_LONG_NAME = 6
"""From this length on a name in capitals is spelt as a word (MATLAB), in letters."""
_CAMEL = re.compile(r"(?:[A-Z][a-z]+){2,}")


@dataclass(frozen=True, slots=True)
class _Name:
    """One way to write a term: its words' norms, and the surface that they come from."""

    term: str
    surface: Surface
    norms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of a target's terms by each of their words, and these words by first letter."""

    by_word: Mapping[str, Sequence[tuple[_Name, int]]]
    by_letter: Mapping[str, Sequence[str]]


def find_typos(
    keywords: Sequence[Keyword], reading: Reading, index: PhraseIndex
) -> dict[str, tuple[Evidence, ...]]:
    """For each keyword that stands misspelt in the reading, where.

    Only a word that neither the lexicon nor English knows can be a misspelling, and only in a
    statement, a list or a title in English that a person can see, and that does not negate it.
    Among listed skills a name of several words may also lack its plural ("Window 7").
    """
    met: dict[str, dict[Span, Evidence]] = {}
    for name, start in _places(reading, index):
        end = start + len(name.norms)
        place, span = reading.place(start, end), reading.span(start, end)
        negated, weak = claim_of(place)
        if not negated:
            passage = place.passage
            met.setdefault(name.term, {})[span] = Evidence(
                span, "typo", "typo", name.term, passage.section, passage.in_context, weak
            )
    found = {
        keyword.name: [e for term in keyword.terms for e in met.get(term.name, {}).values()]
        for keyword in keywords
    }
    return {
        name: tuple(sorted(evidence, key=lambda e: (e.span.start, e.span.end)))
        for name, evidence in found.items()
        if evidence
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


@lru_cache(maxsize=4)
def _names(index: PhraseIndex) -> _Names:
    """The names that may be misspelt, made once for all resumes of a batch."""
    by_word: dict[str, list[tuple[_Name, int]]] = {}
    for term in index.targets:
        for surface in surfaces_of(term):
            for norms in _ways(surface, index):
                name = _Name(term.name, surface, norms)
                for number, word in enumerate(norms):
                    by_word.setdefault(word, []).append((name, number))
    by_letter: dict[str, list[str]] = {}
    for word in by_word:
        if word.isalpha() and len(word) >= _SHORTEST:
            by_letter.setdefault(word[0], []).append(word)
    return _Names(by_word, by_letter)


def _ways(surface: Surface, index: PhraseIndex) -> Iterator[tuple[str, ...]]:
    """The norms of a surface but an acronym, and of "QuickBooks" as two words."""
    if not surface.text.isupper() or len(surface.text) >= _LONG_NAME:
        yield norms_of(surface.text, index.vocabulary)
    if _CAMEL.fullmatch(surface.text):
        yield tuple(map(word_norm, re.findall(r"[A-Z][a-z]+", surface.text)))


def _suspects(reading: Reading, index: PhraseIndex) -> list[int]:
    """The tokens that may be misspelt words, where most of their passage's other words are known.

    Among words of another language, and names, any word may look like a skill.
    """
    unknown_words = {norm for norm in reading.words.sets["norm"] if not _is_known(norm, index)}
    suspects: list[int] = []
    for number, passage in enumerate(reading.passages):
        if not _is_claim(passage):
            continue
        words = [
            (i, token.norm)
            for i, token in enumerate(reading.lines[number], reading.starts[number])
            if not token.link and len(token.norm) >= 3 and token.norm.isalpha()
        ]
        unknown = [(i, norm) for i, norm in words if norm in unknown_words]
        if 2 * (len(unknown) - 1) <= len(words) - 1:
            suspects.extend(i for i, norm in unknown if _may_be_misspelt(i, norm, reading))
    return suspects


def _is_claim(passage: Passage) -> bool:
    """Whether a person can see the passage, and it says what the resume claims."""
    return passage.kind not in ("contact", "heading") and not passage.hidden


def _is_known(norm: str, index: PhraseIndex) -> bool:
    return norm in index.words or is_english(norm)


def _may_be_misspelt(at: int, norm: str, reading: Reading) -> bool:
    """Whether a word is long enough to tell, no "H.B.S.E.", and no place: Germany is no German."""
    written = reading.text(at, at + 1)
    return len(norm) >= _SHORTEST and written.isalpha() and not is_place(written)


def _places(reading: Reading, index: PhraseIndex) -> Iterator[tuple[_Name, int]]:
    """Each name that stands with one of its words misspelt, and the token that it starts at."""
    names, tokens = _names(index), reading.tokens
    for at in _suspects(reading, index):
        written = tokens[at].norm
        for word in names.by_letter.get(written[0], ()):
            if _is_misspelling(written, word, index):
                for name, number in names.by_word[word]:
                    start = at - number
                    if same_word(written, word) and name.surface.inflects:
                        continue
                    if _stands(name, start, number, tokens) and (
                        not name.surface.context or _is_listed(name, start, reading)
                    ):
                        yield name, start
    for at, token in enumerate(tokens):
        for name, number in names.by_word.get(token.norm + "s", ()):
            start = at - number
            plural = len(name.norms) > 1 and not name.surface.inflects
            if plural and _stands(name, start, number, tokens) and _is_listed(name, start, reading):
                yield name, start


def _stands(name: _Name, start: int, misspelt: int, tokens: Sequence[Token]) -> bool:
    """Whether the tokens from ``start`` are those of a name, but for the misspelt one."""
    window = tokens[max(0, start) : start + len(name.norms)]
    return len(window) == len(name.norms) and all(
        number == misspelt or token.norm == norm or same_word(token.norm, norm)
        for number, (token, norm) in enumerate(zip(window, name.norms, strict=True))
    )


def _is_listed(name: _Name, start: int, reading: Reading) -> bool:
    """Whether a name that may be any words, but for its neighbours, is listed among skills."""
    passage = reading.passages[reading.passage_at(start)]
    return _is_claim(passage) and is_listed_skill(reading.place(start, start + len(name.norms)))


def _is_misspelling(written: str, word: str, index: PhraseIndex) -> bool:
    """Whether ``written`` is ``word`` with a letter or two wrong.

    With two letters wrong, not if one letter makes it another word ("invertors", no "inventory").
    """
    if not word.isalpha() or not is_alike(written, word):
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
