"""What every reader promises, whatever the file: it is read whole and consistently, or refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from atscheck import documents
from atscheck.documents import READERS
from atscheck.documents.detect import detect
from atscheck.documents.model import Document, Format, Line
from atscheck.errors import InputError
from tests.support.make_docx import make_docx, paragraph, run, table
from tests.support.make_pdf import HEIGHT, lines, make_pdf


def _page(canvas: Canvas) -> None:
    lines(canvas, 72, 72, ["Ana Example", "• Built S K I L L S  and  more"], size=18)
    lines(canvas, 60, 120, ["Skills", "Python", "SQL", "Docker", "Linux", "Bash"])
    lines(canvas, 250, 126, ["Experience", *[f"Statement {i} of what was done" for i in range(6)]])
    canvas.drawString(-300, 50, "off the page")
    canvas.saveState()
    canvas.rotate(90)
    canvas.drawString(300, -40, "upwards")
    canvas.restoreState()
    canvas.linkURL("https://example.org", (72, HEIGHT - 90, 120, HEIGHT - 78))


SAMPLES: dict[Format, bytes] = {
    "pdf": make_pdf(_page, _page),
    "docx": make_docx(
        paragraph(run("Ana Example", "<w:b/>"), '<w:hyperlink r:id="a"><w:r/></w:hyperlink>')
        + table([paragraph("Skills:"), paragraph("Kuber\u00adnetes")], [paragraph("a"), ""])
        + paragraph(run("hidden", "<w:vanish/>"), "e\ufb03cient"),
        links={"a": "https://example.org"},
    ),
    "text": "Ana Example\n\n  • Built\u00a0it   in 2019  \r\n S K I L L S\n".encode(),
    "markdown": b"# Ana\n\n- [site](https://example.org)\n- **b**\n\n|a|b|\n|--|--|\n|1|2|\n",
    "html": b"<h1>Ana</h1><ul><li>one<li><a href='https://example.org'>two</a></ul><p hidden>x y",
}
FORMATS = sorted(READERS)
MANY = 20_000


def check(document: Document) -> None:
    """Everything that holds of each document that is read."""
    assert "\n".join(document.line_text(line) for line in document.lines) == document.text
    assert [line.number for line in document.lines] == list(range(1, len(document.lines) + 1))
    assert document.lines
    for line in document.lines:
        _check_line(document, line)
    stored = "".join(document.in_stored_order())
    assert sorted(_letters(stored)) == sorted(_letters(document.text))
    for loss in document.losses:
        assert loss.kind
        assert loss.message
        if loss.span is not None:
            assert 0 <= loss.span.start < loss.span.end <= len(document.text)
    for link in document.links:
        assert link.line is None or 1 <= link.line <= len(document.lines)


def _check_line(document: Document, line: Line) -> None:
    text = document.line_text(line)
    assert text == text.strip(" \t\n")
    assert text
    assert line.stored >= 0
    assert document.line_at(line.span.start) == line
    assert document.line_at(line.span.end) == line
    assert document.lines_of(line.span) == (line,)
    pieces = [document.quote(piece.span) for piece in line.pieces]
    assert not pieces or _letters("".join(pieces)) == _letters(text)
    assert line.stored == min((piece.stored for piece in line.pieces), default=line.stored)
    if line.box is None:
        assert not document.pages
        return
    page = document.pages[line.box.page - 1]
    assert page.number == line.box.page
    assert line.box.x0 <= line.box.x1
    assert line.box.top <= line.box.bottom
    if line.edges is not None:
        assert len(line.edges) == len(text) + 1


def _letters(text: str) -> str:
    return "".join(text.split())


def read_or_refuse(data: bytes) -> None:
    """Read ``data``; the one error it may raise is one that says what is wrong and what to do."""
    try:
        check(documents.read(data, path="some file"))
    except InputError as error:
        assert error.code != "internal", error
        assert error.path == "some file"
        assert error.message
        assert error.hint
        assert "\n" not in str(error)


def test_there_is_a_sample_of_each_format() -> None:
    assert set(SAMPLES) == set(READERS) == set(get_args(Format))
    assert {name: detect(data) for name, data in SAMPLES.items()} == {n: n for n in SAMPLES}


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_read_is_consistent(format: Format) -> None:
    document = documents.read(SAMPLES[format], path="sample")
    check(document)
    assert document.path == "sample"
    assert document.format == format
    assert document.size == len(SAMPLES[format])
    assert len(document.sha256) == 64
    assert document.text.startswith("Ana")
    for line in document.lines:
        if line.box is not None and not line.hidden:
            page = document.pages[line.box.page - 1]
            assert 0 <= line.box.x0 <= line.box.x1 <= page.width
            assert 0 <= line.box.top <= line.box.bottom <= page.height


@pytest.mark.parametrize("format", FORMATS)
def test_readers_take_what_is_not_theirs_as_broken(format: Format) -> None:
    reader: Callable[[bytes, str], Document] = documents.reader(format)
    for other, data in SAMPLES.items():
        if other != format and format in ("pdf", "docx"):
            with pytest.raises(Exception, match=r".+"):
                reader(data, "x")


@given(st.binary(max_size=400))
@example(b"%PDF-1.7")
@example(b"PK\3\4word/")
@example(b"<html>\0")
@example(b"\xff\xfe\0\0")
@example(b"<p><meta charset=nonsense>\xe9")
@example(b"<p><meta charset=idna>\xe9")
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read_or_refuse(data)


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_or_refused(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    read_or_refuse(data)
    read_or_refuse(b"<html><p>" + data)
    read_or_refuse(b"# Heading\n" + data)


@pytest.mark.parametrize(
    "text",
    [
        "<!---->" * MANY + "x",
        "<!--" * MANY,
        "a" + "\n" * MANY + "b",
        "[" * MANY,
        "![" * MANY,
        "[a](b" * MANY,
        "[a](" + "b" * MANY,
        "[a](b (" * MANY,
        "**a " * MANY,
        " **a" * MANY,
        " _a" * MANY,
        "x " + "`" * MANY + "a" * MANY,
        "# x" + " " * MANY + "y",
        "|--" + " " * MANY + "y",
        "---\n" + "---x\n" * (MANY // 10),
    ],
    ids=lambda text: repr(text[:12]),
)
def test_marks_without_end_take_no_time_without_end(text: str) -> None:
    """With a pattern that is not linear this test goes on for long, or for ever."""
    read_or_refuse(text.encode())
    read_or_refuse(b"# Heading\n" + text.encode())


@pytest.mark.parametrize("format", FORMATS)
@given(st.data())
@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_mutants_are_read_or_refused(format: Format, data: st.DataObject) -> None:
    sample = SAMPLES[format]
    place = st.integers(0, len(sample))
    mutant = bytearray(sample)
    for _ in range(data.draw(st.integers(1, 4))):
        at, length = data.draw(place), data.draw(st.integers(0, 40))
        mutant[at : at + length] = data.draw(st.binary(max_size=40))
    read_or_refuse(bytes(mutant))


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=40),
        max_size=8,
    )
)
@settings(max_examples=100, deadline=None)
def test_any_words_in_a_word_file(words: list[str]) -> None:
    escaped = [w.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for w in words]
    escaped = [w.replace("\ufffe", "").replace("\uffff", "") for w in escaped]
    read_or_refuse(make_docx("".join(paragraph(run(word)) for word in escaped)))
