"""Two writers of PDF files that put every mark where it is told."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from benchmarks.reading.fonts import FAMILIES, VERA, icon_font, name_of
from benchmarks.reading.sheet import Drawing, Mark, Panel


def write_reportlab(drawing: Drawing) -> bytes:
    """A PDF by reportlab."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    look = drawing.look
    canvas = Canvas(out, pagesize=(look.width, look.height), invariant=1)
    for panels, marks in _pages(drawing):
        for panel in panels:
            canvas.setFillGray(1 if panel.grey is None else panel.grey)
            canvas.rect(
                panel.x, look.height - panel.top - panel.height, panel.width, panel.height,
                fill=panel.grey is not None, stroke=panel.grey is None,
            )  # fmt: skip
        for mark in marks:
            canvas.setFillGray(mark.grey)
            canvas.setFont(name_of(mark.family, mark.face), mark.size)
            for x, text in mark.pieces():
                canvas.drawString(
                    x, look.height - mark.y, text, mark.mode,
                    charSpace=mark.char_space, wordSpace=mark.word_space,
                )  # fmt: skip
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def write_fpdf(drawing: Drawing) -> bytes:
    """A PDF by fpdf2, which has no word spacing: such lines are put into the file by word."""
    import fpdf
    from fpdf.enums import TextMode

    look = drawing.look
    pdf = fpdf.FPDF(unit="pt", format=(look.width, look.height))
    pdf.core_fonts_encoding = "cp1252"
    for style, name in zip(("", "B", "I"), FAMILIES["Vera"].values(), strict=True):
        pdf.add_font("Vera", style, VERA / f"{name}.ttf")
    with tempfile.TemporaryDirectory() as folder:
        icons = Path(folder, "icons.ttf")
        icons.write_bytes(icon_font())
        pdf.add_font("Icons", "", icons)
    for panels, marks in _pages(drawing):
        pdf.add_page()
        for panel in panels:
            pdf.set_fill_color(255 if panel.grey is None else round(255 * panel.grey))
            style = "D" if panel.grey is None else "F"
            pdf.rect(panel.x, panel.top, panel.width, panel.height, style)
        for mark in marks:
            family = {"icons": "Icons", "dingbats": "ZapfDingbats"}.get(mark.face, mark.family)
            style = {"bold": "B", "italic": "I"}.get(mark.face, "")
            pdf.set_font(family, style, mark.size)
            pdf.set_text_color(round(255 * mark.grey))
            pdf.set_char_spacing(mark.char_space)
            pdf.text_mode = TextMode(mark.mode)
            by_word = mark.placing == "runs" and mark.word_space
            for x, text in (replace(mark, placing="words") if by_word else mark).pieces():
                pdf.text(x, mark.y, text)
    return bytes(pdf.output())


def _pages(drawing: Drawing) -> list[tuple[list[Panel], list[Mark]]]:
    """What stands on each page, in stored order."""
    pages: dict[int, list[Mark]] = {}
    for page, marks in groupby(drawing.marks, key=lambda mark: mark.page):
        pages.setdefault(page, []).extend(marks)
    return [
        ([panel for panel in drawing.panels if panel.page == page], pages[page])
        for page in sorted(pages)
    ]


WRITERS: Mapping[str, Callable[[Drawing], bytes]] = {
    "reportlab": write_reportlab,
    "fpdf2": write_fpdf,
}
