"""Layouts of PDF files whose every line has its place on the page."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from benchmarks.reading.blocks import (
    Frame,
    body,
    set_blocks,
    set_head,
    set_heading,
    set_sections,
    set_text,
    split,
)
from benchmarks.reading.content import Entry, Section, Text, make_content
from benchmarks.reading.sheet import Drawing, Panel, Sheet, make_look


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
    """Two columns of the same width below the head, dates flush right in each."""
    return _halves(seed, dates="flush")


def columns_by_line(seed: int) -> Drawing:
    """Two columns that the file stores line by line, across both."""
    drawing = _halves(seed)
    marks = sorted(drawing.marks, key=lambda mark: (round(mark.y), mark.x))
    return replace(drawing, marks=tuple(marks))


def columns_justified(seed: int) -> Drawing:
    """Two columns of justified and hyphenated text with a narrow gutter."""
    return _halves(seed, 0.5, justified=True, hyphenated=True)


def _halves(seed: int, gutter: float = 1.0, **more: object) -> Drawing:
    content, look = make_content(seed, jobs=2), make_look(seed)
    sheet = Sheet(look, flows=False)
    frame = body(sheet)
    set_head(sheet, frame, content)
    top = sheet.y
    left, right = split(replace(frame, **more), 0.5, gutter * look.gutter)  # type: ignore[arg-type]
    set_sections(sheet, left, content.main[:2])
    sheet.y = top
    set_sections(sheet, right, content.more + content.main[2:])
    return sheet.finish()


def columns_pages(seed: int) -> Drawing:
    """Two columns on each of two pages, the second page going on where the first one ends."""
    look = make_look(seed)
    sheet = Sheet(look)
    left, right = split(body(sheet), 0.5, look.gutter)
    first, second = make_content(seed, jobs=2), make_content(seed + 500, jobs=2)
    set_head(sheet, left, replace(first, contact=()))
    set_sections(sheet, left, first.main[:2])
    sheet.y = look.margin + look.size
    set_sections(sheet, right, first.more)
    sheet.advance(look.height / look.leading)
    set_sections(sheet, left, second.main[1:])
    sheet.y = look.margin + look.size
    set_sections(sheet, right, second.more)
    return sheet.finish()


def bands(seed: int) -> Drawing:
    """Sections over the whole width, and between them pairs of sections side by side."""
    content, look = make_content(seed, jobs=1), make_look(seed)
    sheet = Sheet(look, flows=False)
    frame = body(sheet)
    set_head(sheet, frame, content)
    for wide, pair in zip(content.main[:2], (content.more, content.side), strict=False):
        set_sections(sheet, replace(frame, dates="flush"), (wide,))
        top = bottom = sheet.y
        for part, section in zip(split(frame, 0.5, look.gutter), pair, strict=False):
            sheet.y = top
            set_sections(sheet, part, (section,))
            bottom = max(bottom, sheet.y)
        sheet.y = bottom
    set_sections(sheet, frame, content.main[2:])
    return sheet.finish()


def sidebar_left(seed: int) -> Drawing:
    """A narrow column with skills on the left, some white on a dark panel."""
    content, look = make_content(seed), make_look(seed)
    sheet = Sheet(look, flows=False)
    frame = body(sheet)
    set_head(sheet, frame, content)
    sheet.advance(0.5)
    top = sheet.y
    left, right = split(frame, 0.3, look.gutter)
    if seed % 2:
        width = left.x + left.width + look.gutter / 2
        sheet.panels.append(Panel(0, 0, top - look.size, width, look.height, 0.2))
        left = replace(left, grey=1.0)
    set_sections(sheet, left, content.side)
    sheet.y = top
    set_sections(sheet, replace(right, dates="flush"), content.main)
    return sheet.finish()


def sidebar_right(seed: int) -> Drawing:
    """A narrow column on the right with contact and skills, from the top of the page on."""
    content, look = make_content(seed), make_look(seed)
    sheet = Sheet(look, flows=False)
    left, right = split(body(sheet), 0.68, look.gutter)
    top = sheet.y
    set_head(sheet, left, replace(content, contact=()))
    set_sections(sheet, replace(left, dates="flush"), content.main)
    sheet.y = top
    if seed % 2:
        x = right.x - look.gutter / 2
        sheet.panels.append(Panel(0, x, 0, look.width - x, look.height, 0.92))
    contact = Section("Contact", tuple(map(Text, content.contact)))
    set_sections(sheet, right, (contact, *content.side))
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
        x, bottom = frame.x - 4, bottom + 0.3 * look.leading
        for share in shares if ruled else ():
            width = share * frame.width
            sheet.panels.append(Panel(0, x, top - 1.15 * look.size, width, bottom - top))
            x += width
        sheet.y = bottom
    set_sections(sheet, frame, content.main[2:])
    return sheet.finish()


def labels(seed: int) -> Drawing:
    """Labels in a narrow column on the left, each beside its text; both may be wrapped."""
    content, look = make_content(seed, jobs=2), make_look(seed)
    sheet = Sheet(look, flows=False)
    frame = body(sheet)
    set_head(sheet, frame, content)
    set_sections(sheet, frame, content.main[:2])
    set_heading(sheet, frame, "Abilities")
    left, right = split(replace(frame, width=0.8 * frame.width), 0.2, 12)
    for area, practised, years in content.rows:
        top = sheet.y
        set_text(sheet, left, f"{area} for {years}", "bold")
        bottom, sheet.y = sheet.y, top
        set_text(sheet, right, f"{practised} and all that belongs to it as was called for")
        sheet.y = max(bottom, sheet.y) + 0.2 * look.leading
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
    height = sheet.y - top + 0.3 * look.leading
    sheet.panels.append(Panel(0, right.x - 6, top - 0.9 * look.size, right.width + 6, height))
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


LAYOUTS: Sequence[Callable[[int], Drawing]] = (
    one_column, dates_right, dates_left, two_columns, columns_by_line, columns_justified,
    columns_pages, bands, sidebar_left, sidebar_right, sidebar_pages, running_heads,
    table_ruled, table_plain, labels, text_box, justified, sections_shuffled,
)  # fmt: skip
