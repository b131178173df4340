"""What a report tells to change first."""

from __future__ import annotations

from atscheck.checks import RULES
from atscheck.checks.rule import Finding, Severity
from atscheck.report.changes import FIRST, changes
from atscheck.scoring import Coverage, Part, Score

NONE = Coverage(0, 0, 0.0, 0.0)
SCORE = Score(
    60.0, NONE, NONE, NONE,
    (
        Part("must-have keywords", 40.0, 50.0, ""),
        Part("quantified achievements", 2.0, 10.0, ""),
        Part("readable by machines", 6.0, 20.0, ""),
    ),
)  # fmt: skip


def finding(code: str) -> Finding:
    rule = RULES[code]
    return Finding(code, rule.name, rule.severity, "wrong", None, "mend it")


def told(*codes: str, score: Score | None = SCORE) -> list[tuple[str, float]]:
    found = changes([finding(code) for code in codes], score)
    return [(change.found.rule, change.points) for change in found]


def test_what_machines_lose_comes_first_then_what_adds_most() -> None:
    assert told("AC202", "AC201", "AC102", "KW101", "PA304") == [
        ("PA304", 5.0),
        ("KW101", 12.5),
        ("AC102", 10.0),
        ("AC201", 0.0),
        ("AC202", 0.0),
    ]


def test_a_rule_is_one_change_with_all_its_findings() -> None:
    (change,) = changes([finding("AC201")] * 3, SCORE)
    assert len(change.found.findings) == 3


def test_five_at_most() -> None:
    infos = [code for code, rule in RULES.items() if rule.severity is Severity.INFO]
    assert len(told(*infos)) == FIRST == 5


def test_dates_gaps_and_personal_details_are_never_asked_to_change() -> None:
    assert told("DA101", "DA103", "DA104", "CT104", "PI101", "PI202", "KW303") == []
    assert told("DA105") == [("DA105", 0.0)]


def test_without_a_score_nothing_adds_to_it() -> None:
    assert told("PA304", "KW101", score=None) == [("PA304", 0.0), ("KW101", 0.0)]
    assert told() == []
