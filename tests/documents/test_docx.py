"""Reading Word files that the tests write: whatever Word shows, once, in order, and named."""

from __future__ import annotations

import io
import zipfile

import pytest

from atscheck import documents
from atscheck.documents.model import Document, Origin
from atscheck.errors import InputError
from tests.support.make_docx import make_docx, paragraph, run, table


def read(body: str, **options: object) -> Document:
    return documents.read(make_docx(body, **options), path="made.docx")  # type: ignore[arg-type]


def texts(document: Document) -> list[str]:
    return [document.line_text(line) for line in document.lines]


def kinds(document: Document) -> set[str]:
    return {loss.kind for loss in document.losses}


def test_paragraphs_keep_size_and_weight() -> None:
    document = read(
        paragraph(run("Ana Example", '<w:b/><w:sz w:val="36"/>'))
        + paragraph("Engineer", " in Rome")
    )
    assert texts(document) == ["Ana Example", "Engineer in Rome"]
    assert [(line.bold, line.size) for line in document.lines] == [(True, 18.0), (False, 10.0)]
    assert document.losses == ()


def test_breaks_tabs_and_symbols() -> None:
    inner = (
        "<w:r><w:t>Engineer</w:t><w:tab/><w:t>2019</w:t><w:br/><w:t>Acme</w:t>"
        "<w:noBreakHyphen/><w:t>North</w:t></w:r>"
    )
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:t> Built it</w:t></w:r>'
    assert texts(read(paragraph(inner) + paragraph(symbol))) == [
        "Engineer\t2019",
        "Acme-North",
        "• Built it",
    ]


def test_lists_get_their_marks() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
    body = (
        paragraph("first", properties=item.format(1))
        + paragraph("second", properties=item.format(1))
        + paragraph("of a list that is nowhere defined", properties=item.format(9))
        + paragraph("taken off its list", properties=item.format(0))
    )
    assert texts(read(body, parts={"numbering": numbering})) == [
        "1. first",
        "2. second",
        "• of a list that is nowhere defined",
        "taken off its list",
    ]


def test_headings_come_from_styles_and_those_they_are_based_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/>'
        '<w:rPr><w:sz w:val="28"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/>'
        '<w:basedOn w:val="H"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/>'
        '<w:basedOn w:val="Loop"/></w:style>'
    )
    body = "".join(
        paragraph(name, properties=f'<w:pStyle w:val="{name}"/>') for name in ("Mine", "Loop")
    )
    mine, loop = read(body, parts={"styles": styles}).lines
    assert (mine.bold, mine.size) == (True, 14.0)
    assert (loop.bold, loop.size) == (False, 10.0)


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:customXml>{}</w:customXml>",
        "<w:ins>{}</w:ins>",
        "<w:moveTo>{}</w:moveTo>",
    ],
    ids=["content control", "custom XML", "insertion", "moved here"],
)
def test_text_is_found_however_it_is_wrapped(wrapped: str) -> None:
    around = wrapped.format(paragraph("whole paragraph"))
    inside = paragraph("a ", wrapped.format(run("part")), " of one")
    row = f"<w:tbl>{wrapped.format(table([paragraph('left:'), paragraph('right')])[7:-8])}</w:tbl>"
    assert texts(read(around + inside + row)) == [
        "whole paragraph",
        "a part of one",
        "left:\tright",
    ]


def test_tracked_changes_are_read_as_accepted() -> None:
    body = paragraph(
        "Built ",
        "<w:del><w:r><w:delText>nothing</w:delText></w:r></w:del>",
        "<w:moveFrom>" + run("elsewhere") + "</w:moveFrom>",
        "<w:ins>" + run("everything") + "</w:ins>",
    )
    document = read(body)
    assert texts(document) == ["Built everything"]
    assert kinds(document) == {"tracked-changes"}


def test_comments_are_left_out_and_named() -> None:
    body = paragraph("Engineer", '<w:r><w:commentReference w:id="0"/></w:r>')
    comments = '<w:comment w:id="0">' + paragraph("is this true?") + "</w:comment>"
    document = read(body, parts={"comments": comments})
    assert texts(document) == ["Engineer"]
    assert kinds(document) == {"comments"}


