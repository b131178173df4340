"""The pages of a resume as they are shown: pictures with marks, or lines of text with marks."""

from __future__ import annotations

import base64
from collections import deque
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from atscheck.documents.model import Box, Document, Line, Span
from atscheck.documents.pictures import Picture
from atscheck.renderers.lines import BODY, part
from atscheck.renderers.marks import STATEMENTS, Mark
from atscheck.resume.model import Resume


@dataclass(frozen=True, slots=True)
class Shown:
    """A mark as it is shown: its number among all marks, and its places on one page.

    ``opens`` is whether it begins on that page.
    """

    number: int
    mark: Mark
    boxes: tuple[Box, ...] = ()
    opens: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as a picture: its size in points, where the picture lies on it, and the marks."""

    number: int
    width: float
    height: float
    picture: Box
    source: str
    marks: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line: its text and the marks that it lies in, the innermost one last.

    ``opens`` are those that begin here.
    """

    text: str
    marks: tuple[Shown, ...]
    opens: tuple[int, ...] = ()

    @property
    def about(self) -> tuple[str, ...]:
        """What its marks are about."""
        return tuple(dict.fromkeys(about for shown in self.marks for about in shown.mark.about))


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text as it is shown.

    Attributes:
        part: the part of the document that begins with it, else "".
        statement: the mark of the statement that it is of, if that has one.
        opens: whether that statement begins here.
        jumps: whether it stands elsewhere on the page than behind the line before it.
    """

    number: int
    pieces: tuple[Piece, ...]
    part: str = ""
    heading: bool = False
    bold: bool = False
    hidden: bool = False
    lost: bool = False
    statement: Shown | None = None
    opens: bool = False
    jumps: bool = False


def sheets(document: Document, found: dict[int, Picture], marks: Sequence[Mark]) -> list[Sheet]:
    """The pages that there is a picture of."""
    places: dict[int, list[Shown]] = {}
    for number, mark in enumerate(marks):
        boxes = _boxes(mark, document)
        for page in dict.fromkeys(box.page for box in boxes):
            own = tuple(box for box in boxes if box.page == page)
            shown = Shown(number, mark, own, opens=page == boxes[0].page)
            places.setdefault(page, []).append(shown)
    return [
        Sheet(
            page.number,
            page.width,
            page.height,
            found[page.number].shown,
            f"data:image/webp;base64,{base64.b64encode(found[page.number].data).decode()}",
            tuple(places.get(page.number, ())),
        )
        for page in document.pages
        if page.number in found
    ]


def _boxes(mark: Mark, document: Document) -> tuple[Box, ...]:
    """The places of a mark; those of a statement are whole lines, with the bullet, as a block."""
    if mark.kind not in STATEMENTS:
        return mark.boxes(document)
    boxes = [line.box for line in document.lines_of(mark.span) if line.box is not None]
    lefts: dict[int, float] = {}
    for box in boxes:
        lefts[box.page] = min(box.x0, lefts.get(box.page, box.x0))
    return tuple(replace(box, x0=lefts[box.page]) for box in boxes)


def lines_shown(
    resume: Resume, marks: Sequence[Mark], *, without: Container[int] = ()
) -> Iterator[TextLine]:
    """The lines as a person reads them, but for those on the pages ``without``."""
    document = resume.document
    make = _Lines(resume, marks)
    before = BODY
    for line in document.lines:
        if line.box is not None and line.box.page in without:
            continue
        now = part(line, document, document.columns)
        yield make.line(line, document.line_text(line), part=now if now != before else "")
        before = now


def lines_stored(resume: Resume, marks: Sequence[Mark]) -> Iterator[TextLine]:
    """The lines as the file stores them, which is how a simple parser reads them.

    One that is stored in parts has no marks.
    """
    make = _Lines(resume, marks)
    before = 0
    for line, text in resume.document.stored_lines():
        yield make.line(line, text, jumps=line.number != before + 1)
        before = line.number


class _Lines:
    """The lines of a resume with the marks that each of them has."""

    def __init__(self, resume: Resume, marks: Sequence[Mark]) -> None:
        document = self._document = resume.document
        self._headings = {section.heading for section in resume.sections}
        spans = (loss.span for loss in document.losses if loss.span is not None)
        self._lost = {line.number for span in spans for line in document.lines_of(span)}
        self._marks: dict[int, list[Shown]] = {}
        for number, mark in enumerate(marks):
            for line in document.lines_of(mark.span):
                self._marks.setdefault(line.number, []).append(Shown(number, mark))

    def line(self, line: Line, text: str, *, part: str = "", jumps: bool = False) -> TextLine:
        """One line, of which ``text`` is all or a part."""
        own = self._marks.get(line.number, [])
        whole = text == self._document.line_text(line)
        statement = next((shown for shown in own if shown.mark.kind in STATEMENTS), None)
        inner = [shown for shown in own if shown.mark.kind not in STATEMENTS]
        return TextLine(
            line.number,
            tuple(self._pieces(line.span, inner)) if whole else (Piece(text, ()),),
            part,
            line.span in self._headings,
            line.bold,
            line.hidden,
            line.number in self._lost,
            statement,
            statement is not None and line.span.start <= statement.mark.span.start,
            jumps,
        )

    def _pieces(self, span: Span, own: Sequence[Shown]) -> Iterator[Piece]:
        """The text of ``span`` cut where a mark begins or ends; ``own`` are in order of starts.

        A line may be the whole text with thousands of marks: each is looked at where it stands.
        """
        edges = {span.start, span.end}
        for shown in own:
            edges |= {max(span.start, shown.mark.span.start), min(span.end, shown.mark.span.end)}
        within: list[Shown] = []
        coming = deque(own)
        for start, end in pairwise(sorted(edges)):
            while coming and coming[0].mark.span.start <= start:
                within.append(coming.popleft())
            within = [shown for shown in within if shown.mark.span.end > start]
            within.sort(key=lambda s: s.mark.span.start - s.mark.span.end)
            opens = tuple(s.number for s in within if s.mark.span.start == start)
            text = self._document.text[start:end]
            # A gap between marks within another is too narrow to be a link.
            yield Piece(text, () if text.isspace() else tuple(within), opens)
