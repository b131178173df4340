"""The keyword part of the report for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from atscheck.matching.model import Match
from atscheck.renderers import edits, phrases, sightings
from atscheck.renderers.console import BAD, DOUBT, GOOD, QUIET, advice, heading, indented, rows
from atscheck.renderers.safe import one_line
from atscheck.renderers.view import View
from atscheck.report import Report, phrasing
from atscheck.skills.model import Tier

PHRASINGS, NAMES = 3, 12
"""Missing must-have keywords shown with a phrasing, and missing good-to-have ones named, unless
all are asked for."""

DEEPEST, OTHERS = 2, 12
"""Must-have keywords shown with how deep their evidence goes, and terms shown that the target does
not ask for, unless all are asked for."""

LABEL = 13

ALL = 999
"""More alternatives than any keyword has."""


def keywords(report: Report, view: View) -> Iterator[RenderableType]:
    """Each tier: what is missing and how to say it, what does not count and why, what was found."""
    for tier, title in sightings.TIERS:
        if not sightings.of_tier(report, tier):
            continue
        yield heading(title, sightings.coverage(report, tier))
        table = rows(LABEL, None)
        if report.score is not None:
            _missing(table, report, tier, view)
        _doubtful(table, report, tier)
        _found(table, report, tier, view)
        yield indented(table)


def others(report: Report, view: View) -> Iterator[RenderableType]:
    """What the resume claims and the target does not ask for."""
    if not report.others:
        return
    yield heading("Also in the resume", "what else an ATS would index, not part of the score")
    text = Text()
    shown = report.others if view.verbose else report.others[:OTHERS]
    for number, other in enumerate(shown):
        where = phrases.place(other.claims[0].span, report.document)
        text.append(", " if number else "").append(one_line(other.term))
        text.append(f"{phrases.GLUE}{where}", QUIET)
    more = len(report.others) - len(shown)
    text.append(f" and {more} more (-v shows all)" if more else "", QUIET)
    yield indented(text)


def _missing(table: Table, report: Report, tier: Tier, view: View) -> None:
    """Keywords that stand nowhere: the first few with a phrasing, the others by name."""
    matches = sightings.missing(report, tier)
    lines: list[RenderableType] = []
    shown = len(matches) if view.verbose else PHRASINGS if tier == "must" else 0
    for match in matches[:shown]:
        name = sightings.title(match, ALL if view.verbose else 3)
        posting = sightings.asked(match, report.document)
        lines.append(
            Text.assemble((name, "bold"), (f"  posting: {posting}" if posting else "", QUIET))
        )
        text = phrasing(report.target, match.keyword.name)
        if text:
            lines.append(advice(one_line(text)))
    if matches[shown:]:
        lines.append(_others(matches[shown:], "also " if shown else ""))
    _block(table, Text("✗ missing", BAD), lines)


def _others(matches: Sequence[Match], lead: str) -> Text:
    """Missing keywords, a pack's by the first of their alternatives, and what more there is."""
    posted = any(m.keyword.wordings for m in matches)
    names = [sightings.title(m) if posted else one_line(m.keyword.terms[0].name) for m in matches]
    text = Text(f"{lead}{', '.join(names[:NAMES])}")
    more = len(names) - NAMES
    if more > 0:
        text.append(f" and {more} more (-v shows all)", QUIET)
    elif not posted and any(len(m.keyword.terms) > 1 for m in matches):
        text.append(" (-v shows what would do instead)", QUIET)
    return text


def _doubtful(table: Table, report: Report, tier: Tier) -> None:
    """Keywords that stand in the text but do not count, with the words around them."""
    lines = []
    for match in sightings.doubtful(report, tier):
        text = Text(sightings.title(match), "bold")
        text.append(f": {sightings.DOUBTS[match.status]}", "not bold")
        for evidence in match.evidence[:1]:
            where = phrases.place(evidence.span, report.document)
            around = phrases.snippet(evidence.span, report.document)
            text.append(f"  {around} {where}", "not bold dim")
        lines.append(text)
    _block(table, Text("? not counted", DOUBT), lines)


