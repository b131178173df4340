"""The verb that a statement opens with."""

from __future__ import annotations

import pytest

from atscheck.resume.verbs import first_verb


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Built a tool", "Built"),
        ("Successfully organised a fair", "organised"),
        ("I also led the team", "led"),
        ("Design and build of boats", "Design"),
        ("Design of boats", None),
        ("Cook (nights), Sample Inc", None),
        ("Project Manager", None),
        ("A tool for boats", None),
        ("12 boats built", None),
        ("", None),
    ],
)
def test_first_verb(text: str, verb: str | None) -> None:
    assert first_verb(text) == verb
