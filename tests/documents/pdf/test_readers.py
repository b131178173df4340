"""Two parsers of a PDF file: where they differ, and where only one of them reads anything."""

from __future__ import annotations

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from atscheck import documents
from atscheck.documents import pdf
from atscheck.documents.model import Document, Loss
from atscheck.documents.pdf import pages
from atscheck.documents.pdf.comparison import MOST
from atscheck.errors import InputError
from tests.documents.pdf.reading import drawn, read, shown, texts
from tests.support.make_pdf import HEIGHT, lines, make_pdf, objects_of_page, write_pdf


def disagreements(document: Document) -> list[Loss]:
    return [loss for loss in document.losses if loss.kind == "parsers-disagree"]


def spaced(canvas: Canvas, x: float, top: float, text: str) -> None:
    """Text whose letters are placed one by one, five points apart."""
    for letter in text:
        canvas.drawString(x, HEIGHT - top, letter)
        x += canvas.stringWidth(letter, "Helvetica", 10) + 5


UPRIGHT = {
    0: "1 0 0 1 0 0",
    90: "0 1 -1 0 612 0",
    180: "-1 0 0 -1 612 792",
    270: "0 -1 1 0 0 792",
}
"""For each turn of a page, the matrix with which its content stands upright."""


def page_objects(turn: int, *strings: str) -> dict[int, bytes]:
    """The objects of a page that is turned, with lines that are upright on it."""
    content = f"q {UPRIGHT[turn]} cm 1 0 0 1 0 -300 cm {shown(*strings)} Q"
    objects = objects_of_page(content.encode(), font="Example-Bold")
    objects[3] = objects[3].replace(b"/Contents", b"/Rotate %d /Contents" % turn)
    return objects


def test_letters_spaced_apart_come_out_otherwise() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 72, ["Ana Example, engineer"])
        spaced(canvas, 72, 100, "EXPERIENCE")

    document = read(page)
    (loss,) = disagreements(document)
    assert '"EXPERIENCE" is "E X P E R I E N C E"' in loss.message
    assert loss.span is not None
    assert document.quote(loss.span) == "EXPERIENCE"
    assert loss.box is not None
    assert loss.box.x0 == pytest.approx(72, abs=2)


def test_a_gap_between_words_that_only_one_parser_takes_for_a_space() -> None:
    def written(gap: int) -> list[str]:
        document = drawn(f"BT /F 10 Tf 1 0 0 1 72 700 Tm [(team) {-gap} (lead)] TJ ET")
        return [loss.message for loss in disagreements(document)]

    (message,) = written(130)
    assert '"teamlead" is "team lead"' in message
    assert written(250) == written(50) == []


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_letters_that_one_parser_reads_otherwise_whichever_way_the_page_is_turned(
    turn: int,
) -> None:
    objects = page_objects(turn, "Ana Example", "Kubernetes helps")
    objects[5] = objects[5].replace(
        b"/Encoding /WinAnsiEncoding", b"/Encoding << /Differences [75 /f_i] >>"
    )
    document = documents.read(write_pdf(objects))
    (loss,) = disagreements(document)
    assert '"fiubernetes" is "Kubernetes"' in loss.message
    assert loss.span is not None
    assert document.quote(loss.span) == "fiubernetes"


def test_icons_that_one_parser_takes_for_letters_are_told_as_icons() -> None:
    content = b"BT /F 10 Tf 72 700 Td (Ana ) Tj /G 10 Tf (Phone) Tj /F 10 Tf (555 Example) Tj ET"
    objects = objects_of_page(content)
    objects[3] = objects[3].replace(b"/F 5 0 R", b"/F 5 0 R /G 8 0 R")
    objects[8] = objects[5].replace(b"6 0 R", b"9 0 R")
    objects[9] = objects[6].replace(b"Example-Regular", b"FontAwesome5Free-Solid")
    document = documents.read(write_pdf(objects))
    assert [loss.kind for loss in document.losses] == ["icon-glyphs"]


def test_text_that_a_file_puts_in_place_of_its_letters_is_found_at_their_place() -> None:
    content = (
        "BT /F 10 Tf 72 700 Td (Ana ) Tj /Span << /ActualText (Engineering) >> BDC "
        "(Python) Tj EMC ( helps) Tj ET"
    )
    document = drawn(content)
    (loss,) = disagreements(document)
    assert '"Python" is "Engineering"' in loss.message
    assert loss.span is not None
    assert document.quote(loss.span) == "Python"


