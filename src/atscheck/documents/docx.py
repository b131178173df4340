"""Word files."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from atscheck.documents.assemble import Reading, SourceLine, assemble
from atscheck.documents.model import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(data: bytes, path: str) -> Document:
    """The document in a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    lines = []
    for paragraph in root.iter(f"{_W}p"):
        mark = "• " if paragraph.find(f"{_W}pPr/{_W}numPr") is not None else ""
        text = mark + "".join(
            "\t" if node.tag == f"{_W}tab" else node.text or ""
            for node in paragraph.iter(f"{_W}t", f"{_W}tab")
        )
        lines.append(SourceLine(text, stored=len(lines)))
    return assemble(data, path, "docx", Reading(lines))
