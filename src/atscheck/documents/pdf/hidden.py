"""Which glyphs of a PDF page a person looking at it cannot see."""

from __future__ import annotations

from collections.abc import Sequence

from atscheck.documents.pdf.drawing import Drawing, Glyph, Paint
from atscheck.documents.visibility import TINY

_MAX_LIDS = 500
"""White rectangles that are looked at; real pages have a handful."""


def mark_hidden(drawing: Drawing) -> None:
    """Mark the glyphs that a person looking at the page cannot see.

    Those are outside of the page, tiny, white on nothing or white, drawn by a render mode that
    leaves no trace (unless over an image: the text layer of a scan), or under a white rectangle
    that is painted later.
    """
    paints = [p for p in drawing.paints if p.x1 - p.x0 > 2 and p.bottom - p.top > 2]
    images = [p for p in paints if p.image]
    lids = [p for p in paints if p.white and p.is_rectangle][:_MAX_LIDS]
    for glyph in drawing.glyphs:
        if glyph.text.isspace():
            continue
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        if not (0 <= x <= drawing.width and 0 <= y <= drawing.height) or 0 < glyph.size < TINY:
            glyph.hidden = True
        elif glyph.unpainted:
            glyph.hidden = not any(p.covers(x, y) for p in images)
        else:
            on_white = glyph.white and not drawing.shaded and _is_on_white(glyph, x, y, paints)
            glyph.hidden = on_white or any(p.order > glyph.order and p.covers(x, y) for p in lids)


def _is_on_white(glyph: Glyph, x: float, y: float, paints: Sequence[Paint]) -> bool:
    """Whether nothing, or white, was painted at the point before the glyph, and no image since.

    An image may be see-through, so that it can be a dark ground although it is painted later.
    """
    ground = [p for p in paints if (p.image or p.order < glyph.order) and p.covers(x, y)]
    return not ground or ground[-1].white
