"""The JSON contract: every result is valid against its published schema, which lacks nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

import atscheck
from atscheck import documents, resume
from atscheck.jobs import read_job
from atscheck.report import Failure, job_to_dict, reading_to_dict, schema
from tests.support.make_report import make_comparison, make_hostile, make_report, make_unscored

EXAMPLES = Path(__file__).parents[1] / "examples"
RESUMES = sorted([*EXAMPLES.glob("*.pdf"), *EXAMPLES.glob("*.docx")])
JOBS = sorted(EXAMPLES.glob("*.txt"))
AS_OF = dt.date(2026, 1, 1)


def closed(value: Any) -> Any:
    """A schema that allows no field it does not describe."""
    if isinstance(value, dict):
        more = {"additionalProperties": False} if "properties" in value else {}
        return {**{key: closed(item) for key, item in value.items()}, **more}
    return [closed(item) for item in value] if isinstance(value, list) else value


def check(data: dict[str, Any], name: Any = "report", part: str | None = None) -> None:
    published = schema(name)
    Draft202012Validator.check_schema(published)
    Draft202012Validator(published).validate(data)
    strict = closed(published)
    if part:  # the messages of anyOf say little
        strict = {**strict["$defs"][part], "$defs": strict["$defs"]}
    Draft202012Validator(strict).validate(data)


@pytest.mark.parametrize("make", [make_report, make_comparison, make_unscored])
def test_a_report_is_valid_and_described_in_full(make: Any) -> None:
    check(make().to_dict(), part="report")


def test_a_report_of_hostile_text_is_valid() -> None:
    check(make_hostile("\x1b[31m\ud800").to_dict(), part="report")


def test_a_failure_is_valid() -> None:
    check(Failure("cv.pdf", "encrypted", "it is encrypted", "save it").to_dict(), part="failure")


@pytest.mark.parametrize("path", RESUMES, ids=lambda p: p.name)
def test_every_example_is_valid(path: Path) -> None:
    report = atscheck.scan(path, pack="machine-learning-research", as_of=AS_OF)
    check(report.to_dict(), part="report")
    for job in JOBS:
        check(atscheck.compare(path, job=job, as_of=AS_OF).to_dict(), part="report")
    check(reading_to_dict(resume.parse(documents.read(path))), "text")


@pytest.mark.parametrize("path", JOBS, ids=lambda p: p.name)
def test_every_posting_is_valid(path: Path) -> None:
    check(job_to_dict(read_job(documents.read(path))), "job")


def test_the_schema_is_not_lax() -> None:
    data = make_report().to_dict()
    for path, wrong in (
        (("keywords", 0, "status"), "maybe"),
        (("score", "overall"), 101),
        (("findings", 0, "severity"), "fatal"),
        (("schema",), "atscheck.report/2"),
        (("file", "sha256"), "abc"),
    ):
        spoilt = make_report().to_dict()
        place: Any = spoilt
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = wrong
        with pytest.raises(ValidationError):
            check(spoilt)
    for key in data:
        with pytest.raises(ValidationError):
            check({k: v for k, v in data.items() if k != key})


def test_the_fields_callers_rely_on() -> None:
    """contracts.md, "JSON report"."""
    data = make_report().to_dict()
    assert data["schema"] == "atscheck.report/1"
    assert data["atscheck"] == atscheck.__version__
    assert data["file"] == {
        "path": "cv.pdf", "format": "pdf", "sha256": "0" * 64, "pages": 2, "ocr_pages": [],
        "words": 69,
    }  # fmt: skip
    assert data["target"] == {
        "kind": "pack", "name": "example-research", "title": "Example Research",
    }  # fmt: skip
    assert data["score"]["must"] == {"found": 4, "total": 7, "coverage": 0.5714, "literal": 0.2857}
    assert data["score"]["parts"][0]["name"] == "must-have keywords"
    torch = data["keywords"][1]
    assert (torch["term"], torch["tier"], torch["group"]) == ("PyTorch | JAX", "must", "tools")
    assert (torch["status"], torch["in_context"], torch["literal"]) == ("found", True, False)
    evidence = torch["evidence"][0]
    assert (evidence["text"], evidence["form"]) == ("torch", "alias")
    assert (evidence["section"], evidence["page"], evidence["line"]) == ("experience", 1, 7)
    assert data["groups"][1] == {"name": "tools", "title": "Tools", "weight": 0.4, "coverage": 1.0}
    assert (data["achievements"]["bullets"], data["achievements"]["quantified"]) == (3, 1)
    first, second, _ = data["achievements"]["items"]
    assert first["quantities"][1] == {"text": "35%", "kind": "percent", "measures": "outcome"}
    assert (first["verb"], first["suggestion"]) == ("Trained", None)
    assert second["suggestion"].startswith("start with what you did")
    assert data["findings"][0]["rule"] == "PA301"
    assert data["findings"][0]["severity"] == "error"
    assert data["findings"][0]["quote"] == "CUDA CUDA CUDA"
    assert data["resume"]["email"] == "ada@example.org"
    assert data["resume"]["sections"][1] == {
        "kind": "experience", "heading": "Experience", "page": 1, "line": 5,
    }  # fmt: skip
    assert data["resume"]["positions"][0]["start"] == "2021-03"
    assert data["resume"]["positions"][0]["end"] is None
    assert (data["resume"]["columns"], data["resume"]["reading_order"]) == (1, 1.0)
    assert data["job"] is None
    statuses = {k["status"] for k in data["keywords"]}
    assert statuses == {"found", "missing", "ambiguous", "typo", "negated", "hidden"}


def test_how_deep_evidence_goes_and_what_else_is_claimed() -> None:
    data = make_report().to_dict()
    assert data["as_of"] == "2026-01-01"
    by_term = {k["term"]: k["depth"] for k in data["keywords"]}
    assert by_term["PyTorch | JAX"] == {
        "statements": 1, "positions": 1, "months": 59, "last_used": "now",
    }  # fmt: skip
    nothing = {"statements": 0, "positions": 0, "months": 0, "last_used": None}
    assert by_term["Python"] == by_term["Julia"] == nothing
    assert data["other_keywords"][1] == {
        "term": "SQL", "field": "data", "count": 1, "in_context": False, "page": 2, "line": 11,
    }  # fmt: skip


def test_a_comparison_tells_what_the_posting_asks_for() -> None:
    data = make_comparison().to_dict()
    assert data["job"]["title"] == "Research Engineer"
    assert data["job"]["degree"] == "master"
    python = data["job"]["years"][1]
    assert (python["term"], python["years"], python["line"], python["tier"]) == (
        "Python", 5, 9, "must",
    )  # fmt: skip
    language = next(d for d in data["job"]["demands"] if d["kind"] == "language")
    assert language == {
        "kind": "language", "asked": "German, B2", "tier": "good",
        "text": "German (B2) is an asset", "line": 7, "names": ["German"], "level": "B2",
        "words": None,
    }  # fmt: skip
    compared = {each["kind"]: each for each in data["requirements"]}
    assert compared["language"]["posting"] == "German (B2) is an asset"
    assert (compared["language"]["tier"], compared["language"]["outcome"]) == ("good", "not shown")
    assert compared["location"]["outcome"] == "to check"
    assert data["job"]["any_of"] == [["PyTorch", "JAX"]]
    assert data["keywords"][2]["posting"] == {"text": "Golang", "line": 6}
    assert data["keywords"][2]["wordings"] == [{"term": "Go", "text": "Golang", "line": 6}]


def test_a_comparison_has_its_edits_and_both_coverages() -> None:
    data = make_comparison().to_dict()
    assert data["score"]["all"] == {"found": 6, "total": 9, "coverage": 0.7, "literal": 0.0667}
    assert [e["kind"] for e in data["edits"]] == [
        "wording", "wording", "full term", "implied", "misspelt",
    ]  # fmt: skip
    torch = data["edits"][0]
    assert (torch["term"], torch["tier"], torch["gain"]) == ("PyTorch", "must", 0.1667)
    assert torch["posting"] == {"text": "PyTorch", "line": 4}
    assert (torch["written"], torch["write"]) == ("torch", "PyTorch")
    assert (torch["page"], torch["line"]) == (1, 7)
    assert torch["line_text"] == "Trained torch models on 64 GPUs, cutting cost by 35%."
    assert make_report().to_dict()["edits"] == []


def test_an_unscored_report_says_why() -> None:
    data = make_unscored().to_dict()
    assert data["score"] is None
    assert "confidence" in data["not_scored"]


def test_missing_keywords_carry_a_suggestion_and_where_to_learn() -> None:
    data = make_report().to_dict()
    by_term = {k["term"]: k for k in data["keywords"]}
    assert "significant" in by_term["statistical significance"]["suggestion"]
    assert by_term["Python"]["suggestion"] is None
    assert {"title", "url", "for"} == set(data["resources"][0])
    assert ["reinforcement learning"] in [r["for"] for r in data["resources"]]
