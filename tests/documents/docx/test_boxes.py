"""Text boxes, WordArt and diagrams: read once, where they are anchored."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atscheck.documents.docx.frames import Frame, reading_order
from tests.support.make_docx import paragraph, run, table
from tests.support.read_docx import hidden, kinds, quotes, read, texts

_TEXT = "<w:txbxContent>" + paragraph("Skills") + paragraph("Python") + "</w:txbxContent>"
_NEW = f"<w:drawing><wps:txbx>{_TEXT}</wps:txbx></w:drawing>"
_OLD = f"<w:pict><v:textbox>{_TEXT}</v:textbox></w:pict>"
_BOTH = (
    f'<mc:AlternateContent><mc:Choice Requires="wps">{_NEW}</mc:Choice>'
    f"<mc:Fallback>{_OLD}</mc:Fallback></mc:AlternateContent>"
)


def test_text_boxes_are_read_once_in_every_form() -> None:
    for box in (_NEW, _OLD, _BOTH, _BOTH.replace(_NEW, "")):
        document = read(paragraph("Ana Example", f"<w:r>{box}</w:r>") + paragraph("after"))
        assert texts(document) == ["Ana Example", "Skills", "Python", "after"]
        origins = [line.origin for line in document.lines]
        assert origins == ["body", "textbox", "textbox", "body"]
        assert quotes(document) == {"text-boxes": "Skills\nPython"}


def test_boxes_without_text_are_not_counted() -> None:
    empty = f"<w:r>{_NEW}</w:r>".replace("Skills", "").replace("Python", "")
    assert kinds(read(paragraph("Ana Example", empty))) == set()


def test_boxes_and_tables_in_boxes() -> None:
    rows = table([paragraph("SQL:"), paragraph("4 years")])
    inner = f"<w:r>{_OLD}</w:r>".replace("Skills", "Languages").replace("Python", "English")
    more = paragraph(inner) + rows + "</w:txbxContent>"
    box = f"<w:r>{_NEW}</w:r>".replace("</w:txbxContent>", more)
    document = read(paragraph("Ana", box))
    assert texts(document) == ["Ana", "Skills", "Python", "Languages", "English", "SQL:\t4 years"]
    assert {line.origin for line in document.lines[1:]} == {"textbox"}
    assert document.losses[1].message.startswith("2 text boxes")


_SOLID = "<wps:wsp><wps:spPr><a:solidFill>{}</a:solidFill></wps:spPr>"


@pytest.mark.parametrize(
    ("shape", "shown"),
    [
        (_SOLID.format("<a:srgbClr val='1F3864'/>"), True),
        (_SOLID.format("<a:srgbClr val='FFFFFF'/>"), False),
        (_SOLID.format("<a:schemeClr val='bg1'/>"), False),
        (_SOLID.format("<a:schemeClr val='bg1'><a:lumMod val='50000'/></a:schemeClr>"), True),
        (_SOLID.format("<a:srgbClr val='FFFFFF'><a:alpha val='0'/></a:srgbClr>"), True),
        ("<wps:wsp><wps:spPr><a:noFill/></wps:spPr>", True),
        ("<v:shape fillcolor='white [3201]'>", False),
        ("<v:shape fillcolor='#1f3864'>", True),
        ("<v:shape fillcolor='#ffffff' filled='f'>", True),
        ("<v:shape fillcolor='#ffffff'><v:fill opacity='0'/>", True),
        ("<v:shape>", True),
    ],
)
def test_white_text_in_a_box_may_stand_on_its_fill(shape: str, shown: bool) -> None:
    white = paragraph(run("Python", '<w:color w:val="FFFFFF"/>'))
    text = f"<w:txbxContent>{white}</w:txbxContent>"
    end = "</wps:wsp>" if "wps" in shape else "</v:shape>"
    box = f"<w:r><w:drawing>{shape}{text}{end}</w:drawing></w:r>"
    assert hidden(read(paragraph("Ana", box))) == ([] if shown else ["Python"])


def test_word_art_is_read() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="Ana Example"/></v:shape></w:pict></w:r>'
    document = read(paragraph(art) + paragraph("Engineer"))
    assert texts(document) == ["Ana Example", "Engineer"]
    assert kinds(document) == {"text-boxes"}


def test_shapes_of_drawings_are_read() -> None:
    shape = (
        "<w:r><w:drawing><a:txBody><a:p><a:r><a:t>Built a </a:t></a:r><a:r><a:t>parser</a:t></a:r>"
        "</a:p><a:p/><a:p><a:r><a:t>Ran</a:t></a:r><a:br/><a:r><a:t>it</a:t></a:r></a:p>"
        "</a:txBody></w:drawing></w:r>"
    )
    assert texts(read(paragraph("Ana", shape))) == ["Ana", "Built a parser", "Ran", "it"]


def test_diagrams_are_read_from_their_data() -> None:
    points = "".join(
        f"<dgm:pt><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>"
        for text in ("Plan", "", "Build")
    )
    diagram = '<w:r><w:drawing><dgm:relIds r:dm="{}" r:lo="x"/></w:drawing></w:r>'
    parts = {"diagramData": f"<dgm:dataModel><dgm:ptLst>{points}</dgm:ptLst></dgm:dataModel>"}
    document = read(paragraph("Ana", diagram.format("diagramData")), parts=parts)
    assert texts(document) == ["Ana", "Plan", "Build"]
    assert quotes(document) == {"diagrams": "Plan\nBuild"}
    missing = read(paragraph("Ana", diagram.format("gone")), parts=parts)
    assert texts(missing) == ["Ana"]
    assert kinds(missing) == set()


def anchored(text: str, x: int, top: int, width: int, height: int, base: str = "page") -> str:
    """A text box at a place in points from the page's edges."""
    offset = "<wp:position{0} relativeFrom='{1}'><wp:posOffset>{2}</wp:posOffset></wp:position{0}>"
    return (
        f"<w:r><w:drawing><wp:anchor>{offset.format('H', base, x * 12700)}"
        f"{offset.format('V', base, top * 12700)}"
        f"<wp:extent cx='{width * 12700}' cy='{height * 12700}'/><wps:txbx><w:txbxContent>"
        f"{paragraph(text)}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></w:r>"
    )


