"""The text of paragraphs: looks, characters, wrappers, and what a person cannot see."""

from __future__ import annotations

import pytest

from tests.support.make_docx import field, paragraph, run, table
from tests.support.read_docx import hidden, kinds, quotes, read, texts


def test_paragraphs_keep_size_and_weight() -> None:
    document = read(
        paragraph(run("Ana Example", '<w:b/><w:sz w:val="36"/>'))
        + paragraph("Engineer", " in Rome")
    )
    assert texts(document) == ["Ana Example", "Engineer in Rome"]
    assert [(line.bold, line.size) for line in document.lines] == [(True, 18.0), (False, 10.0)]
    assert document.losses == ()


def test_breaks_tabs_and_hyphens() -> None:
    inner = (
        "<w:r><w:t>Engineer</w:t><w:tab/><w:t>2019</w:t><w:br/><w:t>Acme</w:t>"
        "<w:noBreakHyphen/><w:t>North</w:t></w:r>"
    )
    hyphens = "<w:r><w:t>Kuber</w:t><w:softHyphen/><w:t>netes</w:t></w:r>"
    wrapped = "<w:r><w:t>one\n  line</w:t><w:br w:type='page'/><w:t>next page</w:t></w:r>"
    document = read(paragraph(inner) + paragraph(hyphens) + paragraph(wrapped))
    assert texts(document) == [
        "Engineer\t2019",
        "Acme-North",
        "Kubernetes",
        "one line",
        "next page",
    ]


def test_a_date_behind_a_right_tab_stays_on_its_line() -> None:
    stop = '<w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs>'
    inner = "<w:r><w:t>Acme</w:t><w:ptab/><w:t>2019</w:t></w:r>"
    document = read(paragraph(run("Engineer"), "<w:r><w:tab/><w:t>2021</w:t></w:r>",
                              properties=stop) + paragraph(inner))  # fmt: skip
    assert texts(document) == ["Engineer\t2021", "Acme\t2019"]


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:t> Built</w:t></w:r>', "• Built"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t> Built</w:t></w:r>', "• Built"),
        (run("v", '<w:rFonts w:ascii="Wingdings"/>') + run(" Built"), "• Built"),
        (run("·", '<w:rFonts w:ascii="Symbol"/>') + run(" Built"), "• Built"),
        (run("5 ") + run("m", '<w:rFonts w:hAnsi="Symbol"/>') + run("m"), "5 μm"),
        (run("p") + run(" ³ ", '<w:rFonts w:ascii="Symbol"/>') + run("2"), "p ≥ 2"),
        (run("a") + run("\uf020", '<w:rFonts w:ascii="Symbol"/>') + run("b"), "a b"),
        (run("vim", '<w:rFonts w:ascii="Calibri"/>'), "vim"),
        (run("vim", '<w:rFonts w:asciiTheme="minorHAnsi"/>'), "vim"),
        ('<w:r><w:sym w:font="MS Gothic" w:char="2612"/><w:t> yes</w:t></w:r>', "☒ yes"),
        ('<w:r><w:sym w:font="Symbol" w:char="zz"/><w:t>none</w:t></w:r>', "none"),
    ],
    ids=["Wingdings", "Symbol", "typed in Wingdings", "typed in Symbol", "Greek", "sign", "space",
         "other", "theme", "Unicode", "no number"],
)  # fmt: skip
def test_symbols_read_as_they_are_drawn(inner: str, shown: str) -> None:
    document = read(paragraph(inner))
    assert texts(document) == [shown]
    assert document.losses == ()


