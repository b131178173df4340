"""What a posting asks for besides keywords: a degree, years of experience."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from atscheck.data import load_words
from atscheck.documents.model import Document
from atscheck.jobs.clauses import Clause
from atscheck.jobs.mentions import Mention
from atscheck.skills.model import Years

MAX_YEARS = 30
"""More years than this are a company's age, not a demand."""

_RANKS = ("associate", "bachelor", "master", "phd")
"""Degrees, lowest first; postings hardly ask for less."""

_ANY_DEGREE = re.compile(
    r"\b(?:academic|university|college|technical|science|an?|relevant)\s+degree\b|^\W*degree in\b",
    re.IGNORECASE,
)
_OR_EXPERIENCE = re.compile(
    r"\bor\b(?:\W+(?!field|discipline|subject|area|degree|and|plus|with\b)\w+){0,5}?"
    r"\W+(?:experience|background|practice|training)\b",
    re.IGNORECASE,
)
_NOT_HELD = re.compile(
    r"^[\s'’s-]*(?:candidate|student|stipend|fellow|position|program|project|thes[ie]s|scholar"
    r"|supervis|level|school|cours|research|stud|teach|train|office|excel|word|sql|access|teams"
    r"|windows|azure|dynamics)",
    re.IGNORECASE,
)


def degree_of(clauses: Sequence[Clause]) -> str | None:
    """The lowest degree that the posting demands; None where experience may stand for it."""
    found = [
        level
        for clause in clauses
        if clause.tier == "must" and clause.part in ("required", "unknown", "duties")
        for level in _levels(clause)
    ]
    return min(found, key=_RANKS.index, default=None)


def _levels(clause: Clause) -> list[str]:
    """The degrees that a clause demands."""
    held = [
        (level, found.end())
        for level, pattern in _degrees()
        for found in pattern.finditer(clause.text)
        if _is_degree(found[0]) and not _NOT_HELD.match(clause.text[found.end() :])
    ]
    if not held:
        held = [("bachelor", found.end()) for found in _ANY_DEGREE.finditer(clause.text)]
    if not held or _OR_EXPERIENCE.search(clause.text[max(end for _, end in held) :]):
        return []
    return [level for level, _ in held]


@cache
def _degrees() -> list[tuple[str, re.Pattern[str]]]:
    """For each level what names it."""
    table: dict[str, list[str]] = load_words("degrees")["degrees"]
    return [
        (level, re.compile(rf"(?<![\w.])(?:{'|'.join(map(_named, table[level]))})(?![\w-])", re.I))
        for level in _RANKS
    ]


def _named(name: str) -> str:
    """The pattern of a degree's name; "master" alone is more often something else."""
    pattern = re.escape(name).replace("'", "['’´]")
    return (
        rf"(?<!scrum ){pattern}(?=\s*(?:[/,;.)]|$|(?:or|and|in|of)\b))"
        if name == "master"
        else pattern
    )


def _is_degree(written: str) -> bool:
    """Whether a short form is written as one ("BSc", "M.A."), not as a word ("ms", "march")."""
    return len(written) > 5 or sum(c.isupper() for c in written) >= 2


_YEARS = re.compile(
    r"(?<![\w.,$€£-])(?P<low>\d{1,2}|[a-z]+)(?:\s*\(\d{1,2}\))?\s*(?:\+|plus\b|or more\b)?"
    r"(?:\s*(?:-|–|—|to|or|/)\s*(?:\d{1,2}|[a-z]+)(?:\s*\(\d{1,2}\))?\s*\+?)?"
    r"\s*(?:full\s+)?(?:years?|yrs?)\b(?!\s+(?:old|of age|ago)\b)",
    re.IGNORECASE,
)
"""A number of years: "five (5) years", "3-5 years", "2 to 4 years", "10+ yrs"."""

_SPAN_OF_TIME = re.compile(
    r"\b(?:last|past|next|first|coming|previous|every|within|after|up to|less than|under|maximum"
    r"|maximum of|period of)(?:\s+(?:more than|over|about))?\s*$",
    re.IGNORECASE,
)
_OF_WORK = re.compile(
    r"\b(?:experiences?|experienced|background|track record|expertise|practice|work(?:ed|ing))\b",
    re.IGNORECASE,
)
_BOAST = re.compile(r"^\W*(?:for|with|over|founded|established|since)\b", re.IGNORECASE)
_APPLICANT = re.compile(r"\b(?:you|your|candidates?|applicants?)\b", re.IGNORECASE)
_LINK = re.compile(r"[\s,/&()]*(?:(?:and/or|and|or)\s+(?:another\s+|other\s+)?)?", re.IGNORECASE)
_NEAR = 60
"""The most characters between "5 years" and what they are asked of."""

_LISTED = 8
"""The most words of an item in a list that "in one of the following:" opens."""


def years_of(
    clauses: Sequence[Clause], mentions: Sequence[Mention], document: Document
) -> tuple[Years, ...]:
    """Years of experience asked for, of each term the fewest; of a range the lower bound."""
    held: dict[Clause, list[Mention]] = {clause: [] for clause in clauses}
    for mention in mentions:
        held[mention.clause].append(mention)
    lowest: dict[str | None, Years] = {}
    for number, clause in enumerate(clauses):
        for found, years in _demands(clause):
            line = document.line_at(clause.span.start + found.start()).number
            named: list[str | None] = [*_asked_of(clause, found, held[clause])]
            if not named and clause.text.rstrip().endswith(":"):
                named = [*_following(clauses[number + 1 :], held)]
            for term in named or [None]:
                if term not in lowest or years < lowest[term].years:
                    lowest[term] = Years(term, years, line)
    return tuple(lowest.values())


def _demands(clause: Clause) -> Iterator[tuple[re.Match[str], int]]:
    """The numbers of years that a clause asks for."""
    text = clause.text
    if clause.tier is None or not (clause.firm or _OF_WORK.search(text)):
        return
    if not clause.firm and _BOAST.match(text) and not _APPLICANT.search(text):
        return
    numbers: dict[str, int] = load_words("postings")["numbers"]
    for found in _YEARS.finditer(text):
        low = found["low"].casefold()
        years = int(low) if low.isdigit() else numbers.get(low, 0)
        if 0 < years <= MAX_YEARS and not _SPAN_OF_TIME.search(text[: found.start()]):
            yield found, years


def _asked_of(clause: Clause, found: re.Match[str], mentions: Sequence[Mention]) -> list[str]:
    """The terms that the years are asked of: a list behind them, else one right before them."""
    names: list[str] = []
    reached = clause.span.start + found.end()
    for mention in mentions:
        if mention.span.start < reached:
            continue
        between = clause.text[reached - clause.span.start : mention.span.start - clause.span.start]
        if not (_LINK.fullmatch(between) if names else len(between) <= _NEAR):
            break
        names.append(mention.name)
        reached = mention.span.end
    if names:
        return names
    start = clause.span.start + found.start()
    ended = [m for m in mentions if m.span.end <= start]
    if not ended:
        return []
    between = clause.text[ended[-1].span.end - clause.span.start : found.start()]
    near = re.fullmatch(r"\W*(?:experience\b|at least\b|minimum\b|of\b|for\b|\W)*", between, re.I)
    return [ended[-1].name] if near else []


def _following(clauses: Sequence[Clause], held: dict[Clause, list[Mention]]) -> Iterator[str]:
    """The terms in the items of the list that follows."""
    for clause in clauses:
        if len(clause.text.split()) > _LISTED or not held[clause] or _YEARS.search(clause.text):
            return
        yield from (mention.name for mention in held[clause])
