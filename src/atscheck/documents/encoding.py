"""The characters of a text file whose encoding nobody names."""

from __future__ import annotations

import codecs
import unicodedata
from contextlib import suppress

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, declared: str = "") -> str:
    """The text of ``data``: by its byte order mark, as UTF-16 or UTF-8, else as Windows-1252.

    ``declared`` is an encoding that the file itself names, used where it is no UTF-8. Nothing is
    ever refused: `is_text` tells whether the result looks like text.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    wide = _utf16(data[:4096])
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        lenient = data.decode("utf-8", "replace")
    if declared:
        with suppress(LookupError, ValueError):  # no encoding that is known, or none of text
            return data.decode(declared, "replace")
    # A few broken bytes in a UTF-8 file must not spoil its other letters.
    broken = lenient.count("\ufffd")
    letters = sum(c > "\x7f" for c in lenient) - broken
    return lenient if letters > broken else data.decode("cp1252", "replace")


def _utf16(head: bytes) -> str:
    """The UTF-16 variant in which ``head`` is mostly Latin letters, or ""."""
    half = max(1, len(head) // 2)
    if head[1::2].count(0) > 0.7 * half and head[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if head[::2].count(0) > 0.7 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""


def is_text(text: str) -> bool:
    """Whether ``text`` is one: at most one in a hundred characters is a control character.

    Line breaks, tabs and form feeds are none; characters that could not be decoded are.
    """
    odd = sum(
        c == "\ufffd" or (c not in "\t\n\v\f\r\x85" and unicodedata.category(c) == "Cc")
        for c in text
    )
    return odd * 100 <= len(text)
