"""Glyphs of PDF pages: which characters they are, where they stand, and the spaces between."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from atscheck import documents
from atscheck.documents.model import Span
from tests.documents.pdf.reading import drawn, read, shown, texts
from tests.support.make_pdf import HEIGHT, lines, objects_of_page, write_pdf


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


def test_spaces_come_from_gaps_and_letter_spacing_is_closed() -> None:
    def page(canvas: Canvas) -> None:
        for word, x in (("Built", 72), ("billing", 98.5)):
            canvas.drawString(x, HEIGHT - 72, word)
        text = canvas.beginText(72, HEIGHT - 100)
        text.setCharSpace(3)
        text.textOut("SKILLS")
        canvas.drawText(text)

    assert texts(read(page)) == ["Built billing", "SKILLS"]


def test_wide_spaces_are_tabs_wherever_they_are_drawn() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 72, ["Engineer, Acme" + " " * 40 + "2019", "Engineer,  Acme   Ltd."])

    assert texts(read(page)) == ["Engineer, Acme\t2019", "Engineer, Acme Ltd."]


def test_text_drawn_twice_is_read_once() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Heading")
        canvas.drawString(72.3, 700, "Heading")

    assert texts(read(page))[0] == "Heading"


def test_doubled_letters_are_no_text_drawn_twice() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(72, 700, "full skill in Hawaii, iii")
        canvas.drawString(72.3, 700, "full skill in Hawaii, iii")

    (line,) = texts(read(page))
    assert line == "full skill in Hawaii, iii"


def test_a_hyphen_named_soft_is_a_hyphen() -> None:
    document = drawn(
        shown("co\x01founder from 2019 \x01 2021", "develop\x01", "\x02set\x03of all"),
        meanings={
            1: "\xad",
            2: "-\xad\u2010",
            3: "\t\r \xa0",
            **{c: chr(c) for c in range(32, 127)},
        },
    )
    assert texts(document) == ["co-founder from 2019 - 2021", "develop-", "-set of all"]
    assert document.losses == ()


def test_ligatures_keep_their_places() -> None:
    meanings = {1: "\ufb03", 2: "fl", **{c: chr(c) for c in range(32, 127)}}
    document = drawn(shown("e\x01cient work\x02ow"), meanings=meanings)
    assert texts(document) == ["efficient workflow"]
    line = document.lines[0]
    assert line.edges is not None
    start = document.text.index("workflow")
    box = document.box_of(Span(start, start + len("workflow")))
    assert box is not None
    assert box.x0 == pytest.approx(72 + 5 * len("e1cient "), abs=0.1)
    assert box.x1 == pytest.approx(72 + 5 * len("e1cient work2ow"), abs=0.1)


def test_icons_are_dropped_and_counted() -> None:
    content = b"BT /F 10 Tf 72 700 Td (Ana ) Tj /G 10 Tf (#@) Tj /F 10 Tf ( Example) Tj ET"
    objects = objects_of_page(content)
    objects[3] = objects[3].replace(b"/F 5 0 R", b"/F 5 0 R /G 8 0 R")
    objects[8] = objects[5].replace(b"6 0 R", b"9 0 R")
    objects[9] = objects[6].replace(b"Example-Regular", b"FontAwesome5Free-Solid")
    document = documents.read(write_pdf(objects))
    assert texts(document) == ["Ana Example"]
    assert [loss.message for loss in document.losses] == ["2 icons or glyphs without a character"]


def test_glyphs_that_no_one_names_are_seen_to_be_missing() -> None:
    meanings = {c: chr(c) for c in range(32, 127)}
    objects = objects_of_page(
        b"BT /F 10 Tf 72 700 Td (Ana \x01\x02 Example) Tj ET", meanings=meanings
    )
    objects[5] = objects[5].replace(b"/Encoding /WinAnsiEncoding", b"")
    document = documents.read(write_pdf(objects))
    assert texts(document) == ["Ana \ufffd\ufffd Example"]
    assert "(cid:" not in document.text
    assert {loss.kind for loss in document.losses} == {"unmapped-glyphs"}


def test_text_that_no_one_can_read_is_doubted() -> None:
    meanings = {32: " ", 65: "A"}
    objects = objects_of_page(
        shown("\x01\x02\x03\x04 AAAA \x05\x06\x07").encode(), meanings=meanings
    )
    objects[5] = objects[5].replace(b"/Encoding /WinAnsiEncoding", b"")
    assert documents.read(write_pdf(objects)).doubt
    assert not read(lambda c: lines(c, 72, 72, ["Ana Example"])).doubt


def test_boxes_of_fonts_that_claim_great_depth() -> None:
    document = drawn(shown("Ana Example"), descent=-2500)
    box = document.lines[0].box
    assert box is not None
    assert box.top < HEIGHT - 700 < box.bottom < HEIGHT - 690


def test_glyphs_named_after_what_follows_them_are_themselves() -> None:
    plain = {c: chr(c) for c in range(32, 127)}
    meanings = {1: "\x92s of all the services", 2: "- 2019 to 2021", 3: "\u0644\u0627", **plain}
    document = drawn(shown("driver\x01s \x02 end", "\x03"), meanings=meanings)
    assert texts(document) == ["driver's - end", "\u0644\u0627"]


@pytest.mark.parametrize(
    ("font", "shown_as"),
    [
        ("ABCDEF+Wingdings-Regular", "\u2022 Built"),
        ("ZapfDingbats", "\u2022 Built"),
        ("Example", "n Built"),
    ],
)
def test_letters_of_fonts_of_symbols_are_symbols(font: str, shown_as: str) -> None:
    objects = objects_of_page(b"BT /G 10 Tf 72 700 Td (n) Tj /F 10 Tf ( Built) Tj ET")
    objects[3] = objects[3].replace(b"/F 5 0 R", b"/F 5 0 R /G 8 0 R")
    objects[8] = objects[5].replace(b"6 0 R", b"9 0 R")
    objects[9] = objects[6].replace(b"Example-Regular", font.encode())
    assert texts(documents.read(write_pdf(objects))) == [shown_as]


@pytest.mark.parametrize(("code", "symbol"), [("4", "\u2022"), ("l", "\u2022")])
def test_ticks_and_dots_of_the_standard_font_of_symbols(code: str, symbol: str) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("ZapfDingbats", 10)
        canvas.drawString(72, HEIGHT - 72, code)
        lines(canvas, 90, 72, ["Built"])

    assert texts(read(page))[0].split()[0] == symbol


def test_bullets_of_standard_fonts_are_bullets() -> None:
    document = read(lambda c: lines(c, 72, 72, ["• Built the billing service"]))
    assert texts(document) == ["• Built the billing service"]
    assert document.losses == ()
