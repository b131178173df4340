"""Glyphs put together to runs of text: what follows one another on a line, with its spaces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from statistics import median_low

from atscheck.documents.direction import runs_backwards
from atscheck.documents.model import Box
from atscheck.documents.openings import INITIAL
from atscheck.documents.pdf.drawing import Glyph
from atscheck.documents.pdf.spacing import spaced
from atscheck.documents.segments import Segment
from atscheck.documents.visibility import Hidden


def segments(glyphs: Iterable[Glyph], page: int, first: int) -> list[Segment]:
    """The runs of text on a page, in stored order; ``first`` is the rank of the first of them.

    Text drawn over the same text, as programs do to fake bold type or a shadow, is there once.
    """
    found: list[Segment] = []
    places: dict[tuple[str, int, int], list[int]] = {}
    for run in _runs(glyphs):
        segment = _segment(run, page, first + len(found))
        if segment is None:
            continue
        text, x, y = segment.text, round(segment.box.x0 / 10), round(segment.box.top / 10)
        around = ((text, x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        near = [i for place in around for i in places.get(place, ())]
        twin = next((i for i in near if _same_place(found[i], segment)), None)
        if twin is not None:
            found[twin] = replace(found[twin], bold=True, hidden="")
            continue
        places.setdefault((text, x, y), []).append(len(found))
        found.append(segment)
    return found


def _runs(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs that follow one another in the file and on one line of the page."""
    run: list[Glyph] = []
    hidden: Hidden = ""
    for glyph in glyphs:
        before = hidden
        if not glyph.text.isspace():  # spaces are neither seen nor hidden
            hidden = glyph.hidden
        if run and (hidden != before or not _continues(run[-1], glyph)):
            yield run
            run = []
        if not (run and _drawn_twice(run, glyph)):
            run.append(glyph)
    if run:
        yield run


def _continues(last: Glyph, glyph: Glyph) -> bool:
    """Whether ``glyph`` stands on the line of ``last``, at most one em after it."""
    if last.turn != glyph.turn:
        return False
    return (_are_level(last, glyph) or _share_a_line(last, glyph)) and _is_next(last, glyph)


def _are_level(a: Glyph, b: Glyph) -> bool:
    """Whether they stand and reach equally high, as nearly all that follow one another."""
    return a.top == b.top and a.bottom == b.bottom and a.size == b.size and not b.turn


def _share_a_line(last: Glyph, glyph: Glyph) -> bool:
    if glyph.turn:
        across = min(last.x1, glyph.x1) - max(last.x0, glyph.x0)
        narrower = min(last.x1 - last.x0, glyph.x1 - glyph.x0)
    else:
        across = min(last.bottom, glyph.bottom) - max(last.top, glyph.top)
        narrower = min(last.bottom - last.top, glyph.bottom - glyph.top)
    if across < 0.5 * narrower:
        return False
    small, em = sorted((last.size, glyph.size))
    return em <= INITIAL * small or abs(last.baseline - glyph.baseline) <= small


def _is_next(last: Glyph, glyph: Glyph) -> bool:
    em = max(last.size, glyph.size)
    gap = glyph.start - last.end
    if runs_backwards(last.text + glyph.text):
        gap = max(gap, last.start - glyph.end)
    return -0.5 * em < gap < em or (glyph.start >= last.start and gap < 0)


def _drawn_twice(run: list[Glyph], glyph: Glyph) -> bool:
    """Whether ``glyph`` is drawn over an equal one: not beside it, as in "ll"."""
    alike = [g for g in run[-2:] if g.text == glyph.text and not g.text.isspace()]
    if not alike:
        return False
    near = min(0.2 * glyph.size, 0.5 * (glyph.x1 - glyph.x0))
    return any(
        abs(g.x0 - glyph.x0) < near and abs(g.top - glyph.top) < 0.2 * glyph.size for g in alike
    )


def _same_place(a: Segment, b: Segment) -> bool:
    near = 0.2 * b.size
    return abs(a.box.x0 - b.box.x0) < near and abs(a.box.top - b.box.top) < near


def _segment(run: list[Glyph], page: int, stored: int) -> Segment | None:
    shown = [i for i, glyph in enumerate(run) if not glyph.text.isspace()]
    if not shown:
        return None
    run = run[shown[0] : shown[-1] + 1]
    if any(runs_backwards(glyph.text) for glyph in run):
        run = sorted(map(_as_it_stands, run), key=lambda glyph: glyph.start)
    text, edges = spaced(run)
    box = Box(
        page,
        min(g.x0 for g in run),
        min(g.top for g in run),
        max(g.x1 for g in run),
        max(g.bottom for g in run),
    )
    if run[0].turn:
        step = (box.x1 - box.x0) / max(1, len(text))
        edges = tuple(round(box.x0 + step * i, 2) for i in range(len(text) + 1))
    hidden = Counter(g.hidden for g in run if not g.text.isspace()).most_common(1)[0][0]
    if hidden and not any(a.isalnum() and b.isalnum() for a, b in pairwise(text)):
        return None  # a dot or rule in white or tiny type hides nothing
    return Segment(
        text,
        edges,
        box,
        median_low([round(g.baseline, 1) for g in run]),
        median_low([round(g.size, 1) for g in run]),
        sum(g.bold for g in run) * 2 > len(run),
        hidden,
        stored,
        turned=bool(run[0].turn),
    )


def _as_it_stands(glyph: Glyph) -> Glyph:
    """``glyph`` with its characters from left to right, if it is a ligature read backwards."""
    backwards = len(glyph.text) > 1 and runs_backwards(glyph.text)
    return replace(glyph, text=glyph.text[::-1]) if backwards else glyph
