"""The paragraphs of a posting: its lines, with those that one was broken into put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from atscheck.documents.model import Document, Line, Span
from atscheck.jobs.headings import MARK, find_headings

_SAME_SIZE = 0.6
"""Points by which the sizes of two lines differ at most that are of one size."""

_SHARE, _LOWER_SHARE = 0.95, 0.85
"""How far to the right edge a broken line and the next word reach; less far where the next line
begins in lower case, which a paragraph seldom does."""

_SHORT = 10
"""The most words of a line that is set off."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or an item of a list.

    Attributes:
        set_off: whether it is one line in bolder or larger type than the text, as headings are.
    """

    span: Span
    set_off: bool


def read_paragraphs(document: Document) -> Iterator[Paragraph]:
    """The paragraphs in the document's order."""
    usual = _usual_type(document)
    rights = _right_edges(document)
    lines: list[Line] = []
    for line in document.lines:
        if lines and not _continues(document, lines[-1], line, rights):
            yield _paragraph(document, lines, usual)
            lines = []
        lines.append(line)
    if lines:
        yield _paragraph(document, lines, usual)


def _paragraph(document: Document, lines: list[Line], usual: tuple[bool, float]) -> Paragraph:
    first = lines[0]
    bold, size = usual
    stands_out = (first.bold and not bold) or first.size > size + _SAME_SIZE
    short = len(lines) == 1 and len(document.line_text(first).split()) <= _SHORT
    return Paragraph(Span(first.span.start, lines[-1].span.end), stands_out and short)


def _usual_type(document: Document) -> tuple[bool, float]:
    """Whether most of the text is bold, and the size that most of it has."""
    kinds: Counter[tuple[bool, float]] = Counter()
    for line in document.lines:
        kinds[line.bold, line.size] += line.span.end - line.span.start
    return max(kinds, key=lambda kind: (kinds[kind], kind), default=(False, 0.0))


def _right_edges(document: Document) -> dict[int, float]:
    """How far the lines of each column reach to the right, in points."""
    rights: dict[int, float] = {}
    for line in document.lines:
        if line.box is not None:
            rights[line.column] = max(line.box.x1, rights.get(line.column, 0.0))
    return rights


def _continues(document: Document, last: Line, line: Line, rights: dict[int, float]) -> bool:
    """Whether ``line`` goes on with the paragraph of the line before it."""
    before, text = document.line_text(last), document.line_text(line)
    if MARK.match(text) or not text.strip() or _ends_in_heading(before) or _opens_part(text):
        return False
    if line.box is None or last.box is None:
        return not line.opens
    if line.box.page != last.box.page or abs(line.size - last.size) > _SAME_SIZE:
        return False
    height = last.box.bottom - last.box.top
    if not -0.6 * height < line.box.top - last.box.bottom < 0.9 * height:
        return False
    # The line was broken because the next word did not fit.
    word = (line.box.x1 - line.box.x0) * (len(text.split()[0]) + 1) / len(text)
    share = _LOWER_SHARE if text[0].islower() else _SHARE
    return last.box.x1 + word >= share * rights[last.column]


def _ends_in_heading(text: str) -> bool:
    headings = find_headings(text)
    return bool(headings) and headings[-1].end == len(text.rstrip())


def _opens_part(text: str) -> bool:
    """Whether a heading opens a line; the last word of a sentence ("desirable.") is none."""
    headings = find_headings(text)
    return bool(headings) and not text[: headings[0].start].strip() and not text[0].islower()
