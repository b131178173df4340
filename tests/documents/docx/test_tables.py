"""Tables of values are read row by row, those that lay out the page cell by cell."""

from __future__ import annotations

import pytest

from atscheck.documents.model import Document
from tests.support.make_docx import item, paragraph, run, table
from tests.support.read_docx import hidden, kinds, quotes, read, texts


def cell(*lines: str, bold: bool = False, properties: str = "") -> str:
    """A cell with a paragraph for each line; a line that begins with a bullet is a list item."""
    look = "<w:b/>" if bold else ""
    inner = "".join(
        paragraph(
            run(line.removeprefix("• "), look), properties=item(1) if line.startswith("•") else ""
        )
        for line in lines
    )
    return (f"<w:tcPr>{properties}</w:tcPr>" if properties else "") + inner


def columns(document: Document) -> list[tuple[str, int]]:
    return [(document.line_text(line), line.column) for line in document.lines]


def test_rows_of_values_are_lines_with_tabs() -> None:
    rows = table(
        [cell("Degree"), cell("School"), cell("Year")],
        [cell("BSc"), cell("A University", "in two lines"), cell("2019")],
        [cell("MSc"), cell("Another University"), cell("2021")],
    )
    document = read(paragraph("Education") + rows)
    assert texts(document) == [
        "Education",
        "Degree\tSchool\tYear",
        "BSc\tA University in two lines\t2019",
        "MSc\tAnother University\t2021",
    ]
    assert [line.origin for line in document.lines] == ["body", "table", "table", "table"]
    assert {line.column for line in document.lines} == {0}
    assert quotes(document) == {"tables": "\n".join(texts(document)[1:])}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ([cell("Name:"), cell("Ana")], ["Name:\tAna"]),
        ([cell("Name"), cell(": Ana")], ["Name\t: Ana"]),
        ([cell("Name", bold=True), cell("Ana")], ["Name\tAna"]),
        ([cell("Name"), cell(":"), cell("Ana")], ["Name\t:\tAna"]),
        ([cell("Acme", bold=True), cell("2019 - 2021")], ["Acme\t2019 - 2021"]),
        ([cell("Address:"), cell("1 Street", "Town")], ["Address:\t1 Street", "Town"]),
        ([cell("Name:", "Born:"), cell("Ana", "1990")], ["Name:\tAna", "Born:\t1990"]),
        ([cell("Acme", "Town"), cell("Engineer", "2019")], ["Acme", "Town", "Engineer", "2019"]),
        ([cell("• a"), cell("• b")], ["• a", "• b"]),
        ([cell("• a"), cell("2019")], ["• a\t2019"]),
        ([cell("a" * 100), cell("b" * 100)], ["a" * 100, "b" * 100]),
        ([cell("a"), cell("bb " * 60), cell("c")], ["a", "bb " * 59 + "bb", "c"]),
        ([cell("a"), cell(), cell("c")], ["a\tc"]),
    ],
)
def test_what_is_read_as_one_line(row: list[str], expected: list[str]) -> None:
    document = read(table(row, [cell("more"), cell("values"), cell("of a table " * 8)]))
    assert texts(document)[: len(expected)] == expected


def test_a_name_beside_smaller_text_is_a_line_of_its_own() -> None:
    name = paragraph(run("Ana Example", '<w:sz w:val="40"/>'))
    assert texts(read(table([name, cell("Rome")]))) == ["Ana Example", "Rome"]


def test_a_line_of_cells_has_the_size_of_the_longest() -> None:
    label = paragraph(run("BSc", '<w:sz w:val="22"/>'))
    (line,) = read(table([label, cell("A University")])).lines
    assert line.size == 10


_SIDE = ["Contact", "ana@example.org", "Skills", "• Python", "• SQL"]
_MAIN = ["Experience", "Engineer, Acme", "• Built a parser of many", "• Ran it", "Education"]


def test_columns_of_a_page_are_read_one_after_the_other() -> None:
    document = read(table([cell(*_SIDE), cell(*_MAIN)]) + paragraph("below"))
    assert columns(document) == [
        *((text, 0) for text in _SIDE),
        *((text, 1) for text in _MAIN),
        ("below", 0),
    ]
    assert quotes(document) == {"layout-table": "\n".join([*_SIDE, *_MAIN])}


def test_columns_are_those_of_the_page_in_every_row() -> None:
    wide = cell("Ana Example", properties='<w:gridSpan w:val="3"/>')
    gap = cell()
    covered = cell(properties="<w:vMerge/>")
    document = read(
        table(
            [wide],
            [cell(*_SIDE, properties='<w:vMerge w:val="restart"/>'), gap, cell(*_MAIN)],
            [covered, gap, cell("Languages", "• English", "• French")],
        )
    )
    found = dict(columns(document))
    assert found["Ana Example"] == found["Contact"] == 0
    assert found["Experience"] == found["Languages"] == 1


