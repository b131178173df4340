"""Layouts of Word files with what python-docx cannot write, put in as XML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import count
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from benchmarks.reading.content import Entry, Section, make_content
from benchmarks.reading.word import Letter, Written

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _insert(letter: Letter, xml: str) -> None:
    """Put elements before the document's last section properties."""
    body = letter.document.element.body
    for element in list(parse_xml(f"<w:body {_SPACES}>{xml}</w:body>")):
        body.insert(len(body) - 1, element)


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _paragraphs(section: Section) -> str:
    """A section's heading, paragraphs and bullets as plain paragraphs."""
    texts = [section.title, *_texts(section)]
    return "".join(f"<w:p>{_run(text)}</w:p>" for text in texts)


def _texts(section: Section) -> list[str]:
    return [
        f"{block.left}, {block.right}" if isinstance(block, Entry) else block.text
        for block in section.blocks
    ]


def text_boxes(seed: int) -> Written:
    """Text boxes, each also in the old form for programs that do not know the new one."""
    content, letter = make_content(seed), Letter()
    letter.head(content)
    for number, (main, side) in enumerate(zip(content.main, content.side, strict=True), start=1):
        letter.sections((main,))
        inner = f"<w:txbxContent>{_paragraphs(side)}</w:txbxContent>"
        new = _drawing("wordprocessingShape", _shape(inner), number)
        old = (
            '<w:pict><v:shape style="width:144pt;height:288pt">'
            f"<v:textbox>{inner}</v:textbox></v:shape></w:pict>"
        )
        _insert(
            letter,
            f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
            f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
        )
        letter.reads("\n".join([side.title, *_texts(side)]))
    return letter.finish()


def shape_group(seed: int) -> Written:
    """A group of three shapes with text beside one another."""
    content, letter = make_content(seed), Letter()
    letter.head(content)
    size = _size("a:off", "a:ext", 3) + _size("a:chOff", "a:chExt", 3)
    shapes = f"<wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>{size}</a:xfrm></wpg:grpSpPr>"
    for place, side in enumerate(content.side):
        shapes += _shape(f"<w:txbxContent>{_paragraphs(side)}</w:txbxContent>", place)
        letter.reads("\n".join([side.title, *_texts(side)]))
    group = _drawing("wordprocessingGroup", f"<wpg:wgp>{shapes}</wpg:wgp>", 1, 3)
    _insert(letter, f"<w:p><w:r>{group}</w:r></w:p>")
    letter.sections(content.main)
    return letter.finish()


_INCH = 914_400
"""In English Metric Units."""


def _size(offset: str, extent: str, wide: int, place: int = 0) -> str:
    """So many boxes of two by four inches from a place on."""
    return (
        f'<{offset} x="{place * 2 * _INCH}" y="0"/>'
        f'<{extent} cx="{wide * 2 * _INCH}" cy="{4 * _INCH}"/>'
    )


def _shape(inner: str, place: int = 0) -> str:
    """A box with text."""
    return (
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>{_size("a:off", "a:ext", 1, place)}'
        f'</a:xfrm><a:prstGeom prst="rect"/></wps:spPr><wps:txbx>{inner}</wps:txbx>'
        "<wps:bodyPr/></wps:wsp>"
    )


def _drawing(kind: str, graphic: str, number: int, wide: int = 1) -> str:
    """A graphic that stands in its paragraph, with an alternative text that nobody sees."""
    return (
        f'<w:drawing><wp:inline><wp:extent cx="{wide * 2 * _INCH}" cy="{4 * _INCH}"/>'
        f'<wp:docPr id="{number}" name="Box {number}" descr="A picture"/><a:graphic><a:graphicData '
        f'uri="http://schemas.microsoft.com/office/word/2010/{kind}">{graphic}</a:graphicData>'
        "</a:graphic></wp:inline></w:drawing>"
    )


def content_controls(seed: int) -> Written:
    """Form fields of a template around paragraphs and around words."""
    content, letter = make_content(seed), Letter()
    name = f"<w:sdt><w:sdtPr/><w:sdtContent>{_run(content.name)}</w:sdtContent></w:sdt>"
    _insert(letter, f"<w:p>{_run('Resume of ')}{name}</w:p>")
    letter.reads(f"Resume of {content.name}")
    for section in content.main + content.side:
        _insert(
            letter,
            "<w:sdt><w:sdtPr/><w:sdtContent><w:sdt><w:sdtPr/>"
            f"<w:sdtContent>{_paragraphs(section)}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
        )
        letter.reads("\n".join([section.title, *_texts(section)]))
    return letter.finish()


