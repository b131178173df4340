"""Workflow commands of GitHub Actions, which it shows as annotations of the files.

Written and escaped as GitHub's own toolkit does
(https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from atscheck.checks.rule import Finding, Severity
from atscheck.documents.model import Document
from atscheck.renderers import pipelines
from atscheck.renderers.safe import one_line, term_safe
from atscheck.renderers.view import View
from atscheck.report import Report

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

_DATA = str.maketrans({"%": "%25"})
_PROPERTY = str.maketrans({"%": "%25", ":": "%3A", ",": "%2C"})
"""What acts in a command; the line breaks that the toolkit escapes too, `term_safe` leaves none."""


def render(reports: Sequence[Report], view: View) -> str:
    """For each report its score, which nobody then misses among many findings, and its findings."""
    return "".join(f"{command}\n" for report in reports for command in _commands(report))


def _commands(report: Report) -> Iterator[str]:
    scored = "notice" if report.score else "warning"
    file = _file(report.document)
    yield _command(scored, {**file, "title": "atscheck"}, pipelines.result(report))
    for finding in report.findings:
        yield _annotation(finding, report.document, file)


def _annotation(finding: Finding, document: Document, file: dict[str, str]) -> str:
    """A finding at its line, or, where lines of the file are not known, at the file as a whole.

    A line of the text that is read would point at something else in the file: it is only told.
    """
    properties = dict(file)
    message = pipelines.told(finding)
    rows = pipelines.rows(finding.span, document)
    if rows is not None:
        properties |= {"line": str(rows[0]), "endLine": str(rows[1])}
    elif place := pipelines.where(finding.span, document):
        message = f"{message} ({place})"
    properties["title"] = f"{finding.rule} {finding.name}"
    return _command(COMMANDS[finding.severity], properties, message)


def _file(document: Document) -> dict[str, str]:
    """The file's property; standard input has none."""
    if document.path == "-":
        return {}
    return {"file": PurePath(document.path).as_posix()}


def _command(name: str, properties: dict[str, str], message: str) -> str:
    written = (
        f"{key}={term_safe(value).translate(_PROPERTY)}" for key, value in properties.items()
    )
    return f"::{name} {','.join(written)}::{one_line(message).translate(_DATA)}"
