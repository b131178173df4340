"""What a posting asks for besides keywords, in the report for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from atscheck.matching.requirements import Requirement
from atscheck.renderers import content, phrases
from atscheck.renderers.console import LABEL, QUIET, room, rows, run
from atscheck.renderers.safe import one_line
from atscheck.renderers.section import Section
from atscheck.renderers.view import View
from atscheck.report import Report

_MET, _OTHERS = 2, 3
"""Lines that the first screen has for the demands that are met, and for each other outcome."""


def demands(report: Report, view: View) -> Iterator[Section]:
    """Each demand with what the resume shows of it: one by one, or by outcome."""
    table = _each(report) if view.verbose else _by_outcome(report, view)
    if table.row_count:
        note = "also asks for what is not part of the score"
        yield Section("The posting", note, (table,), close=True)


def _each(report: Report) -> Table:
    table = rows(LABEL, None)
    for label, value, shown in content.compared(report):
        text = Text(value)
        if shown:
            text.append(f"  {shown}", QUIET)
        table.add_row(Text(label, QUIET), text)
    return table


def _by_outcome(report: Report, view: View) -> Table:
    table = rows(LABEL, None)
    every = report.requirements
    for outcome, mark in content.OUTCOMES.items():
        items = [_short(each, report) for each in every if each.outcome == outcome]
        lines = _MET if outcome == "met" else _OTHERS
        if items:
            table.add_row(f"{mark} {outcome}", run(items, room(view, lines), "; "))
    return table


def _short(each: Requirement, report: Report) -> Text:
    """One demand, and why it is not met: "certificate: CCNA or CCNP (preferred)"."""
    why = [*(["preferred"] if each.tier == "good" else [])]
    if each.shown and each.outcome != "met":
        why.append(one_line(each.shown))
    text = Text.assemble((f"{each.kind}: ", QUIET), one_line(each.asked))
    text.append(f" ({'; '.join(why)})" if why else "", QUIET)
    where = phrases.place(each.span, report.document)
    return text.append(f"{phrases.GLUE}{where}" if where else "", QUIET)
