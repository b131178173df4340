"""Parts of a passage, as the cells and commas of a job's head cut them, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from atscheck.documents.model import Span
from atscheck.resume.model import Passage

CELLS = re.compile(r"[\t|•·]+|\s\*\s")
"""What cuts a line into cells."""
EDGES = " \t,;:|()[]-•.\"'*"
"""Marks that are no part of a value at its edges."""

_AROUND = re.compile(r"[(\[] ?\t+ ?[)\]]|[(\[] ?\t+|\t+ ?[)\]]")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a passage: its text, and its place in the document."""

    text: str
    span: Span


def part(passage: Passage, text: str, start: int, end: int) -> Part | None:
    """``text[start:end]`` without marks at its edges, or None where nothing is left.

    ``text`` is the passage's text, perhaps cut short or with some of it blanked out.
    """
    start, end = _trimmed(text, start, end)
    return Part(text[start:end], passage.span(start, end)) if start < end else None


def pieces(
    text: str, pattern: re.Pattern[str], start: int = 0, end: int | None = None
) -> Iterator[tuple[int, int]]:
    """Start and end of what ``pattern`` leaves of ``text`` between its matches."""
    last = len(text) if end is None else end
    for found in pattern.finditer(text, start, last):
        yield start, found.start()
        start = found.end()
    yield start, last


def blanked(text: str, start: int, end: int) -> str:
    """``text`` with a gap in place of a part and of the brackets around it, as long as before."""
    gap = "\t" * (end - start)
    return _AROUND.sub(lambda m: "\t" * len(m.group()), f"{text[:start]}{gap}{text[end:]}")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of a part without marks at its edges, but with the bracket that closes one."""
    first, last = _stripped(text, start, end)
    inner, whole = text[first:last], text[start:end]
    if inner.count("(") <= inner.count(")"):
        return first, last
    closing = text.find(")", last, end)
    if closing >= 0 and whole.count(")") >= whole.count("("):
        return first, closing + 1
    opening = text.rindex("(", first, last)
    before = _stripped(text, first, opening)
    return before if before[0] < before[1] else (first, last)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip(EDGES))
    return first, max(first, start + len(piece.rstrip(EDGES)))
