"""Annotations laid over the pages of PDF files."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image, ImageChops
from pypdfium2 import raw
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from atscheck import documents
from atscheck.documents.model import Box
from atscheck.documents.pdf.annotations import AUTHOR, Annotation, Form, annotated
from atscheck.errors import FormatError
from tests.support.make_pdf import lines, make_pdf, objects_of_page, write_pdf

KINDS: dict[Form, int] = {
    "area": raw.FPDF_ANNOT_HIGHLIGHT,
    "line": raw.FPDF_ANNOT_UNDERLINE,
    "wave": raw.FPDF_ANNOT_SQUIGGLY,
    "note": raw.FPDF_ANNOT_TEXT,
}
RED = (255, 0, 0)
TEXTS = ["Jane Example", "Built a tool in Python for 40 people."]


def page(canvas: Canvas) -> None:
    lines(canvas, 172, 272, TEXTS)


def boxed(entries: bytes, turn: bytes = b"1 0 0 1") -> bytes:
    """A file whose page has ``entries``, and a line of text in its middle, turned by a matrix."""
    objects = objects_of_page(b"BT /F 12 Tf %b 350 450 Tm (Python developer) Tj ET" % turn)
    objects[3] = objects[3].replace(b"/Type /Page ", b"/Type /Page " + entries)
    return write_pdf(objects)


def shared(box: bytes) -> bytes:
    """A file whose pages share a box."""
    return boxed(b"").replace(b"[0 0 612 792]", box)


def mark(*boxes: Box | None, form: Form = "area", text: str = "a comment") -> Annotation:
    return Annotation(form, tuple(box for box in boxes if box), RED, "a kind", text)


def found(data: bytes, number: int = 1) -> list[tuple[int, str, str]]:
    """The annotations of a page: their kinds, authors and comments."""
    file = pypdfium2.PdfDocument(data)
    seen = file[number - 1]
    every = []
    for index in range(raw.FPDFPage_GetAnnotCount(seen)):
        annotation = raw.FPDFPage_GetAnnot(seen, index)
        strings = [_string(annotation, key) for key in (b"T", b"Contents")]
        every.append((raw.FPDFAnnot_GetSubtype(annotation), *strings))
        raw.FPDFPage_CloseAnnot(annotation)
    file.close()
    return every


def _string(annotation: object, key: bytes) -> str:
    room = (raw.FPDF_WCHAR * 10_000)()
    size = raw.FPDFAnnot_GetStringValue(annotation, key, room, 20_000)
    return bytes(room)[: size - 2].decode("utf-16-le")


def pictured(data: bytes) -> Image.Image:
    file = pypdfium2.PdfDocument(data)
    picture: Image.Image = file[0].render(scale=2).to_pil().convert("RGB")
    file.close()
    return picture


def test_each_form_is_an_annotation_with_its_comment() -> None:
    data = make_pdf(page)
    box = documents.read(data).lines[0].box
    marked = annotated(data, [mark(box, form=form, text=f"of {form}") for form in KINDS])
    assert found(marked) == [(kind, AUTHOR, f"of {form}") for form, kind in KINDS.items()]


@pytest.mark.parametrize("text", ["“x” – ü", "日本語", "😀 far beyond", "two\nlines", "(]>>\\", ""])
def test_comments_come_back_as_they_were(text: str) -> None:
    data = make_pdf(page)
    box = documents.read(data).lines[0].box
    assert found(annotated(data, [mark(box, text=text)]))[0][2] == text


def test_a_mark_of_two_pages_is_one_on_each_with_an_area_for_each_line() -> None:
    boxes = [Box(1, 72, 72, 172, 84), Box(1, 72, 86, 172, 98), Box(2, 72, 72, 172, 84)]
    marked = annotated(make_pdf(page, page), [mark(*boxes)])
    file = pypdfium2.PdfDocument(marked)
    for number, own in ((1, boxes[:2]), (2, boxes[2:])):
        annotation = raw.FPDFPage_GetAnnot(file[number - 1], 0)
        assert raw.FPDFAnnot_CountAttachmentPoints(annotation) == len(own)
        for index, box in enumerate(own):
            quad = raw.FS_QUADPOINTSF()
            raw.FPDFAnnot_GetAttachmentPoints(annotation, index, quad)
            assert (quad.x1, 792 - quad.y1, quad.x4, 792 - quad.y4) == pytest.approx(
                (box.x0, box.top, box.x1, box.bottom)
            )
        raw.FPDFPage_CloseAnnot(annotation)
    file.close()


LETTER, APART = b"/MediaBox [0 0 612 792] ", b"/MediaBox [100 200 600 700] "
CROPPED = LETTER + b"/CropBox [200 300 500 600] "
RIGHT, OVER, LEFT = b"0 1 -1 0", b"-1 0 0 -1", b"0 -1 1 0"
FRAMES = {
    "plain": boxed(LETTER),
    "90": boxed(LETTER + b"/Rotate 90 ", RIGHT),
    "180": boxed(LETTER + b"/Rotate 180 ", OVER),
    "270": boxed(LETTER + b"/Rotate 270 ", LEFT),
    "offset": boxed(APART),
    "offset, 90": boxed(APART + b"/Rotate 90 ", RIGHT),
    "from the other corner": boxed(b"/MediaBox [600 700 100 200] "),
    "shared by all pages": shared(b"[0 0 500 900] "),
    "shared and cropped": shared(b"[100 200 700 900] /CropBox [200 300 500 600] "),
    "below zero": boxed(b"/MediaBox [-300 -200 600 700] "),
    "cropped": boxed(CROPPED),
    "cropped, 270": boxed(CROPPED + b"/Rotate 270 ", LEFT),
    "in other units": boxed(LETTER + b"/UserUnit 2 "),
}


@pytest.mark.parametrize("form", ["area", "line", "wave"])
@pytest.mark.parametrize("frame", FRAMES)
def test_a_mark_lies_over_its_words_however_the_page_lies(frame: str, form: Form) -> None:
    data = FRAMES[frame]
    before = pictured(data)
    (line,) = documents.read(data).lines
    marked = annotated(data, [mark(line.box, form=form)])
    left, top, right, bottom = _extent(ImageChops.difference(before, pictured(marked)))
    ink = _extent(ImageChops.invert(before.convert("L")))
    assert (left, right) == pytest.approx((ink[0], ink[2]), abs=5)
    assert bottom == pytest.approx(ink[3], abs=7)
    if form == "area":
        assert top <= ink[1]
    else:
        assert bottom - top <= 6  # dots, two of a point


@pytest.mark.parametrize("frame", FRAMES)
def test_a_note_stands_where_the_page_is_seen(frame: str) -> None:
    before = pictured(FRAMES[frame])
    marked = annotated(FRAMES[frame], [mark(Box(1, 6, 6, 26, 26), form="note")])
    changed = _extent(ImageChops.difference(before, pictured(marked)))
    assert changed == pytest.approx((12, 12, 52, 52), abs=8)  # dots, two of a point


def _extent(picture: Image.Image) -> tuple[int, int, int, int]:
    """The left, top, right and bottom of what is not black."""
    found = picture.getbbox()
    assert found
    return found


def test_what_the_file_has_already_stays() -> None:
    def full(canvas: Canvas) -> None:
        page(canvas)
        canvas.linkURL("https://example.org", (72, 700, 172, 712))
        canvas.textAnnotation("seen by a friend", (72, 600, 92, 620))
        canvas.acroForm.textfield(name="pet", value="cat", x=72, y=500, width=100, height=20)
        canvas.bookmarkPage("top")
        canvas.addOutlineEntry("The top", "top")

    data = make_pdf(full)
    marked = annotated(data, [mark(documents.read(data).lines[0].box)])
    assert found(marked)[:-1] == found(data)
    assert len(found(data)) == 3
    old, new = documents.read(data), documents.read(marked)
    assert (new.text, new.links, new.losses) == (old.text, old.links, old.losses)
    file = pypdfium2.PdfDocument(marked)
    assert [entry.get_title() for entry in file.get_toc()] == ["The top"]
    file.close()


def test_marks_of_an_earlier_run_are_replaced() -> None:
    data = make_pdf(page)
    box = documents.read(data).lines[0].box
    first = annotated(data, [mark(box), mark(box, form="line")])
    again = annotated(first, [mark(box, form="note")])
    assert [kind for kind, _, _ in found(again)] == [KINDS["note"]]


@pytest.mark.parametrize("identifier", [b"", b"/ID [<00> (x)] "])
def test_the_same_input_gives_the_same_bytes(identifier: bytes) -> None:
    data = write_pdf(objects_of_page(b"")).replace(b"trailer\n<< ", b"trailer\n<< " + identifier)
    box = Box(1, 72, 72, 172, 84)
    one, other, third = (annotated(data, [mark(box, text=t)]) for t in ("a", "a", "b"))
    assert one == other
    assert one[-200:] != third[-200:]
    if identifier:
        assert b"/ID[<00><" in one


def test_a_protected_file_is_not_laid_open() -> None:
    data = make_pdf(page, password=StandardEncryption("", "owner", canModify=0))
    with pytest.raises(FormatError, match="protected"):
        annotated(data, [])


def test_a_file_that_pdfium_cannot_open_is_told() -> None:
    with pytest.raises(FormatError, match="PDFium"):
        annotated(b"%PDF-1.7\nnothing more", [])


def test_a_page_that_pdfium_cannot_show_is_told() -> None:
    with pytest.raises(FormatError, match="page 7 "):
        annotated(make_pdf(page), [mark(Box(7, 72, 72, 172, 84))])


def test_a_page_that_stands_twice_has_its_marks() -> None:
    objects = objects_of_page(b"")
    objects[2] = objects[2].replace(b"[3 0 R] /Count 1", b"[3 0 R 3 0 R] /Count 2")
    marked = annotated(write_pdf(objects), [mark(Box(1, 72, 72, 172, 84))])
    assert len(found(marked)) == 1


def test_a_huge_page_costs_little() -> None:
    def wide(canvas: Canvas) -> None:
        page(canvas)
        canvas.setPageSize((14_000_000, 800))

    marked = annotated(make_pdf(wide), [mark(Box(1, 0, 0, 14_000_000, 84), form="wave")])
    assert len(marked) < 100_000
    assert io.BytesIO(marked).read(5) == b"%PDF-"
