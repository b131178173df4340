"""Glyphs put together to runs of text: what follows one another on a line, with its spaces."""

from __future__ import annotations

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
    alike: dict[str, dict[tuple[int, int], list[int]]] = {}
    for run in _runs(glyphs):
        segment = _segment(run, page, first + len(found))
        if segment is None:
            continue
        x, y = round(segment.box.x0 / 10), round(segment.box.top / 10)
        places = alike.setdefault(segment.text, {})
        around = ((x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)) if places else ()
        near = [i for place in around for i in places.get(place, ())]
        twin = next((i for i in near if _same_place(found[i], segment)), None)
        if twin is not None:
            found[twin] = replace(found[twin], bold=True, hidden="")
            continue
        places.setdefault((x, y), []).append(len(found))
        found.append(segment)
    return found


def _runs(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs that follow one another in the file and on one line of the page."""
    run: list[Glyph] = []
    hidden: Hidden = ""
    for glyph in glyphs:
        # Spaces are neither seen nor hidden.
        parted = glyph.hidden != hidden and not glyph.text.isspace()
        if parted:
            hidden = glyph.hidden
        if run and (parted or not _continues(run[-1], glyph)):
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
    if not _are_level(last, glyph):
        return _share_a_line(last, glyph) and _is_next(last, glyph)
    # Beside one another is what nearly all are, and then in whichever direction they are read.
    return -0.5 * glyph.size < glyph.x0 - last.x1 < glyph.size or _is_next(last, glyph)


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
    text = glyph.text
    if text != run[-1].text and (len(run) == 1 or text != run[-2].text):
        return False
    return not text.isspace() and any(g.text == text and _overlie(g, glyph) for g in run[-2:])


def _overlie(a: Glyph, b: Glyph) -> bool:
    near = min(0.2 * b.size, 0.5 * (b.x1 - b.x0))
    return abs(a.x0 - b.x0) < near and abs(a.top - b.top) < 0.2 * b.size


def _same_place(a: Segment, b: Segment) -> bool:
    near = 0.2 * b.size
    return abs(a.box.x0 - b.box.x0) < near and abs(a.box.top - b.box.top) < near


def _segment(glyphs: list[Glyph], page: int, stored: int) -> Segment | None:
    run = _without_outer_spaces(glyphs)
    if not run:
        return None
    hidden = run[0].hidden  # as all of its letters
    if runs_backwards("".join([glyph.text for glyph in run])):
        run = sorted(map(_as_it_stands, run), key=lambda glyph: glyph.start)
    text, edges = spaced(run)
    if hidden and not any(a.isalnum() and b.isalnum() for a, b in pairwise(text)):
        return None  # a dot or rule in white or tiny type hides nothing
    box = Box(
        page,
        min([g.x0 for g in run]),
        min([g.top for g in run]),
        max([g.x1 for g in run]),
        max([g.bottom for g in run]),
    )
    if run[0].turn:
        step = (box.x1 - box.x0) / max(1, len(text))
        edges = tuple(round(box.x0 + step * i, 2) for i in range(len(text) + 1))
    return Segment(
        text,
        edges,
        box,
        round(median_low([g.baseline for g in run]), 1),
        round(median_low([g.size for g in run]), 1),
        sum([g.bold for g in run]) * 2 > len(run),
        hidden,
        stored,
        turned=bool(run[0].turn),
    )


def _without_outer_spaces(run: list[Glyph]) -> list[Glyph]:
    first, end = 0, len(run)
    while first < end and run[first].text.isspace():
        first += 1
    while first < end and run[end - 1].text.isspace():
        end -= 1
    return run[first:end]


def _as_it_stands(glyph: Glyph) -> Glyph:
    """``glyph`` with its characters from left to right, if it is a ligature read backwards."""
    backwards = len(glyph.text) > 1 and runs_backwards(glyph.text)
    return replace(glyph, text=glyph.text[::-1]) if backwards else glyph
