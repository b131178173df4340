"""Which sides of a page are columns, on both sides of each threshold."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.documents.pdf.reading import read
from tests.support.make_pdf import HEIGHT, WIDTH, lines

STATEMENT = "Statement number {} of what was done in the team"


def left_side(canvas: Canvas, rows: int = 10, leading: float = 17) -> None:
    lines(canvas, 60, 100, [f"Skill number {i}" for i in range(rows)], leading=leading)


@pytest.mark.parametrize(("rows", "columns"), [(2, 1), (3, 2)])
def test_columns_have_three_rows(rows: int, columns: int) -> None:
    def page(canvas: Canvas) -> None:
        left_side(canvas)
        lines(canvas, 300, 107, [STATEMENT.format(i) for i in range(rows)])

    assert read(page).columns == columns


@pytest.mark.parametrize(("top", "columns"), [(228, 2), (238, 1)])
def test_columns_share_height(top: float, columns: int) -> None:
    """Two fifths of the lower side: here 26 of 64 points. The left one ends at 255."""

    def page(canvas: Canvas) -> None:
        left_side(canvas)
        lines(canvas, 300, top + 3, [STATEMENT.format(i) for i in range(4)], leading=18)

    assert read(page).columns == columns


@pytest.mark.parametrize(("letters", "columns"), [(8, 1), (16, 2)])
def test_columns_have_text(letters: int, columns: int) -> None:
    """Ratings and dates beside a text have less than a sixteenth of its letters."""

    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 100, ["Built the billing service of ten teams" for _ in range(10)])
        for i in range(4):
            lines(canvas, 400, 107 + 14 * i, ["x" * (letters // 2)])

    assert read(page).columns == columns


@pytest.mark.parametrize(("width", "columns"), [(0.19, 1), (0.21, 2)])
def test_short_bits_on_the_lines_of_the_text_are_dates(width: float, columns: int) -> None:
    def page(canvas: Canvas) -> None:
        left_side(canvas)
        for i in range(10):
            canvas.setFont("Helvetica", 10)
            stretch = width * WIDTH / canvas.stringWidth("from 2019 to 2021", "Helvetica", 10)
            text = canvas.beginText(300, HEIGHT - 100 - 17 * i)
            text.setHorizScale(100 * stretch)
            text.textOut("from 2019 to 2021")
            canvas.drawText(text)

    assert read(page).columns == columns


@pytest.mark.parametrize(("off", "columns"), [(1.0, 1), (1.4, 2)])
def test_lines_that_stand_on_one_another(off: float, columns: int) -> None:
    """Stored line by line, both sides are one text if their baselines are the same."""

    def page(canvas: Canvas) -> None:
        for i in range(8):
            lines(canvas, 60, 100 + 15 * i, [f"Skill number {i}"])
            lines(canvas, 300, 100 + off + 15 * i, [STATEMENT.format(i)])

    assert read(page).columns == columns


@pytest.mark.parametrize(("off", "columns"), [(3.4, 1), (3.6, 2)])
def test_dates_may_stand_a_little_off_their_line(off: float, columns: int) -> None:
    def page(canvas: Canvas) -> None:
        left_side(canvas, rows=12, leading=14)
        for i in range(4):
            lines(canvas, 480, 100 + off + 42 * i, [f"201{i} - 201{i + 1}"])

    assert read(page).columns == columns


def test_pages_say_how_large_they_are_and_what_they_hold() -> None:
    (facts,) = read(lambda c: left_side(c, rows=2)).pages
    assert (facts.number, facts.width, facts.height) == (1, WIDTH, HEIGHT)
    assert (facts.columns, facts.images, facts.characters) == (1, 0, 2 * len("Skill number 0"))
