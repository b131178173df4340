"""When a text is doubted, on both sides of each threshold."""

from __future__ import annotations

import pytest

from atscheck.documents.assemble import MAX_CHARACTERS, doubt_about, from_text
from atscheck.documents.characters import UNMAPPED
from atscheck.documents.model import Loss
from atscheck.errors import InputError

PICTURE = Loss("image-only-page", "page 1 is a picture")


@pytest.mark.parametrize(("unmapped", "doubted"), [(10, False), (11, True)])
def test_a_tenth_of_unmapped_characters(unmapped: int, doubted: bool) -> None:
    text = "ab " * ((100 - unmapped) // 2) + "c" * ((100 - unmapped) % 2) + UNMAPPED * unmapped
    assert bool(doubt_about(text)) == doubted


@pytest.mark.parametrize(("words", "doubted"), [(49, True), (50, False)])
def test_few_words_beside_pages_that_are_pictures(words: int, doubted: bool) -> None:
    assert bool(doubt_about("word " * words, [PICTURE])) == doubted
    assert not doubt_about("word " * words)


@pytest.mark.parametrize(
    ("letters", "words", "doubted"), [(14, 20, False), (15, 20, True), (15, 19, False)]
)
def test_words_that_run_together(letters: int, words: int, doubted: bool) -> None:
    assert ("run together" in doubt_about(("w" * letters + " ") * words)) == doubted


@pytest.mark.parametrize(("single", "doubted"), [(60, False), (61, True)])
def test_words_that_fall_apart(single: int, doubted: bool) -> None:
    text = "a " * single + "word " * (100 - single)
    assert ("fall apart" in doubt_about(text)) == doubted


def test_numbers_and_dates_are_no_letters_apart() -> None:
    assert not doubt_about("1 2 3 4 5 6 7 8 9 " * 10 + "word " * 20)


@pytest.mark.parametrize(
    ("text", "code"), [(" \n ", "no-text"), ("x" * (MAX_CHARACTERS + 1), "expansion")]
)
def test_what_is_not_read_to_its_end_is_not_said_to_hold_no_text(text: str, code: str) -> None:
    with pytest.raises(InputError) as raised:
        from_text(text)
    assert raised.value.code == code
