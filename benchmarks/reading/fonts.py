"""Fonts of the PDF writers: two of every PDF viewer, one that comes with reportlab, and icons."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import reportlab
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
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
    """A TrueType font with a square for each of `ICONS`."""
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


@cache
def register() -> None:
    """Make the embedded fonts known to reportlab."""
    for name in FAMILIES["Vera"].values():
        pdfmetrics.registerFont(TTFont(name, str(VERA / f"{name}.ttf")))
    pdfmetrics.registerFont(TTFont("Icons", io.BytesIO(icon_font())))


def name_of(family: str, face: str) -> str:
    """What reportlab calls the font."""
    return {"icons": "Icons", "dingbats": "ZapfDingbats"}.get(face) or FAMILIES[family][face]


def width_of(text: str, family: str, face: str, size: float) -> float:
    """The width of ``text`` in points."""
    register()
    return float(pdfmetrics.stringWidth(text, name_of(family, face), size))
