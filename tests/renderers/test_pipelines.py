"""The formats for pipelines: SARIF, workflow commands of GitHub, JUnit XML."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import etree

from atscheck import documents
from atscheck.checks import RULES
from atscheck.checks.rule import Finding, Severity
from atscheck.checks.selection import Selection
from atscheck.documents.assemble import from_text
from atscheck.documents.model import Document, Span
from atscheck.renderers import render_all
from atscheck.renderers.pipelines import rows, where
from atscheck.renderers.safe import one_line, term_safe
from atscheck.renderers.sarif import uri
from atscheck.report import Report
from atscheck.scan import check
from atscheck.skills import load_pack
from tests.renderers.test_formats import PAYLOADS, REPORTS
from tests.renderers.test_safe import NASTY
from tests.support.make_report import (
    make_comparison,
    make_hostile,
    make_report,
    make_resume,
    make_unscored,
)
from tests.support.sarif import SARIF_SCHEMA

Golden = Callable[[str, str], None]
SARIF = Draft202012Validator(SARIF_SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)

MARKDOWN = b"""---
name: Jo Sample
---
# Jo Sample
<!-- a note
of two lines -->
jo@example.org<br>Leeds

## Experience

<!-- atscheck: ignore CT102 -->
- Was responsible for the budget
  of 12 clinics.
"""


def render(*reports: Report, format: str) -> str:
    return render_all(reports, format, width=80, color=False, verbose=False)


def run_of(*reports: Report) -> dict[str, Any]:
    """The one run of the reports' SARIF, which is valid."""
    data = json.loads(render(*reports, format="sarif"))
    SARIF.validate(data)
    (run,) = data["runs"]
    return run


def about(document: Document, *quotes: str) -> Report:
    """A report whose findings are about these words of the document."""
    report = make_report()
    spans = [Span(at := document.text.index(q), at + len(q)) for q in quotes]
    findings = tuple(
        Finding("AC201", "duty-instead-of-achievement", Severity.WARNING, "names a duty", s, None)
        for s in spans
    )
    resume = replace(make_resume(), document=document)
    return replace(report, document=document, resume=resume, findings=findings)


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("format", ["github", "junit"])
def test_golden(name: str, format: str, golden: Golden) -> None:
    golden(render(REPORTS[name](), format=format), f"{name}.{format}")


@pytest.mark.parametrize("name", REPORTS)
def test_golden_sarif(name: str, golden: Golden) -> None:
    """Without the rules, whose texts docs/rules shows."""
    run = run_of(REPORTS[name]())
    run["tool"]["driver"]["rules"] = len(RULES)
    for result in run["results"]:
        result["ruleIndex"] = result["ruleId"]
    golden(json.dumps(run, indent=2) + "\n", f"{name}.sarif")


# SARIF


def test_every_rule_is_described_and_found_by_its_index() -> None:
    run = run_of(make_report())
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(RULES)
    for rule in rules:
        assert rule["name"] == RULES[rule["id"]].name
        assert urlsplit(rule["helpUri"]).scheme in ("http", "https")
        assert rule["help"]["markdown"].startswith(f"## {rule['id']} ")
        texts = (rule["shortDescription"], rule["fullDescription"], rule["help"])
        assert all(each["text"].isprintable() and each["text"] for each in texts)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    levels = {result["level"] for result in run["results"]}
    assert levels == {"error", "warning", "note"}


def test_a_region_of_pages_is_that_of_the_text_with_its_page_and_box() -> None:
    report = make_report()
    run = run_of(report)
    result = next(r for r in run["results"] if r["ruleId"] == "AC201")
    (location,) = result["locations"]
    region = location["physicalLocation"]["region"]
    lines = report.document.text.split("\n")
    assert region["startLine"] == region["endLine"] == 8
    quote = lines[7][region["startColumn"] - 1 : region["endColumn"] - 1]
    assert quote == region["snippet"]["text"] == "Responsible for the k8s cluster"
    assert location["properties"]["page"] == 2
    assert len(location["properties"]["box"]) == 4
    assert run["columnKind"] == "unicodeCodePoints"


