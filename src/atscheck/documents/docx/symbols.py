"""Symbol fonts draw other characters for the codes of letters: what a person sees of them.

Characters of the font Symbol are letters and signs of Unicode (Adobe's Symbol encoding, as mapped
in https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt). The pictures of Wingdings and
its like become private-use characters, which `characters` tells to be bullets or icons.
"""

from __future__ import annotations

import re

_PICTURES = re.compile(r"wingdings|webdings|dingbats|marlett|monotype sorts", re.IGNORECASE)
_PRIVATE = 0xF000
_GREEK = {
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
}
_SIGNS = {
    0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB6: "∂", 0xB7: "•", 0xB8: "÷",
    0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√",
    0xD7: "⋅", 0xDE: "⇒", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip


def symbol_font(name: str) -> str:
    """``name`` if it is a font that draws symbols for letters, else ""."""
    return name if name.casefold() == "symbol" or _PICTURES.search(name) else ""


def as_drawn(text: str, font: str) -> str:
    """The characters that ``font`` draws for ``text``: the same unless it is a symbol font."""
    if not symbol_font(font):
        return text
    return "".join(_drawn(char, font) for char in text)


def _drawn(char: str, font: str) -> str:
    code = ord(char) - _PRIVATE if 0 <= ord(char) - _PRIVATE <= 0xFF else ord(char)
    if not 0x20 < code <= 0xFF:
        return char
    if font.casefold() != "symbol":
        return chr(_PRIVATE + code)
    if code < 0x80:
        return _GREEK.get(code, chr(code))
    return _SIGNS.get(code, chr(_PRIVATE + code))
