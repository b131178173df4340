"""HTML files."""

from __future__ import annotations

from atscheck.documents.assemble import Reading, SourceLine, assemble
from atscheck.documents.encoding import decode
from atscheck.documents.model import Document


def read_html(data: bytes, path: str) -> Document:
    """The document in an HTML file."""
    from lxml import html

    root = html.fromstring(decode(data))
    texts = [" ".join(t.split()) for t in root.itertext()]
    lines = [SourceLine(text, stored=i) for i, text in enumerate(texts)]
    return assemble(data, path, "html", Reading(lines))
