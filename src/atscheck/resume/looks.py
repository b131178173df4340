"""How lines are set: size, weight and capitals, and how a resume sets its headings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from atscheck.documents.model import Line
from atscheck.resume.model import SectionKind

_CLOSED = re.compile(r"[:]\s*-*\s*$")
_SMALL = re.compile("[a-z]")
_LARGER = 1.12  # a line this much larger than the body's text is set apart by its size
_FEWEST_KINDS = 3  # kinds of headings that make their look the resume's main one


@dataclass(frozen=True, slots=True)
class Look:
    """How a line is set: font size to half a point, bold, all in capitals, closed by a colon."""

    size: float
    bold: bool
    capitals: bool
    colon: bool

    def weaker(self, other: Look) -> bool:
        """Whether it stands out less than ``other`` by size or weight."""
        return self.size < other.size - 0.9 or (
            other.bold and not self.bold and self.size <= other.size + 0.5
        )


@dataclass(frozen=True, slots=True)
class Style:
    """How a resume sets its headings, found from those that are known by text.

    Attributes:
        body: the size that most of its text has, in points.
        main: the look that the most kinds of headings have, or None where fewer than three share
            one.
        looks: how many headings have each look.
        others: how many short lines that are no headings and yet stand out have each look.
        kinds: the kinds of the headings of each size and weight.
    """

    body: float
    main: Look | None
    looks: Counter[Look]
    others: Counter[Look]
    kinds: dict[tuple[float, bool], frozenset[SectionKind]]

    def is_larger(self, size: float) -> bool:
        """Whether a line of ``size`` points is larger than the body's text."""
        return self.body > 0 and size >= _LARGER * self.body


def look_of(text: str, line: Line) -> Look:
    """How ``line``, whose text is ``text``, is set."""
    capitals = in_capitals(text)
    return Look(round(2 * line.size) / 2, line.bold, capitals, bool(_CLOSED.search(text)))


def style_of(
    body: float, headings: Iterable[tuple[Look, SectionKind]], others: Counter[Look]
) -> Style:
    """How a resume sets the ``headings`` that are known by their text, and its ``others``."""
    found = list(headings)
    by_weight: dict[tuple[float, bool], set[SectionKind]] = defaultdict(set)
    for look, kind in found:
        by_weight[look.size, look.bold].add(kind)
    best = max(by_weight, key=lambda weight: (len(by_weight[weight]), weight), default=None)
    main = None
    if best is not None and len(by_weight[best]) >= _FEWEST_KINDS:
        of_best = Counter(look for look, _ in found if (look.size, look.bold) == best)
        main = of_best.most_common(1)[0][0]
    sets = {weight: frozenset(kinds) for weight, kinds in by_weight.items()}
    return Style(body, main, Counter(look for look, _ in found), others, sets)


def body_size(lines: Sequence[Line]) -> float:
    """The font size that most of the text has, in points; 0 where unknown."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += line.span.end - line.span.start
    return sizes.most_common(1)[0][0] if sizes else 0.0


def stands_out(text: str, line: Line, body: float) -> bool:
    """Whether a line is larger than the ``body``, bold, in capitals, or closed by a colon."""
    larger = body > 0 and line.size >= _LARGER * body
    return larger or line.bold or in_capitals(text) or bool(_CLOSED.search(text))


def in_capitals(text: str) -> bool:
    """Whether ``text`` has four letters or more, all of them capitals."""
    if _SMALL.search(text) is not None:
        return False
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 4 and all(char.isupper() for char in letters)
