"""Layouts of PDF files in one column, whose characters are what is hard to read."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from benchmarks.reading.blocks import (
    INDENT,
    Frame,
    body,
    set_blocks,
    set_head,
    set_heading,
    set_sections,
    set_text,
)
from benchmarks.reading.content import Bullet, Entry, make_content
from benchmarks.reading.fonts import ICONS, width_of
from benchmarks.reading.sheet import Drawing, Sheet, make_look, wrap


def ligatures(seed: int) -> Drawing:
    """Text in which fi and fl are written with the glyphs of ligatures."""
    content, sheet = make_content(seed), Sheet(replace(make_look(seed), family="Vera"))
    set_head(sheet, body(sheet), content)
    set_sections(sheet, body(sheet), content.main)
    for i, mark in enumerate(sheet.marks):
        text = mark.text.replace("fi", "\ufb01").replace("fl", "\ufb02")
        sheet.marks[i] = replace(mark, text=text)
    return sheet.finish()


def letter_spaced(seed: int) -> Drawing:
    """Headings with wide gaps between their letters, by character spacing or by spaces."""
    chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
    content, sheet = make_content(seed), Sheet(make_look(seed))
    frame = body(sheet)
    set_head(sheet, frame, content)
    for section in content.main + content.side:
        heading = set_heading(sheet, frame, section.title)
        sheet.marks[-1] = (
            replace(heading, char_space=chance.uniform(2, 6))
            if seed % 2
            else replace(heading, text=" ".join(heading.text), reads=heading.text)
        )
        set_blocks(sheet, frame, section.blocks)
    return sheet.finish()


def icons(seed: int) -> Drawing:
    """Icons of a font with private-use characters before each contact item."""
    content, sheet = make_content(seed), Sheet(make_look(seed))
    frame = body(sheet)
    sheet.put(frame.x, content.name, "bold", size=1.9 * sheet.look.size)
    sheet.advance(1.5)
    x = frame.x
    for icon, item in zip(ICONS, content.contact, strict=True):
        sheet.put(x, icon, "icons")
        end = sheet.put(x + 1.3 * sheet.look.size, item)
        x = end.x + end.width + sheet.look.gutter
        if seed % 2 or icon == ICONS[1]:
            x = frame.x
            sheet.advance()
    sheet.advance()
    set_sections(sheet, frame, content.main)
    return sheet.finish()


def hidden(seed: int) -> Drawing:
    """Text that nobody sees: white, invisible, tiny, and beside the page."""
    content, sheet = make_content(seed), Sheet(make_look(seed))
    frame = body(sheet)
    set_head(sheet, frame, content)
    set_sections(sheet, frame, content.main)
    unseen = [text for _, text, _ in make_content(seed + 1000).rows]
    sheet.put(frame.x, unseen[0], grey=1.0, reads="")
    sheet.advance()
    sheet.put(frame.x, unseen[1], mode=3, reads="")
    sheet.advance()
    sheet.put(frame.x, unseen[2], size=1.0, reads="")
    sheet.put(sheet.look.width + 40, unseen[3], reads="")
    sheet.y = 0.5 * sheet.look.margin
    sheet.put(frame.x, unseen[4], grey=0.99, size=6.0, reads="")
    return sheet.finish()


def bullets(seed: int) -> Drawing:
    """Bullets of several kinds, drawn apart or in the same run as their wrapped text."""
    content, sheet = make_content(seed), Sheet(make_look(seed))
    look, frame = sheet.look, body(sheet)
    set_head(sheet, frame, content)
    # What the fonts have; in ZapfDingbats these letters are a tick, a square, a dot, a diamond.
    kinds = [("regular", mark) for mark in "•-–*·»"] + [("dingbats", mark) for mark in "4nlu"]
    chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
    for section in content.main:
        set_heading(sheet, frame, section.title)
        face, mark = chance.choice(kinds)
        for block in section.blocks:
            if not isinstance(block, Bullet):
                face, mark = chance.choice(kinds)
                set_blocks(sheet, frame, (block,))
            elif face == "regular" and seed % 2:
                first, *others = wrap(f"{mark} {block.text}", frame.width - INDENT, look)
                sheet.put(frame.x, first)
                sheet.advance()
                for line in others:
                    sheet.put(frame.x + INDENT, line)
                    sheet.advance()
            else:
                sheet.put(frame.x, mark, face, reads=None if face == "regular" else "")
                inner = Frame(frame.x + INDENT, frame.width - INDENT)
                set_text(sheet, inner, block.text)
    return sheet.finish()


def small_capitals(seed: int) -> Drawing:
    """Headings in small capitals, and raised letters after numbers."""
    content, sheet = make_content(seed), Sheet(make_look(seed))
    look, frame = sheet.look, body(sheet)
    set_head(sheet, frame, content)
    for section in content.main + content.side:
        sheet.advance(0.7)
        x, size = frame.x, 1.3 * look.size
        for i, letters in enumerate((section.title[0], section.title[1:].upper())):
            mark = sheet.put(x, letters, "bold", size=size * (1 - 0.2 * i), glued=i > 0)
            x += mark.width
        sheet.advance(1.15)
        for n, block in enumerate(section.blocks, start=21):
            set_blocks(sheet, frame, (block,))
            if isinstance(block, Entry):
                mark = sheet.put(frame.x, f"Ranked {n}")
                raised = "th" if n % 10 > 3 else ("st", "nd", "rd")[n % 10 - 1]
                x, sheet.y = mark.x + mark.width, sheet.y - 0.35 * look.size
                mark = sheet.put(x, raised, size=0.65 * look.size, glued=True)
                sheet.y += 0.35 * look.size
                sheet.put(mark.x + mark.width + 0.28 * look.size, "of them all")
                sheet.advance()
    return sheet.finish()


def tight_spaces(seed: int) -> Drawing:
    """Words set closer than usual, each put into the file apart."""
    look = make_look(seed)
    space = width_of(" ", look.family, "regular", look.size)
    return _spaced(seed, -0.35 * space)


def loose_spaces(seed: int) -> Drawing:
    """Words set wider than usual."""
    return _spaced(seed, 0.35 * make_look(seed).size)


def _spaced(seed: int, word_space: float) -> Drawing:
    content = make_content(seed)
    look = replace(make_look(seed), word_space=word_space, placing=("runs", "words")[seed % 2])
    sheet = Sheet(look)
    set_head(sheet, body(sheet), content)
    set_sections(sheet, replace(body(sheet), dates="flush"), content.main)
    return sheet.finish()


def glyph_by_glyph(seed: int) -> Drawing:
    """Every letter put into the file apart, without spaces."""
    content, sheet = make_content(seed), Sheet(replace(make_look(seed), placing="glyphs"))
    set_head(sheet, body(sheet), content)
    set_sections(sheet, replace(body(sheet), dates="flush"), content.main)
    return sheet.finish()


LAYOUTS: Sequence[Callable[[int], Drawing]] = (
    ligatures, letter_spaced, icons, hidden, bullets, small_capitals, tight_spaces,
    loose_spaces, glyph_by_glyph,
)  # fmt: skip
