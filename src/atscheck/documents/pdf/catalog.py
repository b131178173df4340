"""What a PDF file holds besides its pages: protection, attached files, scripts, filled-in forms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral

from atscheck.documents.model import Loss

_MAX_FIELDS = 2_000
"""Fields of a form that are looked at."""

_SCRIPTED = frozenset(["JavaScript", "Launch"])
"""Actions that run something (ISO 32000-1, table 198)."""


def file_losses(pdf: PDFDocument) -> Iterator[Loss]:
    """What of the file as a whole may keep machines from taking or reading it."""
    if not pdf.is_extractable:
        message = "the PDF forbids copying its text; some systems obey and read nothing"
        yield Loss("no-copy-permission", message)
    elif pdf.encryption is not None:
        yield Loss("encrypted", "the PDF is encrypted, though it opens without a password")
    catalog = _dict(pdf.catalog)
    names = _dict(catalog.get("Names"))
    if _has_entries(names.get("EmbeddedFiles")):
        yield Loss("embedded-files", "files are attached to the PDF; they are not read")
    if _has_entries(names.get("JavaScript")) or any(_is_scripted(a) for a in _actions(catalog)):
        yield Loss("scripts", "the PDF runs a script or program when it is opened")
    filled = sum(_is_filled_in(field) for field in _fields(_dict(catalog.get("AcroForm"))))
    if filled:
        what = "field of a form is" if filled == 1 else "fields of a form are"
        yield Loss("form-fields", f"{filled} {what} filled in: such text is not part of the page")


def _dict(value: Any) -> dict[str, Any]:
    found = resolve1(value)
    return found if isinstance(found, dict) else {}


def _list(value: Any) -> list[Any]:
    found = resolve1(value)
    return found if isinstance(found, list) else []


def _name(value: Any) -> str:
    found = resolve1(value)
    return str(found.name) if isinstance(found, PSLiteral) else ""


def _has_entries(tree: Any) -> bool:
    """Whether a name tree holds anything."""
    node = _dict(tree)
    return bool(_list(node.get("Names")) or _list(node.get("Kids")))


def _actions(catalog: dict[str, Any]) -> Iterator[Any]:
    """What is done when the file is opened, printed, saved or closed."""
    yield catalog.get("OpenAction")
    yield from _dict(catalog.get("AA")).values()


def _is_scripted(action: Any) -> bool:
    return _name(_dict(action).get("S")) in _SCRIPTED


def _fields(form: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The fields of a form, with those that they are made up of."""
    waiting = _list(form.get("Fields"))[:_MAX_FIELDS]
    for _ in range(_MAX_FIELDS):
        if not waiting:
            return
        field = _dict(waiting.pop())
        yield field
        waiting.extend(_list(field.get("Kids"))[:_MAX_FIELDS])


def _is_filled_in(field: dict[str, Any]) -> bool:
    value = resolve1(field.get("V"))
    return isinstance(value, bytes) and any(byte > 0x20 for byte in value.removeprefix(b"\xfe\xff"))
