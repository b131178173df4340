"""How a statement could open: the verb that follows a duty phrase, in its right form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atscheck.checks.quotes import shortened
from atscheck.checks.statements.openings import base, opening, past, restated
from atscheck.checks.statements.questions import question
from atscheck.data import load_words


def first(text: str, *, current: bool = False) -> str | None:
    phrase = opening(text, "duties")
    assert phrase is not None
    return restated(text, phrase, current=current)


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("managing", "manage"), ("Managed", "manage"), ("planning", "plan"), ("carrying", "carry"),
        ("testing", "test"), ("led", "lead"), ("oversaw", "oversee"), ("writes", "write"),
        ("design", "design"), ("training", "train"), ("table", None), ("king", None),
    ],
)  # fmt: skip
def test_base_form(verb: str, form: str | None) -> None:
    assert base(verb) == form


@pytest.mark.parametrize(
    ("verb", "form"),
    [("manage", "managed"), ("plan", "planned"), ("carry", "carried"), ("lead", "led"),
     ("test", "tested"), ("write", "wrote"), ("table", None)],
)  # fmt: skip
def test_past_form(verb: str, form: str | None) -> None:
    assert past(verb) == form


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Responsible for managing a team of 5.", "Managed a team of 5"),
        ("I was also responsible for leading the audit", "Led the audit"),
        ("Responsible for the planning of shifts", "Planned shifts"),
        ("Responsible for planning and scheduling of shifts", "Planned and scheduled shifts"),
        (
            "Responsible for planning, testing and running the plant",
            "Planned, tested and ran the plant",
        ),
        ("Responsible for building tools and training users", "Built tools …"),
        ("Responsible for the data pipeline", None),
        (
            "Responsible for ordering, installation and repair of panels",
            "Ordered, installed and repaired panels",
        ),
        ("Responsible for engineering", None),
        ("Responsible for timely delivery of parts", "Delivered parts"),
        (
            "Responsible for the design, testing and review of tools",
            "Designed, tested and reviewed tools",
        ),
        ("Responsible for the receipt, dispatch and storage of parts", None),
        ("Responsible for the building maintenance", None),
        ("Responsible for training programs", None),
        ("Responsible for training all new staff", "Trained all new staff"),
        ("Responsible for ordering paper and for filing", "Ordered paper …"),
        ("Responsible for paying staff. This includes tax", "Paid staff"),
        ("Tasked to write reports for the board", "Wrote reports for the board"),
        ("Duties included: answering 40 calls a day", "Answered 40 calls a day"),
    ],
)
def test_statement_restated(text: str, better: str | None) -> None:
    assert first(text) == better


def test_a_job_that_lasts_stands_in_the_present() -> None:
    assert first("Responsible for managing a team", current=True) == "Manage a team"


@pytest.mark.parametrize(
    "text",
    [
        "Named who was responsible for each table",
        "Chargeable hours",
        "Responsible to the head of sales",
    ],
)
def test_no_duty_phrase_opens(text: str) -> None:
    assert opening(text, "duties") is None


@pytest.mark.parametrize(
    ("verb", "asked"),
    [
        ("Reduced", "by how much"),
        ("managing", "of what size"),
        ("training", "how many people"),
        ("Built", "users"),
        (None, "how many"),
    ],
)
def test_question_suits_the_verb(verb: str | None, asked: str) -> None:
    assert asked in question(verb)


@given(st.text(max_size=300))
def test_shortened_is_one_short_line(text: str) -> None:
    short = shortened(text)
    assert "\n" not in short
    assert len(short) <= 92


def test_word_list_is_sorted_and_without_contradictions() -> None:
    words = load_words("openings")
    for key in ("duties", "weak", "leads"):
        assert words[key] == sorted(set(words[key]))
    assert not set(words["duties"]) & set(words["weak"])
    assert list(words["past"]) == sorted(words["past"])
    for entry in load_words("asking")["questions"]:
        assert entry["verbs"] == sorted(set(entry["verbs"]))
        assert all(base(verb) == verb for verb in entry["verbs"])
    verbs = set(load_words("verbs")["verbs"])
    assert [w for w in words["past"].values() if w not in verbs] == []
    cliches = load_words("cliches")["cliches"]
    assert cliches == sorted(set(cliches))
