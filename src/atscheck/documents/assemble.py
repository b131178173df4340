"""Make a `Document` from the lines that a reader found: normalise, number, and look for doubt."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from atscheck.documents.characters import (
    UNMAPPED,
    Normalised,
    is_letter_spaced,
    list_marks,
    normalise,
)
from atscheck.documents.losses import Met, counted_losses
from atscheck.documents.model import (
    Box,
    Directive,
    Document,
    Format,
    Line,
    Link,
    Loss,
    LossKind,
    Origin,
    Page,
    Piece,
    Span,
)
from atscheck.documents.visibility import Hidden, hidden_loss
from atscheck.errors import InputError

MAX_CHARACTERS = 500_000
"""Characters read of a file (reliability.md, 8.2); the rest is left out and said to be."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line as a reader found it, before normalisation, in visual order.

    Attributes:
        text: its characters, without a line break.
        edges: x of each character's left edge and of the last one's right edge, or None.
        pieces: where in the text each part begins that the file stores apart, and its rank there;
            empty where the file stores it in one.

    hidden: why a person cannot see it, "" if one can.

    The others are as in `Line`.
    """

    text: str
    box: Box | None = None
    edges: tuple[float, ...] | None = None
    size: float = 0.0
    bold: bool = False
    hidden: Hidden = ""
    origin: Origin = "body"
    stored: int = 0
    column: int = 0
    opens: bool = True
    pieces: tuple[tuple[int, int], ...] = ()
    row: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found in a file; the last three are placed by indices of the lines."""

    lines: Sequence[SourceLine]
    pages: tuple[Page, ...] = ()
    losses: tuple[Loss, ...] = ()
    links: tuple[Link, ...] = ()
    met: Sequence[Met] = ()
    directives: Sequence[Directive] = ()


def assemble(data: bytes, path: str, format: Format, reading: Reading) -> Document:
    """The document that ``reading`` of ``data`` makes.

    Raises:
        InputError: "no-text" if no line has text, "expansion" if none of what was read of a file
            that was not read to its end.
    """
    losses = list(reading.losses)
    text: list[str] = []
    lines: list[Line] = []
    numbers: dict[int, int] = {}
    offset = 0
    marks = list_marks(line.text for line in reading.lines)
    for index, source in enumerate(reading.lines):
        if offset + len(source.text) > MAX_CHARACTERS:
            losses.append(Loss("truncated", f"only the first {index} lines were read"))
            break
        normal = normalise(source.text, marks)
        span = Span(offset, offset + len(normal.text))
        losses.extend(_losses(source, normal, span))
        if normal.text:
            numbers[index] = len(lines) + 1
            lines.append(_line(len(lines) + 1, span, source, normal))
            text.append(normal.text)
            offset = span.end + 1
    if not lines:
        raise _without_text(losses)
    links = tuple(
        Link(link.target, None if link.line is None else numbers.get(link.line))
        for link in reading.links
    )
    directives = tuple(
        Directive(each.rules, None if each.line is None else numbers.get(each.line))
        for each in reading.directives
        if each.line is None or each.line in numbers
    )
    spans = {index: lines[number - 1].span for index, number in numbers.items()}
    losses[:0] = counted_losses(reading.met, spans)
    joined = "\n".join(text)
    return Document(
        path,
        format,
        hashlib.sha256(data).hexdigest(),
        joined,
        tuple(lines),
        reading.pages,
        tuple(losses),
        links,
        doubt_about(joined, losses),
        len(data),
        directives,
    )


def _without_text(losses: Iterable[Loss]) -> InputError:
    if any(loss.kind == "truncated" for loss in losses):
        return InputError(
            "expansion",
            "as far as it is read it holds no text, and it is too large to be read further",
            "export it again from the program it was written in",
        )
    return InputError(
        "no-text",
        "it holds no text that a machine can read",
        "if the pages are pictures, export it again from the program it was written in",
    )


