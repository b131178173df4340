"""The text of a Word file's parts, walked as XML in stored order.

Word nests text in many ways that its plain paragraphs do not show: content controls, text boxes,
tracked insertions, fields, smart tags. So the walk goes through whatever it does not know, and
only leaves out what Word does not show: deletions, properties, field codes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from atscheck.documents.assemble import SourceLine
from atscheck.documents.docx.names import attribute, child, name_of
from atscheck.documents.docx.package import Element, Relationship
from atscheck.documents.docx.rows import is_row_of_values, joined
from atscheck.documents.docx.styles import (
    Lists,
    Look,
    Style,
    Styles,
    is_paint,
    list_of,
    look_of,
    value_of,
)
from atscheck.documents.flow import Flow, Piece
from atscheck.documents.model import Origin
from atscheck.documents.visibility import TINY, Hidden

_LEFT_OUT = frozenset(
    "pPr rPr tblPr tblPrEx tblGrid trPr tcPr sdtPr sdtEndPr sectPr del moveFrom rt".split()
)
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
_LINK_FIELD = re.compile(r'\bHYPERLINK\s+"([^"]+)"')


@dataclass(frozen=True, slots=True)
class Place:
    """Where the walk is: the part of the document, and whether on a coloured background."""

    origin: Origin
    painted: bool = False


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    look: Look
    target: str = ""


class Walk:
    """Collects text, and counts what machines may lose of it, over all parts of a file.

    Attributes:
        flow: the lines and links so far.
        counts: by the kind of loss.
    """

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self.flow = Flow()
        self.counts: Counter[str] = Counter()
        self._styles = styles
        self._lists = lists
        self._targets: Mapping[str, Relationship] = {}
        self._field = ""

    def part(self, root: Element, place: Place, targets: Mapping[str, Relationship]) -> None:
        """Walk one part of the file, whose relationships are ``targets``."""
        self._targets = targets
        self._blocks(root, place)

    def _blocks(self, parent: Element, place: Place) -> None:
        for element in parent:
            name = name_of(element)
            if name == "p":
                self._paragraph(element, place)
            elif name == "tbl":
                self._table(element, place)
            elif name == "mc:AlternateContent":
                self._blocks(_alternative(element), place)
            elif name not in _LEFT_OUT:
                self._note(name)
                self._blocks(element, place)

    def _note(self, name: str) -> None:
        kind = {
            "ins": "tracked-changes",
            "moveTo": "tracked-changes",
            "altChunk": "embedded-documents",
            "commentReference": "comments",
            "a:blip": "images",
            "v:imagedata": "images",
        }.get(name)
        if kind is not None:
            self.counts[kind] += 1

    # Paragraphs

    def _paragraph(self, element: Element, place: Place) -> None:
        properties = child(element, "pPr")
        style = self._styles.paragraph(value_of(properties, "pStyle"))
        shading = child(properties, "shd")
        if shading is not None and is_paint(shading):
            place = replace(place, painted=True)
        runs: list[_Run] = []
        boxes: list[Element] = []
        self._inline(element, style.look, "", runs, boxes)
        if any(run.text.strip() for run in runs):
            mark = self._mark(properties, style)
            pieces = [_piece(run, style.heading, place) for run in runs]
            self.flow.add(pieces, mark, place.origin)
        for box in boxes:
            self.counts["text-boxes"] += 1
            self._blocks(box, Place("textbox" if place.origin == "body" else place.origin, True))

    def _mark(self, properties: Element | None, style: Style) -> str:
        list_id, level = list_of(properties)
        if not list_id:
            list_id, level = style.list_id, style.level
        if list_id in ("", "0") or style.heading:
            return ""
        return self._lists.mark(list_id, level)

    def _inline(
        self, parent: Element, base: Look, target: str, runs: list[_Run], boxes: list[Element]
    ) -> None:
        """Collect the runs of text in ``parent`` and the text boxes that are anchored in it."""
        for element in parent:
            name = name_of(element)
            if name in ("r", "m:r"):
                self._run(element, base, target, runs, boxes)
            elif name == "txbxContent":
                boxes.append(element)
            elif name == "mc:AlternateContent":
                self._inline(_alternative(element), base, target, runs, boxes)
            elif name == "hyperlink":
                related = self._targets.get(attribute(element, "id") or "")
                inner = related.target if related is not None and related.external else target
                self._inline(element, base, inner, runs, boxes)
            elif name == "fldSimple":
                field = _LINK_FIELD.search(attribute(element, "instr") or "")
                self._inline(element, base, field[1] if field else target, runs, boxes)
            elif name not in _LEFT_OUT:
                self._note(name)
                self._inline(element, base, target, runs, boxes)
            elif name in ("del", "moveFrom"):
                self.counts["tracked-changes"] += 1

    def _run(
        self, run: Element, base: Look, target: str, runs: list[_Run], boxes: list[Element]
    ) -> None:
        properties = child(run, "rPr")
        look = look_of(properties)
        style_id = value_of(properties, "rStyle")
        if style_id:
            look = look.over(self._styles.named(style_id).look)
        look = look.over(base)
        text: list[str] = []
        for element in run:
            name = name_of(element)
            if name in ("t", "m:t"):
                text.append(_as_shown(element.text or "", look))
            elif name in _BREAKS:
                text.append(_BREAKS[name])
            elif name == "sym":
                text.append(_symbol(element))
            elif name in ("fldChar", "instrText"):
                self._field_part(name, element)
            elif name not in _LEFT_OUT:
                self._note(name)
                content = _alternative(element) if name == "mc:AlternateContent" else element
                self._inline(content, base, target, runs, boxes)
        if text:
            runs.append(_Run("".join(text), look, target or self._field))

    def _field_part(self, name: str, element: Element) -> None:
        """Follow a field that is spread over runs, so that its text gets the link's target."""
        if name == "instrText":
            found = _LINK_FIELD.search(element.text or "")
            self._field = found[1] if found else self._field
        elif attribute(element, "fldCharType") == "end":
            self._field = ""

    # Tables

    def _table(self, table: Element, place: Place) -> None:
        self.counts["tables"] += 1
        origin: Origin = "table" if place.origin == "body" else place.origin
        style = self._styles.named(value_of(table, "tblPr", "tblStyle"))
        painted = place.painted or bool(style.look.painted)
        for row in _within(table, "tr"):
            self._row(row, Place(origin, painted))

    def _row(self, row: Element, place: Place) -> None:
        first = len(self.flow.lines)
        cells: list[list[SourceLine]] = []
        for cell in _within(row, "tc"):
            start = len(self.flow.lines)
            shading = child(cell, "tcPr", "shd")
            painted = place.painted or (shading is not None and is_paint(shading))
            self._blocks(cell, replace(place, painted=painted))
            if len(self.flow.lines) > start:
                cells.append(self.flow.lines[start:])
        if is_row_of_values(cells):
            self.flow.join(first, joined(cells))


