"""A document as read: normalised text, its lines with their places, and what was lost.

A position is a `Span` of the document's text everywhere; line, page and box are looked up from it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, pairwise
from typing import Literal

Format = Literal["pdf", "docx", "text", "markdown", "html"]
Origin = Literal["body", "header", "footer", "table", "textbox", "footnote"]

LossKind = Literal[
    # of characters
    "unmapped-glyphs", "icon-glyphs", "direction-marks", "invisible", "letter-spaced",
    # of lines that a person cannot see (see documents.visibility)
    "hidden-text", "tiny-text", "off-page-text", "text-under-image",
    # of pages, and of the file as a whole
    "image-only-page", "text-over-image", "truncated", "encrypted", "no-copy-permission",
    # of what another parser makes of it, and of what only character recognition reads
    "parsers-disagree", "fallback", "ocr",
    # of other content; a layout-table lays out the page, placeholders are prompts of a template
    "tables", "layout-table", "text-boxes", "diagrams", "charts", "header-footer", "images",
    "tracked-changes", "comments", "placeholders", "embedded-documents",
    "embedded-files", "scripts", "form-fields",
]  # fmt: skip
"""What a machine may lose of a file. Each kind has a rule that speaks of it (`checks.parsing`) and
a made file that shows it (tests/documents/test_losses.py)."""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points of a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in PDF points; its origin is the top left, pages count from 1."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, size in points, columns of text, images, and characters.

    ``ocr`` is whether its text comes from character recognition, as a person asked for.
    """

    number: int
    width: float
    height: float
    columns: int
    images: int
    characters: int
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line that the file stores in one go, and its rank in the file's own order."""

    span: Span
    stored: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text as it stands on the page, or one paragraph line where there are no pages.

    Attributes:
        number: from 1, in visual reading order.
        span: its characters in `Document.text`, without the line break.
        box: its place, or None where the format has no pages.
        edges: x of each character's left edge and of the last one's right edge, in points
            (one more than the span has characters), or None.
        size: the font size most of its characters have, in points; 0 where unknown.
        bold: whether most of its characters are bold.
        hidden: whether a person cannot see it; a loss of the same span says why.
        origin: the part of the document that it stands in.
        stored: its rank in the file's own order, from 0: that of the piece stored first.
        column: the column that it stands in, of the page or of a table that lays it out, from 0.
        opens: whether it opens a paragraph of the file (always true where that is not known).
        pieces: its parts from left to right, where the file stores it in more than one.
        row: the line of the file that it begins on, from 1; 0 where that is not known, or the file
            is no text.
    """

    number: int
    span: Span
    box: Box | None = None
    edges: tuple[float, ...] | None = None
    size: float = 0.0
    bold: bool = False
    hidden: bool = False
    origin: Origin = "body"
    stored: int = 0
    column: int = 0
    opens: bool = True
    pieces: tuple[Piece, ...] = ()
    row: int = 0


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that a machine reading the file may lose or misread, with its place if it has one.

    Attributes:
        kind: a stable name that the parsing rules turn into a finding.
        message: what it is, for a person.
    """

    kind: LossKind
    message: str
    span: Span | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink's target, and the line that shows it where known."""

    target: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Directive:
    """Rules that the file itself asks to be silent, of a line or (None) of all; as written."""

    rules: tuple[str, ...]
    line: int | None = None


