"""Word files (.docx, .docm, .dotx): an XML walk over the parts of a bounded zip file.

python-docx shows neither text boxes nor content controls nor tracked insertions, repeats merged
cells, and does not end on some small tables (reliability.md, section 0), so nothing of it is used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from atscheck.documents.assemble import Reading, assemble
from atscheck.documents.docx.body import Place, Walk
from atscheck.documents.docx.names import attribute, child, name_of
from atscheck.documents.docx.package import Element, Package, Relationship
from atscheck.documents.docx.styles import Lists, Styles, is_on
from atscheck.documents.losses import counted_losses
from atscheck.documents.model import Document, Origin


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

    walk = Walk(Styles(sibling("styles")), Lists(sibling("numbering")))
    painted = _has_backdrop(body)

    def add(name: str, origin: Origin) -> None:
        root = package.xml(name)
        if root is not None:
            walk.part(root, Place(origin, painted), package.relationships(name))

    even = _has_even_pages(sibling("settings"))
    shown = list(_shown_parts(body, related, even))
    for name in (name for kind, name in shown if kind == "header"):
        add(name, "header")
    walk.part(body, Place("body", painted), related)
    for kind in ("footnotes", "endnotes"):
        if kind in by_kind:
            add(by_kind[kind], "footnote")
    for name in (name for kind, name in shown if kind == "footer"):
        add(name, "footer")
    if any(line.origin in ("header", "footer") for line in walk.flow.lines):
        walk.counts["header-footer"] = 1
    return assemble(
        data,
        path,
        "docx",
        Reading(walk.flow.lines, losses=counted_losses(walk.counts), links=tuple(walk.flow.links)),
    )


def _shown_parts(
    body: Element, related: Mapping[str, Relationship], even: bool
) -> Iterator[tuple[str, str]]:
    """Kind ("header", "footer") and name of the parts that some page shows, each once."""
    seen: set[str] = set()
    for section in body.iter("{*}sectPr"):
        kinds = {"default"} | ({"even"} if even else set())
        title_page = child(section, "titlePg")
        if title_page is not None and is_on(title_page):
            kinds.add("first")
        for reference in section:
            kind = name_of(reference).removesuffix("Reference")
            if kind not in ("header", "footer"):
                continue
            target = related.get(attribute(reference, "id") or "")
            if target is None or target.target in seen or attribute(reference, "type") not in kinds:
                continue
            seen.add(target.target)
            yield kind, target.target


def _has_even_pages(settings: Element | None) -> bool:
    even = child(settings, "evenAndOddHeaders")
    return even is not None and is_on(even)


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
