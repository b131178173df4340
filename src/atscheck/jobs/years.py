"""The years of experience that a posting asks for, overall and of single terms."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from atscheck.data import load_words
from atscheck.documents.model import Document
from atscheck.jobs.clauses import Clause
from atscheck.jobs.mentions import Mention
from atscheck.jobs.quoting import quote
from atscheck.skills.demand_words import any_of, either_of
from atscheck.skills.demands import Years

MAX_YEARS = 30
"""More years than this are a company's age, not a demand."""

_YEARS = re.compile(
    r"(?<![\w.,$€£-])(?P<between>between\s+)?(?P<low>\d{1,2}|[a-z]+(?:-(?!plus\b|years?\b|months?\b)[a-z]+)?)(?:\s*\(\d{1,2}\))?"
    r"\s*(?:\+|-?plus\b|or more\b)?"
    r"(?:\s*(?:-|–|—|to|or|/|(?(between)and|(?!)))\s*(?:\d{1,2}|[a-z]+)(?:\s*\(\d{1,2}\))?\s*\+?)?"
    r"(?:\s*|(?P<bound>-))(?:full\s+|solid\s+|good\s+)?(?P<unit>years?|yrs?|months?|mos?)\b\.?"
    r"(?!\s+(?:old|of age|ago)\b)",
    re.IGNORECASE,
)
"""A length of time: "five (5) years", "3-5 years", "2 to 4 yrs", "two-year", "18 months"."""

_BOUND = re.compile(r"\s+(?:[\w-]+\s+){0,3}?experience\b", re.IGNORECASE)
"""What must follow on "two-year": a "five-year plan" is none of experience."""

_SPAN_OF_TIME = re.compile(
    r"\b(?:last|past|next|first|coming|previous|every|within|after|up to|under"
    r"|(?<!no )(?<!not )less than|maximum(?: of)?|period of)(?:\s+(?:more than|over|about))?\s*$",
    re.IGNORECASE,
)
_OF_WORK = re.compile(
    r"\b(?:experiences?|experienced|exp|background|track record|expertise|practice|work(?:ed|ing)"
    r"|post[- ]qualified|pqe)\b",
    re.IGNORECASE,
)
_BOAST = re.compile(r"^\W*(?:for|with|over|founded|established|since)\b", re.IGNORECASE)
_APPLICANT = re.compile(r"\b(?:you|your|candidates?|applicants?)\b", re.IGNORECASE)
_LINK = re.compile(r"[\s,/&()]*(?:(?:and/or|and|or)\s+(?:another\s+|other\s+)?)?", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:experience\b|at least\b|minimum\b|of\b|for\b|\W)*", re.IGNORECASE)
_ANOTHER = re.compile(r"[,;]\s*(?:including\s+|with\s+)?(?:at least\s+)?\d+\+?\s+(?:in|of)\b", re.I)
"""What tells that a part of the years is meant."""

_MOST = 40
"""The most terms of a list of which years are asked."""

_NEAR = 60
"""The most characters between "5 years" and what they are asked of."""

_LISTED = 8
"""The most words of an item in a list that "in one of the following:" opens."""


def years_of(
    clauses: Sequence[Clause], mentions: Sequence[Mention], document: Document
) -> tuple[Years, ...]:
    """Years of experience asked for, of each term the fewest; of a range the lower bound.

    Months are told in whole years. What is demanded goes before what is only preferred.
    """
    held: dict[Clause, list[Mention]] = {clause: [] for clause in clauses}
    for mention in mentions:
        held[mention.clause].append(mention)
    lowest: dict[str | None, Years] = {}
    for number, clause in enumerate(clauses):
        for found, years in _demands(clause):
            tier, text, line = quote(clause, found.start(), document)
            named: list[str | None] = [*_asked_of(clause, found, held[clause])]
            if not named and clause.text.rstrip().endswith(":"):
                named = [*_following(clauses[number + 1 :], held)]
            for term in named or [None]:
                asked = Years(term, years, line, tier, text)
                if term not in lowest or _order(asked) < _order(lowest[term]):
                    lowest[term] = asked
    return tuple(lowest.values())


def _order(asked: Years) -> tuple[bool, int]:
    return asked.tier == "good", asked.years


def _demands(clause: Clause) -> Iterator[tuple[re.Match[str], int]]:
    """The numbers of years that a clause asks for."""
    text = clause.text
    if clause.tier is None or not (clause.firm or _OF_WORK.search(text)):
        return
    if not clause.firm and _BOAST.match(text) and not _APPLICANT.search(text):
        return
    for found in _YEARS.finditer(text):
        years = _number(found["low"].casefold())
        if found["unit"][0] in "mM":
            years //= 12
        before, end = text[max(0, found.start() - _NEAR) : found.start()], found.end()
        if not 0 < years <= MAX_YEARS or _SPAN_OF_TIME.search(before) or _lasts(before):
            continue
        if (found["bound"] or found["low"] in ("a", "A")) and not _BOUND.match(text, end):
            continue
        if not _other().match(text, end):
            yield found, years


def _number(written: str) -> int:
    """A number in digits or words, 0 for any other word; "twenty-five" is the sum of its words."""
    if written.isdigit():
        return int(written)
    if written == "a":
        return 1
    numbers: dict[str, int] = load_words("postings")["numbers"]
    values = [numbers.get(word, 0) for word in written.split("-")]
    return sum(values) if all(values) else 0


def _lasts(before: str) -> bool:
    """Whether the words before years say that something else takes or is so long."""
    words = any_of("years", "before").search(before)
    return words is not None and _OF_WORK.search(before) is None


@cache
def _other() -> re.Pattern[str]:
    """What tells that years are none of experience: "10 years warranty"."""
    return re.compile(
        rf"['’]?\s*(?:of\s+)?(?:[\w-]+\s+)?{either_of('years', 'other')}", re.IGNORECASE
    )


def _asked_of(clause: Clause, found: re.Match[str], mentions: Sequence[Mention]) -> list[str]:
    """The terms that the years are asked of: a list behind them, else one right before them."""
    before = _right_before(clause, found, mentions)
    if before and clause.text[found.start() - 1] == "(":
        return before
    names: list[str] = []
    reached = clause.span.start + found.end()
    next_one = bisect_left(mentions, reached, key=lambda mention: mention.span.start)
    for mention in mentions[next_one : next_one + _MOST]:
        between = clause.text[reached - clause.span.start : mention.span.start - clause.span.start]
        if not (_LINK.fullmatch(between) if names else _reaches(between)):
            break
        names.append(mention.name)
        reached = mention.span.end
    return names or before


def _reaches(between: str) -> bool:
    """Whether years speak of what such words part them from; "10 years, 5 in X" are none of X."""
    return len(between) <= _NEAR and _ANOTHER.search(between) is None


def _right_before(clause: Clause, found: re.Match[str], mentions: Sequence[Mention]) -> list[str]:
    """The term that the years stand right behind: "Python (5 years)"."""
    start = clause.span.start + found.start()
    last = bisect_right(mentions, start, key=lambda mention: mention.span.end) - 1
    if last < 0:
        return []
    between = clause.text[mentions[last].span.end - clause.span.start : found.start()]
    return [mentions[last].name] if len(between) <= _NEAR and _BETWEEN.fullmatch(between) else []


def _following(clauses: Sequence[Clause], held: dict[Clause, list[Mention]]) -> Iterator[str]:
    """The terms in the items of the list that follows."""
    for clause in clauses:
        if len(clause.text.split()) > _LISTED or not held[clause] or _YEARS.search(clause.text):
            return
        yield from (mention.name for mention in held[clause])
