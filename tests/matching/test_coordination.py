"""Terms that share a word of which only one stands."""

from __future__ import annotations

import pytest

from tests.matching.test_design import run


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("machine learning", "Machine and deep learning"),
        ("deep learning", "Machine and deep learning"),
        ("front-end development", "Front- and back-end development"),
        ("back-end development", "Front- and back-end development"),
        ("menu planning", "Menu costing and planning"),
        ("linear regression", "Linear and logistic regression"),
    ],
)
def test_both_terms_are_found(keyword: str, text: str) -> None:
    assert run(keyword, text).status == "found"


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("service management", "Customer service and risk management"),
        ("machine learning", "Machine tools and deep learning"),
        ("machine learning", "Machine, deep learning"),
        ("menu planning", "Menu costing and planning permits"),
        ("menu planning", "Menu costing and event planning"),
    ],
)
def test_a_word_that_belongs_to_another_term_is_not_shared(keyword: str, text: str) -> None:
    assert run(keyword, text).status == "missing"
