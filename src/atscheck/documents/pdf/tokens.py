"""What tokens of a PDF file stand for: numbers, strings and names, as pdfminer.six reads them."""

from __future__ import annotations

import re
from binascii import unhexlify
from typing import Any

from pdfminer.psparser import LIT, PSLiteral

_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|\r\n|([\s\S]))")
_ESCAPED = dict(zip(b"btnfr()\\", b"\b\t\n\f\r()\\", strict=True))
_NAME_ESCAPE = re.compile(rb"#([\dA-Fa-f]{0,2})")

_SHORT = 16
_MOST_KEPT = 10_000
"""Bytes of a token that is kept, and tokens: those of a resume are some thousand."""


def number(token: bytes) -> float:
    """A whole number, or one with a point.

    Raises:
        ValueError: if it is only the beginning of one.
    """
    return float(token) if b"." in token else int(token)


class Values(dict[bytes, Any]):
    """What numbers, strings and names stand for; short ones are kept, as most come again."""

    def __missing__(self, token: bytes) -> Any:
        """What a token stands for that is not kept."""
        first = token[:1]
        value: Any
        if first == b"(":
            text = token[1:-1]
            value = _ESCAPE.sub(_unescaped, text) if b"\\" in text else text
        elif first == b"/":
            value = _literal(token[1:])
        else:
            value = unhexed(token[1:-1]) if first == b"<" else number(token)
        if len(token) <= _SHORT and len(self) < _MOST_KEPT:
            self[token] = value
        return value


def _unescaped(escape: re.Match[bytes]) -> bytes:
    """What an escape stands for: nothing, if it is none."""
    if escape[1]:
        return bytes((int(escape[1], 8),))
    code = _ESCAPED.get(ord(escape[2])) if escape[2] else None
    return b"" if code is None else bytes((code,))


def unhexed(digits: bytes) -> bytes:
    """The bytes that pairs of digits stand for; pdfminer takes the last for one if it is alone."""
    digits = b"".join(digits.split())
    if len(digits) % 2:
        digits = digits[:-1] + b"0" + digits[-1:]
    return unhexlify(digits)


def _literal(name: bytes) -> PSLiteral:
    if b"#" in name:
        name = _NAME_ESCAPE.sub(lambda code: bytes((int(code[1], 16),)) if code[1] else b"", name)
    try:
        return LIT(name.decode())
    except UnicodeDecodeError:
        return LIT(name)
