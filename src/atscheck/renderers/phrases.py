"""Small phrases that every format shares: counts, shares, places, quotations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from atscheck.renderers.safe import one_line

if TYPE_CHECKING:
    from atscheck.documents.model import Document, Span
    from atscheck.matching.fit import Fit

GLUE = "\ue000"
"""A space at which no line is broken, while a report is laid out. It cannot come from data: safe
text has no character for private use."""


def percent(share: float) -> str:
    """``share`` (0 to 1) as a whole percentage, "100 %" and "0 %" only where it is exactly so."""
    value = round(100 * share)
    if 0 < share < 1:
        value = min(99, max(1, value))
    return f"{value}{GLUE}%"


def counted(count: int, noun: str) -> str:
    """A count and its noun: "1 page", "2 pages"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def lasting(months: int) -> str:
    """A number of months, from a year on rounded to years: "7 months", "about 4 years"."""
    return (
        f"about {counted(round(months / 12), 'year')}" if months >= 12 else counted(months, "month")
    )


def joined(names: Sequence[str], last: str = "and") -> str:
    """Names as they are said: "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def fitting(fits: Sequence[Fit]) -> str:
    """Which pack a resume fits best and why, and the two that come next; of at least one."""
    best, *others = fits[:3]
    why = [f"{len(best.must)} of {len(best.pack.must)} must-have keywords", *reasons(best)]
    told = f"fits {best.pack.name} best ({', '.join(why)})"
    near = [f"{o.pack.name} ({len(o.must)} of {len(o.pack.must)})" for o in others]
    return one_line(f"{told}; next {joined(near)}" if near else told)


def reasons(fit: Fit) -> list[str]:
    """What speaks for a pack: the title that is held, and the keywords that few packs ask for."""
    names = (name.split(" | ")[0] for name in fit.telling)
    return [*([fit.held] if fit.held else []), *dict.fromkeys(names)]


def quoted(text: str, limit: int = 0) -> str:
    """``text`` on one line in quotation marks, cut to ``limit`` characters if that is not 0."""
    whole = one_line(text)
    if limit and len(whole) > limit:
        whole = f"{whole[: limit - 1].rstrip()}…"
    return f"“{whole}”"


def file_name(path: str) -> str:
    """The file as the user named it."""
    return "standard input" if path == "-" else one_line(path)


def place(span: Span | None, document: Document) -> str:
    """Where ``span`` begins: "p1 l23", "l23" without pages, "" without a place."""
    if span is None or not document.lines:
        return ""
    line = document.line_at(span.start)
    return f"p{line.box.page}{GLUE}l{line.number}" if line.box else f"l{line.number}"


def snippet(span: Span, document: Document, reach: int = 24) -> str:
    """``span`` with whole words of its line around it, ``reach`` characters or less each side."""
    line = document.line_at(span.start).span
    before = document.text[line.start : span.start]
    after = document.text[span.end : max(span.end, line.end)]
    if len(before) > reach:
        before = f"…{before[-reach:].partition(' ')[2]}"
    if len(after) > reach:
        after = f"{after[:reach].rpartition(' ')[0]}…"
    return quoted(f"{before}{document.quote(span)}{after}")
