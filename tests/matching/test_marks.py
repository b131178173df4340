"""Marks of words: the likeliest that go together, and the spans that they tell."""

from __future__ import annotations

from itertools import product
from math import prod
from random import Random

import pytest

from atscheck.matching.marks import MARKS, likeliest, may_follow, spans_of


@pytest.mark.parametrize("breaks", [(), (2,), (0, 1, 3)])
def test_the_likeliest_of_all_that_go_together(breaks: tuple[int, ...]) -> None:
    chance = Random(1)
    rows = [[chance.random() for _ in MARKS] for _ in range(4)]

    def allowed(marks: tuple[str, ...]) -> bool:
        pairs = list(zip(("O", *marks), (*marks, "O"), strict=True))
        return all(may_follow(*pair) for pair in pairs) and all(
            may_follow("O", marks[i]) and (i == 0 or may_follow(marks[i - 1], "O")) for i in breaks
        )

    def worth(marks: tuple[str, ...]) -> float:
        return prod(row[MARKS.index(mark)] for row, mark in zip(rows, marks, strict=True))

    best = max(filter(allowed, product(MARKS, repeat=4)), key=worth)
    assert likeliest(rows, breaks) == list(best)


def test_no_words_have_no_marks() -> None:
    assert likeliest([]) == []


def test_spans() -> None:
    marks = ["U-SKILL", "B-KNOWLEDGE", "I-KNOWLEDGE", "L-KNOWLEDGE", "O", "U-KNOWLEDGE"]
    assert list(spans_of(marks)) == [("SKILL", 0, 1), ("KNOWLEDGE", 1, 4), ("KNOWLEDGE", 5, 6)]
