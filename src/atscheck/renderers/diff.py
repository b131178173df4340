"""What a new version of a resume won and lost: as text for a terminal, and the other formats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from atscheck.renderers import content, diff_markdown, json, phrases, versions
from atscheck.renderers.console import (
    BAD,
    DOUBT,
    GOOD,
    QUIET,
    advice,
    cut,
    heading,
    indented,
    printed,
    rows,
)
from atscheck.renderers.safe import one_line
from atscheck.renderers.versions import Block, Entry
from atscheck.renderers.view import View
from atscheck.report import Difference

ENTRIES, NAMES, CHARACTERS = 4, 8, 150
"""Entries of one kind that are shown, those that are only named, and characters of a note, unless
all are asked for: what was won and lost fits one screen."""

LABEL, _MARGIN = 15, 10
"""Columns of a label, and those beside a statement that its quotation marks and indents take."""

Parts = Iterator[RenderableType]


def render_difference(found: Difference, format: str, view: View) -> str:
    """The difference as "text", "json" or "markdown"."""
    if format == "json":
        return json.dump(found.to_dict())
    if format == "markdown":
        return diff_markdown.render(found)
    return printed(_difference(found, view), view)


def _difference(found: Difference, view: View) -> Parts:
    yield Text.assemble(
        (versions.files(found), "bold"),
        " against ",
        (one_line(found.new.target.title), "bold"),
    )
    if found.unscored:
        yield from _unscored(found)
    elif summary := versions.summary(found):
        yield from ("", Text(summary))
        yield from _to_do(found, view)
    else:
        yield from _score(found, view)
        yield from _side("Won", "+", GOOD, versions.won(found), view)
        yield from _side("Lost", "-", BAD, versions.lost(found), view)
        yield from _statements(found, view)
        yield from _filed(found, view)
        yield from _to_do(found, view)
    yield ""
    yield Text(content.CLOSING, QUIET)


def _unscored(found: Difference) -> Parts:
    yield from (
        "",
        heading("Not compared", "a version without a score neither wins nor loses anything"),
    )
    for report, why in versions.unscored(found):
        yield indented(Text(why, DOUBT))
        yield indented(advice(f"atscheck text {one_line(report.path)} shows what was read"))


def _score(found: Difference, view: View) -> Parts:
    """The score and the parts of it that differ; of the keywords also how many there are."""
    yield from ("", heading(f"Score {versions.overall(found)}"))
    counts = dict(versions.coverages(found))
    table = rows(23, None)
    for name, points, change in versions.parts(found):
        if not (change or view.verbose or name in counts):
            continue
        style = "" if not change else GOOD if change.startswith("+") else BAD
        table.add_row(name, Text.assemble(points, (f"  {change}", style)))
        if name in counts:
            table.add_row("", Text(counts[name], QUIET))
    yield indented(table)
    shares = list(versions.groups(found))
    if shares:
        yield from ("", heading("Sub-skills", "how much of each is covered, where that differs"))
        table = rows(None, 14)
        for title, share in shares:
            table.add_row(title, share)
        yield indented(table)


def _side(title: str, sign: str, style: str, blocks: Sequence[Block], view: View) -> Parts:
    yield from ("", heading(title, "" if blocks else "nothing"))
    if blocks:
        yield indented(_table([(sign, style, block) for block in blocks], view))


def _statements(found: Difference, view: View) -> Parts:
    text, blocks = versions.statements(found)
    if not blocks:
        return
    signs = {"added": ("+", GOOD), "removed": ("-", BAD), "reworded": ("~", DOUBT)}
    yield from ("", heading("Statements", text))
    yield indented(_table([(*signs[block.label], block) for block in blocks], view))


def _table(blocks: Sequence[tuple[str, str, Block]], view: View) -> RenderableType:
    """The entries of each block behind its sign and label."""
    table = rows(LABEL, None)
    for sign, style, block in blocks:
        label = Text(f"{sign} {block.label}", style)
        for number, line in enumerate(_lines(block, view)):
            table.add_row(label if number == 0 else "", line)
    return table


def _lines(block: Block, view: View) -> Iterator[Text]:
    if block.run and not view.verbose:
        yield _run(block.entries)
        return
    shown = block.entries if view.verbose else block.entries[:ENTRIES]
    for entry in shown:
        yield _entry(entry, view)
    more = len(block.entries) - len(shown)
    if more:
        yield Text(f"{more} more (-v shows all)", QUIET)


def _run(entries: Sequence[Entry]) -> Text:
    """The names one after another, each with its place."""
    text = Text()
    for number, entry in enumerate(entries[:NAMES]):
        text.append("; " if number else "").append(entry.name)
        text.append(_where(entry.place), QUIET)
    more = len(entries) - NAMES
    return text.append(f" and {more} more (-v shows all)" if more > 0 else "", QUIET)


def _entry(entry: Entry, view: View) -> Text:
    """An entry in full, or on a line or two: a statement without its old words."""
    note = entry.note
    if entry.said and view.verbose:
        name = phrases.quoted(entry.said)
        old, where = entry.was
        note = f"was {phrases.quoted(old)}{_where(where)}" if old else note
    elif entry.said:
        room = max(20, view.width - LABEL - _MARGIN - len(entry.place))
        name = f"“{cut(one_line(entry.said), room)}”"
    else:
        name = entry.name
    note = note if view.verbose else cut(note, CHARACTERS)
    return Text.assemble(name, (_where(entry.place), QUIET), (f"  {note}" if note else "", QUIET))


def _where(place: str) -> str:
    return f"{phrases.GLUE}{place}" if place else ""


def _filed(found: Difference, view: View) -> Parts:
    filings = list(versions.filings(found))
    if not filings:
        return
    yield from ("", heading("What an ATS files"))
    table = rows(LABEL, None)
    shown = filings if view.verbose else filings[:NAMES]
    for field, values in shown:
        table.add_row(Text(field, QUIET), values)
    if len(filings) > len(shown):
        table.add_row("", Text(f"{len(filings) - len(shown)} more (-v shows all)", QUIET))
    yield indented(table)


def _to_do(found: Difference, view: View) -> Parts:
    entries = [(label, names) for label, names in versions.to_do(found) if names]
    if not entries:
        return
    yield from ("", heading("Still to do", f"atscheck {_command(found)} tells how"))
    for label, names in entries:
        shown = names if view.verbose else names[:NAMES]
        text = Text.assemble((f"{label}  ", QUIET), "; ".join(shown))
        if len(names) > len(shown):
            text.append(f" and {len(names) - len(shown)} more (-v shows all)", QUIET)
        yield indented(text)


def _command(found: Difference) -> str:
    """The command that reports on the new version."""
    return "scan" if found.new.target.kind == "pack" else "compare"
