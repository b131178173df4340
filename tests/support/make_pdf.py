"""Small PDFs with text at given places, made with reportlab."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 612.0, 792.0


def make_pdf(*pages: Callable[[Canvas], None], password: str | None = None) -> bytes:
    """A PDF of US Letter pages, each drawn by one function; what they draw stands in it plainly."""
    out = io.BytesIO()
    size = WIDTH, HEIGHT
    canvas = Canvas(out, pagesize=size, invariant=1, encrypt=password, pageCompression=0)
    for page in pages:
        canvas.setFont("Helvetica", 10)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def lines(
    canvas: Canvas,
    x: float,
    top: float,
    texts: list[str],
    *,
    leading: float = 14,
    size: float = 10,
    font: str = "Helvetica",
) -> None:
    """Lines of text from ``top`` (points from the page's top) downwards."""
    canvas.setFont(font, size)
    for i, text in enumerate(texts):
        canvas.drawString(x, HEIGHT - top - i * leading, text)
