"""What a posting asks for besides keywords, compared with the resume."""

from __future__ import annotations

import datetime as dt

import pytest

from atscheck.documents.assemble import from_text
from atscheck.matching import match
from atscheck.matching.requirements import Requirement, compared
from atscheck.resume import parse
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Keyword, Requirements, Target, Years

RESUME = """Ana Example
ana@example.org

EXPERIENCE
Senior Backend Developer, Acme Ltd, 01/2019 - 12/2021
• Built services in Python
Data Analyst, Sample Inc, 01/2017 - 12/2018
• Wrote reports in SQL

EDUCATION
Bachelor of Science in Computer Science, Example University, 2013 - 2016

SKILLS
Python, SQL, Docker
"""


def outcome(asked: Requirements, resume: str = RESUME) -> Requirement:
    parsed = parse(from_text(resume))
    names = [years.term for years in asked.years if years.term] or ["Python"]
    keywords = tuple(Keyword(name, (load_lexicon().resolve(name),), "must") for name in names)
    matches = match(parsed, Target("job", "t", "T", keywords)).keywords
    (found,) = compared(asked, parsed, matches, dt.date(2026, 1, 1))
    return found


@pytest.mark.parametrize(
    ("term", "years", "expected", "shown"),
    [
        ("Python", 3, "met", "about 3 years in 1 job"),
        ("Python", 5, "partly", "about 3 years in 1 job"),
        ("Python", 10, "not shown", "about 3 years in 1 job"),
        ("Docker", 1, "not shown", "named, but in no job with both dates"),
        ("Kubernetes", 1, "not shown", ""),
        (None, 5, "met", "about 5 years in 2 jobs"),
        (None, 8, "partly", "about 5 years in 2 jobs"),
    ],
)
def test_years(term: str | None, years: int, expected: str, shown: str) -> None:
    found = outcome(Requirements(years=(Years(term, years, 4),)))
    assert (found.outcome, found.shown, found.line) == (expected, shown, 4)


@pytest.mark.parametrize(
    ("level", "expected"),
    [("associate", "met"), ("bachelor", "met"), ("master", "not shown"), ("phd", "not shown")],
)
def test_degree(level: str, expected: str) -> None:
    found = outcome(Requirements(degree=level))
    assert found.outcome == expected
    assert (found.span is not None) == (expected == "met")


def test_a_degree_that_has_not_ended_is_a_part() -> None:
    resume = RESUME.replace("2013 - 2016", "2024 - present")
    assert outcome(Requirements(degree="bachelor"), resume).outcome == "partly"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Backend Developer (m/w/d)", "met"),
        ("Lead Backend Developer", "met"),
        ("Python Backend Developer", "partly"),
        ("Registered Nurse", "not shown"),
    ],
)
def test_title(title: str, expected: str) -> None:
    assert outcome(Requirements(title=title)).outcome == expected
