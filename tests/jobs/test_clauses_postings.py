"""Whole postings of many professions and styles, as text and in every format."""

from __future__ import annotations

from typing import Any

import pytest

from atscheck.skills.model import Target
from tests.support import postings

CASES = postings.table("whole")["case"]


def check(target: Target, case: dict[str, Any]) -> None:
    """That the target has the title, the tiers and the alternatives of the case, and no noise."""
    found = postings.tiers(target)
    assert target.title == case["title"]
    for tier in ("must", "good"):
        assert {name: found.get(name) for name in case[tier]} == dict.fromkeys(case[tier], tier)
    assert not {name.casefold() for name in case["noise"]} & {name.casefold() for name in found}
    assert target.requirements is not None
    groups = {frozenset(group) for group in target.requirements.any_of}
    assert {frozenset(group) for group in case.get("any_of", ())} <= groups


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_a_posting_in_plain_text(case: dict[str, Any]) -> None:
    check(postings.read(case["text"]), case)
