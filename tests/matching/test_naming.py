"""Letters that are part of a name (of a firm, a town, a person) claim nothing."""

from __future__ import annotations

import pytest

from tests.matching.test_design import run


@pytest.mark.parametrize(
    ("keyword", "name", "claim"),
    [
        ("nursing", "Placed by Sunrise Nursing Ltd", "Did nursing in a care home"),
        ("masonry", "Placed by Velden Masonry Works LLC", "Did masonry for Brook LLC"),
        ("nursing", "Shifts for Brook Nursing & Sons", "Nursing & first aid"),
        ("Kubernetes", "Worked at Kubernetes", "Worked on Kubernetes"),
        ("Photoshop", "Designer at Brand Photoshop", "Skilled at Photoshop"),
        ("Java", "Shipped tea from Java, Indonesia with Python", "Elixir, Java, Indonesia"),
        ("Reading", "Sold books in Reading, England", "Elixir, Reading, England"),
        ("outsourcing", "Client : Brook Consulting Outsourcing", "Client : Brook, Outsourcing"),
        ("payroll", "Payroll: Infogrid", "Payroll: SAP SuccessFactors"),
        ("pharmacy", "Clerk at the Elm Street Pharmacy of Leeds", "Clerk in a pharmacy of Leeds"),
        ("carpentry", "Assistant to J. Carpenter", "Assistant to a carpenter, did carpentry"),
        (
            "welding",
            "Brook is a leading maker of valves and welding tools",
            "Leading maker of valves by welding",
        ),
    ],
)
def test_a_name_is_told_from_a_claim(keyword: str, name: str, claim: str) -> None:
    assert run(keyword, name).status in ("ambiguous", "missing")
    assert run(keyword, claim).status == "found"


def test_a_firms_name_is_shown_as_ambiguous() -> None:
    assert run("nursing", "Placed by Sunrise Nursing Ltd").status == "ambiguous"


@pytest.mark.parametrize("work", ["for", "at", "under"])
def test_a_firm_behind_a_preposition_is_not_the_skill_before_it(work: str) -> None:
    assert run("accounting", f"Accounting {work} Brook Ltd").status == "found"


@pytest.mark.parametrize(
    ("keyword", "code"),
    [
        ("MT", "Shipped 3500 MT of ore"),
        ("Spring", "Taught algebra in Spring 2005"),
        ("SEP", "Joined in SEP 07"),
        ("MA", "Clerk in Velden, MA"),
    ],
)
def test_a_unit_a_date_and_a_state_are_no_skill(keyword: str, code: str) -> None:
    assert run(keyword, code).status in ("ambiguous", "missing")


@pytest.mark.parametrize(
    ("keyword", "letters"),
    [
        ("R", "Coached by R. Smithers in Python"),
        ("R", "Python for Smithers (R.)"),
        ("C", "Kept at 180 °C with Python"),
        ("C", "Serviced A/C with Python"),
        ("R", "Marked in O/R with Python"),
        ("C", "Python for the C-suite"),
        ("Go", "Python on-the-Go"),
        ("Swift", "Python, Swift-footed hare"),
        ("R", "Python in the R&D unit"),
    ],
)
def test_a_letter_within_other_words_is_no_skill(keyword: str, letters: str) -> None:
    assert run(keyword, letters).status in ("ambiguous", "missing")


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("R", "Models in R and Python"),
        ("C", "Drivers in C, C++ and Rust"),
        ("Java", "Java-based services"),
        ("Spring", "Services in Spring and Java"),
    ],
)
def test_the_same_letters_are_a_skill_among_skills(keyword: str, text: str) -> None:
    assert run(keyword, text).status == "found"


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("CS", "Python by Kovarik J, Velden CS, Ostrow RC"),
        ("R", "Python by Kovarik R, Velden RC, Ostrow J"),
        ("ML", "Kovarik J, Ostrow R and Velden ML, Python for sand"),
    ],
)
def test_initials_in_a_list_of_authors_are_no_skill(keyword: str, text: str) -> None:
    assert run(keyword, text).status == "missing"


def test_letters_behind_the_end_of_a_word_are_no_initials() -> None:
    found = run("ABD", "Python, AC motors, ATAC-seq, ABD, .NET Core, SQL", section="skills")
    assert found.status == "found"
