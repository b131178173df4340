"""Positions: jobs by the date ranges in the experience sections, with title and employer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from atscheck.documents.model import Document, Line, Span
from atscheck.resume.dates import DateRange, find_ranges
from atscheck.resume.model import Passage, Position, Section
from atscheck.resume.roles import is_organisation, is_title

_PARTS = re.compile(r"\s*(?:\t|\||,|;|•|\s-+\s|\bat\b|\bwith\b|@|\bfor\b|\bin\b(?=\s+[A-Z]))\s*")
_EDGES = " \t,;:|()[]-•."
_LABEL = re.compile(
    r"^(?:organi[sz]ation|company|employer|designation|title|position|role|duration|period)\s*[:-]+\s*",
    re.IGNORECASE,
)


def find_positions(
    document: Document, sections: Sequence[Section], passages: Sequence[Passage]
) -> tuple[Position, ...]:
    """The jobs in the experience sections, in reading order."""
    found: list[Position] = []
    for section in sections:
        if section.kind != "experience":
            continue
        lines = [n for n in document.lines_of(section.span) if n.span.start >= section.span.start]
        lines = [n for n in lines if section.heading is None or n.span.start >= section.heading.end]
        starts = {document.line_at(p.offsets[0]).number for p in passages if p.kind == "bullet"}
        found.extend(_positions(document, lines, starts))
    return tuple(found)


def _positions(document: Document, lines: list[Line], bullets: set[int]) -> Iterator[Position]:
    for i, line in enumerate(lines):
        text = document.line_text(line)
        ranges = list(find_ranges(text))
        if not ranges or (line.number in bullets and len(text) > 90):
            continue
        dates = ranges[0]
        rest = _without(text, dates)
        parts = _parts(rest)
        around = [lines[k] for k in (i - 1, i + 1) if 0 <= k < len(lines)]
        if len(parts) < 2:
            for near in around:
                other = document.line_text(near)
                if near.number not in bullets and len(other.split()) <= 12 and not _dated(other):
                    parts += _parts(other)
        title = next((p for p in parts if is_title(p)), None)
        employer = next((p for p in parts if p != title and is_organisation(p)), None)
        if employer is None:
            employer = next((p for p in parts if p != title and p[:1].isupper()), None)
        if title is None and employer is None:
            continue
        span = Span(line.span.start, line.span.end)
        yield Position(title, employer, dates.first, dates.last, dates.current, span)


def _dated(text: str) -> bool:
    return any(True for _ in find_ranges(text))


def _without(text: str, dates: DateRange) -> str:
    return f"{text[: dates.start]}\t{text[dates.end :]}"


def _parts(text: str) -> list[str]:
    parts = [_LABEL.sub("", part.strip(_EDGES)).strip(_EDGES) for part in _PARTS.split(text)]
    return [part for part in parts if len(part) > 1]
