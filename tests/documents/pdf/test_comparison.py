"""Words of two readings of a page: which of them count as different."""

from __future__ import annotations

import pytest

from atscheck.documents.model import Box, Line, Span
from atscheck.documents.pdf.comparison import _is_left_out, _same_letters, _Words


def only_in(ours: str, theirs: str) -> list[str]:
    return [word for _, word in _Words(ours, 0).without(_Words(theirs, 0))]


@pytest.mark.parametrize(
    ("ours", "theirs", "words"),
    [
        ("Python helps", "helps", ["python"]),
        ("Python, Python", "", ["python"]),
        ("caf\xe9 e\ufb03cient", "cafe\u0301 efficient", []),
        ("on 21st street", "on 21 st street", []),
        ("21stx", "", ["21stx"]),
        ("n 4 ab abc", "", ["abc"]),
    ],
)
def test_words_that_only_one_has(ours: str, theirs: str, words: list[str]) -> None:
    assert only_in(ours, theirs) == words


@pytest.mark.parametrize(
    ("word", "text", "parted"),
    [
        ("teamlead", "a team lead of", "team lead"),
        ("teamlead", "a team, lead of", None),
        ("teamlead", "a team leads of", None),
        ("teamlead", "a steam lead of", None),
        ("abcd", "ab cd", "ab cd"),
        ("abc", "ab c", None),
    ],
)
def test_words_that_stand_with_spaces_in_them(word: str, text: str, parted: str | None) -> None:
    words = _Words(text, 100)
    span = words.parted(word)
    assert (words.quote(span) if span else None) == parted


@pytest.mark.parametrize(
    ("word", "text", "same"),
    [
        ("python", "(Python)", True),
        ("python", "nohtyP", True),
        ("python", "pythonn"[::-1], False),
        ("python", "Perl", False),
    ],
)
def test_letters_in_any_order_are_the_same(word: str, text: str, same: bool) -> None:
    assert _same_letters(word, text) is same


@pytest.mark.parametrize(
    ("box", "hidden", "left_out"),
    [
        (Box(1, 0, 0, 100, 10), False, False),
        (Box(1, 0, 0, 100, 10), True, True),
        (Box(1, 0, 0, 10, 100), False, True),
        (Box(1, 0, 0, 10, 20), False, False),
        (None, False, False),
    ],
)
def test_lines_that_are_hidden_or_run_up_are_not_compared(
    box: Box | None, hidden: bool, left_out: bool
) -> None:
    assert _is_left_out(Line(1, Span(0, 4), box, hidden=hidden)) is left_out