def test_pictures_of_symbol_fonts_are_icons() -> None:
    phone = '<w:r><w:sym w:font="Wingdings" w:char="F028"/><w:t> 555 0100</w:t></w:r>'
    document = read(paragraph(phone))
    assert texts(document) == ["555 0100"]
    assert kinds(document) == {"icon-glyphs"}


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:customXml>{}</w:customXml>",
        "<w:smartTag>{}</w:smartTag>",
        "<w:ins>{}</w:ins>",
        "<w:moveTo>{}</w:moveTo>",
        "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback>"
        "</mc:AlternateContent>",
    ],
    ids=["content control", "custom XML", "smart tag", "insertion", "moved here", "two forms"],
)
def test_text_is_found_once_however_it_is_wrapped(wrapped: str) -> None:
    def wrap(inner: str) -> str:
        return wrapped.replace("{}", inner)

    cell = "<w:tc>" + paragraph("right") + "</w:tc>"
    row = f"<w:tr><w:tc>{paragraph('left:')}</w:tc>{wrap(cell)}</w:tr>"
    around = wrap(paragraph("whole paragraph"))
    body = f"{around}{paragraph('a ', wrap(run('part')), ' of one')}<w:tbl>{row}</w:tbl>"
    if "Alternate" not in wrapped:
        body += f"<w:tbl>{wrap(row)}</w:tbl>" + table([wrap(paragraph("cell"))])
    found = texts(read(body))
    assert found[:3] == ["whole paragraph", "a part of one", "left:\tright"]
    assert found[3:] in ([], ["left:\tright", "cell"])


_PROMPT = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("place", "inner"),
    [
        ("{}", paragraph("Click here")),
        ("<w:p>{}</w:p>", run("Click here")),
        ("<w:tbl>{}</w:tbl>", f"<w:tr><w:tc>{paragraph('Click here')}</w:tc></w:tr>"),
        ("<w:tbl><w:tr>{}</w:tr></w:tbl>", f"<w:tc>{paragraph('Click here')}</w:tc>"),
    ],
    ids=["block", "inline", "row", "cell"],
)
def test_prompts_never_filled_in_are_left_out_and_named(place: str, inner: str) -> None:
    for showing in ("<w:showingPlcHdr/>", '<w:showingPlcHdr w:val="0"/>', ""):
        document = read(paragraph("Ana") + place.format(_PROMPT.format(showing, inner)))
        prompt = showing == "<w:showingPlcHdr/>"
        assert ("Click here" in texts(document)) == (not prompt)
        assert ("placeholders" in kinds(document)) == prompt


def test_choices_and_ticks_are_read() -> None:
    chosen = "<w:dropDownList><w:listItem w:displayText='A' w:value='a'/></w:dropDownList>"
    body = paragraph(_PROMPT.format(chosen, run("Fluent")), _PROMPT.format("", run(" ☒")))
    assert texts(read(body)) == ["Fluent ☒"]


def test_equations_are_read_in_line() -> None:
    body = paragraph("where ", "<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>", " holds")
    assert texts(read(body)) == ["where E=mc holds"]
    half = "".join(f"<m:{part}><m:r><m:t>{n}</m:t></m:r></m:{part}>" for part, n in
                   (("num", 1), ("den", 2)))  # fmt: skip
    assert texts(read(paragraph(f"<m:oMath><m:f>{half}</m:f></m:oMath>", " day"))) == ["1/2 day"]


@pytest.mark.parametrize(
    ("properties", "shown"),
    [
        ("<w:vanish/>", False),
        ('<w:vanish w:val="0"/>', True),
        ("<w:webHidden/>", True),
        ('<w:sz w:val="7"/>', False),
        ('<w:sz w:val="8"/>', True),
        ('<w:sz w:val="0"/>', True),
        ('<w:color w:val="FFFFFF"/>', False),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>', True),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="FFFFFF"/>', False),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="pct50" w:fill="FFFFFF"/>', True),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="blue"/>', True),
        ('<w:color w:val="1F3864"/><w:shd w:val="clear" w:fill="1F3864"/>', False),
        ('<w:color w:val="auto"/><w:shd w:val="clear" w:fill="000000"/>', True),
        ('<w:color w:val="auto" w:themeColor="background1"/>', False),
        ('<w:color w:val="1F3864" w:themeColor="background1" w:themeShade="80"/>', True),
        ("<w:caps/>", True),
    ],
)
def test_text_that_a_person_cannot_see_is_marked(properties: str, shown: bool) -> None:
    document = read(paragraph("Shown. ", run("Python SQL Docker", properties)))
    assert hidden(document) == ([] if shown else ["Python SQL Docker"])
    assert shown == ("Shown. Python SQL Docker" in texts(document))


