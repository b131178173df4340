"""The keyword part of the report for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from atscheck.matching.model import Match
from atscheck.renderers import phrases, sightings
from atscheck.renderers.console import (
    BAD,
    DOUBT,
    GOOD,
    LABEL,
    QUIET,
    WIDE,
    advice,
    indented,
    room,
    rows,
    run,
    sign,
)
from atscheck.renderers.safe import one_line
from atscheck.renderers.section import Section
from atscheck.renderers.view import View
from atscheck.report import Report, phrasing
from atscheck.skills.model import Tier

ALL = 999
"""More alternatives than any keyword has."""

_LINES: dict[Tier, int] = {"must": 2, "good": 1}
"""Lines that the first screen has for keywords of one kind; where they are short, one more."""

Group = tuple[Text, list[Match]]


def keywords(report: Report, view: View) -> Iterator[Section]:
    """Each tier: what is missing and how to say it, what does not count and why, what was found."""
    for tier, title in sightings.TIERS:
        if sightings.of_tier(report, tier):
            table = _in_full(report, tier) if view.verbose else _in_short(report, tier, view)
            note = sightings.coverage(report, tier)
            yield Section(title, note, (table,), close=tier == "good")


def _missing(report: Report, tier: Tier) -> Group:
    return sign("✗", "missing", BAD), sightings.missing(report, tier)


def _doubtful(report: Report, tier: Tier) -> Group:
    return sign("?", "not counted", DOUBT), sightings.doubtful(report, tier)


def _found(report: Report, tier: Tier) -> Iterator[Group]:
    """Keywords that count: those a comparison of letters misses, those only listed, the others."""
    found = [m for m in sightings.of_tier(report, tier) if m.found]
    literal = [m for m in found if m.literal]
    yield sign("~", "other words", DOUBT), [m for m in found if not m.literal]
    yield sign("○", "listed only", DOUBT), [m for m in literal if not m.in_context]
    yield sign("✓", "in use", GOOD), [m for m in literal if m.in_context]


def _in_short(report: Report, tier: Tier, view: View) -> Table:
    """The keywords of each kind one after another, those that are good to have in fewer kinds."""
    found = list(_found(report, tier))
    if tier == "good":
        found = [(sign("✓", "found", GOOD), [m for _, matches in found for m in matches])]
    table, lines = rows(LABEL, None), _LINES[tier] + (view.width < WIDE)
    for label, matches in (_missing(report, tier), _doubtful(report, tier), *found):
        if matches:
            items = [_short(match, report) for match in matches]
            table.add_row(label, run(items, room(view, lines)))
    return table


def _short(match: Match, report: Report) -> Text:
    """A keyword, how the resume words it or why it does not count, and the first place."""
    evidence = sightings.best(match)
    if evidence is None:
        name = sightings.shortest(match)
        own = sightings.wording(match)
        named = own is None or own.text.casefold() in name.casefold()
        posting = "" if named else sightings.asked(match, report.document)
        return Text.assemble(name, (f" ({posting})" if posting else "", QUIET))
    weak = "weak claim" if evidence.weak else ""
    how = sightings.DOUBTS.get(match.status) or weak
    if match.found and not match.literal:
        how = sightings.worded(evidence, report.document).partition(", ")[0]
    where = phrases.place(evidence.span, report.document)
    text = Text(sightings.title(match, 1) if match.found else sightings.shortest(match))
    text.append(f" {how}" if how.startswith("as ") else f" ({how})" if how else "", QUIET)
    return text.append(f"{phrases.GLUE}{where}", QUIET)


def _in_full(report: Report, tier: Tier) -> Table:
    """Every keyword with all its evidence, missing ones with a sentence to start from."""
    table = rows(LABEL, None)
    label, matches = _missing(report, tier)
    _block(table, label, [line for m in matches for line in _phrased(m, report)])
    label, matches = _doubtful(report, tier)
    _block(table, label, [_doubt(match, report) for match in matches])
    for label, matches in _found(report, tier):
        _block(table, label, [line for m in matches for line in _evidence(m, report)])
    return table


def _block(table: Table, label: Text, lines: Sequence[RenderableType]) -> None:
    """The lines under one label; nothing without lines."""
    for number, line in enumerate(lines):
        table.add_row(label if number == 0 else "", line)


def _phrased(match: Match, report: Report) -> Iterator[RenderableType]:
    """A missing keyword, the posting's own words, and a sentence to start from."""
    posting = sightings.asked(match, report.document)
    note = f"  posting: {posting}" if posting else ""
    yield Text.assemble((sightings.title(match, ALL), "bold"), (note, QUIET))
    text = phrasing(report.target, match.keyword.name)
    if text:
        yield advice(one_line(text))


def _doubt(match: Match, report: Report) -> Text:
    """A keyword that stands in the text but does not count, with the words around it."""
    text = Text(sightings.title(match), "bold")
    text.append(f": {sightings.DOUBTS[match.status]}", "not bold")
    for evidence in match.evidence[:1]:
        where = phrases.place(evidence.span, report.document)
        around = phrases.snippet(evidence.span, report.document)
        text.append(f"  {around} {where}", "not bold dim")
    return text


def _evidence(match: Match, report: Report) -> Iterator[RenderableType]:
    """A keyword that counts, and every piece of evidence with the alternative that it meets."""
    posting = sightings.asked(match, report.document)
    note = f"  posting: {posting}" if posting else ""
    name = sightings.named([term.name for term in match.keyword.terms], ALL)
    yield Text.assemble(name, (note, QUIET))
    if depth := sightings.deep(report.depth(match)):
        yield indented(Text(depth, QUIET))
    for evidence in match.claims:
        text = sightings.described(evidence, report.document)
        if len(match.keyword.terms) > 1:
            text = f"{one_line(evidence.term)}: {text}"
        yield indented(Text(text, QUIET))
