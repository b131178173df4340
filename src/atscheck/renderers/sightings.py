"""What a report says of keywords: which to show, with what evidence, in which words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from atscheck.renderers.phrases import GLUE, counted, joined, lasting, place, quoted
from atscheck.renderers.safe import one_line

if TYPE_CHECKING:
    from atscheck.documents.model import Document, Span
    from atscheck.matching.depth import Depth
    from atscheck.matching.model import Evidence, Match
    from atscheck.report import Report
    from atscheck.skills.model import Tier, Wording

TIERS: tuple[tuple[Tier, str], ...] = (
    ("must", "Must-have keywords"),
    ("good", "Good-to-have keywords"),
)

TIER_NAMES: dict[Tier, str] = {"must": "must-have", "good": "good-to-have"}


DOUBTS = {
    "ambiguous": "may mean something else",
    "typo": "may be misspelt",
    "negated": "named as not there",
    "hidden": "in text that seems to be hidden",
}
"""Why a keyword that stands in the text does not count, by status."""


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


def is_told(report: Report, match: Match) -> bool:
    """Whether there is anything to say of a keyword.

    That one stands nowhere cannot be said of a text that is not read with confidence.
    """
    return report.score is not None or match.status != "missing"


def missing(report: Report, tier: Tier) -> list[Match]:
    """Keywords of one tier that stand nowhere, where that can be said."""
    own = of_tier(report, tier)
    return [m for m in own if m.status == "missing" and is_told(report, m)]


def doubtful(report: Report, tier: Tier) -> list[Match]:
    """Keywords of one tier that stand in the text but do not count."""
    return [m for m in of_tier(report, tier) if m.status in DOUBTS]


def best(match: Match) -> Evidence | None:
    """The evidence to show: used in a statement rather than listed, word for word, earliest."""
    return min(
        match.claims or match.evidence,
        key=lambda e: (not e.in_context, e.weak, not e.literal, e.span.start),
        default=None,
    )


def named(names: Sequence[str], most: int = 3) -> str:
    """A pack's keyword: its alternatives, at most ``most`` of them, then how many more."""
    return f"{GLUE}/ ".join(_first(names, most))


def either(names: Sequence[str], most: int = 3) -> str:
    """A posting's keyword, likewise: "Java or Kotlin"."""
    return joined(_first(names, most), "or")


def _first(names: Sequence[str], most: int) -> list[str]:
    shown = [one_line(name.strip()) for name in names[:most]]
    return shown if len(names) <= most else [*shown, f"{len(names) - most}{GLUE}more"]


def title(match: Match, most: int = 3) -> str:
    """The keyword of a match: the term that the resume meets, else all that would meet it.

    What a posting would take as well stands behind the term: "Java (or Kotlin)".
    """
    evidence, posted = best(match), bool(match.keyword.wordings)
    names = [term.name for term in match.keyword.terms]
    if evidence is None or not match.found:
        return either(names, most) if posted else named(names, most)
    met, others = one_line(evidence.term), [name for name in names if name != evidence.term]
    return f"{met} (or{GLUE}{either(others, most)})" if posted and others else met


def shortest(match: Match) -> str:
    """A keyword that is not met by the first of a pack's alternatives; a posting's by all."""
    names = [term.name for term in match.keyword.terms]
    return either(names) if match.keyword.wordings else one_line(names[0])


def worded(evidence: Evidence, document: Document) -> str:
    """How the resume words a term, if not in the term's own words: "as “k8s”, alias"."""
    text = one_line(document.quote(evidence.span))
    if text.casefold() == evidence.term.casefold():
        return ""
    return f"as “{text}”" if evidence.form in ("exact", "typo") else f"as “{text}”, {evidence.form}"


def wording(match: Match) -> Wording | None:
    """How the posting writes the term that the resume meets, or the first of its alternatives."""
    evidence, words = best(match), match.keyword.wordings
    met = (w for w in words if evidence is not None and w.term == evidence.term)
    return next(met, next(iter(words), None))


def asked(match: Match, document: Document) -> str:
    """The posting's own wording and line where the resume's differs, else ""."""
    evidence, own = best(match), wording(match)
    written = one_line(document.quote(evidence.span)) if evidence else match.keyword.name
    if own is None or one_line(own.text).casefold() == written.casefold():
        return ""
    return f"{quoted(own.text)}, l{own.line}"


def side_by_side(own: Wording, span: Span, document: Document) -> str:
    """Both wordings with their places: "they write “NLP” (l12), you write “n-grams” (p1 l5)"."""
    written = quoted(document.quote(span))
    return (
        f"they write {quoted(own.text)} (l{own.line}), "
        f"you write {written} ({place(span, document)})"
    )


def sighting(match: Match, document: Document) -> str:
    """How and where a keyword stands: "as “k8s”, alias, experience, p1 l23, 2 more"."""
    evidence = best(match)
    if evidence is None:
        return ""
    more = len(match.claims or match.evidence) - 1
    listed = "listed only" if match.found and not match.in_context else ""
    parts = (described(evidence, document), listed, f"{more}{GLUE}more" if more else "")
    return ", ".join(part for part in parts if part)


def deep(depth: Depth) -> str:
    """How deep evidence goes: "3 statements, 2 positions, about 4 years, last used now"."""
    parts = (
        counted(depth.statements, "statement") if depth.statements else "",
        counted(len(depth.positions), "position") if depth.positions else "",
        lasting(depth.months) if depth.months else "",
        f"last used {depth.last_used}" if depth.last_used else "",
    )
    return ", ".join(part for part in parts if part)


def described(evidence: Evidence, document: Document) -> str:
    """One piece of evidence: its wording, section and place, and whether it claims little."""
    weak = "weak claim" if evidence.weak else ""
    where = place(evidence.span, document)
    parts = (worded(evidence, document), evidence.section, where, weak)
    return ", ".join(part for part in parts if part)
