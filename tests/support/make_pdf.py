"""Small PDFs with text at given places, made with reportlab."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 612.0, 792.0


def make_pdf(
    *pages: Callable[[Canvas], None], password: str | StandardEncryption | None = None
) -> bytes:
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


def write_pdf(objects: Mapping[int, bytes]) -> bytes:
    """A PDF of the given objects by number; the first is the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = {}
    for number, content in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n"
    for number, offset in offsets.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, offset)
    last = max(objects) + 1
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (last, start)
    return bytes(out)


def stream(content: bytes, extra: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), extra, content)


def objects_of_page(
    content: bytes,
    *,
    font: str = "Example-Regular",
    meanings: Mapping[int, str] | None = None,
    descent: int = -200,
) -> dict[int, bytes]:
    """The objects of a PDF of one page, for `write_pdf`.

    Args:
        content: what the page draws; its font is /F, all of whose glyphs are half an em wide.
        font: the font's name.
        meanings: what the font says that its codes mean, where that is not Latin text.
        descent: how far below the baseline the font says that it reaches, in em/1000.
    """
    lines = b"".join(
        b"<%02x> <%b>\n" % (code, text.encode("utf-16-be").hex().encode())
        for code, text in (meanings or {}).items()
    )
    mapping = (
        b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
        b"%d beginbfchar\n%bendbfchar endcmap" % (len(meanings or {}), lines)
    )
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 612 792] >>",
        3: b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        4: stream(content),
        5: b"<< /Type /Font /Subtype /TrueType /BaseFont /%b /FirstChar 0 /LastChar 255 "
        b"/Widths [%b] /Encoding /WinAnsiEncoding /FontDescriptor 6 0 R %b >>"
        % (font.encode(), b"500 " * 256, b"/ToUnicode 7 0 R" if meanings else b""),
        6: b"<< /Type /FontDescriptor /FontName /%b /Flags 32 /Ascent 800 /Descent %d >>"
        % (font.encode(), descent),
        7: stream(mapping),
    }
