"""What the networks of models/postings see of a text, and the names that they find."""

from __future__ import annotations

import pytest

from atscheck.matching.models import load_model
from atscheck.matching.spans import cut, names_in, rows_of, tell

LISTED = "Experience with Frobnitz, Python, Zorbex, AWS, Kubernetes and the cloud"


def test_the_networks_see_no_commas() -> None:
    words, tokens, breaks = cut("Frobnitz, Zorbex and C++,")
    assert words == ["Frobnitz", "Zorbex", "and", "C++"]
    assert [token.start for token in tokens] == [0, 10, 17, 21]
    assert breaks == {1, 4}


def test_no_name_goes_on_behind_a_comma() -> None:
    [found] = names_in([LISTED])
    names = {LISTED[name.start : name.end] for name in found}
    assert {"Frobnitz", "Python", "AWS", "Kubernetes"} <= names
    assert not any("," in name for name in names)


def test_each_text_has_its_own_names() -> None:
    texts = [LISTED, "", "...", "We are a team of friends", "Python"]
    alone = [found for text in texts for found in names_in([text])]
    assert list(names_in(texts)) == alone
    assert alone[1:4] == [[], [], []]
    assert [name[:2] for name in alone[4]] == [(0, 6)]
    assert list(names_in([])) == []


def test_each_network_has_its_say() -> None:
    words, tokens, _ = cut(LISTED)
    [networks] = rows_of(load_model("postings"), tell([(words, tokens)]))
    assert len(networks) == 3
    for rows in networks:
        assert [sum(row) for row in rows] == pytest.approx([1] * len(words), abs=1e-4)
    assert networks[0] != networks[1] != networks[2]
