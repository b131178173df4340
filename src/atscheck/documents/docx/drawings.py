"""Text that drawings hold without Word's own paragraphs: shapes, WordArt, SmartArt diagrams."""

from __future__ import annotations

from collections.abc import Iterator

from atscheck.documents.docx.names import attribute, child, name_of
from atscheck.documents.docx.package import Element


def drawn_paragraphs(element: Element | None) -> Iterator[str]:
    """The paragraphs of a shape, a WordArt, or the data of a diagram, in stored order."""
    if element is None:
        return
    if name_of(element) == "v:textpath":
        yield element.get("string") or ""
    for part in element.iter("{*}txBody", "{*}t"):
        if name_of(part) in ("a:txBody", "dgm:t"):
            for paragraph in part:
                yield "".join(_texts(paragraph))


def _texts(paragraph: Element) -> Iterator[str]:
    for element in paragraph:
        if name_of(element) == "a:br":
            yield "\n"
        else:
            text = child(element, "a:t")
            yield "" if text is None else (text.text or "").replace("\n", " ")


def diagram_data(element: Element) -> str:
    """The id of the relationship to the data of a diagram (``dgm:relIds``)."""
    return attribute(element, "dm") or ""