@pytest.mark.parametrize(
    ("styles", "shown"),
    [
        ('<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>',
         False),
        ('<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:color '
         'w:val="FFFFFF"/></w:rPr></w:style>', False),
        ('<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:shd w:val="clear" '
         'w:fill="000000"/></w:pPr><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>', True),
        ('<w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style>', False),
        ('<w:style w:type="character" w:styleId="D"><w:rPr><w:vanish/></w:rPr></w:style>', True),
    ],
    ids=["defaults", "white style", "white on black style", "character style", "other style"],
)  # fmt: skip
def test_styles_hide_text(styles: str, shown: bool) -> None:
    document = read(paragraph(run("Python", '<w:rStyle w:val="C"/>')), parts={"styles": styles})
    assert hidden(document) == ([] if shown else ["Python"])


def test_white_text_may_stand_on_shapes_and_page_colours() -> None:
    white = paragraph(run("Python", '<w:color w:val="FFFFFF"/>'))
    behind = '<w:r><w:drawing><wp:anchor behindDoc="1"/></w:drawing></w:r>'
    assert hidden(read(white)) == ["Python"]
    assert hidden(read(white + paragraph("x", behind))) == []
    assert hidden(read(white + paragraph("x", behind.replace("1", "0")))) == ["Python"]


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


def test_a_large_first_letter_is_part_of_its_word() -> None:
    frame = '<w:framePr w:dropCap="drop" w:lines="3"/>'
    body = paragraph("E", properties=frame) + paragraph("xperienced engineer")
    assert texts(read(body)) == ["Experienced engineer"]
    framed = paragraph("Beside", properties='<w:framePr w:w="2000"/>') + paragraph("the text")
    assert texts(read(framed)) == ["Beside", "the text"]


def test_a_hidden_paragraph_mark_lets_the_next_one_go_on() -> None:
    for switch in ("vanish", "specVanish"):
        mark = f"<w:rPr><w:{switch}/></w:rPr>"
        body = paragraph("Skills.", properties=mark) + paragraph(" Python") + paragraph("next")
        assert texts(read(body)) == ["Skills. Python", "next"]


def test_column_breaks_part_the_lines_of_columns() -> None:
    into = '<w:r><w:br w:type="column"/></w:r>'
    body = (
        paragraph("left")
        + paragraph(into, "right")
        + paragraph("end", into)
        + paragraph("third", properties="<w:sectPr/>")
        + paragraph("below")
    )
    document = read(body)
    columns = [(document.line_text(line), line.column) for line in document.lines]
    assert columns == [("left", 0), ("right", 1), ("end", 1), ("third", 2), ("below", 0)]


def test_pictures_charts_and_objects_are_counted_where_they_stand() -> None:
    picture = '<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>'
    old = '<w:r><w:pict><v:imagedata r:id="x"/></w:pict></w:r>'
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice>{picture[5:-6]}</mc:Choice>"
        f"<mc:Fallback>{old[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    chart = '<w:r><w:drawing><c:chart r:id="x"/></w:drawing></w:r>'
    sheet = '<w:r><w:object><v:imagedata r:id="x"/><o:OLEObject/></w:object></w:r>'
    body = (
        paragraph("Ana")
        + paragraph("logo", picture)
        + paragraph(old)
        + paragraph("icon", both)
        + paragraph("skills", chart)
        + paragraph("grades", sheet)
        + '<w:altChunk r:id="y"/>'
    )
    document = read(body)
    assert quotes(document) == {
        "images": "logo",
        "charts": "skills",
        "embedded-documents": "grades",
    }
    messages = {loss.kind: loss.message for loss in document.losses}
    assert messages["images"].startswith("3 pictures")
    assert messages["embedded-documents"].startswith("2 ")
    assert messages["charts"].startswith("1 chart:")


def test_a_macro_button_is_a_prompt() -> None:
    prompt = field("MACROBUTTON NoMacro [Click here and type your name]")
    document = read(paragraph("Name: ", prompt))
    assert texts(document) == ["Name:"]
    assert kinds(document) == {"placeholders"}
    within = field(prompt, run("shown"))
    assert kinds(read(paragraph(within))) == set()


def test_only_the_body_has_columns() -> None:
    into = '<w:r><w:br w:type="column"/></w:r>'
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('boxed')}</w:txbxContent></w:pict></w:r>"
    document = read(paragraph(into, "right", box))
    assert [(document.line_text(n), n.column) for n in document.lines] == [
        ("right", 1),
        ("boxed", 0),
    ]
