"""Word files (.docx, .docm, .dotx): an XML walk over the parts of a bounded zip file.

python-docx shows neither text boxes nor content controls nor tracked insertions, repeats merged
cells, and does not end on some small tables (reliability.md, section 0), so nothing of it is used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

from atscheck.documents.assemble import Reading, assemble
from atscheck.documents.docx.body import Place, Walk
from atscheck.documents.docx.names import attribute, child, is_on, name_of
from atscheck.documents.docx.numbering import Lists
from atscheck.documents.docx.package import Element, Package, Relationship
from atscheck.documents.docx.styles import UNKNOWN_GROUND, Styles
from atscheck.documents.model import Document, Loss


def read_docx(data: bytes, path: str) -> Document:
    """The document in a Word file: headers, body, footnotes and endnotes, footers, in this order.

    Raises:
        InputError: "corrupt", "encrypted", "expansion", "forbidden-xml", "no-text", "unsupported".
    """
    package = Package(data)
    main = package.main
    body = package.xml(main)
    related = package.relationships(main)
    by_kind = {relationship.kind: relationship.target for relationship in related.values()}

    def sibling(kind: str) -> Element | None:
        return package.xml(by_kind[kind]) if kind in by_kind else None

    walk = Walk(Styles(sibling("styles")), Lists(sibling("numbering")), package.xml)
    ground = UNKNOWN_GROUND if _has_backdrop(body) else ""

    even = is_on(child(sibling("settings"), "evenAndOddHeaders"))
    parts = list(_shown_parts(body, related, even))

    def add(origin: Literal["header", "footer"]) -> None:
        for kind, name in parts:
            root = package.xml(name) if kind == origin else None
            if root is not None:
                first = len(walk.flow.lines)
                walk.part(root, Place(origin, ground), package.relationships(name))
                if len(walk.flow.lines) > first:
                    walk.flow.note("header-footer", first)

    add("header")
    walk.part(body, Place("body", ground), related)
    for kind in ("footnote", "endnote"):
        root = sibling(f"{kind}s")
        if root is not None:
            _add_notes(walk, kind, root, Place("footnote", ground), package, by_kind[f"{kind}s"])
    add("footer")
    flow = walk.flow
    losses = (Loss("scripts", "the Word file holds macros"),) if package.has_macros else ()
    reading = Reading(flow.lines, losses=losses, links=tuple(flow.links), met=flow.met)
    return assemble(data, path, "docx", reading)


def _add_notes(
    walk: Walk, kind: str, root: Element, place: Place, package: Package, name: str
) -> None:
    """Walk the notes of one kind: those referred to, in order; the others are not shown."""
    targets = package.relationships(name)
    for note, mark in walk.notes.shown(kind, root):
        walk.notes.own_mark = mark
        walk.part(note, place, targets)
    for note in walk.notes.unused(kind, root):
        walk.part(note, replace(place, hidden=True), targets)


def _shown_parts(
    body: Element, related: Mapping[str, Relationship], even: bool
) -> Iterator[tuple[str, str]]:
    """Kind ("header", "footer") and name of the parts that some page shows, each once.

    A section without a header of some type has that of the section before.
    """
    seen: set[str] = set()
    current: dict[tuple[str, str], str] = {}
    for section in body.iter("{*}sectPr"):
        for reference in section:
            kind = name_of(reference).removesuffix("Reference")
            type_ = attribute(reference, "type") or "default"
            target = related.get(attribute(reference, "id") or "")
            if target is None or target.external:
                continue
            if kind in ("header", "footer") and type_ in ("default", "first", "even"):
                current[kind, type_] = target.target
        types = {"default"} | ({"even"} if even else set())
        if is_on(child(section, "titlePg")):
            types.add("first")
        for (kind, type_), name in current.items():
            if type_ in types and name not in seen:
                seen.add(name)
                yield kind, name


def _has_backdrop(body: Element) -> bool:
    """Whether the pages have a background colour, or a shape or picture behind their text.

    White text may well be visible there, so that it must not be called hidden.
    """
    return any(
        name_of(element) == "background"
        or (name_of(element) == "wp:anchor" and attribute(element, "behindDoc") in ("1", "true"))
        or "z-index:-" in (element.get("style") or "")
        for element in body.iter()
    )
