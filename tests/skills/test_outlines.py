"""What packs ask for, at a glance."""

from __future__ import annotations

import json

import pytest

from atscheck.skills import load_pack, pack_names
from atscheck.skills.outlines import Outline, outline_rows, outlines

PACK = Outline(
    "data-scientist", "Data Scientist", "en", ("Decision Scientist",), ("Python",), ("Spark",)
)


@pytest.mark.parametrize(
    ("words", "rank"),
    [
        ((), 3), (("data",), 3), (("SCIEN",), 3), (("decision",), 2), (("spark",), 1),
        (("data", "python"), 1), (("ark",), 0), (("data", "cobol"), 0),
    ],
)  # fmt: skip
def test_a_search_is_answered_by_its_worst_word(words: tuple[str, ...], rank: int) -> None:
    assert PACK.answers(words) == rank


def test_the_outline_is_that_of_the_pack() -> None:
    found = {each.name: each for each in outlines()}
    assert tuple(found) == pack_names()
    for name in list(found)[::10]:
        pack, outline = load_pack(name), found[name]
        assert (outline.title, outline.titles) == (pack.title, pack.titles)
        assert (*outline.must, *outline.good) == tuple(k.name for k in pack.keywords)


def test_rows_are_plain_lists() -> None:
    row = json.loads(next(iter(outline_rows())))
    assert len(row) == 6
