"""Wording, casing, punctuation, and what may be left out."""

from __future__ import annotations

import pytest

from atscheck.checks.samples import marked
from atscheck.skills.lexicon import load_lexicon
from tests.checks.facts import found

JOB = "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n"


def test_each_filler_is_named_once_with_its_shorter_form() -> None:
    text = (
        JOB + "- Met in order to plan.\n- Met daily in order to learn.\n- Wrote on a daily basis."
    )
    (finding,) = found("WR102", text)
    assert finding.message.count("in order to") == 1
    assert (
        finding.suggestion == 'write "to" for "in order to"; write "daily" for "on a daily basis"'
    )


def test_a_firms_name_is_no_cliche() -> None:
    assert found("WR101", JOB + "- Planned for Synergy Bank.") == []
    assert found("WR101", JOB + "- Found synergy of teams.")


@pytest.mark.parametrize("name", ["JavaScript", "GitHub", "PostgreSQL", "MySQL", "AutoCAD"])
def test_names_known_to_be_written_one_way_are_in_the_lexicon(name: str) -> None:
    assert load_lexicon().terms[name].name == name
    (finding,) = found("WR201", f"SKILLS\nPython, {name.capitalize()}, Linux")
    assert finding.suggestion == f'write "{name}"'


@pytest.mark.parametrize(
    "text",
    [
        "SKILLS\nPYTHON, JAVASCRIPT, HTML",
        "SKILLS\npython, javascript, html",
        "EXPERIENCE\n- Wrote https://example.org/javascript and docs in github.io pages.",
        "EXPERIENCE\n- Answered 40 letters to javascript@example.org a week.",
        "EXPERIENCE\n- Wrote src/javascript.py and a restful report.",
        "SKILLS\nZookeeper at Example Zoo, Infosec",
    ],
)
def test_casing_is_not_judged_in_links_and_lists_of_one_case(text: str) -> None:
    assert found("WR201", text) == []


def test_a_hidden_line_is_not_judged() -> None:
    text = JOB + "Expected salary: 9,000 EUR\nReason for leaving: moved"
    assert found("WR403", text)
    assert found("WR404", text)
    hidden = marked(text, [3, 4], hidden="ground")
    assert found("WR403", hidden) == []
    assert found("WR404", hidden) == []


def test_the_rarer_way_of_ending_a_bullet_is_shown() -> None:
    bullets = [
        "Wrote reports for the board",
        "Built a line for 12 teams",
        "Ran 5 sites in two towns",
    ]
    lines = "".join(f"- {b}.\n" for b in bullets) + "- Planned shifts of all nurses"
    (finding,) = found("WR301", JOB + lines)
    assert "of 4 statements 1 ends without a full stop" in finding.message
    assert finding.suggestion == "end all of them alike: add it here"


def test_a_bullet_that_seems_cut_says_nothing_of_its_end() -> None:
    lines = "".join(f"- Built {n} lines for the sales teams.\n" for n in range(4))
    assert found("WR301", JOB + lines + "- Planned the shifts of all nurses and") == []
    assert found("WR301", JOB + lines + "- Planned the shifts of all nurses (and") == []


def test_dates_of_jobs_show_which_way_is_rarer() -> None:
    text = (
        "EXPERIENCE\nClerk, Acme Ltd, 2012 to 2014\n- Wrote.\n"
        "Clerk, Beta Inc, 2014 - 2016\n- Ran.\n"
        "Clerk, Gamma Inc, 2016 - 2019\n- Led."
    )
    (finding,) = found("WR302", text)
    assert "a dash (2)" in finding.message
    assert finding.suggestion is not None
    assert "by a dash, as most are" in finding.suggestion
