"""The chances of marks in a text as a whole (a linear chain, as in conditional random fields).

A network gives each word chances by itself. Here each word gets those that it has where only marks
that go together count, and these are what the networks are trained on.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from atscheck.matching.marks import MARKS, may_follow

Rows = NDArray[np.float32]
"""A row for each word of a text, with a number for each of `MARKS`."""

_MAY_FOLLOW = np.array([[may_follow(a, b) for b in MARKS] for a in MARKS], dtype="f")
_MAY_OPEN = np.array([may_follow("O", mark) for mark in MARKS], dtype="f")
_MAY_CLOSE = np.array([may_follow(mark, "O") for mark in MARKS], dtype="f")
_LEAST = 1e-12


def marginals(chances: Sequence[Rows]) -> list[Rows]:
    """The chance of each mark of each word, over all marks of the text that go together.

    ``chances`` are those that the network gives each word by itself. Forward and backward over all
    texts at once, scaled at each word.
    """
    lengths = np.array([len(rows) for rows in chances])
    words = np.ones((lengths.max(), len(chances), len(MARKS)), dtype="f")
    for text, rows in enumerate(chances):
        words[: len(rows), text] = rows + _LEAST
    before, after = np.empty_like(words), np.empty_like(words)
    before[0] = _scaled(words[0] * _MAY_OPEN)
    for place in range(1, len(words)):
        before[place] = _scaled(before[place - 1] @ _MAY_FOLLOW * words[place])
    after[-1] = _MAY_CLOSE
    for place in range(len(words) - 2, -1, -1):
        goes_on = _scaled((words[place + 1] * after[place + 1]) @ _MAY_FOLLOW.T)
        after[place] = np.where((lengths == place + 1)[:, None], _MAY_CLOSE, goes_on)
    both = _scaled(before * after)
    return [both[:length, text] for text, length in enumerate(lengths)]


def _scaled(rows: Rows) -> Rows:
    scaled: Rows = rows / rows.sum(axis=-1, keepdims=True)
    return scaled
