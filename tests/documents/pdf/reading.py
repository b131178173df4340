"""Documents of PDF pages that tests draw."""

from __future__ import annotations

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from atscheck import documents
from atscheck.documents.model import Document
from tests.support.make_pdf import HEIGHT, make_pdf, objects_of_page, write_pdf


def read(*pages: object, **options: object) -> Document:
    return documents.read(make_pdf(*pages, **options), path="made.pdf")  # type: ignore[arg-type]


def texts(document: Document) -> list[str]:
    return [document.line_text(line) for line in document.lines]


def drawn(content: str, **options: object) -> Document:
    """The document of one page whose content stream is written by hand."""
    objects = objects_of_page(content.encode("latin-1"), **options)  # type: ignore[arg-type]
    return documents.read(write_pdf(objects), path="written.pdf")


def shown(*strings: str) -> str:
    """A content stream that shows each string on a line of its own."""
    rows = (f"1 0 0 1 72 {700 - 20 * i} Tm ({text}) Tj" for i, text in enumerate(strings))
    return f"BT /F 10 Tf {' '.join(rows)} ET"


def picture(
    canvas: Canvas, x: float, top: float, width: float, height: float, *, alpha: int = 255
) -> None:
    """A dark picture, its upper left corner at a place; ``alpha`` below 255 is see-through."""
    image = Image.new("RGBA", (4, 4), (20, 20, 60, alpha))
    shown = ImageReader(image if alpha < 255 else image.convert("RGB"))
    canvas.drawImage(shown, x, HEIGHT - top - height, width, height, mask="auto")
