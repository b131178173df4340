"""Spans and their chances, beside those counted over all marks of a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise, product
from math import prod
from random import Random

import pytest

from atscheck.matching.marks import LEAST, MARKS, Found, find_spans, may_follow


def row(mark: str, chance: float = 0.98) -> list[float]:
    """Chances of a word that is most likely to have ``mark``."""
    return [chance if mark == own else (1 - chance) / (len(MARKS) - 1) for own in MARKS]


def paths(words: int, breaks: tuple[int, ...]) -> Iterator[tuple[str, ...]]:
    for marks in product(MARKS, repeat=words):
        pairs = list(pairwise(("O", *marks, "O")))
        apart = (may_follow(pairs[i][0], "O") and may_follow("O", marks[i]) for i in breaks)
        if all(may_follow(*pair) for pair in pairs) and all(apart):
            yield marks


@pytest.mark.parametrize("breaks", [(), (2,), (0, 1, 3)])
def test_chances_are_those_of_all_marks_that_go_together(breaks: tuple[int, ...]) -> None:
    sure = row("B-SKILL", 0.6), row("L-SKILL", 0.6), row("U-KNOWLEDGE", 0.5), row("O", 0.5)
    for rows in (list(sure), [[Random(i).random() for _ in MARKS] for i in range(4)]):
        chances: dict[tuple[int, int, str], float] = defaultdict(float)
        for marks in paths(4, breaks):
            weight = prod(r[MARKS.index(m)] for r, m in zip(rows, marks, strict=True))
            chances[0, 0, "all"] += weight
            for first, mark in enumerate(marks):
                if mark[0] in "BU":
                    end = next(i for i in range(first, 4) if marks[i][0] in "LU") + 1
                    chances[first, end, mark[2:]] += weight
        whole = chances.pop((0, 0, "all"))
        found = find_spans([rows], breaks)
        for label, first, end, chance in found:
            assert chance == pytest.approx(chances[first, end, label] / whole)
        likely = {span for span, weight in chances.items() if weight / whole >= 0.5}
        assert likely <= {(first, end, label) for label, first, end, _ in found}
        if rows == list(sure) and not breaks:
            assert likely


def test_spans_that_touch_and_longer_ones() -> None:
    rows = [*map(row, ("U-SKILL", "B-KNOWLEDGE", "I-KNOWLEDGE", "L-KNOWLEDGE", "O", "U-SKILL"))]
    found = [tuple(span[:3]) for span in find_spans([rows])]
    assert found == [("SKILL", 0, 1), ("KNOWLEDGE", 1, 4), ("SKILL", 5, 6)]
    assert all(span.end <= 2 or span.first >= 2 for span in find_spans([rows], breaks=(2,)))


def test_the_mean_of_the_networks_counts() -> None:
    some, none = [row("U-SKILL", 0.9)], [row("O", 0.999)]
    [alone] = find_spans([some])
    assert find_spans([some, none]) == [
        Found("SKILL", 0, 1, pytest.approx(alone.chance / 2, abs=0.01))
    ]
    assert alone.chance / 4 < LEAST
    assert find_spans([some, none, none, none]) == []


def test_a_text_without_words_and_a_long_one() -> None:
    assert find_spans([[]]) == []
    assert len(find_spans([[row("U-SKILL")] * 5_000])) == 5_000
