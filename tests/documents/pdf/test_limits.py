"""What is looked at of PDF pages that draw more than any resume."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import pytest
from reportlab.pdfgen.canvas import Canvas

from atscheck.documents.pdf import comparison, hidden, interpreter
from atscheck.documents.pdf.drawing import Paint
from atscheck.errors import InputError
from tests.documents.pdf.reading import drawn, read, shown, texts
from tests.support.make_pdf import HEIGHT, lines


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Paint]]:
    """The areas that are looked at, each time that one is."""
    found: list[Paint] = []
    covers = Paint.covers

    def counted(paint: Paint, x: float, y: float) -> bool:
        found.append(paint)
        return covers(paint, x, y)

    monkeypatch.setattr(Paint, "covers", counted)
    yield found


def test_looks_at_areas_are_counted_for_all_glyphs_together(
    monkeypatch: pytest.MonkeyPatch, looks: list[Paint]
) -> None:
    triangles = " ".join(f"{x} 100 m {x + 40} 200 l {x + 90} 110 l f" for x in range(100, 300, 5))
    page = f"{triangles} {shown('black on white, of the colour of areas elsewhere')}"
    glyphs = drawn(page).pages[0].characters
    whole = len(looks)
    monkeypatch.setattr(hidden, "_MOST_LOOKS", 6 * glyphs)
    looks.clear()
    drawn(page)
    assert whole > 30 * len("black")
    assert 0 < len(looks) <= 2 * glyphs


def test_colours_beyond_those_compared_are_looked_up_by_place(
    monkeypatch: pytest.MonkeyPatch, looks: list[Paint]
) -> None:
    page = f"0 1 0 rg 60 600 300 50 re f 0 0 1 rg {shown('blue on white')} 0 1 0 rg {shown('')}"
    assert [line.hidden for line in drawn(page).lines] == [False]
    assert looks == []
    monkeypatch.setattr(hidden, "_MOST_COLORS", 0)
    assert [line.hidden for line in drawn(page).lines] == [False]
    assert looks


def test_marks_within_one_another_end_a_page() -> None:
    deep = interpreter._DEEPEST
    for tag in ("/P BMC", "/P << /MCID 1 >> BDC"):
        page = f"{shown('Ana Example')} {f'{tag} ' * deep} {shown('', 'deep')} {'EMC ' * deep}"
        assert drawn(page).losses == ()
        assert texts(drawn(page)) == ["Ana Example", "deep"]
        document = drawn(page.replace(f" {tag} ", f" {tag} {tag} ", 1))
        assert [loss.kind for loss in document.losses] == ["truncated"]
        assert texts(document) == ["Ana Example"]


def test_a_page_that_draws_too_much_before_its_text_is_too_large() -> None:
    with pytest.raises(InputError) as raised:
        drawn(f"{'/P BMC ' * (interpreter._DEEPEST + 1)} {shown('Ana Example')}")
    assert raised.value.code == "expansion"


def test_texts_of_marks_deep_within_others_stand_for_nothing() -> None:
    def page(depth: int) -> str:
        text = "/Span << /ActualText (four) >> BDC (fore) Tj EMC"
        return f"BT /F 10 Tf 72 700 Td {'/P BMC ' * depth} {text} {'EMC ' * depth} ET"

    deepest = interpreter._DEEPEST_TEXT
    assert [texts(drawn(page(depth))) for depth in (deepest - 1, deepest)] == [["four"], ["fore"]]


def test_a_text_stands_for_no_more_glyphs_than_it_may_have_itself() -> None:
    letters = "(\x01) Tj " * 1_001
    content = f"BT /F 0.1 Tf 1 0 0 1 72 700 Tm /P << /ActualText (one) >> BDC {letters} EMC ET"
    assert "one" not in drawn(f"{content} {shown('', 'Ana Example')}").text


def test_pages_too_full_for_a_second_parser_are_not_given_to_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []
    page_of = comparison.page_of
    monkeypatch.setattr(
        comparison, "page_of", lambda file, number: (asked.append(number), page_of(file, number))[1]
    )
    sizes = [50, 51, 20, 30, 1]

    def page(size: int) -> object:
        return lambda canvas: lines(canvas, 72, 72, ["x" * size])

    monkeypatch.setattr(comparison, "_FULL", 50)
    monkeypatch.setattr(comparison, "_MOST_COMPARED", 100)
    assert read(*map(page, sizes)).losses == ()
    assert asked == [1, 3, 4]


def test_words_are_looked_up_as_the_length_of_the_file_allows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def page(canvas: Canvas) -> None:
        for row, first in enumerate("ABCDEFGHKL"):
            for place, letter in enumerate(f"{first}EADING"):
                canvas.drawString(72 + 12 * place, HEIGHT - 72 - 20 * row, letter)

    document = read(page)
    found = [loss for loss in document.losses if loss.kind == "parsers-disagree"]
    monkeypatch.setattr(comparison, "_MAX_READ", 3 * len(document.text))
    fewer = [loss for loss in read(page).losses if loss.kind == "parsers-disagree"]
    assert (len(found), len(fewer)) == (10, 3)


def test_links_are_kept_and_placed_as_far_as_resumes_have_any(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 72, ["Ana Example", "portfolio"])
        for number in range(5):
            canvas.linkURL(f"https://example.org/{number}", (72, HEIGHT - 90, 120, HEIGHT - 78))

    module = import_module("atscheck.documents.pdf.links")
    monkeypatch.setattr(module, "_MOST", 4)
    monkeypatch.setattr(module, "_MOST_LOOKS", 6)
    assert [link.line for link in read(page).links] == [2, 2, 2, None]
