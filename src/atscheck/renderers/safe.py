"""Data made harmless for the place it is shown in: no character of a resume may act on it.

The rules for each place, and the traps they close, are those of the OWASP ASVS (1.2.10, formulas)
and of the CommonMark specification (backslash escapes, entities).
"""

from __future__ import annotations

import re
import string

_TRIGGERS = "=+-@\t\r\n\0＝＋－＠"
"""What a spreadsheet takes for the start of a formula, ASCII and full-width."""

_MARKDOWN = re.compile(
    r"[\\`*\[\]|~#]|(?<![^\W_])_|_(?![^\W_])|(?<!\S)[-+](?=\s|$)|^(\d+)(?=[.)](?:\s|$))|^[-+=]+"
)
"""What Markdown may act on: everywhere, at the edge of a word, alone, or where a line begins."""

_UNRESERVED = f"{string.ascii_letters}{string.digits}-._~"

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"})


def term_safe(text: str) -> str:
    r"""``text`` on one line, every character that a terminal may act on written as ``\\x1b``.

    That is all that is not printable: control characters (C0, DEL, C1, line breaks), formatting
    (bidirectional, zero-width, tags), lone surrogates, private use. Spaces become plain spaces.
    """
    if text.isprintable() and text.isascii():
        return text
    return "".join(map(_visible, text))


def one_line(text: str) -> str:
    """``text`` with each run of white space as one space, then made safe as by `term_safe`."""
    return term_safe(" ".join(text.split()))


def uri_safe(data: bytes, kept: str = "") -> str:
    """``data`` in a URI: percent-encoded but for letters, digits, "-._~" and ``kept`` (RFC 3986).

    What comes out is printable ASCII, so it cannot end a sequence that a terminal acts on.
    """
    plain = f"{_UNRESERVED}{kept}".encode()
    return "".join(chr(byte) if byte in plain else f"%{byte:02X}" for byte in data)


def csv_safe(text: str) -> str:
    """``text`` as a spreadsheet cell that holds no formula: a quote mark stands before a trigger.

    Control and invisible characters are written out as by `term_safe`, so a cell is one line.
    """
    visible = term_safe(text)
    body = text.lstrip(" \N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}")
    triggered = body.startswith(tuple(_TRIGGERS)) or visible.lstrip().startswith(tuple(_TRIGGERS))
    return f"'{visible}" if triggered else visible


def markdown_safe(text: str) -> str:
    """``text`` as literal text inside a Markdown line or table cell, on one line."""
    escaped = _MARKDOWN.sub(_escape, one_line(text))
    return escaped.translate(_ENTITIES)


def _escape(match: re.Match[str]) -> str:
    # A number that would open a list is kept as a number: its dot or bracket is what acts.
    return f"{match[0]}\\" if match[1] else "".join(f"\\{c}" for c in match[0])


def _visible(char: str) -> str:
    if char.isprintable() and not 0xE0000 <= ord(char) <= 0xE0FFF:
        return char
    if char.isspace() and ord(char) > 0x9F and char not in "\u2028\u2029":
        return " "
    return f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{{{ord(char):x}}}"
