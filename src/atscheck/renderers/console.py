"""Laying out text with rich: whatever is printed comes back as a string."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from atscheck.checks.rule import Severity
from atscheck.documents.model import Document
from atscheck.renderers import phrases
from atscheck.renderers.filed import Entry
from atscheck.renderers.view import View

GOOD, BAD, DOUBT, QUIET = "green", "red", "yellow", "dim"

SEVERITY_STYLES = {Severity.ERROR: BAD, Severity.WARNING: DOUBT, Severity.INFO: "cyan"}

INDENT = 2

_LINE_END = re.compile(r"(?: |\x1b\[[0-9;]*m)+$", re.MULTILINE)
"""The blanks and changes of style that a line ends with."""


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
    return _LINE_END.sub(lambda end: end[0].replace(" ", ""), text)


def heading(title: str, note: str = "") -> Group:
    """A blank line, a title, and a remark beside it."""
    text = Text(title, "bold")
    if note:
        text.append("  ").append(note, "not bold dim")
    return Group("", text)


def indented(part: RenderableType) -> Padding:
    """``part`` under its heading."""
    return Padding(part, (0, 0, 0, INDENT))


def rows(*widths: int | None) -> Table:
    """A table without lines: a column per width, None for what is left to wrap in."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for width in widths:
        table.add_column(width=width, overflow="fold")
    return table


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
    table.add_row(Text("→", GOOD), Text(text, GOOD))
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
