"""Reading PDFs that the tests make: lines, columns, places, hidden text, errors."""

from __future__ import annotations

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from atscheck import documents
from atscheck.documents.model import Document
from atscheck.errors import InputError
from tests.support.make_pdf import HEIGHT, lines, make_pdf

LEFT = ["Skills", "Python", "SQL", "Docker", "Linux", "Bash"]
RIGHT = [
    "Experience",
    "Engineer at Acme from 2019 on, in the core team",
    "Built the billing service that ten teams use daily",
    "Cut the cost of storage by a third within a year",
    "Wrote the guide that new colleagues start from",
    "Ran the incident reviews for two years in a row",
]


def read(*pages: object, **options: object) -> Document:
    return documents.read(make_pdf(*pages, **options), path="made.pdf")  # type: ignore[arg-type]


def texts(document: Document) -> list[str]:
    return [document.line_text(line) for line in document.lines]


def test_lines_keep_place_size_and_weight() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 72, ["Ana Example"], size=18, font="Helvetica-Bold")
        lines(canvas, 72, 100, ["Engineer with ten years of practice"])

    document = read(page)
    name, body = document.lines
    assert texts(document) == ["Ana Example", "Engineer with ten years of practice"]
    assert (name.bold, body.bold) == (True, False)
    assert (name.size, body.size) == (18.0, 10.0)
    assert name.box is not None
    assert name.box.page == 1
    assert name.box.x0 == pytest.approx(72, abs=1)
    assert name.box.top < 72 < name.box.bottom
    assert name.edges is not None
    assert len(name.edges) == len("Ana Example") + 1


def test_box_of_a_part_of_a_line() -> None:
    document = read(lambda c: lines(c, 72, 72, ["Built it in Python and SQL"]))
    start = document.text.index("Python")
    whole, part = (
        document.lines[0].box,
        document.box_of(type(document.lines[0].span)(start, start + 6)),
    )
    assert whole is not None
    assert part is not None
    assert whole.x0 < part.x0 < part.x1 < whole.x1


@pytest.mark.parametrize("row_by_row", [False, True], ids=["column by column", "row by row"])
def test_columns_are_kept_apart(row_by_row: bool) -> None:
    def page(canvas: Canvas) -> None:
        if row_by_row:  # drawn alternately, but with lines that do not sit on one another's
            for i, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
                lines(canvas, 60, 80 + 19 * i, [left])
                lines(canvas, 220, 80 + 14 * i, [right])
        else:
            lines(canvas, 60, 80, LEFT)
            lines(canvas, 220, 80, RIGHT)

    document = read(page)
    assert texts(document) == [*LEFT, *RIGHT]
    assert document.columns == 2
    assert document.reading_order == (1.0 if not row_by_row else document.reading_order)


def test_stored_order_that_differs_is_measured() -> None:
    def page(canvas: Canvas) -> None:
        for i in reversed(range(6)):
            lines(canvas, 60, 80 + 20 * i, [f"Line number {i} of the page"])

    document = read(page)
    assert texts(document) == [f"Line number {i} of the page" for i in range(6)]
    assert document.reading_order == 0.0


def test_flush_right_dates_stay_on_their_line() -> None:
    def page(canvas: Canvas) -> None:
        for i, (job, date) in enumerate(
            [
                ("Engineer, Acme", "2019 - 2021"),
                ("Analyst, Sample", "2017 - 2019"),
                ("Intern, Demo", "2016"),
            ]
        ):
            lines(
                canvas, 60, 80 + 60 * i, [job, "Built things that people use every day of the week"]
            )
            canvas.drawRightString(550, HEIGHT - 80 - 60 * i, date)

    document = read(page)
    assert texts(document)[0] == "Engineer, Acme\t2019 - 2021"
    assert texts(document)[2] == "Analyst, Sample\t2017 - 2019"
    assert document.columns == 1


def test_spaces_come_from_gaps_and_letter_spacing_is_closed() -> None:
    def page(canvas: Canvas) -> None:
        for word, x in (("Built", 72), ("billing", 98.5)):
            canvas.drawString(x, HEIGHT - 72, word)
        text = canvas.beginText(72, HEIGHT - 100)
        text.setCharSpace(3)
        text.textOut("SKILLS")
        canvas.drawText(text)

    assert texts(read(page)) == ["Built billing", "SKILLS"]


def test_text_drawn_twice_is_read_once() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Heading")
        canvas.drawString(72.3, 700, "Heading")

    assert texts(read(page))[0] == "Heading"


def test_hidden_text_is_marked() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 72, ["Visible line"])
        canvas.setFillColor(colors.white)
        lines(canvas, 72, 100, ["white on white"])
        canvas.setFillColor(colors.black)
        lines(canvas, 72, 120, ["tiny text"], size=1)
        lines(canvas, 72, -40, ["above the page"])
        text = canvas.beginText(72, HEIGHT - 160)
        text.setTextRenderMode(3)
        text.textOut("render mode three")
        canvas.drawText(text)

    document = read(page)
    hidden = {document.line_text(line): line.hidden for line in document.lines}
    assert hidden == {
        "Visible line": False,
        "white on white": True,
        "tiny text": True,
        "above the page": True,
        "render mode three": True,
    }


def test_white_text_on_a_dark_area_is_visible() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFillColor(colors.darkblue)
        canvas.rect(50, 680, 400, 60, stroke=0, fill=1)
        canvas.setFillColor(colors.white)
        canvas.drawString(72, 700, "Ana Example")

    assert [line.hidden for line in read(page).lines] == [False]


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


def test_links_are_kept_with_their_line() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 72, ["Ana Example", "portfolio"])
        canvas.linkURL("https://example.org/ana", (72, HEIGHT - 90, 120, HEIGHT - 78))

    (link,) = read(page).links
    assert link.target == "https://example.org/ana"
    assert link.line == 2


def test_bullets_of_standard_fonts_are_bullets() -> None:
    document = read(lambda c: lines(c, 72, 72, ["• Built the billing service"]))
    assert texts(document) == ["• Built the billing service"]
    assert document.losses == ()


def test_errors() -> None:
    with pytest.raises(InputError) as encrypted:
        read(lambda c: lines(c, 72, 72, ["secret"]), password="secret")  # noqa: S106
    with pytest.raises(InputError) as empty:
        read(lambda c: c.rect(10, 10, 100, 100))
    with pytest.raises(InputError) as corrupt:
        documents.read(b"%PDF-1.4\nnothing else", path="x.pdf")
    codes = [e.value.code for e in (encrypted, empty, corrupt)]
    assert codes == ["encrypted", "no-text", "corrupt"]
    assert all(e.value.hint for e in (encrypted, empty, corrupt))


def test_same_bytes_same_document() -> None:
    data = make_pdf(lambda c: (lines(c, 60, 80, LEFT), lines(c, 220, 80, RIGHT)))  # type: ignore[arg-type, return-value]
    assert documents.read(data, path="a.pdf") == documents.read(data, path="a.pdf")
