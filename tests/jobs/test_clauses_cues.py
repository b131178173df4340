"""Cues inside sentences: what is demanded, what would be nice, and what is not asked for."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atscheck.jobs.clauses import read_clauses
from atscheck.jobs.cues import tell_tiers
from tests.support import postings

CASES = postings.table("cues")["case"]
AROUND = ("Git", "GitLab")
"""What the parts around a case ask for."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["text"]))
def test_a_cue_speaks_of_its_own_part_of_a_sentence(case: dict[str, Any]) -> None:
    heading = case.get("below", "Requirements")
    text = f"{heading}\n{case['text']}\nRequired\nGit\nNice to have\nGitLab"
    found = postings.tiers(postings.read(text))
    asked = {name: tier for name, tier in found.items() if name not in AROUND}
    must, good = (dict.fromkeys(case.get(key, ()), key) for key in ("must", "good"))
    assert asked == {**must, **good}
    assert not set(case.get("none", ())) & set(asked)


@pytest.mark.parametrize(
    "clause",
    ["Update records as required", "Help out where necessary", "Speak up if desired"],
)
def test_what_is_done_as_required_is_no_cue(clause: str) -> None:
    assert [piece.firm for piece in tell_tiers(clause, "must", firm=False)] == [False]


@pytest.mark.parametrize(
    ("clause", "part"),
    [
        ("Health insurance and a company pension", "benefits"),
        ("£28,000 - £31,000 per annum", "benefits"),
        ("Full training will be given", "benefits"),
        ("All qualified applicants will be considered", "legal"),
        ("This post is subject to a DBS check", "legal"),
        ("No recruitment agencies", "legal"),
        ("Please send your CV to jobs@example.org", "application"),
        ("For an informal discussion call us", "application"),
        ("We use cookies", "page"),
        ("Publishing job posted 3 days ago", "page"),
        ("Reporting to the Head of Sales", "page"),
        ("Example Works is a family-run company", "company"),
        ("We build bridges", "company"),
    ],
)
def test_what_asks_for_nothing_is_told_by_its_wording(clause: str, part: str) -> None:
    (found,) = read_clauses(postings.document(f"Your tasks\n{clause}"))
    assert (found.part, found.tier) == (part, None)


@pytest.mark.parametrize(
    "clause",
    ["Experience with health insurance claims", "Knowledge of discrimination law",
     "Able to explain salary sacrifice and pension schemes"],
)  # fmt: skip
def test_a_demand_may_speak_of_benefits_or_law(clause: str) -> None:
    (found,) = read_clauses(postings.document(f"Requirements\n{clause}"))
    assert (found.part, found.tier) == ("required", "must")


PARTS = st.sampled_from([
    "Python", "a plus", "not required", "but", "(required)", "(a plus", ")", "[", "]", ",", "is",
    "no", "needed", "ideally", "must have", "if", ":", "and", "-",
])  # fmt: skip


@given(st.lists(PARTS).map(" ".join), st.sampled_from(["must", "good", None]))
def test_the_pieces_of_a_clause_are_in_order_and_leave_nothing_out(text: str, base: Any) -> None:
    reached = 0
    for piece in tell_tiers(text, base, firm=False):
        assert reached <= piece.start
        assert not any(character.isalnum() for character in text[reached : piece.start]) or (
            "(" in text or "[" in text
        )
        reached = max(reached, piece.end)
    assert reached == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "About us\nWe bake bread.\nYou will lead the rollout of Docker.",
        "About Example Bakery\nThe successful candidate knows Docker.",
        "Benefits\nA free loaf a day.\nThe ideal candidate has run Docker for years.",
        "Company type: Public\nLocation:\nLeeds\nYou run Docker for our ovens in town and country.",
    ],
)
def test_the_job_is_asked_for_where_its_heading_is_missing(text: str) -> None:
    assert postings.tiers(postings.read(f"{text}\nRequirements\nGit"))["Docker"] == "must"


@pytest.mark.parametrize(
    "text",
    ["About us\nWe bake bread with Docker.", "Benefits\nYou will learn Docker from the best.",
     "Benefits\nYou will work closely with the people behind Docker.",
     "Equal opportunity\nThe successful candidate may know Docker or not."],
)  # fmt: skip
def test_what_the_company_does_and_gives_is_not(text: str) -> None:
    assert set(postings.tiers(postings.read(f"{text}\nRequirements\nGit"))) == {"Git"}


@pytest.mark.parametrize(
    "sentence",
    ["In our daily work we talk about Kubernetes.", "The <ORGANIZATION> is the home of Kubernetes.",
     "Kubernetes people at the bakery are proud of its core values.",
     "You become part of a team of Kubernetes fans.",
     "The bakery was founded in the Kubernetes age."],
)  # fmt: skip
def test_a_company_speaks_of_itself_in_many_ways(sentence: str) -> None:
    assert set(postings.tiers(postings.read(f"{sentence}\nRequirements\nGit"))) == {"Git"}


@pytest.mark.parametrize(
    ("sentence", "tier"),
    [
        ("For the back end we use Docker.", "good"),
        ("With our bakers you will run Docker.", "must"),
        ("In this role we look for people who know Docker.", "must"),
        ("PhD stipend in <ORGANIZATION> Docker", "must"),
    ],
)
def test_what_it_uses_and_whom_it_seeks_is_asked_for(sentence: str, tier: str) -> None:
    found = postings.tiers(postings.read(f"{sentence}\nRequirements\nGit"))
    assert found.get("Docker") == tier


@pytest.mark.parametrize("label", ["Published", "Last updated", "Job ref", "Hours", "Line manager"])
def test_the_value_of_a_label_is_no_demand(label: str) -> None:
    text = f"Baker\nLeeds | {label}: Publishing week 3\n\nRequirements\nGit"
    assert "publishing" not in postings.tiers(postings.read(text))
