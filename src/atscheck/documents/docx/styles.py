"""How the text of a Word file looks, through its styles: size, weight, colours, lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from atscheck.documents.docx.names import attribute, child, is_on, name_of, value_of, whole
from atscheck.documents.docx.package import Element
from atscheck.documents.docx.symbols import symbol_font
from atscheck.documents.visibility import Rgb, rgb_of_hex

_DEFAULT_SIZE = 10.0
"""Points, where neither styles nor defaults say (ECMA-376 part 1, 17.3.2.38)."""

_MAX_CHAIN = 20

UNKNOWN_GROUND = "unknown"
"""A background whose colour is not known, so that nothing on it is called hidden."""

Ground = Rgb | str
"""What lies behind text: a colour, `UNKNOWN_GROUND`, or "" where nothing is painted there."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a run of text looks; None where it does not say.

    Attributes:
        size: in points.
        hidden: set as hidden text (``w:vanish``).
        color: "" where Word chooses one that can be read.
        ground: of its own, from shading or highlighting.
        symbols: the font if it draws symbols in place of letters, else "".
    """

    size: float | None = None
    bold: bool | None = None
    hidden: bool | None = None
    color: Rgb | str | None = None
    ground: Ground | None = None
    symbols: str | None = None

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
            base.color if self.color is None else self.color,
            base.ground if self.ground is None else self.ground,
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
                look = replace(look, color=_color(element))
            case "highlight" | "shd":
                look = replace(look, ground=ground_of(element) or look.ground)
            case "rFonts":
                font = attribute(element, "ascii") or attribute(element, "hAnsi")
                look = look if font is None else replace(look, symbols=symbol_font(font))
    return look


def ground_of(element: Element | None) -> Ground:
    """The background that shading (``w:shd``) or highlighting gives, "" if none."""
    if element is None:
        return ""
    pattern, fill = attribute(element, "val") or "", (attribute(element, "fill") or "").lower()
    if name_of(element) == "highlight":
        return "" if pattern in ("", "none") else UNKNOWN_GROUND
    if pattern not in ("", "clear", "nil"):
        return UNKNOWN_GROUND
    if fill in ("", "auto") and attribute(element, "themeFill") is None:
        return ""
    return rgb_of_hex(fill) or UNKNOWN_GROUND


def _color(element: Element) -> Rgb | str:
    value = attribute(element, "val") or ""
    if value in ("", "auto") and attribute(element, "themeColor") in ("background1", "light1"):
        value = "ffffff"
    return rgb_of_hex(value) or ""


def _half_points(element: Element) -> float | None:
    value = whole(attribute(element, "val"), -1)
    return None if value < 0 else value / 2


@dataclass(frozen=True, slots=True)
class Style:
    """A style of paragraphs, characters or tables.

    Attributes:
        list_id: the list that its paragraphs belong to, "" if none.
        level: the level in that list, from 0, or None where it does not say.
        heading: whether it is one of Word's heading styles, or has an outline level.
    """

    look: Look = _PLAIN
    list_id: str = ""
    level: int | None = None
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
    ground = ground_of(child(properties, "shd"))
    if attribute(element, "type") == "table":
        # Its rows and columns may differ, in ways that are not followed here.
        painted = any(ground_of(e) for e in element.iter("{*}shd"))
        ground = UNKNOWN_GROUND if painted else ""
    if ground and not look.ground:
        look = replace(look, ground=ground)
    outlined = whole(value_of(properties, "outlineLvl"), 9) < 9
    return Style(look, list_id, level, outlined or bool(_HEADING.match(name)))


def _over(style: Style, base: Style) -> Style:
    listed = style if style.list_id else base
    return Style(
        style.look.over(base.look), listed.list_id, listed.level, style.heading or base.heading
    )


def list_of(properties: Element | None) -> tuple[str, int | None]:
    """The list and level that paragraph properties name, "" and None if none.

    The list "0" takes a paragraph off its style's list.
    """
    numbers = child(properties, "numPr")
    level = whole(value_of(numbers, "ilvl"), -1)
    return value_of(numbers, "numId"), level if 0 <= level < 9 else None
