"""Who is meant by a role: the writer, or somebody whom the text mentions."""

from __future__ import annotations

import pytest

from tests.matching.test_design import run


@pytest.mark.parametrize(
    ("keyword", "others", "writer"),
    [
        ("project management", "Reported to the project manager", "As the project manager, led 9"),
        ("welding", "Supervised two welders", "Time-served welder, pipes and plates"),
        ("plumbing", "Worked by the plumber on site", "Plumber, bathrooms and boilers"),
        ("plumbing", "Fetched tools for their plumber", "Plumbing of bathrooms"),
        ("nursing", "Worked with nurses of the ward", "Kept the nurses' rota"),
    ],
)
def test_a_role_is_a_claim_where_the_writer_has_it(keyword: str, others: str, writer: str) -> None:
    assert run(keyword, others).status == "missing"
    assert run(keyword, writer).status == "found"


@pytest.mark.parametrize(
    "text", ["Was mentored by the head chef", "Mentored by two seniors", "Been mentored by staff"]
)
def test_what_others_did_to_the_writer_is_no_claim(text: str) -> None:
    assert run("mentoring", text).status == "missing"


@pytest.mark.parametrize("text", ["Mentored two apprentices", "Mentored staff by example"])
def test_what_the_writer_did_is_one(text: str) -> None:
    assert run("mentoring", text).status == "found"
