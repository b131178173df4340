"""How much each keyword of a posting weighs: by part, title, repetition and position."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atscheck.errors import TargetError
from tests.support import postings


def weights(text: str) -> dict[str, float]:
    return {keyword.name: keyword.weight for keyword in postings.read(text).keywords}


def test_the_only_demand_weighs_one() -> None:
    assert weights("Requirements\nPython") == {"Python": 1.0}


def test_demands_weigh_more_than_duties_and_these_more_than_wishes() -> None:
    found = weights("Your tasks\nLinux\nRequirements\nPython\nNice to have\nDocker\nOur stack\nGit")
    assert found["Python"] > found["Linux"] > found["Docker"] > found["Git"]


def test_a_cue_weighs_as_its_heading_would() -> None:
    found = weights("Requirements\nPython is required, Docker is a plus\nNice to have\nLinux\nGit")
    assert found["Python"] > found["Docker"] == found["Git"]


@pytest.mark.parametrize("title", ["Senior Python Developer", "Developer (Python)"])
def test_what_the_title_names_weighs_more(title: str) -> None:
    plain, named = (weights(f"{t}\nRequirements\nPython and Linux") for t in ("Developer", title))
    assert named["Python"] > plain["Python"]
    assert named["Linux"] == plain["Linux"]


@pytest.mark.parametrize(
    ("title", "term"),
    [("JavaScript Developer", "Java"), ("R&D Engineer", "R"), ("C++ Developer", "C"),
     ("Go-getter and Developer", "Git")],
)  # fmt: skip
def test_a_longer_word_of_the_title_is_another(title: str, term: str) -> None:
    text = "Requirements\nPython, R, Java, C, Git"
    plain, named = (weights(f"{t}\n{text}") for t in ("Developer", title))
    assert named[term] == plain[term]


def test_what_is_said_again_weighs_more_but_only_so_much() -> None:
    once = "Requirements\nYou know Python.\nYou know Linux."
    texts = [once + "\nYou know Python well." * times for times in range(6)]
    found = [weights(text)["Python"] / weights(text)["Linux"] for text in texts]
    assert found[0] < found[1] < found[2]
    assert max(found) < 2.2


def test_a_sentence_counts_once() -> None:
    assert weights("Requirements\nPython, Python and Python")["Python"] == 1.0


def test_the_first_item_of_a_part_weighs_more_than_the_last() -> None:
    found = weights("Requirements\n- Python\n- Linux\n- Git\nNice to have\n- Docker\n- Java")
    assert found["Python"] > found["Linux"] > found["Git"] > found["Docker"] > found["Java"]


LINES = st.sampled_from([
    "Requirements", "Nice to have", "Your tasks", "Our stack", "Benefits", "Python Developer",
    "Python", "Docker is a plus", "Linux, Git and Python", "Git required", "We use Java.",
])  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=12).map("\n".join))
def test_weights_stay_in_their_range_and_are_the_same_again(text: str) -> None:
    try:
        found = weights(text)
    except TargetError:
        return
    assert all(0.25 <= weight <= 3 for weight in found.values())
    assert weights(text) == found
