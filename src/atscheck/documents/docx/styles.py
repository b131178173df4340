"""How the text of a Word file looks: sizes, weights, colours and list marks, through its styles."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from atscheck.documents.characters import BULLET
from atscheck.documents.docx.names import attribute, child, name_of
from atscheck.documents.docx.package import Element
from atscheck.documents.visibility import is_white_hex

_DEFAULT_SIZE = 10.0
"""Points, where neither styles nor defaults say (ECMA-376 part 1, 17.3.2.38)."""

_MAX_CHAIN = 20
_OFF = frozenset(["0", "false", "off", "none"])
_SYMBOL_FONTS = re.compile(r"wingdings|webdings", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """How a run of text looks; None where it does not say.

    Attributes:
        size: in points.
        hidden: set as hidden text (``w:vanish``).
        white: whether its colour is white.
        painted: whether it stands on a colour of its own.
        symbols: whether its font draws symbols in place of letters.
    """

    size: float | None = None
    bold: bool | None = None
    hidden: bool | None = None
    white: bool | None = None
    painted: bool | None = None
    symbols: bool | None = None

    def over(self, base: Look) -> Look:
        """This look, with what it does not say taken from ``base``."""
        if base is _PLAIN or self is base:
            return self
        if self is _PLAIN:
            return base
        return Look(
            base.size if self.size is None else self.size,
            base.bold if self.bold is None else self.bold,
            base.hidden if self.hidden is None else self.hidden,
            base.white if self.white is None else self.white,
            base.painted if self.painted is None else self.painted,
            base.symbols if self.symbols is None else self.symbols,
        )


_PLAIN = Look()


def look_of(properties: Element | None) -> Look:
    """What run properties (``w:rPr``) or paragraph properties say themselves."""
    if properties is None or not len(properties):
        return _PLAIN
    look = _PLAIN
    for element in properties:
        match name_of(element):
            case "b":
                look = replace(look, bold=is_on(element))
            case "sz":
                look = replace(look, size=_half_points(element))
            case "vanish":
                look = replace(look, hidden=is_on(element))
            case "color":
                look = replace(look, white=_is_white(element))
            case "highlight" | "shd":
                look = replace(look, painted=look.painted or is_paint(element))
            case "rFonts":
                font = attribute(element, "ascii") or attribute(element, "hAnsi") or ""
                look = replace(look, symbols=bool(_SYMBOL_FONTS.search(font)))
    return look


def is_on(element: Element) -> bool:
    """Whether a switch such as ``<w:b/>`` is on; it is unless it says otherwise."""
    return (attribute(element, "val") or "true").lower() not in _OFF


def is_paint(element: Element) -> bool:
    """Whether shading or highlighting gives a background that is not white."""
    fill = attribute(element, "fill") or attribute(element, "val") or ""
    return fill.lower() not in ("", "auto", "clear", "none", "white") and not is_white_hex(fill)


def _is_white(color: Element) -> bool:
    value = attribute(color, "val") or ""
    if value in ("", "auto"):
        return attribute(color, "themeColor") in ("background1", "light1")
    return is_white_hex(value)


def _half_points(element: Element) -> float | None:
    value = attribute(element, "val") or ""
    return int(value) / 2 if value.isascii() and value.isdigit() and len(value) < 5 else None


@dataclass(frozen=True, slots=True)
class Style:
    """A style of paragraphs, characters or tables.

    Attributes:
        list_id: the list that its paragraphs belong to, "" if none.
        level: the level in that list, from 0.
        heading: whether it is one of Word's heading styles, or has an outline level.
    """

    look: Look = _PLAIN
    list_id: str = ""
    level: int = 0
    heading: bool = False


_HEADING = re.compile(r"^(?:heading\s*[1-9]|title)$", re.IGNORECASE)


class Styles:
    """A document's styles by id."""

    def __init__(self, root: Element | None) -> None:
        """Read the part ``styles.xml``; a document without one has plain text only."""
        elements = [] if root is None else [e for e in root if name_of(e) == "style"]
        self._elements = {attribute(e, "styleId") or "": e for e in elements}
        defaults = look_of(child(root, "docDefaults", "rPrDefault", "rPr"))
        self._base = Style(defaults.over(Look(size=_DEFAULT_SIZE)))
        self._found: dict[str, Style] = {}
        self._default = next(
            (
                attribute(e, "styleId") or ""
                for e in elements
                if attribute(e, "type") == "paragraph" and attribute(e, "default") in ("1", "true")
            ),
            "",
        )

    def paragraph(self, style_id: str) -> Style:
        """The style of a paragraph that names ``style_id`` ("" for none)."""
        style = self.named(style_id or self._default)
        return replace(style, look=style.look.over(self._base.look))

    def named(self, style_id: str) -> Style:
        """What a style and those that it is based on say, without the document's defaults."""
        found = self._found.get(style_id)
        if found is None:
            found = self._resolve(style_id)
            self._found[style_id] = found
        return found

    def _resolve(self, style_id: str) -> Style:
        style = Style()
        for _ in range(_MAX_CHAIN):
            element = self._elements.get(style_id)
            if element is None:
                break
            style = _over(style, _own_style(element))
            style_id = value_of(element, "basedOn")
        return style


