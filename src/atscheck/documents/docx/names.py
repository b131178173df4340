"""Names of the elements and attributes of a Word file, in both of the standard's variants."""

from __future__ import annotations

from atscheck.documents.docx.package import Element

_OPEN = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"

_PREFIXES = {
    f"{_OPEN}/wordprocessingml/2006/main": "",
    f"{_STRICT}/wordprocessingml/main": "",
    f"{_OPEN}/officeDocument/2006/math": "m:",
    f"{_STRICT}/officeDocument/math": "m:",
    f"{_OPEN}/markup-compatibility/2006": "mc:",
    f"{_OPEN}/drawingml/2006/main": "a:",
    f"{_STRICT}/drawingml/main": "a:",
    f"{_OPEN}/drawingml/2006/wordprocessingDrawing": "wp:",
    f"{_STRICT}/drawingml/wordprocessingDrawing": "wp:",
    "urn:schemas-microsoft-com:vml": "v:",
}
_NAMES: dict[str, str] = {}


def name_of(element: Element) -> str:
    """The element's name: "p" for Word's own, with a prefix ("mc:Choice") for others known here.

    Elements of other kinds are called "?".
    """
    tag = element.tag
    found = _NAMES.get(tag)
    if found is None:
        space, _, local = tag[1:].rpartition("}") if tag[0] == "{" else ("", "", tag)
        prefix = _PREFIXES.get(space)
        found = "?" if prefix is None else prefix + local
        if len(_NAMES) < 10_000:
            _NAMES[tag] = found
    return found


def attribute(element: Element, name: str) -> str | None:
    """The value of the attribute ``name``, in whatever namespace."""
    for key, value in element.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along ``path``, or None."""
    for step in path:
        if element is None:
            return None
        element = next((e for e in element if name_of(e) == step), None)
    return element
