"""The words of a posting that ask for something, as its demands keep them."""

from __future__ import annotations

from atscheck.documents.model import Document
from atscheck.jobs.clauses import Clause
from atscheck.skills.model import Tier

Said = tuple[Tier, str, int]
"""The tier, the words and the line of what is asked for."""

_LONGEST = 160
"""The most characters of a clause that are quoted."""


def quote(clause: Clause, at: int, document: Document) -> Said:
    """What ``clause`` says where it asks for what stands at an offset in its text."""
    line = document.line_at(clause.span.start + at).number
    text = clause.text
    if len(text) > 2 * _LONGEST:
        text = text[max(0, at - _LONGEST // 2) : at + _LONGEST]
    return clause.tier or "must", cut(text), line


def cut(text: str) -> str:
    """``text`` on one line, without what marks an item, cut at a word where it is long."""
    whole = " ".join(text.split()).strip(" -–—*•·▪◦●.;,:")
    if len(whole) <= _LONGEST:
        return whole
    return whole[: _LONGEST - 1].rpartition(" ")[0] + "…"