def test_a_region_may_span_lines() -> None:
    document = make_report().document
    start = document.text.index("64 GPUs")
    end = document.text.index("the k8s") + 3
    report = about(document, document.text[start:end])
    region = run_of(report)["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["endLine"], region["endColumn"]) == (7, 8, 20)
    assert region["snippet"]["text"].split("\n")[1] == "Responsible for the"


def test_a_finding_without_a_place_is_of_the_file() -> None:
    result = next(r for r in run_of(make_report())["results"] if r["ruleId"] == "KW101")
    (location,) = result["locations"]
    assert location == {"physicalLocation": {"artifactLocation": {"uri": "cv.pdf", "index": 0}}}


def test_several_reports_are_one_run_with_each_file_once() -> None:
    first, second = make_report(), make_comparison()
    other = replace(first, document=replace(first.document, path="other.pdf"))
    run = run_of(first, other, second)
    assert [a["location"]["uri"] for a in run["artifacts"]] == ["cv.pdf", "other.pdf"]
    files = {
        r["locations"][0]["physicalLocation"]["artifactLocation"]["index"] for r in run["results"]
    }
    assert files == {0, 1}


def test_a_fingerprint_outlives_a_move_and_not_another_wording() -> None:
    def prints(text: str, *quotes: str) -> list[str]:
        run = run_of(about(from_text(text), *quotes))
        return [r["partialFingerprints"]["primaryLocationLineHash"] for r in run["results"]]

    duty = "Responsible for the budget"
    before = prints(f"Jo\n{duty} of 12 clinics\n", duty)
    assert prints(f"Jo\nA line\n\nand one more\n- {duty} of all\n", duty) == before
    assert prints("Jo\nResponsible for\nthe budget", "Responsible for\nthe budget") == before
    assert prints("Jo\nResponsible for budgets", "Responsible for budgets") != before
    twice = prints(f"{duty}\n", duty, duty)
    assert [p.rpartition(":")[2] for p in twice] == ["1", "2"]
    assert twice[0] == before[0]


def test_what_is_not_scored_is_a_notification() -> None:
    (invocation,) = run_of(make_report(), make_unscored())["invocations"]
    assert invocation["executionSuccessful"]
    (told,) = invocation["toolExecutionNotifications"]
    assert "most of its characters have no meaning" in told["message"]["text"]
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "cv.pdf"
    assert run_of(make_report())["invocations"][0]["toolExecutionNotifications"] == []


def test_standard_input_has_no_uri() -> None:
    report = make_report()
    run = run_of(replace(report, document=replace(report.document, path="-")))
    assert run["artifacts"][0]["location"] == {"description": {"text": "standard input"}}
    physical = run["results"][0]["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"index": 0}


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("cv.pdf", "cv.pdf"),
        ("./my resumes//cv 1.pdf", "my%20resumes/cv%201.pdf"),
        ("../cv.pdf", "../cv.pdf"),
        ("a:b.pdf", "a%3Ab.pdf"),
        ("a#b?c%20.pdf", "a%23b%3Fc%2520.pdf"),
        ("a\nb\x1b.pdf", "a%0Ab%1B.pdf"),
        ("Lebenslauf-Müller.pdf", "Lebenslauf-M%C3%BCller.pdf"),
        (os.fsdecode(b"\xff.pdf"), "%FF.pdf"),
        ("\ud800.pdf", "%ED%A0%80.pdf"),
    ],
)
def test_a_uri_is_relative_and_encoded(path: str, written: str) -> None:
    assert uri(path) == written


@pytest.mark.skipif(os.name == "nt", reason="paths of POSIX")
def test_a_uri_of_an_absolute_path_has_a_scheme() -> None:
    assert uri("/home/jo/my cv.pdf") == "file:///home/jo/my%20cv.pdf"


@given(st.binary(min_size=1, max_size=40).filter(lambda name: not {0, 47} & set(name)))
def test_a_uri_keeps_the_bytes_of_a_name(name: bytes) -> None:
    path = name.decode("utf-8", "surrogateescape")
    written = uri(f"folder/{path}")
    assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", written)
    if name != b".":
        assert unquote_to_bytes(written) == b"folder/" + name


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_sarif_of_hostile_text_is_valid_printable_and_links_nowhere(payload: str) -> None:
    hostile = make_hostile(payload)
    text = render(hostile, format="sarif")
    assert text.isascii()
    run = run_of(hostile)
    for part in ("results", "artifacts", "invocations"):
        assert all(line.isprintable() for s in strings(run[part]) for line in s.split("\n"))
    for result in run["results"]:
        assert not re.search(r"[{}]|\]\(", result["message"]["text"])


# Places


def read(data: bytes) -> Document:
    document = documents.read(data)
    return replace(document, path="cv.md")


