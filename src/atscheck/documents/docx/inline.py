"""What a paragraph of a Word file holds: runs of text, and what is anchored between them.

Word nests text in many ways that its plain runs do not show: content controls, tracked insertions,
fields, smart tags. So the walk goes through whatever it does not know, and only leaves out what
Word does not show: deletions, properties, field codes, prompts that nobody has filled in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from atscheck.documents.docx.fields import Fields, link_target
from atscheck.documents.docx.names import DELETED, attribute, child, is_on, name_of, value_of
from atscheck.documents.docx.notes import Notes
from atscheck.documents.docx.package import Element, Relationship
from atscheck.documents.docx.styles import Look, Styles, look_of
from atscheck.documents.docx.symbols import as_drawn
from atscheck.documents.model import LossKind

LEFT_OUT = DELETED | frozenset(
    "pPr rPr tblPr tblPrEx tblGrid trPr tcPr sdtPr sdtEndPr sectPr rt object control".split()
)
LOSSES: Mapping[str, LossKind] = {
    "ins": "tracked-changes",
    "del": "tracked-changes",
    "moveTo": "tracked-changes",
    "moveFrom": "tracked-changes",
    "altChunk": "embedded-documents",
    "subDoc": "embedded-documents",
    "object": "embedded-documents",
    "control": "embedded-documents",
    "commentReference": "comments",
    "a:blip": "images",
    "v:imagedata": "images",
    "c:chart": "charts",
}
"""What machines may lose of a file, by the element that stands for it."""

_CHARACTERS = {
    "br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "softHyphen": ""
}  # fmt: skip
_BOXES: Mapping[str, LossKind] = {
    "txbxContent": "text-boxes",
    "a:txBody": "text-boxes",
    "v:textpath": "text-boxes",
    "dgm:relIds": "diagrams",
}
"""Elements with text of their own: text boxes of Word and of drawings, WordArt, diagrams."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look; ``target`` is where it links to."""

    text: str
    look: Look
    target: str = ""


@dataclass(slots=True)
class Content:
    """What one paragraph holds.

    Attributes:
        boxes: the text boxes and diagrams that are anchored in it.
        losses: what else machines may lose of it.
        breaks: how many times the column that it stands in breaks, before its text and after.
    """

    runs: list[Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    losses: list[LossKind] = field(default_factory=list)
    breaks: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads paragraphs of one part; fields and notes go on from one to the next."""

    styles: Styles
    fields: Fields
    notes: Notes
    targets: Mapping[str, Relationship]

    def content(self, paragraph: Element, base: Look) -> Content:
        """What ``paragraph`` holds; ``base`` is the look that its style gives to text."""
        content = Content()
        self._walk(paragraph, base, "", content)
        content.losses += ["placeholders"] * self.fields.take_prompts()
        return content

    def _walk(self, parent: Element, base: Look, target: str, content: Content) -> None:
        for element in parent:
            name = name_of(element)
            if name in LOSSES:
                content.losses.append(LOSSES[name])
            if name in ("r", "m:r"):
                self._run(element, base, target, content)
            elif name in _BOXES:
                content.boxes.append(element)
            elif name == "mc:AlternateContent":
                self._walk(alternative(element), base, target, content)
            elif name == "sdt" and is_prompt(element):
                content.losses.append("placeholders")
            elif name not in LEFT_OUT:
                if name == "m:den":
                    content.runs.append(Run("/", base, target))
                leads = self._leads(name, element)
                if name == "a:hlinkClick" and leads:
                    content.runs.append(Run("", base, leads))
                self._walk(element, base, leads or target, content)

    def _leads(self, name: str, element: Element) -> str:
        """Where an element links to outside of the document, "" if nowhere."""
        if name in ("hyperlink", "a:hlinkClick"):
            related = self.targets.get(attribute(element, "id") or "")
            return related.target if related is not None and related.external else ""
        return link_target(attribute(element, "instr") or "") if name == "fldSimple" else ""

    def _run(self, run: Element, base: Look, target: str, content: Content) -> None:
        properties = child(run, "rPr")
        look = look_of(properties)
        style_id = value_of(properties, "rStyle")
        if style_id:
            look = look.over(self.styles.named(style_id).look)
        look = look.over(base)
        for element in run:
            name = name_of(element)
            text = self._text(name, element, look)
            if text and not self.fields.in_code:
                content.runs.append(Run(text, look, target or self.fields.target))
            elif text is None and name not in LEFT_OUT:
                self._walk([element], base, target, content)
            elif name in LOSSES:
                content.losses.append(LOSSES[name])
            elif name == "br" and attribute(element, "type") == "column":
                before, after = content.breaks
                content.breaks = (before, after + 1) if content.runs else (before + 1, after)

    def _text(self, name: str, element: Element, look: Look) -> str | None:
        """The text that an element of a run shows, or None if it is of another kind."""
        if name in ("t", "m:t"):
            return as_drawn((element.text or "").replace("\n", " "), look.symbols or "")
        if name == "br" and attribute(element, "type") == "column":
            return ""
        if name in _CHARACTERS:
            return _CHARACTERS[name]
        match name:
            case "sym":
                return _symbol(element)
            case "fldChar":
                return self.fields.mark(element)
            case "instrText":
                self.fields.code(element.text or "")
                return ""
            case "footnoteReference" | "endnoteReference":
                return self.notes.refer(element)
            case "footnoteRef" | "endnoteRef":
                return self.notes.own_mark
        return None


def alternative(element: Element) -> Element:
    """The one of several forms of the same content that is read: the first that Word offers."""
    forms = [e for e in element if name_of(e) in ("mc:Choice", "mc:Fallback") and len(e)]
    return forms[0] if forms else element


def is_prompt(control: Element) -> bool:
    """Whether a content control only shows what should be typed there."""
    return is_on(child(control, "sdtPr", "showingPlcHdr"))


def _symbol(element: Element) -> str:
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    if not (0x20 <= code < 0xD800 or 0xE000 <= code < 0x10000):
        return ""
    return as_drawn(chr(code), attribute(element, "font") or "")
