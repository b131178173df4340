"""Postings pasted from a web page with all its navigation (made examples)."""

from __future__ import annotations

from pathlib import Path

import pytest

from atscheck import documents
from atscheck.jobs import read_job

DATA = Path(__file__).parents[1] / "data" / "postings"


@pytest.mark.parametrize(
    ("name", "title", "must", "good", "noise"),
    [
        (
            "accountant",
            "Accountant",
            {"management accounts", "payroll", "ACCA", "CIMA", "Microsoft Excel", "Xero"},
            {"Power BI", "Spanish"},
            {"Java", "Oracle", "German", "Python", "marketing", "logistics", "nursing", "SQL"},
        ),
        (
            "frontend",
            "Frontend Engineer",
            {"React", "Angular", "TypeScript", "JavaScript", "HTML", "CSS", "English"},
            {"GraphQL", "Docker"},
            {"AWS", "LinkedIn", "Facebook", "German", "Go", "Kubernetes", "Microsoft Word"},
        ),
        (
            "nurse",
            "Registered Nurse",
            {"triage", "vital signs", "medication administration", "Epic EHR", "acute care"},
            {"Spanish", "Advanced Cardiovascular Life Support"},
            {"accounting", "photography", "welding", "pharmacy", "iOS", "Android", "marketing"},
        ),
    ],
)
def test_only_the_posting_is_read(
    name: str, title: str, must: set[str], good: set[str], noise: set[str]
) -> None:
    target = read_job(documents.read(DATA / f"{name}.txt"))
    tiers = {k.name: k.tier for k in target.keywords}
    assert target.title == title
    assert must <= {k for k, tier in tiers.items() if tier == "must"}
    assert good <= {k for k, tier in tiers.items() if tier == "good"}
    assert not noise & set(tiers)
