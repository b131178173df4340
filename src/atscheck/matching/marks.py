"""Spans written as one mark a word: "O" outside any, and B, I, L, U of a label.

A span of one word is a "U", a longer one goes from "B" over any number of "I" to "L". So the last
word of a span is told from its others, and two that touch from one.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence

LABELS = ("KNOWLEDGE", "SKILL")
"""What the model of models/postings marks: tools, techniques and subjects; whole phrases."""

MARKS = ("O", *(f"{place}-{label}" for label in LABELS for place in "BILU"))

_LEAST = 1e-9
"""A chance below this counts as this."""


def may_follow(before: str, after: str) -> bool:
    """Whether a word with the mark ``after`` may stand behind one with ``before``.

    "O" stands for the end of the text at either side.
    """
    if before[0] in "BI":
        return after[0] in "IL" and after[2:] == before[2:]
    return after[0] in "OBU"


_CLOSED = tuple(i for i, mark in enumerate(MARKS) if may_follow(mark, "O"))
_JOINED = tuple(
    tuple(i for i, before in enumerate(MARKS) if may_follow(before, after)) for after in MARKS
)
"""For each mark those that may stand before it."""

_APART = tuple(_CLOSED if may_follow("O", after) else () for after in MARKS)
"""The same where no span goes on."""


def likeliest(chances: Sequence[Sequence[float]], breaks: Collection[int] = ()) -> list[str]:
    """Of all marks of a text's words that go together the likeliest (Viterbi).

    Args:
        chances: for each word the chance of each of `MARKS`.
        breaks: words before which every span ends.
    """
    total = [0.0, *[-math.inf] * (len(MARKS) - 1)]
    steps: list[list[int]] = []
    for place, row in enumerate(chances):
        ways = _APART if place in breaks else _JOINED
        came = [max(before, key=total.__getitem__, default=-1) for before in ways]
        logs = [math.log(max(chance, _LEAST)) for chance in row]
        total = [
            -math.inf if i < 0 else total[i] + own for i, own in zip(came, logs, strict=True)
        ]
        steps.append(came)
    mark = max(_CLOSED, key=total.__getitem__)
    marks: list[str] = []
    for came in reversed(steps):
        marks.append(MARKS[mark])
        mark = came[mark]
    return marks[::-1]


def spans_of(marks: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """The label, the first word and the end (half-open) of each span."""
    start = 0
    for place, mark in enumerate(marks):
        if mark[0] in "BU":
            start = place
        if mark[0] in "LU":
            yield mark[2:], start, place + 1
