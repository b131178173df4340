"""The report for a terminal: one screen of what matters, everything on request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from atscheck.renderers import content, details, links, phrases
from atscheck.renderers.changes import changes
from atscheck.renderers.console import DOUBT, QUIET, WIDE, advice, bar, printed, rows
from atscheck.renderers.demands import demands
from atscheck.renderers.edits import edits
from atscheck.renderers.keywords import keywords
from atscheck.renderers.safe import one_line
from atscheck.renderers.section import Section, laid_out
from atscheck.renderers.view import View
from atscheck.report import Report

_READABLE = (
    "save it again from the program it was written in, as Word or as a PDF whose text can be "
    "selected; pages that are pictures are read with --ocr"
)
_SHOWN = "shows what was read"


def render(reports: Sequence[Report], view: View) -> str:
    """The reports one below the other."""
    return "\n\n".join(printed(_report(report, view), view) for report in reports)


def _report(report: Report, view: View) -> Iterator[RenderableType]:
    yield from _head(report, view)
    yield from laid_out(_sections(report, view), view)
    yield ""
    if not view.verbose:
        yield Text(content.MORE, QUIET)
    if report.score is not None:
        yield Text(content.CLOSING, QUIET)


def _sections(report: Report, view: View) -> Iterator[Section]:
    """The sections in their order; without a score only those that need no confidence."""
    scored = report.score is not None
    yield _score(report, view)
    yield from changes(report, view)
    yield from edits(report, view)
    yield from demands(report, view)
    if scored or any(match.found for match in report.matches):
        yield from keywords(report, view)
    if scored:
        if view.verbose:
            yield from details.others(report)
        yield from details.skills(report, view)
        yield from details.level(report, view)
        yield from details.statements(report, view)
    yield from details.findings(report, view)
    if scored:
        yield from details.lessons(report, view)
    yield from details.filed_card(report, view)


def _head(report: Report, view: View) -> Iterator[RenderableType]:
    name = links.to_file(phrases.file_name(report.path), report.path, view)
    name.stylize("bold")
    yield Text.assemble(name, " against ", (one_line(report.target.title), "bold"))
    facts = content.facts(report.document)
    found = content.sections(report)
    facts.append(f"sections: {', '.join(found)}" if found else "no section heading recognised")
    yield Text("; ".join(facts), QUIET)
    if recognised := content.recognised(report.document):
        yield Text(recognised, DOUBT)


def _score(report: Report, view: View) -> Section:
    if report.score is None:
        mend = (advice(_READABLE),) if report.document.doubt else ()
        look = advice(f"atscheck text {one_line(report.path)} {_SHOWN}")
        return Section("Not scored", "", (Text(one_line(report.not_scored), DOUBT), *mend, look))
    wide = view.width >= WIDE
    table = rows(23, 7, 8, None) if wide else rows(23, 7, None)
    for part in report.score.parts:
        points = Text(f"{part.points:g}/{part.of:g}", justify="right")
        shown = [bar(part.points / part.of, 8)] if wide else []
        table.add_row(part.name, points, *shown, Text(part.why, QUIET))
    return Section(f"Score {report.score.overall:g} of 100", "", (table,), close=True)
