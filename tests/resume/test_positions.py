"""Positions: title, employer, start and end of jobs."""

from __future__ import annotations

import pytest

from atscheck import documents
from atscheck.resume import parse

Row = tuple[str | None, str | None, str, str]


def positions_of(body: str) -> list[Row]:
    text = f"Ana Example\nana@example.org\n\nEXPERIENCE\n{body}\n"
    found = parse(documents.read(text.encode(), path="x.txt")).positions
    return [(p.title, p.organisation, str(p.start), str(p.end)) for p in found]


@pytest.mark.parametrize(
    ("body", "row"),
    [
        (
            "Data Engineer, Acme Ltd, Jan 2020 - Present",
            ("Data Engineer", "Acme Ltd", "2020-01", "None"),
        ),
        (
            "Acme Ltd (Mar 2018 - May 2019)\nStore Manager",
            ("Store Manager", "Acme Ltd", "2018-03", "2019-05"),
        ),
        ("Acme Ltd | Clerk | 2016 - 2018", ("Clerk", "Acme Ltd", "2016", "2018")),
        (
            "Clerk at Acme Ltd from 12/03/2016 to 11/02/2018",
            ("Clerk", "Acme Ltd", "2016-03", "2018-02"),
        ),
        (
            "Worked as a Clerk in Acme Ltd from June 2016 to May 2018.",
            ("Clerk", "Acme Ltd", "2016-06", "2018-05"),
        ),
        (
            "Employer : Acme Ltd (Oslo)\nDesignation : Clerk\nDuration : Jan 2016 - May 2018",
            ("Clerk", "Acme Ltd (Oslo)", "2016-01", "2018-05"),
        ),
        (
            "• Name of the Firm : Acme Ltd\n• Products : Boats\n• Designation : Clerk\n"
            "• Period : 01.12.1993 to 29.07.1998",
            ("Clerk", "Acme Ltd", "1993-12", "1998-07"),
        ),
        (
            "Clerk (Night desk), Acme Ltd, 2016 - 2018",
            ("Clerk (Night desk)", "Acme Ltd", "2016", "2018"),
        ),
        (
            "Clerk (Jul 2016 - Till Date Present)\nAcme Ltd",
            ("Clerk", "Acme Ltd", "2016-07", "None"),
        ),
    ],
)
def test_one_job(body: str, row: Row) -> None:
    assert positions_of(f"{body}\n• Kept the books of the shop") == [row]


def test_jobs_in_a_row() -> None:
    body = "Clerk, Acme Ltd, 2018 - 2019\nCook, Sample Inc, 2016 - 2018\nGuard, Bank, 2014 - 2016"
    assert [row[0] for row in positions_of(body)] == ["Clerk", "Cook", "Guard"]


@pytest.mark.parametrize(
    "body", ["DATE OF ISSUE: 10-03-2010", "• Sold boats from 2016 to 2018", "Responsibilities:"]
)
def test_what_is_no_job(body: str) -> None:
    assert positions_of(body) == []


def test_a_label_of_a_job_is_no_employer() -> None:
    body = "Clerk\t2016 - 2018\nResponsibilities\n• Kept the books of the shop"
    assert positions_of(body) == [("Clerk", None, "2016", "2018")]
