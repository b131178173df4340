"""Headers, footers and notes: each that a page shows, once."""

from __future__ import annotations

import pytest

from atscheck.documents.model import Document
from tests.support.make_docx import paragraph
from tests.support.read_docx import hidden, kinds, quotes, read, texts


def section(*references: str, title_page: bool = False) -> str:
    """Properties of a section with references such as "header first header2"."""
    inner = "".join(
        f'<w:{kind}Reference w:type="{type_}" r:id="{part}"/>'
        for kind, type_, part in (reference.split() for reference in references)
    )
    return f"<w:sectPr>{inner}{'<w:titlePg/>' if title_page else ''}</w:sectPr>"


def origins(document: Document) -> list[tuple[str, str]]:
    return [(document.line_text(line), line.origin) for line in document.lines]


def note(name: str, key: int, *texts: str, kind: str = "") -> str:
    """A footnote or endnote with its own mark and paragraphs."""
    mark = f"<w:r><w:{name}Ref/></w:r>"
    inner = "".join(paragraph(mark * (i == 0), f" {text}") for i, text in enumerate(texts))
    return f'<w:{name} w:id="{key}"{kind}>{inner}</w:{name}>'


def refer(name: str, key: int, more: str = "") -> str:
    return f'<w:r><w:{name}Reference w:id="{key}"{more}/></w:r>'


def test_headers_notes_and_footers_stand_around_the_body() -> None:
    document = read(
        paragraph("body", refer("footnote", 1))
        + section("header default header", "footer default footer"),
        parts={
            "header": paragraph("ana@example.org"),
            "footer": paragraph("Page 1"),
            "footnotes": note("footnote", 1, "a note"),
        },
    )
    assert origins(document) == [
        ("ana@example.org", "header"),
        ("body[1]", "body"),
        ("[1] a note", "footnote"),
        ("Page 1", "footer"),
    ]
    assert quotes(document) == {"header-footer": "ana@example.org"}


@pytest.mark.parametrize(
    ("sections", "shown"),
    [
        ([section("header first header")], []),
        ([section("header first header", title_page=True)], ["one"]),
        ([section("header even header")], []),
        ([section("header default header"), section("header default header2")], ["one", "two"]),
        ([section("header default header"), section("header default header")], ["one"]),
        ([section("header default header"), section()], ["one"]),
        ([section("header first header"), section(title_page=True)], ["one"]),
        (
            [section("header first header"), section("header first header2", title_page=True)],
            ["two"],
        ),
        ([section("header default gone")], []),
    ],
    ids=["first, no title page", "first", "even", "two", "the same", "linked", "first, linked",
         "first, replaced", "missing"],
)  # fmt: skip
def test_each_header_that_some_page_shows_is_read_once(
    sections: list[str], shown: list[str]
) -> None:
    *inner, last = sections
    body = "".join(paragraph("body", properties=properties) for properties in inner)
    parts = {"header": paragraph("one"), "header2": paragraph("two")}
    document = read(body + paragraph("end") + last, parts=parts)
    assert [text for text, origin in origins(document) if origin == "header"] == shown
    assert ("header-footer" in kinds(document)) == bool(shown)


def test_even_pages_have_headers_where_the_settings_say() -> None:
    body = paragraph("body") + section("header even header")
    parts = {"header": paragraph("even"), "settings": "<w:evenAndOddHeaders/>"}
    assert texts(read(body, parts=parts)) == ["even", "body"]


def test_notes_stand_in_the_order_of_their_marks() -> None:
    body = paragraph("second", refer("footnote", 2)) + paragraph(
        "first", refer("footnote", 1), refer("endnote", 5), " again", refer("footnote", 2)
    )
    separator = ' w:type="separator"'
    document = read(
        body,
        parts={
            "footnotes": note("footnote", 0, "-", kind=separator)
            + note("footnote", 1, "on the first")
            + note("footnote", 2, "on the second", "in two paragraphs"),
            "endnotes": note("endnote", 5, "at the end"),
        },
    )
    assert texts(document) == [
        "second[1]",
        "first[2][i] again[1]",
        "[1] on the second",
        "in two paragraphs",
        "[2] on the first",
        "[i] at the end",
    ]
    assert hidden(document) == []


def test_notes_with_marks_of_their_own() -> None:
    body = paragraph(
        "first",
        refer("footnote", 1, ' w:customMarkFollows="1"'),
        "*",
        " then",
        refer("footnote", 2),
    )
    parts = {"footnotes": note("footnote", 1, "* a star") + note("footnote", 2, "a number")}
    assert texts(read(body, parts=parts)) == ["first* then[1]", "* a star", "[1] a number"]


def test_notes_that_nothing_refers_to_are_not_shown() -> None:
    parts = {"footnotes": note("footnote", 1, "Python SQL")}
    document = read(paragraph("body"), parts=parts)
    assert hidden(document) == ["Python SQL"]
    assert "hidden-text" in kinds(document)


def test_notes_that_only_other_notes_refer_to_are_shown_behind_these() -> None:
    first = f"an aside</w:t></w:r>{refer('footnote', 2)}<w:r><w:t>"
    parts = {"footnotes": note("footnote", 2, "beside it") + note("footnote", 1, first)}
    document = read(paragraph("body", refer("footnote", 1)), parts=parts)
    assert texts(document) == ["body[1]", "[1] an aside[2]", "[2] beside it"]
    assert hidden(document) == []


def test_only_headers_of_the_three_types_of_pages_are_shown() -> None:
    body = paragraph("body") + section("header other header", title_page=True)
    assert texts(read(body, parts={"header": paragraph("no page has it")})) == ["body"]
