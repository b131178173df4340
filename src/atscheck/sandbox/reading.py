"""Reading, drawing and marking untrusted files in a process of their own.

Each function does what the one of the same name in `atscheck.documents` does, and gives the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from atscheck import documents
from atscheck.documents.model import Document
from atscheck.documents.ocr import tesseract
from atscheck.documents.pictures import Picture
from atscheck.documents.values import from_values, to_values
from atscheck.errors import InputError
from atscheck.sandbox import endings
from atscheck.sandbox.client import shared_server

if TYPE_CHECKING:
    from atscheck.documents.pdf.annotations import Annotation

Value = TypeVar("Value")


def read(source: str | Path | bytes, *, path: str | None = None, ocr: bool = False) -> Document:
    """The document at ``source``, as `documents.read` reads it.

    The file is opened and loaded here; its bytes are read over there.

    Raises:
        InputError: whatever is wrong with the file; "timeout", "memory", "crash" or "too-large"
            where reading it takes too much.
        MissingError: if recognition is asked for and not installed.
        SandboxError: if the other process does not start.
    """
    if ocr:
        tesseract()
    name = documents.name_of(source, path)
    return parse(documents.load(source, name), name, ocr=ocr)


def parse(data: bytes, path: str, *, ocr: bool = False) -> Document:
    """The document in ``data``, as `documents.parse` reads it; errors are those of `read`."""
    try:
        values = shared_server().ask("read", data, path=path, ocr=ocr)
        return replace(_made(Document, values), data=data)
    except InputError as error:
        error.path = path
        raise


def pictures(document: Document) -> dict[int, Picture]:
    """The pages of a PDF file by number, from 1, as a person sees them; none of other formats.

    Raises:
        InputError: if drawing them takes too much, or breaks PDFium.
    """
    if document.format != "pdf" or not document.data:
        return {}
    numbers = [page.number for page in document.pages]
    found = shared_server().ask("draw", document.data, numbers=numbers)
    return dict(_made(tuple[tuple[int, Picture], ...], found))


def annotated(data: bytes, annotations: Iterable[Annotation]) -> bytes:
    """The PDF file in ``data`` with annotations, as `documents.pdf.annotations.annotated`.

    Raises:
        FormatError: if PDFium cannot open the file or a page, or if the file is protected.
        InputError: if writing them takes too much, or breaks PDFium.
    """
    values = [to_values(each) for each in annotations]
    return _made(bytes, shared_server().ask("annotate", data, annotations=values))


def _made(kind: type[Value], values: Any) -> Value:
    """What the values of another process stand for.

    Raises:
        InputError: "crash" if they stand for nothing.
    """
    try:
        return from_values(kind, values)
    except (ValueError, TypeError, OverflowError):
        raise endings.ended(None) from None
