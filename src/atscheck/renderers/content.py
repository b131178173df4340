"""What a report says, apart from how it looks: chosen and ordered once, for every format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from atscheck.checks.rule import Finding, Severity
from atscheck.documents.model import Document, Span
from atscheck.matching.model import Evidence, LevelMatch, Match
from atscheck.renderers.safe import one_line
from atscheck.report import Report
from atscheck.resume.model import Bullet
from atscheck.scoring import group_coverage
from atscheck.skills.model import Group, Resource, Target, Tier

CLOSING = (
    "The score is atscheck's own measure of how this text covers what the target asks for. "
    "It says nothing about how an employer's system or a person will decide."
)

TIERS: tuple[tuple[Tier, str], ...] = (
    ("must", "Must-have keywords"),
    ("good", "Good-to-have keywords"),
)

FORMATS = {
    "pdf": "PDF", "docx": "Word", "text": "plain text", "markdown": "Markdown", "html": "HTML"
}  # fmt: skip

DOUBTS = {
    "ambiguous": "perhaps another meaning",
    "typo": "misspelt",
    "negated": "the resume says it is not there",
    "hidden": "a person cannot see it",
}
"""Why a keyword that stands in the text does not count, by status."""


@dataclass(frozen=True, slots=True)
class Weakness:
    """A statement that could be stronger, and what the checks say about it."""

    bullet: Bullet
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings of one rule, the first one first."""

    rule: str
    name: str
    severity: Severity
    findings: tuple[Finding, ...]


def percent(share: float) -> str:
    """``share`` (0 to 1) as a whole percentage, "100 %" and "0 %" only where it is exactly so."""
    value = round(100 * share)
    if 0 < share < 1:
        value = min(99, max(1, value))
    return f"{value} %"


def counted(count: int, noun: str) -> str:
    """A count and its noun: "1 page", "2 pages"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def place(span: Span | None, document: Document) -> str:
    """Where ``span`` begins: "p1 l23", "l23" without pages, "" without a place."""
    if span is None or not document.lines:
        return ""
    line = document.line_at(span.start)
    return f"p{line.box.page} l{line.number}" if line.box else f"l{line.number}"


def quoted(text: str, limit: int = 0) -> str:
    """``text`` on one line in quotation marks, cut to ``limit`` characters if that is not 0."""
    whole = one_line(text)
    if limit and len(whole) > limit:
        whole = f"{whole[: limit - 1].rstrip()}…"
    return f"“{whole}”"


def facts(report: Report) -> list[str]:
    """What was read: format, pages, words."""
    document = report.document
    read = [FORMATS[document.format]]
    if document.pages:
        read.append(counted(len(document.pages), "page"))
    return [*read, counted(document.words, "word")]


def sections(report: Report) -> list[str]:
    """The kinds of section found, in order, each once."""
    return list(dict.fromkeys(s.kind for s in report.resume.sections if s.heading is not None))


def of_tier(report: Report, tier: Tier) -> list[Match]:
    """The matches of one tier in the target's order."""
    return [m for m in report.matches if m.keyword.tier == tier]


def coverage(report: Report, tier: Tier) -> str:
    """One tier's counts in words, understood and literal."""
    matches = of_tier(report, tier)
    found = [m for m in matches if m.found]
    literal = [m for m in found if m.literal]
    text = f"{len(found)} of {len(matches)} found"
    return f"{text}, {len(literal)} word for word" if found else text


def best(match: Match) -> Evidence | None:
    """The evidence to show: used in a statement rather than listed, word for word, earliest."""
    evidence = match.claims or match.evidence
    return min(
        evidence,
        key=lambda e: (not e.in_context, e.weak, e.form not in ("exact", "spelling"), e.span.start),
        default=None,
    )


def wording(evidence: Evidence, match: Match, document: Document) -> str:
    """How the resume words a keyword, where that is not the keyword itself: "“k8s”, alias"."""
    text = document.quote(evidence.span)
    if one_line(text).casefold() == match.keyword.name.casefold():
        return ""
    form = "" if evidence.form in ("exact", "typo") else f", {evidence.form}"
    return f"{quoted(text)}{form}"


