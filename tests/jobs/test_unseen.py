"""Names that the lexicon does not have, found in postings by the trained model."""

from __future__ import annotations

import pytest

from atscheck.documents.assemble import from_text
from atscheck.documents.model import Span
from atscheck.jobs import read_job, unseen
from atscheck.jobs.clauses import read_clauses
from atscheck.matching.spans import Name


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


def test_the_level_of_a_language_is_no_keyword() -> None:
    text = "Requirements\n- Danish or Swedish at mother-tongue level, English C1, German desirable"
    assert asked(text) == {"Danish", "Swedish", "English", "German"}


def test_of_many_names_only_the_unknown_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    many = 60
    names = [Name(9 * at, 9 * at + 8, 0.9) for at in range(many)]
    monkeypatch.setattr(unseen, "names_in", lambda texts: [names])
    clause = read_clauses(from_text("Frobnitz " * many))[0]
    found = list(unseen.find_unseen([clause], [Span(9 * at, 9 * at + 3) for at in range(1, many)]))
    assert [span for _, span in found] == [Span(0, 8)]
