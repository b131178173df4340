"""HTML files: the text as a browser lays it out, block by block."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree, html

from atscheck.documents.assemble import Reading, assemble
from atscheck.documents.characters import BULLET
from atscheck.documents.directives import rules_of
from atscheck.documents.encoding import decode
from atscheck.documents.flow import BODY_SIZE, HEADING_SIZES, Flow, Piece
from atscheck.documents.model import Directive, Document
from atscheck.documents.visibility import TINY, WHITE, Hidden, Rgb, blends, rgb_of_hex
from atscheck.errors import InputError

_LEFT_OUT = frozenset(
    "script style template noscript head svg math iframe object canvas audio video select "
    "textarea button".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section "
    "summary table tbody tfoot thead tr ul".split()
)
"""Elements that start on a line of their own (HTML Standard, 15.3)."""

_BOLD = frozenset(["b", "strong", "th"])
_SPACE = re.compile(r"[ \t\r\n\f]+")
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)


def read_html(data: bytes, path: str) -> Document:
    """The document in an HTML file. Style sheets are not followed, only inline styles.

    Raises:
        InputError: "no-text", or "corrupt" where there is no element at all.
    """
    declared = _CHARSET.search(data[:2048])
    text = decode(data, declared[1].decode("ascii", "replace") if declared else "")
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=False, remove_pis=True, no_network=True, huge_tree=False
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser)
    except etree.ParserError as error:
        raise InputError(
            "corrupt", "no element of the page can be read", "export it as PDF"
        ) from error
    page = _Page()
    page.walk(root)
    reading = Reading(
        page.flow.lines,
        links=tuple(page.flow.links),
        met=page.flow.met,
        directives=page.directives,
    )
    return assemble(data, path, "html", reading)


_BLACK: Rgb = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class _Style:
    """How the text inside an element is shown; colours are None where they are not known."""

    size: float = BODY_SIZE
    bold: bool = False
    hidden: bool = False
    color: Rgb | None = _BLACK
    ground: Rgb | None = WHITE
    table: bool = False
    kept_spaces: bool = False
    target: str = ""

    @property
    def why_hidden(self) -> Hidden:
        """Why a person cannot see the text, if so."""
        if self.hidden:
            return "set"
        if self.size < TINY:
            return "tiny"
        return "ground" if self.color and self.ground and blends(self.color, self.ground) else ""


class _Page:
    """Walks the elements without recursion and collects the lines of their blocks.

    Attributes:
        flow: the lines and links so far, and what machines may lose.
        directives: which rules comments want to be silent.
    """

    def __init__(self) -> None:
        self.flow = Flow()
        self._pieces: list[Piece] = []
        self._mark = ""
        self._in_table = False
        self._items: list[int | None] = []
        self.directives: list[Directive] = []

    def walk(self, root: Any) -> None:
        """Collect the lines of ``root``."""
        styles = [_Style()]
        steps: Any = etree.iterwalk(root, events=("start", "end", "comment"))
        for event, element in steps:
            name = element.tag
            if event == "comment":
                self._directive(element.text)
                self._text(element.tail, styles[-1])
            elif event == "start":
                styles.append(_styled(name, element.attrib, styles[-1]))
                self._open(name, element, styles[-1])
                if name in _LEFT_OUT:
                    steps.skip_subtree()
                else:
                    self._text(element.text, styles[-1])
            else:
                styles.pop()
                self._close(name)
                self._text(element.tail, styles[-1])
        self._flush()

    def _open(self, name: str, element: Any, style: _Style) -> None:
        if name in _BLOCKS:
            self._flush()
        self._in_table = style.table
        if name in ("ul", "ol"):
            self._items.append(0 if name == "ol" else None)
        elif name == "li":
            self._mark = self._next_mark()
        elif name in ("td", "th") and self._pieces:
            self._pieces.append(Piece("\t", style.size, hidden=style.why_hidden))
        elif name == "img":
            self.flow.note("images")
        elif name == "table":
            self.flow.note("tables")

    def _close(self, name: str) -> None:
        if name in _BLOCKS:
            self._flush()
        if name in ("ul", "ol") and self._items:
            self._items.pop()
        elif name == "li":
            self._mark = ""

    def _next_mark(self) -> str:
        count = self._items[-1] if self._items else None
        if count is None:
            return BULLET
        self._items[-1] = count + 1
        return f"{count + 1}."

    def _text(self, text: str | None, style: _Style) -> None:
        if not text:
            return
        shown = text if style.kept_spaces else _SPACE.sub(" ", text)
        self._in_table = style.table
        self._pieces.append(Piece(shown, style.size, style.bold, style.why_hidden, style.target))

    def _directive(self, comment: str) -> None:
        rules = rules_of(f"<!--{comment}-->")
        if rules:
            begun = any(piece.text.strip() for piece in self._pieces)
            self.directives.append(Directive(rules, len(self.flow.lines) if begun else None))

    def _flush(self) -> None:
        if any(piece.text.strip() for piece in self._pieces):
            self.flow.add(self._pieces, self._mark, "table" if self._in_table else "body")
            self._mark = ""
        self._pieces = []


def _styled(name: str, attributes: Mapping[str, str], outer: _Style) -> _Style:
    """The style inside an element, from its name, its attributes and the style around it."""
    style = outer
    if re.fullmatch(r"h[1-6]", name):
        style = replace(style, size=HEADING_SIZES[int(name[1])], bold=True)
    elif name in _BOLD:
        style = replace(style, bold=True)
    elif name == "pre":
        style = replace(style, kept_spaces=True)
    elif name == "table":
        style = replace(style, table=True)
    elif name == "a":
        style = replace(style, target=_target(attributes.get("href", "")) or style.target)
    elif name == "font":
        style = replace(style, color=_color(attributes.get("color", "")))
    if "hidden" in attributes:
        style = replace(style, hidden=True)
    if attributes.get("bgcolor"):
        style = replace(style, ground=_color(attributes["bgcolor"]))
    return _with_css(style, attributes["style"]) if attributes.get("style") else style


def _target(href: str) -> str:
    """The address of a link that leads out of the page, or ""."""
    href = href.strip()
    return href if href.casefold().startswith(("http:", "https:", "mailto:", "tel:")) else ""


def _with_css(style: _Style, css: str) -> _Style:
    """``style`` changed by inline declarations."""
    for declaration in css[:5000].split(";"):
        key, _, value = declaration.partition(":")
        value = value.replace("!important", "").strip().casefold()
        match key.strip().casefold():
            case "display" if value == "none":
                style = replace(style, hidden=True)
            case "visibility" if value in ("hidden", "collapse"):
                style = replace(style, hidden=True)
            case "opacity" if value in ("0", "0.0", "0%"):
                style = replace(style, hidden=True)
            case "font-weight":
                style = replace(style, bold=value in ("bold", "bolder", "600", "700", "800", "900"))
            case "font-size":
                style = replace(style, size=_points(value, style.size))
            case "color":
                style = replace(style, color=_color(value))
            case "background" | "background-color" | "background-image":
                style = replace(style, ground=_ground(value, style.ground))
            case "white-space":
                style = replace(style, kept_spaces=value.startswith("pre"))
    return style


_LENGTH = re.compile(r"(\d{1,6}(?:\.\d{1,6})?|\.\d{1,6})(px|pt|em|rem|%)")
_UNITS = {"px": 0.75, "pt": 1.0, "rem": BODY_SIZE}
"""Points in each unit that does not depend on the text around."""


def _points(value: str, outer: float) -> float:
    """A CSS font size in points, or ``outer``, the size around, if it is not a length."""
    found = _LENGTH.fullmatch(value)
    if found is None:
        return 0.0 if value == "0" else outer
    number, unit = float(found[1]), found[2]
    factor = _UNITS.get(unit) or (outer if unit == "em" else outer / 100)
    return number * factor


_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)")
_NAMED: dict[str, Rgb] = {"white": WHITE, "black": _BLACK}


def _color(value: str) -> Rgb | None:
    """A CSS colour, or None if it is see-through or written in a way that is not known here."""
    value = value.strip().casefold()
    if value.startswith("#"):
        digits = value[1:]
        return rgb_of_hex("".join(c * 2 for c in digits) if len(digits) == 3 else digits)
    found = _RGB.match(value)
    if found is None:
        return _NAMED.get(value)
    red, green, blue = (min(int(v), 255) / 255 for v in found.groups())
    return red, green, blue


def _ground(background: str, outer: Rgb | None) -> Rgb | None:
    """The colour behind text by a CSS background, if known; ``outer`` where it shows through."""
    if background in ("", "none", "transparent", "inherit", "initial"):
        return outer
    return _color(background)
