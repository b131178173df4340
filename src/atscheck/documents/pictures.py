"""The pages of a document as pictures, for reports that show them."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from atscheck.documents.model import Box
from atscheck.errors import is_ours

if TYPE_CHECKING:
    from PIL.Image import Image

    from atscheck.documents.pdf.pdfium import PageView

DPI = 144
"""Dots per inch: two for each point, so that small print is sharp on most screens."""

MAX_PAGES = 20
"""Pages shown; of 217 real resumes in PDF none has more than 11."""

MAX_PIXELS = 6_000_000
"""Of a page: DIN A3 at `DPI` has 4 million; what is larger is shown smaller."""

MAX_BYTES = 300_000
"""Of a picture without loss. Pages of text take a third of it; those with photographs, more: they
are stored with a loss that is not seen at this size."""

QUALITY = 75
"""That of pictures stored with loss, 0 to 100: what WebP calls its default."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a WebP file, and the part of the page that it shows."""

    shown: Box
    data: bytes


def drawn(data: bytes, pages: Iterable[int]) -> dict[int, Picture]:
    """Pages of a PDF file by number, from 1, as a person sees them.

    A page that PDFium cannot read has no picture, nor have those after the first `MAX_PAGES`.
    """
    from atscheck.documents.pdf.pdfium import opened, page_of

    found = {}
    with opened(data) as file:
        for number in islice(pages, MAX_PAGES) if file else ():
            with page_of(file, number) as view:
                picture = None if view is None else _picture(view)
                if picture is not None:
                    found[number] = picture
    return found


def _picture(view: PageView) -> Picture | None:
    """The page as a picture, None where it cannot be drawn."""
    try:
        data = _webp(view.image(DPI, MAX_PIXELS))
    except Exception as error:  # broken pages make the libraries raise nearly anything
        if is_ours(error):
            raise
        return None
    return Picture(Box(view.number, *view.seen), data)


def _webp(image: Image) -> bytes:
    whole = io.BytesIO()
    image.save(whole, "WEBP", lossless=True, method=4)
    if whole.tell() <= MAX_BYTES:
        return whole.getvalue()
    small = io.BytesIO()
    image.save(small, "WEBP", quality=QUALITY, method=4)
    return small.getvalue()
