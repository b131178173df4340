"""Spans written as one mark a word: "O" outside any, and B, I, L, U of a label.

A span of one word is a "U", a longer one goes from "B" over any number of "I" to "L". So the last
word of a span is told from its others, and two that touch from one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

LABELS = ("KNOWLEDGE", "SKILL")
"""What the model of models/postings marks: tools, techniques and subjects; whole phrases."""

MARKS = ("O", *(f"{place}-{label}" for label in LABELS for place in "BILU"))

Rows = Sequence[Sequence[float]]
"""For each word the chance of each of `MARKS`, by itself."""

LONGEST = 12
"""The most words of a span."""
LEAST = 0.3
"""The least chance of a span that is found: a little more than half the F1 that is reached, where
a further span gains as much as it costs. By cross-validation on the training part."""

_FLOOR = 1e-9
_LABELLED = tuple((label, *range(1 + 4 * i, 5 + 4 * i)) for i, label in enumerate(LABELS))
"""Each label, and where its B, I, L and U stand in a row."""


class Found(NamedTuple):
    """A span of the words ``first`` to ``end`` (half-open), and its chance, 0 to 1."""

    label: str
    first: int
    end: int
    chance: float


def may_follow(before: str, after: str) -> bool:
    """Whether a word with the mark ``after`` may stand behind one with ``before``.

    "O" stands for the end of the text at either side.
    """
    if before[0] in "BI":
        return after[0] in "IL" and after[2:] == before[2:]
    return after[0] in "OBU"


def find_spans(networks: Sequence[Rows], breaks: Collection[int] = ()) -> list[Found]:
    """The surest spans of a text that do not overlap, in order.

    Args:
        networks: the rows that each network gives the text; the mean of the spans' chances counts.
        breaks: words before which every span ends.
    """
    chances: dict[tuple[str, int, int], float] = defaultdict(float)
    for rows in networks:
        for label, first, end, chance in _spans(rows, breaks):
            chances[label, first, end] += chance / len(networks)
    kept: list[Found] = []
    taken: set[int] = set()
    for (label, first, end), chance in sorted(chances.items(), key=lambda item: -item[1]):
        if chance >= LEAST and taken.isdisjoint(range(first, end)):
            kept.append(Found(label, first, end, chance))
            taken.update(range(first, end))
    return sorted(kept, key=lambda found: found.first)


def _spans(rows: Rows, breaks: Collection[int]) -> Iterator[Found]:
    """The spans of any note, each with its share of all marks of the text that go together."""
    rows = [[max(chance, _FLOOR) for chance in row] for row in rows]
    closed, scales = _forward(rows, breaks)
    rows = [[chance / scale for chance in row] for row, scale in zip(rows, scales, strict=True)]
    after = _backward(rows, breaks, 1 / closed[-1])
    for first, row in enumerate(rows):
        for label, b, i, last, u in _LABELLED:
            yield Found(label, first, first + 1, closed[first] * row[u] * after[first + 1])
            chance = closed[first] * row[b]
            for end in range(first + 2, min(len(rows), first + LONGEST) + 1):
                if chance < 1e-3 or end - 1 in breaks:
                    break
                yield Found(label, first, end, chance * rows[end - 1][last] * after[end])
                chance *= rows[end - 1][i]


def _forward(rows: Rows, breaks: Collection[int]) -> tuple[list[float], list[float]]:
    """Before each word the chance that no span is open there, and by what each word is scaled."""
    closed, inside = [1.0], [0.0] * len(LABELS)
    scales: list[float] = []
    for place, row in enumerate(rows):
        if place in breaks:
            inside = [0.0] * len(LABELS)
        shut = closed[-1] * row[0]
        opened: list[float] = []
        for (_, b, i, last, u), own in zip(_LABELLED, inside, strict=True):
            shut += closed[-1] * row[u] + own * row[last]
            opened.append(closed[-1] * row[b] + own * row[i])
        scale = shut + sum(opened)
        scales.append(scale)
        closed.append(shut / scale)
        inside = [own / scale for own in opened]
    return closed, scales


def _backward(rows: Rows, breaks: Collection[int], whole: float) -> list[float]:
    """Before each word, where no span is open, the share of what follows; at the end ``whole``."""
    after, inside = [whole], [0.0] * len(LABELS)
    for place in range(len(rows) - 1, -1, -1):
        row, shut = rows[place], after[-1]
        after.append(
            row[0] * shut
            + sum(
                row[u] * shut + row[b] * own
                for (_, b, _, _, u), own in zip(_LABELLED, inside, strict=True)
            )
        )
        inside = [
            0.0 if place in breaks else row[i] * own + row[last] * shut
            for (_, _, i, last, _), own in zip(_LABELLED, inside, strict=True)
        ]
    return after[::-1]
