"""The readers that are compared, each from a file's path to the text it reads."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
import pypdfium2
from pdfminer.high_level import extract_text

from atscheck import documents

Reader = Callable[[Path], str]


def read_atscheck(path: Path) -> str:
    """The lines that atscheck takes for visible."""
    document = documents.read(path)
    return "\n".join(document.line_text(line) for line in document.lines if not line.hidden)


def read_pdfium(path: Path) -> str:
    """The text of each page, in the order in which PDFium has it.

    It writes U+FFFE for a hyphen at the end of a line.
    """
    with pypdfium2.PdfDocument(path) as pdf:
        text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    return text.replace("\ufffe", "-")


def read_paragraphs(path: Path) -> str:
    """The paragraphs of the body, which is what most users of python-docx read."""
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def pdftotext(*options: str) -> Reader:
    """Poppler's or Xpdf's pdftotext."""

    def read(path: Path) -> str:
        command = ["pdftotext", *options, "-enc", "UTF-8", str(path), "-"]
        return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout

    return read


def readers(format: str) -> Mapping[str, Reader]:
    """The readers of "pdf" or "docx" that there are on this machine; atscheck comes first."""
    if format == "docx":
        return {"atscheck": read_atscheck, "python-docx": read_paragraphs}
    found: dict[str, Reader] = {
        "atscheck": read_atscheck,
        "pdfminer": extract_text,
        "pypdfium2": read_pdfium,
    }
    if shutil.which("pdftotext"):
        found |= {"pdftotext": pdftotext(), "… -layout": pdftotext("-layout")}
    return found
