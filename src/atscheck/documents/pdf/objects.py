"""The objects of a PDF file, taken apart as `content` takes content streams apart.

They are written alike, but for references to other objects and the streams that some hold. What is
not written as it should be is left to pdfminer, which makes something of nearly anything.
"""

from __future__ import annotations

import re
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFObjRef, int_value

from atscheck.documents.pdf.content import Content, UnsureError
from atscheck.documents.pdf.streams import Stream

_STREAM_BEGINS = re.compile(rb"\r?\n")
_STREAM_ENDS = re.compile(rb"\s*+endstream\s++endobj(?![^\s/<\[(%])")

_UNUSUAL = frozenset((b"obj", b"endobj", b"stream", b"xref", b"startxref", b"null", b"BI", b"ID"))
"""Words that mean something to pdfminer, or to `Content`, wherever they stand."""


class _Objects(Content):
    """Takes apart what refers to other objects of a file."""

    def __init__(self, pdf: PDFDocument, *, has_null: bool) -> None:
        """``has_null``: whether a null is one; pdfminer takes it for a word in object streams."""
        super().__init__()
        self._pdf = pdf
        self._has_null = has_null

    def word(self, word: bytes, at: int) -> int:
        """Take a word inside of an array or dictionary: a reference ends with one."""
        if word == b"R":
            match self.found[-2:]:
                case [int(number), _]:
                    self.found[-2:] = [PDFObjRef(self._pdf, number)]
                case _:
                    raise UnsureError
        elif word == b"null" and self._has_null:
            self.found.append(None)
        elif word in _UNUSUAL:
            raise UnsureError
        else:
            return super().word(word, at)
        return at + len(word)


def object_at(data: bytes, at: int, number: int, pdf: PDFDocument) -> Any:
    """The object with that number which stands at a place of a file.

    Raises:
        UnsureError: it is to be left to pdfminer.
    """
    content = _Objects(pdf, has_null=True)
    content.begin(0, data, last=True)
    operations = content.operations(at)
    match next(operations, None), next(operations, None):
        case (b"obj", [int(found), int()]), (b"endobj", [value]) if found == number:
            return value
        case (b"obj", [int(found), int()]), (b"stream", [dict(attributes)]) if found == number:
            return _stream(data, content.at, attributes, pdf)
    raise UnsureError


def _stream(data: bytes, at: int, attributes: dict[str, Any], pdf: PDFDocument) -> Stream:
    """The stream whose dictionary ends at a place, with the word "stream"."""
    begin, length = _STREAM_BEGINS.match(data, at), int_value(attributes.get("Length"))
    if begin and length >= 0 and _STREAM_ENDS.match(data, begin.end() + length):
        return Stream(attributes, data[begin.end() : begin.end() + length], pdf.decipher)
    raise UnsureError


def objects_in(stream: bytes, pdf: PDFDocument) -> list[Any]:
    """What an object stream holds: numbers and places of its objects, then these themselves.

    Raises:
        UnsureError: it is to be left to pdfminer.
    """
    content = _Objects(pdf, has_null=False)
    content.begin(0, stream, last=True)
    if next(content.operations(), None) or content.opened:
        raise UnsureError
    return content.found
