"""The bundled examples: current, made up, and read as their README says."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import atscheck
from atscheck import documents
from atscheck.checks.rule import Severity
from atscheck.jobs import read_job
from atscheck.report import Report

EXAMPLES = Path(__file__).parents[1] / "examples"
RESUMES = sorted([*EXAMPLES.glob("*.pdf"), *EXAMPLES.glob("*.docx")])
POSTINGS = sorted(EXAMPLES.glob("*.txt"))
README = (EXAMPLES / "README.md").read_text(encoding="utf-8")


def compared(resume: str, job: str) -> Report:
    posting = (EXAMPLES / job).read_text(encoding="utf-8")
    return atscheck.compare(EXAMPLES / resume, job=posting)


def test_the_files_are_what_the_sources_make() -> None:
    releases = {name: version(name) for name in ("reportlab", "python-docx")}
    if not all(release in README for release in releases.values()):
        pytest.skip(f"the bytes hold for other releases than {releases}")
    script = [sys.executable, str(EXAMPLES / "build.py"), "--check"]
    done = subprocess.run(script, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("unchanged") == len(RESUMES) == 5


@pytest.mark.parametrize("path", [*RESUMES, *POSTINGS], ids=lambda path: path.name)
def test_every_example_is_described_and_its_addresses_are_reserved(path: Path) -> None:
    assert f"`{path.name}`" in README
    text = documents.read(path).text
    hosts = re.findall(r"@([\w.-]+\w)", text)
    assert all(host == "example.org" for host in hosts)


@pytest.mark.parametrize("path", POSTINGS, ids=lambda path: path.name)
def test_postings_have_both_tiers_years_and_alternatives(path: Path) -> None:
    target = read_job(documents.read(path))
    assert {keyword.tier for keyword in target.keywords} == {"must", "good"}
    assert target.requirements is not None
    assert target.requirements.years
    assert target.requirements.any_of


def test_the_researcher_misses_what_the_readme_says() -> None:
    report = compared("ml-researcher.pdf", "ml-research-scientist.txt")
    status = {match.keyword.name: match.status for match in report.matches}
    assert {status[name] for name in ("RLHF | DPO", "CUDA", "Kubernetes")} == {"missing"}
    assert status["TensorFlow"] == "typo"
    assert status["PyTorch | JAX"] == "found"


def test_what_the_developer_posting_only_mentions_is_not_asked_for() -> None:
    report = compared("software-developer.pdf", "backend-developer.txt")
    names = " | ".join(match.keyword.name for match in report.matches)
    asked = set(names.split(" | "))
    assert {"GraphQL", "gRPC", "Helm", "Terraform"} <= asked
    assert not {"TypeScript", "React", "German", "Vim", "Emacs"} & asked


@pytest.mark.parametrize(
    ("resume", "columns", "origins"),
    [
        ("ml-researcher.pdf", 1, {"body"}),
        ("software-developer.pdf", 2, {"body"}),
        ("office-administrator.docx", 1, {"header", "body", "table"}),
    ],
)
def test_layouts(resume: str, columns: int, origins: set[str]) -> None:
    document = documents.read(EXAMPLES / resume)
    assert document.columns == columns
    assert {line.origin for line in document.lines} == origins


@pytest.mark.parametrize(
    ("resume", "job"),
    [
        ("ml-researcher.pdf", "ml-research-scientist.txt"),
        ("software-developer-revised.pdf", "backend-developer.txt"),
        ("office-administrator-revised.docx", "office-administrator.txt"),
    ],
)
def test_a_good_resume_is_warned_of_three_things_at_most(resume: str, job: str) -> None:
    findings = compared(resume, job).findings
    severe = [f.rule for f in findings if f.severity > Severity.INFO]
    assert len(severe) <= 3
    assert len({f.rule for f in findings}) <= 8


@pytest.mark.parametrize(
    ("before", "after", "job"),
    [
        ("software-developer.pdf", "software-developer-revised.pdf", "backend-developer.txt"),
        (
            "office-administrator.docx",
            "office-administrator-revised.docx",
            "office-administrator.txt",
        ),
    ],
)
def test_a_revised_resume_is_better(before: str, after: str, job: str) -> None:
    old, new = compared(before, job), compared(after, job)
    assert old.score is not None
    assert new.score is not None
    assert new.score.overall > old.score.overall
    assert len(new.findings) < len(old.findings) / 2
