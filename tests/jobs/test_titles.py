"""The title of a posting, as many kinds of postings give it."""

from __future__ import annotations

from typing import Any

import pytest

from atscheck.jobs.titles import title_of
from tests.support import postings

CASES = postings.table("titles")["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["text"]))
def test_titles(case: dict[str, Any]) -> None:
    assert (title_of(postings.document(case["text"])) or "") == case["title"]


@pytest.mark.parametrize("label", ["Reports to", "Line manager", "Contact", "Department"])
def test_another_person_is_no_title(label: str) -> None:
    text = f"{label}: Head Chef\nExample Kitchens\nSous Chef\n\nYour tasks"
    assert title_of(postings.document(text)) == "Sous Chef"


def test_a_title_stands_above_the_first_part() -> None:
    text = "Example Kitchens\nYour tasks\nAssist the Head Chef\nWe seek a Sous Chef."
    assert title_of(postings.document(text)) == "Sous Chef"


def test_a_label_is_stronger_than_what_stands_first() -> None:
    text = "Careers for every nurse\nJob title: Sous Chef"
    assert title_of(postings.document(text)) == "Sous Chef"
