"""Every kind of pattern that a pack may write finds in a text what docs/packs.md says."""

from __future__ import annotations

import pytest

from atscheck.matching.docs import Words
from atscheck.matching.pipeline import index_of
from atscheck.matching.tokens import tokenize
from atscheck.skills.patterns import read_patterns
from atscheck.skills.tables import Table

PERCENT = [{"LEMMA": "improve"}, {"LOWER": "by"}, {"LIKE_NUM": True}, {"LOWER": "%"}]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("error bar", "with error bars", ["error bars"]),
        ("state of the art", "state-of-the-art results", ["state-of-the-art"]),
        ("p-value", "a p-value, p values", ["p-value", "p values"]),
        ("±", "61.4 ±0.8", ["±"]),
        ([{"LOWER": "By"}], "By and by", ["By", "by"]),
        ([{"LOWER": "optimisation"}], "optimization", ["optimization"]),
        ([{"NORM": "by"}], "By", ["By"]),
        ([{"LOWER": {"IN": ["of", "by"]}}], "gain of 3 by two", ["of", "by"]),
        ([{"LEMMA": "improve"}], "improving, improved", ["improving", "improved"]),
        ([{"LEMMA": {"IN": ["raise", "improve"]}}], "raised and improves", ["raised", "improves"]),
        ([{"LIKE_NUM": True}], "5.2 or ten", ["5.2", "ten"]),
        ([{"IS_DIGIT": True}], "12 or 5.2 or ten", ["12"]),
        (PERCENT, "Improved by 5.2%, improves by 3 %", ["Improved by 5.2%", "improves by 3 %"]),
        (
            [{"LOWER": "p"}, {"LOWER": {"IN": ["<", "="]}}, {"LIKE_NUM": True}],
            "(p < 0.01) and p=0.2",
            ["p < 0.01", "p=0.2"],
        ),
        ([{"LOWER": "by"}, {"LIKE_NUM": False}], "by 5 by far", ["by far"]),
    ],
)
def test_a_pattern_finds(pattern: object, text: str, found: list[str]) -> None:
    patterns = read_patterns(Table("p.toml", "", {"pattern": [pattern]}), "pattern")
    index = index_of(())
    tokens = tokenize(text, index.vocabulary)
    places = index.find(patterns, Words.of(tokens))
    assert [text[tokens[a].start : tokens[b - 1].end] for a, b in places] == found
