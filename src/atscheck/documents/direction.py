"""Lines with words that run from right to left, in the order in which a person reads them.

Pages show such words mirrored in order: their first letter is the rightmost one. What stands from
left to right on a page is put into the order of reading by the rule that puts it there (UAX #9,
Unicode Bidirectional Algorithm, rule L2), which undoes itself. The levels of rules W1 to N2 are
told from the page alone, so a number between words of two directions stays where it stands.
Brackets stay as they are named: common programs name the glyph by what it stands for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from atscheck.documents.segments import Segment

_CLASSES = {"R": "R", "AL": "R", "L": "L", "EN": "E", "AN": "E", "ES": "S", "CS": "S", "ET": "T"}
"""Bidirectional classes as one letter: "R" from right to left, "E" digits, "S" signs between them,
"T" signs beside them, "L" from left to right; "B" parts cells, "N" is anything else."""

_BEYOND_LATIN = re.compile("[\u0590-\U0010ffff]")
"""Where the blocks of letters that run from right to left begin, and all after."""

# From right to left within other text: a bracket that closes on the left belongs to it.
_BACKWARDS = re.compile(r"\)?R(?:[^LB]*R)?\(?")
# From left to right within it: words, with the numbers that follow them, and numbers.
_FORWARDS = re.compile(r"L(?:[^RB]*[LE])?|T{0,3}E(?:S?E)*T{0,3}")


def runs_backwards(text: str) -> bool:
    """Whether ``text`` has a letter that is written from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(char) in ("R", "AL") for char in _BEYOND_LATIN.findall(text)
    )


def in_reading_order(line: Segment) -> Segment:
    """``line``, whose characters stand as on the page, as it is read.

    It is from right to left as a whole if most of its letters are. Its pieces are not told apart.
    """
    if not runs_backwards(line.text):
        return line
    classes = "".join(map(_class, line.text))
    places = list(range(len(classes)))
    if classes.count("R") > classes.count("L"):
        places = _turned(places, classes)
    else:
        for run in _BACKWARDS.finditer(classes):
            start, end = run.span()
            places[start:end] = _turned(places[start:end], classes[start:end])
    text = "".join(line.text[place] for place in places)
    return replace(line, text=text, edges=_edges(line, places, text), pieces=())


def _class(char: str) -> str:
    if char in "\t()":
        return "B" if char == "\t" else char
    return _CLASSES.get(unicodedata.bidirectional(char), "N")


def _turned(places: Sequence[int], classes: str) -> list[int]:
    """``places`` backwards, but for what runs forwards among them."""
    found: list[int] = []
    end = len(places)
    for run in reversed(list(_FORWARDS.finditer(classes))):
        found += reversed(places[run.end() : end])
        found += places[run.start() : run.end()]
        end = run.start()
    return [*found, *reversed(places[:end])]


def _edges(line: Segment, places: Sequence[int], text: str) -> tuple[float, ...]:
    """Where each character begins in the direction in which it is read, and where the last ends.

    Between two directions an edge is that of the word: not that of the space beside it.
    """
    sides = []
    for i, place in enumerate(places):
        backwards = place - 1 in places[i + 1 : i + 2] or place + 1 in places[max(0, i - 1) : i]
        left, right = line.edges[place : place + 2]
        sides.append((right, left) if backwards else (left, right))
    between = (
        start if char.isalnum() else end
        for (_, end), (start, _), char in zip(sides, sides[1:], text[1:], strict=False)
    )
    return (sides[0][0], *between, sides[-1][1])
