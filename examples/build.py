"""Builds the example resumes from ``source/*.toml``: the same bytes on each run.

``python examples/build.py`` rewrites the files, ``--check`` only compares them. Nothing is
compressed, because two builds of zlib may pack the same text differently.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docx.document import Document
    from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
FIXED_DATE = datetime(2025, 1, 1)
PAGES = {"a4": A4, "letter": LETTER}
ACCENT = HexColor("#1f3a5f")
SIDE_MARGIN = Mm(22)
TITLE_LINE = "Title Line"
TABLE_STYLE = "Table Grid"
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=9.5, leading=12.2)
DETAIL = ParagraphStyle("detail", BODY, keepWithNext=1)
# reportlab writes "•" in WinAnsi as code 127, a legal choice that pdfminer cannot map back.
pdfmetrics.registerFont(pdfmetrics.Font("Bullet", "Helvetica", "MacRomanEncoding"))
BULLET = ParagraphStyle(
    "bullet", BODY, leftIndent=11, bulletIndent=2, bulletFontName="Bullet", spaceAfter=1.2
)
NAME = ParagraphStyle("name", BODY, fontName="Helvetica-Bold", fontSize=19, leading=23)
HEADING = ParagraphStyle(
    "heading", BODY, fontName="Helvetica-Bold", fontSize=11.5, leading=14,
    textColor=ACCENT, spaceBefore=8, spaceAfter=3, keepWithNext=1,
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """A position, project or degree."""

    title: str
    detail: str
    dates: str
    bullets: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Section:
    """A heading with any of: text, entries, labelled groups, a list, a table."""

    heading: str
    text: str = ""
    entries: list[Entry] = field(default_factory=list)
    groups: list[dict[str, str]] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    table: list[list[str]] = field(default_factory=list)
    side: bool = False


@dataclass(frozen=True)
class Resume:
    """What one source file says."""

    layout: str
    page: str
    title: str
    name: str
    headline: str
    contact: list[dict[str, str]]
    sections: list[Section]


def load(path: Path) -> Resume:
    """The resume in a source file; an unknown key raises ``TypeError``."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    sections = [read_section(table) for table in data.pop("section")]
    return Resume(**data, sections=sections)


def read_section(table: dict[str, Any]) -> Section:
    """One ``[[section]]`` as a value."""
    entries = [Entry(**entry) for entry in table.pop("entry", [])]
    groups = table.pop("group", [])
    return Section(**table, entries=entries, groups=groups)


class TitleLine(Flowable):  # type: ignore[misc]
    """A title on the left and its dates flush right, on one baseline."""

    keepWithNext = 1  # noqa: N815 - reportlab's name

    def __init__(self, title: str, dates: str) -> None:
        super().__init__()
        self.title = title
        self.dates = dates

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """The full width and one line, in points."""
        self.width = available_width
        return available_width, BODY.leading

    def draw(self) -> None:
        """Draws both texts."""
        self.canv.setFont("Helvetica-Bold", BODY.fontSize)
        self.canv.drawString(0, 3, self.title)
        self.canv.setFont("Helvetica", BODY.fontSize)
        self.canv.drawRightString(self.width, 3, self.dates)

    def getSpaceBefore(self) -> float:  # noqa: N802 - reportlab's name
        """Air above the line, in points."""
        return 4.0


def paragraph(text: str, style: ParagraphStyle = BODY, **options: str) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph(escape(text, quote=False), style, **options)


def bullet(text: str) -> Paragraph:
    """A bullet with a hanging indent."""
    return paragraph(text, BULLET, bulletText="•")


def contact_markup(item: dict[str, str]) -> str:
    """One contact detail, clickable where the source has a link."""
    text = escape(item["text"], quote=False)
    return f'<a href="{escape(item["link"])}">{text}</a>' if "link" in item else text


