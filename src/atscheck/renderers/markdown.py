"""The report as Markdown: the same content as for a terminal, in tables, and all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from atscheck.matching.model import Match
from atscheck.renderers import content, filed, phrases, sightings
from atscheck.renderers.safe import markdown_safe
from atscheck.renderers.view import View
from atscheck.report import Report, phrasing
from atscheck.skills.model import Tier

Lines = Iterator[str]


def render(reports: Sequence[Report], view: View) -> str:
    """The reports one below the other."""
    return "\n".join(f"{chr(10).join(_report(report))}\n" for report in reports)


def _report(report: Report) -> Lines:
    yield f"# {_text(report.path)} against {_text(report.target.title)}"
    yield ""
    found = ", ".join(content.sections(report)) or "none with a heading"
    yield _text(f"{', '.join(content.facts(report.document))}; sections: {found}.")
    if recognised := content.recognised(report.document):
        yield from ("", f"{_text(recognised)}.")
    yield from _score(report)
    yield from _changes(report)
    yield from _edits(report)
    yield from _posting(report)
    for tier, title in sightings.TIERS:
        if sightings.of_tier(report, tier):
            yield from _keywords(report, tier, title)
    yield from _others(report)
    yield from _skills(report)
    yield from _level(report)
    yield from _statements(report)
    yield from _findings(report)
    yield from _lessons(report)
    yield from _filed(report)
    yield from ("", f"_{content.CLOSING}_")


def _score(report: Report) -> Lines:
    if report.score is None:
        yield from _heading("Not scored")
        yield _text(report.not_scored)
        return
    yield from _heading(f"Score {report.score.overall:g} of 100")
    rows = ((p.name, f"{p.points:g}", f"{p.of:g}", p.why) for p in report.score.parts)
    yield from _table(("part", "points", "of", "why"), rows)


def _changes(report: Report) -> Lines:
    if not report.changes:
        return
    yield from _heading("Change first")
    for number, change in enumerate(report.changes, start=1):
        first = change.found.findings[0]
        note = content.change_note(change, report.document)
        advice = f": {_text(first.suggestion)}" if first.suggestion else ""
        yield f"{number}. **{_text(first.message)}** ({_text(note)}){advice}"


def _edits(report: Report) -> Lines:
    if report.target.kind != "job" or report.score is None:
        return
    yield from _heading("In the posting's own words")
    yield f"{_text(content.literal(report.score.all))}. {_text(content.LITERAL)}"
    if not report.edits:
        return
    yield from ("", _text(content.edited(report)), "")
    rows = []
    for gain in report.edits:
        edit, document = gain.edit, report.document
        pair = sightings.side_by_side(edit.asked, edit.span, document)
        line = phrases.snippet(edit.span, document, 99)
        rows.append((content.points(gain), pair, line, edit.kind, edit.advice))
    yield from _table(("points", "wording", "line", "lacking", "what to do"), rows)


def _posting(report: Report) -> Lines:
    if report.target.requirements is not None:
        yield from _heading("The posting also asks for")
        yield from _table(("what", "how much", "in the resume"), content.compared(report))


def _keywords(report: Report, tier: Tier, title: str) -> Lines:
    yield from _heading(title)
    yield f"{sightings.coverage(report, tier)}."
    yield ""
    columns = ("keyword", "status", "where and how", "how much", "posting")
    shown = len(columns) if report.target.kind == "job" else len(columns) - 1
    own = (m for m in sightings.of_tier(report, tier) if sightings.is_told(report, m))
    rows = (_keyword(match, report)[:shown] for match in own)
    yield from _table(columns[:shown], rows)
    texts = [
        (sightings.title(m), phrasing(report.target, m.keyword.name))
        for m in sightings.missing(report, tier)
    ]
    suggested = [f"- **{_text(name)}**: {_text(text)}" for name, text in texts if text]
    if suggested:
        yield from ("", "What is missing, and a sentence to start from where it is true:", "")
        yield from suggested


def _keyword(match: Match, report: Report) -> tuple[str, ...]:
    status = sightings.DOUBTS.get(match.status, match.status)
    where = sightings.sighting(match, report.document)
    posting = sightings.asked(match, report.document)
    return sightings.title(match, 99), status, where, sightings.deep(report.depth(match)), posting


def _others(report: Report) -> Lines:
    if not report.others:
        return
    yield from _heading("Also in the resume")
    yield "What else an ATS would index; the target does not ask for it."
    yield ""
    rows = (
        (o.term, str(len(o.claims)), phrases.place(o.claims[0].span, report.document))
        for o in report.others
    )
    yield from _table(("term", "times", "first place"), rows)


def _skills(report: Report) -> Lines:
    if not report.target.groups:
        return
    yield from _heading("Sub-skills")
    rows = (
        (g.title, phrases.percent(g.weight), phrases.percent(content.group_share(report, g)))
        for g in report.target.groups
    )
    yield from _table(("sub-skill", "share of the role", "covered"), rows)


def _level(report: Report) -> Lines:
    if not report.levels:
        return
    current, after = content.progress(report)
    yield from _heading("Level")
    yield f"Reached: {_text(current.level.title if current else 'none yet')}."
    if after is not None:
        count, names = content.lacking(after)
        yield ""
        yield f"Next: {_text(after.level.title)}; {count} more of: {_text(', '.join(names))}."


def _statements(report: Report) -> Lines:
    bullets = report.resume.bullets
    if not bullets:
        return
    yield from _heading("Statements")
    yield f"{sum(b.quantified for b in bullets)} of {len(bullets)} name an amount."
    weak = content.weakest(report)
    if weak:
        yield ""
        rows = (
            (
                phrases.place(w.bullet.passage.span(), report.document),
                w.bullet.passage.text,
                "; ".join(content.suggestions(w)),
            )
            for w in weak
        )
        yield from _table(("place", "statement", "what to do"), rows)


def _findings(report: Report) -> Lines:
    yield from _heading("Findings")
    yield f"{content.severities(report)}."
    if report.findings:
        yield ""
        rows = (
            (
                content.SEVERITIES[f.severity],
                f"{f.rule} {f.name}",
                phrases.place(f.span, report.document),
                f.message,
                f.suggestion or "",
            )
            for f in report.findings
        )
        yield from _table(("severity", "rule", "place", "what", "what to do"), rows)


def _lessons(report: Report) -> Lines:
    useful = content.resources(report)
    if useful:
        yield from _heading("Where to learn what is missing")
    for resource, names in useful:
        url = f", {_text(resource.url)}" if resource.url else ""
        yield f"- {_text(resource.title)}{url} (for {_text(phrases.joined(names))})"


def _filed(report: Report) -> Lines:
    yield from _heading("What an ATS files")
    entries = [*filed.contact(report.resume), *filed.positions(report.resume)]
    rows = [(e.label, f"{e.dates}: {e.text}" if e.dates else e.text) for e in entries]
    yield from _table(("field", "value"), rows)


def _heading(text: str) -> Lines:
    yield from ("", f"## {text}", "")


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Lines:
    yield _row(columns)
    yield _row(["---"] * len(columns), raw=True)
    yield from map(_row, rows)


def _row(cells: Sequence[str], *, raw: bool = False) -> str:
    return f"| {' | '.join(cells if raw else map(_text, cells))} |"


def _text(text: str) -> str:
    """``text`` as literal text; what content.py has laid out loses its glue."""
    return markdown_safe(text.replace(phrases.GLUE, " "))
