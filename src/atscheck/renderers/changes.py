"""The changes that matter most: the first that a report tells after the score."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from atscheck.renderers import content, phrases
from atscheck.renderers.console import (
    QUIET,
    SEVERITY_STYLES,
    advice,
    heading,
    indented,
    rows,
)
from atscheck.renderers.safe import one_line
from atscheck.renderers.view import View
from atscheck.report import Report

_LINES, _MARGIN, _RAGGED = 2, 13, 12
"""Lines that the first screen has room for: of what is wrong, and of what to do; columns beside
them, and those that a line of whole words may leave empty."""


def changes(report: Report, view: View) -> Iterator[RenderableType]:
    """Each change with its severity, its rule and places, what it can add, and what to do."""
    if not report.changes:
        return
    yield heading("Change first", "what matters most; the rest and the details are below")
    room = max(20, _LINES * (view.width - _MARGIN) - _RAGGED)
    table = rows(7, None)
    for change in report.changes:
        group, first = change.found, change.found.findings[0]
        word = Text(content.SEVERITIES[group.severity], SEVERITY_STYLES[group.severity])
        note = content.change_note(change, report.document)
        message = phrases.cut(one_line(first.message), max(20, room - len(note)))
        table.add_row(word, Text.assemble(message, (f"  {note}", QUIET)))
        if first.suggestion:
            table.add_row("", advice(phrases.cut(one_line(first.suggestion), room)))
    yield indented(table)
