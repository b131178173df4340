"""What the formats for pipelines share: the words of a finding, and where in the file it stands.

The lines of a `Document` are those of the text that is read. They are lines of the file only as
far as it is text and its reader keeps count of them (`Line.row`): those of a PDF or Word file are
none of its own, and blank lines, marks and comments of the others are not read.
"""

from __future__ import annotations

from atscheck.checks.rule import Finding
from atscheck.documents.model import Document, Span
from atscheck.renderers.safe import one_line
from atscheck.report import Report
from atscheck.scoring import Coverage


def told(finding: Finding) -> str:
    """What is wrong; what to do."""
    parts = (finding.message, finding.suggestion)
    return "; ".join(one_line(part) for part in parts if part)


def rows(span: Span | None, document: Document) -> tuple[int, int] | None:
    """The first and the last line of the file that ``span`` stands on, None if not known."""
    if span is None:
        return None
    lines = document.lines_of(span)
    first, last = lines[0].row, lines[-1].row
    return (first, max(first, last)) if first else None


def where(span: Span | None, document: Document) -> str:
    """The place of ``span`` in words: "line 12", "page 1, line 23 of its text", or ""."""
    known = rows(span, document)
    if known is not None:
        return f"line {known[0]}"
    if span is None:
        return ""
    line = document.line_at(span.start)
    page = f"page {line.box.page}, " if line.box else ""
    return f"{page}line {line.number} of its text"


def result(report: Report) -> str:
    """The score with its coverage, or why there is none."""
    total = report.score
    if total is None:
        return f"not scored: {one_line(report.not_scored)}"
    tiers = ((total.must, "must-have"), (total.good, "good-to-have"))
    found = [_found(coverage, tier) for coverage, tier in tiers if coverage.total]
    against = f"{total.overall:g} of 100 against {one_line(report.target.title)}"
    return f"{against}: {', '.join(found)}"


def _found(coverage: Coverage, tier: str) -> str:
    return f"{coverage.found} of {coverage.total} {tier} keywords found"
