"""What is read of a Word file that a test makes."""

from __future__ import annotations

from typing import Any

from atscheck import documents
from atscheck.documents.model import Document
from tests.support.make_docx import make_docx


def read(body: str, **options: Any) -> Document:
    """The document of a file with this body; ``options`` are those of `make_docx`."""
    return documents.read(make_docx(body, **options), path="made.docx")


def texts(document: Document) -> list[str]:
    """The text of each line."""
    return [document.line_text(line) for line in document.lines]


def kinds(document: Document) -> set[str]:
    """The kinds of what machines may lose."""
    return {loss.kind for loss in document.losses}


def quotes(document: Document) -> dict[str, str]:
    """The text where each kind of loss stands first."""
    return {
        loss.kind: document.quote(loss.span)
        for loss in reversed(document.losses)
        if loss.span is not None
    }


def hidden(document: Document) -> list[str]:
    """The lines that a person cannot see."""
    return [document.line_text(line) for line in document.lines if line.hidden]
