"""Every pack on two made-up resumes of its role, one strong and one weak (tests/data/resumes)."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from atscheck import documents
from atscheck.checks.rule import Severity
from atscheck.matching.fit import fits
from atscheck.report import Report
from atscheck.resume import parse
from atscheck.scan import check
from atscheck.skills import load_pack
from atscheck.skills.outlines import outlines

FOLDER = Path(__file__).parent / "data/resumes"
PACKS = tuple(pack.name for pack in outlines())
AS_OF = dt.date(2026, 11, 1)


@cache
def report(name: str, kind: str) -> Report:
    document = documents.read(FOLDER / f"{name}-{kind}.txt")
    return check(document, load_pack(name), as_of=AS_OF)


def covered(report: Report) -> float:
    must = [match.found for match in report.keywords if match.keyword.tier == "must"]
    return sum(must) / len(must)


def warnings(report: Report) -> int:
    return sum(finding.severity >= Severity.WARNING for finding in report.findings)


@pytest.mark.parametrize("name", PACKS)
def test_a_strong_resume_covers_most_and_more_than_a_weak_one(name: str) -> None:
    strong, weak = (covered(report(name, kind)) for kind in ("strong", "weak"))
    assert strong >= 0.65
    assert strong >= weak + 0.2


@pytest.mark.parametrize("name", PACKS)
def test_a_strong_resume_has_fewer_warnings_than_a_weak_one(name: str) -> None:
    assert warnings(report(name, "strong")) < warnings(report(name, "weak"))


@pytest.mark.parametrize("name", PACKS)
def test_a_strong_resume_scores_more_than_a_weak_one(name: str) -> None:
    strong, weak = (report(name, kind).score for kind in ("strong", "weak"))
    assert strong is not None
    assert weak is not None
    assert strong.overall > weak.overall


@pytest.mark.parametrize("name", PACKS)
def test_a_strong_resume_raises_no_red_flag(name: str) -> None:
    assert [f.message for f in report(name, "strong").findings if f.rule.startswith("PK")] == []


def test_strong_resumes_are_nearest_to_the_pack_of_their_role() -> None:
    packs = outlines()
    nearest = {
        name: fits(parse(documents.read(FOLDER / f"{name}-strong.txt")), packs)[0].pack.name
        for name in PACKS
    }
    wrong = {name: found for name, found in nearest.items() if name != found}
    assert len(wrong) <= len(PACKS) // 10, wrong