def styled(text: str, x: int, top: int, width: int, height: int) -> str:
    """The same in VML."""
    style = f"margin-left:{x}pt;margin-top:{top}pt;width:{width}pt;height:{height}pt"
    return (
        f"<w:r><w:pict><v:shape style='position:absolute;{style}'><v:textbox><w:txbxContent>"
        f"{paragraph(text)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


_PAGE = {
    "Skills": (40, 300, 150, 20),
    "Experience": (200, 120, 350, 40),
    "Name": (40, 30, 500, 60),
    "Engineer": (200, 150, 350, 400),
    "Contact": (45, 120, 150, 100),
    "Python": (40, 320, 160, 90),
}
_READ = ["Name", "Contact", "Skills", "Python", "Experience", "Engineer"]


@pytest.mark.parametrize("make", [anchored, styled])
def test_boxes_are_read_in_the_order_of_the_page(make: Callable[..., str]) -> None:
    document = read(paragraph(*(make(text, *place) for text, place in _PAGE.items())))
    assert texts(document) == _READ
    stored = sorted(document.lines, key=lambda line: line.stored)
    assert [document.line_text(line) for line in stored] == list(_PAGE)
    assert document.reading_order < 1


def test_a_column_that_begins_higher_is_read_first() -> None:
    places = {"Skills": (40, 300, 150, 20), "Name": (200, 30, 300, 60), "Job": (200, 300, 300, 60)}
    body = paragraph(*(anchored(text, *place) for text, place in places.items()))
    assert texts(read(body)) == ["Name", "Job", "Skills"]


def test_columns_that_begin_about_as_high_are_read_from_the_left() -> None:
    right, left = anchored("right", 300, 30, 200, 300), anchored("left", 40, 40, 200, 300)
    assert texts(read(paragraph(right, left))) == ["left", "right"]


def test_boxes_one_below_the_other_may_touch() -> None:
    places = {
        "across": (40, 97, 400, 90),
        "Job": (240, 0, 200, 60),
        "Acme": (240, 50, 200, 50),
        "Skills": (40, 0, 200, 40),
        "Python": (40, 35, 200, 65),
    }
    body = paragraph(*(anchored(text, *place) for text, place in places.items()))
    assert texts(read(body)) == ["Skills", "Python", "Job", "Acme", "across"]


def test_boxes_whose_places_cannot_be_compared_keep_their_order() -> None:
    second = anchored("second", 0, 300, 90, 90)
    for first in (
        anchored("first", 0, 0, 90, 90, base="margin"),
        styled("first", 0, 0, 90, 90),
        f"<w:r>{_NEW}</w:r>".replace("Skills", "first").replace("Python", ""),
        anchored("first", 0, 0, 90, 90).replace("<wp:posOffset>0<", "<wp:posOffset>?<", 1),
    ):
        assert texts(read(paragraph(second, first))) == ["second", "first"]
    assert texts(read(paragraph(second, anchored("first", 0, 0, 90, 90)))) == ["first", "second"]


_EDGES = st.floats(-500, 1500)


@given(st.lists(st.tuples(_EDGES, _EDGES, _EDGES, _EDGES), max_size=12))
def test_every_box_is_read_once(edges: list[tuple[float, float, float, float]]) -> None:
    frames = [Frame(("page", "page"), *edge) for edge in edges]
    assert sorted(reading_order(frames)) == list(range(len(frames)))
    assert reading_order([*frames, None]) == list(range(len(frames) + 1))


def test_a_box_between_runs_does_not_part_their_line() -> None:
    body = paragraph(run("Built "), f"<w:r>{_NEW}</w:r>", run("a parser"))
    assert texts(read(body)) == ["Built a parser", "Skills", "Python"]
