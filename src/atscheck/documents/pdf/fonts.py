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
_ICONS = 0xE000
"""Icons become private-use characters from here on, apart from those of Word's symbol fonts."""

_HYPHENS = frozenset("-\xad\u2010\u2011")


class Fonts:
    """The fonts of a file, each looked at once."""

    def __init__(self) -> None:
        self._bold: dict[Any, bool] = {}
        self._icons: dict[Any, bool] = {}

    def character(self, font: Any, cid: int) -> str:
        """The character that a glyph shows, or a ligature's few; U+FFFD if its font says none."""
        if self._is_icons(font):
            return chr(_ICONS + cid % 0x1000)
        try:
            text = font.to_unichr(cid)
        except Exception:  # pdfminer raises KeyError or its own, and broken fonts anything
            text = ""
        if isinstance(text, str) and text and not text.startswith("(cid:"):
            return _one_of_a_kind(text)
        # Code 127 is the bullet of the standard encodings of simple fonts.
        return BULLET if cid == 127 and not font.is_multibyte() else UNMAPPED

    def is_bold(self, font: Any) -> bool:
        """Whether its name, weight or flags say so."""
        found = self._bold.get(font)
        if found is None:
            weight, flags = font.descriptor.get("FontWeight"), font.descriptor.get("Flags")
            found = (
                bool(_BOLD.search(str(font.fontname)))
                or (isinstance(weight, (int, float)) and weight >= 600)
                or (isinstance(flags, int) and bool(flags & _FORCE_BOLD))
            )
            self._bold[font] = found
        return found

    def _is_icons(self, font: Any) -> bool:
        found = self._icons.get(font)
        if found is None:
            found = self._icons[font] = bool(_ICON_FONT.search(str(font.fontname)))
        return found


def _one_of_a_kind(text: str) -> str:
    """``text``, with a plain character for glyphs that are said to be several of one kind.

    Programs of Apple's name a space glyph tab, line break and space at once, and a hyphen glyph
    all kinds of hyphens. A soft hyphen is drawn only where it is seen: it is a hyphen there.
    """
    if text.isspace():
        return " "
    return "-" if _HYPHENS.issuperset(text) else text
