"""Files that lose something, each beside a twin that does not: at least one pair to each kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from atscheck.documents.assemble import MAX_CHARACTERS
from atscheck.documents.model import LossKind
from tests.documents.pdf.reading import picture
from tests.support.make_docx import make_docx, paragraph, run, table
from tests.support.make_pdf import (
    HEIGHT,
    WIDTH,
    lines,
    make_pdf,
    objects_of_page,
    stream,
    write_pdf,
)

SEEN, LOST = "Engineer in Rome since 2019", "Python SQL Docker Kafka"


@dataclass(frozen=True)
class Pair:
    """Two files as alike as can be: the first shows the loss, the second must not.

    ``rule`` is the code of the rule that speaks of it, if any does.
    """

    kind: LossKind
    cause: str
    lossy: bytes
    twin: bytes
    rule: str | None


def pairs() -> Iterator[Pair]:
    """All pairs."""
    yield from _of_characters()
    yield from _of_hidden_text_in_pdf()
    yield from _of_hidden_text_elsewhere()
    yield from _of_pages()
    yield from _of_pdf_files()
    yield from _of_word_files()


def _of_characters() -> Iterator[Pair]:
    plain = {code: chr(code) for code in range(32, 127)}
    word = "BT /F 10 Tf 72 700 Td (Of\001ce) Tj ET"
    yield Pair(
        "unmapped-glyphs",
        "PDF font without a mapping",
        _page(word, plain),
        _page(word, {1: "fi", **plain}),
        "PA201",
    )
    yield Pair(
        "icon-glyphs",
        "PDF icon font",
        _with_icon("FontAwesome5Free-Solid"),
        _with_icon("Lato-Regular"),
        "PA202",
    )
    for kind, mark, rule in (
        ("icon-glyphs", "\ue0a0", "PA202"),
        ("direction-marks", "\u202e", "PA204"),
        ("invisible", "\u200b", None),
    ):
        yield Pair(
            kind,  # type: ignore[arg-type]
            f"text with U+{ord(mark):04X}",
            f"Ana{mark} Example\n{SEEN}".encode(),
            f"Ana Example\n{SEEN}".encode(),
            rule,
        )
    yield Pair("letter-spaced", "typed spaces", b"S K I L L S\nSQL", b"SKILLS\nSQL", "PA203")


_OFF = "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [9 0 R] /D << /OFF [9 0 R] >> >> >>"
_LAYER = {1: _OFF.encode(), 9: b"<< /Type /OCG /Name (Notes) >>"}
_ON = {**_LAYER, 1: _OFF.replace("/OFF [9 0 R]", "/OFF []").encode()}
_STATES = "/ExtGState << /E << /ca 0 >> /H << /ca 0.6 >> /M << /BM /Multiply >> >>"
_LAYERS = "/Properties << /L 9 0 R /B << /Type /OCMD /OCGs [9 0 R] >> >>"
_INKS = "/ColorSpace << /C [/Separation /Varnish /DeviceGray 5 0 R] >>"
_BOX = "60 590 300 30 re f"

_HIDDEN_IN_PDF: tuple[tuple[LossKind, str, str, str], ...] = (
    ("hidden-text", "white on the page", f"1 g {LOST}", f"0 g {LOST}"),
    ("hidden-text", "nearly white, not yellow", f"0.97 g {LOST}", f"1 1 0 rg {LOST}"),
    ("hidden-text", "white in inks", f"0 0 0 0 k {LOST}", f"/C cs 0 scn {LOST}"),
    ("hidden-text", "grey on grey", f"0.5 g {_BOX} 0.52 g {LOST}", f"0.5 g {_BOX} 1 g {LOST}"),
    ("hidden-text", "dark on dark", f".1 .1 .3 rg {_BOX} .1 .1 .32 rg {LOST}",
     f".1 .1 .3 rg {_BOX} .7 .1 .1 rg {LOST}"),
    ("hidden-text", "white between dark areas",
     f"0 g 60 500 300 30 re f 60 650 300 30 re f 1 g {LOST}", f"0 g {_BOX} 1 g {LOST}"),
    ("hidden-text", "white outline", f"1 Tr 1 G {LOST}", f"1 Tr 0 G 1 g {LOST}"),
    ("hidden-text", "opacity nought", f"/E gs {LOST}", f"/H gs {LOST}"),
    ("hidden-text", "opacity is restored", f"/E gs q /H gs Q {LOST}", f"q /E gs Q {LOST}"),
    ("hidden-text", "render mode 3", f"3 Tr {LOST}", f"0 Tr {LOST}"),
    ("hidden-text", "render mode 7", f"7 Tr {LOST}", f"7 Tr {LOST} {_BOX}"),
    ("hidden-text", "clipped away", f"60 690 300 30 re W n {LOST}", f"{_BOX[:-1]} W n {LOST}"),
    ("hidden-text", "a fill that is clipped away is no ground",
     f"q 60 690 9 9 re W n 0 g {_BOX} Q 1 g {LOST}", f"q 60 590 300 30 re W n {_BOX} Q 1 g {LOST}"),
    ("tiny-text", "size of the font", f"/F 3 Tf {LOST}", f"/F 6 Tf {LOST}"),
    ("tiny-text", "matrix", f"q .2 0 0 .2 60 590 cm {LOST} Q", f"q .7 0 0 .7 60 90 cm {LOST} Q"),
    ("off-page-text", "beside the page", f"q 1 0 0 1 -600 0 cm {LOST} Q", f"q {LOST} Q"),
    ("text-under-image", "an area painted later", f"{LOST} 1 g {_BOX}", f"1 g {_BOX} 0 g {LOST}"),
    ("text-under-image", "a black area", f"{LOST} {_BOX}", f"{LOST} 60 590 300 1 re f"),
    ("text-under-image", "see-through areas", f"{LOST} 1 g {_BOX}", f"{LOST} /H gs 1 g {_BOX}"),
    ("text-under-image", "blended areas", f"{LOST} .9 g {_BOX}", f"{LOST} /M gs .9 g {_BOX}"),
)  # fmt: skip
"""Kind, cause, and what two pages draw after `SEEN`; `LOST` stands for the operators to show it."""


def _of_hidden_text_in_pdf() -> Iterator[Pair]:
    for kind, cause, lossy, twin in _HIDDEN_IN_PDF:
        yield Pair(kind, f"PDF: {cause}", _drawn(lossy), _drawn(twin), _RULES_OF_HIDDEN[kind])
    for name in ("/L", "/B"):
        content = f"/OC {name} BDC {LOST} EMC"
        lossy, twin = _drawn(content, more=_LAYER), _drawn(content, more=_ON)
        yield Pair("hidden-text", f"PDF: layer {name} off", lossy, twin, "PA601")
    after = _drawn(f"/OC /L BDC EMC {LOST}", more=_LAYER)
    yield Pair("hidden-text", "PDF: after a layer", lossy, after, "PA601")
    for cause, attributes, twins in (
        ("form cut off", "/BBox [0 0 9 9]", "/BBox [0 0 612 792]"),
        ("form of a layer", "/BBox [0 0 612 792] /OC 9 0 R", "/BBox [0 0 612 792]"),
    ):
        forms = (_form(attributes), _form(twins))
        yield Pair("hidden-text", f"PDF: {cause}", *forms, "PA601")
    group = "/BBox [0 0 612 792] /Group << /S /Transparency >>"
    forms = (_form(group, "/E gs"), _form(group, "/H gs"))
    yield Pair("hidden-text", "PDF: group of opacity nought", *forms, "PA601")
    cropped = _drawn(LOST, crop="/CropBox [0 650 612 792]")
    yield Pair("off-page-text", "PDF: cropped away", cropped, _drawn(LOST), "PA601")

    def covered(canvas: Canvas, left: float, alpha: int = 255) -> None:
        lines(canvas, 72, 72, [SEEN])
        lines(canvas, 72, 192, [LOST])
        picture(canvas, left, 180, 200, 20, alpha=alpha)

    lossy = make_pdf(lambda canvas: covered(canvas, 60))
    for cause, twin in (
        ("a picture", make_pdf(lambda canvas: covered(canvas, 300))),
        ("a picture that is not see-through", make_pdf(lambda canvas: covered(canvas, 60, 128))),
    ):
        yield Pair("text-under-image", f"PDF: {cause}", lossy, twin, "PA603")


_RULES_OF_HIDDEN: dict[LossKind, str] = {
    "hidden-text": "PA601",
    "off-page-text": "PA601",
    "tiny-text": "PA602",
    "text-under-image": "PA603",
}


def _of_hidden_text_elsewhere() -> Iterator[Pair]:
    for cause, lossy, twin in (
        ("hidden", "<w:vanish/>", '<w:vanish w:val="0"/>'),
        ("white", '<w:color w:val="FFFFFF"/>', '<w:color w:val="auto"/>'),
        (
            "white on white",
            '<w:color w:val="FEFEFE"/><w:shd w:val="clear" w:fill="FFFFFF"/>',
            '<w:color w:val="FEFEFE"/><w:shd w:val="clear" w:fill="1F3864"/>',
        ),
    ):
        yield Pair("hidden-text", f"DOCX: {cause}", _word(lossy), _word(twin), "PA601")
    small, large = _word('<w:sz w:val="4"/>'), _word('<w:sz w:val="16"/>')
    yield Pair("tiny-text", "DOCX: 2 points", small, large, "PA602")
    for cause, lossy, twin in (
        ("not displayed", "display:none", "display:block"),
        ("invisible", "visibility:hidden", "visibility:visible"),
        ("opacity nought", "opacity:0", "opacity:0.5"),
        ("white", "color:#fff", "color:#fff;background:#123"),
        ("dark on dark", "color:#111;background:black", "color:#111;background:inherit"),
        ("unknown grounds", "color:white", "color:white;background:url(a.png)"),
        ("see-through colours", "color:rgb(255,255,255)", "color:rgba(255,255,255,0.9)"),
    ):
        yield Pair("hidden-text", f"HTML: {cause}", _html(lossy), _html(twin), "PA601")
    small, large = _html("font-size:1px"), _html("font-size:9px")
    yield Pair("tiny-text", "HTML: 1 pixel", small, large, "PA602")


def _of_pages() -> Iterator[Pair]:
    def text(canvas: Canvas) -> None:
        lines(canvas, 72, 72, [f"{SEEN}, line {number} of many" for number in range(4)])

    def scan(canvas: Canvas) -> None:
        picture(canvas, 0, 0, WIDTH, HEIGHT)

    def recognised(canvas: Canvas, mode: int) -> None:
        scan(canvas)
        shown = canvas.beginText(72, 700)
        shown.setTextRenderMode(mode)
        for number in range(4):
            shown.textLine(f"{SEEN}, line {number} of many")
        canvas.drawText(shown)

    def captioned(canvas: Canvas) -> None:
        scan(canvas)
        text(canvas)

    def values(canvas: Canvas) -> None:
        for i, (name, value) in enumerate((("E-mail", "ana@example.org"), ("Languages", LOST))):
            lines(canvas, 76, 80 + 20 * i, [name])
            lines(canvas, 156, 80 + 20 * i, [value])

    def table_of_values(canvas: Canvas) -> None:
        values(canvas)
        canvas.grid((72, 152, 352), [HEIGHT - 66 - 20 * row for row in range(3)])

    yield Pair("tables", "PDF", make_pdf(table_of_values), make_pdf(values), "PA303")
    yield Pair("image-only-page", "scan", make_pdf(text, scan), make_pdf(text, captioned), "PA101")
    yield Pair(
        "text-over-image",
        "scan with recognised text",
        make_pdf(lambda canvas: recognised(canvas, 3)),
        make_pdf(lambda canvas: recognised(canvas, 0)),
        "PA112",
    )
    long = f"{SEEN}\n" + "x" * MAX_CHARACTERS
    yield Pair("truncated", "too long", long.encode(), long[:500].encode(), "PA104")


def _of_pdf_files() -> Iterator[Pair]:
    plain = _drawn(LOST)
    for kind, may_copy, rule in (("encrypted", 1, "PA110"), ("no-copy-permission", 0, "PA103")):
        locked = StandardEncryption("", "owner", canCopy=may_copy)
        secured = make_pdf(lambda canvas: lines(canvas, 72, 72, [SEEN]), password=locked)
        yield Pair(kind, "owner password", secured, plain, rule)  # type: ignore[arg-type]
    for kind, cause, entry, twin, rule in (
        ("embedded-files", "attachment", "/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>",
         "/Names << /EmbeddedFiles << /Names [] >> >>", "PA109"),
        ("scripts", "script by name", "/Names << /JavaScript << /Kids [5 0 R] >> >>",
         "/Names << >>", "PA108"),
        ("scripts", "script on opening", "/OpenAction << /S /JavaScript >>",
         "/OpenAction << /S /GoTo >>", "PA108"),
        ("scripts", "program on closing", "/AA << /WC << /S /Launch >> >>", "/AA << >>", "PA108"),
        ("form-fields", "filled-in field",
         "/AcroForm << /Fields [<< /Kids [<< /FT /Tx /V (Rome) >>] >>] >>",
         "/AcroForm << /Fields [<< /Kids [<< /FT /Tx /V ( ) >>] >>] >>", "PA111"),
    ):  # fmt: skip
        files = (_drawn(LOST, entry=entry), _drawn(LOST, entry=twin))
        yield Pair(kind, f"PDF: {cause}", *files, rule)  # type: ignore[arg-type]


_RUN = "<w:r><w:drawing>{}</w:drawing></w:r>"
_DIAGRAM = (
    f"<dgm:dataModel><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>{LOST}</a:t></a:r></a:p></dgm:t>"
    "</dgm:pt></dgm:ptLst></dgm:dataModel>"
)
_COLUMNS = ("Skills", "• SQL", "• Docker"), ("Experience", SEEN, "• Built it", "• Ran it")


def _of_word_files() -> Iterator[Pair]:
    plain = make_docx(paragraph(SEEN) + paragraph(LOST))
    boxed = f"<wps:txbx><w:txbxContent>{paragraph(LOST)}</w:txbxContent></wps:txbx>"
    values = table([paragraph("E-mail:"), paragraph("ana@example.org")])
    layout = table(["".join(map(paragraph, column)) for column in _COLUMNS])
    comment = '<w:r><w:commentReference w:id="0"/></w:r>'
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run(LOST)}"
    header = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>'
    parts = {"header": paragraph(LOST), "diagramData": _DIAGRAM}
    bodies: tuple[tuple[LossKind, str, str], ...] = (
        ("tables", paragraph(SEEN) + values, "PA303"),
        ("layout-table", layout, "PA307"),
        ("text-boxes", paragraph(SEEN, _RUN.format(boxed)), "PA305"),
        (
            "diagrams",
            paragraph(SEEN, _RUN.format('<dgm:relIds r:dm="diagramData" r:lo="x"/>')),
            "PA305",
        ),
        ("charts", paragraph(SEEN, _RUN.format('<c:chart r:id="x"/>')), "PA199"),
        ("images", paragraph(SEEN, _RUN.format('<a:blip r:embed="x"/>')), "PA105"),
        ("header-footer", paragraph(SEEN) + header, "PA306"),
        ("tracked-changes", paragraph(SEEN, f"<w:ins>{run(LOST)}</w:ins>"), "PA106"),
        ("comments", paragraph(SEEN, comment), "PA106"),
        ("placeholders", paragraph(SEEN, f"{prompt}</w:sdtContent></w:sdt>"), "PA113"),
        ("embedded-documents", paragraph(SEEN) + '<w:altChunk r:id="y"/>', "PA109"),
    )
    for kind, body, rule in bodies:
        yield Pair(kind, "DOCX", make_docx(body, parts=parts), plain, rule)
    macros = make_docx(paragraph(SEEN), files={"word/vbaProject.bin": "x"})
    yield Pair("scripts", "DOCX: macros", macros, plain, "PA108")
    picture_of = _html("").replace(b"<p", b"<img src='a.png'><p")
    yield Pair("images", "HTML", picture_of, _html(""), "PA105")


def _page(content: str, meanings: dict[int, str]) -> bytes:
    objects = objects_of_page(content.encode("latin-1"), meanings=meanings)
    objects[5] = objects[5].replace(b"/Encoding /WinAnsiEncoding", b"")
    return write_pdf(objects)


def _with_icon(font: str) -> bytes:
    """A page with a glyph of another font in its text."""
    objects = objects_of_page(b"BT /F 10 Tf 72 700 Td (Ana ) Tj /G 10 Tf (#) Tj ET")
    objects[3] = objects[3].replace(b"/F 5 0 R", b"/F 5 0 R /G 8 0 R")
    objects[8] = objects[5].replace(b"6 0 R", b"9 0 R")
    objects[9] = objects[6].replace(b"Example-Regular", font.encode())
    return write_pdf(objects)


def _shown(text: str, y: int = 700) -> str:
    return f"BT 72 {y} Td ({text}) Tj ET" if y != 700 else f"BT /F 10 Tf 72 {y} Td ({text}) Tj ET"


def _drawn(
    content: str, *, more: dict[int, bytes] | None = None, crop: str = "", entry: str = ""
) -> bytes:
    """A page that shows `SEEN` in black and draws ``content``, with `LOST` shown lower down."""
    drawn = f"{_shown(SEEN)} {content.replace(LOST, _shown(LOST, 600))}"
    objects = objects_of_page(drawn.encode())
    resources = f"{crop} /Resources << {_STATES} {_LAYERS} {_INKS}"
    objects[3] = objects[3].replace(b"/Resources <<", resources.encode())
    objects[1] = objects[1].replace(b"/Pages", f"{entry} /Pages".encode())
    return write_pdf({**objects, **(more or {})})


def _form(attributes: str, before: str = "") -> bytes:
    """A page whose second line is drawn by a form."""
    kind = f"/Type /XObject /Subtype /Form {attributes} /Resources << /Font << /F 5 0 R >> >>"
    shown = _shown(LOST, 600).replace("BT", "BT /F 10 Tf").encode()
    form = {10: stream(shown, kind.encode()), **_LAYER}
    page = _drawn(f"{before} /X Do", more=form)
    return page.replace(b"/Font << /F", b"/XObject << /X 10 0 R >> /Font << /F", 1)


def _word(properties: str) -> bytes:
    return make_docx(paragraph(SEEN) + paragraph(run(LOST, properties)))


def _html(style: str) -> bytes:
    return f'<html><body><p>{SEEN}</p><p style="{style}">{LOST}</p></body></html>'.encode()
