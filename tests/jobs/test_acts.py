"""Terms that a posting asks for in everyday words."""

from __future__ import annotations

import pytest

from atscheck.data import load_words
from atscheck.documents import read
from atscheck.jobs import read_job
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Target


def job(text: str) -> Target:
    return read_job(read(text.encode(), path="posting.txt"))


@pytest.mark.parametrize(
    ("line", "term"),
    [
        ("You explain technical matters to councillors", "communication"),
        ("Able to present your findings to the board", "presentation skills"),
        ("You work well alone and in a team", "teamwork"),
        ("You juggle three or four projects", "multitasking"),
        ("You will line manage two engineers", "team management"),
        ("Treats confidential information with care", "confidential information handling"),
        ("Build lasting relationships with our partners", "stakeholder management"),
    ],
)
def test_everyday_words_ask_for_a_term(line: str, term: str) -> None:
    found = {k.name: k for k in job(f"Requirements\n- Python\n- {line}").keywords}
    assert found[term].line == 3
    assert found[term].text in line
    assert found[term].wordings == ()  # nobody searches for such words


@pytest.mark.parametrize(
    "line",
    [
        "The present system is old",
        "Our team of nine sits in Leeds",
        "You enjoy explaining",
        "A project in the field",
    ],
)
def test_other_words_ask_for_nothing(line: str) -> None:
    assert [k.name for k in job(f"Requirements\n- Python\n- {line}").keywords] == ["Python"]


def test_a_term_named_in_the_clause_is_quoted_by_its_name() -> None:
    found = {k.name: k for k in job("Requirements\n- Teamwork: you work in a team").keywords}
    assert [w.text for w in found["teamwork"].wordings][:1] == ["Teamwork"]


def test_every_act_is_a_term_of_the_lexicon() -> None:
    assert load_words("posting_acts")["acts"].keys() <= load_lexicon().terms.keys()
