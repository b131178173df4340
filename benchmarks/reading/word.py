"""Layouts of Word files that python-docx can write."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import docx
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor

from benchmarks.reading.content import Block, Bullet, Content, Entry, Section, make_content

Written = tuple[bytes, str]
"""A file and the text that a person reads in it."""


class Letter:
    """A Word file that is being written, and what a person reads of it so far.

    Attributes:
        at: what paragraphs and tables are added to: the document, a cell, a header.
        tab: where the right part of an entry ends, in inches from the left, or 0 for no tab.
    """

    def __init__(self, tab: float = 6.0) -> None:
        self.document = docx.Document()
        self._tab = tab
        self.at: Any = self.document
        self._read: list[str] = []

    def reads(self, text: str) -> None:
        """A person goes on reading ``text``."""
        self._read.append(text)

    def add(self, text: str, style: str | None = None, reads: str | None = None) -> Any:
        """A paragraph, which reads as its text or otherwise."""
        self.reads(text if reads is None else reads)
        return self.at.add_paragraph(text, style)

    def head(self, content: Content) -> None:
        """Name, role and contact."""
        for text in (content.name, content.role, " | ".join(content.contact)):
            self.add(text)

    def sections(self, sections: Iterable[Section]) -> None:
        """Sections, one after the other."""
        for section in sections:
            self.add(section.title, "Heading 1")
            self.blocks(section.blocks)

    def blocks(self, blocks: Sequence[Block]) -> None:
        """Entries, paragraphs and bullets."""
        for block in blocks:
            if isinstance(block, Entry):
                gap = "\t" if self._tab else ", "
                stops = self.add(f"{block.left}{gap}{block.right}").paragraph_format.tab_stops
                stops.add_tab_stop(Inches(self._tab), WD_TAB_ALIGNMENT.RIGHT)
            else:
                self.add(block.text, "List Bullet" if isinstance(block, Bullet) else None)

    def finish(self) -> Written:
        """The file."""
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue(), "\n".join(self._read)


def one_column(seed: int) -> Written:
    """Everything below one another, dates at a right tab stop."""
    content, letter = make_content(seed), Letter()
    letter.head(content)
    letter.sections(content.main + content.side)
    return letter.finish()


def two_columns(seed: int) -> Written:
    """A section of two columns."""
    content, letter = make_content(seed), Letter(tab=0)
    letter.head(content)
    properties = letter.document.add_section(WD_SECTION.CONTINUOUS)._sectPr
    columns = OxmlElement("w:cols")
    columns.set(qn("w:num"), "2")
    properties.append(columns)
    letter.sections(content.main + content.side)
    return letter.finish()


def table_sidebar(seed: int) -> Written:
    """A table without lines whose cells are the columns of the page."""
    content, letter = make_content(seed), Letter(tab=0)
    cells = letter.document.add_table(1, 2).rows[0].cells
    letter.at = cells[0]
    letter.head(content)
    letter.sections(content.side)
    letter.at = cells[1]
    letter.sections(content.main)
    return letter.finish()


def table_merged(seed: int) -> Written:
    """A table of skills with cells merged across and down."""
    content, letter = make_content(seed), Letter()
    letter.head(content)
    letter.sections(content.main)
    table = letter.document.add_table(0, 3, "Table Grid")
    title = table.add_row().cells
    _write(letter, title[0].merge(title[2]), "Practised abilities")
    rows = [table.add_row().cells for _ in content.rows]
    for number, (cells, row) in enumerate(zip(rows, content.rows, strict=True)):
        down = number % 2 == 1
        if number % 2 == 0 and number + 1 < len(rows):
            cells[0].merge(rows[number + 1][0])
        for cell, text in list(zip(cells, row, strict=True))[down:]:
            _write(letter, cell, text)
    letter.at = letter.document
    letter.sections(content.side)
    return letter.finish()


def _write(letter: Letter, cell: Any, text: str) -> None:
    cell.text = text
    letter.reads(text)


def table_nested(seed: int) -> Written:
    """Tables within the cell of a table."""
    content, letter = make_content(seed), Letter(tab=5)
    letter.head(content)
    outer = letter.document.add_table(2, 2, "Table Grid")
    letter.at = outer.rows[0].cells[0].merge(outer.rows[0].cells[1])
    letter.sections(content.main)
    letter.at = outer.rows[1].cells[0]
    letter.add("Practised")
    inner = letter.at.add_table(len(content.rows), 3)
    for row, texts in zip(inner.rows, content.rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            _write(letter, cell, text)
    letter.at = outer.rows[1].cells[1]
    letter.sections(content.side)
    return letter.finish()


def contact_in_header(seed: int) -> Written:
    """Name and contact in the page header, a line in the footer."""
    content, letter = make_content(seed), Letter()
    section = letter.document.sections[0]
    letter.at = section.header
    letter.head(content)
    letter.at = letter.document
    letter.sections(content.main)
    letter.at = section.footer
    letter.add("References on request")
    return letter.finish()


def hidden(seed: int) -> Written:
    """Hidden and white words within and between paragraphs."""
    content, letter = make_content(seed), Letter()
    letter.head(content)
    unseen = [text for _, text, _ in make_content(seed + 1000).rows]
    for section, text in zip(content.main, unseen, strict=False):
        letter.sections((section,))
        run = letter.add("", reads="").add_run(text)
        run.font.hidden = True
        mixed = letter.add("Known for", reads="Known for diligence")
        run = mixed.add_run(f" {unseen[3]}")
        run.font.color.rgb = RGBColor(255, 255, 255)
        mixed.add_run(" diligence")
    return letter.finish()


def shaded(seed: int) -> Written:
    """White words on a dark cell or paragraph, which are seen, and a hidden style that is not."""
    content, letter = make_content(seed), Letter()
    cell = letter.document.add_table(1, 1).rows[0].cells[0]
    _shade(cell._tc.get_or_add_tcPr())
    letter.at = cell
    letter.head(content)
    for paragraph in cell.paragraphs:
        _whiten(paragraph)
    letter.at = letter.document
    style = letter.document.styles.add_style("Unseen", WD_STYLE_TYPE.PARAGRAPH)
    style.font.hidden = True
    for section in content.main:
        band = letter.add(section.title.upper())
        _shade(band._p.get_or_add_pPr())
        _whiten(band)
        letter.blocks(section.blocks)
        letter.add("machine learning leadership", "Unseen", reads="")
        shown = letter.add("", "Unseen", reads="Shown again").add_run("Shown again")
        shown.font.hidden = False
    return letter.finish()


def _shade(properties: Any) -> None:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), "1F3864")
    properties.append(shading)


def _whiten(paragraph: Any) -> None:
    for run in paragraph.runs:
        run.font.color.rgb = RGBColor(255, 255, 255)


def sections(seed: int) -> Written:
    """Two sections of pages with headers of their own, the first page's header another one."""
    content, letter = make_content(seed), Letter()
    first = letter.document.sections[0]
    first.different_first_page_header_footer = True
    letter.at = first.first_page_header
    letter.add(f"Application as {content.role}")
    letter.document.add_section(WD_SECTION.NEW_PAGE)
    second = letter.document.sections[1]
    second.different_first_page_header_footer = False
    letter.at = second.header
    letter.add("Enclosure of certificates")
    letter.at = letter.document
    letter.sections(content.main + content.side)
    return letter.finish()


