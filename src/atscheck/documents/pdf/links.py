"""The links of a PDF page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1

from atscheck.documents.assemble import SourceLine
from atscheck.documents.model import Box, Link

_MOST = 1_000
"""Links of a file that are kept; resumes have some dozens."""

_MOST_LOOKS = 10_000_000
"""Lines looked at to place the links of a file, which is links times lines: about a second."""


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A rectangle that leads to a web or mail address."""

    target: str
    box: Box


def link_areas(page: PDFPage, number: int, height: float) -> Iterator[LinkArea]:
    """The links of the page ``number``, which is ``height`` points high."""
    annotations = resolve1(page.annots)
    for reference in annotations if isinstance(annotations, list) else []:
        annotation = resolve1(reference)
        if not isinstance(annotation, dict):
            continue
        action = resolve1(annotation.get("A"))
        target = resolve1(action.get("URI")) if isinstance(action, dict) else None
        corners = resolve1(annotation.get("Rect"))
        if not isinstance(target, bytes) or not isinstance(corners, list) or len(corners) != 4:
            continue
        values = [resolve1(v) for v in corners]
        if all(isinstance(v, (int, float)) for v in values):
            ax, ay, bx, by = values
            box = Box(number, min(ax, bx), height - max(ay, by), max(ax, bx), height - min(ay, by))
            yield LinkArea(target.decode("utf-8", "replace"), box)


def links(areas: Iterable[LinkArea], lines: Sequence[SourceLine]) -> Iterator[Link]:
    """Each link with the index of the first line that it lies on; at most as many as are kept."""
    placed = _MOST_LOOKS // max(1, len(lines))
    for rank, area in enumerate(islice(areas, _MOST)):
        yield Link(area.target, _line_of(area.box, lines) if rank < placed else None)


def _line_of(box: Box, lines: Sequence[SourceLine]) -> int | None:
    middle = (box.top + box.bottom) / 2
    on = (
        i
        for i, line in enumerate(lines)
        if line.box is not None
        and line.box.page == box.page
        and line.box.top <= middle <= line.box.bottom
        and line.box.x0 < box.x1
        and box.x0 < line.box.x1
    )
    return next(on, None)