def section_flowables(section: Section) -> Iterator[Flowable]:
    """A section from its heading to its last bullet."""
    yield paragraph(section.heading, HEADING)
    if section.text:
        yield paragraph(section.text)
    for group in section.groups:
        label, text = (escape(group[key], quote=False) for key in ("label", "text"))
        yield Paragraph(f"<b>{label}:</b> {text}", BODY)
        yield Spacer(0, 2)
    for entry in section.entries:
        yield TitleLine(entry.title, entry.dates)
        yield paragraph(entry.detail, DETAIL if entry.bullets else BODY)
        yield from map(bullet, entry.bullets)
    yield from map(bullet, section.items)


def frame(x: float, y: float, width: float, height: float) -> Frame:
    """A frame without padding, in points from the lower left corner."""
    return Frame(x, y, width, height, 0, 0, 0, 0)


def pdf(resume: Resume, templates: list[PageTemplate], story: list[Flowable]) -> bytes:
    """The PDF of a story laid out on the given pages."""
    target = BytesIO()
    template = BaseDocTemplate(
        target,
        pagesize=PAGES[resume.page],
        pageTemplates=templates,
        title=resume.title,
        author=resume.name,
        subject="Made-up resume, an example of atscheck",
        lang="en",
        invariant=1,
        pageCompression=0,
    )
    template.build(story)
    return target.getvalue()


def one_column(resume: Resume) -> bytes:
    """A PDF read from top to bottom: name, contact line, sections."""
    width, height = PAGES[resume.page]
    margin = 18 * mm
    page = frame(margin, margin, width - 2 * margin, height - 2 * margin)
    contact = " | ".join(contact_markup(item) for item in resume.contact)
    story: list[Flowable] = [
        paragraph(resume.name, NAME),
        paragraph(resume.headline),
        Paragraph(contact, BODY),
    ]
    for section in resume.sections:
        story.extend(section_flowables(section))
    return pdf(resume, [PageTemplate("page", [page])], story)


def two_columns(resume: Resume) -> bytes:
    """A PDF with contact and skills in a tinted sidebar, the rest beside it."""
    width, height = PAGES[resume.page]
    margin, side = 14 * mm, 48 * mm
    left = side + 2 * margin
    column = (left, margin, width - left - margin, height - 2 * margin)

    def tint(canvas: Canvas, _template: BaseDocTemplate) -> None:
        canvas.saveState()  # else the tint would also colour the title lines
        canvas.setFillColor(HexColor("#e8edf3"))
        canvas.rect(0, 0, side + 1.5 * margin, height, stroke=0, fill=1)
        canvas.restoreState()

    sidebar = frame(margin, margin, side, height - 2 * margin)
    first = PageTemplate("first", [sidebar, frame(*column)], onPage=tint)
    later = PageTemplate("later", [frame(*column)], onPage=tint)
    story: list[Flowable] = [NextPageTemplate("later"), paragraph("Contact", HEADING)]
    story += [Paragraph(contact_markup(item), BODY) for item in resume.contact]
    for section in (section for section in resume.sections if section.side):
        story.extend(section_flowables(section))
    story += [FrameBreak(), paragraph(resume.name, NAME), paragraph(resume.headline)]
    for section in (section for section in resume.sections if not section.side):
        story.extend(section_flowables(section))
    return pdf(resume, [first, later], story)


def word_with_header(resume: Resume) -> bytes:
    """A DOCX with the contact details in the page header."""
    return word(resume, in_header=True)


def word(resume: Resume, *, in_header: bool = False) -> bytes:
    """A DOCX with Word's own lists, its contact details below the name or in the page header."""
    document = docx.Document()
    set_up_page(document, resume)
    document.add_heading(resume.name, 0)
    document.add_paragraph(resume.headline)
    contact = " | ".join(item["text"] for item in resume.contact)
    if in_header:
        header = document.sections[0].header.paragraphs[0]
        header.text, header.alignment = contact, WD_ALIGN_PARAGRAPH.RIGHT
    else:
        document.add_paragraph(contact)
    for section in resume.sections:
        add_section(document, section)
    drop_unused_styles(document)
    target = BytesIO()
    document.save(target)
    return repacked(target.getvalue())


