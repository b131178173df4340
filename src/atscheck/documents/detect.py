"""What a file is, told by its content and never by its name."""

from __future__ import annotations

import re

from atscheck.documents.encoding import decode, is_text
from atscheck.documents.model import Format
from atscheck.errors import InputError

_AS_PDF = "export the document as PDF or save it as .docx"
_AS_DOCX = "open it in a word processor and save it as .docx or PDF"
_PICTURE = "a picture holds no text that a machine can read; export the document as PDF"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_UNREADABLE: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "a rich text (RTF) file", _AS_DOCX),
    (b"\x89PNG", "a PNG picture", _PICTURE),
    (b"\xff\xd8\xff", "a JPEG picture", _PICTURE),
    (b"GIF8", "a GIF picture", _PICTURE),
    (b"II*\0", "a TIFF picture", _PICTURE),
    (b"MM\0*", "a TIFF picture", _PICTURE),
    (b"BM", "a bitmap picture", _PICTURE),
    (b"\0\0\1\0", "an icon", _PICTURE),
    (b"%!PS", "a PostScript file", _AS_PDF),
    (b"MIME-Version:", "an archived web page or a mail", _AS_PDF),
    (b"<?mso-application", "an old Word XML file", _AS_DOCX),
    (b"\x1f\x8b", "a gzip archive", "unpack it and name the document in it"),
    (b"Rar!", "a RAR archive", "unpack it and name the document in it"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it and name the document in it"),
)
"""How files begin that are often sent as resumes but that no reader here takes, and the remedy."""

_ZIPPED: tuple[tuple[bytes, str, str], ...] = (
    (b"application/vnd.oasis.opendocument", "an OpenDocument file (.odt)", _AS_DOCX),
    (b"xl/workbook", "a spreadsheet", _AS_PDF),
    (b"ppt/presentation", "a presentation", _AS_PDF),
    (b"index/document.iwa", "an Apple Pages file", _AS_PDF),
    (b"application/epub+zip", "an e-book", _AS_PDF),
)
"""What stands in zip files that are not Word's, in lower case."""


def detect(data: bytes) -> Format:
    """The format of a file with the content ``data``.

    Raises:
        InputError: "empty"; "encrypted"; "unsupported", with what it is and how to export it.
    """
    if not data.strip(b"\0\t\n\v\f\r "):
        raise InputError("empty", "the file is empty", "export the document again")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if b"PK\3\4" in data[:1024]:
        return _zipped(data.lower())
    if data.startswith(_OLE):
        raise _ole(data)
    for signature, what, hint in _UNREADABLE:
        if data.startswith(signature):
            raise _unsupported(what, hint)
    if data[8:12] == b"WEBP" or data[4:8] == b"ftyp":
        raise _unsupported("a picture or film", _PICTURE)
    return _text(data)


def _unsupported(what: str, hint: str) -> InputError:
    return InputError("unsupported", f"it is {what}, which is not supported", hint)


def _zipped(data: bytes) -> Format:
    """The format of a zip file in lower case, by its parts' names, which are not compressed."""
    if b"word/" in data:
        return "docx"
    for name, what, hint in _ZIPPED:
        if name in data:
            raise _unsupported(what, hint)
    if b"[content_types].xml" in data:
        return "docx"
    raise _unsupported("a zip archive", "unpack it and name the document in it")


def _ole(data: bytes) -> InputError:
    """The error for a file in Microsoft's old container format."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return InputError(
            "encrypted",
            "the Word file is protected by a password",
            "save a copy without a password and use that",
        )
    if "WordDocument".encode("utf-16-le") in data:
        return _unsupported("an old Word file (.doc)", _AS_DOCX)
    return _unsupported("an old Office file", _AS_DOCX)


# A comment ends at its first "-->" (an atomic group): many of them are divided in one way only.
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|(?><!--.*?-->)\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|style|main|article|section|header|h[1-6]|div"
    r"|table|ul|ol|p|span)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\s*<\?xml\b")
_LATEX = re.compile(r"^[ \t]*\\documentclass\b", re.MULTILINE)
# "# Heading", "Heading\n=====", "[text](address)" or "**bold**"; not "#1 of 20" or "C#".
_MARKDOWN = re.compile(
    r"^ {0,3}#{1,6} +\S|^\S.*\n(?:={3,}|-{3,})[ \t]*$|\[[^\[\]\n]+\]\([^()\s]+\)|\*\*[^*\n]+\*\*",
    re.MULTILINE,
)


def _text(data: bytes) -> Format:
    text = decode(data)
    if not is_text(text):
        raise InputError("unsupported", "it is neither text nor a known kind of file", _AS_PDF)
    if not text.strip():
        raise InputError("empty", "the file is empty", "export the document again")
    if _LATEX.search(text):
        raise _unsupported("LaTeX source", "typeset it and use the PDF")
    if _HTML.match(text):
        return "html"
    if _XML.match(text):
        raise _unsupported("an XML file", _AS_PDF)
    return "markdown" if _MARKDOWN.search(text) else "text"
