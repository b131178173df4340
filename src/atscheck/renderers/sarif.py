"""SARIF 2.1.0: the findings of all reports as one run, for code scanning and editors.

The numbers of sections are those of the standard
(https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from atscheck import __version__
from atscheck.checks import RULES
from atscheck.checks.docs import FAMILIES, rule_markdown
from atscheck.checks.rule import Finding, Rule
from atscheck.documents.model import Document, Format, Span
from atscheck.renderers import pipelines
from atscheck.renderers.content import SEVERITIES
from atscheck.renderers.json import dump
from atscheck.renderers.safe import one_line, term_safe, uri_safe
from atscheck.renderers.view import View
from atscheck.report import Report
from atscheck.report.values import place_of

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

MIME_TYPES: dict[Format, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text": "text/plain",
    "markdown": "text/markdown",
    "html": "text/html",
}

Values = dict[str, Any]


def render(reports: Sequence[Report], view: View) -> str:
    """All reports as one run, each file an artifact.

    All rules stand in it, not only those that found something, so that their indices and the tool's
    own page on GitHub are the same from run to run.
    """
    rules = sorted(RULES.values(), key=lambda rule: rule.code)
    indices = {rule.code: index for index, rule in enumerate(rules)}
    documents = {report.path: report.document for report in reports}
    files = {path: index for index, path in enumerate(documents)}
    driver = {"name": "atscheck", "version": __version__, "rules": [_rule(r) for r in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(reports, files)],
        "artifacts": [_artifact(document) for document in documents.values()],
        "results": [
            {**result, "ruleIndex": indices[result["ruleId"]]}
            for report in reports
            for result in _results(report, files[report.path])
        ],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> Values:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": _message(rule.summary)},
        "fullDescription": {"text": _message(rule.why)},
        "help": {"text": _message(rule.why), "markdown": rule_markdown(rule)},
        "helpUri": rule.source,
        "defaultConfiguration": {"level": SEVERITIES[rule.severity]},
        "properties": {"tags": [FAMILIES[rule.code[:2]]]},
    }


def _invocation(reports: Sequence[Report], files: dict[str, int]) -> Values:
    """That the program ran, and what it could not score."""
    doubts = [
        {
            "level": "warning",
            "message": {"text": _message(pipelines.result(report))},
            "locations": [
                {"physicalLocation": {"artifactLocation": _file(report.path, files[report.path])}}
            ],
        }
        for report in reports
        if report.score is None
    ]
    return {"executionSuccessful": True, "toolExecutionNotifications": doubts}


def _artifact(document: Document) -> Values:
    location = {"uri": uri(document.path)} if document.path != "-" else {}
    return {
        "location": location or {"description": {"text": "standard input"}},
        "mimeType": MIME_TYPES[document.format],
        "length": document.size,
        "roles": ["analysisTarget"],
        "hashes": {"sha-256": document.sha256},
    }


def _results(report: Report, file: int) -> list[Values]:
    """The findings in their order, without the indices of their rules."""
    document, seen = report.document, Counter[str]()
    results = []
    for finding in report.findings:
        mark = _fingerprint(finding, document)
        seen[mark] += 1
        results.append(
            {
                "ruleId": finding.rule,
                "level": SEVERITIES[finding.severity],
                "message": {"text": _message(pipelines.told(finding))},
                "locations": [_location(finding.span, document, file)],
                # The one that GitHub goes by, and its form: a hash, and how often it was met.
                "partialFingerprints": {"primaryLocationLineHash": f"{mark}:{seen[mark]}"},
            }
        )
    return results


def _fingerprint(finding: Finding, document: Document) -> str:
    """What stays the same while lines and pages move: the rule, and the words it is about."""
    words = document.quote(finding.span).split() if finding.span else []
    whole = " ".join((finding.rule, *words))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _location(span: Span | None, document: Document, file: int) -> Values:
    """The file, the region, and the place in the text that is read if that is another one."""
    physical: Values = {"artifactLocation": _file(document.path, file)}
    if region := _region(span, document):
        physical["region"] = region
    if span is None or pipelines.rows(span, document):
        return {"physicalLocation": physical}
    place = place_of(span, document)
    known = {key: value for key, value in place.items() if value is not None}
    return {"physicalLocation": physical, "properties": known}


def _region(span: Span | None, document: Document) -> Values:
    """Where ``span`` stands: lines of the file, or, in a file of pages, those of its text.

    A text file whose reader does not count lines (HTML) has none: others would point elsewhere.
    """
    rows = pipelines.rows(span, document)
    if rows is not None:
        return {"startLine": rows[0], "endLine": rows[1]}
    if span is None or document.format not in ("pdf", "docx"):
        return {}
    first, last = document.line_at(span.start), document.lines_of(span)[-1]
    quote = document.quote(span).split("\n")
    return {
        "startLine": first.number,
        "startColumn": span.start - first.span.start + 1,
        "endLine": last.number,
        "endColumn": span.end - last.span.start + 1,
        "snippet": {"text": "\n".join(term_safe(line.replace("\t", " ")) for line in quote)},
    }


def _file(path: str, index: int) -> Values:
    return {"index": index} if path == "-" else {"uri": uri(path), "index": index}


def _message(text: str) -> str:
    """``text`` as a plain message without what consumers make placeholders or links of.

    A brace would have to be doubled (3.11.5), and most programs then show two: it becomes a
    bracket. A link (3.11.6) needs its brackets to touch.
    """
    return one_line(text).translate(_BRACKETS).replace("](", "] (")


_BRACKETS = str.maketrans("{}", "[]")


def uri(path: str) -> str:
    """A path as a URI (3.4.3): relative to the working folder, or with the scheme "file".

    The bytes of the file's name are percent-encoded but for the letters, digits and marks that
    RFC 3986 reserves for nothing (2.3); a name that is no text keeps its bytes.
    """
    pure = PurePath(path)
    name = pure.as_posix()
    if not pure.is_absolute():
        return _encoded(name, "/")
    return f"file://{'' if name.startswith('/') else '/'}{_encoded(name, '/:')}"


def _encoded(name: str, kept: str) -> str:
    try:
        data = name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a character of another origin than the name's bytes
        data = name.encode("utf-8", "surrogatepass")
    return uri_safe(data, kept)
