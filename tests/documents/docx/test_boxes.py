"""Text boxes, WordArt and diagrams: read once, where they are anchored."""

from __future__ import annotations

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


def test_white_text_in_a_box_may_stand_on_its_fill() -> None:
    white = '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
    box = f"<w:r>{_NEW}</w:r>".replace("<w:rPr></w:rPr>", white)
    assert white in box
    assert hidden(read(paragraph("Ana", box))) == []


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


def test_a_box_between_runs_does_not_part_their_line() -> None:
    body = paragraph(run("Built "), f"<w:r>{_NEW}</w:r>", run("a parser"))
    assert texts(read(body)) == ["Built a parser", "Skills", "Python"]
