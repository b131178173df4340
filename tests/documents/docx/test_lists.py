"""The marks of list items and numbered headings."""

from __future__ import annotations

import pytest

from tests.support.make_docx import item, paragraph
from tests.support.read_docx import read, texts


def level(number: int, kind: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, lists: str = "") -> dict[str, str]:
    """Two lists, 1 and 2, of the same levels, whose numbers are counted together."""
    own = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="7"/></w:num>' for n in ("1", "2"))
    abstract = f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
    return {"numbering": abstract + own + lists}


def marks(*items: tuple[int, int], parts: dict[str, str]) -> list[str]:
    """The marks of items, each given by its list and level."""
    body = "".join(paragraph("x", properties=item(*where)) for where in items)
    return [text.removesuffix("x").rstrip() for text in texts(read(body, parts=parts))]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("decimal", "%1.", ["1.", "2.", "3.", "4."]),
        ("decimal", "(%1)", ["(1)", "(2)", "(3)", "(4)"]),
        ("decimalZero", "%1", ["01", "02", "03", "04"]),
        ("lowerRoman", "%1)", ["i)", "ii)", "iii)", "iv)"]),
        ("upperRoman", "%1.", ["I.", "II.", "III.", "IV."]),
        ("lowerLetter", "%1)", ["a)", "b)", "c)", "d)"]),
        ("upperLetter", "Part %1:", ["Part A:", "Part B:", "Part C:", "Part D:"]),
        ("ordinal", "%1", ["1st", "2nd", "3rd", "4th"]),
        ("chicago", "%1", ["1", "2", "3", "4"]),
        ("bullet", "\uf0b7", ["•", "•", "•", "•"]),
        ("bullet", "o", ["•", "•", "•", "•"]),
        ("bullet", "", ["", "", "", ""]),
        ("none", "", ["", "", "", ""]),
    ],
)
def test_formats_of_numbers(kind: str, text: str, expected: list[str]) -> None:
    assert marks(*[(1, 0)] * 4, parts=numbering(level(0, kind, text))) == expected


def test_letters_go_on_after_the_alphabet() -> None:
    found = marks(*[(1, 0)] * 28, parts=numbering(level(0, "lowerLetter", "%1")))
    assert found[25:] == ["z", "aa", "bb"]


def test_levels_restart_below_the_one_above() -> None:
    parts = numbering(
        level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "%3)")
    )
    items = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)]
    assert marks(*items, parts=parts) == ["I.", "I.1", "I.2", "a)", "II.", "II.1", "a)"]


def test_levels_that_never_restart_and_legal_numbers() -> None:
    parts = numbering(
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%1.%2", '<w:lvlRestart w:val="0"/><w:isLgl/>'),
    )
    items = [(1, 0), (1, 1), (1, 0), (1, 1)]
    assert marks(*items, parts=parts) == ["I.", "1.1", "II.", "2.2"]


def test_lists_of_the_same_definition_count_together_unless_they_start_anew() -> None:
    anew = (
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    other = (
        '<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        f"{level(0, 'lowerLetter', '%1)')}</w:lvlOverride></w:num>"
    )
    parts = numbering(level(0, "decimal", "%1."), lists=anew + other)
    items = [(1, 0), (2, 0), (3, 0), (3, 0), (1, 0), (4, 0)]
    assert marks(*items, parts=parts) == ["1.", "2.", "5.", "6.", "7.", "h)"]


def test_a_list_may_be_defined_by_a_style_elsewhere() -> None:
    parts = numbering(
        '<w:styleLink w:val="S"/>',
        level(0, "decimal", "%1)"),
        lists='<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="S"/></w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="8"/></w:num>',
    )
    assert marks((5, 0), (5, 0), parts=parts) == ["1)", "2)"]


def test_lists_that_are_not_defined_or_taken_off() -> None:
    parts = numbering(level(0, "decimal", "%1."))
    assert marks((1, 0), (9, 0), (0, 0), (1, 4), parts=parts) == ["1.", "•", "", "•"]


def test_headings_show_their_numbers() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{n}"><w:name w:val="heading {n}"/><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for n in (1, 2)
    )
    parts = numbering(
        level(0, "decimal", "%1", '<w:pStyle w:val="H1"/>'),
        level(1, "decimal", "%1.%2", '<w:pStyle w:val="H2"/>'),
    )
    body = "".join(
        paragraph(text, properties=f'<w:pStyle w:val="H{n}"/>{off}')
        for text, n, off in [
            ("Experience", 1, ""),
            ("Acme", 2, ""),
            ("Education", 1, ""),
            ("Skills", 1, '<w:numPr><w:numId w:val="0"/></w:numPr>'),
        ]
    )
    document = read(body, parts={**parts, "styles": styles})
    assert texts(document) == ["1 Experience", "1.1 Acme", "2 Education", "Skills"]
    assert all(line.bold for line in document.lines)


def test_a_level_of_the_styles_list_and_empty_items() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    parts = {**numbering(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)")),
             "styles": styles}  # fmt: skip
    inner = '<w:pStyle w:val="L"/><w:numPr><w:ilvl w:val="1"/></w:numPr>'
    own = '<w:pStyle w:val="L"/>'
    body = (
        paragraph("one", properties=own)
        + paragraph("under it", properties=inner)
        + paragraph(properties=own)
        + paragraph("three", properties=own)
    )
    assert texts(read(body, parts=parts)) == ["1. one", "a) under it", "3. three"]


def test_only_the_first_line_of_an_item_is_marked() -> None:
    inner = "<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>"
    body = paragraph(inner, properties=item(1))
    assert texts(read(body, parts=numbering(level(0, "bullet", "x")))) == ["• one", "two"]


def test_large_roman_numbers_are_written_as_decimal() -> None:
    start = level(0, "upperRoman", "%1.").replace('w:start w:val="1"', 'w:start w:val="3999"')
    assert marks((1, 0), (1, 0), parts=numbering(start)) == ["MMMCMXCIX.", "4000."]


def test_a_paragraph_that_only_joins_the_next_one_has_no_number() -> None:
    deleted = item(1) + "<w:rPr><w:del/></w:rPr>"
    body = paragraph(properties=deleted) + "".join(
        paragraph(text, properties=item(1)) for text in ("Built it", "Ran it")
    )
    document = read(body, parts=numbering(level(0, "decimal", "%1.")))
    assert texts(document) == ["1. Built it", "2. Ran it"]
