"""The pages of PDF files as pictures."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from atscheck import documents
from atscheck.documents.pictures import DPI, MAX_PAGES, MAX_PIXELS
from atscheck.sandbox import pictures
from tests.support.make_docx import make_docx, paragraph
from tests.support.make_pdf import lines, make_pdf


def page(canvas: Canvas) -> None:
    lines(canvas, 72, 72, ["Jane Example", "Built a tool in Python for 40 people."])


def turned(canvas: Canvas) -> None:
    """The page on its side: what is above stands at the right."""
    page(canvas)
    canvas.setPageRotation(90)


def large(canvas: Canvas) -> None:
    page(canvas)
    canvas.setPageSize((10_000, 8_000))


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_every_page_has_a_picture_of_its_size() -> None:
    document = documents.read(make_pdf(page, page))
    found = pictures(document)
    assert list(found) == [1, 2]
    image = opened(found[1].data)
    assert image.format == "WEBP"
    assert image.size == (612 * DPI // 72, 792 * DPI // 72)
    shown = found[2].shown
    assert (shown.page, shown.x0, shown.top, shown.x1, shown.bottom) == (2, 0, 0, 612, 792)


@pytest.mark.parametrize("draw", [page, turned])
def test_what_is_marked_lies_over_the_ink(draw: Callable[[Canvas], None]) -> None:
    document = documents.read(make_pdf(draw))
    box = document.lines[0].box
    assert box is not None
    image = opened(pictures(document)[1].data).convert("L")
    places = [[v * DPI / 72 for v in (box.x0, box.top, box.x1, box.bottom)]]
    places.append([300, 800, 400, 900])
    ink = [image.crop(tuple(map(round, place))).getextrema()[0] < 50 for place in places]
    assert ink == [True, False]


def test_a_huge_page_has_a_small_picture() -> None:
    width, height = opened(pictures(documents.read(make_pdf(large)))[1].data).size
    assert width * height <= MAX_PIXELS * 1.01


def test_pages_beyond_the_limit_have_none() -> None:
    assert len(pictures(documents.read(make_pdf(*[page] * (MAX_PAGES + 2))))) == MAX_PAGES


def test_other_formats_have_none() -> None:
    assert pictures(documents.read(make_docx([paragraph("Jane Example")]))) == {}
    assert pictures(documents.read(b"Jane Example\nPython developer\n")) == {}


def test_the_same_page_is_the_same_picture() -> None:
    data = make_pdf(page)
    assert pictures(documents.read(data)) == pictures(documents.read(data))
