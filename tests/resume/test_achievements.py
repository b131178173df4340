"""Statements read as action, object and result."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atscheck.documents.assemble import from_text
from atscheck.resume import parse
from atscheck.resume.achievements import Achievement, achievement
from atscheck.resume.model import Bullet

WHOLE = [
    (
        "Cut the nightly build from 3 h to 40 min by caching the tests",
        ("Cut", "the nightly build", "from 3 h to 40 min"),
    ),
    (
        "Designed and built a queue for print jobs, reducing waiting time",
        ("Designed and built", "a queue for print jobs", "reducing waiting time"),
    ),
    (
        "Rewrote the importer, which cut its memory by half",
        ("Rewrote", "the importer", "which cut its memory by half"),
    ),
    (
        "Set up alerts on the pumps so that faults show within a minute",
        ("Set up", "alerts on the pumps", "so that faults show within a minute"),
    ),
    (
        "Merged two price lists, resulting in fewer complaints",
        ("Merged", "two price lists", "resulting in fewer complaints"),
    ),
    ("Saved $2M by renegotiating leases", ("Saved", "$2M", "$2M")),
    (
        "Won first prize at the town fair",
        ("Won", "first prize at the town fair", "first prize at the town fair"),
    ),
    ("Tripled sales in two towns", ("Tripled", "sales in two towns", "Tripled")),
    (
        "Trained 12 guides to improve the safety of night tours",
        ("Trained", "12 guides", "to improve the safety of night tours"),
    ),
]
LACKING = [
    ("Wrote the reports for the board", ("Wrote", "the reports for the board", None)),
    ("Led a team of 5", ("Led", "a team of 5", None)),
    ("Taught pupils using paper models", ("Taught", "pupils", None)),
    ("Python development for the billing team", (None, None, None)),
    ("Training staff and ensuring order", ("Training", "staff and ensuring order", None)),
]


def parts(text: str) -> tuple[str | None, ...]:
    found = achievement(statement(text))
    spans = (found.action, found.object, found.result)
    return tuple(None if span is None else text[span[0] : span[1]] for span in spans)


def statement(text: str) -> Bullet:
    resume = parse(from_text(f"EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- {text}\n"))
    return resume.bullets[-1]


@pytest.mark.parametrize(("text", "expected"), WHOLE + LACKING)
def test_parts(text: str, expected: tuple[str | None, ...]) -> None:
    assert parts(text) == expected


def test_missing_parts_are_named_in_order() -> None:
    assert achievement(statement("Led a team of 5")).missing == ("result",)
    assert Achievement(None, None, None).missing == ("action", "object", "result")


@given(st.text("abc ,.;$5%-–toby", min_size=1, max_size=60))
def test_parts_lie_within_the_statement(tail: str) -> None:
    text = f"Built it, reducing {tail}".rstrip()
    found = achievement(statement(text))
    for part in (found.action, found.object, found.result):
        assert part is None or 0 <= part[0] < part[1] <= len(text)
