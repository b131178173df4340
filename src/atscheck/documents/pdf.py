"""PDF files: the glyphs that pdfminer.six draws, put together to lines.

Only pdfminer's character layer is used. Its text-box layout (``boxes_flow``) breaks ties by object
address, so that the same file can give different text in two runs, and takes gigabytes for a page
of a few thousand boxes; lines and columns are therefore built here and in `documents.order`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median_low
from typing import Any

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage, LTPage, LTRect
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from atscheck.documents.assemble import Reading, SourceLine, assemble
from atscheck.documents.model import Box, Document, Link, Loss, Page
from atscheck.documents.order import Segment, mark_running_heads, order_page
from atscheck.errors import InputError

MAX_PAGES = 100
"""Pages read; the rest is left out and said to be (99 of 100 real PDFs have 30 or fewer)."""

MAX_CHARACTERS = 500_000
"""Characters read, as MAX_PAGES."""

TINY = 4.0
"""Text smaller than this, in points, cannot be read by a person (matching.md, "hidden")."""

_UNMAPPED = re.compile(r"\(cid:\d+\)")
_BOLD = re.compile(r"bold|black|heavy|demi|\bbd\b|-b$", re.IGNORECASE)
_INVISIBLE_MODES = (3, 7)


class _Device(PDFLayoutAnalyzer):
    """Collects each page's drawing, and which glyphs the text render mode makes invisible."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources, laparams=None)
        self.page: LTPage | None = None
        self.invisible: set[int] = set()
        self._mode = 0

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        self._mode = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(self, *args: Any, **kwargs: Any) -> float:
        advance: float = super().render_char(*args, **kwargs)
        glyph = self.cur_item._objs[-1]
        if isinstance(glyph, LTChar) and self._mode in _INVISIBLE_MODES:
            self.invisible.add(id(glyph))
        return advance

    def receive_layout(self, ltpage: LTPage) -> None:
        self.page = ltpage


def read_pdf(data: bytes, path: str) -> Document:
    """The document in a PDF file.

    Raises:
        InputError: "encrypted" or "no-text"; pdfminer's own errors pass through, for
            `documents.read` to name.
    """
    try:
        pdf = PDFDocument(PDFParser(io.BytesIO(data)))
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise InputError(
            "encrypted",
            "the PDF is protected by a password",
            "save a copy without a password and use that",
        ) from error
    losses: list[Loss] = []
    if not pdf.is_extractable:
        message = "the PDF forbids copying its text; some systems obey and read nothing"
        losses.append(Loss("no-copy-permission", message))
    resources = PDFResourceManager()
    device = _Device(resources)
    interpreter = PDFPageInterpreter(resources, device)
    pages: list[Page] = []
    bodies: list[list[Segment]] = []
    links: list[tuple[int, str, tuple[float, ...]]] = []
    characters = 0
    for number, page in enumerate(PDFPage.create_pages(pdf), start=1):
        if number > MAX_PAGES or characters > MAX_CHARACTERS:
            losses.append(Loss("truncated", f"only the first {number - 1} pages were read"))
            break
        device.invisible.clear()
        interpreter.process_page(page)
        if device.page is None:
            continue
        drawn, segments, columns = _read_page(device.page, number, device.invisible)
        characters += drawn.characters
        pages.append(Page(number, drawn.width, drawn.height, columns, drawn.images, characters))
        bodies.append(segments)
        links.extend(_links(page, number, drawn.height))
        if not drawn.characters and drawn.images:
            message = f"page {number} is a picture: a machine reads no text on it"
            losses.append(
                Loss("image-only-page", message, None, Box(number, 0, 0, drawn.width, drawn.height))
            )
    lines = [_line(segment) for segment in mark_running_heads(bodies, pages)]
    reading = Reading(lines, tuple(pages), tuple(losses), tuple(_placed(links, lines)))
    return assemble(data, path, "pdf", reading)


