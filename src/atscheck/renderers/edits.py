"""What a search for a posting's own words finds, and the edits that let it find more."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from atscheck.renderers import content, phrases, sightings
from atscheck.renderers.console import GOOD, QUIET, advice, heading, indented, rows
from atscheck.renderers.safe import one_line
from atscheck.renderers.view import View
from atscheck.report import Report
from atscheck.scoring import Gain

EDITS = 4
"""How many are shown unless all are asked for."""


def shown(report: Report, view: View) -> tuple[Gain, ...]:
    """The edits that the report tells in full."""
    return report.edits if view.verbose else report.edits[:EDITS]


def edits(report: Report, view: View) -> Iterator[RenderableType]:
    """The literal coverage of a posting, and each edit with its gain, its place and the advice."""
    if report.target.kind != "job" or report.score is None:
        return
    yield heading("In the posting's own words", content.literal(report.score.all))
    yield indented(Text(content.LITERAL, QUIET))
    table = rows(5, None)
    document = report.document
    for gain in shown(report, view):
        edit = gain.edit
        pair = sightings.side_by_side(edit.asked, edit.span, document)
        points = Text(content.points(gain), GOOD, justify="right")
        table.add_row(points, pair)
        table.add_row("", Text(phrases.snippet(edit.span, document, 40), QUIET))
        table.add_row("", advice(one_line(edit.advice)))
    if table.row_count:
        yield indented(table)
        yield indented(Text(content.edited(report), QUIET))
    more = len(report.edits) - len(shown(report, view))
    if more > 0:
        yield indented(Text(f"{phrases.counted(more, 'more edit')} (-v shows all)", QUIET))
