"""How well languages are spoken, and which words name one to speak."""

from __future__ import annotations

import pytest

from atscheck.skills.proficiency import is_spoken, levels_of


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Managing customers in German", True),
        ("Mandarin or German", True),
        ("Teaching maths in German", False),
        ("Lessons in German", False),
        ("a German breakfast", False),
    ],
)
def test_a_subject_or_dish_is_not_spoken(text: str, spoken: bool) -> None:
    at = text.index("German")
    assert is_spoken(text, at, at + len("German")) is spoken


def test_a_level_is_said_of_the_language_beside_it() -> None:
    text = "Fluent German, Dutch (B2)"
    levels = levels_of(text, [(7, 13), (15, 20)])
    assert [said.level if said else None for said in levels] == ["C1", "B2"]


@pytest.mark.parametrize(("words", "spoken"), [(1, False), (40, True)])
def test_a_subject_is_named_near_its_language(words: int, spoken: bool) -> None:
    text = "Teaching" + " on" * words + " German"
    assert is_spoken(text, len(text) - len("German"), len(text)) is spoken
