"""Layouts of PDF files that leave it to a program to set the lines: Typst, or a browser.

A layout is told once, as a function of a `Dialect`; said in the dialect of a program it is a source
that the program makes a PDF of, said in plain words it is what a person reads.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.reading.content import Block, Bullet, Content, Entry, Section, make_content


@dataclass(frozen=True, slots=True)
class Style:
    """How a page looks; lengths in points.

    Attributes:
        headings: "capitals", "small capitals" or "spaced".
        head, foot: what stands at the top and the bottom of every page.
    """

    size: float
    margin: float
    serif: bool
    justified: bool = False
    headings: str = "capitals"
    head: str = ""
    foot: str = ""


class Dialect:
    """How to say the parts of a layout; this one says them in plain words."""

    def text(self, text: str) -> str:
        """A paragraph."""
        return f"{text}\n"

    def name(self, text: str) -> str:
        """The name above the resume."""
        return self.text(text)

    def heading(self, text: str) -> str:
        """The heading of a section."""
        return self.text(text)

    def entry(self, left: str, right: str) -> str:
        """A line whose right part stands flush right."""
        return f"{left}\n{right}\n"

    def bullets(self, texts: Sequence[str]) -> str:
        """A list."""
        return "".join(f"• {text}\n" for text in texts)

    def raised(self, number: str, letters: str, rest: str) -> str:
        """A paragraph that starts with a number and raised letters."""
        return self.text(f"{number}{letters} {rest}")

    def hidden(self, text: str) -> str:
        """Words that nobody sees."""
        return ""

    def beside(self, left: str, right: str, share: float) -> str:
        """Two columns, the left one with that share of the width."""
        return left + right

    def boxed(self, text: str, beside: str) -> str:
        """A box with a frame at the right of a text."""
        return beside + text

    def table(self, rows: Sequence[Sequence[str]], *, ruled: bool) -> str:
        """A table with or without lines around its cells."""
        return "".join(f"{cell}\n" for row in rows for cell in row)

    def pages(self, parts: Sequence[str], style: Style) -> str:
        """The whole document, each part on a page of its own."""
        return "\n".join(f"{style.head}\n{part}\n{style.foot}" for part in parts)


Layout = Callable[[Dialect, int], str]


def make_style(seed: int, **more: object) -> Style:
    """Another look for each seed."""
    chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
    return Style(
        chance.choice((9.0, 9.5, 10.0)), chance.uniform(40, 60), chance.random() < 0.5,
        **more,  # type: ignore[arg-type]
    )  # fmt: skip


def _head(say: Dialect, content: Content) -> str:
    contact = " | ".join(content.contact)
    return say.name(content.name) + say.text(content.role) + say.text(contact)


def _blocks(say: Dialect, blocks: Iterable[Block]) -> str:
    said = ""
    items: list[str] = []
    for block in blocks:
        if isinstance(block, Bullet):
            items.append(block.text)
            continue
        said += say.bullets(items) if items else ""
        items = []
        said += (
            say.entry(block.left, block.right) if isinstance(block, Entry) else say.text(block.text)
        )
    return said + (say.bullets(items) if items else "")


def _sections(say: Dialect, sections: Iterable[Section]) -> str:
    return "".join(say.heading(s.title) + _blocks(say, s.blocks) for s in sections)


def dates_right(say: Dialect, seed: int) -> str:
    """One column, dates flush right."""
    content = make_content(seed)
    body = _head(say, content) + _sections(say, content.main + content.side)
    return say.pages([body], make_style(seed))


def dates_left(say: Dialect, seed: int) -> str:
    """Dates in a column of their own, each beside its entry."""
    content = make_content(seed, jobs=2)
    body = _head(say, content)
    for section in content.main + content.more:
        body += say.heading(section.title)
        date, rest = "", ""
        for block in section.blocks:
            if isinstance(block, Entry):
                body += say.beside(date, rest, 0.22) if rest else ""
                date, rest = say.text(block.right), say.text(block.left)
            else:
                rest += _blocks(say, (block,))
        body += say.beside(date, rest, 0.22)
    return say.pages([body], make_style(seed))


def two_columns(say: Dialect, seed: int) -> str:
    """Two columns of the same width below the head."""
    content = make_content(seed, jobs=2)
    left = _sections(say, content.main[:2])
    right = _sections(say, content.more + content.main[2:])
    return say.pages([_head(say, content) + say.beside(left, right, 0.5)], make_style(seed))


def sidebar_left(say: Dialect, seed: int) -> str:
    """A narrow column on the left."""
    content = make_content(seed)
    left, right = _sections(say, content.side), _sections(say, content.main)
    return say.pages([_head(say, content) + say.beside(left, right, 0.28)], make_style(seed))


def sidebar_right(say: Dialect, seed: int) -> str:
    """A narrow column on the right, from the top of the page on."""
    content = make_content(seed)
    left = _head(say, content) + _sections(say, content.main)
    right = _sections(say, content.side)
    return say.pages([say.beside(left, right, 0.7)], make_style(seed))


def table_ruled(say: Dialect, seed: int) -> str:
    """A table with lines around its cells."""
    return _table(say, seed, ruled=True)


def table_plain(say: Dialect, seed: int) -> str:
    """A table without lines."""
    return _table(say, seed, ruled=False)


def _table(say: Dialect, seed: int, *, ruled: bool) -> str:
    content = make_content(seed)
    rows = (("Area", "Practised", "Since"), *content.rows)
    body = _head(say, content) + say.heading("Abilities") + say.table(rows, ruled=ruled)
    return say.pages([body + _sections(say, content.main)], make_style(seed))


def text_box(say: Dialect, seed: int) -> str:
    """A box with a frame beside the profile."""
    content = make_content(seed)
    profile = _sections(say, content.main[:1])
    body = _head(say, content) + say.boxed(_sections(say, content.side[2:]), profile)
    return say.pages([body + _sections(say, content.main[1:])], make_style(seed))


def justified(say: Dialect, seed: int) -> str:
    """Justified and hyphenated text, with the ligatures that the font has."""
    content = make_content(seed)
    body = _head(say, content) + _sections(say, content.main + content.more)
    return say.pages([body], make_style(seed, justified=True))


def columns_justified(say: Dialect, seed: int) -> str:
    """Two columns of justified and hyphenated text."""
    content = make_content(seed, jobs=2)
    left = _sections(say, content.main[:2])
    right = _sections(say, content.more)
    body = _head(say, content) + say.beside(left, right, 0.5)
    return say.pages([body], make_style(seed, justified=True))


def small_capitals(say: Dialect, seed: int) -> str:
    """Headings in small capitals, and raised letters after numbers."""
    content = make_content(seed)
    body = _head(say, content)
    for number, section in enumerate(content.main + content.more, start=24):
        body += _sections(say, (section,)) + say.raised(str(number), "th", "of them all")
    return say.pages([body], make_style(seed, headings="small capitals"))


def letter_spaced(say: Dialect, seed: int) -> str:
    """Headings with wide gaps between their letters."""
    content = make_content(seed)
    body = _head(say, content) + _sections(say, content.main + content.side)
    return say.pages([body], make_style(seed, headings="spaced"))


def hidden(say: Dialect, seed: int) -> str:
    """White words between the sections."""
    content = make_content(seed)
    body = _head(say, content)
    unseen = [text for _, text, _ in make_content(seed + 1000).rows]
    for section, text in zip(content.main, unseen, strict=False):
        body += _sections(say, (section,)) + say.hidden(text)
    return say.pages([body], make_style(seed))


def running_heads(say: Dialect, seed: int) -> str:
    """A header and a footer on each of several pages."""
    content = make_content(seed)
    pages = (content.main[:2], content.more, content.main[2:] + content.side)
    parts = [_sections(say, page) for page in pages]
    head, foot = f"{content.name}, {content.contact[0]}", "Resume and references"
    style = make_style(seed, head=head, foot=foot)
    return say.pages([_head(say, content) + parts[0], *parts[1:]], style)


LAYOUTS: Sequence[Layout] = (
    dates_right, dates_left, two_columns, sidebar_left, sidebar_right, table_ruled, table_plain,
    text_box, justified, columns_justified, small_capitals, letter_spaced, hidden,
    running_heads,
)  # fmt: skip
