"""A resume of any text goes through every stage and comes out in every format."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from lxml import etree
from rich.cells import cell_len

from atscheck.documents.assemble import from_text
from atscheck.renderers import render_all, render_text
from atscheck.renderers.lines import Order
from atscheck.report import Report, schema
from atscheck.scan import check
from atscheck.skills import load_pack
from tests.renderers.test_safe import NASTY, TRIGGERS
from tests.support.jsonresume import JSON_RESUME_SCHEMA
from tests.support.sarif import SARIF_SCHEMA

PACK = load_pack("machine-learning-research")
REPORT = Draft202012Validator(schema("report"))
READING = Draft202012Validator(schema("text"))
SARIF = Draft202012Validator(SARIF_SCHEMA)
JSON_RESUME = Draft7Validator(JSON_RESUME_SCHEMA)
ORDERS: tuple[Order, ...] = ("visual", "stored")

LINES = st.sampled_from(
    [
        "Jane Example", "jane@example.org | +1 555 010 0199", "EXPERIENCE", "SKILLS", "MY JOURNEY",
        "Analyst, Acme Ltd, Jan 2019 - present", "Analyst, Beta Inc, 03/2015 - 02/2012",
        "- Responsible for planning, testing and {} of tools", "- Helped with {}", "- I built {}",
        "- Trained {} in PyTorch, 95% accuracy", "Python, PyTorch, Tensorfow, {}", "no {} with NLP",
    ]
)  # fmt: skip
RESUMES = st.lists(
    st.one_of(NASTY, st.builds(str.replace, LINES, st.just("{}"), NASTY)), max_size=12
).map(lambda lines: "\n".join(["Jane Example", *lines]))
FEW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def report_of(text: str) -> Report:
    document = from_text(text, path=text[:40], data=text.encode(errors="replace"))
    return check(document, PACK, as_of=dt.date(2026, 1, 1))


@FEW
@given(RESUMES, st.booleans())
def test_every_format_and_finding_of_any_text(text: str, verbose: bool) -> None:
    report = report_of(text)
    plain = render_all([report], "text", width=80, color=False, verbose=verbose)
    assert all(line.isprintable() and cell_len(line) <= 80 for line in plain.split("\n"))
    assert render_all([report], "markdown", width=80, color=False, verbose=False)
    data = json.loads(render_all([report], "json", width=80, color=False, verbose=False))
    REPORT.validate(data)
    table = render_all([report], "csv", width=80, color=False, verbose=False)
    for row in csv.reader(io.StringIO(table, newline="")):
        assert not any(cell.lstrip().startswith(tuple(TRIGGERS)) for cell in row)
    SARIF.validate(json.loads(render_all([report], "sarif", width=80, color=False, verbose=False)))
    junit = render_all([report], "junit", width=80, color=False, verbose=False)
    assert etree.fromstring(junit.encode()).tag == "testsuites"
    commands = render_all([report], "github", width=80, color=False, verbose=False)
    assert len(commands.splitlines()) == 1 + len(report.findings)
    READING.validate(json.loads(render_text(report.resume, "json", width=80, color=False)))
    JSON_RESUME.validate(
        json.loads(render_text(report.resume, "jsonresume", width=80, color=False))
    )
    for order in ORDERS:
        shown = render_text(
            report.resume, "text", order=order, width=80, color=False, verbose=verbose
        )
        assert all(line.isprintable() and cell_len(line) <= 80 for line in shown.split("\n"))

    for finding in report.findings:
        assert finding.message.strip()
        assert finding.suggestion
        if finding.span is not None:
            assert 0 <= finding.span.start < finding.span.end <= len(report.document.text)
