"""The certificates, licences, registrations and clearances that a posting asks for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from atscheck.documents.model import Document
from atscheck.jobs.clauses import Clause
from atscheck.jobs.mentions import Mention
from atscheck.jobs.options import options
from atscheck.jobs.quoting import quote
from atscheck.resume.words import either
from atscheck.skills.demand_words import any_of, demand_words, either_of
from atscheck.skills.demands import Certificate
from atscheck.skills.lexicon import load_lexicon

_FIELD = "certifications"
"""The field of the terms that are certificates."""

_WORD = re.compile(r"\w[\w'’/&+#-]*")
_NAME_WORDS = 4
"""The most words of a name that the lexicon does not have."""

_OWNERS = re.compile(r"\b(?:our|their|its|all)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Named:
    """A certificate in a clause."""

    start: int
    end: int
    name: str


def certificates_of(
    clauses: Sequence[Clause], mentions: Sequence[Mention], document: Document
) -> Iterator[Certificate]:
    """Each certificate to be held; those that "or" joins are one demand that any of them meets.

    Names are those of the lexicon, and others that a word such as "licence" tells.
    """
    terms = load_lexicon().terms
    known: dict[Clause, list[_Named]] = {clause: [] for clause in clauses}
    for m in mentions:
        if m.name in terms and terms[m.name].field == _FIELD and m.clause in known:
            start = m.clause.span.start
            known[m.clause].append(_Named(m.span.start - start, m.span.end - start, m.name))
    for clause in clauses:
        if clause.tier is None or clause.part == "stack" or not _is_asking(clause):
            continue
        named = [each for each in known[clause] if _is_held(clause.text, each.start, each.end)]
        named += [each for each in _unknown(clause) if not _overlaps(each, known[clause])]
        for group in options(clause.text, sorted(named, key=attrgetter("start"))):
            names = tuple(dict.fromkeys(each.name for each in group))
            yield Certificate(*quote(clause, group[0].start, document), names)


def _overlaps(named: _Named, taken: Sequence[_Named]) -> bool:
    """Whether it touches one of ``taken``, which stand apart and in order."""
    before = bisect_left(taken, named.end, key=attrgetter("start"))
    return before > 0 and taken[before - 1].end > named.start


def _is_held(text: str, start: int, end: int) -> bool:
    """Whether it is the applicant's own, no partner's and no product's."""
    return not (_OWNERS.search(text[max(0, start - 40) : start]) or _not_behind().match(text, end))


def _is_asking(clause: Clause) -> bool:
    """Whether a certificate in it is one to hold: duties name some by the way."""
    if clause.firm or clause.part in ("required", "preferred"):
        return True
    words = (any_of("certificates", key) for key in ("holders", "kinds"))
    return any(pattern.search(clause.text) for pattern in words)


def _unknown(clause: Clause) -> Iterator[_Named]:
    """Certificates that the lexicon does not have: "pesticide applicator licence"."""
    text = clause.text
    patterns = (_held_as(), _held_by(), _licensed_to())
    found = [*_told_by_kind(text), *(m.span() for p in patterns for m in p.finditer(text))]
    for start, end in found:
        if _is_held(text, start, end):
            yield _Named(start, end, " ".join(text[start:end].split()))


def _told_by_kind(text: str) -> Iterator[tuple[int, int]]:
    """Names around a word such as "licence": the words before it, else those behind it."""
    for kind in _kinds().finditer(text):
        words: list[re.Match[str]] = []
        for word in reversed([*_WORD.finditer(text, max(0, kind.start() - 80), kind.start())]):
            gap = text[word.end() : words[0].start() if words else kind.start()]
            if gap.strip() or word[0].casefold() in demand_words("certificates", "unnamed"):
                break
            words.insert(0, word)
        if words and all(_is_kind(word[0]) for word in words):
            continue  # "Licence/certification:" is a label
        if kind["acronyms"] and not (words and words[-1][0].isupper()):
            continue
        if words and not _not_of().search(text[words[0].start() : kind.start()]):
            yield words[-_NAME_WORDS:][0].start(), kind.end()
        elif not words and (behind := _behind().match(text, kind.end())):
            yield kind.start(), behind.end()


def _is_kind(word: str) -> bool:
    return demand_words("certificates", "kinds").issuperset(re.findall(r"\w+", word.casefold()))


@cache
def _kinds() -> re.Pattern[str]:
    kinds, others = (either_of("certificates", k) for k in ("kinds", "kinds_of_capitals"))
    return re.compile(rf"{kinds}|(?P<acronyms>{others})", re.IGNORECASE)


@cache
def _not_of() -> re.Pattern[str]:
    return any_of("certificates", "not_of")


@cache
def _not_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+{either_of('certificates', 'not_behind')}", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    """What a licence is for: "licence to practise as a nurse", "registration with the X"."""
    word = r"(?!(?:and|or|is|are|the)\b)[\w'’-]+"
    return re.compile(
        rf"\s+{either_of('certificates', 'of')}\s+{word}(?:\s+{word}){{0,3}}", re.IGNORECASE
    )


@cache
def _held_as() -> re.Pattern[str]:
    """A role that one is licensed for: "licensed electrician"."""
    adjective = either_of("certificates", "held_as")
    roles = either("roles", "titles")
    return re.compile(
        rf"{adjective}\s+(?:as\s+an?\s+)?(?:[\w-]+\s+){{0,2}}?(?:{roles})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _held_by() -> re.Pattern[str]:
    """Who licenses, and that it was done: "Gas Safe registered", "HCPC registered"."""
    adjective = either_of("certificates", "held_as")
    return re.compile(
        rf"\b(?:[A-Z]{{2,6}}|[A-Z][a-z]+(?:\s[A-Z][a-z]+){{1,3}})\s{adjective}(?!\s+[A-Za-z])"
    )


@cache
def _licensed_to() -> re.Pattern[str]:
    """What one is licensed for, or by whom: "licensed to practise law", "registered with the X"."""
    adjective = either_of("certificates", "held_as")
    body = r"(?:[A-Z][\w&]*)(?:\s+(?:and\s+|of\s+)?[A-Z]\w*){0,5}"
    return re.compile(
        rf"(?i:{adjective})\s+(?:to\s+practi[cs]e(?:\s+(?!in\b)\w+)?|(?:by|with)\s+(?:the\s+)?{body})"
    )
