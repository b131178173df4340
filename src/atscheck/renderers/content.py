"""What a report says, apart from how it looks: chosen and ordered once, for every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from atscheck.checks.rule import Finding, Severity
from atscheck.documents.model import Document, Loss
from atscheck.matching.model import LevelMatch
from atscheck.matching.requirements import Outcome
from atscheck.renderers.phrases import GLUE, counted, joined, percent, place
from atscheck.renderers.safe import one_line
from atscheck.renderers.sightings import TIERS, either, missing, title
from atscheck.report import Change, Findings, Report
from atscheck.resume.model import Bullet
from atscheck.scoring import Coverage, Gain, group_coverage
from atscheck.skills.demands import Requirements
from atscheck.skills.model import Group, Resource, Tier

CLOSING = (
    "The score is atscheck's own measure of how this text covers what the target asks for. "
    "It says nothing about how an employer's system or a person will decide."
)

PLACES = "p1 l23 is page 1, line 23"

MORE = f"-v shows everything. {PLACES} of what atscheck text shows."

SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


FORMATS = {
    "pdf": "PDF", "docx": "Word", "text": "plain text", "markdown": "Markdown", "html": "HTML"
}  # fmt: skip


TOLD = frozenset(["KW101", "KW102", "KW201", "KW202", "KW203", "KW204", "KW303", "KW304"])
"""Rules whose findings the keyword part shows as well, with their places."""

LITERAL = "The first share is what a search for its own words finds: the least of any."


@dataclass(frozen=True, slots=True)
class Weakness:
    """A statement that could be stronger, and what the checks say about it."""

    bullet: Bullet
    findings: tuple[Finding, ...]


def facts(document: Document) -> list[str]:
    """What was read: format, pages, words."""
    read = [FORMATS[document.format]]
    if document.pages:
        read.append(counted(len(document.pages), "page"))
    return [*read, counted(document.words, "word")]


def recognised(document: Document) -> str:
    """Which pages are read by character recognition, as an ATS need not do; "" if none are."""
    pages = [str(number) for number in document.ocr_pages]
    if not pages:
        return ""
    where = f"{'page' if len(pages) == 1 else 'pages'} {joined(pages)}"
    return f"{where} read by character recognition: others may read nothing there"


def sections(report: Report) -> list[str]:
    """The kinds of section found, in order, each once."""
    return list(dict.fromkeys(s.kind for s in report.resume.sections if s.heading is not None))


def progress(report: Report) -> tuple[LevelMatch | None, LevelMatch | None]:
    """The highest level reached, and the next one."""
    levels, current = report.levels, report.level
    reached = -1 if current is None else levels.index(current)
    after = levels[reached + 1] if reached + 1 < len(levels) else None
    return current, after


def weakest(report: Report) -> list[Weakness]:
    """Statements that the checks find fault with, the most faulty first."""
    about = [f for f in report.findings if f.rule.startswith("AC") and f.span is not None]
    found = []
    for bullet in report.resume.bullets:
        span = bullet.passage.span()
        own = tuple(f for f in about if f.span is not None and f.span.overlaps(span))
        if own:
            found.append(Weakness(bullet, own))
    return sorted(found, key=lambda w: (-max(f.severity for f in w.findings), -len(w.findings)))


def severities(report: Report) -> str:
    """How many findings of each severity there are, worst first: "1 error, 3 warnings"."""
    counts = Counter(f.severity for f in report.findings)
    words = [counted(counts[s], word) for s, word in SEVERITIES.items() if counts[s]]
    if report.silenced:
        words.append(f"{report.silenced} silenced in the file")
    return ", ".join(words) or "none"


def places(group: Findings, document: Document) -> str:
    """Where some findings are: "p1 l3, p1 l9, 2 more"."""
    found = list(dict.fromkeys(place(f.span, document) for f in group.findings if f.span))[:3]
    more = len(group.findings) - max(1, len(found))
    return ", ".join([*found, f"{more}{GLUE}more"] if more > 0 else found)


def note(group: Findings, document: Document) -> str:
    """The rule of some findings and where they are: "PA301 hidden-text, p1 l3, p1 l9, 2 more"."""
    return ", ".join(filter(None, (f"{group.rule} {group.name}", places(group, document))))


def change_note(change: Change, document: Document) -> str:
    """The rule of a change, its places, and what it can add: "AC102 too-few, up to +4.2"."""
    return ", ".join(filter(None, (note(change.found, document), _worth(change))))


def change_gist(change: Change, document: Document) -> str:
    """The same without the rule: "p1 l3, up to +4.2 points"."""
    worth = _worth(change)
    return ", ".join(filter(None, (places(change.found, document), worth and f"{worth} points")))


def _worth(change: Change) -> str:
    return f"up to +{change.points:g}" if change.points else ""


def requirements(asked: Requirements) -> Iterator[tuple[str, str]]:
    """What a posting asks for besides keywords, by kind."""
    for years in asked.years:
        yield "experience", f"{one_line(years.asked)}{_said(years.tier, years.line)}"
    for demand in asked.demands:
        yield demand.kind, f"{one_line(demand.asked)}{_said(demand.tier, demand.line)}"
    for group in asked.any_of:
        yield "either", either(group, len(group))
    if asked.untiered:
        yield "tiers", _UNTIERED


_UNTIERED = "the posting does not tell required from preferred: all count as must-have"


def _said(tier: Tier, line: int | None) -> str:
    """How firmly a posting asks for something, and in which line: " (preferred, l12)"."""
    parts = [*(["preferred"] if tier == "good" else []), *([f"l{line}"] if line else [])]
    return f" ({', '.join(parts)})" if parts else ""


OUTCOMES: dict[Outcome, str] = {"met": "✓", "partly": "~", "not shown": "✗", "to check": "?"}


def compared(report: Report) -> Iterator[tuple[str, str, str]]:
    """What a posting asks for besides keywords: the kind, what, and what the resume shows."""
    asked = report.target.requirements
    if asked is None:
        return
    for each in report.requirements:
        shown = f"{OUTCOMES[each.outcome]}{GLUE}{each.outcome}"
        if each.shown:
            shown += f": {one_line(each.shown)}"
        if each.span is not None:
            shown += f", {place(each.span, report.document)}"
        yield each.kind, f"{one_line(each.asked)}{_said(each.tier, each.line)}", shown
    if asked.untiered:
        yield "tiers", _UNTIERED, ""


def literal(every: Coverage) -> str:
    """The literal coverage of a posting's keywords, and their coverage."""
    return f"{percent(every.literal)} of its keywords; {percent(every.coverage)} in any words"