def test_lines_of_a_markdown_file_are_its_own() -> None:
    document = read(MARKDOWN)
    assert document.format == "markdown"
    at = {document.line_text(line): line.row for line in document.lines}
    lines = MARKDOWN.decode().split("\n")
    assert at["name: Jo Sample"] == 2
    assert at["jo@example.org"] == at["Leeds"] == lines.index("jo@example.org<br>Leeds") + 1
    duty = next(text for text in at if "responsible" in text)
    assert at[duty] == lines.index("- Was responsible for the budget") + 1
    report = about(document, "responsible for the budget\nof 12 clinics")
    region = run_of(report)["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": at[duty], "endLine": at[duty] + 1}
    command = render(report, format="github").splitlines()[1]
    assert f"file=cv.md,line={at[duty]},endLine={at[duty] + 1}," in command
    assert command.endswith("::names a duty")


def test_lines_of_a_text_file_are_its_own() -> None:
    document = documents.read(
        b"Jo Sample\n\n// atscheck: ignore AC101\nBuilt\n\n\nResponsible for X\n"
    )
    assert document.format == "text"
    assert [line.row for line in document.lines] == [1, 4, 7]
    span = Span(document.text.index("Responsible"), len(document.text))
    assert rows(span, document) == (7, 7)
    assert where(span, document) == "line 7"
    pages = documents.read(b"Jo Sample\r\n\r\nBuilt\r\n\fLed a team\r\nand more")
    assert [line.row for line in pages.lines] == [1, 3, 4, 5]


