"""JUnit XML: a suite for each resume and in it a test for each rule that was heard.

There is no one standard; what is written is what Jenkins and GitLab read
(https://docs.gitlab.com/ci/testing/unit_test_reports/). Both follow a test from one run to the
next by its ``classname`` and ``name``, so a test is a rule, which keeps its name, and no finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from atscheck.checks import RULES
from atscheck.checks.rule import Finding, Severity
from atscheck.renderers import pipelines
from atscheck.renderers.phrases import file_name
from atscheck.renderers.safe import one_line
from atscheck.renderers.view import View
from atscheck.report import Report, by_rule

FAILING = Severity.WARNING
"""The least severity that makes a test fail; what is less stands in the output of one that passes.
``--fail-on`` decides on the exit code and changes nothing here."""


def render(reports: Sequence[Report], view: View) -> str:
    """The suites. The text is ASCII: a character beyond it is a reference."""
    root = Element("testsuites", name="atscheck")
    for report in reports:
        _suite(root, report)
    indent(root)
    return f"{tostring(root, encoding='us-ascii', xml_declaration=True).decode('ascii')}\n"


def _suite(root: Element, report: Report) -> None:
    """The suite of one resume: its score, then the rules by code."""
    suite = SubElement(root, "testsuite", name=file_name(report.path))
    result = pipelines.result(report)
    scored = _case(suite, report, "score")
    if report.score is None:
        SubElement(scored, "skipped", message=result)
    else:
        SubElement(scored, "system-out").text = result
    found = {group.rule: group.findings for group in by_rule(report.findings)}
    for code in sorted({*report.heard, *found}):
        case = _case(suite, report, f"{code} {RULES[code].name}")
        if code in found:
            _tell(case, report, found[code])
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", "0")
    suite.set("skipped", str(len(suite.findall("testcase/skipped"))))


def _case(suite: Element, report: Report, name: str) -> Element:
    """A test. Jenkins takes what stands before the last dot of its class for a package."""
    file = file_name(report.path)
    classname = f"atscheck.{file.replace('.', '_')}"
    return SubElement(suite, "testcase", classname=classname, name=name, file=file)


def _tell(case: Element, report: Report, findings: Sequence[Finding]) -> None:
    lines = "\n".join(_line(finding, report) for finding in findings)
    first, more = findings[0], len(findings) - 1
    if first.severity < FAILING:
        SubElement(case, "system-out").text = lines
        return
    message = one_line(first.message) + (f" (and {more} more)" if more else "")
    SubElement(case, "failure", message=message, type=str(first.severity)).text = lines


def _line(finding: Finding, report: Report) -> str:
    place = pipelines.where(finding.span, report.document)
    return f"{place}: {pipelines.told(finding)}" if place else pipelines.told(finding)
