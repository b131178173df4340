"""The objects of a PDF file, guarded against files whose objects lead nowhere."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from pdfminer.pdfdocument import (
    PDFDocument,
    PDFEncryptionError,
    PDFNoPageLabels,
    PDFPasswordIncorrect,
)
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjectNotFound, PDFObjRef, PDFStream

from atscheck.documents.pdf.content import UnsureError
from atscheck.documents.pdf.objects import object_at, objects_in
from atscheck.documents.pdf.streams import Stream
from atscheck.errors import InputError

MAX_MISSING = 200_000
"""Objects asked for in vain, after which a file is given up; its index can claim any number."""


def open_pdf(data: bytes) -> PDFDocument:
    """The objects of a PDF file.

    Raises:
        InputError: "encrypted", or "expansion"; pdfminer's own errors pass through.
    """
    return _File(data)


class _File(PDFDocument):
    """pdfminer's view of a file, which it follows without ends and asks for more than is needed."""

    def __init__(self, data: bytes) -> None:
        self._missing = 0
        self._data = data
        super().__init__(PDFParser(io.BytesIO(data)))

    def getobj(self, objid: int) -> Any:
        """The object numbered ``objid``; a reference that leads back to itself is nothing."""
        seen = {objid}
        try:
            found = super().getobj(objid)
            while isinstance(found, PDFObjRef) and found.objid not in seen:
                seen.add(found.objid)
                found = super().getobj(found.objid)
        except PDFObjectNotFound:
            self._missing += 1
            if self._missing > MAX_MISSING:
                raise InputError(
                    "corrupt", "the PDF lacks most of its objects", "export the document again"
                ) from None
            raise
        return None if isinstance(found, PDFObjRef) else found

    def _getobj_parse(self, pos: int, objid: int) -> object:
        """The object that stands at a place of the file; its stream has bounds."""
        if self._parser is not None and not self._parser.fallback:
            with suppress(UnsureError):
                return object_at(self._data, pos, objid, self)
        found = super()._getobj_parse(pos, objid)
        if isinstance(found, PDFStream):
            return Stream(found.attrs, found.rawdata or b"", found.decipher)
        return found

    def _get_objects(self, stream: PDFStream) -> tuple[list[object], int]:
        """The objects of an object stream, behind their numbers and places; how many they are."""
        number = stream.get("N")
        if isinstance(number, int):
            with suppress(UnsureError):
                return objects_in(stream.get_data(), self), number
        return super()._get_objects(stream)

    def get_page_labels(self) -> Iterator[str]:
        """None: no page is named, so that wrong names do no harm."""
        raise PDFNoPageLabels

    def _initialize_password(self, password: str = "") -> None:
        """Take the empty password, whatever may be wrong with how it is asked for."""
        try:
            super()._initialize_password(password)
        except (PDFPasswordIncorrect, PDFEncryptionError) as error:
            raise InputError(
                "encrypted",
                "the PDF is protected by a password",
                "save a copy without a password and use that",
            ) from error
        except Exception as error:  # unknown versions and broken settings raise nearly anything
            raise InputError(
                "encrypted",
                "the PDF is encrypted in a way that is not known here",
                "save a copy without a password and use that",
            ) from error
