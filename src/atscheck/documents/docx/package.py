"""The parts of a Word file, unpacked and parsed within limits.

A Word file is a zip of XML parts. Every limit is checked on the bytes that really come out, as
sizes stated in a zip can lie. The limits are those of reliability.md, 8.2: over 428 real files the
largest has 47 parts, 14.6 MiB unpacked, and text parts of 38 times their packed size.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from typing import Any

from lxml import etree

from atscheck.errors import InputError

MAX_PARTS = 2_000
MAX_TOTAL = 96 * 2**20
MAX_PART = 32 * 2**20
MAX_RATIO = 200
RATIO_FLOOR = 2**20
MAX_TAGS = 4_000_000
"""Opening and closing tags of one part: two million elements."""

_CHUNK = 2**16
_DOCTYPES = tuple("<!DOCTYPE".encode(name) for name in ("ascii", "utf-16-le", "utf-16-be"))
_WORD_TYPES = (
    "wordprocessingml.document.main+xml",
    "wordprocessingml.template.main+xml",
    "ms-word.document.macroEnabled.main+xml",
    "ms-word.template.macroEnabledTemplate.main+xml",
)
Element = Any
"""An lxml element; its stubs name no class that isinstance could check."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to by an id: the last word of the type's URL, and the target.

    The target is the name of a part, or as written where it is outside the file.
    """

    kind: str
    target: str
    external: bool


def parse_xml(data: bytes) -> Element:
    """The root element of an XML part; nothing outside of it is ever fetched.

    Raises:
        InputError: "forbidden-xml" for a document type, "expansion" for too many elements,
            "corrupt" for XML that is not well-formed or nested deeper than 256 levels.
    """
    if any(doctype in data for doctype in _DOCTYPES):
        raise _forbidden()
    if data.count(b"<") > MAX_TAGS:
        raise _expands(f"a part of it has over {MAX_TAGS // 2} elements")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _damaged("a part of it is not well-formed XML") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _forbidden()
    return root


class Package:
    """A Word file's parts by name; names are compared without case, as Word does."""

    def __init__(self, data: bytes) -> None:
        """Open the zip file ``data``.

        Raises:
            InputError: "expansion", "corrupt", or "unsupported" for Office files of other kinds.
        """
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        entries = self._archive.infolist()
        if len(entries) > MAX_PARTS:
            raise _expands(f"it holds over {MAX_PARTS} parts")
        self._left = MAX_TOTAL
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            self._entries.setdefault(entry.filename.replace("\\", "/").lstrip("/").lower(), entry)
        self.main = self._main()

    @property
    def has_macros(self) -> bool:
        """Whether a part of it holds macros (it is called so whatever the file's own ending)."""
        return any(name.endswith("vbaproject.bin") for name in self._entries)

    def xml(self, name: str) -> Element | None:
        """The root element of a part, or None if there is no such part."""
        entry = self._entries.get(name.lower())
        return None if entry is None else parse_xml(self._unpack(entry))

    def relationships(self, name: str) -> dict[str, Relationship]:
        """What the part ``name`` ("" for the package) refers to, by id."""
        folder, base = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, Relationship] = {}
        for element in () if root is None else root:
            kind = (element.get("Type") or "").rsplit("/", 1)[-1]
            target = element.get("Target") or ""
            external = element.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.setdefault(element.get("Id") or "", Relationship(kind, target, external))
        return found

    def _main(self) -> str:
        """The name of the part with the text."""
        # Word opens no file without either, and neither do the libraries that others read it with.
        types = self.xml("[Content_Types].xml")
        related = [r.target for r in self.relationships("").values() if r.kind == "officeDocument"]
        if types is None or not related:
            raise _damaged("it does not say which of its parts holds the text")
        overrides = {
            (element.get("PartName") or "").lstrip("/").lower(): element.get("ContentType") or ""
            for element in types
        }
        for name in related:
            kind = overrides.get(name.lower(), "")
            if kind and not kind.endswith(_WORD_TYPES):
                raise InputError(
                    "unsupported",
                    "it is an Office file, but not a Word document",
                    "export the document as PDF or save it as .docx",
                )
            if name.lower() in self._entries:
                return name
        raise _damaged("the part with the text is missing")

    def _unpack(self, entry: zipfile.ZipInfo) -> bytes:
        if entry.flag_bits & 1:
            raise InputError(
                "encrypted",
                "the Word file is protected by a password",
                "save a copy without a password and use that",
            )
        limit = min(MAX_PART, self._left)
        out = bytearray()
        with self._archive.open(entry) as file:
            while chunk := file.read(_CHUNK):
                out += chunk
                if len(out) > limit:
                    raise _expands(f"it unpacks to over {limit >> 20} MiB")
                if len(out) > max(RATIO_FLOOR, MAX_RATIO * entry.compress_size):
                    raise _expands(f"it unpacks to over {MAX_RATIO} times its size")
        if len(out) != entry.file_size:
            raise _damaged("a part of it has another size than it states")
        self._left -= len(out)
        return bytes(out)


def _damaged(what: str) -> InputError:
    return InputError(
        "corrupt",
        f"the Word file is damaged: {what}",
        "open it in a word processor and save it again",
    )


def _expands(what: str) -> InputError:
    return InputError(
        "expansion", f"the Word file grows too large: {what}", "save the document again as PDF"
    )


def _forbidden() -> InputError:
    return InputError(
        "forbidden-xml",
        "the Word file declares an XML document type, which Word never writes",
        "open it in a word processor and save it again",
    )
