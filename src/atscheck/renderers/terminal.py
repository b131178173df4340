"""The report for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from atscheck.renderers.console import printed
from atscheck.renderers.safe import one_line
from atscheck.renderers.view import View
from atscheck.report import Report


def render(reports: Sequence[Report], view: View) -> str:
    """The reports one below the other."""
    return "\n".join(printed(_report(report), view) for report in reports)


def _report(report: Report) -> Iterator[Text]:
    yield Text(f"{one_line(report.path)} against {one_line(report.target.title)}", "bold")
    if report.score is None:
        yield Text(f"not scored: {one_line(report.not_scored)}")
    else:
        yield Text(f"score {report.score.overall} of 100")
        for part in report.score.parts:
            yield Text(f"  {part.name}: {part.points} of {part.of} ({part.why})")
    for match in report.matches:
        yield Text(f"  {match.keyword.tier} {one_line(match.keyword.name)}: {match.status}")
    for finding in report.findings:
        yield Text(f"  {finding.severity} {finding.rule} {one_line(finding.message)}")
        if finding.suggestion:
            yield Text(f"    {one_line(finding.suggestion)}")
