"""Drawings: the text that they hold without Word's own paragraphs, and the fill of boxes."""

from __future__ import annotations

from collections.abc import Iterator

from atscheck.documents.docx.names import attribute, child, name_of
from atscheck.documents.docx.package import Element
from atscheck.documents.docx.styles import UNKNOWN_GROUND, Ground
from atscheck.documents.visibility import WHITE, rgb_of_hex


def drawn_paragraphs(element: Element | None) -> Iterator[str]:
    """The paragraphs of a shape, a WordArt, or the data of a diagram, in stored order."""
    if element is None:
        return
    if name_of(element) == "v:textpath":
        yield element.get("string") or ""
    for part in element.iter("{*}txBody", "{*}t"):
        if name_of(part) in ("a:txBody", "dgm:t"):
            for paragraph in part:
                yield "".join(_texts(paragraph))


def _texts(paragraph: Element) -> Iterator[str]:
    for element in paragraph:
        if name_of(element) == "a:br":
            yield "\n"
        else:
            text = child(element, "a:t")
            yield "" if text is None else (text.text or "").replace("\n", " ")


_WHITE = frozenset(["bg1", "lt1"])
"""Names of the colour of the paper in a drawing's theme."""


def fill_of(box: Element) -> Ground:
    """The colour that a text box is filled with; unknown where it has none of its own.

    What shows through a box that is not filled is not known: it may lie on another shape.
    """
    for outer in box.iterancestors():
        name = name_of(outer)
        if name == "p":
            break
        if name == "wps:wsp":
            return _color_of(child(outer, "wps:spPr", "a:solidFill"))
        # A VML shape whose colour is changed by an element of its own is not followed.
        if name.startswith("v:") and outer.get("fillcolor") and child(outer, "v:fill") is None:
            color = outer.get("fillcolor").split(" ")[0].lower()
            unfilled = (outer.get("filled") or "t").lower() in ("f", "false")
            named = WHITE if color == "white" else rgb_of_hex(color.removeprefix("#"))
            return UNKNOWN_GROUND if unfilled or named is None else named
    return UNKNOWN_GROUND


def _color_of(fill: Element | None) -> Ground:
    """The colour of a fill, unless others change it, such as its transparency."""
    color = next(iter(() if fill is None else fill), None)
    if color is None or len(color):
        return UNKNOWN_GROUND
    value = attribute(color, "val") or ""
    if name_of(color) == "a:schemeClr":
        return WHITE if value in _WHITE else UNKNOWN_GROUND
    return rgb_of_hex(value) or UNKNOWN_GROUND


def diagram_data(element: Element) -> str:
    """The id of the relationship to the data of a diagram (``dgm:relIds``)."""
    return attribute(element, "dm") or ""
