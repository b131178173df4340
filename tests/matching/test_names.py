"""Names of people, employers, schools and towns are no evidence of a skill."""

from __future__ import annotations

import pytest

from atscheck.documents.assemble import from_text
from atscheck.matching import match
from atscheck.resume import parse
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Keyword, Target

RESUME = """Ana Example
ana@example.org
Chennai, Tamil Nadu

EXPERIENCE
Data Analyst, Acme Logistics Ltd, Chennai
March 2019 - June 2021
• Wrote SQL for dashboards of marketing

EDUCATION
Bachelor of Science in Computer Science, 2018
Example Institute of Nursing
"""


@pytest.mark.parametrize(
    ("keyword", "status"),
    [
        ("Tamil", "missing"),
        ("logistics", "ambiguous"),
        ("nursing", "ambiguous"),
        ("SQL", "found"),
        ("marketing", "found"),
        ("computer science", "found"),
        ("Bachelor of Science", "found"),
    ],
)
def test_a_name_is_shown_and_not_counted(keyword: str, status: str) -> None:
    target = Target(
        "pack", "t", "T", (Keyword(keyword, (load_lexicon().resolve(keyword),), "must"),)
    )
    assert match(parse(from_text(RESUME)), target).keywords[0].status == status


def test_a_skill_that_also_stands_in_a_name_is_found() -> None:
    text = RESUME.replace("of marketing", "of logistics")
    target = Target(
        "pack", "t", "T", (Keyword("logistics", (load_lexicon().resolve("logistics"),), "must"),)
    )
    met = match(parse(from_text(text)), target).keywords[0]
    assert met.status == "found"
    assert len(met.claims) == 1
