"""The parts of a posting by their headings, in many wordings and in every format."""

from __future__ import annotations

import pytest

from atscheck.data import load_words
from atscheck.jobs.headings import find_headings
from tests.support import postings

CASES = postings.table("headings")
HEADINGS = [(text, part) for part, texts in CASES["headings"].items() for text in texts]


@pytest.mark.parametrize(("text", "part"), HEADINGS)
def test_a_heading_opens_its_part(text: str, part: str) -> None:
    assert [heading.part for heading in find_headings(text)] == [part]


@pytest.mark.parametrize("text", CASES["sentences"]["none"])
def test_a_sentence_or_an_item_is_no_heading(text: str) -> None:
    assert find_headings(text) == []


def test_every_wording_stands_in_one_part() -> None:
    for table in ("headings", "openings"):
        wordings = [w for some in load_words("posting_parts")[table].values() for w in some]
        assert len(wordings) == len(set(wordings))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Example Ltd About the role You look after Linux. What you will need Good Python.",
         ["duties", "required"]),
        ("You look after Linux. Our benefits Free lunch and a gym.", ["benefits"]),
        ("You look after Linux. Your profile as we see it is technical.", []),
        ("We know what we do and who we are.", []),
        ("Linux. Our team Leads", ["company"]),
    ],
)  # fmt: skip
def test_headings_in_text_that_has_lost_its_line_breaks(text: str, parts: list[str]) -> None:
    assert [heading.part for heading in find_headings(text)] == parts