def _read_page(page: LTPage, number: int, invisible: set[int]) -> tuple[Page, list[Segment], int]:
    painted: list[LTCurve] = []
    images: list[LTImage] = []
    glyphs: list[LTChar] = []
    for item in _walk(page):
        if isinstance(item, LTChar):
            glyphs.append(item)
        elif isinstance(item, LTImage):
            images.append(item)
        elif isinstance(item, LTCurve) and item.fill and not _white(item.non_stroking_color):
            painted.append(item)
    covers: list[LTCurve | LTImage] = [p for p in painted if p.width > 2 and p.height > 2]
    covers += images
    hidden = {id(g) for g in glyphs if _hidden(g, covers, page, id(g) in invisible)}
    segments = list(_segments(glyphs, hidden, page, number))
    ordered, columns = order_page(segments, page.width)
    facts = Page(number, page.width, page.height, columns, len(images), len(glyphs))
    return facts, ordered, columns


def _walk(container: LTContainer[Any]) -> Iterator[Any]:
    """Every drawn object in stored order, figures (form XObjects) opened."""
    stack = [iter(container)]
    while stack:
        item = next(stack[-1], None)
        if item is None:
            stack.pop()
        elif isinstance(item, LTContainer) and not isinstance(item, LTRect):
            if len(stack) < 50:
                stack.append(iter(item))
        else:
            yield item


def _segments(
    glyphs: Iterable[LTChar], hidden: set[int], page: LTPage, number: int
) -> Iterator[Segment]:
    """Runs of glyphs that follow one another in the file and on one line of the page."""
    run: list[LTChar] = []
    stored = 0
    for glyph in glyphs:
        apart = run and (id(run[-1]) in hidden) != (id(glyph) in hidden)
        if run and ((apart and not glyph.get_text().isspace()) or not _continues(run[-1], glyph)):
            segment = _segment(run, hidden, page, number, stored)
            run = []
            if segment is not None:
                stored += 1
                yield segment
        if run and _drawn_twice(run, glyph):
            continue
        run.append(glyph)
    if run:
        segment = _segment(run, hidden, page, number, stored)
        if segment is not None:
            yield segment


def _continues(last: LTChar, glyph: LTChar) -> bool:
    """Whether ``glyph`` stands on the line of ``last``, at most one em after it."""
    overlap = min(last.y1, glyph.y1) - max(last.y0, glyph.y0)
    if overlap < 0.5 * min(last.height, glyph.height) or last.upright != glyph.upright:
        return False
    em = max(last.size, glyph.size)
    gap = float(glyph.x0 - last.x1)
    return -0.5 * em < gap < em or (glyph.x0 >= last.x0 and gap < 0)


def _drawn_twice(run: list[LTChar], glyph: LTChar) -> bool:
    """Whether ``glyph`` is drawn over an equal one, as programs do to fake bold type."""
    return any(
        g.get_text() == glyph.get_text()
        and abs(g.x0 - glyph.x0) < 0.2 * glyph.size
        and abs(g.y0 - glyph.y0) < 0.2 * glyph.size
        for g in run[-2:]
        if not g.get_text().isspace()
    )


def _segment(
    run: list[LTChar], hidden: set[int], page: LTPage, number: int, stored: int
) -> Segment | None:
    while run and run[0].get_text().isspace():
        run = run[1:]
    while run and run[-1].get_text().isspace():
        run = run[:-1]
    if not run:
        return None
    text, edges = _spaced(run)
    box = Box(
        number,
        min(g.x0 for g in run),
        page.height - max(g.y1 for g in run),
        max(g.x1 for g in run),
        page.height - min(g.y0 for g in run),
    )
    bold = sum(bool(_BOLD.search(g.fontname)) for g in run) * 2 > len(run)
    size = median_low([round(g.size, 1) for g in run])
    unseen = sum(id(g) in hidden for g in run) * 2 > len(run)
    return Segment(text, edges, box, size, bold, unseen, stored)


