"""Boxes with a frame beside other text: read in one go, after the text left of them."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.documents.pdf.reading import read, texts
from tests.support.make_pdf import HEIGHT, lines

PROFILE = ["Profile", "An engineer of services", "for teams in the north"]
BOX = ["Awards", "Prize of the year", "Medal of the town"]
NEXT = ["Experience", "Engineer of services", "Built the billing service " * 4]


def box(canvas: Canvas, x: float, top: float) -> None:
    canvas.rect(x, HEIGHT - top - 50, 160, 50)
    lines(canvas, x + 6, top + 14, BOX)


@pytest.mark.parametrize("last", [True, False], ids=["stored last", "stored in its place"])
def test_a_box_right_of_a_paragraph_follows_it(last: bool) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 100, PROFILE)
        if not last:
            box(canvas, 400, 90)
        lines(canvas, 60, 150, NEXT)
        if last:
            box(canvas, 400, 90)

    assert texts(read(page)) == [*PROFILE, *BOX, *(text.strip() for text in NEXT)]


def test_a_box_left_of_a_paragraph_comes_first() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 260, 104, PROFILE)
        box(canvas, 60, 90)

    assert texts(read(page)) == [*BOX, *PROFILE]


def test_text_beside_a_box_that_goes_on_below_is_whole() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 100, PROFILE)
        lines(canvas, 60, 160, ["Voluntary work", "Coach of the team"])
        box(canvas, 400, 90)
        lines(canvas, 60, 220, NEXT)

    assert texts(read(page)) == [
        *(*PROFILE, "Voluntary work", "Coach of the team", *BOX),
        *(text.strip() for text in NEXT),
    ]


def test_boxes_of_a_column_stay_in_it() -> None:
    def page(canvas: Canvas) -> None:
        for i in range(12):
            lines(canvas, 60, 100 + 17 * i, [f"Statement number {i} of what was done"])
        box(canvas, 400, 90)
        lines(canvas, 406, 180, ["Skills", "Python", "Docker"])

    found = texts(read(page))
    assert found[:12] == [f"Statement number {i} of what was done" for i in range(12)]
    assert found[12:] == [*BOX, "Skills", "Python", "Docker"]
