"""The report as one HTML file: the pages of the resume with what was found marked on them."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace

from atscheck.documents.pictures import Picture
from atscheck.errors import InputError
from atscheck.renderers import content, filed, phrases, sightings
from atscheck.renderers.html.entries import STATUSES, Entries
from atscheck.renderers.html.sheets import lines_shown, lines_stored, sheets
from atscheck.renderers.html.shell import page
from atscheck.renderers.marks import KINDS, marks
from atscheck.renderers.view import View
from atscheck.report import Report
from atscheck.sandbox import pictures


def render(reports: Sequence[Report], view: View) -> str:
    """The reports in one page."""
    return page(
        "report.html.j2",
        reports=[_values(report, view) for report in reports],
        content=content,
        phrases=phrases,
        sightings=sightings,
        filed=filed,
        statuses=STATUSES,
        kinds=KINDS,
    )


def _values(report: Report, view: View) -> SimpleNamespace:
    """What the template shows of one report."""
    found = marks(report)
    shown = sheets(report.document, _pictures(report, view), found)
    pictured = {sheet.number for sheet in shown}
    return SimpleNamespace(
        report=report,
        entries=Entries(report, found),
        marks=found,
        sheets=shown,
        lines=list(lines_shown(report.resume, found, without=pictured)),
        stored=list(lines_stored(report.resume, found)),
    )


def _pictures(report: Report, view: View) -> dict[int, Picture]:
    """The pages as pictures; what breaks them costs the report nothing else."""
    try:
        return pictures(report.document)
    except InputError as error:
        name = phrases.file_name(report.path)
        view.warn(f"{name}: its pages are not shown, only their text: {error.message}")
        return {}