def test_text_boxes_are_read_once() -> None:
    content = "<w:txbxContent>" + paragraph("Skills") + paragraph("Python") + "</w:txbxContent>"
    box = (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read(paragraph("Ana Example", box))
    assert texts(document) == ["Ana Example", "Skills", "Python"]
    assert [line.origin for line in document.lines] == ["body", "textbox", "textbox"]
    assert kinds(document) == {"text-boxes"}


def test_nested_tables_and_merged_cells_are_read_once() -> None:
    merged = "<w:tcPr><w:vMerge/></w:tcPr>" + paragraph()
    inner = table([paragraph("inner:"), paragraph("value")])
    wide = '<w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr>' + paragraph("over all columns")
    body = table(
        [wide],
        ['<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + paragraph("label:"), paragraph("one")],
        [merged, paragraph("two")],
        [paragraph("one line") + paragraph("and another"), inner],
    )
    document = read(body)
    assert texts(document) == [
        "over all columns",
        "label:\tone",
        "two",
        "one line",
        "and another",
        "inner:\tvalue",
    ]
    assert {line.origin for line in document.lines} == {"table"}
    assert kinds(document) == {"tables"}


def test_headers_footers_and_notes_stand_around_the_body() -> None:
    references = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
        '<w:footerReference w:type="default" r:id="footer"/></w:sectPr>'
    )
    note = '<w:footnote w:id="1">' + paragraph("a note") + "</w:footnote>"
    document = read(
        paragraph("body", '<w:r><w:footnoteReference w:id="1"/></w:r>') + references,
        parts={
            "header": paragraph("ana@example.org"),
            "footer": paragraph("Page 1"),
            "footnotes": note,
        },
    )
    found: list[tuple[str, Origin]] = [
        (document.line_text(line), line.origin) for line in document.lines
    ]
    assert found == [
        ("ana@example.org", "header"),
        ("body[1]", "body"),
        ("a note", "footnote"),
        ("Page 1", "footer"),
    ]
    assert kinds(document) == {"header-footer"}


def test_headers_that_no_page_shows_are_left_out() -> None:
    references = '<w:sectPr><w:headerReference w:type="first" r:id="header"/></w:sectPr>'
    parts = {"header": paragraph("for the first page")}
    assert texts(read(paragraph("body") + references, parts=parts)) == ["body"]
    shown = references.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
    assert texts(read(paragraph("body") + shown, parts=parts)) == ["for the first page", "body"]


@pytest.mark.parametrize(
    ("properties", "hidden"),
    [
        ("<w:vanish/>", True),
        ('<w:vanish w:val="0"/>', False),
        ('<w:sz w:val="2"/>', True),
        ('<w:color w:val="FFFFFF"/>', True),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>', False),
        ('<w:color w:val="auto"/>', False),
    ],
    ids=["vanish", "vanish off", "1 pt", "white", "white on blue", "automatic"],
)
def test_hidden_text_is_marked(properties: str, hidden: bool) -> None:
    document = read(paragraph("Shown. ", run("Python SQL Docker", properties)))
    flags = {document.line_text(line): line.hidden for line in document.lines}
    if hidden:
        assert flags == {"Shown.": False, "Python SQL Docker": True}
    else:
        assert flags == {"Shown. Python SQL Docker": False}


def test_links_lead_where_their_text_stands() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText>HYPERLINK "https://example.org/b"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("second")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = (
        paragraph("Ana Example")
        + paragraph('<w:hyperlink r:id="a">' + run("first") + "</w:hyperlink>")
        + paragraph(field)
        + paragraph("no link")
    )
    document = read(body, links={"a": "https://example.org/a"})
    assert texts(document) == ["Ana Example", "first", "second", "no link"]
    assert [(link.target, link.line) for link in document.links] == [
        ("https://example.org/a", 2),
        ("https://example.org/b", 3),
    ]


def error(data: bytes) -> InputError:
    with pytest.raises(InputError) as raised:
        documents.read(data, path="x.docx")
    assert raised.value.path == "x.docx"
    assert raised.value.hint
    return raised.value


def test_errors() -> None:
    whole = make_docx(paragraph("Ana Example, engineer"))
    assert error(whole[: len(whole) // 2]).code == "corrupt"
    assert error(make_docx("<w:p><w:r></w:p>")).code == "corrupt"
    assert error(make_docx(paragraph())).code == "no-text"
    assert error(make_docx("<w:p>" * 300 + "</w:p>" * 300)).code == "corrupt"
    assert error(make_docx(paragraph("a" * 40_000_000))).code == "expansion"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_are_refused(encoding: str) -> None:
    xml = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'.encode(encoding)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", xml)
    assert error(out.getvalue()).code == "forbidden-xml"


def test_parts_are_found_whatever_their_case_and_whatever_stands_before_the_zip() -> None:
    out = io.BytesIO()
    made = zipfile.ZipFile(io.BytesIO(make_docx(paragraph("found"))))
    with zipfile.ZipFile(out, "w") as archive:
        for name in made.namelist():
            archive.writestr(name.replace("word/", "Word/"), made.read(name))
    assert texts(documents.read(b"preface" * 20 + out.getvalue())) == ["found"]
