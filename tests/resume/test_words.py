"""The word lists that reading a resume uses: sorted, each word once, named sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from atscheck.data import data_root, load_words
from atscheck.resume.heading_texts import heading_key
from atscheck.resume.words import any_of

FILES = [
    "contact",
    "headings",
    "letters",
    "names",
    "places",
    "quantities",
    "roles",
    "studies",
    "verbs",
]
LONGEST = 120


def lists_in(table: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from lists_in(value)
        elif isinstance(value, list):
            yield key, value


@pytest.mark.parametrize("name", FILES)
def test_lists_are_sorted_and_have_each_word_once(name: str) -> None:
    for key, entries in lists_in(load_words(name)):
        assert entries == sorted(set(entries)), key


@pytest.mark.parametrize("name", [*FILES, "dates", "degrees"])
def test_files_name_their_source_and_fit_the_page(name: str) -> None:
    table = load_words(name)
    assert table["source"]
    assert table["licence"]
    text = data_root().joinpath("words", f"{name}.toml").read_text(encoding="utf-8")
    assert max(map(len, text.splitlines())) <= LONGEST


def test_a_heading_names_one_kind_and_is_written_as_it_is_looked_up() -> None:
    texts = [text for texts in load_words("headings")["headings"].values() for text in texts]
    assert len(texts) == len(set(texts))
    assert [text for text in texts if heading_key(text) != text] == []


@pytest.mark.parametrize("word", ["may", "mayo", "MAYO", "Kbps", "kHz", "c++"])
def test_any_of_some_words_is_the_longest_that_is_there(word: str) -> None:
    """Also where words that differ in case share a group."""
    pattern = re.compile(any_of(["may", "kHz", "mayo", "Kbps", "c++", "c"]), re.IGNORECASE)
    found = pattern.match(f"{word} 2020")
    assert found is not None
    assert found.group() == word
