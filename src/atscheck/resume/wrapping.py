"""Whether a line goes on with the statement that the lines above it have begun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from atscheck.documents.characters import BULLET
from atscheck.documents.model import Document, Line
from atscheck.resume.dates import find_ranges

MARK = re.compile(
    rf"^(?:{BULLET}\s*|[-*>~+§»·]\s+|[-*>](?=[^\W\d_])|o\s+(?=[A-Z\d])"
    r"|(?:\d{1,2}[.)]|[a-h]\)|\(?[ivx]{1,4}\))\s+(?=[^\W\d_]))+"
)
"""What opens an item of a list: a bullet, a dash, a number or letter."""
_LABEL = re.compile(r"^[^:\t]{2,40}(?::\s*\t|\t\s*:)\s*(?=\S)")
_HANGING = 3.0  # font sizes by which a bullet's text stands right of its mark, at most
_LONG_ENOUGH = 40  # characters of a line that may have been cut by hand
_DATES = 40  # characters of a range of dates, at most
_FEWEST_WORDS = 4  # of an unmarked line that the next one goes on with in small letters


def continues(document: Document, group: Sequence[Line], line: Line) -> bool:
    """Whether ``line`` goes on with the statement that ``group`` has begun."""
    last, text, before = group[-1], document.line_text(line), document.line_text(group[-1])
    if MARK.match(text) or line.hidden != last.hidden or line.origin != last.origin:
        return False
    if line.column != last.column:
        return False
    if line.box is None or last.box is None:
        return _continues_unplaced(document, group, line)
    if abs(line.size - last.size) > 0.6:
        return False
    if line.box.page != last.box.page:
        return text[:1].islower() and not before.endswith((".", ":"))
    height = last.box.bottom - last.box.top
    if not -0.6 * height < line.box.top - last.box.bottom < 0.75 * height:
        return False
    if not _runs_on(before, text):
        return False
    if MARK.match(document.line_text(group[0])):
        return _continues_item(document, group[0], last, line)
    return _continues_prose(document, group[0], last, line)


def _continues_prose(document: Document, first: Line, last: Line, line: Line) -> bool:
    """The same for unmarked text, which may hang behind a label in its first line."""
    text, x = document.line_text(line), line.box.x0 if line.box else 0.0
    labelled = _LABEL.match(document.line_text(first))
    if labelled and abs(x - _text_x(document, first)) <= 0.5 * line.size:
        return text[:1].islower() or _is_full(document, last, line)
    if last.box is None or abs(x - last.box.x0) > 2.5 * line.size:
        return False
    if text[:1].islower() and len(document.line_text(last).split()) >= _FEWEST_WORDS:
        return True
    return line.bold == last.bold and _is_full(document, last, line)


def _continues_item(document: Document, first: Line, last: Line, line: Line) -> bool:
    """The same for an item of a list that begins with the bullet mark of ``first``."""
    shift = (line.box.x0 if line.box else 0.0) - _text_x(document, first)
    hangs = -_HANGING * line.size <= shift <= 0.5 * line.size
    if hangs and document.line_text(line)[:1].islower():
        return True
    return shift >= -0.8 * line.size and _is_full(document, last, line)


def _continues_unplaced(document: Document, group: Sequence[Line], line: Line) -> bool:
    """The same where lines have no place: a paragraph's own line, or a sentence cut by hand."""
    text, before = document.line_text(line), document.line_text(group[-1])
    if not line.opens:
        return _runs_on(before, text)
    begun = MARK.sub("", document.line_text(group[0]))[:1].isupper() or document.format == "text"
    cut = text[:1].islower() and len(before) >= _LONG_ENOUGH
    return begun and cut and not before.endswith((".", ":", ";", "!", "?"))


def _text_x(document: Document, line: Line) -> float:
    """Where the text behind a mark or label starts, in points; the line's start where unknown."""
    text = document.line_text(line)
    mark, label = MARK.match(text), _LABEL.match(text)
    found = mark or label
    if line.edges is None or found is None or line.box is None:
        return line.box.x0 if line.box else 0.0
    start = line.edges[min(found.end(), len(line.edges) - 1)]
    return min(start, line.box.x0 + 2 * line.size) if mark else start


def _is_full(document: Document, last: Line, line: Line) -> bool:
    """Whether the first word of ``line`` would not have fitted behind ``last``."""
    if last.box is None or line.box is None:
        return True
    word = document.line_text(line).split(" ", 1)[0]
    needed = (line.box.x1 - line.box.x0) * (len(word) + 1) / max(1, line.span.end - line.span.start)
    if last.origin == "table" and (edge := _next_cell(document, last)) is not None:
        return last.box.x1 + needed >= edge
    return last.box.x1 + needed >= 0.93 * _right_edge(document, last)


def _next_cell(document: Document, line: Line) -> float | None:
    """Where the next cell of the table starts right of ``line``, in points; None if none does."""
    around = document.lines[max(0, line.number - 12) : line.number + 12]
    starts = [
        n.box.x0
        for n in around
        if n.box and line.box and n.origin == "table" and n.box.page == line.box.page
    ]
    return min((x for x in starts if line.box and x > line.box.x1), default=None)


def _right_edge(document: Document, line: Line) -> float:
    """The right edge of the text around ``line``, in points."""
    around = document.lines[max(0, line.number - 12) : line.number + 12]
    return max(
        n.box.x1
        for n in around
        if n.box and line.box and n.column == line.column and n.box.page == line.box.page
    )


def _runs_on(text: str, after: str) -> bool:
    """Whether a sentence can go on from ``text`` to ``after``: no end before a capital."""
    ended = text.endswith((".", "!", "?", ":")) or _ends_with_dates(text)
    if ended and after[:1].isupper():
        return False
    return bool(after) and not (after[0].isupper() and re.match(r"[\w ]{2,25}\s?:\s", after))


def _ends_with_dates(text: str) -> bool:
    """Whether ``text`` ends with a range of dates, as an entry does ("..., 2016 - 2019")."""
    tail = text[-_DATES:].rstrip(" )].")
    return tail[-1:].isdigit() and any(found.end == len(tail) for found in find_ranges(tail))
