"""Ranks of seniority in titles (words/demands.toml)."""

from __future__ import annotations

import re
from functools import cache

from atscheck.data import load_words
from atscheck.skills.demand_words import any_of
from atscheck.skills.demands import RANKS, Rank


def ranks_in(title: str) -> tuple[Rank, ...]:
    """The ranks that a title names, lowest first; a place or contract in it is none."""
    text = any_of("not_ranks", "names").sub(" ", title)
    named = {_ranks()[" ".join(found[0].casefold().split())] for found in _rank().finditer(text)}
    return tuple(rank for rank in RANKS if rank in named)


@cache
def _ranks() -> dict[str, Rank]:
    table: dict[Rank, list[str]] = load_words("demands")["ranks"]
    return {word: rank for rank, words in table.items() for word in words}


@cache
def _rank() -> re.Pattern[str]:
    some = "|".join(sorted((re.escape(w).replace(r"\ ", r"\s+") for w in _ranks()), key=len)[::-1])
    return re.compile(rf"(?<![\w-])(?:{some})(?![\w])", re.IGNORECASE)
