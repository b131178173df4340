"""A text as a file of each format that a posting comes in."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from tests.support.make_docx import make_docx, paragraph, run
from tests.support.make_pdf import lines, make_pdf

_ITEM = re.compile(r"[-*•] ")
_LINES_OF_PAGE = 48


def as_html(text: str) -> bytes:
    """Items of lists as such, each other line a paragraph."""
    out, listed = [], False
    for line in _lines(text):
        item = _ITEM.match(line)
        out.append("<ul>" if item and not listed else "</ul>" if listed and not item else "")
        tag = "li" if item else "p"
        out.append(f"<{tag}>{html.escape(line[2:] if item else line)}</{tag}>")
        listed = item is not None
    return f"<!doctype html><html><body>{''.join(out)}</body></html>".encode()


def as_broken_html(text: str) -> bytes:
    """All of it in one element, the lines broken by tags."""
    body = "<br>".join(html.escape(line) for line in text.strip().splitlines())
    return f"<!doctype html><html><body><div>{body}</div></body></html>".encode()


def as_markdown(text: str) -> bytes:
    """Items of lists as such, each other line a paragraph of wrapped lines."""
    blocks = [
        "\n".join(textwrap.wrap(re.sub(r"^[*•] ", "- ", line), 72, subsequent_indent="  "))
        for line in _lines(text)
    ]
    return "\n\n".join(["# Posting", *blocks]).encode()


def as_docx(text: str) -> bytes:
    """Each line a paragraph."""
    return make_docx("".join(paragraph(run(html.escape(line))) for line in _lines(text)))


def as_pdf(text: str) -> bytes:
    """Wrapped lines on as many pages as they need; a gap where the text has an empty line."""
    shown: list[str] = []
    for line in text.strip().splitlines():
        shown += textwrap.wrap(_latin(line), 90) or [""]
    pages = [shown[n : n + _LINES_OF_PAGE] for n in range(0, len(shown), _LINES_OF_PAGE)]
    return make_pdf(*(_page(page) for page in pages))


def _page(shown: list[str]) -> Callable[[Canvas], None]:
    return lambda canvas: lines(canvas, 60, 60, shown)


def _lines(text: str) -> list[str]:
    return [line for line in text.strip().splitlines() if line.strip()]


def _latin(line: str) -> str:
    """The line without what the standard fonts of PDF do not have."""
    return line.encode("cp1252", "ignore").decode("cp1252").strip()


FORMATS: dict[str, Callable[[str], bytes]] = {
    "html": as_html, "broken.html": as_broken_html, "md": as_markdown, "docx": as_docx,
    "pdf": as_pdf,
}  # fmt: skip