def _line(number: int, span: Span, source: SourceLine, normal: Normalised) -> Line:
    edges = None
    if source.edges is not None:
        starts = [source.edges[i] for i in normal.offsets]
        edges = (*starts, source.edges[normal.offsets[-1] + 1])
    return Line(
        number,
        span,
        source.box,
        edges,
        source.size,
        source.bold,
        bool(source.hidden),
        source.origin,
        source.stored,
        source.column,
        source.opens,
        tuple(_pieces(source, normal, span)) if len(source.pieces) > 1 else (),
        source.row,
    )


def _pieces(source: SourceLine, normal: Normalised, span: Span) -> Iterator[Piece]:
    """The line's pieces that say something, in the document's text."""
    starts = [bisect_left(normal.offsets, start) for start, _ in source.pieces]
    ends = [*starts[1:], len(normal.text)]
    for start, end, (_, stored) in zip(starts, ends, source.pieces, strict=True):
        text = normal.text[start:end]
        if text.strip():
            first = span.start + start + len(text) - len(text.lstrip())
            yield Piece(Span(first, first + len(text.strip())), stored)


_LOST: dict[str, tuple[LossKind, str]] = {
    "icon": ("icon-glyphs", "{} icon{s} or glyph{s} without a character"),
    "unmapped": ("unmapped-glyphs", "{} letter{s} whose font does not say which one it is"),
    "direction": ("direction-marks", "{} invisible mark{s} to turn the text's direction"),
    "invisible": ("invisible", "{} invisible character{s}"),
}
"""For each kind of `Normalised.lost`, the kind of the loss and its message."""


def _losses(source: SourceLine, normal: Normalised, span: Span) -> Iterator[Loss]:
    """What a machine may miss or misread of one line."""
    for lost, count in normal.lost.items():
        kind, message = _LOST[lost]
        place = span if normal.text else None
        yield Loss(kind, message.format(count, s="s" if count > 1 else ""), place, source.box)
    if normal.text and is_letter_spaced(source.text):
        message = "a word is written with spaces between its letters"
        yield Loss("letter-spaced", message, span, source.box)
    if normal.text and source.hidden:
        yield hidden_loss(source.hidden, span, source.box)


_CID = re.compile(r"\(cid:\d+\)")
_WORD = re.compile(r"[^\W\d_]+")


def doubt_about(text: str, losses: Iterable[Loss] = ()) -> str:
    """Why ``text`` cannot be read with confidence, or "".

    The thresholds are judgement, set so that none of 330 real resumes with readable text is
    doubted: over a tenth of the characters unmapped, words run together to a mean of over 14
    letters, over six in ten "words" single letters, or pictures in place of pages.
    """
    visible = sum(map(len, text.split())) or 1
    unmapped = sum(len(m) for m in _CID.findall(text)) + text.count(UNMAPPED)
    if unmapped / visible > 0.1:
        return "many of its characters have no mapping to letters"
    words = _WORD.findall(_CID.sub("", text))
    if len(words) < 50 and any(loss.kind == "image-only-page" for loss in losses):
        return "its pages are pictures with hardly any text"
    if len(words) >= 20:
        if sum(map(len, words)) / len(words) > 14:
            return "its words run together"
        if sum(len(w) == 1 for w in words) / len(words) > 0.6:
            return "its words fall apart into single letters"
    return ""


_LINE_END = re.compile(r"\r\n?|[\n\f\v\x85\u2028\u2029]")


def split_lines(text: str) -> list[str]:
    """The lines of ``text``, whatever they end in."""
    return _LINE_END.split(text)


def rows_of(text: str) -> list[int]:
    """For each of `split_lines` the line of the file that it begins on, as editors count them."""
    rows = [1]
    for end in _LINE_END.finditer(text):
        rows.append(rows[-1] + (end[0][0] in "\r\n"))
    return rows


def from_text(
    text: str, path: str = "-", *, format: Format = "text", data: bytes | None = None
) -> Document:
    """A document of plain ``text``: one line each, in stored order."""
    lines = [SourceLine(line, stored=i) for i, line in enumerate(split_lines(text))]
    return assemble(text.encode() if data is None else data, path, format, Reading(lines))
