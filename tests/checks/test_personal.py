"""Personal details: told by their label, never repeated, and never taken for more than they are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atscheck.checks import RULES, run
from atscheck.checks.rule import Severity
from tests.checks.facts import facts_of, found

HEAD = "Jane Example\njane@example.org\n\nPERSONAL DETAILS\n"
SEVERAL = {"PI100", "PI200"}
PERSONAL = [code for code in RULES if code.startswith("PI") and code not in SEVERAL]


def named(line: str) -> set[str]:
    """The rules that speak of a line among personal details."""
    facts = facts_of(f"{HEAD}{line}")
    return {code for code in PERSONAL if found(code, facts)}


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("D.O.B : 04-05-1990", {"PI101"}),
        ("Date of Birth (DD-MM-YYYY)\t:\t04-05-1990", {"PI101"}),
        ("• Place/Date of Birth : Leeds/4.May.1990", {"PI101"}),
        ("Geburtsdatum: 04.05.1990", {"PI101"}),
        ("Age : 60", {"PI101"}),
        ("Age group : 60 to 90", set()),
        ("Martial status\tSINGLE", {"PI102"}),
        ("État civil : célibataire", {"PI102"}),
        ("Status: Active member", set()),
        ("Religious : Hindu", {"PI103"}),
        ("7. CASTE : General", {"PI103"}),
        ("Community: volunteer at a library", set()),
        ("Nationality/Religion :- Indian / Sikh", {"PI103", "PI104"}),
        ("Visa Status: Employment visa", set()),
        ("SEX\tMALE", {"PI105"}),
        ("Sex education: 12 workshops", set()),
        ("Blood Group : O-Positive", {"PI106"}),
        ("Height: 5' 7\" Weight: 70 Kg", {"PI106"}),
        ("Height gauge: calibration", set()),
        ("Fathers Name : John Example", {"PI107"}),
        ("Mother tongue : Hindi", set()),
        ("Pass port\t: J 1234567", {"PI201"}),
        ("Passport validity : 23.01.2031", set()),
        ("PAN No: ABCDE12345", {"PI202"}),
        ("Emirates ID No. 784-1990-1234567-1", {"PI202"}),
        ("Driving licence: UAE, India", set()),
    ],
)
def test_labels_and_values(line: str, codes: set[str]) -> None:
    assert named(line) == codes


@pytest.mark.parametrize("code", PERSONAL)
def test_the_value_is_not_repeated(code: str) -> None:
    for example in RULES[code].bad:
        for finding in found(code, facts_of(example)):
            assert not any(c.isdigit() for c in finding.message)
            said = f"{finding.message} {finding.suggestion}"
            assert "John" not in said
            assert "Hindu" not in said


@pytest.mark.parametrize("code", PERSONAL)
def test_it_is_information_with_both_sides(code: str) -> None:
    assert RULES[code].severity is Severity.INFO
    for finding in found(code, facts_of(RULES[code].bad[0])):
        usual, _, advice = (finding.suggestion or "").partition("; ")
        assert usual
        assert advice


def test_each_kind_is_named_once() -> None:
    (finding,) = found("PI101", f"{HEAD}Date of Birth: 4 May 1990\nAge: 35\nPlace of Birth: Leeds")
    assert finding.message == 'gives your age or your birth ("Date of Birth")'


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=" \t\n:-/.,AaDdSsx019'|•", max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    facts = facts_of(f"Jane Example\n{text}")
    for code in RULES:
        if code.startswith(("PI", "CT", "DA")):
            list(RULES[code].run(facts))


BLOCK = (
    "Date of Birth: 4 May 1990\nMarital Status: Married\nReligion: Hindu\nNationality: Indian\n"
    "Sex: Male\nHeight: 170 cm\nFather's Name: John Example\n"
)


def test_a_block_of_details_is_one_finding_by_reason() -> None:
    block = f"{BLOCK}Passport No: X1234567\nPAN No: ABCDE12345"
    findings = [f for f in run(facts_of(f"{HEAD}{block}")).findings if f.rule.startswith("PI")]
    assert [f.rule for f in findings] == ["PI100", "PI200"]
    assert findings[0].message == (
        "gives personal details that invite bias: age or birth, marital status, religion, "
        "nationality, gender, health, family"
    )


def test_its_place_is_the_block() -> None:
    facts = facts_of(f"{HEAD}{BLOCK}")
    (finding,) = found("PI100", facts)
    assert finding.span is not None
    lines = facts.document.lines_of(finding.span)
    assert (lines[0].number, lines[-1].number) == (4, 10)


def test_one_detail_is_told_by_its_own_rule() -> None:
    findings = run(facts_of(f"{HEAD}Marital Status: Married\nPassport No: X1234567")).findings
    assert [f.rule for f in findings if f.rule.startswith("PI")] == ["PI102", "PI201"]