def points(gain: Gain) -> str:
    """What an edit adds to the literal coverage, in percentage points."""
    return f"+{100 * gain.share:.1f}"


def edited(report: Report) -> str:
    """What all edits together come to."""
    share = sum(gain.share for gain in report.edits)
    share += report.score.all.literal if report.score else 0.0
    whole = percent(min(1.0, share))
    count = len(report.edits)
    every = {1: "the edit makes", 2: "both edits make"}.get(count, f"all {count} edits make")
    return f"Add their words to yours where it is true of you: {every} it {whole}."


def resources(report: Report) -> list[tuple[Resource, list[str]]]:
    """What to learn from, each with the missing keywords it is for; must-haves first."""
    lacking = [m.keyword for tier, _ in TIERS for m in missing(report, tier)]
    wanted = {keyword.name: one_line(keyword.terms[0].name) for keyword in lacking}
    ranks = {name: rank for rank, name in enumerate(wanted)}
    useful = [(r, [n for n in ranks if n in r.keywords]) for r in report.target.resources]
    useful = sorted((u for u in useful if u[1]), key=lambda item: ranks[item[1][0]])
    return [(resource, [wanted[name] for name in names]) for resource, names in useful]


def group_share(report: Report, group: Group) -> float:
    """How much of a sub-skill is covered, 0 to 1."""
    return group_coverage(group, report.matches)


def lacking(match: LevelMatch) -> tuple[int, list[str]]:
    """How many more pieces of evidence a level needs, and those that would do."""
    missing = [m for m in match.matches if not m.found]
    shown = len(match.matches) - len(missing)
    return match.level.at_least - shown, [title(m) for m in missing]


def suggestions(weakness: Weakness) -> list[str]:
    """What to do about a statement, each thing once."""
    return list(dict.fromkeys(one_line(f.suggestion) for f in weakness.findings if f.suggestion))


def losses(document: Document) -> list[tuple[Loss, ...]]:
    """What a machine may lose or misread, by kind, in the order of each kind's first one."""
    kinds: dict[str, list[Loss]] = {}
    for loss in document.losses:
        kinds.setdefault(loss.kind, []).append(loss)
    return [tuple(alike) for alike in kinds.values()]
