"""What the report for a terminal tells in a line or two, and in full only on request."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from atscheck.renderers import content, filed, links, phrases
from atscheck.renderers.console import (
    DOUBT,
    QUIET,
    SEVERITY_STYLES,
    WIDE,
    advice,
    bar,
    card,
    cut,
    room,
    rows,
    run,
)
from atscheck.renderers.safe import one_line
from atscheck.renderers.section import Section
from atscheck.renderers.sightings import shortest
from atscheck.renderers.view import View
from atscheck.report import Report, by_rule

_NAME = 26
"""Columns of a sub-skill's name in short."""


def others(report: Report) -> Iterator[Section]:
    """What the resume claims and the target does not ask for: of no use on the first screen."""
    if not report.others:
        return
    text = Text()
    for number, other in enumerate(report.others):
        where = phrases.place(other.claims[0].span, report.document)
        text.append(", " if number else "").append(one_line(other.term))
        text.append(f"{phrases.GLUE}{where}", QUIET)
    yield Section(
        "Also in the resume", "what else an ATS would index, not part of the score", (text,)
    )


def skills(report: Report, view: View) -> Iterator[Section]:
    """How much of each sub-skill is covered."""
    groups = report.target.groups
    if not groups:
        return
    wide = view.width >= WIDE
    length = 20 if wide else 8
    table = rows(None, 5, length, 5)
    items = []
    for group in groups:
        share = content.group_share(report, group)
        name, covered = one_line(group.title), phrases.percent(share)
        weight = Text(phrases.percent(group.weight), QUIET, justify="right")
        table.add_row(name, weight, bar(share, length), Text(covered, justify="right"))
        items.append(Text(f"{cut(name, _NAME)}{phrases.GLUE}{covered}"))
    note = "share of the role, and how much of it is covered"
    gist = Text("none is covered yet")
    if any(content.group_share(report, group) for group in groups):
        lead = "covered: "
        gist = Text(lead).append_text(run(items, room(view, 3) - len(lead)))
    yield Section("Sub-skills", note, (table,), "sub-skills", gist)


def level(report: Report, view: View) -> Iterator[Section]:
    """The level reached, and what the next one takes."""
    if not report.levels:
        return
    current, after = content.progress(report)
    reached = one_line(current.level.title) if current else "none yet"
    table = rows(7, None)
    table.add_row(Text("reached", QUIET), reached)
    gist = Text(_named(reached))
    if after is not None:
        title = one_line(after.level.title)
        count, names = content.lacking(after)
        table.add_row(Text("next", QUIET), title)
        table.add_row("", advice(f"{count} more of: {', '.join(names)}"))
        gist.append(f"; next: {_named(title)}, with {count} more of: ")
        items = [Text(shortest(m)) for m in after.matches if not m.found]
        gist.append_text(run(items, room(view, 2) - gist.cell_len))
    yield Section("Level", "what the text shows of it", (table,), "level", gist)


def _named(title: str) -> str:
    """The name of a level without what stands behind it: "Foundation: has learnt …"."""
    return cut(title.partition(":")[0], _NAME)


def statements(report: Report, view: View) -> Iterator[Section]:
    """How many statements name an amount, and those that the checks find weak."""
    bullets = report.resume.bullets
    if not bullets:
        return
    quantified = f"{sum(b.quantified for b in bullets)} of {len(bullets)} name an amount"
    table, places = rows(8, None), []
    for weakness in content.weakest(report):
        passage = weakness.bullet.passage
        where = phrases.place(passage.span(), report.document)
        places.append(Text(where))
        table.add_row(Text(where, QUIET), phrases.quoted(passage.text))
        for suggestion in content.suggestions(weakness):
            table.add_row("", advice(suggestion))
    gist = Text(quantified)
    if places:
        gist.append(f", {len(places)} could say more: ")
        gist.append_text(run(places, room(view, 2) - gist.cell_len))
    yield Section("Statements", quantified, (table,), "statements", gist)


def findings(report: Report, view: View) -> Iterator[Section]:
    """Every finding by rule; in short how many there are."""
    table = rows(7, None)
    for group in by_rule(report.findings):
        first = group.findings[0]
        word = Text(content.SEVERITIES[group.severity], SEVERITY_STYLES[str(group.severity)])
        note = content.note(group, report.document)
        table.add_row(word, Text.assemble(one_line(first.message), (f"  {note}", QUIET)))
        if first.suggestion:
            table.add_row("", advice(one_line(first.suggestion)))
    counts = content.severities(report)
    yield Section("Findings", counts, (table,), "findings", Text(counts))


def lessons(report: Report, view: View) -> Iterator[Section]:
    """Where to learn what is missing."""
    useful = content.resources(report)
    if not useful:
        return
    body: list[RenderableType] = []
    for resource, names in useful:
        body.append(links.to_web(one_line(resource.title), resource.url, view))
        about = phrases.joined([*names[:3], f"{len(names) - 3} more"] if len(names) > 3 else names)
        url = "" if view.links or not resource.url else f"; {one_line(resource.url)}"
        body.append(Padding(Text(f"for {about}{url}", QUIET), (0, 0, 0, 2)))
    titles = [links.to_web(one_line(r.title), r.url, view) for r, _ in useful]
    gist = run(titles, room(view, 1), "; ")
    yield Section("Where to learn what is missing", "", tuple(body), "learn from", gist)


def filed_card(report: Report, view: View) -> Iterator[Section]:
    """What an ATS files; in short how to reach the person, and the latest job."""
    contact, jobs = list(filed.contact(report.resume)), list(filed.positions(report.resume))
    latest = next((job for job in jobs if job.label == "latest"), jobs[0])
    items = [
        Text.assemble(
            ("latest: " if entry is latest else "", QUIET),
            (entry.text, "" if entry.found else DOUBT),
        )
        for entry in (*contact[:3], latest)
    ]
    gist = run(items, room(view, 5), "; ")
    yield Section("What an ATS files", "", (card([*contact, *jobs]),), "an ATS files", gist)