def set_up_page(document: Document, resume: Resume) -> None:
    """Sets page size, margins, font and the document's properties."""
    page = document.sections[0]
    page.page_width, page.page_height = (Pt(length) for length in PAGES[resume.page])
    page.left_margin = page.right_margin = SIDE_MARGIN
    page.top_margin = page.bottom_margin = Mm(20)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(10.5)
    style.paragraph_format.space_after = Pt(3)
    title_line = document.styles.add_style(TITLE_LINE, WD_STYLE_TYPE.PARAGRAPH)
    title_line.base_style = style
    title_line.paragraph_format.keep_with_next = True
    right_edge = page.page_width - 2 * SIDE_MARGIN
    title_line.paragraph_format.tab_stops.add_tab_stop(right_edge, WD_TAB_ALIGNMENT.RIGHT)
    properties = document.core_properties
    properties.title, properties.author = resume.title, resume.name
    properties.last_modified_by, properties.revision = resume.name, 1
    properties.comments = "Made-up resume, an example of atscheck"
    properties.created = properties.modified = FIXED_DATE


def add_section(document: Document, section: Section) -> None:
    """Appends a section from its heading to its last bullet."""
    document.add_heading(section.heading, 1)
    if section.text:
        document.add_paragraph(section.text)
    if section.table:
        add_table(document, section.table)
    for entry in section.entries:
        add_entry(document, entry)
    for item in section.items:
        document.add_paragraph(item, style="List Bullet")


def add_table(document: Document, rows: list[list[str]]) -> None:
    """Appends a table with visible lines."""
    table = document.add_table(len(rows), len(rows[0]), style=TABLE_STYLE)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def add_entry(document: Document, entry: Entry) -> None:
    """Appends a title with its dates at a right tab stop, then the bullets."""
    line = document.add_paragraph(style=TITLE_LINE)
    line.add_run(entry.title).bold = True
    line.add_run(f"\t{entry.dates}")
    document.add_paragraph(entry.detail).paragraph_format.keep_with_next = bool(entry.bullets)
    for text in entry.bullets:
        document.add_paragraph(text, style="List Bullet")


def drop_unused_styles(document: Document) -> None:
    """Removes the template's table styles, nine tenths of its size when stored uncompressed."""
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in {"Normal Table", TABLE_STYLE}:
            style.delete()
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            document.part.drop_rel(key)


def repacked(archive: bytes) -> bytes:
    """The same zip archive with fixed times, stored uncompressed."""
    target = BytesIO()
    with ZipFile(BytesIO(archive)) as source, ZipFile(target, "w", ZIP_STORED) as packed:
        for name in source.namelist():
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 3  # Unix; the default depends on where the script runs
            packed.writestr(info, source.read(name))
    return target.getvalue()


LAYOUTS: dict[str, tuple[str, Callable[[Resume], bytes]]] = {
    "one-column": (".pdf", one_column),
    "two-column": (".pdf", two_columns),
    "docx": (".docx", word_with_header),
    "docx-plain": (".docx", word),
}


def built() -> Iterator[tuple[Path, bytes]]:
    """Each example with the bytes it should have."""
    for path in sorted((HERE / "source").glob("*.toml")):
        resume = load(path)
        suffix, lay_out = LAYOUTS[resume.layout]
        yield HERE / f"{path.stem}{suffix}", lay_out(resume)


def main() -> int:
    """Writes the examples, or with ``--check`` returns 1 when one of them differs."""
    parser = argparse.ArgumentParser(description="Builds the example resumes.")
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 on a difference")
    check = parser.parse_args().check
    differing = 0
    for path, content in built():
        same = path.is_file() and path.read_bytes() == content
        differing += not same
        if not check:
            path.write_bytes(content)
        print(f"{path.name}: {'unchanged' if same else 'differs' if check else 'written'}")
    return int(check and differing > 0)


if __name__ == "__main__":
    sys.exit(main())
