"""Fonts of the PDF writers: two of every PDF viewer, one that comes with reportlab, and icons."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FAMILIES = {
    "Helvetica": {
        "regular": "Helvetica", "bold": "Helvetica-Bold", "italic": "Helvetica-Oblique",
    },
    "Times": {"regular": "Times-Roman", "bold": "Times-Bold", "italic": "Times-Italic"},
    "Vera": {"regular": "Vera", "bold": "VeraBd", "italic": "VeraIt"},
}  # fmt: skip
VERA = Path(reportlab.__file__).parent / "fonts"

ICONS = "\ue0b0\ue0be\ue3c8\ue80b"
"""Private-use characters for mail, telephone, place and link, as icon fonts have them."""


@cache
def icon_font() -> bytes:
    """A TrueType font with a square for each of `ICONS`; it takes fontTools to make it."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for corner in ((100, 700), (800, 700), (800, 0)):
        pen.lineTo(corner)
    pen.closePath()
    square = pen.glyph()
    names = [".notdef", *(f"icon{i}" for i in range(len(ICONS)))]
    builder = FontBuilder(1000)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(
        {ord(char): name for char, name in zip(ICONS, names[1:], strict=True)}
    )
    builder.setupGlyf(dict.fromkeys(names, square))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (900, 100)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Example Icons", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def name_of(family: str, face: str) -> str:
    """What reportlab calls the font, which it knows from now on."""
    name = {"icons": "Icons", "dingbats": "ZapfDingbats"}.get(face) or FAMILIES[family][face]
    if name == "Icons" or name in FAMILIES["Vera"].values():
        _register(name)
    return name


@cache
def _register(name: str) -> None:
    file = io.BytesIO(icon_font()) if name == "Icons" else str(VERA / f"{name}.ttf")
    pdfmetrics.registerFont(TTFont(name, file))


def width_of(text: str, family: str, face: str, size: float) -> float:
    """The width of ``text`` in points."""
    return float(pdfmetrics.stringWidth(text, name_of(family, face), size))
