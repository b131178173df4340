"""How statements are put: what the rules say of them, and what users can set."""

from __future__ import annotations

import pytest

from atscheck.checks import RULES
from atscheck.checks.statements.forms import opens_with_verb, present
from atscheck.checks.statements.openings import base, past
from atscheck.data import load_words
from tests.checks.facts import facts_of, found


def job(*lines: str, dates: str = "2019 - 2022") -> str:
    return "\n- ".join((f"EXPERIENCE\nAnalyst, Acme Ltd, {dates}", *lines))


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("Weekly reports were written by me.", "if you did it, start with the verb: Wrote weekly"),
        ("SQL queries have been optimized.", "if you did it, start with the verb: Optimized SQL"),
        ("Was given the rota of the team.", 'say what you did: "Took on ..."'),
    ],
)
def test_passive_is_turned_round(line: str, advice: str) -> None:
    (finding,) = found("AC302", job(line))
    assert finding.suggestion
    assert finding.suggestion.startswith(advice)


@pytest.mark.parametrize(
    "line",
    [
        "Reports were written by the other team.",
        "Checked that reports were written in time.",
        "Was recognised as clerk of the year.",
        "Was responsible for all reports.",
    ],
)
def test_passive_is_right_or_told_elsewhere(line: str) -> None:
    assert found("AC302", job(line)) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Manage 12 clerks", ("Manage", "Managed")),
        ("Teaches 3 classes", ("Teaches", "Taught")),
        ("Lead the team", ("Lead", "Led")),
        ("Lead engineer of the team", None),
        ("Design of tools", None),
        ("Set prices", None),
        ("MANAGE 12 clerks", None),
    ],
)
def test_present_tense(text: str, form: tuple[str, str] | None) -> None:
    assert present(text) == form


@pytest.mark.parametrize("text", ["Consolidated Clerks Co", "Training and development", "Staff"])
def test_names_and_subjects_open_with_no_verb(text: str) -> None:
    assert not opens_with_verb(text)


def test_one_finding_for_a_job_in_the_wrong_tense() -> None:
    (finding,) = found("AC303", job("Manage 12 clerks.", "Write 40 reports.", "Sold 9 tours."))
    assert "2 statements" in finding.message
    assert "Manage → Managed, Write → Wrote" in (finding.suggestion or "")


def test_other_verbs_stand_in_the_same_tense() -> None:
    (finding,) = found("AC304", job(*["Managed 3 inns."] * 4))
    assert "Coordinated, Directed, Oversaw, Ran, Supervised" in (finding.suggestion or "")
    (finding,) = found("AC304", job(*["Manage 3 inns."] * 4, dates="2019 - present"))
    assert "Coordinate, Direct, Oversee, Run, Supervise" in (finding.suggestion or "")


def test_every_synonym_has_its_forms() -> None:
    for verb, others in load_words("synonyms")["verbs"].items():
        names = [verb, *(other.split()[0] for other in others)]
        assert [n for n in names if base(n) != n or past(n) is None] == []


@pytest.mark.parametrize(
    ("code", "options"),
    [("AC304", {"times": 5}), ("AC402", {"words": 2}), ("AC403", {"statements": 12})],
)
def test_options_fit_a_rule_to_the_case(code: str, options: dict[str, int]) -> None:
    rule = RULES[code]
    for example in rule.bad:
        assert list(rule.check(facts_of(example), **options)) == []
