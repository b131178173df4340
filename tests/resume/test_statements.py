"""Statements: the claims, which count, and what is listed beside them, which does not."""

from __future__ import annotations

import pytest

from atscheck import documents
from atscheck.resume import parse

Listed = list[tuple[str, bool]]


def statements_of(body: str) -> Listed:
    text = f"Ana Example\nana@example.org\n\n{body}\n"
    resume = parse(documents.read(text.encode(), path="x.txt"))
    assert resume.bullets == tuple(b for b in resume.statements if b.counted)
    return [(b.passage.text, b.counted) for b in resume.statements]


JOB = "EXPERIENCE\nClerk, Acme Ltd, 2016 - 2018\n"


@pytest.mark.parametrize(
    ("body", "listed"),
    [
        (f"{JOB}• Kept the books", [("Kept the books", True)]),
        (f"{JOB}• Windows in all the shops", [("Windows in all the shops", True)]),
        (f"{JOB}• Front end: Vue", [("Front end: Vue", False)]),
        (f"{JOB}Front end: Vue", []),
        (f"{JOB}• Duties:", []),
        (f"{JOB}Kept the books of the shop", [("Kept the books of the shop", True)]),
        ("PROJECTS\n• Title: Robot arm", [("Title: Robot arm", False)]),
        ("PROJECTS\n• Press tool design: “Clip”", [('Press tool design: "Clip"', False)]),
        (
            "PROJECTS\nFour logins: boss, clerk, cook, guest.",
            [("Four logins: boss, clerk, cook, guest.", False)],
        ),
        ("PROJECTS\nTools: tea, bread, milk", []),
        (
            "SKILLS\n• Repair of boats in both wood and steel.",
            [("Repair of boats in both wood and steel.", False)],
        ),
        ("SKILLS\n• Repair of boats\nTea, bread, milk, salt, water, oil", []),
        ("SKILLS\nTools of a trade: tea bread milk salt water oil", []),
        ("EDUCATION\n• Worked as a clerk in the lab", [("Worked as a clerk in the lab", False)]),
        ("EDUCATION\n• BSc Physics, Example University", []),
        ("AWARDS\nThe prize of the town for tidy desks", [
            ("The prize of the town for tidy desks", False),
        ]),
        ("AWARDS\nWon the prize of the town for tidy desks", [
            ("Won the prize of the town for tidy desks", True),
        ]),
        ("INTERESTS\n• Playing chess with many people", []),
    ],
)  # fmt: skip
def test_statements(body: str, listed: Listed) -> None:
    assert statements_of(body) == listed


def test_the_head_of_a_job_is_no_statement() -> None:
    body = "EXPERIENCE\n• Company : Acme Ltd\n• Designation : Clerk\n• Period : 2016 - 2018\n"
    assert statements_of(body) == []
