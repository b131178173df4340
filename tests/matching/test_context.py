"""Everyday words and acronyms: what stands directly around them tells the readings apart."""

from __future__ import annotations

import pytest

from atscheck.documents.assemble import from_text
from atscheck.matching import match
from atscheck.resume import parse
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Keyword, Target
from tests.matching.test_design import run


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("Rust", "Ported the parser to Rust"),
        ("Go", "Migrated nine shops to Go"),
        ("Scala", "Rewrote it within years to scala"),
    ],
)
def test_what_one_moves_to_is_a_skill(keyword: str, text: str) -> None:
    assert run(keyword, text).status == "found"


def test_a_name_behind_to_alone_is_open() -> None:
    assert run("Rust", "Gave the parser to Rust").status == "ambiguous"


@pytest.mark.parametrize(
    ("keyword", "noun", "tool"),
    [
        ("Docker", "Worked as a docker at the quay", "Worked in docker and kubernetes"),
        ("Python", "Kept the python and two iguanas", "Wrote python and sql"),
    ],
)
def test_an_article_makes_a_name_in_lower_case_a_noun(keyword: str, noun: str, tool: str) -> None:
    assert run(keyword, noun).status == "missing"
    assert run(keyword, tool).status == "found"


@pytest.mark.parametrize(
    ("keyword", "words", "name"),
    [
        ("Salesforce", "Led a sales force of nine", "Set up Sales Force for a bank"),
        ("PowerPoint", "Fitted a power point in each room", "Slides in Power Point for a bank"),
    ],
)
def test_a_name_of_one_word_is_not_met_by_everyday_words(
    keyword: str, words: str, name: str
) -> None:
    assert run(keyword, words).status == "missing"
    assert run(keyword, name).status == "found"


@pytest.mark.parametrize(
    ("keyword", "other", "plural"),
    [
        ("CAPA", "Sewed capas for bulls", "Closed CAPAs of an audit"),
        ("ERP", "Kept ERPS in the lab", "Rolled out ERPs with SAP"),
    ],
)
def test_an_s_makes_an_acronym_another_word(keyword: str, other: str, plural: str) -> None:
    assert run(keyword, other).status == "missing"
    assert run(keyword, plural).status == "found"


def test_a_label_is_no_acronym() -> None:
    assert run("BASIC", "Basic: Python, SQL").status == "missing"
    assert run("BASIC", "Wrote BASIC, Python, SQL").status == "found"


@pytest.mark.parametrize(
    ("keyword", "measure", "skill"),
    [
        ("continuous integration", "Risk fell in Python (CI = 1.2)", "Deployed with Python (CI)"),
        ("computer science", "Sizes in Python (CS 1.2)", "Python (CS)"),
    ],
)
def test_a_measure_is_no_skill(keyword: str, measure: str, skill: str) -> None:
    assert run(keyword, measure).status == "missing"
    assert run(keyword, skill).status == "found"


@pytest.mark.parametrize(
    ("keyword", "object_", "other"),
    [
        ("power analysis", "Power analysis of the sample size", "Power analysis of the king"),
        ("backtesting", "Backtesting of trading", "Backtesting of the jam"),
    ],
)
def test_what_an_act_is_done_to_tells_it(keyword: str, object_: str, other: str) -> None:
    assert run(keyword, object_).status == "found"
    assert run(keyword, other).status == "ambiguous"


def test_a_verb_that_opens_a_statement_is_a_claim() -> None:
    assert run("painting", "Painted nine houses").status == "found"
    assert run("backtesting", "Backtested nine rules").status == "found"


@pytest.mark.parametrize("able", ["Adept", "Strong", "Good", "Proficient"])
def test_one_is_able_at_a_skill(able: str) -> None:
    assert run("Slack", f"{able} at Slack").status == "found"
    assert run("Slack", "Clerk at Slack").status != "found"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("B.E. (Mechanical), Example College, 2014", "found"),
        ("Example College\tBE\t2014", "found"),
        ("I hope to BE an asset", "ambiguous"),
    ],
)
def test_capitals_that_open_a_cell_of_education_are_a_degree(text: str, status: str) -> None:
    resume = parse(from_text(f"Ana Example\nana@example.org\n\nEDUCATION\n{text}\n"))
    term = load_lexicon().resolve("Bachelor of Engineering")
    target = Target("pack", "t", "T", (Keyword(term.name, (term,), "must"),))
    assert match(resume, target).keywords[0].status == status