def _own_style(element: Element) -> Style:
    name = value_of(element, "name")
    properties = child(element, "pPr")
    list_id, level = list_of(properties)
    if not list_id and name.lower().startswith("list bullet"):
        list_id = "bullet"
    look = look_of(child(element, "rPr"))
    if any(is_paint(e) for e in element.iter() if name_of(e) == "shd"):
        look = replace(look, painted=True)
    outlined = child(properties, "outlineLvl") is not None and _outline(properties) < 9
    return Style(look, list_id, level, outlined or bool(_HEADING.match(name)))


def _outline(properties: Element | None) -> int:
    value = value_of(properties, "outlineLvl")
    return int(value) if value.isascii() and value.isdigit() else 9


def _over(style: Style, base: Style) -> Style:
    listed = style if style.list_id else base
    return Style(
        style.look.over(base.look), listed.list_id, listed.level, style.heading or base.heading
    )


def value_of(element: Element | None, *path: str) -> str:
    """The ``val`` of the descendant along ``path``, or ""."""
    found = child(element, *path)
    return "" if found is None else attribute(found, "val") or ""


def list_of(properties: Element | None) -> tuple[str, int]:
    """The list and level that paragraph properties name; ("", 0) if none, "0" takes it off."""
    numbers = child(properties, "numPr")
    level = value_of(numbers, "ilvl")
    return value_of(numbers, "numId"), int(level) if level in frozenset("012345678") else 0


class Lists:
    """The marks of list items; counts numbered ones as they are asked for."""

    def __init__(self, root: Element | None) -> None:
        """Read the part ``numbering.xml``, if there is one."""
        formats: dict[str, dict[int, str]] = {}
        self._formats: dict[str, dict[int, str]] = {}
        self._counts: dict[tuple[str, int], int] = {}
        for element in () if root is None else root:
            if name_of(element) == "abstractNum":
                number = attribute(element, "abstractNumId") or ""
                formats[number] = {
                    level: value_of(e, "numFmt") if value_of(e, "lvlText") else "none"
                    for level, e in enumerate(e for e in element if name_of(e) == "lvl")
                }
            elif name_of(element) == "num":
                abstract = value_of(element, "abstractNumId")
                self._formats[attribute(element, "numId") or ""] = formats.get(abstract, {})

    def mark(self, list_id: str, level: int) -> str:
        """The mark before the next item of a list at ``level``: a bullet, "2.", or ""."""
        kind = self._formats.get(list_id, {}).get(level, "bullet")
        if kind == "bullet":
            return BULLET
        if kind == "none":
            return ""
        count = self._counts.get((list_id, level), 0) + 1
        self._counts[list_id, level] = count
        for key in [k for k in self._counts if k[0] == list_id and k[1] > level]:
            del self._counts[key]
        return f"{count}."
