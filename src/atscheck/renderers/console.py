"""Laying out text with rich: whatever is printed comes back as a string."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from atscheck.renderers import phrases
from atscheck.renderers.view import View

if TYPE_CHECKING:
    from atscheck.documents.model import Document
    from atscheck.renderers.filed import Entry

GOOD, BAD, DOUBT, QUIET = "green", "red", "magenta", "dim"
"""Colours that repeat what a sign or a word says. Of the sixteen, yellow and cyan are hard to read
on white and blue on black; red and magenta (gcc's colour of a warning) are words on either, and
green is for signs and bars alone."""

SEVERITY_STYLES = {"error": BAD, "warning": DOUBT, "info": ""}
"""By what a severity is called."""

INDENT, LABEL = 2, 13
"""Columns before what stands under a heading, and of the label of a row there."""

WIDE = 72
"""Columns from which there is room for bars, and for many words on a line."""

_RAGGED = 8
"""Columns that a line of whole words may leave empty at its end."""

_SHORTEST = 16
"""Columns that the first of several items has in any case."""

_LINE_END = re.compile(r"(?: |\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\)+$", re.MULTILINE)
"""The blanks, changes of style, and ends of links that a line ends with."""

_LINK = re.compile(r"(?<=\x1b\]8;id=)[^;]+")
"""The id by which a terminal knows the pieces of one link. Rich draws it at random."""


def printed(parts: Iterable[RenderableType], view: View) -> str:
    """The parts one below the other as text, without blanks at line ends.

    Nothing depends on the environment, and no text is read as markup or emoji codes.
    """
    out = io.StringIO()
    console = Console(
        file=out, width=view.width, color_system="standard" if view.color else None,
        force_terminal=view.color, highlight=False, markup=False, emoji=False,
        legacy_windows=False, _environ={},
    )  # fmt: skip
    for part in parts:
        console.print(part)
    text = out.getvalue().replace(phrases.GLUE, " ")
    ids: dict[str, str] = {}
    text = _LINK.sub(lambda link: ids.setdefault(link[0], str(len(ids) + 1)), text)
    return _LINE_END.sub(lambda end: end[0].replace(" ", ""), text)


def heading(title: str, note: str = "") -> Text:
    """A title, and a remark beside it."""
    text = Text(title, "bold")
    if note:
        text.append("  ").append(note, "not bold dim")
    return text


def indented(part: RenderableType) -> Padding:
    """``part`` under its heading."""
    return Padding(part, (0, 0, 0, INDENT))


def rows(*widths: int | None) -> Table:
    """A table without lines: a column per width, None for what is left to wrap in."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for width in widths:
        table.add_column(width=width, overflow="fold")
    return table


def room(view: View, lines: int, beside: int = INDENT + LABEL + 2) -> int:
    """Columns that words have on ``lines`` lines, each with ``beside`` columns for other things."""
    return max(12, lines * (view.width - beside) - (lines - 1) * _RAGGED)


def cut(text: str, limit: int) -> str:
    """``text`` cut to at most ``limit`` columns, at a word if there is one."""
    if cell_len(text) <= limit:
        return text
    head = set_cell_size(text, limit - 1)
    return f"{(head.rpartition(' ')[0] or head).rstrip(' ,;')}{phrases.GLUE}…"


def run(items: Sequence[Text], limit: int, between: str = ", ") -> Text:
    """The items one after another: as many as ``limit`` columns hold, and how many more."""
    text = Text()
    for number, item in enumerate(items):
        rest = len(items) - number
        more = f" and {rest}{phrases.GLUE}more"
        free = max(_SHORTEST, limit - (len(more) if rest > 1 else 0))
        if number and text.cell_len + len(between) + item.cell_len > free:
            return text.append(more, QUIET)
        shown = item.copy()
        shown.truncate(free, overflow="ellipsis")
        text.append(between if number else "").append_text(shown)
    return text


def sign(mark: str, word: str, style: str) -> Text:
    """A label: a sign that has a colour, and the word that says the same."""
    return Text.assemble((mark, style), f" {word}")


def bar(share: float, width: int) -> Text:
    """``share`` (0 to 1) as a bar; full or empty only where it is exactly so."""
    filled = round(share * width)
    if 0 < share < 1:
        filled = min(width - 1, max(1, filled))
    style = GOOD if share >= 0.7 else DOUBT if share >= 0.4 else BAD
    return Text.assemble(("━" * filled, style), ("╌" * (width - filled), QUIET))


def advice(text: str) -> Table:
    """What to do, behind an arrow."""
    table = rows(1, None)
    table.padding = (0, 1, 0, 0)
    table.add_row(Text("→", GOOD), text)
    return table


def card(entries: Iterable[Entry], document: Document | None = None) -> Table:
    """What an ATS files, each with its place if ``document`` is given; a label once in a row."""
    listed = list(entries)
    width = max(len(entry.label) for entry in listed)
    table = rows(8, width, None) if document else rows(width, None)
    before = ""
    for entry in listed:
        where = [Text(phrases.place(entry.span, document), QUIET)] if document else []
        label = Text("" if entry.label == before else entry.label, QUIET)
        dates = (f"{entry.dates:20}", QUIET) if entry.dates else ""
        text = Text.assemble(dates, (entry.text, "" if entry.found else DOUBT))
        table.add_row(*where, label, text)
        before = entry.label
    return table