def _alternative(element: Element) -> Element:
    """The one of several forms of the same content that is read: the first that Word offers."""
    forms = [e for e in element if name_of(e) in ("mc:Choice", "mc:Fallback") and len(e)]
    return forms[0] if forms else element


def _within(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, content controls around them opened."""
    for element in parent:
        found = name_of(element)
        if found == name:
            yield element
        elif found not in _LEFT_OUT and found not in ("tbl", "p"):
            yield from _within(element, name)


def _as_shown(text: str, look: Look) -> str:
    """The text as its font shows it: symbol fonts draw other characters for letters."""
    if not look.symbols:
        return text
    return "".join(chr(0xF000 + ord(c)) if " " < c <= "\xff" else c for c in text)


def _symbol(element: Element) -> str:
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x10000 else ""


def _piece(run: _Run, heading: bool, place: Place) -> Piece:
    look = run.look
    bold = heading or bool(look.bold)
    return Piece(run.text, look.size or 0.0, bold, _why_hidden(look, place), run.target)


def _why_hidden(look: Look, place: Place) -> Hidden:
    """Why a person cannot see text of this look at this place, if so."""
    if look.hidden:
        return "set"
    if look.size is not None and 0 < look.size < TINY:
        return "tiny"
    return "ground" if look.white and not (look.painted or place.painted) else ""
