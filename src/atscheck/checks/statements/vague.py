"""AC: words that stand where an amount would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from atscheck.checks import sources
from atscheck.checks.quotes import shortened
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.checks.statements.jobs import at_work, told
from atscheck.data import load_words


@cache
def _words() -> dict[str, Any]:
    return load_words("vague")


@cache
def _vague() -> re.Pattern[str]:
    phrases = sorted((*_words()["counts"], *_words()["changes"]), key=len, reverse=True)
    body = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases)
    return re.compile(rf"(?<![\w-])(?:{body})(?![\w-])", re.IGNORECASE)


def _job(line: str) -> str:
    return f"EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- {line}"


@rule(
    "AC406",
    Severity.INFO,
    source=sources.VAGUE_WORDS,
    bad=(
        _job("Wrote guides for various towns around the lake."),
        _job("Trained several new clerks.\n- Sold numerous tickets to guests of the garden."),
        _job("Significantly reduced the cost of a trip."),
        _job("Led a number of tours, with a substantial increase in guests."),
    ),
    good=(
        _job("Wrote guides for 12 of the many towns around the lake."),
        _job("Drew maps of several lakes, such as Upper Mere and Lower Mere."),
        _job("Planned a show of Various Artists in the garden."),
        _job("Wrote multiple choice tests, and tables with many-to-many relations."),
        _job("Drew up the list of significant buildings at the lake."),
    ),
)
def vague_amount(facts: Facts) -> Iterator[Hit]:
    """Words such as "several" or "significantly" where an amount would stand.

    They claim an amount without naming it: one reader takes "several" for three, another for
    thirty. Where only an estimate is known, "about 40" still tells more.
    """
    places = [
        (bullet, found)
        for bullet in at_work(facts)
        if not bullet.quantified and (found := vague(bullet.passage.text))
    ]
    if places:
        bullet, found = places[0]
        questions = dict.fromkeys(_question(found[0]) for _, found in places)
        yield Hit(
            bullet.passage.span(found.start(), found.end()),
            "no amount, but a word in its place: "
            + told([_quoted(b.passage.text, found) for b, found in places]),
            f"ask yourself: {' '.join(questions)} Where you know it, put the number in its place",
        )


def vague(text: str) -> re.Match[str] | None:
    """The first word in ``text`` that stands where an amount would."""
    return next((m for m in _vague().finditer(text) if _is_amount(text, m)), None)


def _is_amount(text: str, found: re.Match[str]) -> bool:
    """Whether it is about an amount: not in a name, a comparison or "and many more"."""
    before = text[: found.start()].split()[-1:]
    after = re.findall(r"[\w-]+", text[found.end() : found.end() + 40])[:3]
    word = found[0].casefold()
    if word in ("significant", "substantial"):
        return any(w.casefold().removesuffix("s") in _changed() for w in after[:2])
    if word in _words()["changes"]:
        return True
    if _naming().search(text, found.end()):
        return False
    if before and before[0].casefold() in _words()["before"]:
        return False
    named = found[0][0].isupper() and (bool(before) or after[:1] != [a.lower() for a in after[:1]])
    return bool(after) and not named and after[0].casefold() not in _words()["behind"]


@cache
def _naming() -> re.Pattern[str]:
    """Words behind which the things themselves are named."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _words()['naming']))})|:", re.IGNORECASE)


@cache
def _changed() -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in _words()["changed"])


def _question(phrase: str) -> str:
    change = " ".join(phrase.casefold().split()) in _words()["changes"]
    return "by how much, or from what to what?" if change else "how many, or which ones?"


def _quoted(text: str, found: re.Match[str]) -> str:
    """The words with the next few behind them."""
    start = max(0, text.rfind(" ", 0, max(0, found.start() - 1)) + 1)
    rest = text[found.end() :].split()
    words = [*text[start : found.end()].split(), *rest[:_NEXT]]
    return f'"{shortened(" ".join(words))}{" …" if len(rest) > _NEXT else ""}"'


_NEXT = 3
