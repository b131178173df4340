"""Whether the words that are asked for stand in the resume letter by letter."""

from __future__ import annotations

import pytest

from atscheck import documents
from atscheck.jobs import read_job, with_alternatives
from atscheck.matching import match
from atscheck.matching.literal import holds
from atscheck.matching.model import Match
from atscheck.resume import parse


def compared(posting: str, resume: str) -> Match:
    """The one keyword of a posting, matched."""
    job = documents.read(f"Requirements\n- {posting}\n".encode(), path="job.txt")
    text = f"Jane Example\njane@example.org\n\nSKILLS\n{resume}\n"
    target = with_alternatives(read_job(job))
    (only,) = match(parse(documents.read(text.encode(), path="cv.txt")), target).keywords
    return only


@pytest.mark.parametrize(
    ("posting", "resume"),
    [
        ("NLP", "Python, NLP"),
        ("Natural Language Processing", "natural language processing"),
        ("automated tests", "Automated tests, SQL"),  # the lexicon's name is test automation
        ("Spark", "Apache Spark"),
        ("back-end development", "Backend development"),
        ("driver's license", "Driver license"),
        ("CI/CD", "CI / CD, SQL"),
        ("optimisation", "mathematical optimization"),
        ("NLP (natural language processing)", "natural language processing, SQL"),
        ("Java or Kotlin", "Kotlin, SQL"),
    ],
)
def test_the_postings_own_words_count(posting: str, resume: str) -> None:
    found = compared(posting, resume)
    assert found.status == "found"
    assert found.literal


@pytest.mark.parametrize(
    ("posting", "resume"),
    [
        ("NLP", "natural language processing, SQL"),  # although that is the lexicon's name for it
        ("natural language processing", "Python, NLP"),
        ("Kubernetes", "Docker, k8s"),
        ("Spark", "PySpark, SQL"),
        ("REST APIs", "REST API, SQL"),
        ("Kubernetes or Terraform", "Docker, k8s"),
    ],
)
def test_other_words_do_not(posting: str, resume: str) -> None:
    found = compared(posting, resume)
    assert found.status == "found"
    assert not found.literal


def test_what_is_not_claimed_is_never_literal() -> None:
    assert not compared("Kubernetes", "no experience with Kubernetes").literal


def test_words_stand_whole_and_one_behind_the_other() -> None:
    assert holds("PL/SQL", "SQL")
    assert holds("data-\nbase design", "database design")
    assert not holds("NoSQL", "SQL")
    assert not holds("data warehouse design", "data design")
