"""PI: a block of personal details, told in one finding."""

from __future__ import annotations

from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.personal.labels import ELSEWHERE, HEAD, USUAL, Finders, details, several
from atscheck.checks.personal.person import (
    find_birth,
    find_gender,
    find_marital,
    find_nationality,
    find_religion,
)
from atscheck.checks.personal.private import find_family, find_health
from atscheck.checks.rule import Facts, Hit, Severity, rule

_BIASING: Finders = {
    "age or birth": find_birth,
    "marital status": find_marital,
    "religion": find_religion,
    "nationality": find_nationality,
    "gender": find_gender,
    "health": find_health,
    "family": find_family,
}
"""How each kind of detail is found."""


@rule(
    "PI100",
    Severity.INFO,
    source=sources.PERSONAL,
    bad=(
        *details(
            "Date of Birth: 4 May 1990\nMarital Status: Married",
            "Religion: Islam\nSex: Female\nFather's Name: John Example",
        ),
        "Jane Example\nFemale, Age - 24 years\njane@example.org",
        "Jane Example\nNationality: Kenyan | Height: 170 cm\njane@example.org",
    ),
    good=(
        *details("Marital Status: Married", "Date of Birth: 4 May 1990\nAge: 35"),
        *details("Nationality: Kenyan\nPassport No: X1234567"),
        HEAD + "EXPERIENCE\nClerk, Acme Ltd, 2015 - 2019\n- Religion, gender: led 3 studies.",
    ),
    most=1,
    covers=("PI1",),
)
def personal_details(facts: Facts) -> Iterator[Hit]:
    """Several personal details that say nothing about the work.

    Each of them may turn a reader for or against you without being said. What is usual differs by
    country, so nothing is deducted for them; where they are the custom, the rules PI1 may be
    ignored together.
    """
    found = several(facts, _BIASING)
    if found:
        place, kinds = found
        permit = (
            "; instead of a nationality, say that you may work there"
            if "nationality" in kinds
            else ""
        )
        yield Hit(
            place,
            f"gives personal details that invite bias: {', '.join(kinds)}",
            f"{USUAL}; {ELSEWHERE}{permit}",
        )
