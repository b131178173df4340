"""The clauses of a posting, each with the tier of what it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from atscheck.documents.model import Document, Span
from atscheck.jobs.cues import phrases, tell_tiers
from atscheck.jobs.headings import NOISE, Heading, Part, find_headings
from atscheck.jobs.noise import is_about_company, noise_of, speaks_of_job
from atscheck.jobs.paragraphs import read_paragraphs
from atscheck.skills.model import Tier

_END = re.compile(
    r"(?<!\be\.g)(?<!\bi\.e)(?<!\bincl)(?<!\b[DMS]r)(?<!\bM[rs]s)(?<!\bProf)(?<!\bapprox)"
    r"(?<!\b[Mm]in)(?<!\b[Mm]ax)(?<!\bvs)(?<!\b[Ee]xp)(?<!\byrs)(?<!\.\.)"
    r"(?!(?:(?<=\betc)|(?<=\.[A-Z])|(?<=\.[A-Z]\w)|(?<=\.[A-Z]\w\w))\.\s+[a-z(/&])[.;!?](?=\s|$)"
)
"""The end of a clause: no full stop inside a word ("Node.js"), none of a short form, no dots.

Behind "etc." and degrees ("B.Sc.") one ends where no small letter follows.
"""

_VALUE_WORDS = 8
"""The most words that the value of a label ("Job type: full time") has."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a posting, or the part of one that a cue ("is a plus") speaks of.

    Attributes:
        span: its place in the document.
        text: its characters; line breaks are spaces.
        part: the part of the posting.
        tier: of what it asks for; None where it asks for nothing.
        firm: whether a heading or its wording says the tier; else it is a guess.
    """

    span: Span
    text: str
    part: Part
    tier: Tier | None
    firm: bool


def read_clauses(document: Document) -> tuple[Clause, ...]:
    """The clauses of the posting in its order, headings left out."""
    clauses: list[Clause] = []
    part: Part = "unknown"
    for heading, body in _sections(document):
        texts = body
        named = heading is not None and heading.label
        if named and (not body or _is_value(document, body[0])):
            texts = body[1:]
        elif heading is not None and not (named and heading.part == "page"):
            part = heading.part
        for span in texts:
            clauses += _clauses(document, span, part)
    return tuple(clauses)


def _sections(document: Document) -> list[tuple[Heading | None, list[Span]]]:
    """The headings, the first None for what stands before any, and the paragraphs after each."""
    sections: list[tuple[Heading | None, list[Span]]] = [(None, [])]
    for paragraph in read_paragraphs(document):
        block = paragraph.span
        start = block.start
        for heading in find_headings(_text(document, block), set_off=paragraph.set_off):
            sections[-1][1].append(Span(start, block.start + heading.start))
            sections.append((heading, []))
            start = block.start + heading.end
        sections[-1][1].append(Span(start, block.end))
    return [
        (heading, [span for span in body if _text(document, span).strip(" -")])
        for heading, body in sections
    ]


def _text(document: Document, span: Span) -> str:
    return document.quote(span).replace("\n", " ")


def _is_value(document: Document, span: Span) -> bool:
    return len(_text(document, span).split()) <= _VALUE_WORDS


def _clauses(document: Document, span: Span, part: Part) -> Iterator[Clause]:
    """The clauses of a paragraph, those that speak of two tiers divided."""
    text = _text(document, span)
    start = 0
    for end in [*(m.end() for m in _END.finditer(text)), len(text)]:
        clause = text[start:end]
        own, base, firm = _standing(clause, part)
        for piece in tell_tiers(clause, base, firm=firm):
            body = clause[piece.start : piece.end]
            if body.strip(" .;,()-"):
                place = Span(span.start + start + piece.start, span.start + start + piece.end)
                yield Clause(place, body, own, piece.tier, piece.firm)
        start = end


def _standing(clause: str, part: Part) -> tuple[Part, Tier | None, bool]:
    """The part that a clause belongs to, the tier it has from there, and whether that is firm."""
    if part in NOISE:
        if not speaks_of_job(clause, part):
            return part, None, False
        part = "unknown"
    if (noise := noise_of(clause, part)) is not None:
        return noise, None, False
    if part != "stack" and is_about_company(clause):
        # What a company says of itself asks for nothing; the tools that it uses are good to know.
        stack = phrases("company", "stack").search(clause)
        return ("stack", "good", False) if stack else ("company", None, False)
    if part == "preferred":
        return part, "good", True
    return part, "must", part == "required"
