"""Plain text and Markdown files."""

from __future__ import annotations

from atscheck.documents.assemble import from_text
from atscheck.documents.encoding import decode
from atscheck.documents.model import Document


def read_text(data: bytes, path: str) -> Document:
    """The document in a plain text file: its lines as they stand.

    Raises:
        InputError: "no-text".
    """
    return from_text(decode(data), path, data=data)


def read_markdown(data: bytes, path: str) -> Document:
    """The document in a Markdown file, its marks taken off.

    Raises:
        InputError: "no-text".
    """
    return from_text(decode(data), path, format="markdown", data=data)
