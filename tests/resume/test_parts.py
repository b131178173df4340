"""Parts of a passage: what is trimmed from their edges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atscheck.resume.model import Passage
from atscheck.resume.parts import EDGES, part


@pytest.mark.parametrize(
    ("text", "trimmed"),
    [
        ("- Acme Ltd,", "Acme Ltd"),
        ("Acme (UK),", "Acme (UK)"),
        ("Acme (UK", "Acme"),
        (") Python ( Python", "Python"),
    ],
)
def test_marks_at_the_edges_go_and_a_bracket_that_closes_stays(text: str, trimmed: str) -> None:
    assert _part(text) == trimmed


@given(st.text(alphabet=f"ab{EDGES}", min_size=1, max_size=12))
def test_any_text_has_a_part_or_none(text: str) -> None:
    found = _part(text)
    assert found is None or (found and found in text)


def _part(text: str) -> str | None:
    passage = Passage("title", "experience", text, tuple(range(len(text))), (1, 1))
    found = part(passage, text, 0, len(text))
    return found.text if found else None
