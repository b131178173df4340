"""PDF files as a whole: pages, pictures, links, broken structures, errors."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from atscheck import documents
from atscheck.errors import InputError
from tests.documents.pdf.reading import picture, read, shown, texts
from tests.support.make_pdf import HEIGHT, WIDTH, lines, make_pdf, objects_of_page, write_pdf

LEFT = ["Skills", "Python", "SQL", "Docker", "Linux", "Bash"]
RIGHT = [
    "Experience",
    "Engineer at Acme from 2019 on, in the core team",
    "Built the billing service that ten teams use daily",
    "Cut the cost of storage by a third within a year",
    "Wrote the guide that new colleagues start from",
    "Ran the incident reviews for two years in a row",
]


def test_links_are_kept_with_their_line() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 72, ["Ana Example", "portfolio"])
        canvas.linkURL("https://example.org/ana", (72, HEIGHT - 90, 120, HEIGHT - 78))

    (link,) = read(page).links
    assert link.target == "https://example.org/ana"
    assert link.line == 2


def test_pages_that_are_pictures() -> None:
    def scan(canvas: Canvas) -> None:
        picture(canvas, 0, 0, WIDTH, HEIGHT)

    def recognised(canvas: Canvas) -> None:
        scan(canvas)
        text = canvas.beginText(72, 700)
        text.setTextRenderMode(3)
        for number in range(3):
            text.textLine(f"Line {number} of the text that was recognised in the picture")
        canvas.drawText(text)

    with pytest.raises(InputError, match="pictures without text") as raised:
        read(scan)
    assert raised.value.code == "no-text"
    half = read(lambda c: lines(c, 72, 72, ["Ana Example, engineer"]), scan)
    assert [(loss.kind, loss.box and loss.box.page) for loss in half.losses] == [
        ("image-only-page", 2)
    ]
    assert [line.hidden for line in read(recognised).lines] == [False] * 3


def test_pictures_in_strips_and_letters_as_outlines_are_pictures() -> None:
    def strips(canvas: Canvas) -> None:
        for number in range(4):
            picture(canvas, 0, 190 * number, WIDTH, 190)
        lines(canvas, 500, 20, ["page 1"])

    def outlines(count: int) -> Callable[[Canvas], None]:
        def page(canvas: Canvas) -> None:
            for number in range(count):
                canvas.rect(72 + 4 * (number % 90), 700 - 10 * (number // 90), 3, 8, fill=1)

        return page

    def text(canvas: Canvas) -> None:
        lines(canvas, 72, 72, ["Ana Example, engineer"])

    document = read(text, strips, outlines(300), outlines(30))
    pictures = [loss.box and loss.box.page for loss in document.losses]
    assert {loss.kind for loss in document.losses} == {"image-only-page"}
    assert pictures == [2, 3]
    with pytest.raises(InputError, match="pictures without text"):
        read(outlines(300))


def test_each_page_counts_its_own_characters() -> None:
    document = read(
        lambda c: lines(c, 72, 72, ["one"]),
        lambda c: lines(c, 72, 72, ["three"]),
        lambda c: lines(c, 72, 72, ["seven"]),
    )
    assert [page.characters for page in document.pages] == [3, 5, 5]
    assert [page.images for page in document.pages] == [0, 0, 0]


@pytest.mark.parametrize(
    ("number", "content"),
    [
        (1, b"<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [0 << /S /r /St -5 >>] >> >>"),
        (2, b"<< /Type /Pages /Kids [] /Count 0 >>"),
        (2, b"3 0 R"),
        (5, b"5 0 R"),
        (8, b"8 0 R"),
    ],
    ids=["page labels", "no pages", "a page for pages", "font that is itself", "links likewise"],
)
def test_pages_with_broken_parts_are_read_all_the_same(number: int, content: bytes) -> None:
    objects = objects_of_page(shown("Ana Example").encode())
    objects[3] = objects[3].replace(b"/Contents", b"/Annots 8 0 R /Contents")
    objects[number] = content
    assert texts(documents.read(write_pdf(objects))) == ["Ana Example"]


def test_content_that_is_itself_ends() -> None:
    with pytest.raises(InputError) as raised:
        documents.read(write_pdf(objects_of_page(b"") | {4: b"4 0 R"}))
    assert raised.value.code == "no-text"


def test_encryption_of_an_unknown_kind_is_called_so() -> None:
    data = make_pdf(lambda c: lines(c, 72, 72, ["secret"]), password="x")  # noqa: S106
    with pytest.raises(InputError) as raised:
        documents.read(data.replace(b"/R 2", b"/R 9").replace(b"/V 1", b"/V 8"))
    assert raised.value.code == "encrypted"


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
