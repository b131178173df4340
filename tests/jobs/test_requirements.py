"""What postings ask for besides keywords; the lines stand in tests/data/postings/demands.toml."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atscheck.documents.model import Span
from atscheck.jobs.certificates import certificates_of
from atscheck.jobs.clauses import read_clauses
from atscheck.jobs.mentions import Mention, find_mentions
from atscheck.jobs.requirements import demands_of
from atscheck.skills.demands import Demand, Requirements, Workplace, Years
from tests.support.postings import document, read, table

CASES: list[dict[str, Any]] = table("demands")["cases"]


def requirements(text: str) -> Requirements:
    """What is asked for besides; a keyword is added, without which a posting is an error."""
    found = read(f"{text}\nYour duties\n- Linux\n").requirements
    assert found is not None
    return found


def told(asked: Years | Demand) -> str:
    kind = "experience" if isinstance(asked, Years) else asked.kind
    return f"{asked.tier} {kind}: {asked.asked}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["text"]))
def test_lines(case: dict[str, Any]) -> None:
    found = requirements(f"{case.get('below', 'Requirements')}\n- {case['text']}")
    assert sorted(map(told, [*found.years, *found.demands])) == sorted(case["asked"])


def test_there_are_many_lines_and_many_of_them_are_traps() -> None:
    assert len(CASES) >= 100
    assert sum(not case["asked"] for case in CASES) >= 25


def test_a_demand_keeps_the_words_and_the_line_that_ask_for_it() -> None:
    found = requirements("Requirements\n- Linux\n- German (B2) is a plus\n- a driving licence")
    language, licence = sorted(found.demands, key=lambda demand: demand.line)
    assert (language.line, language.text) == (3, "German (B2) is a plus")
    assert (licence.line, licence.text) == (4, "a driving licence")


def test_what_is_demanded_at_one_place_and_preferred_at_another_is_demanded() -> None:
    text = "Nice to have\n- German\n- 2 years of SQL\nRequirements\n- German\n- 4 years of SQL"
    found = requirements(text)
    assert [told(each) for each in found.demands] == ["must language: German"]
    assert [told(each) for each in found.years] == ["must experience: 4 years of SQL"]


@pytest.mark.parametrize(
    ("lines", "places", "mode"),
    [
        ("Nurse\nLocation: Leeds", ("Leeds",), None),
        ("Nurse\nLocation: Berlin, Germany (hybrid)", ("Berlin, Germany",), "hybrid"),
        ("Nurse\nJob location:\nNewtown\nSalary: 10", ("Newtown",), None),
        ("Nurse\nBerlin, Germany", ("Berlin, Germany",), None),
        ("Nurse | Austin, TX | Full time", ("Austin, TX",), None),
        ("Nurse – Oslo – Remote", ("Oslo",), "remote"),
        ("Nurse\nRemote (EU)", ("EU",), "remote"),
        ("Nurse\nRemote", (), "remote"),
        ("Nurse\nLocation: Leeds or York", ("Leeds", "York"), None),
        ("Nurse\nOslo\nRequirements\n- a hybrid role", ("Oslo",), "hybrid"),
    ],
)  # fmt: skip
def test_places_above_the_text(lines: str, places: tuple[str, ...], mode: str | None) -> None:
    (found,) = (d for d in requirements(lines).demands if isinstance(d, Workplace))
    assert (found.places, found.mode) == (places, mode)


@pytest.mark.parametrize(
    "lines", ["Nurse\nBerlin Systems Ltd", "Nurse\nWe love Berlin", "Nurse at Example Paris Hotels"]
)
def test_a_name_with_a_place_in_it_is_no_place(lines: str) -> None:
    assert [d for d in requirements(lines).demands if isinstance(d, Workplace)] == []


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Senior Data Engineer", "senior level"),
        ("Sr. Accountant", "senior level"),
        ("Junior Lawyer", "entry level"),
        ("Lead Developer", "lead level"),
        ("Head of Nursing", "lead level"),
        ("Lead Generation Specialist", None),
        ("Senior Living Nurse", None),
        ("Staff Nurse", None),
        ("Teacher", None),
    ],
)
def test_the_rank_in_a_title(title: str, asked: str | None) -> None:
    found = [d.asked for d in requirements(title).demands if d.kind == "seniority"]
    assert found == ([asked] if asked else [])


def test_the_rank_behind_a_label() -> None:
    found = requirements("Teacher\nExperience level: Entry level")
    assert [d.asked for d in found.demands] == ["entry level"]


def test_a_long_line_is_quoted_around_what_asks() -> None:
    (found,) = requirements(f"Requirements\n- {'word ' * 200}and fluent German").demands
    assert len(found.text) <= 160
    assert "fluent German" in found.text


PIECES = [
    "German ", "fluent ", "C1", "BSc ", "degree ", "in ", "physics", "5 years ", "three (3) ",
    "to ", "valid ", "licence ", "certified ", "nurse ", "based in ", "our ", "Leeds ", "remote ",
    "(EU) ", "travel ", "10% ", "must be ", "authorized to work ", "sponsor ", "visa ", "no ",
    "senior ", "level ", "a plus", ", ", "/", " or ", " and ", ". ", "; ", ": ", "\n", "\n- ",
    "\nLocation: ",
    "\nNice to have\n", "\nBenefits\n", "(", ")", "é", "\t",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@settings(max_examples=150, deadline=None)
def test_whatever_stands_in_a_posting_a_demand_has_a_place_and_few_words(text: str) -> None:
    posting = document(f"Requirements\n{text}\n")
    clauses = read_clauses(posting)
    for demand in demands_of(None, clauses, find_mentions(clauses, posting), posting):
        assert 1 <= demand.line <= len(posting.lines)
        assert 0 < len(demand.text) <= 160
        assert demand.asked


def test_each_of_many_certificates_is_asked_for() -> None:
    posting = document("Requirements\n- " + "CSCS card, pest licence, " * 50)
    (clause,) = read_clauses(posting)
    places = [Span(*m.span()) for m in re.finditer("CSCS card", posting.text)]
    named = [Mention("CSCS card", place, clause) for place in places]
    assert len([*certificates_of([clause], named, posting)]) == 2 * 50
