"""WR: wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.data import load_words
from atscheck.resume.model import Passage


@cache
def _cliches() -> re.Pattern[str]:
    phrases = sorted(load_words("cliches")["cliches"], key=len, reverse=True)
    body = "|".join(re.escape(p).replace(r"\ ", r"[\s-]+") for p in phrases)
    return re.compile(rf"(?<![\w-])(?:{body})s?(?![\w-])", re.IGNORECASE)


def _places(facts: Facts) -> Iterator[tuple[str, Passage, re.Match[str]]]:
    """Each cliche as written, in the passages that a person can see."""
    for passage in facts.resume.passages:
        if not passage.hidden and passage.kind != "heading":
            for found in _cliches().finditer(passage.text):
                yield " ".join(found[0].casefold().replace("-", " ").split()), passage, found


@rule(
    "WR101",
    Severity.INFO,
    source=sources.CLICHES,
    bad=("SUMMARY\nResults-driven team player who thinks outside the box.",),
    good=("SUMMARY\nAnalyst who cut month-end reporting from 5 days to 2.",),
)
def cliche(facts: Facts) -> Iterator[Hit]:
    """Phrases that a great many resumes hold.

    They say nothing that tells one person from another; a line that shows the quality does.
    """
    first: dict[str, tuple[Passage, re.Match[str]]] = {}
    for phrase, passage, found in _places(facts):
        first.setdefault(phrase, (passage, found))
    if first:
        names = ", ".join(f'"{found[0]}"' for _, found in first.values())
        passage, found = next(iter(first.values()))
        yield Hit(
            passage.span(found.start(), found.end()),
            f"said by so many resumes that it tells little: {names}",
            "leave these out, or put in their place a statement that shows it",
        )
