"""Tracked changes are read as accepted; comments are left out."""

from __future__ import annotations

import pytest

from tests.support.make_docx import item, paragraph, run, table
from tests.support.read_docx import kinds, quotes, read, texts

_DELETED = "<w:del><w:r><w:delText>nothing</w:delText></w:r></w:del>"


def test_insertions_are_read_and_deletions_are_not() -> None:
    body = paragraph("Ana") + paragraph(
        "Built ",
        _DELETED,
        "<w:moveFrom>" + run("elsewhere") + "</w:moveFrom>",
        "<w:ins>" + run("everything") + "</w:ins>",
        "<w:moveTo>" + run(" here") + "</w:moveTo>",
    )
    document = read(body)
    assert texts(document) == ["Ana", "Built everything here"]
    assert quotes(document) == {"tracked-changes": "Built everything here"}
    assert document.losses[0].message.startswith("4 tracked changes")
    assert kinds(read(paragraph("Built everything here"))) == set()


@pytest.mark.parametrize("mark", ["del", "moveFrom"])
def test_a_deleted_paragraph_mark_joins_two_paragraphs(mark: str) -> None:
    deleted = f"<w:rPr><w:{mark}/></w:rPr>"
    body = (
        paragraph("Built", properties=item(1) + deleted)
        + paragraph(" a parser", properties=item(1))
        + paragraph(_DELETED, properties=deleted)
        + paragraph("Ran it", properties=item(1))
        + paragraph("the last", properties=deleted)
    )
    assert texts(read(body)) == ["• Built a parser", "• Ran it", "the last"]
    kept = body.replace(f"<w:{mark}/></w:rPr>", "</w:rPr>")
    assert texts(read(kept)) == ["• Built", "• a parser", "• Ran it", "the last"]


def test_deleted_rows_and_cells_are_left_out() -> None:
    row = "<w:tr><w:trPr><w:{}/></w:trPr><w:tc>" + paragraph("old:") + "</w:tc></w:tr>"
    cell = "<w:tcPr><w:cellDel/></w:tcPr>" + paragraph("gone")
    whole = table([paragraph("left:"), cell, paragraph("right")])
    document = read(whole.replace("</w:tbl>", row.format("del") + "</w:tbl>"))
    assert texts(document) == ["left:\tright"]
    assert kinds(document) == {"tables", "tracked-changes"}
    added = read(whole.replace("</w:tbl>", row.format("ins") + "</w:tbl>"))
    assert texts(added) == ["left:\tright", "old:"]
    assert "2 tracked changes" in added.losses[1].message


def test_comments_are_left_out_and_counted() -> None:
    body = paragraph("Ana") + paragraph("Engineer", '<w:r><w:commentReference w:id="0"/></w:r>')
    comments = '<w:comment w:id="0">' + paragraph("is this true?") + "</w:comment>"
    document = read(body, parts={"comments": comments})
    assert texts(document) == ["Ana", "Engineer"]
    assert quotes(document) == {"comments": "Engineer"}
    assert kinds(read(paragraph("Engineer"), parts={"comments": comments})) == set()
