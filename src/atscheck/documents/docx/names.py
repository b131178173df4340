"""Elements of a Word file and what they say, in both of the standard's variants."""

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
    f"{_OPEN}/drawingml/2006/diagram": "dgm:",
    f"{_STRICT}/drawingml/diagram": "dgm:",
    f"{_OPEN}/drawingml/2006/chart": "c:",
    f"{_STRICT}/drawingml/chart": "c:",
    "http://schemas.microsoft.com/office/drawing/2014/chartex": "c:",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps:",
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


def value_of(element: Element | None, *path: str) -> str:
    """The ``val`` of the descendant along ``path``, or ""."""
    found = child(element, *path)
    return "" if found is None else attribute(found, "val") or ""


DELETED = frozenset(["del", "moveFrom"])
"""Elements around what a tracked change takes away from its place."""

_OFF = frozenset(["0", "false", "off", "none"])


def is_on(element: Element | None) -> bool:
    """Whether a switch such as ``<w:b/>`` is there and on; it is on unless it says otherwise."""
    return element is not None and (attribute(element, "val") or "true").lower() not in _OFF


def whole(text: str | None, default: int = 0) -> int:
    """A whole number of at most four digits, or ``default``."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 5 else default
