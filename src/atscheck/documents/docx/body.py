"""The text of a Word file's parts, walked as XML in stored order: paragraphs, tables, boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from atscheck.documents.docx.drawings import diagram_data, drawn_paragraphs, fill_of
from atscheck.documents.docx.fields import Fields
from atscheck.documents.docx.frames import frame_of, reading_order
from atscheck.documents.docx.inline import (
    LEFT_OUT,
    LOSSES,
    Content,
    Reader,
    Run,
    alternative,
    is_prompt,
)
from atscheck.documents.docx.names import DELETED, attribute, child, is_on, name_of, value_of, whole
from atscheck.documents.docx.notes import Notes
from atscheck.documents.docx.numbering import Lists
from atscheck.documents.docx.package import Element, Relationship
from atscheck.documents.docx.styles import (
    Ground,
    Look,
    Style,
    Styles,
    ground_of,
    list_of,
)
from atscheck.documents.docx.tables import Cell, put
from atscheck.documents.flow import Flow, Piece
from atscheck.documents.model import Link, Origin
from atscheck.documents.visibility import TINY, WHITE, Hidden, blends

_DELETIONS = frozenset(["del", "cellDel"])
_CHANGES = _DELETIONS | {"ins", "cellIns"}
"""Properties of rows and cells that track their deletion or insertion."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the walk is.

    Attributes:
        origin: the part of the document.
        ground: what is painted behind the text, "" for nothing.
        hidden: whether nothing of it is shown.
    """

    origin: Origin
    ground: Ground = ""
    hidden: bool = False

    def on(self, ground: Ground) -> Place:
        """The same place, painted with ``ground`` unless that is nothing."""
        return replace(self, ground=ground) if ground else self


@dataclass(slots=True)
class _Begun:
    """A paragraph so far; the next one may go on with it."""

    pieces: list[Piece] = field(default_factory=list)
    mark: str = ""
    has_text: bool = False


class Walk:
    """Collects the text of a file's parts, and what machines may lose of it.

    Attributes:
        flow: what was read so far.
        notes: the footnotes and endnotes referred to so far.
    """

    def __init__(self, styles: Styles, lists: Lists, load: Callable[[str], Element | None]) -> None:
        """``load`` gives the root element of a part by its name."""
        self.flow = Flow()
        self.notes = Notes()
        self._lists = lists
        self._load = load
        self._reader = Reader(styles, Fields(), self.notes, {})
        self._column = 0
        self._begun = _Begun()

    def part(self, root: Element, place: Place, targets: Mapping[str, Relationship]) -> None:
        """Walk one part of the file, or a note in it; its relationships are ``targets``."""
        self._reader = replace(self._reader, targets=targets)
        self._reader.fields.enter(root)
        self._column = 0
        self._blocks(root, place)

    def _blocks(self, parent: Element, place: Place) -> None:
        for element in parent:
            name = name_of(element)
            if name in LOSSES:
                self.flow.note(LOSSES[name])
            if name == "p":
                self._paragraph(element, place)
            elif name == "tbl":
                self._end_paragraph(place)
                self._table(element, place)
            elif name == "mc:AlternateContent":
                self._blocks(alternative(element), place)
            elif name == "sdt" and is_prompt(element):
                self.flow.note("placeholders")
            elif name == "sectPr":
                self._column = 0
            elif name not in LEFT_OUT:
                self._blocks(element, place)
        self._end_paragraph(place)

    # Paragraphs

    def _paragraph(self, element: Element, place: Place) -> None:
        properties = child(element, "pPr")
        style = self._reader.styles.paragraph(value_of(properties, "pStyle"))
        content = self._reader.content(element, style.look)
        own = place.on(ground_of(child(properties, "shd")) or style.look.ground or "")
        for kind in content.losses:
            self.flow.note(kind)
        joins = _joins_next(properties)
        has_text = any(run.text.strip() for run in content.runs)
        if not self._begun.has_text and (has_text or not joins):
            self._begun.mark = self._mark(properties, style)
            self._begun.has_text = has_text
        self._column += content.breaks[0]
        self._begun.pieces += [_piece(run, style.heading, own) for run in content.runs]
        if not joins:
            self._end_paragraph(own)
        self._column += content.breaks[1]
        if child(properties, "sectPr") is not None:
            self._column = 0
        self._boxes(content, place)

    def _end_paragraph(self, place: Place) -> None:
        """Add the paragraph collected so far, if there is one."""
        begun, self._begun = self._begun, _Begun()
        column = self._column if place.origin == "body" else 0
        if begun.has_text:
            self.flow.add(begun.pieces, begun.mark, place.origin, column)
        else:
            self.flow.links += [Link(piece.target) for piece in begun.pieces if piece.target]

    def _mark(self, properties: Element | None, style: Style) -> str:
        """The number or bullet of a paragraph, which is counted whether it has text or not."""
        list_id, level = list_of(properties)
        if not list_id:
            list_id = style.list_id
            own = self._lists.level_of(list_id, value_of(properties, "pStyle"))
            level = next((n for n in (level, own, style.level) if n is not None), None)
        return "" if list_id in ("", "0") else self._lists.mark(list_id, level or 0)

    def _boxes(self, content: Content, place: Place) -> None:
        """Read the text boxes and diagrams that are anchored in a paragraph."""
        origin: Origin = "textbox" if place.origin in ("body", "table") else place.origin
        flows = [self._box(box, Place(origin, fill_of(box), place.hidden)) for box in content.boxes]
        order = reading_order([frame_of(box) for box in content.boxes])
        self.flow.take(flows, [[(box, i)] for box in order for i in range(len(flows[box].lines))])

    def _box(self, box: Element, place: Place) -> Flow:
        if name_of(box) == "txbxContent":
            flow = self._aside(box, place)
        else:
            flow = Flow()
            hidden = _why_hidden(Look(), place)
            for text in drawn_paragraphs(self._drawing(box)):
                flow.add([Piece(text, 0.0, hidden=hidden)], origin=place.origin)
        if flow.lines:
            flow.note("diagrams" if name_of(box) == "dgm:relIds" else "text-boxes", 0)
        return flow

    def _drawing(self, box: Element) -> Element | None:
        """What holds the text of a box: itself, or the part with a diagram's data."""
        if name_of(box) != "dgm:relIds":
            return box
        related = self._reader.targets.get(diagram_data(box))
        return None if related is None or related.external else self._load(related.target)

    def _aside(self, parent: Element, place: Place) -> Flow:
        """What a cell or a text box holds."""
        outside = self.flow, self._begun
        self.flow, self._begun = Flow(), _Begun()
        self._blocks(parent, place)
        inside = self.flow
        self.flow, self._begun = outside
        return inside

    # Tables

    def _table(self, table: Element, place: Place) -> None:
        origin: Origin = "table" if place.origin == "body" else place.origin
        style = self._reader.styles.named(value_of(table, "tblPr", "tblStyle"))
        place = replace(place, origin=origin).on(style.look.ground or "")
        rows = [self._row(row, place) for row in self._within(table, "tr")]
        first = len(self.flow.lines)
        layout = put([row for row in rows if row], self.flow)
        if len(self.flow.lines) > first:
            self.flow.note("layout-table" if layout else "tables", first)

    def _row(self, row: Element, place: Place) -> Sequence[Cell]:
        properties = child(row, "trPr")
        if is_on(child(properties, "hidden")):
            place = replace(place, hidden=True)
        cells: list[Cell] = []
        column = whole(value_of(properties, "gridBefore"))
        for cell in self._within(row, "tc"):
            own = child(cell, "tcPr")
            covered = any(_goes_on(child(own, name)) for name in ("vMerge", "hMerge"))
            inside = replace(place, hidden=place.hidden or covered)
            flow = self._aside(cell, inside.on(ground_of(child(own, "shd"))))
            if flow.lines:
                cells.append(Cell(flow, column))
            else:
                self.flow.extend(flow)
            column += whole(value_of(own, "gridSpan"), 1)
        return cells

    def _within(self, parent: Element, name: str) -> Iterator[Element]:
        """The rows of a table or the cells of a row, content controls around them opened."""
        for element in parent:
            found = name_of(element)
            if found == name:
                properties = child(element, "trPr" if name == "tr" else "tcPr")
                changes = {name_of(e) for e in _all(properties)} & _CHANGES
                if changes:
                    self.flow.note("tracked-changes")
                if not changes & _DELETIONS:
                    yield element
            elif found == "sdt" and is_prompt(element):
                self.flow.note("placeholders")
            elif found not in LEFT_OUT and found not in ("tbl", "p"):
                form = alternative(element) if found == "mc:AlternateContent" else element
                yield from self._within(form, name)


