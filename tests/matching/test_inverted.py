"""Terms told by their verb, or with "of": "managed two projects", "preparation of reports"."""

from __future__ import annotations

import pytest

from tests.matching.test_design import run


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("project management", "Managed projects"),
        ("project management", "Managed two large projects of the town"),
        ("project management", "Planned, ran and managed projects"),
        ("project management", "Successfully managed a project"),
        ("event planning", "Booked bands, planned events"),
        ("data analysis", "Analysed data of 4,000 calls"),
        ("code review", "Reviewed code of six juniors"),
        ("event planning", "Planning of events for 300 guests"),
        ("event planning", "Helped with the planning of large events"),
    ],
)
def test_a_verb_before_its_object_is_the_term(keyword: str, text: str) -> None:
    match = run(keyword, text)
    assert match.status == "found"
    assert not match.literal  # no system that compares letters finds it


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("project management", "The team of clerks managed projects"),
        ("project management", "Project records were managed"),
        ("project management", "Managed staff on projects"),
        ("project management", "Managed staff, projects"),
        ("project management", "Managed project records"),
        ("project management", "Managed one two three four five six projects"),
        ("question answering", "Answered questions of guests"),
        ("project management", "Management projects"),
        ("project management", "Father managed projects"),
        ("data analysis", "Analysis data"),
        ("event planning", "Plans of events hung on the wall"),
    ],
)
def test_other_words_between_or_around_do_not_tell_it(keyword: str, text: str) -> None:
    assert run(keyword, text).status == "missing"


def test_the_object_may_stand_in_either_number() -> None:
    assert run("project management", "Managed a project").status == "found"
    assert run("project management", "Managed projects").status == "found"


def test_a_verb_and_its_object_stay_within_one_passage() -> None:
    assert run("project management", "What I managed.\nProjects of the town").status == "missing"


def test_a_negated_verb_is_no_claim() -> None:
    assert run("project management", "Never managed projects").status in ("negated", "missing")


def test_the_place_reaches_from_the_verb_to_the_object() -> None:
    (evidence,) = run("project management", "Managed two large projects of the town").evidence
    assert evidence.span.end - evidence.span.start == len("Managed two large projects")
