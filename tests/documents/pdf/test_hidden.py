"""Hidden text of PDF pages: marked where a person cannot see it, and only there."""

from __future__ import annotations

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from tests.documents.pdf.reading import drawn, picture, read, shown
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


def test_words_hidden_within_a_line_are_taken_out_of_it_whole() -> None:
    def page(canvas: Canvas) -> None:
        text = canvas.beginText(72, HEIGHT - 72)
        text.setFont("Helvetica", 10)
        for color, words in (
            ("black", "Known for"),
            ("white", " glass and gold"),
            ("black", " care"),
        ):
            text.setFillColor(getattr(colors, color))
            text.textOut(words)
        canvas.drawText(text)

    document = read(page)
    hidden = {document.line_text(line): line.hidden for line in document.lines}
    assert hidden == {"Known for\tcare": False, "glass and gold": True}


@pytest.mark.parametrize(
    ("path", "hides"),
    [
        ("60 600 m 60 760 l 300 760 l 300 600 l", True),
        ("60 600 240 160 re", True),
        ("60 600 m 60 690 l 300 600 l", False),  # a triangle below the text
        ("60 600 m 300 760 l", False),  # an area of nothing
    ],
)
def test_areas_hide_what_lies_inside_of_them_alone(path: str, hides: bool) -> None:
    document = drawn(f"{shown('Ana', 'Example')} 0.9 0 0 rg {path} f")
    assert [line.hidden for line in document.lines] == [hides, hides]
