"""What the rest of a text says of letters that its own line leaves open."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from atscheck.documents.assemble import from_text
from atscheck.matching import match
from atscheck.matching.model import Match
from atscheck.resume import parse
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Keyword, Target

SOFTWARE = ("SKILLS", "Django, PostgreSQL, Kubernetes, Docker, Terraform", "")
FEW = ("SKILLS", "Django, PostgreSQL", "")
COOKING = ("SKILLS", "food preparation, menu planning, food safety, catering", "")
JOB = ("EXPERIENCE", "Worker, Brook Ltd, 2019 - 2021")


def read(keyword: str, skills: Sequence[str], *lines: str) -> Match:
    lexicon = load_lexicon()
    text = "\n".join(("Ana Example", "ana@example.org", "", *skills, *lines))
    target = Target("pack", "t", "T", (Keyword(keyword, (lexicon.resolve(keyword),), "must"),))
    return match(parse(from_text(text)), target).keywords[0]


def test_an_open_acronym_counts_among_enough_terms_of_its_field() -> None:
    line = "• Looked after the CDN each week"
    assert read("content delivery network", SOFTWARE, *JOB, line).status == "found"


@pytest.mark.parametrize("skills", [FEW, COOKING])
def test_it_stays_open_among_few_of_them(skills: Sequence[str]) -> None:
    line = "• Looked after the CDN each week"
    assert read("content delivery network", skills, *JOB, line).status == "ambiguous"


@pytest.mark.parametrize(
    "lines",
    [
        (*JOB, "• Placed by CDN Ltd"),
        (*JOB, "• Client: CDN Holdings"),
        ("REFERENCES", "Joan Doe, head of the CDN unit, joan@example.org"),
    ],
)
def test_what_stands_in_a_name_or_of_a_referee_stays_ambiguous(lines: Sequence[str]) -> None:
    assert read("content delivery network", SOFTWARE, *lines).status == "ambiguous"


def test_a_word_that_speaks_against_it_leaves_it_open() -> None:
    keyword = "application performance monitoring"
    assert read(keyword, SOFTWARE, *JOB, "• Looked after the APM each week").status == "found"
    against = "• Looked after the APM for an association"
    assert read(keyword, SOFTWARE, *JOB, against).status == "ambiguous"


def test_a_states_letters_are_not_settled() -> None:
    line = "• Looked after the AR each week"
    assert read("augmented reality", SOFTWARE, *JOB, line).status != "found"
