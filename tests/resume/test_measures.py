"""Whether an amount tells what came of the work or how large it was, as a careful reader would."""

from __future__ import annotations

import pytest

from atscheck.resume.quantities import find_quantities

OUTCOMES = [
    "Cut hosting costs by 35 %",
    "Cut the nightly build from 3 h to 40 min",
    "Saved the company $2M",
    "Raised €900k from two foundations",
    "Reached an F1 of 0.92",
    "Kept uptime at 99.95 percent",
    "Made page loads 3x faster",
    "Halved the time to first response",
    "Delivered the release two weeks early",
    "Ranked 12/400 in the regional contest",
    "Sold about 40 policies a month",
    "Placed in the top 3% of the cohort",
    "Lowered p99 latency to 80 ms",
    "A 20 % rise in sales",
    "Launched the shop, generating $1.2M in its first season",
    "Moved releases from monthly to weekly",
]
SCOPES = [
    "Led a team of 5",
    "Operated 200 nodes",
    "Managed a $2.4M budget",
    "Taught twenty-two students",
    "Presented to 40 managers",
    "Served 12k req/s",
    "Cleaned 3 TB of sensor logs",
    "Built tools used by 500 editors",
    "Improved onboarding across 12 stores",
    "Trained a dozen nurses ahead of the opening",
    "Handled 30 % of the calls",
]


@pytest.mark.parametrize("text", OUTCOMES)
def test_outcome(text: str) -> None:
    assert find_quantities(text)[0].measures == "outcome"


@pytest.mark.parametrize("text", SCOPES)
def test_scope(text: str) -> None:
    assert [q.measures for q in find_quantities(text)] == ["scope"]


def test_each_amount_is_read_by_itself() -> None:
    found = find_quantities("Led a team of 5 that cut costs by 30 % and reported to 3 directors")
    assert [q.measures for q in found] == ["scope", "outcome", "scope"]


def test_both_ends_of_a_change_are_of_one_kind() -> None:
    found = find_quantities("NPS from 20 to 45")
    assert [q.measures for q in found] == ["outcome", "outcome"]
