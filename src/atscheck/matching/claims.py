"""Does the person claim it? Negation and weak claims, from the words around a term."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

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


class Claim(NamedTuple):
    """How a term is claimed.

    Attributes:
        negated: a cue such as "no experience with" governs the term, or "not used" follows it.
        weak: the claim is qualified ("familiar with", "currently learning", "basics").
    """

    negated: bool
    weak: bool


def claim_of(place: Place) -> Claim:
    """How the term at ``place`` is claimed."""
    head, after = _head(place), _after(place)
    return Claim(_is_negated(head, after), _is_weak(head, _label(place), after))


def _is_negated(head: Sequence[str], after: Sequence[str]) -> bool:
    if _contains(head, "exempt"):
        return False
    if _contains(head, "negated") or _ends(head, "negated_directly"):
        return True
    stands = _standing(after, "negated_after")
    return any(start == 0 and after[end] in _CLOSERS for start, end in stands)


def _is_weak(head: Sequence[str], label: Sequence[str], after: Sequence[str]) -> bool:
    if _contains(head, "weak") or _ends(head, "weak_directly"):
        return True
    if _contains(label, "weak") or _contains(label, "weak_labels"):
        return True
    return any(start == 0 for start, _ in _standing(after, "weak_after"))


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
    tokens, index, least = place.tokens, place.first - 1, max(0, place.first - _LIST)
    while index >= least and (index in place.named or _is_list_mark(place, index)):
        index -= 1
    head: list[str] = []
    while index >= 0 and len(head) < _REACH and (norm := tokens[index].norm) not in _CLAUSE_ENDS:
        head.append("" if index in place.known else norm)
        index -= 1
    return head[::-1]


def _is_list_mark(place: Place, index: int) -> bool:
    """Whether a token stands behind an item of a list of terms: "Docker, Helm, or Kubernetes"."""
    norm = place.norm(index)
    if norm in LIST_WORDS and place.norm(index - 1) == ",":
        index, norm = index - 1, ","
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


def _standing(words: Sequence[str], key: str) -> list[tuple[int, int]]:
    """Where cues of the list ``key`` stand among ``words`` (half-open)."""
    cues = _cues(key)
    if cues.keys().isdisjoint(words):
        return []
    return [
        (start, start + len(cue))
        for start, word in enumerate(words)
        for cue in cues.get(word, ())
        if tuple(words[start : start + len(cue)]) == cue
    ]


def _ends(head: Sequence[str], key: str) -> bool:
    return any(end == len(head) for _, end in _standing(head, key))


def _contains(words: Sequence[str], key: str) -> bool:
    return bool(_standing(words, key))