def test_what_is_the_same_in_another_order_or_form_is_no_disagreement() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 300, 72, ["Skills", "Python", "develop-", "ment of co-founders"])
        lines(canvas, 72, 72, ["Ana Example", "S K I L L S", "1st of May, caf\xe9", "team  lead"])
        canvas.setFillColor(colors.white)
        lines(canvas, 72, 200, ["hidden words"])
        canvas.setFillColor(colors.black)
        canvas.drawString(72, 500, "Heading")
        canvas.drawString(72.3, 500, "Heading")

    ligature = drawn(
        shown("e\x01cient", "naive \x02"),
        meanings={1: "\ufb03", 2: "ﬁ", **{c: chr(c) for c in range(32, 127)}},
    )
    assert disagreements(read(page)) == disagreements(ligature) == []


def test_text_that_runs_up_the_page_is_not_compared_by_place() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 72, ["Ana Example"])
        canvas.rotate(90)
        spaced(canvas, 300, 900, "EXPERIENCE")

    assert disagreements(read(page)) == []


def test_many_disagreements_are_counted_and_the_first_listed() -> None:
    words = [f"{first}EADING{second}" for first in "ABCDE" for second in "FGHIJK"]

    def page(canvas: Canvas) -> None:
        for number, word in enumerate(words):
            spaced(canvas, 72, 50 + 20 * number, word)

    found = disagreements(read(page))
    assert len(found) == MOST + 1
    assert found[-1].message.startswith(f"{len(words) - MOST} more words")


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_pdfminer_cannot_read_is_read_by_pdfium(turn: int) -> None:
    objects = page_objects(turn, "Ana Example", "Engineer at Acme")
    whole = documents.read(write_pdf(objects))
    objects[4] = objects[4].replace(b"<< /Length", b"<< /Filter /Unknown /Length")
    document = documents.read(write_pdf(objects))
    assert [loss.kind for loss in document.losses] == ["fallback"]
    assert "page 1" in document.losses[0].message
    assert texts(document) == texts(whole)
    for found, line in zip(document.lines, whole.lines, strict=True):
        assert found.bold
        assert found.size == line.size == 10
        assert found.box is not None
        assert line.box is not None
        assert found.box.x0 == pytest.approx(line.box.x0, abs=1)
        assert found.box.top == pytest.approx(line.box.top, abs=4)


def test_a_file_that_pdfminer_cannot_open_is_read_by_pdfium() -> None:
    objects = objects_of_page(shown("Ana Example").encode())
    pages = objects[2].replace(b"/Type /Pages", b"/Type /Pages /Resources << >>")
    objects[1] = b"<< /Type /Catalog /Pages %b >>" % pages
    document = documents.read(write_pdf(objects))
    assert texts(document) == ["Ana Example"]
    assert [loss.kind for loss in document.losses] == ["fallback"]


def test_a_file_that_breaks_one_parser_and_is_blank_for_the_other_is_damaged() -> None:
    def deep(levels: int) -> bytes:
        objects = page_objects(0, "Ana Example")
        objects[1] = b"<< /Type /Catalog /Pages 100 0 R >>"
        for number in range(100, 100 + levels):
            below = number + 1 if number < 99 + levels else 2
            objects[number] = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % below
        return write_pdf(objects)

    assert texts(documents.read(deep(3))) == ["Ana Example"]
    with pytest.raises(InputError) as raised:
        documents.read(deep(2_000))
    assert raised.value.code == "corrupt"


def test_a_file_that_pdfium_cannot_open_is_named() -> None:
    data = write_pdf(page_objects(0, "Ana Example"))
    assert documents.read(data).losses == ()
    document = documents.read(data.replace(b"1 0 obj", b"1 0 obx"))
    assert texts(document) == ["Ana Example"]
    (loss,) = document.losses
    assert loss.kind == "fallback"
    assert "one common parser (PDFium)" in loss.message


def test_what_draws_too_much_for_one_parser_is_not_given_to_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    objects = page_objects(0, "Ana Example")
    objects[3] = objects[3].replace(b"/Contents 4 0 R", b"/Contents [4 0 R 4 0 R 4 0 R]")
    monkeypatch.setattr(pages, "MAX_STREAMS", 2)
    monkeypatch.setattr(pdf, "disagreements", None)
    document = documents.read(write_pdf(objects))
    assert [loss.kind for loss in document.losses] == ["truncated"]


def test_a_file_without_text_for_either_is_refused_as_before() -> None:
    with pytest.raises(InputError) as empty:
        documents.read(write_pdf(objects_of_page(b"1 0 0 rg 10 10 50 50 re f")))
    with pytest.raises(InputError) as corrupt:
        documents.read(b"%PDF-1.4\nnothing else")
    with pytest.raises(InputError) as encrypted:
        documents.read(make_pdf(lambda c: lines(c, 72, 72, ["secret"]), password="x"))  # noqa: S106
    codes = [raised.value.code for raised in (empty, corrupt, encrypted)]
    assert codes == ["no-text", "corrupt", "encrypted"]
