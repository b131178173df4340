"""WR: wording."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.data import load_words
from atscheck.resume.model import Passage, SectionKind


def _any_of(phrases: list[str]) -> str:
    """The phrases as the body of a pattern, the longest first; their spaces may be hyphens."""
    longest = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(p).replace(r"\ ", r"[\s-]+") for p in longest)


_Starts = frozenset[tuple[str, ...]]


def _starts(words: Sequence[str]) -> _Starts:
    """Each of ``words``, and each with the next."""
    return frozenset((*zip(words, strict=True), *pairwise(words)))


class _Phrases(NamedTuple):
    """Phrases as one pattern, and the first two words of each: what a text with any of them has."""

    pattern: re.Pattern[str]
    starts: _Starts

    @classmethod
    def of(cls, phrases: list[str], ending: str = "") -> _Phrases:
        """Any of ``phrases``, each also with the ``ending``."""
        body, may_end = _any_of(phrases), f"(?:{ending})?" if ending else ""
        pattern = re.compile(rf"(?<![\w-])(?:{body}){may_end}(?![\w-])", re.IGNORECASE)
        ways = (_words(way)[:2] for phrase in phrases for way in (phrase, phrase + ending))
        return cls(pattern, frozenset(map(tuple, ways)))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@cache
def _cliches() -> _Phrases:
    return _Phrases.of(load_words("cliches")["cliches"], "s")


@cache
def _fillers() -> _Phrases:
    return _Phrases.of(list(_shorter()))


@cache
def _shorter() -> dict[str, str]:
    return dict(load_words("fillers")["shorter"])


def _is_named(text: str, found: re.Match[str]) -> bool:
    """Whether what was found is part of a name: one word before another, both with capitals."""
    word = found[0]
    return word[0].isupper() and word.isalpha() and bool(re.match(r" [A-Z]", text[found.end() :]))


_EMPLOYER = re.compile(r"\s(?:company|firm|organi[sz]ation)\b", re.IGNORECASE)
"""Behind a phrase: it tells of the employer ("a forward-thinking company")."""


_Place = tuple[Passage, re.Match[str]]


def _seen(facts: Facts) -> list[tuple[Passage, _Starts]]:
    """The passages that a person can see, and what phrases may begin with in each."""
    passages = (p for p in facts.resume.passages if not p.hidden and p.kind != "heading")
    return [(passage, _starts(_words(passage.text))) for passage in passages]


def _first(facts: Facts, phrases: _Phrases, *without: SectionKind) -> dict[str, _Place]:
    """Each phrase found where a person can see it, with its first place."""
    first: dict[str, _Place] = {}
    for passage, starts in facts.once(_seen):
        if passage.section in without or phrases.starts.isdisjoint(starts):
            continue
        for found in phrases.pattern.finditer(passage.text):
            if _is_named(passage.text, found) or _EMPLOYER.match(passage.text, found.end()):
                continue
            phrase = " ".join(found[0].casefold().replace("-", " ").split())
            first.setdefault(phrase, (passage, found))
    return first


@rule(
    "WR101",
    Severity.INFO,
    source=sources.CLICHES,
    bad=(
        "SUMMARY\nResults-driven team player who thinks outside the box.",
        "SUMMARY\nHighly motivated analyst with a proven track record.",
        "SKILLS\n- Hard working\n- Fast learner\n- Positive attitude",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Worked in a fast-paced environment.",
    ),
    good=(
        "SUMMARY\nAnalyst who cut month-end reporting from 5 days to 2.",
        "SUMMARY\nNurse with 8 years in intensive care, trainer of 12 new colleagues.",
        "SKILLS\nPython, SQL, problem solving, written communication",
        "EXPERIENCE\nAnalyst, Synergy Planners Ltd, 2019 - 2022\n- Solved problems of 40 players.",
        "EXPERIENCE\nAnalyst, 2019 - 2022\n- Planned the moves of a forward thinking company.",
    ),
)
def cliche(facts: Facts) -> Iterator[Hit]:
    """Phrases that a great many resumes hold.

    They say nothing that tells one person from another; a line that shows the quality does.
    """
    first = _first(facts, _cliches())
    if first:
        names = ", ".join(f'"{found[0]}"' for _, found in first.values())
        passage, found = next(iter(first.values()))
        yield Hit(
            passage.span(found.start(), found.end()),
            f"stands in so many resumes that it says little about you: {names}",
            "leave this out, or tell in a statement what shows it",
        )


_NOT_OWN: tuple[SectionKind, ...] = ("objective", "publications", "references", "declaration")
"""Sections where a filler is not shortened: set forms, and aims, which have a rule of their own."""


@rule(
    "WR102",
    Severity.INFO,
    source=sources.WORDINESS,
    bad=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Wrote tests in order to find slips early.",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Reported sales on a weekly basis.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Successfully migrated 40 big sites.",
        "SUMMARY\nEngineer with 9 years in the field of water treatment.",
    ),
    good=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Wrote tests to find slips early.",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Reported sales weekly.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Put the files of 40 sites in order.\n"
        "- Drew the basis of the daily plan.",
        "PUBLICATIONS\n- Doe, J. (2019). On the use of salt in order to stop ice. Roads 4, 12-19.",
    ),
)
def filler(facts: Facts) -> Iterator[Hit]:
    """Phrases that say in many words what one word says, or nothing.

    A resume is skimmed: each word that tells nothing takes the place of one that does.
    """
    first = _first(facts, _fillers(), *_NOT_OWN)
    if first:
        said = {phrase: (found[0], _shorter()[phrase]) for phrase, (_, found) in first.items()}
        names = ", ".join(f'"{text}"' for text, _ in said.values())
        passage, found = next(iter(first.values()))
        yield Hit(
            passage.span(found.start(), found.end()),
            f"can be said in fewer words: {names}",
            "; ".join(
                f'write "{short}" for "{text}"' if short else f'leave out "{text}"'
                for text, short in said.values()
            ),
        )
