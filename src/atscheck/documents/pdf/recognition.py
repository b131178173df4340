"""Pages whose text is no text: their words as character recognition finds them in the picture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median

from atscheck.documents.characters import BULLET
from atscheck.documents.direction import runs_backwards
from atscheck.documents.ocr import DPI, Recognise, Word
from atscheck.documents.pdf.drawing import Glyph
from atscheck.documents.pdf.pdfium import PageView

MAX_PIXELS = 25_000_000
"""Of a page's picture: DIN A3 at `DPI` has 17 million dots, and larger pages are shown smaller."""

_CAPITAL, _SMALL, _DEPTH = 0.72, 0.5, 0.21
"""How far, in em, capitals, figures and tall small letters rise above the baseline in text type,
how far the other small letters do, and how far letters with descenders reach below it."""

_LOW = frozenset("gjpqy,;()[]{}|/Q@$")
_FLAT = frozenset("acemnorsuvwxzgpqy.,;:-_~+=<>")

_BULLETS = frozenset("e o O > » >» ¢ e¢ ° * ** ¥ ~ © ® «".split())
"""What bullets are recognised as; none of these opens a line by itself for another reason."""

_AT = re.compile(r"(?<=\w)(?:\(@|@\)|©)(?=[\w-]{1,63}\.\w)")
"""What the sign in mail addresses is recognised as in fonts where it is round and large."""


def recognised(view: PageView, recognise: Recognise) -> list[Glyph]:
    """The characters of the words that are recognised in a page's picture."""
    picture = view.image(DPI, MAX_PIXELS, grey=True)
    left, top, right, _ = view.seen
    scale = (right - left) / max(1, picture.width)
    words = [
        replace(
            word,
            text=_AT.sub("@", word.text),
            x0=left + scale * word.x0,
            top=top + scale * word.top,
            x1=left + scale * word.x1,
            bottom=top + scale * word.bottom,
        )
        for word in recognise(picture)
    ]
    lines = groupby(words, key=lambda word: word.line)
    return [glyph for _, line in lines for glyph in _glyphs(list(line))]


def _glyphs(line: Sequence[Word]) -> Iterator[Glyph]:
    """The characters of one line, evenly spread over their words, and the spaces between these."""
    size = median((word.bottom - word.top) / (_rise(word) + _depth(word)) for word in line)
    baseline = median(word.bottom - _depth(word) * size for word in line)
    last: Word | None = None
    if len(line) > 1 and line[0].text in _BULLETS:
        line = [replace(line[0], text=BULLET), *line[1:]]
    for word in line:
        if last is not None and 0 < word.x0 - last.x1 < size:
            yield _glyph(" ", last.x1, word.x0, baseline, size)
        step = (word.x1 - word.x0) / len(word.text)
        stands = word.text[::-1] if runs_backwards(word.text) else word.text
        for index, char in enumerate(stands):
            start = word.x0 + index * step
            yield _glyph(char, start, start + step, baseline, size)
        last = word


def _rise(word: Word) -> float:
    return _SMALL if _FLAT.issuperset(word.text) else _CAPITAL


def _depth(word: Word) -> float:
    return 0.0 if _LOW.isdisjoint(word.text) else _DEPTH


def _glyph(char: str, x0: float, x1: float, baseline: float, size: float) -> Glyph:
    return Glyph(
        char,
        x0,
        baseline - 0.75 * size,
        x1,
        baseline + 0.25 * size,
        baseline,
        size,
        bold=False,
        turn="",
        order=0,
        colors=(None,),
        mode=0,
    )
