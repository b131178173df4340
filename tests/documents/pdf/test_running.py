"""Page headers and footers of PDF files."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.documents.pdf.reading import read
from tests.support.make_pdf import HEIGHT, lines


def test_running_heads_are_marked() -> None:
    def page(canvas: Canvas) -> None:
        number = canvas.getPageNumber()
        lines(canvas, 72, 30, ["Ana Example - Resume"])
        lines(canvas, 72, 100, [f"Statement {word} of page {number}" for word in ("one", "two")])
        lines(canvas, 280, 770, [f"Page {number} of 2"])

    document = read(page, page)
    origins = [(document.line_text(n), n.origin) for n in document.lines if n.origin != "body"]
    assert origins == [
        ("Page 1 of 2", "footer"),
        ("Ana Example - Resume", "header"),
        ("Page 2 of 2", "footer"),
    ]


def test_contact_in_the_running_head_of_later_pages() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 30, ["ana@example.org"])
        lines(canvas, 72, 300, [f"Statement of page {canvas.getPageNumber()}"])

    assert [line.origin for line in read(page, page).lines] == ["body", "body", "header", "body"]


def test_page_numbers_are_footers_also_where_nothing_else_recurs() -> None:
    def page(canvas: Canvas) -> None:
        number = canvas.getPageNumber()
        lines(canvas, 72, 300, [f"Statement of page {number}"])
        lines(canvas, 72, 760 + number, ["Ana Example 2/3" if number == 2 else f"{number}"])

    document = read(page, page, page)
    footers = [document.line_text(line) for line in document.lines if line.origin == "footer"]
    assert footers == ["1", "Ana Example 2/3", "3"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [("page 2 of 2", True), ("2 / 2", True), ("page 2 of 3", False), ("22 of 2", False)],
)
def test_a_header_on_the_second_page_alone_says_its_number(text: str, marked: bool) -> None:
    document = read(
        lambda c: lines(c, 72, 72, ["Ana Example", "Engineer"]),
        lambda c: (lines(c, 72, 40, [text]), lines(c, 72, 300, ["More"])),
    )
    assert [line.origin for line in document.lines][2] == ("header" if marked else "body")


@pytest.mark.parametrize(
    ("top", "origin"), [(0.905, "footer"), (0.885, "body"), (0.105, "header"), (0.125, "body")]
)
def test_only_margins_hold_running_heads(top: float, origin: str) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 300, [f"Statement of page {canvas.getPageNumber()}"])
        lines(canvas, 72, top * HEIGHT + 7.2, ["Ana Example"])  # its letters reach so far up

    document = read(page, page)
    found = {n.origin for n in document.lines[2:] if document.line_text(n) == "Ana Example"}
    assert found == {origin}


@pytest.mark.parametrize(("pages", "origin"), [(3, "footer"), (4, "body")])
def test_what_recurs_on_most_pages_is_a_running_head(pages: int, origin: str) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 300, [f"Statement of page {canvas.getPageNumber()}"])
        if canvas.getPageNumber() <= 2:
            lines(canvas, 72, 770, ["Ana Example"])

    document = read(*[page] * pages)
    assert [n.origin for n in document.lines if document.line_text(n) == "Ana Example"] == [
        origin
    ] * 2
