"""How well languages are spoken, and which words name one to speak."""

from __future__ import annotations

import time

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


def test_a_word_of_many_languages_takes_no_more_than_its_length() -> None:
    def seconds(times: int) -> float:
        text = "German-" * times
        start = time.process_time()
        for at in range(0, len(text), len("German-")):
            is_spoken(text, at, at + len("German"))
        return time.process_time() - start

    seconds(100)
    assert seconds(16_000) < 8 * seconds(4_000) + 0.2
