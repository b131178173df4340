"""Marginals, beside those counted over all marks of a text."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from atscheck.matching.marks import MARKS, may_follow
from training.chain import marginals


def test_marginals_are_those_of_all_marks_that_go_together() -> None:
    chance = np.random.default_rng(1)
    texts = [chance.dirichlet(np.ones(len(MARKS)), n).astype("f") for n in (4, 1, 3)]
    for rows, found in zip(texts, marginals(texts), strict=True):
        expected = np.zeros_like(rows)
        for path in product(range(len(MARKS)), repeat=len(rows)):
            marks = ["O", *(MARKS[i] for i in path), "O"]
            if all(may_follow(*pair) for pair in pairwise(marks)):
                places = np.arange(len(rows))
                expected[places, path] += rows[places, path].prod()
        expected /= expected.sum(axis=1, keepdims=True)
        assert found == pytest.approx(expected, abs=1e-5)
