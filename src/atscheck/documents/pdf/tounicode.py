"""Which characters the codes of a PDF font stand for: its ToUnicode CMap (ISO 32000-1, 9.10.3).

pdfminer.six reads such a map token by token, which takes longer than all else that a font needs.
Programs write them to one pattern: here regular expressions read those that keep to it, to the
same characters. Any other is left to pdfminer.
"""

from __future__ import annotations

import re
from binascii import unhexlify
from codecs import utf_16_be_decode
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from pdfminer.cmapdb import UnicodeMap
from pdfminer.pdffont import PDFCIDFont, PDFFont, PDFSimpleFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import literal_name

_MOST_CODES = 0x10000
"""Codes in one range; two bytes have no more."""

_BYTES = rb"<((?:[\dA-Fa-f]{2})++)>\s*+"
_PLAIN_BYTES = rb"<(?:[\dA-Fa-f]{2})++>\s*+"
_LIST = rb"\[\s*+((?:%b)*+)\]\s*+" % _PLAIN_BYTES
_PLAIN_LIST = rb"\[\s*+(?:%b)*+\]\s*+" % _PLAIN_BYTES

_PAIR = re.compile(_BYTES * 2)
_RANGE = re.compile(_BYTES * 2 + rb"(?:%b|%b)" % (_BYTES, _LIST))
_TEXTS = re.compile(_BYTES)
_SECTION = re.compile(
    rb"beginbf(?:char\s++(?P<chars>(?:%b)*+)endbfchar|range\s++(?P<ranges>(?:%b(?:%b|%b))*+)endbfrange)"
    % (_PLAIN_BYTES * 2, _PLAIN_BYTES * 2, _PLAIN_BYTES, _PLAIN_LIST)
)

_NAME = rb"/[A-Za-z0-9+,._-]++\s*+"
_VALUE = rb"(?:%b|\d++\s*+|\([^()\\]*+\)\s*+)" % _NAME
_ENTRY = rb"%b(?:%b|<<\s*+(?:%b%b)*+>>\s*+)def(?=\s)" % (_NAME, _VALUE, _NAME, _VALUE)
_FRAME = re.compile(
    rb"""(?:\s++
        |%b
        |%b\d++\s++dict\s++dup\s++begin\s++(?:%b\s++)*+end\s++def(?=\s)
        |%b|\d++(?=\s)
        |(?:findresource|begin|dict|begincmap|CMapName|currentdict|defineresource|pop|end)(?![^\s/])
        |begincodespacerange\s++(?:%b)*+endcodespacerange(?=\s)
    )*+"""
    % (_ENTRY, _NAME, _ENTRY, _NAME, _PLAIN_BYTES),
    re.VERBOSE,
)
"""What stands around the sections, and says nothing about characters."""

_EMPTY = PDFStream({}, b"")


class Resources(PDFResourceManager):
    """The fonts of a file, each made once."""

    def __init__(self) -> None:
        super().__init__()
        self._made: dict[object, PDFFont] = {}

    def get_font(self, objid: object, spec: Mapping[str, Any]) -> PDFFont:
        """The font that ``spec`` describes; ``objid`` is its number in the file, if it has one."""
        font = self._made.get(objid) if objid else None
        if font is None:
            font = self._make(spec)
            if objid:
                self._made[objid] = font
        return font

    def _make(self, spec: Mapping[str, Any]) -> PDFFont:
        """The font, with a map that was read here in place of one that pdfminer would read."""
        stream = resolve1(spec.get("ToUnicode"))
        # A composite font hands its map on to the font inside of it, which comes here as well.
        composite = literal_name(spec.get("Subtype")) == "Type0"
        known = None
        if isinstance(stream, PDFStream) and not composite:
            known = characters_of(stream.get_data())
        if known is None:
            return super().get_font(None, spec)
        font = super().get_font(None, {**spec, "ToUnicode": _EMPTY})
        if isinstance(font, (PDFSimpleFont, PDFCIDFont)):
            font.unicode_map = UnicodeMap()
            font.unicode_map.cid2unichr = known
        return font


def characters_of(cmap: bytes) -> dict[int, str] | None:
    """The characters by their codes, or None if the map is to be left to pdfminer."""
    found: dict[int, str] = {}
    body, _, tail = cmap.partition(b"endcmap")
    at = 0
    for section in _SECTION.finditer(body):
        if not _FRAME.fullmatch(body, at, section.start()):
            return None
        at = section.end()
        try:
            for code, text in _entries(section):
                # As pdfminer has it: some fonts give one glyph both kinds of spaces.
                if text != "\xa0" or found.get(code) != " ":
                    found[code] = text
        except OverflowError:
            return None
    return found if _FRAME.fullmatch(body, at) and _FRAME.fullmatch(tail) else None


def _entries(section: re.Match[bytes]) -> Iterator[tuple[int, str]]:
    """The codes of a section, each with what it stands for.

    Raises:
        OverflowError: a range has too many codes, or characters beyond four bytes.
    """
    for code, text in _PAIR.findall(section["chars"] or b""):
        yield int(code, 16), _decoded(unhexlify(text))
    for first, last, start, texts in _RANGE.findall(section["ranges"] or b""):
        codes = range(int(first, 16), int(last, 16) + 1)
        if len(codes) > _MOST_CODES:
            raise OverflowError
        if len(first) != len(last):
            continue  # which pdfminer skips
        if start:
            yield from zip(codes, _following(unhexlify(start)), strict=False)
        else:
            named = map(unhexlify, _TEXTS.findall(texts))
            yield from zip(codes, map(_decoded, named), strict=False)


def _following(start: bytes) -> Iterator[str]:
    """The character that ``start`` stands for, and those after it: its last bytes count on."""
    first = int.from_bytes(start[-4:], "big")
    if len(start) == 2:  # nearly always: half of the work
        yield from (chr(c) if c < 0xD800 or c > 0xDFFF else "" for c in range(first, 0x10000))
        first = 0x10000
    for code in count(first):
        yield _decoded(start[:-4] + code.to_bytes(4, "big")[-len(start) :])


def _decoded(text: bytes) -> str:
    return utf_16_be_decode(text, "ignore")[0]