def test_other_files_have_no_lines_of_their_own() -> None:
    page = b"<!doctype html><html><body><h1>Jo</h1>\n\n<p>Responsible for X</p></body></html>"
    document = documents.read(page)
    assert document.format == "html"
    span = Span(document.text.index("Responsible"), len(document.text))
    assert rows(span, document) is None
    assert where(span, document) == "line 2 of its text"
    (result,) = run_of(about(document, "Responsible"))["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert result["locations"][0]["properties"] == {"line": 2}
    command = render(about(document, "Responsible"), format="github").splitlines()[1]
    assert "line=" not in command
    assert command.endswith("::names a duty (line 2 of its text)")
    pdf = make_report().document
    assert where(pdf.lines[8].span, pdf) == "page 2, line 9 of its text"
    assert where(None, pdf) == ""


# GitHub


COMMAND = re.compile(r"::(error|warning|notice) ((?:[\w]+=[^,:]*,?)+)::(.*)")


def commands(*reports: Report) -> list[tuple[str, dict[str, str], str]]:
    """The commands as the runner of GitHub takes them apart."""
    found = []
    for line in render(*reports, format="github").splitlines():
        parts = COMMAND.fullmatch(line)
        assert parts, line
        properties = dict(p.split("=", 1) for p in parts[2].split(","))
        found.append((parts[1], properties, parts[3]))
    return found


def test_each_report_begins_with_its_score() -> None:
    first, *_ = commands(make_report())
    assert first[:2] == ("notice", {"file": "cv.pdf", "title": "atscheck"})
    assert re.match(r"[\d.]+ of 100 against Example Research: 4 of 7 must-have", first[2])
    first, *_ = commands(make_unscored())
    assert first[0] == "warning"
    assert first[2].startswith("not scored: the text cannot be read")
    assert [c[1]["title"] for c in commands(make_report(), make_comparison())].count(
        "atscheck"
    ) == 2


def test_severities_are_those_of_annotations() -> None:
    kinds = {c[1]["title"].split()[0]: c[0] for c in commands(make_report())}
    assert (kinds["PA301"], kinds["AC201"], kinds["AC101"]) == ("error", "warning", "notice")


def test_a_line_of_a_pdf_file_is_told_and_no_place() -> None:
    _, properties, message = next(c for c in commands(make_report()) if "AC201" in c[1]["title"])
    assert properties.keys() == {"file", "title"}
    assert message.endswith("(page 2, line 8 of its text)")


def test_standard_input_is_no_file() -> None:
    report = make_report()
    named = replace(report, document=replace(report.document, path="-"))
    assert all("file" not in properties for _, properties, _ in commands(named))


def test_what_acts_in_a_command_is_escaped() -> None:
    report = make_report()
    document = replace(report.document, path="./50%,a:b/c.pdf")
    finding = replace(report.findings[0], message="100%: a, b::error::c\n::warning::d%0A")
    shown = commands(replace(report, document=document, findings=(finding,)))
    _, properties, message = shown[1]
    assert properties["file"] == "50%25%2Ca%3Ab/c.pdf"
    assert message.startswith("100%25: a, b::error::c ::warning::d%250A; remove it")


@given(NASTY, NASTY)
def test_a_command_is_read_as_it_was_meant(path: str, message: str) -> None:
    report = make_report()
    document = replace(report.document, path=f"folder/{path}x")
    finding = replace(report.findings[0], message=message, suggestion=None, span=None)
    shown = commands(replace(report, document=document, findings=(finding,)))
    (_, named, _), (_, properties, read) = shown
    assert named["file"] == properties["file"]
    assert unescaped(read) == one_line(message)
    meant = PurePath(document.path).as_posix()
    assert unescaped(properties["file"]) == term_safe(meant)


def unescaped(text: str) -> str:
    """As the runner does, the percent sign last."""
    for written, meant in (("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(written, meant)
    return text


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_makes_no_command(payload: str) -> None:
    report = make_hostile(payload)
    assert len(commands(report)) == 1 + len(report.findings)
    lines = render(report, format="github").split("\n")
    assert all(line.isprintable() for line in lines)


# JUnit


def suites(*reports: Report) -> list[Any]:
    text = render(*reports, format="junit")
    assert text.isascii()
    return list(etree.fromstring(text.encode()))


def test_a_rule_that_was_heard_is_a_test() -> None:
    codes = ("AC101", "AC201", "CT101", "KW101", "PA301", "WR101")
    (suite,) = suites(replace(make_report(), heard=codes))
    names = [case.get("name", "") for case in suite]
    assert names == ["score", *(f"{code} {RULES[code].name}" for code in codes)]
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("7", "3", "0")
    outcome = {
        name.split()[0]: [e.tag for e in case] for name, case in zip(names, suite, strict=True)
    }
    assert outcome == {
        "score": ["system-out"], "AC101": ["system-out"], "AC201": ["failure"], "CT101": [],
        "KW101": ["failure"], "PA301": ["failure"], "WR101": ["system-out"],
    }  # fmt: skip
    told = suite[-1][0].text or ""
    assert told.split("\n")[0].startswith("page 1, line 4 of its text: “go to market” is a cliché")
    assert len(told.split("\n")) == 2


def test_a_failure_has_its_severity_and_every_place() -> None:
    report = make_report()
    duty = next(f for f in report.findings if f.rule == "AC201")
    (suite,) = suites(replace(report, findings=(duty, duty)))
    (failure,) = suite.iter("failure")
    assert failure.get("type") == "warning"
    assert failure.get("message") == "“Responsible for” names a duty (and 1 more)"
    assert (failure.text or "").count("page 2, line 8 of its text: “Responsible for” names") == 2


def test_suites_are_told_apart_and_jenkins_sees_one_package() -> None:
    first = make_report()
    other = replace(first, document=replace(first.document, path="a.b/cv.docx"))
    one, two = suites(first, other)
    assert (one.get("name"), two.get("name")) == ("cv.pdf", "a.b/cv.docx")
    assert {case.get("classname") for case in one} == {"atscheck.cv_pdf"}
    assert {case.get("classname") for case in two} == {"atscheck.a_b/cv_docx"}
    assert {case.get("file") for case in two} == {"a.b/cv.docx"}


def test_what_is_not_scored_is_skipped() -> None:
    (suite,) = suites(make_unscored())
    (skipped,) = suite.iter("skipped")
    assert "most of its characters" in skipped.get("message", "")
    assert suite.get("skipped") == "1"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_junit_of_hostile_text_is_well_formed_and_printable(payload: str) -> None:
    (suite,) = suites(make_hostile(payload))
    for element in suite.iter():
        values = [*element.attrib.values(), *(element.text or "").strip().split("\n")]
        assert all(value.isprintable() for value in values)


# The rules that were heard


def heard(text: str, selection: Selection) -> tuple[str, ...]:
    pack = load_pack("machine-learning-research")
    return check(from_text(text), pack, as_of=dt.date(2026, 1, 1), selection=selection).heard


def test_a_report_knows_which_rules_were_heard() -> None:
    assert heard("Jo Sample\njo@example.org", Selection.of()) == tuple(RULES)
    assert set(heard("Jo Sample", Selection.of(["CT"], ["CT102"]))) == {
        code for code in RULES if code.startswith("CT") and code != "CT102"
    }
    doubtful = heard("(cid:12)(cid:13)(cid:14) x", Selection.of())
    assert "PA102" in doubtful
    assert not any(code.startswith("AC") for code in doubtful)
