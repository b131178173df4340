"""What stands beside a candidate: the neighbours that its term names, and the items of a list."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from atscheck.matching.place import Place
from atscheck.matching.tokens import Vocabulary, norms_of

_MARKS = 2
"""How many marks stand between two items: a comma and "and"."""
_COMPUTING = frozenset(["data", "design-software", "machine-learning", "office", "software"])
"""Fields whose terms tell one another's everyday words."""


def is_near(place: Place, phrases: tuple[str, ...]) -> bool:
    """Whether one of ``phrases`` stands directly before or after the candidate ("95% CI")."""
    first = place.first - 1 if place.norm(place.first - 1) == "%" else place.first
    return _between(place, first, place.last, phrases)


def is_of(place: Place, phrases: tuple[str, ...]) -> bool:
    """Whether it is done to one of ``phrases`` ("pruning of the models")."""
    if place.norm(place.last + 1) != "of":
        return False
    of = place.last + 1
    last = of + 1 if place.norm(of + 1) in ("a", "an", "the") else of
    return any(_stand(place, last + 1, norms_near(phrase)) for phrase in phrases)


def is_listed_near(place: Place, phrases: tuple[str, ...]) -> bool:
    """Whether one of ``phrases`` is the item before or after it in a list ("Flutter and Dart")."""
    first, last = place.first, place.last
    for _ in range(_MARKS):
        first -= place.is_mark(first - 1)
        last += place.is_mark(last + 1)
    return _between(place, first, last, phrases)


def _between(place: Place, first: int, last: int, phrases: tuple[str, ...]) -> bool:
    """Whether one of ``phrases`` stands directly before ``first`` or directly after ``last``."""
    if not phrases:
        return False
    near = _near(phrases)
    before = near.before.get(place.norm(first - 1), ())
    after = near.after.get(place.norm(last + 1), ())
    return any(_stand(place, first - len(words), words) for words in before) or any(
        _stand(place, last + 1, words) for words in after
    )


def _stand(place: Place, start: int, words: tuple[str, ...]) -> bool:
    """Whether ``words`` stand from the token ``start`` on."""
    return all(place.norm(start + i) == word for i, word in enumerate(words))


class _Near(NamedTuple):
    """Phrases by the word that stands beside the candidate: the last before it, else the first."""

    before: dict[str, list[tuple[str, ...]]]
    after: dict[str, list[tuple[str, ...]]]


@lru_cache(maxsize=20_000)
def _near(phrases: tuple[str, ...]) -> _Near:
    near = _Near({}, {})
    for phrase in phrases:
        words = norms_near(phrase.removeprefix("_ ").removesuffix(" _"))
        if not phrase.startswith("_ "):
            near.before.setdefault(words[-1], []).append(words)
        if not phrase.endswith(" _"):
            near.after.setdefault(words[0], []).append(words)
    return near


@lru_cache(maxsize=20_000)
def norms_near(phrase: str) -> tuple[str, ...]:
    """The norms of a neighbour's words, as the lexicon alone reads them."""
    return norms_of(phrase, Vocabulary.of([phrase]))


def is_listed_skill(place: Place) -> bool:
    """Whether the candidate is a whole item of a list that is one of skills."""
    in_skills = place.passage.section == "skills"
    return _is_list_item(place) and (in_skills or _known_sibling(place))


def _is_list_item(place: Place) -> bool:
    """Whether the candidate is a whole item of a list ("Python, R, C", "Excel and Word")."""
    before, after = place.norm(place.first - 1), place.norm(place.last + 1)
    opens = before == "" or place.is_mark(place.first - 1)
    opens = opens or place.follows("introducing") or place.follows("opening")
    closes = after in ("", ".") or place.is_mark(place.last + 1)
    versioned = after.replace(".", "").isdigit()
    alone = before == "" and after == "" and place.passage.kind != "list"
    return opens and (closes or versioned) and not alone


def _known_sibling(place: Place) -> bool:
    """Whether a neighbouring list item is an unambiguous term of the lexicon."""
    return any(_item_known(place, step) for step in (-1, 1))


def _item_known(place: Place, step: int) -> bool:
    index = place.first - 1 if step < 0 else place.last + 1
    edges = 0
    while 0 <= index < len(place.tokens) and abs(index - place.first) <= 8:
        if index in place.known:
            return edges > 0
        edges += place.is_mark(index)
        index += step
    return False


def is_known_nearby(place: Place, field: str | None = None) -> bool:
    """Whether an unambiguous term, of any or of a kindred field, stands within four tokens."""
    if field is None:
        return is_one_nearby(place, place.known)
    kindred = _COMPUTING if field in _COMPUTING else frozenset([field])
    return is_one_nearby(place, [i for i, own in place.known.items() if own in kindred])


def is_one_nearby(place: Place, terms: Collection[int]) -> bool:
    """Whether one of the tokens ``terms`` stands within four of it."""
    around = range(place.first - 4, place.last + 5)
    return any(i in terms for i in around if not place.first <= i <= place.last)
