"""Hostile text from every source into every format: nothing active comes out.

Five sources, twenty payloads and the formats of a report (reliability.md, test T2).
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from markdown_it import MarkdownIt
from reportlab.pdfgen.canvas import Canvas

from atscheck import documents
from atscheck.documents.assemble import from_text
from atscheck.errors import AtscheckError
from atscheck.renderers import render_all
from atscheck.report import Report
from atscheck.scan import check
from atscheck.skills import load_pack
from tests.renderers.html.test_html import Page
from tests.renderers.test_safe import TRIGGERS
from tests.support.make_pdf import lines

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style></title><svg onload=alert(1)>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    '=HYPERLINK("https://example.org","x")',
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "\t=1+1",
    "\x1b]0;title\x07\x1b[2J\x1b[31mred",
    "\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\",
    "\x9b31m\x9d52;c;eA==\x9c",
    "invoice\u202efdp.exe\u2066\u200b\ufeff",
    "{{ 7 * 7 }}{% import os %}${7*7}#{7*7}",
    "![x](https://example.org/x.png) [y](javascript:alert(1)) <https://example.org>",
    "a | b\n| --- |\n# heading\n::error file=x::message\n::set-output name=x::y",
    "]]><!--<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "\x00\x08\ud800\uffff\U000e0041",
    '","injected":true,"x":"\u2028\u2029',
)
TEXT = """{} Jane Example
jane@example.org | {}

Experience
Engineer {}, Acme Ltd, Jan 2019 - present
- Responsible for {} in Python
- Built 3 tools in Python and {}

Skills
Python, {}, Rust
"""
PACK = """schema = 1
name = "small"
title = {title}
summary = {title}
sources = [{title}]
[keywords]
must = ["Python", "Rust", {keyword}]
good = ["Go", "SQL"]
[[groups]]
name = "all"
title = {title}
weight = 1.0
keywords = ["Python", "Rust"]
[[red_flags]]
name = "flag"
message = {title}
advice = {title}
severity = "warning"
pattern = ["tools"]
[[phrasing]]
for = ["Go", "SQL"]
text = {title}
[[resources]]
title = {title}
for = ["Go"]
"""
AS_OF = dt.date(2026, 1, 1)


def pdf(payload: str) -> bytes:
    """A resume whose metadata say ``payload``."""
    said = payload.encode("utf-8", "replace").decode()
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for tell in (canvas.setTitle, canvas.setAuthor, canvas.setSubject, canvas.setKeywords):
        tell(said)
    lines(canvas, 72, 72, TEXT.replace("{}", "of tools").splitlines())
    canvas.save()
    return out.getvalue()


def pack(folder: Path, keyword: str = "Java", title: str = "Small") -> Path:
    path = folder / "small.toml"
    said = (value.encode("utf-8", "replace").decode() for value in (keyword, title))
    quoted = [json.dumps(value, ensure_ascii=False) for value in said]
    path.write_text(PACK.format(keyword=quoted[0], title=quoted[1]), "utf-8")
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Report | str]:
    """The report with a payload from a source, or the words in which the source is refused."""
    folder = tmp_path_factory.mktemp("packs")

    @cache
    def make(source: str, payload: str) -> Report | str:
        said = TEXT.replace("{}", payload if source == "text" else "of tools")
        path = f"{payload}.pdf" if source == "file name" else "cv.pdf"
        own = {"keyword": {"keyword": payload}, "pack field": {"title": payload}}.get(source, {})
        document = (
            from_text(said, data=b"")
            if source == "text"
            else documents.read(pdf(payload), path=path)
        )
        try:
            return check(document, load_pack(pack(folder, **own)), as_of=AS_OF)
        except AtscheckError as error:
            return str(error)

    return make


SOURCES = ("file name", "text", "keyword", "pack field", "metadata")


def render(report: Report, format: str) -> str:
    shown = render_all([report], format, width=80, color=False, verbose=True)
    assert isinstance(shown, str)
    return shown


def plain(shown: str) -> None:
    """No character that acts on a terminal."""
    assert all(c.isprintable() or c == "\n" for c in shown)


OUR_TAGS = frozenset(
    "a article b body button dd details div dl dt figcaption figure footer g h1 h2 h3 head header "
    "html image input label li main meta nav ol option output p path rect script section select "
    "small span strong style summary svg table tbody td th thead title tr ul".split()
)
OUR_ATTRIBUTES = frozenset(
    "aria-controls aria-hidden aria-label aria-labelledby aria-live aria-selected autocomplete "
    "charset checked class content d data-about data-filter data-kind data-mark data-status "
    "data-tier height hidden href http-equiv id lang name preserveaspectratio rel role scope "
    "tabindex title type value viewbox width x y".split()
)
"""What the report is made of."""


def html(shown: str, _: str) -> None:
    """No element or attribute of their own, and no link that runs anything."""
    page = Page(shown)
    tags = Counter(tag for tag, _ in page.elements)
    assert set(tags) <= OUR_TAGS
    assert {name for _, attributes in page.elements for name in attributes} <= OUR_ATTRIBUTES
    assert tags["script"] == tags["style"] == 1
    assert not [v for v in page.values("href") if not v.startswith(("#", "data:image/webp;"))]
    plain(page.text.replace("\xa0", " "))


def table(shown: str, _: str) -> None:
    """No cell that a spreadsheet takes for a formula."""
    rows = list(csv.reader(io.StringIO(shown, newline="")))
    assert len({len(row) for row in rows}) == 1
    for cell in (cell for row in rows for cell in row):
        assert not cell.lstrip().startswith(tuple(TRIGGERS))
        plain(cell)


def values(shown: str, benign: str) -> None:
    """ASCII alone, and no key of their own."""
    assert shown.isascii()
    plain(shown)
    assert set(json.loads(shown)) == set(json.loads(benign))


MARKDOWN = MarkdownIt("commonmark").enable("table")
ACTIVE = frozenset(["html_inline", "html_block", "link_open", "image", "fence", "code_inline"])


def markdown(shown: str, _: str) -> None:
    """Nothing but text in the headings, lists and tables that are ours."""
    plain(shown)
    tokens = MARKDOWN.parse(shown)
    tokens += [child for token in tokens for child in token.children or ()]
    assert {token.type for token in tokens} & ACTIVE == set()


def terminal(shown: str, _: str) -> None:
    plain(shown)


def commands(shown: str, _: str) -> None:
    """A command on every line, and none within one."""
    plain(shown)
    for line in shown.splitlines():
        assert re.match(r"::(?:notice|warning|error) [^:]*::", line)
        assert "%0A" not in line.upper()


def suites(shown: str, benign: str) -> None:
    """Elements of ours alone, in XML without a document type."""
    plain(shown)
    assert "<!" not in shown
    tags = [{each.tag for each in fromstring(text).iter()} for text in (shown, benign)]
    assert tags[0] <= tags[1] | {"failure", "skipped", "system-out"}


SINKS: dict[str, Callable[[str, str], None]] = {
    "text": terminal,
    "html": html,
    "csv": table,
    "json": values,
    "sarif": values,
    "markdown": markdown,
    "github": commands,
    "junit": suites,
}


@pytest.mark.parametrize("format", SINKS)
@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_nothing_active_comes_out(
    source: str, format: str, payload: str, made: Callable[[str, str], Report | str]
) -> None:
    report, benign = made(source, payload), made(source, "x")
    if isinstance(report, str):
        assert source in ("keyword", "pack field")
        plain(report)
        return
    assert isinstance(benign, Report)
    SINKS[format](render(report, format), render(benign, format))