@dataclass(frozen=True)
class Document:
    """What was read from one file.

    Attributes:
        path: as the user gave it.
        sha256: of the file's bytes, in hexadecimal.
        text: the lines in visual reading order, normalised, joined by line breaks.
        pages: empty where the format has none.
        doubt: why the text cannot be read with confidence, or "" if it can.
        data: the file's bytes, for what shows its pages again.
    """

    path: str
    format: Format
    sha256: str
    text: str
    lines: tuple[Line, ...]
    pages: tuple[Page, ...] = ()
    losses: tuple[Loss, ...] = ()
    links: tuple[Link, ...] = ()
    doubt: str = ""
    size: int = field(default=0)
    directives: tuple[Directive, ...] = ()
    data: bytes = field(default=b"", repr=False, compare=False)

    @cached_property
    def _starts(self) -> list[int]:
        return [line.span.start for line in self.lines]

    def line_at(self, offset: int) -> Line:
        """The line that holds the character at ``offset`` (a line break belongs to its line)."""
        return self.lines[max(0, bisect_right(self._starts, offset) - 1)]

    def quote(self, span: Span) -> str:
        """The text of ``span``."""
        return self.text[span.start : span.end]

    def line_text(self, line: Line) -> str:
        """The text of ``line``."""
        return self.quote(line.span)

    def lines_of(self, span: Span) -> tuple[Line, ...]:
        """The lines that ``span`` touches, in reading order."""
        first = self.line_at(span.start).number - 1
        last = self.line_at(max(span.start, span.end - 1)).number
        return self.lines[first:last]

    def box_of(self, span: Span) -> Box | None:
        """The place of the part of ``span`` on its first line, or None without pages."""
        return self._box_on(self.line_at(span.start), span)

    def boxes_of(self, span: Span) -> tuple[Box, ...]:
        """The places of ``span``, one for each line that it touches; none without pages."""
        boxes = (self._box_on(line, span) for line in self.lines_of(span))
        return tuple(box for box in boxes if box is not None)

    def _box_on(self, line: Line, span: Span) -> Box | None:
        """The place of the part of ``span`` on ``line``."""
        if line.box is None or line.edges is None:
            return line.box
        first = max(0, span.start - line.span.start)
        last = min(span.end, line.span.end) - line.span.start
        part = line.edges[first : last + 1]
        if not part:
            return line.box
        return Box(line.box.page, min(part), line.box.top, max(part), line.box.bottom)

    @property
    def words(self) -> int:
        """How many words the text has."""
        return len(self.text.split())

    @property
    def columns(self) -> int:
        """The most columns that any page has (1 where the format has no pages)."""
        return max((page.columns for page in self.pages), default=1)

    def stored_lines(self) -> tuple[tuple[Line, str], ...]:
        """What a parser prints that follows the file's own order: each line, and the one it is of.

        A line that the file stores in pieces is whole only where these follow one another there.
        """
        pieces = [(piece, line.number) for line in self.lines for piece in _pieces(line)]
        pieces.sort(key=lambda entry: entry[0].stored)
        return tuple(
            (self.lines[number - 1], self._joined([piece.span for piece, _ in printed]))
            for number, printed in groupby(pieces, key=lambda entry: entry[1])
        )

    def _joined(self, spans: Sequence[Span]) -> str:
        """The text of ``spans``, touching ones as one word, a tab between any others."""
        text = [self.quote(spans[0])]
        for before, after in pairwise(spans):
            text += ["" if before.end == after.start else "\t", self.quote(after)]
        return "".join(text)

    def in_stored_order(self) -> tuple[str, ...]:
        """The lines as `stored_lines` gives them, the text alone."""
        return tuple(text for _, text in self.stored_lines())

    @property
    def ocr_pages(self) -> tuple[int, ...]:
        """The pages whose text comes from character recognition."""
        return tuple(page.number for page in self.pages if page.ocr)

    @cached_property
    def reading_order(self) -> float:
        """Agreement of the visual and the stored order of the text, 0 to 1.

        The share of neighbouring pieces of lines in visual order whose stored ranks also rise: 1
        where a parser that follows the file's own order reads what a person reads.
        """
        body = (line for line in self.lines if line.origin not in ("header", "footer"))
        ranks = [piece.stored for line in body for piece in _pieces(line)]
        pairs = list(pairwise(ranks))
        if not pairs:
            return 1.0
        return sum(left <= right for left, right in pairs) / len(pairs)


def _pieces(line: Line) -> tuple[Piece, ...]:
    return line.pieces or (Piece(line.span, line.stored),)
