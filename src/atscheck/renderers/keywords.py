"""The keyword part of the report for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from atscheck.matching.model import Match
from atscheck.renderers import content
from atscheck.renderers.console import BAD, DOUBT, GOOD, QUIET, heading, indented, rows
from atscheck.renderers.safe import one_line
from atscheck.renderers.view import View
from atscheck.report import Report
from atscheck.skills.model import Tier

PHRASINGS = 4
"""Missing must-have keywords that get a phrasing unless all are asked for."""

LABEL = 13


def keywords(report: Report, view: View) -> Iterator[RenderableType]:
    """Each tier: what is missing and how to say it, what does not count and why, what was found."""
    for tier, title in content.TIERS:
        if not content.of_tier(report, tier):
            continue
        yield heading(title, content.coverage(report, tier))
        table = rows(LABEL, None)
        _missing(table, report, tier, view)
        _doubtful(table, report, tier)
        _found(table, report, tier, view)
        yield indented(table)


def _missing(table: Table, report: Report, tier: Tier, view: View) -> None:
    matches = content.missing(report, tier)
    label = Text("✗ missing", BAD)
    limit = len(matches) if view.verbose else PHRASINGS if tier == "must" else 0
    for match in matches[:limit]:
        table.add_row(label, Text(one_line(match.keyword.name), "bold"))
        text = content.phrasing(report.target, match.keyword.name)
        if text:
            table.add_row("", Text(f"→ {one_line(text)}", GOOD))
        label = Text("")
    rest = [one_line(m.keyword.name) for m in matches[limit:]]
    if rest:
        hint = "also " if limit else ""
        table.add_row(label, Text(f"{hint}{', '.join(rest)}"))


def _doubtful(table: Table, report: Report, tier: Tier) -> None:
    label = Text("? not counted", DOUBT)
    for match in content.doubtful(report, tier):
        why = content.DOUBTS[match.status]
        where = content.sighting(match, report.document)
        table.add_row(
            label,
            Text.assemble(
                (one_line(match.keyword.name), "bold"), f": {why} ", (f"({where})", QUIET)
            ),
        )
        label = Text("")


def _found(table: Table, report: Report, tier: Tier, view: View) -> None:
    found = [m for m in content.of_tier(report, tier) if m.found]
    worded = [m for m in found if not m.literal]
    literal = [m for m in found if m.literal]
    for label, matches in (
        (Text("~ other words", DOUBT), worded),
        (Text("○ listed only", DOUBT), [m for m in literal if not m.in_context]),
        (Text("✓ in use", GOOD), [m for m in literal if m.in_context]),
    ):
        if not matches:
            continue
        if matches is worded or view.verbose:
            _listed(table, label, matches, report)
        else:
            table.add_row(label, _run(matches, report))


def _listed(table: Table, label: Text, matches: list[Match], report: Report) -> None:
    """A line for each keyword."""
    for match in matches:
        where = content.sighting(match, report.document)
        posting = content.asked(match, content.best(match), report.document)
        note = "; ".join(part for part in (where, posting) if part)
        table.add_row(label, Text.assemble(one_line(match.keyword.name), "  ", (note, QUIET)))
        label = Text("")


def _run(matches: list[Match], report: Report) -> Text:
    """The keywords one after another, each with its place."""
    text = Text()
    for number, match in enumerate(matches):
        text.append(", " if number else "").append(one_line(match.keyword.name))
        where = content.sighting(match, report.document, brief=True)
        text.append(f" ({where})", QUIET)
    return text
