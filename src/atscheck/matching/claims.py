"""Does the person claim it? Negation and weak claims, from the words around a term."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from atscheck.data import load_words
from atscheck.matching.place import LIST_MARKS, LIST_WORDS, Place
from atscheck.matching.tokens import word_norm

_CLAUSE_ENDS = frozenset(". , ; : ! ? • | and while but however although though".split())
_OPENERS = frozenset(["(", "-", ":", "["])
_CLOSERS = frozenset(["", ".", ",", ";", ")", "]", "|", "•"])
_REACH = 10
"""How far before a term, or before the list that it stands in, a cue may stand, in tokens."""
_LIST = 100
"""How many tokens of that list are looked at."""


def is_negated(place: Place) -> bool:
    """Whether a cue such as "no experience with" governs the term, or "not used" follows it."""
    head = _head(place)
    if _contains(head, "exempt"):
        return False
    if _contains(head, "negated") or _ends(head, "negated_directly"):
        return True
    after = _after(place)
    stands = _standing(after, "negated_after")
    return any(start == 0 and after[end] in _CLOSERS for start, end in stands)


def is_weak(place: Place) -> bool:
    """Whether the claim is qualified ("familiar with", "currently learning", "basics")."""
    head, label = _head(place), _label(place)
    if _contains(head, "weak") or _ends(head, "weak_directly"):
        return True
    if _contains(label, "weak") or _contains(label, "weak_labels"):
        return True
    return any(start == 0 for start, _ in _standing(_after(place), "weak_after"))


@cache
def _cues(key: str) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The cues of a list of keywords/words/negation.toml, as norms, by their first word."""
    words: dict[str, list[str]] = load_words("negation")
    cues: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words[key]:
        cue = tuple(map(word_norm, re.findall(r"[\w']+", phrase)))
        cues.setdefault(cue[0], []).append(cue)
    return cues


def _head(place: Place) -> list[str]:
    """The words that govern the term: those of its clause before the list that it stands in.

    In "no experience with Docker, Helm or Kubernetes" the head of all three is "no experience
    with". Words of known terms are left out: "machine learning in Python" says nobody learns it.
    """
    index, least = place.first - 1, place.first - _LIST
    while index >= max(0, least) and (index in place.named or _is_list_mark(place, index)):
        index -= 1
    head: list[str] = []
    while index >= 0 and len(head) < _REACH and place.norm(index) not in _CLAUSE_ENDS:
        head.append("" if index in place.known else place.norm(index))
        index -= 1
    return head[::-1]


def _is_list_mark(place: Place, index: int) -> bool:
    """Whether a token stands behind an item of a list of terms: "Docker, Helm, or Kubernetes"."""
    if place.norm(index) in LIST_WORDS and place.norm(index - 1) == ",":
        index -= 1
    norm = place.norm(index)
    return (norm in LIST_MARKS or norm in LIST_WORDS) and index - 1 in place.named


def _label(place: Place) -> list[str]:
    """The words before the passage's first colon, if few: "Familiar with: Docker, Helm"."""
    norms = [token.norm for token in place.tokens[: min(7, place.first)]]
    if ":" not in norms:
        return []
    end = norms.index(":")
    return ["" if i in place.known else norms[i] for i in range(end)]


def _after(place: Place) -> list[str]:
    """The next words after the term, an opening bracket or dash left out."""
    start = place.last + 1
    if place.norm(start) in _OPENERS:
        start += 1
    return [place.norm(start + i) for i in range(5)]


def _standing(words: Sequence[str], key: str) -> Iterator[tuple[int, int]]:
    """Where cues of the list ``key`` stand among ``words`` (half-open)."""
    cues = _cues(key)
    for start, word in enumerate(words):
        for cue in cues.get(word, ()):
            end = start + len(cue)
            if tuple(words[start:end]) == cue:
                yield start, end


def _ends(head: Sequence[str], key: str) -> bool:
    return any(end == len(head) for _, end in _standing(head, key))


def _contains(words: Sequence[str], key: str) -> bool:
    return any(True for _ in _standing(words, key))
