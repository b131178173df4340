"""Certificates, licences and clearances: those that the resume claims or lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from atscheck.documents.model import Span
from atscheck.matching.model import Match
from atscheck.matching.requirements.model import Outcome, Requirement
from atscheck.resume.model import Resume
from atscheck.skills.demand_words import any_of
from atscheck.skills.demands import Certificate
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Term

_REACH = 60
"""The most characters between a certificate and what says that it is not held yet."""

_Found = tuple[Span, str, bool]
"""Where a certificate stands, its words, and whether it is said to be still under way."""


def compare_certificate(
    demand: Certificate, resume: Resume, matches: Sequence[Match]
) -> Requirement:
    """Any of the names, as the matcher finds it or as an entry has it; one under way is a part."""
    found = [each for name in demand.names for each in _found(name, resume, matches)]
    if not found:
        return Requirement.of(demand, "not shown")
    span, text, under_way = min(found, key=lambda each: each[2])
    outcome: Outcome = "partly" if under_way else "met"
    return Requirement.of(demand, outcome, text, span)


def _found(name: str, resume: Resume, matches: Sequence[Match]) -> Iterator[_Found]:
    """The places where the resume claims a certificate."""
    for match in matches:
        named = {term.name for term in match.keyword.terms if name in (term.name, term.entry)}
        for claim in match.claims:
            if claim.term in named:
                text = resume.document.quote(claim.span)
                yield claim.span, text, _under_way(claim.span, resume)
    for passage in resume.passages:
        if passage.hidden:
            continue
        listed = passage.kind == "list" or passage.section == "certifications"
        pattern = _named(name, listed=listed)
        for place in pattern.finditer(passage.text):
            span = passage.span(*place.span())
            yield span, place[0], _under_way(span, resume)


def _under_way(span: Span, resume: Resume) -> bool:
    """Whether the words around it say that it is not held yet."""
    line = resume.document.line_at(span.start).span
    first, last = max(line.start, span.start - _REACH), min(line.end, span.end + _REACH)
    around = resume.document.text[first : max(first, last)]
    return any_of("certificates", "under_way").search(around) is not None


@cache
def _named(name: str, *, listed: bool) -> re.Pattern[str]:
    """Any name of the certificate as whole words.

    Those that mean something else too ("CIA") count only where things are ``listed``, written so.
    """
    term = load_lexicon().terms.get(name, Term(name))
    doubted = {*term.ambiguous, *([name] if term.case or term.context else [])}
    names = {name, *term.aliases, *term.acronyms}
    sure = "|".join(_spelled(each) for each in _longest_first(names - doubted)) or "(?!)"
    exact = "|".join(_spelled(each) for each in _longest_first(doubted if listed else ())) or "(?!)"
    return re.compile(rf"(?<![\w-])(?:(?i:{sure})|{exact})(?![\w-])")


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (-len(name), name))


def _spelled(name: str) -> str:
    """Both spellings of "licence", and any space between words."""
    pattern = re.escape(name).replace(r"\ ", r"\s+")
    return re.sub(r"licen[cs]e", "licen[cs]e", pattern, flags=re.IGNORECASE).replace("'", "['’]")