def _found(table: Table, report: Report, tier: Tier, view: View) -> None:
    """Keywords that count: those a comparison of letters misses, those only listed, the others."""
    found = [m for m in sightings.of_tier(report, tier) if m.found]
    literal = [m for m in found if m.literal]
    worded = [m for m in found if not m.literal]
    _block(table, Text("~ other words", DOUBT), _worded(worded, report, view))
    for label, matches in (
        (Text("○ listed only", DOUBT), [m for m in literal if not m.in_context]),
        (Text("✓ in use", GOOD), [m for m in literal if m.in_context]),
    ):
        if view.verbose:
            _block(table, label, _entries(matches, report, view))
        elif matches:
            _block(table, label, [_run(matches, report)])
    if tier == "must" and not view.verbose:
        lines = [Text(line, QUIET) for line in sightings.deepest(report, tier, DEEPEST)]
        _block(table, Text("  most used", QUIET), lines)


def _worded(matches: Sequence[Match], report: Report, view: View) -> list[RenderableType]:
    """Keywords in other words than asked for; a posting's words and the resume's side by side."""
    if view.verbose or report.target.kind == "pack":
        return _entries(matches, report, view)
    told = {gain.edit.match.keyword.name for gain in edits.shown(report, view)}
    lines: list[RenderableType] = [
        Text(text) for m in matches if m.keyword.name not in told for text in _pair(m, report)
    ]
    above = [sightings.title(m) for m in matches if m.keyword.name in told]
    if above:
        lines.insert(0, Text.assemble(", ".join(above), (f"  see{phrases.GLUE}above", QUIET)))
    return lines


def _pair(match: Match, report: Report) -> Iterator[str]:
    evidence, own = sightings.best(match), sightings.wording(match)
    if evidence is not None and own is not None:
        listed = "" if match.in_context else ", listed only"
        yield f"{sightings.side_by_side(own, evidence.span, report.document)}{listed}"


def _block(table: Table, label: Text, lines: Sequence[RenderableType]) -> None:
    """The lines under one label; nothing without lines."""
    for number, line in enumerate(lines):
        table.add_row(label if number == 0 else "", line)


def _entries(matches: Sequence[Match], report: Report, view: View) -> list[RenderableType]:
    """Each keyword with its best evidence, or with all of it."""
    entries: list[RenderableType] = []
    for match in matches:
        posting = sightings.asked(match, report.document)
        note = f"posting: {posting}" if posting else ""
        if view.verbose:
            name = sightings.named([term.name for term in match.keyword.terms], ALL)
            entries.append(Text.assemble(name, (f"  {note}", QUIET)))
            if depth := sightings.deep(report.depth(match)):
                entries.append(indented(Text(depth, QUIET)))
            entries += _evidence(match, report)
        else:
            where = sightings.sighting(match, report.document)
            where = f"{where}; {note}" if note else where
            entries.append(Text.assemble(sightings.title(match), (f"  {where}", QUIET)))
    return entries


def _evidence(match: Match, report: Report) -> Iterator[RenderableType]:
    """Every piece of evidence that counts, naming the alternative that it meets."""
    for evidence in match.claims:
        text = sightings.described(evidence, report.document)
        if len(match.keyword.terms) > 1:
            text = f"{one_line(evidence.term)}: {text}"
        yield indented(Text(text, QUIET))


def _run(matches: Sequence[Match], report: Report) -> Text:
    """The keywords one after another, each with its place."""
    text = Text()
    for number, match in enumerate(matches):
        evidence = sightings.best(match)
        text.append(", " if number else "").append(sightings.title(match))
        if evidence is not None:
            weak = ", weak claim" if evidence.weak else ""
            where = phrases.place(evidence.span, report.document)
            text.append(f"{phrases.GLUE}{where}{weak}", QUIET)
    return text
