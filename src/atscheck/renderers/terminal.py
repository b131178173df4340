"""The report for a terminal: one screen of what matters, everything on request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from atscheck.checks.rule import Severity
from atscheck.renderers import content
from atscheck.renderers.console import (
    BAD,
    DOUBT,
    GOOD,
    QUIET,
    bar,
    heading,
    indented,
    printed,
    rows,
)
from atscheck.renderers.keywords import keywords
from atscheck.renderers.safe import one_line
from atscheck.renderers.view import View
from atscheck.report import Report

SEVERITY_STYLES = {Severity.ERROR: BAD, Severity.WARNING: DOUBT, Severity.INFO: "cyan"}
SEVERITY_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
STATEMENTS, RULES, LESSONS = 3, 6, 3
"""How many are shown unless all are asked for."""

Parts = Iterator[RenderableType]


def render(reports: Sequence[Report], view: View) -> str:
    """The reports one below the other."""
    return "\n\n".join(printed(_report(report, view), view) for report in reports)


def _report(report: Report, view: View) -> Parts:
    yield from _head(report)
    yield from _score(report, view)
    yield from keywords(report, view)
    yield from _skills(report, view)
    yield from _level(report)
    yield from _statements(report, view)
    yield from _findings(report, view)
    yield from _lessons(report, view)
    yield from _filed(report, view)
    yield ""
    yield Text(content.CLOSING, QUIET)


def _head(report: Report) -> Parts:
    yield Text.assemble(
        (one_line(report.path), "bold"), " against ", (one_line(report.target.title), "bold")
    )
    facts = content.facts(report)
    found = content.sections(report)
    facts.append(f"sections: {', '.join(found)}" if found else "no section heading recognised")
    yield Text("; ".join(facts), QUIET)


def _score(report: Report, view: View) -> Parts:
    if report.score is None:
        yield heading("Not scored")
        yield indented(Text(one_line(report.not_scored), DOUBT))
        return
    yield heading(f"Score {report.score.overall:g} of 100")
    wide = view.width >= 72
    table = rows(23, 7, 10, None) if wide else rows(23, 7, None)
    for part in report.score.parts:
        points = Text(f"{part.points:g}/{part.of:g}", justify="right")
        shown = [bar(part.points / part.of, 10)] if wide else []
        table.add_row(part.name, points, *shown, Text(part.why, QUIET))
    yield indented(table)


def _skills(report: Report, view: View) -> Parts:
    groups = [(group, content.group_share(report, group)) for group in report.target.groups]
    if not groups:
        return
    yield heading("Sub-skills", "share of the role, and how much of it is covered")
    table = rows(None, 5, 20 if view.width >= 72 else 10, 5)
    for group, share in groups:
        weight = Text(content.percent(group.weight), QUIET, justify="right")
        covered = Text(content.percent(share), justify="right")
        length = 20 if view.width >= 72 else 10
        table.add_row(one_line(group.title), weight, bar(share, length), covered)
    yield indented(table)


def _level(report: Report) -> Parts:
    if not report.levels:
        return
    current, after = content.progress(report)
    yield heading("Level", one_line(current.level.title) if current else "none reached yet")
    if after is not None:
        yield indented(Text(content.needs(after)))


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
        where = content.place(passage.span(), report.document)
        table.add_row(Text(where, QUIET), content.quoted(passage.text, 0 if view.verbose else 120))
        for suggestion in content.suggestions(weakness):
            table.add_row("", Text(f"→ {suggestion}", GOOD))
    if table.row_count:
        yield indented(table)
    yield from _more(len(weak) - STATEMENTS, "weaker statement", view)


def _findings(report: Report, view: View) -> Parts:
    groups = content.by_rule(report.findings)
    counts = [
        content.counted(sum(f.severity is s for f in report.findings), word)
        for s, word in reversed(SEVERITY_WORDS.items())
    ]
    yield heading("Findings", ", ".join(counts) if groups else "none")
    table = rows(8, None)
    for group in groups if view.verbose else groups[:RULES]:
        first, *others = group.findings
        style = SEVERITY_STYLES[group.severity]
        text = Text(one_line(first.message))
        where = content.place(first.span, report.document)
        again = f"{len(others)} more" if others else ""
        note = ", ".join(n for n in (f"{group.rule} {group.name}", where, again) if n)
        text.append(f"  {note}", QUIET)
        table.add_row(Text(SEVERITY_WORDS[group.severity], style), text)
        if first.suggestion:
            table.add_row("", Text(f"→ {one_line(first.suggestion)}", GOOD))
    if table.row_count:
        yield indented(table)
    yield from _more(len(groups) - RULES, "rule", view)


def _lessons(report: Report, view: View) -> Parts:
    useful = content.resources(report)
    if not useful:
        return
    yield heading("Where to learn what is missing")
    for resource, names in useful if view.verbose else useful[:LESSONS]:
        text = Text(one_line(resource.title))
        if resource.url:
            text.append(f", {one_line(resource.url)}", QUIET)
        text.append(f" (for {one_line(content.joined(names))})", QUIET)
        yield indented(text)
    yield from _more(len(useful) - LESSONS, "source", view)


def _filed(report: Report, view: View) -> Parts:
    contact = report.resume.contact
    yield heading("What an ATS files")
    table = rows(10, None)
    for label, value in (
        ("name", contact.name),
        ("e-mail", contact.email),
        ("phone", contact.phone),
        ("links", "  ".join(contact.links)),
    ):
        shown = Text(one_line(value)) if value else Text("not found", DOUBT)
        table.add_row(Text(label, QUIET), shown)
    for number, (dates, names) in enumerate(content.positions(report)):
        label = "positions" if number == 0 else ""
        table.add_row(Text(label, QUIET), Text.assemble(f"{dates}  ", names))
    if not report.resume.positions:
        table.add_row(Text("positions", QUIET), Text("not found", DOUBT))
    yield indented(table)


def _more(count: int, noun: str, view: View) -> Parts:
    if count > 0 and not view.verbose:
        yield indented(Text(f"and {content.counted(count, noun)} more (-v shows all)", QUIET))