def _spaced(run: list[LTChar]) -> tuple[str, tuple[float, ...]]:
    """The run's text with a space wherever the gap between two glyphs is that of a word space.

    A word space is at least 0.15 em more than the run's usual gap, which is above zero only in
    letter-spaced type. (Fonts have word spaces of 0.2 to 0.3 em; kerning stays below 0.1.)
    """
    gaps = [b.x0 - a.x1 for a, b in pairwise(run)]
    em = max(run[0].size, 0.1)
    tracking = 0.0
    if len(gaps) >= 3:
        usual = median_low(gaps)
        tracking = usual if usual > 0.05 * em else 0.0
    text: list[str] = []
    edges: list[float] = []
    for i, glyph in enumerate(run):
        char = _UNMAPPED.sub("\ufffd", glyph.get_text().replace("(cid:127)", "•"))
        if i and gaps[i - 1] > tracking + 0.15 * em and not (char.isspace() or text[-1].isspace()):
            text.append(" ")
            edges.append(run[i - 1].x1)
        for k, c in enumerate(char):
            text.append(c)
            edges.append(glyph.x0 + glyph.width * k / len(char))
    edges.append(run[-1].x1)
    return "".join(text), tuple(round(e, 2) for e in edges)


def _hidden(glyph: LTChar, covers: list[LTCurve | LTImage], page: LTPage, invisible: bool) -> bool:
    """Whether a person looking at the page cannot see the glyph."""
    if glyph.get_text().isspace():
        return False
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2
    if not (0 <= x <= page.width and 0 <= y <= page.height) or 0 < glyph.size < TINY:
        return True
    if not invisible and not _white(glyph.graphicstate.ncolor):
        return False
    # White on a painted area can be seen, and invisible text over a picture is a scan's text layer.
    return not any(c.x0 <= x <= c.x1 and c.y0 <= y <= c.y1 for c in covers)


def _white(color: Any) -> bool:
    """Whether a PDF colour (grey, RGB or CMYK, 0 to 1) is white or nearly so; unknown is not."""
    values = color if isinstance(color, (tuple, list)) else (color,)
    if not values or not all(isinstance(v, (int, float)) for v in values):
        return False
    if len(values) == 4:
        return max(values) < 0.03
    return len(values) in (1, 3) and min(values) > 0.97


def _line(segment: Segment) -> SourceLine:
    return SourceLine(
        segment.text,
        segment.box,
        segment.edges,
        segment.size,
        segment.bold,
        segment.hidden,
        segment.origin,
        segment.stored,
        segment.column,
        opens=False,
    )


def _links(
    page: PDFPage, number: int, height: float
) -> Iterator[tuple[int, str, tuple[float, ...]]]:
    """Page, target and rectangle (left, top, right, bottom) of each web or mail link."""
    annotations = resolve1(page.annots)
    for reference in annotations if isinstance(annotations, list) else []:
        annotation = resolve1(reference)
        action = resolve1(annotation.get("A")) if isinstance(annotation, dict) else None
        target = resolve1(action.get("URI")) if isinstance(action, dict) else None
        box = resolve1(annotation.get("Rect")) if isinstance(annotation, dict) else None
        if isinstance(target, bytes) and isinstance(box, list) and len(box) == 4:
            corners = [resolve1(v) for v in box]
            if all(isinstance(v, (int, float)) for v in corners):
                x0, y0, x1, y1 = corners
                yield number, target.decode("utf-8", "replace"), (x0, height - y1, x1, height - y0)


def _placed(
    links: list[tuple[int, str, tuple[float, ...]]], lines: list[SourceLine]
) -> Iterator[Link]:
    for number, target, (x0, top, x1, bottom) in links:
        middle = (top + bottom) / 2
        place = next(
            (
                i
                for i, line in enumerate(lines)
                if line.box is not None
                and line.box.page == number
                and line.box.top <= middle <= line.box.bottom
                and line.box.x0 < x1
                and x0 < line.box.x1
            ),
            None,
        )
        yield Link(target, place)
