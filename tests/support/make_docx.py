"""Small Word files written as XML by hand, so that a test can nest whatever Word can."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_STRICT = {
    _OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": (
        "http://purl.oclc.org/ooxml/wordprocessingml/main"
    ),
    "http://schemas.openxmlformats.org/drawingml/2006/": "http://purl.oclc.org/ooxml/drawingml/",
}
_OPENXML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = {
    "docx": f"{_OPENXML}.document.main+xml",
    "dotx": f"{_OPENXML}.template.main+xml",
    "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "dotm": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}
"""The content type of the main part, by the ending of the file's name."""


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of runs, each given as plain text or as XML."""
    inner = "".join(r if r.startswith("<") else run(r) for r in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, *result: str) -> str:
    """A field spread over runs: its code, given as text or XML, and the runs that it shows."""
    inner = code if code.startswith("<") else f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    shown = f"{_field_mark('separate')}{''.join(result)}" if result else ""
    return f"{_field_mark('begin')}{inner}{shown}{_field_mark('end')}"


def _field_mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def item(list_id: int, level: int = 0) -> str:
    """The properties of a paragraph that belongs to a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def table(*rows: list[str]) -> str:
    """A table whose cells hold XML."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def make_docx(
    body: str,
    *,
    parts: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
    files: Mapping[str, str] | None = None,
    kind: str = "docx",
    strict: bool = False,
) -> bytes:
    """A Word file with the given body.

    Args:
        body: what stands in ``w:body``.
        parts: the inner XML of other parts by kind ("header", "styles", "numbering", …); each is
            related to the document under its name as its id. A number tells those of one kind
            apart: "header2".
        links: the targets of hyperlinks by id.
        files: whole files of the package, added to the others.
        kind: the ending of the file's name, which its content type says.
        strict: whether it is written in the standard's strict variant.
    """
    parts = parts or {}
    made = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{TYPES[kind]}"/>'
            "</Types>"
        ),
        "_rels/.rels": relationships([("r1", "officeDocument", "word/document.xml", "")]),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relationships(
            [
                *((name, name.rstrip("0123456789"), f"{name}.xml", "") for name in parts),
                *((key, "hyperlink", url, "External") for key, url in (links or {}).items()),
            ]
        ),
    }
    for name, inner in parts.items():
        made[f"word/{name}.xml"] = f"<w:{name} {_SPACES}>{inner}</w:{name}>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in {**made, **(files or {})}.items():
            written = _strictly(text) if strict else text
            archive.writestr(zipfile.ZipInfo(name), written, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _strictly(text: str) -> str:
    for loose, strict in _STRICT.items():
        text = text.replace(loose, strict)
    return text


def relationships(found: list[tuple[str, str, str, str]]) -> str:
    """A part of relationships, each given by its id, kind, target, and "External" or ""."""
    inner = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"'
        + (f' TargetMode="{mode}"/>' if mode else "/>")
        for key, kind, target, mode in found
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
