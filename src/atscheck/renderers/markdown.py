"""The report as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atscheck.renderers.safe import markdown_safe
from atscheck.renderers.view import View
from atscheck.report import Report


def render(reports: Sequence[Report], view: View) -> str:
    """The reports one below the other."""
    return "\n".join("\n".join(_report(report)) + "\n" for report in reports)


def _report(report: Report) -> Iterator[str]:
    yield f"# {markdown_safe(report.path)} against {markdown_safe(report.target.title)}"
    yield ""
    for match in report.matches:
        yield f"- {markdown_safe(match.keyword.name)}: {match.status}"
