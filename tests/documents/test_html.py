"""Reading HTML: what a browser shows, block by block."""

from __future__ import annotations

import pytest

from atscheck import documents
from atscheck.documents.model import Document


def read(html: str | bytes) -> Document:
    data = html if isinstance(html, bytes) else html.encode()
    document = documents.read(data, path="made.html")
    assert document.format == "html"
    return document


def texts(document: Document) -> list[str]:
    return [document.line_text(line) for line in document.lines]


def test_blocks_are_lines_and_what_is_not_shown_is_left_out() -> None:
    document = read(
        "<html><head><title>t</title><style>p{}</style></head><body><h1>Ana Example</h1>"
        "<p>Engineer\n  in <b>Rome</b><br>since 2019</p><script>x()</script><!-- no -->"
        "<div>Skills<div>Python</div>SQL</div></body></html>"
    )
    assert texts(document) == [
        "Ana Example",
        "Engineer in Rome",
        "since 2019",
        "Skills",
        "Python",
        "SQL",
    ]
    assert (document.lines[0].size, document.lines[0].bold) == (24.0, True)


def test_lists_get_their_marks() -> None:
    document = read("<ul><li>one<ol><li>first<li><p>second</p></ol><li>two</ul><p>after")
    assert texts(document) == ["• one", "1. first", "2. second", "• two", "after"]


def test_cells_of_a_row_are_parted_by_tabs() -> None:
    document = read("<table><tr><th>Firm<th>Years<tr><td>Acme<td>2019</table><p>after")
    assert texts(document) == ["Firm\tYears", "Acme\t2019", "after"]
    assert [line.origin for line in document.lines] == ["table", "table", "body"]
    assert {loss.kind for loss in document.losses} == {"tables"}


@pytest.mark.parametrize(
    ("opening", "hidden"),
    [
        ('<p style="display:none">', True),
        ('<p style="color:#fff">', True),
        ('<p style="color: rgb(255, 255, 255) !important">', True),
        ('<p style="color:white;background:#123456">', False),
        ('<p style="font-size:1px">', True),
        ('<p style="font-size:0.9em">', False),
        ('<p style="opacity:0">', True),
        ("<p hidden>", True),
        ('<p><font color="#FFFFFF">', True),
        ("<p>", False),
    ],
)
def test_hidden_text_is_marked(opening: str, hidden: bool) -> None:
    assert [line.hidden for line in read(f"<body>{opening}Python SQL").lines] == [hidden]


def test_links_leave_the_page_or_are_none() -> None:
    document = read(
        '<p>Ana</p><p><a href="https://example.org">site</a> <a href="#top">up</a>'
        '<a href="javascript:x()">run</a></p>'
    )
    assert [(link.target, link.line) for link in document.links] == [("https://example.org", 2)]


def test_deep_nesting() -> None:
    assert texts(read("<div>" * 200 + "deep")) == ["deep"]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ('<meta charset="iso-8859-2"><p>Łódź'.encode("iso-8859-2"), "Łódź"),
        ('<meta charset="nonsense"><p>café'.encode("cp1252"), "café"),
        ('<meta charset="iso-8859-1"><p>Łódź'.encode(), "Łódź"),
        ("<p>Łódź".encode("utf-16"), "Łódź"),
    ],
    ids=["declared", "unknown name", "wrongly declared", "utf-16"],
)
def test_encodings(data: bytes, text: str) -> None:
    assert texts(read(data)) == [text]


def test_soft_hyphens_and_entities() -> None:
    document = read("<p>Kuber&shy;netes &amp; e&#64259;cient&nbsp;&#8212; &#x200b;yes")
    assert texts(document) == ["Kubernetes & efficient - yes"]
