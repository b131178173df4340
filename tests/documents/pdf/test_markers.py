"""Bullets drawn as shapes, and shapes that are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from atscheck.documents.model import Span
from tests.documents.pdf.reading import read, texts
from tests.support.make_pdf import HEIGHT, lines

ITEMS = ["Built the billing service", "Ran the reviews"]
Y = [HEIGHT - 100 - 14 * i + 3 for i in range(len(ITEMS))]
"""The middle of the small letters of each item, in reportlab's coordinates."""


def page(draw: Callable[[Canvas], None]) -> list[str]:
    def drawn(canvas: Canvas) -> None:
        draw(canvas)
        lines(canvas, 100, 100, ITEMS)

    return texts(read(drawn))


@pytest.mark.parametrize("shape", ["disc", "square"])
def test_small_shapes_left_of_lines_are_bullets(shape: str) -> None:
    def draw(canvas: Canvas) -> None:
        for y in Y:
            if shape == "disc":
                canvas.circle(90, y, 1.7, stroke=0, fill=1)
            else:
                canvas.rect(88, y - 1.7, 3.4, 3.4, stroke=0, fill=1)

    assert page(draw) == [f"• {item}" for item in ITEMS]


def discs(x: float, radius: float, dy: float = 0, heights: int = 2) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        for y in Y[:heights]:
            canvas.circle(x, y + dy, radius, stroke=0, fill=1)

    return draw


def scale(canvas: Canvas) -> None:
    for x in (70, 80, 90):
        discs(x, 1.7)(canvas)


def timeline(canvas: Canvas) -> None:
    discs(90, 1.7)(canvas)
    canvas.line(90, HEIGHT - 60, 90, HEIGHT - 200)


def after_text(canvas: Canvas) -> None:
    discs(90, 1.7)(canvas)
    lines(canvas, 70, 100, ["Oslo", "Bari"], size=7)


@pytest.mark.parametrize(
    "draw",
    [
        pytest.param(discs(90, 1.7, heights=1), id="one alone"),
        pytest.param(discs(90, 4), id="large"),
        pytest.param(discs(90, 0.5), id="tiny"),
        pytest.param(discs(90, 1.7, dy=5), id="too high"),
        pytest.param(discs(60, 1.7), id="far"),
        pytest.param(discs(98, 1.7 + 2), id="under the text"),
        pytest.param(scale, id="a scale"),
        pytest.param(timeline, id="a timeline"),
        pytest.param(after_text, id="between words"),
    ],
)
def test_other_shapes_are_none(draw: Callable[[Canvas], None]) -> None:
    assert not any("•" in line for line in page(draw))


def test_a_bullet_has_its_place() -> None:
    def drawn(canvas: Canvas) -> None:
        discs(90, 1.7)(canvas)
        lines(canvas, 100, 100, ITEMS)

    document = read(drawn)
    places = [document.box_of(span) for span in (Span(0, 1), Span(2, 7), Span(0, 7))]
    assert [(round(box.x0), round(box.x1)) for box in places if box] == [
        (88, 92),
        (100, 119),
        (88, 119),
    ]