def _all(element: Element | None) -> Iterator[Element]:
    yield from () if element is None else element


def _goes_on(merge: Element | None) -> bool:
    """Whether a cell is covered by the one above or before it that it is merged with."""
    return merge is not None and attribute(merge, "val") in (None, "continue")


def _joins_next(properties: Element | None) -> bool:
    """Whether a paragraph's end is not shown, so that the next one goes on in its line.

    It is a deleted or hidden one, or the paragraph is a large first letter in a frame of its own.
    """
    mark = child(properties, "rPr")
    if any(name_of(e) in DELETED for e in _all(mark)):
        return True
    if is_on(child(mark, "vanish")) or is_on(child(mark, "specVanish")):
        return True
    frame = child(properties, "framePr")
    return frame is not None and attribute(frame, "dropCap") in ("drop", "margin")


def _piece(run: Run, heading: bool, place: Place) -> Piece:
    bold = heading or bool(run.look.bold)
    hidden = _why_hidden(run.look, place)
    return Piece(run.text, run.look.size or 0.0, bold, hidden, run.target)


def _why_hidden(look: Look, place: Place) -> Hidden:
    """Why a person cannot see text of this look at this place, "" if one can."""
    if look.hidden or place.hidden:
        return "set"
    if look.size is not None and 0 < look.size < TINY:
        return "tiny"
    ground = look.ground or place.ground or WHITE
    if not look.color or isinstance(look.color, str) or isinstance(ground, str):
        return ""
    return "ground" if blends(look.color, ground) else ""
