"""Reading plain text and Markdown, in whatever encoding."""

from __future__ import annotations

import codecs

import pytest

from atscheck import documents
from atscheck.documents.encoding import decode
from atscheck.documents.model import Document


def texts(document: Document) -> list[str]:
    return [document.line_text(line) for line in document.lines]


@pytest.mark.parametrize(
    "data",
    [
        "Zoë – café".encode(),
        codecs.BOM_UTF8 + "Zoë – café".encode(),
        "Zoë – café".encode("cp1252"),
        "Zoë – café".encode("utf-16"),
        "Zoë – café and a few more letters".encode("utf-16-le"),
        "Zoë – café and a few more letters".encode("utf-16-be"),
        "Zoë – café".encode("utf-32"),
    ],
    ids=["utf-8", "utf-8 mark", "cp1252", "utf-16 mark", "utf-16-le", "utf-16-be", "utf-32 mark"],
)
def test_encodings(data: bytes) -> None:
    assert documents.read(data).text.startswith("Zoë - café")


def test_a_few_broken_bytes_do_not_spoil_the_others() -> None:
    assert decode("Łódź żółć ".encode() + b"\xff") == "Łódź żółć \ufffd"


def test_line_ends_of_all_systems() -> None:
    document = documents.read(b"one\r\ntwo\rthree\n\nfour\x0cfive")
    assert document.format == "text"
    assert texts(document) == ["one", "two", "three", "four", "five"]


def test_wide_gaps_are_tabs_and_wrapped_lines_go_on() -> None:
    wrapped = (
        "Engineer, Acme                    2019 - 2021\n"
        "Built the billing service that ten teams use daily and cut the\n"
        "costs of storage by a third within one year, with the help of\n"
        "colleagues of three departments, none of whom had done such work\n"
        "before.\n"
    )
    document = documents.read(wrapped.encode())
    assert document.line_text(document.lines[0]) == "Engineer, Acme\t2019 - 2021"
    assert [line.opens for line in document.lines] == [True, True, False, False, False]


def test_markdown_is_read_as_it_is_shown() -> None:
    document = documents.read(
        b"---\ntitle: CV\n---\n# Ana *Example*\n\nExperience\n----------\n\n"
        b"- **Built** it in `C++`\n1. Cut [costs](https://example.org) by 5\\*\n\n"
        b"| Firm | Years |\n|------|-------|\n| Acme | 2019 |\n\n"
        b"<!-- no -->snake_case_name ![face](me.png)\n\n```\nx = a * b * c\n```\n"
    )
    assert document.format == "markdown"
    assert texts(document) == [
        "title: CV",
        "Ana Example",
        "Experience",
        "• Built it in C++",
        "1. Cut costs by 5*",
        "Firm\tYears",
        "Acme\t2019",
        "snake_case_name",
        "x = a * b * c",
    ]
    name, heading = document.lines[1:3]
    assert (name.size, name.bold, heading.size) == (24.0, True, 18.0)
    assert [(link.target, link.line) for link in document.links] == [("https://example.org", 5)]
    assert {loss.kind for loss in document.losses} == {"images"}


def test_markdown_paragraphs_go_on_until_a_break() -> None:
    document = documents.read(b"# Ana\n\none paragraph\nover two lines  \nand a third\n\nanother\n")
    assert [line.opens for line in document.lines] == [True, True, False, True, True]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("_a_b_", "a_b"),
        ("**bold** and __bold__", "bold and bold"),
        ("***both***", "both"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("`` a`b ``", "a`b"),
        ("~~struck~~ `code`", "struck code"),
        ("[a](https://example.org/b_(c) 'title')", "a"),
        ("![a](b_(c).png)[![badge](d.svg)](https://example.org)x", "x"),
        ("## Skills ##", "Skills"),
        ("# C#", "C#"),
        ("seen <!-- not seen, to the end", "seen"),
    ],
)
def test_markdown_marks(source: str, shown: str) -> None:
    assert texts(documents.read(f"# Ana\n\n{source}\n".encode()))[1] == shown
