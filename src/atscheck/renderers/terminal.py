"""The report for a terminal: one screen of what matters, everything on request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from atscheck.renderers import content, filed, phrases
from atscheck.renderers.changes import changes
from atscheck.renderers.console import (
    DOUBT,
    QUIET,
    SEVERITY_STYLES,
    advice,
    bar,
    card,
    heading,
    indented,
    printed,
    rows,
)
from atscheck.renderers.edits import edits
from atscheck.renderers.keywords import keywords, others
from atscheck.renderers.safe import one_line
from atscheck.renderers.view import View
from atscheck.report import Report, by_rule

STATEMENTS, RULES, LESSONS, POSITIONS = 3, 5, 2, 3
"""How many are shown unless all are asked for."""

WIDE = 72
"""Columns from which there is room for longer bars."""

Parts = Iterator[RenderableType]


def render(reports: Sequence[Report], view: View) -> str:
    """The reports one below the other."""
    return "\n\n".join(printed(_report(report, view), view) for report in reports)


def _report(report: Report, view: View) -> Parts:
    yield from _head(report)
    yield from _score(report, view)
    yield from changes(report, view)
    yield from edits(report, view)
    yield from _posting(report)
    if report.score is not None or any(match.found for match in report.matches):
        yield from keywords(report, view)
    if report.score is not None:
        yield from others(report, view)
        yield from _skills(report, view)
        yield from _level(report)
        yield from _statements(report, view)
    yield from _findings(report, view)
    if report.score is not None:
        yield from _lessons(report, view)
    yield from _filed(report, view)
    yield ""
    yield Text(content.CLOSING, QUIET)


def _head(report: Report) -> Parts:
    yield Text.assemble(
        (phrases.file_name(report.path), "bold"),
        " against ",
        (one_line(report.target.title), "bold"),
    )
    facts = content.facts(report.document)
    found = content.sections(report)
    facts.append(f"sections: {', '.join(found)}" if found else "no section heading recognised")
    yield Text("; ".join(facts), QUIET)
    if recognised := content.recognised(report.document):
        yield Text(recognised, DOUBT)


def _score(report: Report, view: View) -> Parts:
    if report.score is None:
        yield heading("Not scored")
        yield indented(Text(one_line(report.not_scored), DOUBT))
        yield indented(advice(f"atscheck text {one_line(report.path)} shows what was read"))
        return
    yield heading(f"Score {report.score.overall:g} of 100")
    wide = view.width >= WIDE
    table = rows(23, 7, 8, None) if wide else rows(23, 7, None)
    for part in report.score.parts:
        points = Text(f"{part.points:g}/{part.of:g}", justify="right")
        shown = [bar(part.points / part.of, 8)] if wide else []
        table.add_row(part.name, points, *shown, Text(part.why, QUIET))
    yield indented(table)


def _posting(report: Report) -> Parts:
    if report.target.requirements is None:
        return
    yield heading("The posting", "also asks for what is not part of the score")
    table = rows(13, None)
    for label, value, shown in content.compared(report):
        text = Text(value)
        if shown:
            text.append(f"  {shown}", QUIET)
        table.add_row(Text(label, QUIET), text)
    yield indented(table)


def _skills(report: Report, view: View) -> Parts:
    groups = report.target.groups
    if not groups:
        return
    yield heading("Sub-skills", "share of the role, and how much of it is covered")
    length = 20 if view.width >= WIDE else 8
    table = rows(None, 5, length, 5)
    for group in groups:
        share = content.group_share(report, group)
        weight = Text(phrases.percent(group.weight), QUIET, justify="right")
        covered = Text(phrases.percent(share), justify="right")
        table.add_row(one_line(group.title), weight, bar(share, length), covered)
    yield indented(table)


def _level(report: Report) -> Parts:
    if not report.levels:
        return
    current, after = content.progress(report)
    yield heading("Level", "what the text shows of it")
    table = rows(7, None)
    reached = one_line(current.level.title) if current else "none yet"
    table.add_row(Text("reached", QUIET), reached)
    if after is not None:
        count, names = content.lacking(after)
        table.add_row(Text("next", QUIET), one_line(after.level.title))
        table.add_row("", advice(f"{count} more of: {', '.join(names)}"))
    yield indented(table)


def _statements(report: Report, view: View) -> Parts:
    bullets = report.resume.bullets
    if not bullets:
        return
    quantified = sum(b.quantified for b in bullets)
    yield heading("Statements", f"{quantified} of {len(bullets)} name an amount")
    weak = content.weakest(report)
    table = rows(8, None)
    for weakness in weak if view.verbose else weak[:STATEMENTS]:
        passage = weakness.bullet.passage
        where = phrases.place(passage.span(), report.document)
        table.add_row(Text(where, QUIET), phrases.quoted(passage.text, 0 if view.verbose else 140))
        for suggestion in content.suggestions(weakness):
            table.add_row("", advice(suggestion))
    if table.row_count:
        yield indented(table)
    yield from _more(len(weak) - STATEMENTS, "weak statement", view)


def _findings(report: Report, view: View) -> Parts:
    findings = report.findings if view.verbose else content.untold(report)
    yield heading("Findings", content.severities(report))
    groups = by_rule(findings)
    table = rows(7, None)
    for group in groups if view.verbose else groups[:RULES]:
        first = group.findings[0]
        word = Text(content.SEVERITIES[group.severity], SEVERITY_STYLES[group.severity])
        note = content.note(group, report.document)
        table.add_row(word, Text.assemble(one_line(first.message), (f"  {note}", QUIET)))
        if first.suggestion:
            table.add_row("", advice(one_line(first.suggestion)))
    if table.row_count:
        yield indented(table)
    told = len(report.findings) - len(findings)
    if told:
        about = phrases.counted(told, "finding")
        yield indented(Text(f"{about} told above", QUIET))
    yield from _more(len(groups) - RULES, "kind of finding", view)


def _lessons(report: Report, view: View) -> Parts:
    useful = content.resources(report)
    if not useful:
        return
    yield heading("Where to learn what is missing")
    for resource, names in useful if view.verbose else useful[:LESSONS]:
        yield indented(Text(one_line(resource.title)))
        about = phrases.joined([*names[:3], f"{len(names) - 3} more"] if len(names) > 3 else names)
        url = f"; {one_line(resource.url)}" if resource.url else ""
        yield Padding(Text(f"for {about}{url}", QUIET), (0, 0, 0, 4))
    yield from _more(len(useful) - LESSONS, "source", view)


def _filed(report: Report, view: View) -> Parts:
    yield heading("What an ATS files")
    positions = list(filed.positions(report.resume))
    shown = positions if view.verbose else positions[:POSITIONS]
    yield indented(card([*filed.contact(report.resume), *shown]))
    yield from _more(len(report.resume.positions) - POSITIONS, "position", view)


def _more(count: int, noun: str, view: View) -> Parts:
    if count > 0 and not view.verbose:
        yield indented(Text(f"{phrases.counted(count, f'more {noun}')} (-v shows all)", QUIET))
