"""Names that the lexicon does not have, found in postings by the trained model."""

from __future__ import annotations

import pytest

from atscheck.documents.assemble import from_text
from atscheck.jobs import read_job


def asked(text: str) -> set[str]:
    return {keyword.name for keyword in read_job(from_text(text)).keywords}


def test_a_tool_that_nobody_has_heard_of_is_a_keyword() -> None:
    assert "Frobnitz" in asked("Requirements\nExperience with Frobnitz, Zorbex and Python")


@pytest.mark.parametrize(
    "text",
    [
        "Requirements\nPython\nYou are happy and curious",
        "Python\nWhat we offer\nA ticket for the Frobnitz club",
        "Python\nAbout us\nExample Frobnitz was founded in Zorbex",
    ],
)
def test_phrases_and_noise_are_none(text: str) -> None:
    assert asked(text) == {"Python"}


def test_what_the_lexicon_has_is_not_found_twice() -> None:
    assert asked("Requirements\nExperience with Kubernetes and Docker") == {"Kubernetes", "Docker"}
