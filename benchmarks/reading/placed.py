"""Layouts of PDF files whose every line has its place on the page."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise

from benchmarks.reading.blocks import (
    INDENT,
    Frame,
    body,
    set_blocks,
    set_head,
    set_heading,
    set_sections,
    set_text,
    split,
)
from benchmarks.reading.content import Bullet, Entry, make_content
from benchmarks.reading.fonts import ICONS, width_of
from benchmarks.reading.sheet import Drawing, Panel, Sheet, make_look, wrap


def one_column(seed: int) -> Drawing:
    """Everything below one another, dates after the title."""
    content, sheet = make_content(seed), Sheet(make_look(seed))
    set_head(sheet, body(sheet), content)
    set_sections(sheet, body(sheet), content.main + content.side)
    return sheet.finish()


def dates_right(seed: int) -> Drawing:
    """Dates set flush right."""
    content, sheet = make_content(seed), Sheet(make_look(seed))
    set_head(sheet, body(sheet), content)
    set_sections(sheet, replace(body(sheet), dates="flush"), content.main)
    return sheet.finish()


def dates_left(seed: int) -> Drawing:
    """Dates in a column of their own on the left, each beside the first line of its entry."""
    content, sheet = make_content(seed, jobs=2), Sheet(make_look(seed))
    frame = body(sheet)
    left, right = split(frame, 0.2, sheet.look.gutter)
    set_head(sheet, frame, content)
    for section in content.main:
        set_heading(sheet, frame, section.title)
        for block in section.blocks:
            if isinstance(block, Entry):
                sheet.put(left.x, block.right)
                set_text(sheet, right, block.left, "bold")
            else:
                set_blocks(sheet, right, (block,))
    return sheet.finish()


def two_columns(seed: int) -> Drawing:
    """Two columns of the same width below the head."""
    return _columns(seed, 0.5, side_first=False)


def sidebar_left(seed: int) -> Drawing:
    """A narrow column on the left with contact and skills, some white on a dark panel."""
    return _columns(seed, 0.3, side_first=True, dark=seed % 2 == 0)


def sidebar_right(seed: int) -> Drawing:
    """A narrow column on the right, on a light panel or none."""
    return _columns(seed, 0.68, side_first=False)


def columns_justified(seed: int) -> Drawing:
    """Two columns of justified and hyphenated text with a narrow gutter."""
    return _columns(seed, 0.55, side_first=False, justified=True)


def columns_by_line(seed: int) -> Drawing:
    """Two columns that the file stores line by line, across both."""
    drawing = _columns(seed, 0.5, side_first=False)
    marks = sorted(drawing.marks, key=lambda mark: (round(mark.y), mark.x))
    return replace(drawing, marks=tuple(marks))


def _columns(
    seed: int, share: float, *, side_first: bool, dark: bool = False, justified: bool = False
) -> Drawing:
    content, look = make_content(seed, jobs=2), make_look(seed)
    sheet = Sheet(look, flows=False)
    frame = body(sheet)
    set_head(sheet, frame, content)
    top = sheet.y
    left, right = (
        replace(part, justified=justified, hyphenated=justified)
        for part in split(frame, share, look.gutter / 2 if justified else look.gutter)
    )
    if dark:
        sheet.panels.append(Panel(0, 0, top, left.x + left.width + 8, look.height - top, 0.2))
        left = replace(left, grey=1.0)
    set_sections(sheet, left, content.side if side_first else content.main)
    sheet.y = top
    set_sections(sheet, right, content.main if side_first else content.side)
    return sheet.finish()


def sidebar_pages(seed: int) -> Drawing:
    """A sidebar on the first page, beside a main column that goes on over several pages."""
    content, look = make_content(seed, jobs=7), make_look(seed)
    sheet = Sheet(look)
    left, right = split(body(sheet), 0.3, look.gutter)
    sheet.panels.append(Panel(0, 0, 0, left.x + left.width + 8, look.height, 0.9))
    set_head(sheet, left, content, separator="")
    set_sections(sheet, left, content.side)
    sheet.y = look.margin + look.size
    set_sections(sheet, right, content.main)
    return sheet.finish()


def running_heads(seed: int) -> Drawing:
    """A header and a footer on each of several pages."""
    content = make_content(seed, jobs=10)
    sheet = Sheet(make_look(seed), f"{content.name}, {content.contact[0]}", "Resume, page #")
    set_head(sheet, body(sheet), content)
    set_sections(sheet, body(sheet), content.main + content.side)
    return sheet.finish()


def table_ruled(seed: int) -> Drawing:
    """A table with lines around its cells, some of which are wrapped."""
    return _table(seed, ruled=True)


def table_plain(seed: int) -> Drawing:
    """The same without any lines."""
    return _table(seed, ruled=False)


def _table(seed: int, *, ruled: bool) -> Drawing:
    content, look = make_content(seed, jobs=2), make_look(seed)
    sheet = Sheet(look, flows=False)
    frame = body(sheet)
    set_head(sheet, frame, content)
    set_sections(sheet, frame, content.main[:2])
    set_heading(sheet, frame, "Skills")
    shares = (0.22, 0.45, 0.33)
    for row in (("Area", "Practised", "Since"), *content.rows):
        top, bottom, x = sheet.y, sheet.y, frame.x
        for text, share in zip(row, shares, strict=True):
            sheet.y = top
            set_text(sheet, Frame(x, share * frame.width - 12), text)
            bottom = max(bottom, sheet.y)
            x += share * frame.width
        x = frame.x - 4
        for share in shares if ruled else ():
            height = bottom - top
            sheet.panels.append(Panel(0, x, top - look.size, share * frame.width, height))
            x += share * frame.width
        sheet.y = bottom
    set_sections(sheet, frame, content.main[2:])
    return sheet.finish()


def text_box(seed: int) -> Drawing:
    """A box with a frame beside the profile, stored after everything else."""
    content, look = make_content(seed, jobs=2), make_look(seed)
    sheet = Sheet(look, flows=False)
    frame = body(sheet)
    set_head(sheet, frame, content)
    top = sheet.y
    left, right = split(frame, 0.66, look.gutter)
    set_sections(sheet, left, content.main[:1])
    after, sheet.y, start = sheet.y, top, len(sheet.marks)
    set_sections(sheet, right, content.side[2:])
    box = range(start, len(sheet.marks))
    sheet.panels.append(Panel(0, right.x - 6, top, right.width + 6, sheet.y - top))
    sheet.y = max(after, sheet.y)
    set_sections(sheet, frame, content.main[1:])
    rest = [i for i in range(len(sheet.marks)) if i not in box]
    return sheet.finish([*rest, *box])


def justified(seed: int) -> Drawing:
    """One column of justified and hyphenated text."""
    content, sheet = make_content(seed), Sheet(make_look(seed))
    frame = replace(body(sheet), justified=True, hyphenated=True)
    frame = replace(frame, width=0.6 * frame.width)
    set_head(sheet, frame, content)
    set_sections(sheet, frame, content.main)
    return sheet.finish()


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
    content, sheet = make_content(seed), Sheet(make_look(seed))
    frame = body(sheet)
    set_head(sheet, frame, content)
    expected = []
    for section in content.main + content.side:
        start = len(sheet.marks)
        if seed % 2:
            set_heading(sheet, frame, section.title, char_space=random.Random(seed).uniform(2, 6))  # noqa: S311
        else:
            set_heading(sheet, frame, " ".join(section.title))
        expected.append((sheet.marks[start].text, section.title.upper()))
        set_blocks(sheet, frame, section.blocks)
    drawing = sheet.finish()
    text = drawing.expected
    for written, meant in expected:
        text = text.replace(f"\n{written}\n", f"\n{meant}\n")
    return replace(drawing, expected=text)


def icons(seed: int) -> Drawing:
    """Icons of a font with private-use characters before each contact item and heading."""
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
    sheet.put(frame.x, unseen[0], grey=1.0, seen=False)
    sheet.advance()
    sheet.put(frame.x, unseen[1], mode=3, seen=False)
    sheet.advance()
    sheet.put(frame.x, unseen[2], size=1.0, seen=False)
    sheet.put(sheet.look.width + 40, unseen[3], seen=False)
    sheet.y = 0.5 * sheet.look.margin
    sheet.put(frame.x, unseen[4], grey=0.99, size=6.0, seen=False)
    return sheet.finish()


def bullets(seed: int) -> Drawing:
    """Bullets of several kinds, drawn apart or in the same run as their wrapped text."""
    content, sheet = make_content(seed), Sheet(make_look(seed))
    look, frame = sheet.look, body(sheet)
    set_head(sheet, frame, content)
    # What the fonts have; in ZapfDingbats they are arrows, ticks and squares, in Symbol a dot.
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
                sheet.put(frame.x, mark, face, seen=face == "regular")
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
    look = replace(make_look(seed), word_space=word_space, placing=("runs", "words")[seed % 2])  # type: ignore[arg-type]
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


def sections_shuffled(seed: int) -> Drawing:
    """Sections stored in another order than they stand on the page."""
    content, sheet = make_content(seed, jobs=2), Sheet(make_look(seed), flows=False)
    set_head(sheet, body(sheet), content)
    starts = [0]
    for section in content.main + content.side:
        starts.append(len(sheet.marks))
        set_sections(sheet, body(sheet), (section,))
    starts.append(len(sheet.marks))
    parts = [range(*pair) for pair in pairwise(starts)]
    random.Random(seed).shuffle(parts)  # noqa: S311 - reproducible, not secret
    return sheet.finish([i for part in parts for i in part])


LAYOUTS: Mapping[str, Callable[[int], Drawing]] = {
    layout.__name__.replace("_", "-"): layout
    for layout in (
        one_column, dates_right, dates_left, two_columns, sidebar_left, sidebar_right,
        columns_justified, columns_by_line, sidebar_pages, running_heads, table_ruled, table_plain,
        text_box, justified, ligatures, letter_spaced, icons, hidden, bullets, small_capitals,
        tight_spaces, loose_spaces, glyph_by_glyph, sections_shuffled,
    )
}  # fmt: skip