def tracked_changes(seed: int) -> Written:
    """Words put in and taken out with the changes tracked; the latter are no longer read."""
    content, letter = make_content(seed), Letter()
    letter.head(content)
    by = 'w:author="Editor" w:date="2026-01-01T00:00:00Z"'
    ids = count(1)
    for section in content.main:
        letter.add(section.title, "Heading 1")
        for text in _texts(section):
            first, _, rest = text.partition(" ")
            _insert(
                letter,
                f'<w:p>{_run(first)}<w:ins w:id="{next(ids)}" {by}>{_run(f" {rest}")}</w:ins>'
                f'<w:del w:id="{next(ids)}" {by}><w:r><w:delText xml:space="preserve">'
                " or formerly otherwise</w:delText></w:r></w:del></w:p>",
            )
            letter.reads(text)
    return letter.finish()


def moved_and_wrapped(seed: int) -> Written:
    """Rows in content controls, rows that were deleted, paragraphs that were moved, smart tags."""
    content, letter = make_content(seed), Letter()
    letter.head(content)
    by = 'w:author="Editor" w:date="2026-01-01T00:00:00Z"'
    gone = f'<w:del w:id="9" {by}><w:r><w:delText>Formerly another</w:delText></w:r></w:del>'
    deleted = _row([gone] * 3, f'<w:trPr><w:del w:id="8" {by}/></w:trPr>')
    rows = "".join(
        f"<w:sdt><w:sdtContent>{_row(map(_run, row))}</w:sdtContent></w:sdt>{deleted}"
        for row in content.rows
    )
    _insert(letter, f"<w:tbl>{rows}</w:tbl><w:p/>")
    letter.reads("\n".join(cell for row in content.rows for cell in row))
    for section in content.main:
        letter.add(section.title, "Heading 1")
        for text in _texts(section):
            tag = f'<w:smartTag w:element="place">{_run(text)}</w:smartTag>'
            _insert(
                letter,
                f'<w:p><w:moveFrom w:id="10" {by}>{_run("Moved from here")}</w:moveFrom></w:p>'
                f'<w:p><w:moveTo w:id="11" {by}>{tag}</w:moveTo></w:p>',
            )
            letter.reads(text)
    return letter.finish()


def _row(cells: Iterable[str], properties: str = "") -> str:
    inner = "".join(f"<w:tc><w:p>{runs}</w:p></w:tc>" for runs in cells)
    return f"<w:tr>{properties}{inner}</w:tr>"


def fields_and_links(seed: int) -> Written:
    """Hyperlinks, fields with their instructions, and characters that are written as elements."""
    content, letter = make_content(seed), Letter()
    letter.head(content)
    link = letter.document.part.relate_to(
        "https://example.org/portfolio", RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    _insert(
        letter,
        f'<w:p><w:hyperlink r:id="{link}">{_run("Portfolio")}</w:hyperlink>{_run(" and ")}'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://example.org/code" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_run("Repository")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        f'<w:r><w:br/></w:r><w:fldSimple w:instr=" DATE ">{_run("March")}</w:fldSimple></w:p>',
    )
    letter.reads("Portfolio and Repository\nMarch")
    _insert(
        letter,
        "<w:p><w:r><w:t>Part</w:t><w:noBreakHyphen/><w:t>time, un</w:t><w:softHyphen/>"
        "<w:t>limited</w:t><w:tab/><w:t>flexible</w:t><w:br/><w:t>hours</w:t>"
        '<w:sym w:font="Wingdings" w:char="F0E0"/>'
        '<w:t xml:space="preserve"> soon</w:t></w:r></w:p>',
    )
    letter.reads("Part-time, unlimited\tflexible\nhours soon")
    letter.sections(content.main)
    return letter.finish()


def footnotes(seed: int) -> Written:
    """Footnotes, which a person reads after the page, with their marks."""
    content, letter = make_content(seed), Letter()
    letter.head(content)
    notes: list[str] = []
    for number, section in enumerate(content.main + content.side, start=1):
        letter.sections((section,))
        text = f"See {section.title.lower()} note"
        mark = f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'
        _insert(letter, f"<w:p>{_run(text)}{mark}</w:p>")
        letter.reads(f"{text} [{number}]")
        notes.append(f"Remark {number + 30} on {section.title.lower()}")
    _add_footnotes(letter, notes)
    letter.reads("\n".join(f"{number} {note}" for number, note in enumerate(notes, start=1)))
    return letter.finish()


def _add_footnotes(letter: Letter, notes: list[str]) -> None:
    inner = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>{_run(f" {text}")}</w:p>'
        "</w:footnote>"
        for number, text in enumerate(notes, start=1)
    )
    part = Part(
        PackURI("/word/footnotes.xml"),
        f"{_TYPE}.footnotes+xml",
        f"<w:footnotes {_SPACES}>{inner}</w:footnotes>".encode(),
        letter.document.part.package,
    )
    letter.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


LAYOUTS: Sequence[Callable[[int], Written]] = (
    text_boxes, shape_group, content_controls, tracked_changes, moved_and_wrapped,
    fields_and_links, footnotes,
)  # fmt: skip
