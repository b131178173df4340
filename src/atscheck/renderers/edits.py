"""What a search for a posting's own words finds, and the edits that let it find more."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from atscheck.renderers import content, phrases, sightings
from atscheck.renderers.console import QUIET, advice, rows
from atscheck.renderers.safe import one_line
from atscheck.renderers.section import Section
from atscheck.renderers.view import View
from atscheck.report import Report

EDITS = 3
"""How many the first screen has room for."""


def edits(report: Report, view: View) -> Iterator[Section]:
    """The literal coverage of a posting, and each edit with its gain, its place and the advice."""
    if report.target.kind != "job" or report.score is None:
        return
    body: list[RenderableType] = [Text(content.LITERAL, QUIET)] if view.verbose else []
    shown, document = report.edits if view.verbose else report.edits[:EDITS], report.document
    table = rows(max((len(content.points(gain)) for gain in shown), default=0), None)
    for gain in shown:
        edit = gain.edit
        pair = sightings.side_by_side(edit.asked, edit.span, document)
        table.add_row(Text(content.points(gain), justify="right"), pair)
        if view.verbose:
            table.add_row("", Text(phrases.snippet(edit.span, document, 40), QUIET))
            table.add_row("", advice(one_line(edit.advice)))
    if table.row_count:
        body += [table, Text(content.edited(report))]
    note = content.literal(report.score.all)
    yield Section("In the posting's own words", note, tuple(body), close=True)
