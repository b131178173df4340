"""Positions: title, employer, start and end of jobs."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from atscheck import documents
from atscheck.errors import AtscheckError
from atscheck.resume import parse
from atscheck.resume.model import Resume

Row = tuple[str | None, str | None, str, str]


def resume_of(body: str) -> Resume:
    text = f"Ana Example\nana@example.org\n\n{body}\n"
    return parse(documents.read(text.encode(), path="x.txt"))


def positions_of(body: str) -> list[Row]:
    found = resume_of(f"EXPERIENCE\n{body}").positions
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
        ("Clerk\nAcme Ltd\n2016 - 2018", ("Clerk", "Acme Ltd", "2016", "2018")),
        ("2016 - 2018\nClerk, Acme Ltd", ("Clerk", "Acme Ltd", "2016", "2018")),
        ("Acme Ltd\tEly, UK\nClerk\t2016 - 2018", ("Clerk", "Acme Ltd", "2016", "2018")),
        ("2016 - 2018\tAcme Ltd\tClerk", ("Clerk", "Acme Ltd", "2016", "2018")),
        ("1- Acme, Oslo, Norway\nAs a Clerk, 2016 - 2018", ("Clerk", "Acme", "2016", "2018")),
        ("Site Engineer, Mill Engineer Ltd, 2016 - 2018",
         ("Site Engineer", "Mill Engineer Ltd", "2016", "2018")),
        ("Clerk, Acme Ltd, Jan 2016 -\nMay 2018", ("Clerk", "Acme Ltd", "2016-01", "2018-05")),
        ("Acme Ltd, 20 May 2015 - 1 June\n2018\nClerk",
         ("Clerk", "Acme Ltd", "2015-05", "2018-06")),
        ("Aug 2016 - Clerk\nFeb 2017 Acme Ltd", ("Clerk", "Acme Ltd", "2016-08", "2017-02")),
        ("• Acme-Oslo - 6 months (Aug 2013 to Feb 2014) experience as Clerk in book keeping",
         ("Clerk", "Acme-Oslo", "2013-08", "2014-02")),
        ("Joined Acme Ltd as Clerk in June 2016", ("Clerk", "Acme Ltd", "2016-06", "2016-06")),
        ("Clerk, Acme Ltd", ("Clerk", "Acme Ltd", "None", "None")),
        ("Clerk, Acme, India, 2016 - 2018", ("Clerk", "Acme", "2016", "2018")),
        ("Clerk\nAcme Ltd", ("Clerk", "Acme Ltd", "None", "None")),
        ("Company : Acme Ltd", (None, "Acme Ltd", "None", "None")),
        ("Clerk in Mill Department at Acme Mills, 2016 - 2018",
         ("Clerk", "Acme Mills", "2016", "2018")),
        ("Clerk, Sales Department, 2016 - 2018", ("Clerk", "Sales Department", "2016", "2018")),
        ("Accountant, acme.example.org, 2016 - 2018",
         ("Accountant", "acme.example.org", "2016", "2018")),
    ],
)  # fmt: skip
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


def test_several_titles_under_one_employer() -> None:
    body = (
        "Acme Ltd, Oslo, Norway\nSenior Clerk, 2018 - present\n• Led the clerks\n"
        "Clerk, 2016 - 2018\n• Kept the books\nCook, Sample Inc, 2014 - 2016\n"
    )
    assert positions_of(body) == [
        ("Senior Clerk", "Acme Ltd", "2018", "None"),
        ("Clerk", "Acme Ltd", "2016", "2018"),
        ("Cook", "Sample Inc", "2014", "2016"),
    ]


def test_an_employer_on_the_line_of_a_job_is_that_job_s_alone() -> None:
    body = "Cook, Sample Inc, 2016 - 2018\n• Cooked\nClerk, 2014 - 2016\n• Kept the books\n"
    assert [row[1] for row in positions_of(body)] == ["Sample Inc", None]


def test_each_job_begins_with_its_first_label() -> None:
    body = (
        "Organisation : Acme Ltd\nPeriod : 2016 - 2018\nDesignation : Clerk\n"
        "Organisation : 2. Sample Inc\nDesignation : Cook\nPeriod : 2014 - 2016\n"
    )
    assert positions_of(body) == [
        ("Clerk", "Acme Ltd", "2016", "2018"),
        ("Cook", "Sample Inc", "2014", "2016"),
    ]


def test_the_first_row_of_a_table_is_no_job() -> None:
    body = (
        "Organisation\tDesignation\tPeriod\nAcme Ltd\tClerk\t2016 - 2018\n"
        "Sample Inc\tCook\t2014 - 2016"
    )
    assert [row[:2] for row in positions_of(body)] == [
        ("Clerk", "Acme Ltd"),
        ("Cook", "Sample Inc"),
    ]


@pytest.mark.parametrize(
    ("body", "location"),
    [
        ("Clerk, Acme Ltd, Ely, UK, 2016 - 2018", "Ely, UK"),
        ("Clerk\tOslo, Norway\nAcme Ltd\t2016 - 2018", "Oslo, Norway"),
        ("Clerk, Acme Ltd, 2016 - 2018\nParis", "Paris"),
        ("Clerk, Acme Ltd, 2016 - 2018", None),
    ],
)
def test_the_place_of_a_job(body: str, location: str | None) -> None:
    (position,) = resume_of(f"EXPERIENCE\n{body}\n• Kept the books of the shop").positions
    assert (position.title, position.organisation) == ("Clerk", "Acme Ltd")
    assert position.location == location


def test_each_part_of_a_job_has_its_place() -> None:
    resume = resume_of(
        "EXPERIENCE\n• 1. Clerk (Night desk), Acme Ltd, Oslo (Jan 2016 - May 2018)\n"
    )
    (position,) = resume.positions
    quote = resume.document.quote
    spans = (
        position.title_span,
        position.organisation_span,
        position.location_span,
        position.dates_span,
    )
    assert [quote(span) for span in spans if span] == [
        "Clerk (Night desk)",
        "Acme Ltd",
        "Oslo",
        "Jan 2016 - May 2018",
    ]


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        ("PROJECTS\nClerk, Acme Ltd, 2016 - 2018\n• Kept the books", ["Clerk"]),
        ("SUMMARY\nWorked as a Clerk in Acme Ltd from June 2016 to May 2018.", ["Clerk"]),
        ("PROJECTS\nClerk, Acme Ltd, 2016\n• Kept the books", []),
        ("PROJECTS\nBoats of the bay, Acme Ltd, 2016 - 2018\n• Kept the books", []),
        ("EDUCATION\nClerk, Acme Ltd, 2016 - 2018", []),
        ("PROJECTS\nCook, Sample Inc, 2014 - 2016\n\nEXPERIENCE\nClerk, Acme Ltd, 2016 - 2018",
         ["Clerk"]),
    ],
)  # fmt: skip
def test_jobs_outside_a_section_of_jobs(body: str, titles: list[str]) -> None:
    assert [p.title for p in resume_of(body).positions] == titles


PIECES = st.sampled_from(
    ["Clerk", "Acme Ltd", "2016", " - ", "2018", "May", "\n", "\t", ", ", "(", ")", "• ", "Oslo",
     "Period: ", "Company : ", "Designation : ", "as ", "worked in ", "experience", "UK", "1. "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
@example("Oslo\t2016experienceClerk")
def test_every_part_is_in_the_text(body: str) -> None:
    try:
        resume = resume_of(f"EXPERIENCE\n{body}")
    except AtscheckError:  # not every text is a document
        return
    for p in resume.positions:
        assert p.title or p.organisation
        for text, span in (
            (p.title, p.title_span),
            (p.organisation, p.organisation_span),
            (p.location, p.location_span),
        ):
            assert (text is None) == (span is None)
            if span is not None and text is not None:
                assert " ".join(resume.document.quote(span).split()) == " ".join(text.split())


_TITLED = "Clerk\t2018 - 2019\nBig Acme\tEly, UK\n• Led all\nCook\t2016 - 2018\nWest Inn\n• Led all"
_BELOW = "Acme Ltd\t2010 - 2012\nGuard\n• Led all\nSample Inc\t2008 - 2010\nCook\n• Led all"
_UNKNOWN = "Night Owl\t2014 - 2016\nBlue Harbour\tEly, UK\n• Led all"


def test_an_unknown_title_stands_where_the_known_ones_do() -> None:
    found = positions_of(f"{_TITLED}\n{_UNKNOWN}")
    assert [row[:2] for row in found] == [
        ("Clerk", "Big Acme"), ("Cook", "West Inn"), ("Night Owl", "Blue Harbour")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        f"{_TITLED.split('Cook', maxsplit=1)[0]}{_UNKNOWN}",  # one title is too few to tell
        f"{_TITLED}\nBlue Harbour\t2014 - 2016\n• Led all",  # nothing is left for the employer
        f"{_TITLED}\nBlue Harbour Ltd\t2014 - 2016\nDockside\n• Led all",  # the employer's place
        f"{_TITLED}\nNight Owl - Oslo\t2014 - 2016\n• Led all",  # as is a place
        f"{_TITLED}\n{_BELOW}\n{_UNKNOWN}",  # the others do not agree
        _UNKNOWN,
    ],
)
def test_no_title_is_made_up(body: str) -> None:
    assert positions_of(body)[-1][0] is None


def test_labelled_jobs_below_a_line_about_all_of_them() -> None:
    body = (
        "Nine years of work with books\n"
        "Company: Acme Ltd\nPeriod: 2016 - 2018\nDesignation: Clerk\n"
        "Company: Sample Inc\nPeriod: 2014 - 2016\nDesignation: Cook\n"
    )
    assert [row[:2] for row in positions_of(body)] == [
        ("Clerk", "Acme Ltd"),
        ("Cook", "Sample Inc"),
    ]


def test_labels_below_the_title_of_each_job() -> None:
    body = (
        "Clerk\nCompany: Acme Ltd\nPeriod: 2016 - 2018\n"
        "Cook\nCompany: Sample Inc\nPeriod: 2014 - 2016\n"
    )
    assert [row[:2] for row in positions_of(body)] == [
        ("Clerk", "Acme Ltd"),
        ("Cook", "Sample Inc"),
    ]


def test_an_open_date_does_not_go_on_with_an_earlier_one() -> None:
    body = "Clerk, Acme Ltd, Jan 2018 -\n2014 - 2016\tCook, Sample Inc\n"
    assert [row[2] for row in positions_of(body)] == ["2018-01", "2014"]


def test_no_job_outside_of_experience_without_a_title_that_is_one() -> None:
    body = "PROJECTS\n" + _TITLED.replace("Big Acme", "Acme Ltd").replace("West Inn", "Sample Inc")
    body += "\nNight Owl\t2014 - 2016\nBlue Harbour Ltd\n• Led all"
    assert [p.title for p in resume_of(body).positions] == ["Clerk", "Cook"]
