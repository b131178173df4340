"""Fields show their results, links lead somewhere."""

from __future__ import annotations

import pytest

from tests.support.make_docx import field, paragraph, relationships, run
from tests.support.read_docx import read, texts


def code(*texts: str) -> str:
    return "".join(f"<w:r><w:instrText>{text}</w:instrText></w:r>" for text in texts)


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        (field("PAGE", run("3")), "3"),
        (field(' DATE \\@ "d MMMM yyyy" ', run("4 May "), run("2021")), "4 May 2021"),
        (field("MERGEFIELD name", run("Ana")), "Ana"),
        (field(code("IF ") + field("MERGEFIELD x", run("secret")) + code(' = "" "a" "b"'),
               run("b")), "b"),
        (field(code("IF ") + field("SYMBOL 65") + code(" = 1"), run("b")), "b"),
        (field("REF x", run("see "), field("PAGEREF y", run("7"))), "see 7"),
        (field("TOC", run("Skills"), field("PAGEREF z", run("1"))), "Skills1"),
        (field(run("typed where the code stands"), run("result")), "result"),
        (field('XE "index entry"') + run("after"), "after"),
        (field('SYMBOL 183 \\f "Symbol" \\s 10 \\h') + run(" Built"), "• Built"),
        (field("SYMBOL 65") + run("na"), "Ana"),
        ('<w:fldSimple w:instr="AUTHOR">' + run("Ana") + "</w:fldSimple>", "Ana"),
    ],
    ids=["page", "date", "merge", "nested in code", "symbol in code", "nested in result",
         "contents", "text as code", "no result", "symbol", "letter", "simple"],
)  # fmt: skip
def test_results_are_kept_and_codes_left_out(inner: str, shown: str) -> None:
    assert texts(read(paragraph(inner))) == [shown]


def test_fields_go_on_over_paragraphs() -> None:
    whole = field("TOC", "|", "").replace("|", run("Skills") + "</w:p><w:p>" + run("Education"))
    assert texts(read(paragraph(whole, "!"))) == ["Skills", "Education!"]


def test_a_field_that_never_ends_hides_no_text() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    end = begin.replace("begin", "end")
    for broken in (begin + code("PAGE"), end, end + begin):
        assert texts(read(paragraph(broken, "Ana") + paragraph("Engineer"))) == ["Ana", "Engineer"]


def test_a_field_whose_end_is_deleted_hides_no_text() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    deleted = f"<w:del>{begin.replace('begin', 'end')}</w:del>"
    assert texts(read(paragraph(begin + code("PAGE") + deleted, "Ana"))) == ["Ana"]
    whole = f"<w:del>{field('PAGE', run('1'))}</w:del>"
    assert texts(read(paragraph(whole, field("PAGE", run("2")), " Ana"))) == ["2 Ana"]


def test_a_choice_of_a_form_is_read() -> None:
    entries = '<w:listEntry w:val="native"/><w:listEntry w:val="fluent"/>'
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="{}"/>'
        f"{entries}</w:ddList></w:ffData></w:fldChar></w:r>"
    )
    form = begin + field("FORMDROPDOWN").partition("</w:r>")[2]
    assert texts(read(paragraph("English: ", form.format(1)))) == ["English: fluent"]
    assert texts(read(paragraph("English: ", form.format(7)))) == ["English:"]


@pytest.mark.parametrize(
    ("instruction", "target"),
    [
        ('HYPERLINK "https://example.org/a"', "https://example.org/a"),
        (' hyperlink "mailto:ana@example.org" ', "mailto:ana@example.org"),
        ("HYPERLINK https://example.org/a", "https://example.org/a"),
        ('HYPERLINK "https://example.org" \\l "part"', "https://example.org"),
        ('HYPERLINK \\o "a tip" "https://example.org" \\t "_blank"', "https://example.org"),
        ('HYPERLINK \\l "Skills"', None),
        ('REF "https://example.org"', None),
    ],
)
def test_targets_of_link_fields(instruction: str, target: str | None) -> None:
    expected = [] if target is None else [(target, 2)]
    middle = len(instruction) // 2
    quoted = instruction.replace('"', "&quot;")
    forms = [
        field(instruction, run("shown")),
        field(code(instruction[:middle], instruction[middle:]), run("shown")),
        f'<w:fldSimple w:instr="{quoted}">{run("shown")}</w:fldSimple>',
    ]
    for form in forms:
        document = read(paragraph("Ana") + paragraph(form) + paragraph("no link"))
        assert texts(document) == ["Ana", "shown", "no link"]
        assert [(link.target, link.line) for link in document.links] == expected


def test_links_lead_where_their_text_stands() -> None:
    body = (
        paragraph("Ana Example")
        + paragraph('<w:hyperlink r:id="a">' + run("first") + "</w:hyperlink>")
        + paragraph('<w:hyperlink w:anchor="top">' + run("inside") + "</w:hyperlink>")
        + paragraph("no link")
    )
    document = read(body, links={"a": "https://example.org/a"})
    assert texts(document) == ["Ana Example", "first", "inside", "no link"]
    assert [(link.target, link.line) for link in document.links] == [("https://example.org/a", 2)]


def test_pictures_may_be_links() -> None:
    icon = '<w:r><w:drawing><wp:docPr id="1"><a:hlinkClick r:id="a"/></wp:docPr></w:drawing></w:r>'
    body = paragraph("Ana", icon) + paragraph(icon)
    document = read(body, links={"a": "https://example.org/ana"})
    assert [(link.target, link.line) for link in document.links] == [
        ("https://example.org/ana", 1),
        ("https://example.org/ana", None),
    ]


def test_a_header_has_targets_of_its_own() -> None:
    linked = paragraph('<w:hyperlink r:id="a">' + run("site") + "</w:hyperlink>")
    own = relationships([("a", "hyperlink", "https://example.org/own", "External")])
    reference = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>'
    document = read(
        paragraph("body") + reference,
        parts={"header": linked},
        links={"a": "https://example.org/other"},
        files={"word/_rels/header.xml.rels": own},
    )
    assert [(link.target, link.line) for link in document.links] == [("https://example.org/own", 1)]


def test_a_field_in_the_text_of_a_link_leads_there_too() -> None:
    body = paragraph(field('HYPERLINK "https://example.org/a"', field("PAGEREF z", run("page 7"))))
    document = read(body)
    assert [(link.target, link.line) for link in document.links] == [("https://example.org/a", 1)]
