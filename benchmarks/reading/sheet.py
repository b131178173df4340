"""Pages set line by line: what a layout draws, and what a person reads of it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from benchmarks.reading.fonts import width_of

Placing = Literal["runs", "words", "glyphs"]


@dataclass(frozen=True, slots=True)
class Look:
    """What varies from page to page of one layout; lengths in points.

    Attributes:
        placing: how a line is put into the file: as one string, word by word or glyph by glyph,
            the latter two without any space character.
        word_space: what is added to each space.
    """

    family: str = "Helvetica"
    size: float = 10.0
    leading: float = 13.0
    width: float = 612.0
    height: float = 792.0
    margin: float = 54.0
    gutter: float = 24.0
    placing: Placing = "runs"
    word_space: float = 0.0
    mark: str = "•"


def make_look(seed: int) -> Look:
    """Another look for each seed."""
    chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
    size = chance.choice((8.5, 9.0, 9.5, 10.0))
    width, height = chance.choice(((612.0, 792.0), (595.0, 842.0)))
    return Look(
        chance.choice(("Helvetica", "Times", "Vera")), size, size * chance.uniform(1.18, 1.4),
        width, height, chance.uniform(40, 60), chance.uniform(18, 30), mark=chance.choice("•-–"),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of text at a place: ``x`` from the left, ``y`` of its baseline from the top.

    Attributes:
        face: "regular", "bold", "italic" or "icons".
        grey: 0 for black to 1 for white.
        mode: the PDF text rendering mode: 0 fills, 3 is invisible.
        char_space: what is added to each character's width.
        reads: what a person reads, "" where it cannot be seen, None for its text.
        glued: whether it continues the word that the mark before it ends with.
    """

    page: int
    x: float
    y: float
    text: str
    family: str
    face: str
    size: float
    grey: float = 0.0
    mode: int = 0
    char_space: float = 0.0
    word_space: float = 0.0
    placing: Placing = "runs"
    reads: str | None = None
    glued: bool = False

    @property
    def width(self) -> float:
        """Up to the end of its last character."""
        spaces = self.text.count(" ") * self.word_space
        letters = width_of(self.text, self.family, self.face, self.size)
        return letters + spaces + len(self.text) * self.char_space

    def pieces(self) -> Iterator[tuple[float, str]]:
        """The strings that it is put into the file as, each with its x."""
        if self.placing == "runs":
            yield self.x, self.text
            return
        parts = self.text.split(" ") if self.placing == "words" else list(self.text)
        done = ""
        for part in parts:
            if part.strip():
                yield self.x + replace(self, text=done).width, part
            done += part + (" " if self.placing == "words" else "")


@dataclass(frozen=True, slots=True)
class Panel:
    """A filled or outlined rectangle behind the text."""

    page: int
    x: float
    top: float
    width: float
    height: float
    grey: float | None = None


@dataclass(frozen=True)
class Drawing:
    """What a PDF writer writes: marks in the order in which the file stores them."""

    look: Look
    marks: tuple[Mark, ...]
    panels: tuple[Panel, ...]
    expected: str


@dataclass
class Sheet:
    """A cursor on the pages; marks are made in the order in which a person reads them.

    Attributes:
        head, foot: drawn on every page; "#" in them stands for its number.
        flows: whether a full page is followed by another one.
        y: where the next line's baseline goes.
    """

    look: Look
    head: str = ""
    foot: str = ""
    flows: bool = True
    page: int = 0
    y: float = 0.0
    marks: list[Mark] = field(default_factory=list)
    panels: list[Panel] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._start_page()

    def put(self, x: float, text: str, face: str = "regular", **more: object) -> Mark:
        """Text at the cursor's height; ``more`` are attributes of the mark."""
        look = self.look
        mark = Mark(
            self.page, x, self.y, text, look.family, face, look.size,
            placing=look.placing, word_space=look.word_space,
        )  # fmt: skip
        mark = replace(mark, **more)  # type: ignore[arg-type]
        self.marks.append(mark)
        return mark

    def advance(self, lines: float = 1.0) -> None:
        """Go down, to the next page if this one is full.

        Raises:
            ValueError: if it is full and may not flow.
        """
        self.y += lines * self.look.leading
        if self.y > self.look.height - self.look.margin:
            if not self.flows:
                raise ValueError("the content does not fit on one page")
            self._end_page()
            self.page += 1
            self._start_page()

    def finish(self, stored: Sequence[int] | None = None) -> Drawing:
        """The drawing, its marks stored in the order of these indices or as they were made."""
        self._end_page()
        expected = "".join(
            ("" if mark.glued else "\n") + (mark.text if mark.reads is None else mark.reads)
            for mark in self.marks
        )
        order = range(len(self.marks)) if stored is None else stored
        marks = tuple(self.marks[i] for i in order)
        return Drawing(self.look, marks, tuple(self.panels), expected)

    def _start_page(self) -> None:
        self._running(self.head, 0.6 * self.look.margin)
        self.y = self.look.margin + self.look.size

    def _end_page(self) -> None:
        self._running(self.foot, self.look.height - 0.5 * self.look.margin)

    def _running(self, text: str, y: float) -> None:
        if text:
            self.y = y
            self.put(self.look.margin, text.replace("#", str(self.page + 1)), size=8.0)


def wrap(
    text: str, width: float, look: Look, face: str = "regular", *, hyphenate: bool = False
) -> list[str]:
    """``text`` in lines no wider than ``width``, a longer word on a line of its own."""

    def fits(line: str) -> bool:
        spaces = line.count(" ") * look.word_space
        return width_of(line, look.family, face, look.size) + spaces <= width

    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".lstrip()
        if not lines[-1] or fits(longer):
            lines[-1] = longer
            continue
        cuts = _syllables(word) if hyphenate else []
        cut = next((cut for cut in cuts if fits(f"{lines[-1]} {word[:cut]}-")), 0)
        if cut:
            lines[-1] += f" {word[:cut]}-"
        lines.append(word[cut:])
    return lines


def _syllables(word: str) -> list[int]:
    """Where a long word may be cut, last first: before a consonant that a vowel follows."""
    return [
        i
        for i in range(len(word) - 3, 2, -1)
        if word.isalpha() and word[i] not in "aeiouy" and word[i + 1] in "aeiouy"
    ]
