"""The seniority that a posting asks for: in its title, behind a label, as "mid-level"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from atscheck.documents.model import Document
from atscheck.jobs.clauses import Clause
from atscheck.jobs.quoting import cut, quote
from atscheck.matching.ranks import ranks_in
from atscheck.skills.demand_words import any_of
from atscheck.skills.demands import Seniority

_REACH = 60
"""The most characters before a rank in which it is said whose it is."""

_LABEL = re.compile(
    r"^\W*(?:(?:experience|seniority|career|job)\s+level|seniority|level)\s*:\s*(?P<value>.{2,40})$",
    re.IGNORECASE,
)


def seniority_of(
    title: str | None, clauses: Sequence[Clause], document: Document
) -> Iterator[Seniority]:
    """The ranks that title, labels and clauses name, each set of them once."""
    seen: set[tuple[str, ...]] = set()
    for asked in _named(title, clauses, document):
        if asked.ranks and asked.ranks not in seen:
            seen.add(asked.ranks)
            yield asked


def _named(title: str | None, clauses: Sequence[Clause], document: Document) -> Iterator[Seniority]:
    if title:
        yield Seniority("must", cut(title), _line_of(title, document), ranks_in(title))
    for line in document.lines:
        if label := _LABEL.match(document.line_text(line)):
            yield Seniority("must", cut(label[0]), line.number, ranks_in(label["value"]))
    for clause in clauses:
        if clause.tier is not None:
            for found in _phrase().finditer(clause.text):
                before = clause.text[max(0, found.start() - _REACH) : found.start()]
                if any_of("not_ranks", "others").search(before):
                    continue
                yield Seniority(*quote(clause, found.start(), document), ranks_in(found["ranks"]))


def _line_of(title: str, document: Document) -> int:
    """The first line that has the title; the first of all where none has it as it is."""
    wanted = title.casefold()
    lines = (n.number for n in document.lines if wanted in document.line_text(n).casefold())
    return next(lines, 1)


@cache
def _phrase() -> re.Pattern[str]:
    """A rank, or several, with "level" behind: "junior or mid-level", "entry level position"."""
    rank = r"(?:entry|junior|intermediate|mid|senior|lead|principal)"
    return re.compile(
        rf"\b(?P<ranks>{rank}(?:\s*(?:to|or|/|-|and)\s*{rank}){{0,3}}(?:[\s-]level)?)"
        r"(?:(?<=level)|[\s-]level)\b(?!\s+(?:stakeholders?|managers?|management|executives?))",
        re.IGNORECASE,
    )