def asked(match: Match, evidence: Evidence | None, document: Document) -> str:
    """The posting's own wording and line where it differs from the resume's, else ""."""
    keyword = match.keyword
    if keyword.text is None:
        return ""
    written = one_line(document.quote(evidence.span)) if evidence else keyword.name
    if keyword.text.casefold() == written.casefold():
        return ""
    return f"the posting writes {quoted(keyword.text)}" + (
        f", l{keyword.line}" if keyword.line else ""
    )


def sighting(match: Match, document: Document, *, brief: bool = False) -> str:
    """Where and how a keyword stands: "as “k8s”, alias, experience, p1 l23, and 2 more"."""
    evidence = best(match)
    if evidence is None:
        return ""
    worded = wording(evidence, match, document)
    parts = [f"as {worded}" if worded else "", "" if brief else evidence.section]
    parts += [place(evidence.span, document), "only weakly claimed" if evidence.weak else ""]
    others = len(match.claims or match.evidence) - 1
    if others and not brief:
        parts.append(f"{others} more")
    return ", ".join(part for part in parts if part)


def phrasing(target: Target, name: str) -> str | None:
    """A sentence to start from for a keyword, or None if the pack has none."""
    texts = (p.text for p in target.phrasing if name in p.keywords)
    return next(texts, None)


def missing(report: Report, tier: Tier) -> list[Match]:
    """Keywords of one tier that stand nowhere."""
    return [m for m in of_tier(report, tier) if m.status == "missing"]


def doubtful(report: Report, tier: Tier) -> list[Match]:
    """Keywords of one tier that stand in the text but do not count."""
    return [m for m in of_tier(report, tier) if m.status in DOUBTS]


def progress(report: Report) -> tuple[LevelMatch | None, LevelMatch | None]:
    """The highest level reached, and the next one."""
    levels = report.levels
    reached = max((i for i, level in enumerate(levels) if level.reached), default=-1)
    current = levels[reached] if reached >= 0 else None
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


def by_rule(findings: Iterable[Finding]) -> list[Findings]:
    """The findings grouped by rule, in the order of each rule's first one."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.rule, []).append(finding)
    return [
        Findings(rule, own[0].name, own[0].severity, tuple(own)) for rule, own in groups.items()
    ]


def resources(report: Report) -> list[tuple[Resource, list[str]]]:
    """What to learn from, each with the missing keywords it is for; must-haves first."""
    wanted = [m.keyword.name for tier, _ in TIERS for m in missing(report, tier)]
    useful = [(r, [name for name in wanted if name in r.keywords]) for r in report.target.resources]
    useful = [(r, names) for r, names in useful if names]
    return sorted(useful, key=lambda item: wanted.index(item[1][0]))


def group_share(report: Report, group: Group) -> float:
    """How much of a sub-skill is covered, 0 to 1."""
    return group_coverage(group, report.matches)


def needs(match: LevelMatch) -> str:
    """What the resume lacks for a level."""
    open_ = [one_line(m.keyword.name) for m in match.matches if not m.found]
    lacking = match.level.at_least - (len(match.matches) - len(open_))
    return f"{one_line(match.level.title)} needs {lacking} more of: {'; '.join(open_)}"


def suggestions(weakness: Weakness) -> list[str]:
    """What to do about a statement, each thing once."""
    return list(dict.fromkeys(one_line(f.suggestion) for f in weakness.findings if f.suggestion))


def positions(report: Report) -> Iterator[tuple[str, str]]:
    """Each position as an ATS files it: its dates, and what and where."""
    for position in report.resume.positions:
        end = "now" if position.current else position.end
        dates = " to ".join(str(d) for d in (position.start, end) if d is not None)
        names = (position.title, position.organisation)
        yield dates or "no dates", ", ".join(one_line(n) for n in names if n) or "no title"


def joined(names: Sequence[str], last: str = "and") -> str:
    """Names as they are said: "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"
