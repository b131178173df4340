"""Text that marked content of a PDF says its glyphs stand for."""

from __future__ import annotations

import pytest

from atscheck import documents
from tests.documents.pdf.reading import drawn, texts
from tests.support.make_pdf import objects_of_page, write_pdf


def _marked(actual: str, shown: str) -> str:
    """A content stream with marked content between two words."""
    span = f"/Span << /ActualText {actual} >> BDC {shown} EMC"
    return f"BT /F 10 Tf 72 700 Td (Built ) Tj {span} ( daily) Tj ET"


@pytest.mark.parametrize(
    ("actual", "shown", "text"),
    [
        ("(workflow)", "(workfow) Tj", "Built workflow daily"),
        ("<FEFF00660066>", "(x) Tj", "Built ff daily"),
        ("(SKILLS)", "(Skills) Tj", "Built SKILLS daily"),
        ("<FEFF00AD>", "(-) Tj", "Built - daily"),
        ("(same)", "(same) Tj", "Built same daily"),
        ("(four)", "(x) Tj", "Built four daily"),
        ("(fives)", "(x) Tj", "Built x daily"),
        ("(mailto:ana)", "(ana) Tj", "Built ana daily"),
        ("()", "(seen) Tj", "Built seen daily"),
        ("42", "(seen) Tj", "Built seen daily"),
    ],
)
def test_texts_stand_for_glyphs_that_show_about_as_much(actual: str, shown: str, text: str) -> None:
    document = drawn(_marked(actual, shown))
    assert texts(document) == [text]
    line = document.lines[0]
    assert line.edges is not None
    assert list(line.edges) == sorted(line.edges)


def test_texts_of_several_lines_stand_for_nothing() -> None:
    content = (
        "BT /F 10 Tf 72 700 Td /P << /ActualText (one two) >> BDC (one) Tj 0 -14 Td (twa) Tj EMC ET"
    )
    assert texts(drawn(content)) == ["one", "twa"]


def test_texts_name_glyphs_that_no_font_names() -> None:
    content = _marked("(Example)", "(\x01\x02\x01\x02) Tj").encode("latin-1")
    objects = objects_of_page(content, meanings={c: chr(c) for c in range(32, 127)})
    objects[5] = objects[5].replace(b"/Encoding /WinAnsiEncoding", b"")
    document = documents.read(write_pdf(objects))
    assert texts(document) == ["Built Example daily"]
    assert document.losses == ()


def test_marks_without_ends_or_starts_do_no_harm() -> None:
    assert texts(drawn("EMC BT /F 10 Tf 72 700 Td /P << /ActualText (one) >> BDC (ona) Tj ET")) == [
        "ona"
    ]
