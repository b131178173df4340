"""What a PDF font says of its glyphs: which character each one is, and whether they are bold."""

from __future__ import annotations

import re
from typing import Any

from atscheck.documents.characters import BULLET, UNMAPPED

# LaTeX's bold fonts are CMBX10, SFBX1000, NimbusRomNo9L-Medi; "Medium" is not bold.
_BOLD = re.compile(
    r"bold|black|heavy|demi|\bbd\b|-b$|(?:cm|sf|ec|la)(?:ss)?bx|-medi(?:ital)?$", re.IGNORECASE
)
_FORCE_BOLD = 1 << 18
"""Bit 19 of a font descriptor's flags (ISO 32000-1, table 123)."""

# Fonts that hold pictures only. Whatever character such a font gives for one, often a Latin letter
# that happens to have its code, the page shows none.
_ICON_FONT = re.compile(
    r"awesome|academicons|bootstrap-?icons|entypo|fontello|glyphicons|icomoon|ionicons|marvosym"
    r"|material-?(?:design-?)?(?:icons|symbols)|octicons|remixicon|simple-?icons|typicons",
    re.IGNORECASE,
)
# Fonts of pictures some of which serve as bullets, and the area in which Word keeps their codes.
_SYMBOL_FONT = re.compile(r"wingdings|webdings", re.IGNORECASE)
_SYMBOLS = 0xF000
_DINGBATS_FONT = re.compile(r"dingbats", re.IGNORECASE)
_DINGBATS = {
    0x25: "\u260e",
    0x2A: "\u261b",
    0x2B: "\u261e",
    0x48: "\u2605",
    0x6C: "\u25cf",
    0x6E: "\u25a0",
    0x73: "\u25b2",
    0x74: "\u25bc",
    0x75: "\u25c6",
    0x77: "\u25d7",
}
"""Codes of Zapf Dingbats whose character is not in the Dingbats block of Unicode at the same place
(Adobe's zapfdingbats.txt); the others below 0x7F are."""

_LONGEST_GLYPH = 8
"""Characters that one glyph stands for, at most; the longest ligatures and clusters have fewer."""

_ICONS = 0xE000
"""Icons become private-use characters from here on, apart from those of Word's symbol fonts."""

_HYPHENS = frozenset("-\xad\u2010\u2011")


def is_bold_name(name: str) -> bool:
    """Whether a font's name says that it is bold."""
    return bool(_BOLD.search(name))


class Fonts:
    """The fonts of a file, each looked at once."""

    def __init__(self) -> None:
        self._bold: dict[Any, bool] = {}
        self._pictures: dict[Any, str] = {}

    def character(self, font: Any, cid: int) -> str:
        """The character that a glyph shows, or a ligature's few; U+FFFD if its font says none."""
        pictures = self._kind_of_pictures(font)
        if pictures == "icons":
            return chr(_ICONS + cid % 0x1000)
        try:
            text = font.to_unichr(cid)
        except Exception:  # pdfminer raises KeyError or its own, and broken fonts anything
            text = ""
        if isinstance(text, str) and text and not text.startswith("(cid:"):
            return _pictured(text, pictures) if pictures else one_of_a_kind(text)
        # Code 127 is the bullet of the standard encodings of simple fonts.
        return BULLET if cid == 127 and not font.is_multibyte() else UNMAPPED

    def is_bold(self, font: Any) -> bool:
        """Whether its name, weight or flags say so."""
        found = self._bold.get(font)
        if found is None:
            weight, flags = font.descriptor.get("FontWeight"), font.descriptor.get("Flags")
            found = (
                is_bold_name(str(font.fontname))
                or (isinstance(weight, (int, float)) and weight >= 600)
                or (isinstance(flags, int) and bool(flags & _FORCE_BOLD))
            )
            self._bold[font] = found
        return found

    def _kind_of_pictures(self, font: Any) -> str:
        """Which pictures its glyphs are: "icons", "symbols", "dingbats" or "" for letters."""
        found = self._pictures.get(font)
        if found is None:
            name = str(font.fontname)
            kinds = {"icons": _ICON_FONT, "symbols": _SYMBOL_FONT, "dingbats": _DINGBATS_FONT}
            found = next((kind for kind, pattern in kinds.items() if pattern.search(name)), "")
            self._pictures[font] = found
        return found


def _pictured(text: str, kind: str) -> str:
    """The symbol that a font of them shows where it names a Latin letter with the same code."""
    if len(text) > 1 or not "!" <= text <= "~":
        return text
    code = ord(text)
    return _DINGBATS.get(code, chr(0x26E0 + code)) if kind == "dingbats" else chr(_SYMBOLS + code)


def one_of_a_kind(text: str) -> str:
    """``text``, with a plain character for glyphs that are said to be several of one kind.

    Programs of Apple's name a space glyph tab, line break and space at once, and a hyphen glyph
    all kinds of hyphens. A soft hyphen is drawn only where it is seen: it is a hyphen there.
    LibreOffice names a glyph after what follows it, too, where its code is one of Windows-1252.
    """
    if text.isspace():
        return " "
    if "\x80" <= text[0] <= "\x9f" or len(text) > _LONGEST_GLYPH:
        return text[0]
    return "-" if _HYPHENS.issuperset(text) else text
