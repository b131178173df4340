"""The changes that matter most: the first that a report tells after the score."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import RenderableType
from rich.text import Text

from atscheck.renderers import content
from atscheck.renderers.console import INDENT, QUIET, SEVERITY_STYLES, advice, cut, room, rows
from atscheck.renderers.safe import one_line
from atscheck.renderers.section import Section
from atscheck.renderers.view import View
from atscheck.report import Report

_SEVERITY = 7

_FIRST, _WITH_EDITS = 3, 2
"""Changes that the first screen has room for, and those beside edits."""


def changes(report: Report, view: View) -> Iterator[Section]:
    """Each change with its severity, its places, what it can add, and what to do."""
    every = report.changes
    if not every:
        return
    shown = every if view.verbose else every[: _WITH_EDITS if report.edits else _FIRST]
    body: list[RenderableType] = []
    for change in shown:
        group, finding = change.found, change.found.findings[0]
        word = Text(content.SEVERITIES[group.severity], SEVERITY_STYLES[str(group.severity)])
        message, todo = one_line(finding.message), one_line(finding.suggestion or "")
        note = content.change_note(change, report.document)
        if not view.verbose:
            note = content.change_gist(change, report.document)
            lines = 1 if group.rule in content.TOLD else 2
            message = cut(message, room(view, lines, INDENT + _SEVERITY + 2) - cell_len(note) - 2)
            todo = cut(todo, room(view, lines, INDENT + 2))
        line = rows(_SEVERITY, None)
        line.add_row(word, Text.assemble(message, (f"  {note}", QUIET)))
        body.append(line)
        if todo:
            body.append(advice(todo))
    more = f", {len(shown)} of {len(every)}" if len(shown) < len(every) else ""
    yield Section("Change first", f"what matters most{more}", tuple(body))
