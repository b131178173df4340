"""How the parts of a resume are set on a sheet, within a frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from benchmarks.reading.content import Block, Bullet, Content, Entry, Section
from benchmarks.reading.fonts import width_of
from benchmarks.reading.sheet import Mark, Sheet, wrap

INDENT = 12.0
"""From a bullet to its text, in points."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A column of the page, and how text is set in it.

    Attributes:
        dates: where the right part of an entry goes: after the left one, or flush right.
        grey: of its text.
    """

    x: float
    width: float
    dates: Literal["inline", "flush"] = "inline"
    justified: bool = False
    hyphenated: bool = False
    grey: float = 0.0


def body(sheet: Sheet) -> Frame:
    """The whole width between the margins."""
    look = sheet.look
    return Frame(look.margin, look.width - 2 * look.margin)


def split(frame: Frame, share: float, gutter: float) -> tuple[Frame, Frame]:
    """A left frame with that share of the width, and the right one beside it."""
    left = (frame.width - gutter) * share
    right = frame.width - gutter - left
    return replace(frame, width=left), replace(frame, x=frame.x + left + gutter, width=right)


def set_head(sheet: Sheet, frame: Frame, content: Content, *, separator: str = " | ") -> None:
    """Name, role, and the contact on one line, or one line each without a separator."""
    sheet.put(frame.x, content.name, "bold", size=1.9 * sheet.look.size, grey=frame.grey)
    sheet.advance(1.5)
    sheet.put(frame.x, content.role, "italic", grey=frame.grey)
    sheet.advance()
    items = (separator.join(content.contact),) if separator else content.contact
    for item in filter(None, items):
        set_text(sheet, frame, item)


def set_heading(sheet: Sheet, frame: Frame, title: str) -> Mark:
    """A section's heading in capitals."""
    sheet.advance(0.7)
    size = 1.15 * sheet.look.size
    mark = sheet.put(frame.x, title.upper(), "bold", size=size, grey=frame.grey)
    sheet.advance(1.15)
    return mark


def set_sections(sheet: Sheet, frame: Frame, sections: Iterable[Section]) -> None:
    """Sections, one after the other."""
    for section in sections:
        set_heading(sheet, frame, section.title)
        set_blocks(sheet, frame, section.blocks)


def set_blocks(sheet: Sheet, frame: Frame, blocks: Sequence[Block]) -> None:
    """Entries, paragraphs and bullets."""
    for block in blocks:
        if isinstance(block, Entry):
            set_entry(sheet, frame, block)
        elif isinstance(block, Bullet):
            sheet.put(frame.x, sheet.look.mark, grey=frame.grey)
            inner = replace(frame, x=frame.x + INDENT, width=frame.width - INDENT)
            set_text(sheet, inner, block.text)
        else:
            set_text(sheet, frame, block.text)


def set_entry(sheet: Sheet, frame: Frame, entry: Entry) -> None:
    """The two parts of an entry on one line; the right one below if they do not fit."""
    sheet.advance(0.3)
    look = sheet.look
    left = width_of(entry.left, look.family, "bold", look.size)
    right = width_of(entry.right, look.family, "regular", look.size)
    if left + right + 3 * look.size > frame.width:
        set_text(sheet, frame, entry.left, "bold")
        set_text(sheet, frame, entry.right)
        return
    sheet.put(frame.x, entry.left, "bold", grey=frame.grey)
    after = frame.x + left + 0.6 * look.size
    sheet.put(
        after if frame.dates == "inline" else frame.x + frame.width - right,
        entry.right, grey=frame.grey,
    )  # fmt: skip
    sheet.advance()


def set_text(sheet: Sheet, frame: Frame, text: str, face: str = "regular") -> None:
    """A paragraph; justified lines get wider spaces, all but the last."""
    look = sheet.look
    lines = wrap(text, frame.width, look, face, hyphenate=frame.hyphenated)
    for line in lines:
        word_space = look.word_space
        if frame.justified and line is not lines[-1] and " " in line:
            free = frame.width - width_of(line, look.family, face, look.size)
            word_space = free / line.count(" ")
        sheet.put(frame.x, line, face, word_space=word_space, grey=frame.grey)
        sheet.advance()