@pytest.mark.parametrize(
    ("value", "kind"), [("short", "layout-table"), ("one of a school", "tables")]
)
def test_a_table_lays_out_the_page_if_most_of_its_text_is_in_blocks(value: str, kind: str) -> None:
    document = read(table([cell("• Built it", "• Ran it")], [cell("Degree"), cell(value)]))
    assert kinds(document) == {kind}


def test_columns_of_prose_lay_out_the_page() -> None:
    prose = ["Built a search index for the shops of the city."] * 4
    document = read(table([cell(*prose), cell(*prose)]))
    assert [column for _, column in columns(document)] == [0] * 4 + [1] * 4
    assert kinds(document) == {"layout-table"}


def test_a_row_may_begin_in_a_later_column() -> None:
    rows = table([cell(*_SIDE), cell(*_MAIN)], [cell("Languages", "• English", "• French")])
    later = rows.replace("</w:tr><w:tr>", '</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>')
    assert dict(columns(read(rows)))["Languages"] == 0
    assert dict(columns(read(later)))["Languages"] == 1


def test_headings_beside_their_sections() -> None:
    rows = [
        [cell("Skills", bold=True), cell("• Python", "• SQL", "• Docker")],
        [cell("Languages", bold=True), cell("English")],
        [cell("Experience", bold=True), cell("Engineer", "• Built a parser", "• Ran it")],
    ]
    document = read(table(*rows))
    assert texts(document)[3:6] == ["• Docker", "Languages", "English"]
    assert kinds(document) == {"layout-table"}


def test_a_box_around_text_lays_out_the_page() -> None:
    assert kinds(read(table([cell("Experience")]))) == {"layout-table"}
    assert kinds(read(table([cell("Experience"), cell("2019")]))) == {"tables"}


def test_a_long_address_makes_no_layout() -> None:
    rows = [[cell(f"Label {i}:"), cell("a value of some words")] for i in range(9)]
    rows.append([cell("Address:"), cell("1 Long Street of a", "Town", "County", "Country")])
    assert kinds(read(table(*rows))) == {"tables"}


def test_nested_tables_and_merged_cells_are_read_once() -> None:
    inner = table([cell("inner:"), cell("value")])
    wide = cell("over all columns", properties='<w:gridSpan w:val="100000000"/>')
    document = read(
        table(
            [wide],
            [cell("label:", properties='<w:vMerge w:val="restart"/>'), cell("one")],
            [cell(properties="<w:vMerge/>"), cell("two")],
            [cell("one line", "and another"), inner],
        )
    )
    assert texts(document) == [
        "over all columns",
        "label:\tone",
        "two",
        "one line",
        "and another",
        "inner:\tvalue",
    ]
    assert {line.origin for line in document.lines} == {"table"}


def test_of_nested_tables_the_outer_one_is_quoted() -> None:
    document = read(table([table([cell("inner")])], [cell("below")]))
    assert quotes(document) == {"layout-table": "inner\nbelow"}


@pytest.mark.parametrize(
    ("merge", "starts"),
    [
        ("<w:vMerge/>", '<w:vMerge w:val="restart"/>'),
        ('<w:hMerge w:val="continue"/>', '<w:hMerge w:val="restart"/>'),
    ],
)
def test_what_a_merged_cell_covers_is_not_shown(merge: str, starts: str) -> None:
    for properties, found in ((merge, ["covered"]), (starts, [])):
        under = cell("covered", properties=properties)
        rows = table([cell("shown"), cell("one")], [under, cell("two")])
        assert hidden(read(rows)) == found


def test_hidden_rows_are_not_shown() -> None:
    rows = table([cell("shown"), cell("one")]).replace("<w:tr>", "<w:tr><w:trPr>{}</w:trPr>")
    assert hidden(read(paragraph("a") + rows.format("<w:hidden/>"))) == ["shown\tone"]
    assert hidden(read(paragraph("a") + rows.format(""))) == []


def test_shaded_cells_may_hold_white_text() -> None:
    white = paragraph(run("Python", '<w:color w:val="FFFFFF"/>'))
    shade = '<w:tcPr><w:shd w:val="clear" w:fill="{}"/></w:tcPr>'
    assert hidden(read(table([shade.format("1F3864") + white]))) == []
    assert hidden(read(table([shade.format("auto") + white]))) == ["Python"]
    styles = (
        '<w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="firstRow"><w:tcPr>'
        '<w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style>'
    )
    styled = '<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr>' + table([white])[7:]
    assert hidden(read(styled, parts={"styles": styles})) == []


def test_links_and_losses_keep_their_lines_when_rows_are_joined() -> None:
    link = '<w:hyperlink r:id="a">' + run("site") + "</w:hyperlink>"
    picture = '<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>'
    rows = table(
        [cell("one:"), cell("1")],
        [cell("two:"), paragraph(link)],
        [paragraph(picture), cell("three:"), paragraph("3", picture)],
    )
    document = read(paragraph("top") + rows, links={"a": "https://example.org"})
    assert texts(document) == ["top", "one:\t1", "two:\tsite", "three:\t3"]
    assert [(link.target, link.line) for link in document.links] == [("https://example.org", 3)]
    assert quotes(document)["images"] in ("one:\t1", "three:\t3")