def bullets(seed: int) -> Written:
    """Lists of several kinds: by style, numbered, typed by hand, with symbols of Wingdings."""
    content, letter = make_content(seed), Letter()
    letter.head(content)
    number = 0
    for section in content.main:
        letter.add(section.title, "Heading 1")
        for i, block in enumerate(section.blocks):
            kind = (seed + i) % 4
            if not isinstance(block, Bullet) or kind == 0:
                letter.blocks((block,))
            elif kind == 1:
                number += 1
                letter.add(block.text, "List Number", reads=f"{number}. {block.text}")
            else:
                mark = "\uf0a7" if kind == 2 else "\uf0d8"
                item = letter.add("", reads=block.text)
                item.add_run(mark).font.name = "Wingdings"
                item.add_run(f"\t{block.text}")
    return letter.finish()


def formatted(seed: int) -> Written:
    """Small capitals, letter-spacing, superscripts, and words whose parts look different."""
    content, letter = make_content(seed), Letter()
    letter.head(content)
    for section in content.main + content.side:
        heading = letter.add("", reads=section.title)
        heading.add_run(section.title).font.small_caps = True
        spacing = OxmlElement("w:spacing")
        spacing.set(qn("w:val"), "80")
        heading.runs[0]._r.get_or_add_rPr().append(spacing)
        for block in section.blocks:
            if not isinstance(block, Bullet):
                letter.blocks((block,))
                continue
            paragraph = letter.add("", "List Bullet", reads=f"21st {block.text}")
            paragraph.add_run("21")
            paragraph.add_run("st").font.superscript = True
            half = len(block.text) // 2
            paragraph.add_run(f" {block.text[:half]}").bold = True
            paragraph.add_run(block.text[half:]).font.size = Pt(9)
    return letter.finish()


def comments(seed: int) -> Written:
    """Comments in the margin, which are no part of the resume."""
    content, letter = make_content(seed), Letter()
    letter.head(content)
    letter.sections(content.main)
    for paragraph in letter.document.paragraphs[3::5]:
        letter.document.add_comment(paragraph.runs[:1], "Say this with more verve", "Editor")
    return letter.finish()


LAYOUTS: Sequence[Callable[[int], Written]] = (
    one_column, two_columns, table_sidebar, table_merged, table_nested, contact_in_header,
    hidden, shaded, sections, bullets, formatted, comments,
)  # fmt: skip
