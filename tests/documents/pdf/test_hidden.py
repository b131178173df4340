"""Hidden text of PDF pages: marked where a person cannot see it, and only there."""

from __future__ import annotations

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from tests.documents.pdf.reading import picture, read
from tests.support.make_pdf import HEIGHT, lines


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


@pytest.mark.parametrize("later", [True, False], ids=["painted over", "painted before"])
def test_text_under_a_white_area_is_hidden(later: bool) -> None:
    def page(canvas: Canvas) -> None:
        for text in (later, not later):
            if text:
                canvas.setFillColor(colors.black)
                lines(canvas, 72, 72, ["Python SQL Docker"])
            else:
                canvas.setFillColor(colors.white)
                canvas.rect(60, HEIGHT - 90, 300, 40, stroke=0, fill=1)
        canvas.setFillColor(colors.black)
        lines(canvas, 72, 200, ["Ana Example"])

    document = read(page)
    assert {document.line_text(line): line.hidden for line in document.lines} == {
        "Python SQL Docker": later,
        "Ana Example": False,
    }


@pytest.mark.parametrize("alpha", [255, 128], ids=["opaque", "see-through"])
def test_a_picture_hides_what_is_under_it_and_shows_what_is_on_it(alpha: int) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 300, ["Ana Example"])
        canvas.setFillColor(colors.white)
        lines(canvas, 72, 72, ["drawn before the picture"])
        picture(canvas, 60, 40, 300, 100, alpha=alpha)
        lines(canvas, 72, 100, ["drawn after the picture"])

    document = read(page)
    assert {document.line_text(line): line.hidden for line in document.lines} == {
        "drawn before the picture": alpha == 255,
        "drawn after the picture": False,
        "Ana Example": False,
    }
