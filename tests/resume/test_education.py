"""Education: school, degree, field, dates and mark, each with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atscheck import documents
from atscheck.errors import AtscheckError
from atscheck.resume import parse
from atscheck.resume.model import Education, Resume

Row = tuple[str | None, str | None, str | None, str | None, str | None, str | None]


def resume_of(body: str) -> Resume:
    text = f"Ana Example\nana@example.org\n\nEDUCATION\n{body}\n"
    return parse(documents.read(text.encode(), path="x.txt"))


def row(e: Education) -> Row:
    start, end = (None if date is None else str(date) for date in (e.start, e.end))
    return e.degree, e.field, e.institution, start, end, e.score


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Ph.D. in Physics\nExample University\nSept 2002 - June 2006",
            ("Ph.D.", "Physics", "Example University", "2002-09", "2006-06", None),
        ),
        (
            "Example University, Expected Graduation: June 2016\nBachelor's of Science, Botany",
            ("Bachelor's of Science", "Botany", "Example University", None, "2016-06", None),
        ),
        (
            "BSc, Oslo, Example University, 2017",
            ("BSc", None, "Example University", None, "2017", None),
        ),
        (
            "BA (Honours), Example University, 2008",
            ("BA", None, "Example University", None, "2008", None),
        ),
        (
            "BSc Statistics, Example University, 2017",
            ("BSc", "Statistics", "Example University", None, "2017", None),
        ),
        (
            "B.Tech. in Civil Engineering from Acorn College, Oslo with 71.8% (2012 - 2016)",
            ("B.Tech.", "Civil Engineering", "Acorn College", "2012", "2016", "71.8%"),
        ),
        (
            "Example University, Sept 2019 - present\nMaster of Science (Physics)\nGPA: 3.8/4.0",
            ("Master of Science", "Physics", "Example University", "2019-09", None, "GPA: 3.8/4.0"),
        ),
        (
            "12th\tAcorn High School, Ely\tCBSE\t2010\t70.6%",
            ("12th", None, "Acorn High School", None, "2010", "70.6%"),
        ),
        ("10th from CBSE board in 2008", ("10th", None, "CBSE board", None, "2008", None)),
        (
            "Bachelor of Commerce (B.Com) with 8.1 CGPA from ACME 2011-2014",
            ("Bachelor of Commerce", None, "ACME", "2011", "2014", "8.1 CGPA"),
        ),
        (
            "PhD Physics, 2018, Example University. Thesis: tea and bread",
            ("PhD", "Physics", "Example University", None, "2018", None),
        ),
        (
            "12th\tGovt. Acorn School, Ely",
            ("12th", None, "Govt. Acorn School", None, None, None),
        ),
        (
            "Diploma in Surveying affiliated to Acorn Polytechnic",
            ("Diploma", "Surveying", "Acorn Polytechnic", None, None, None),
        ),
    ],
)
def test_one_study(body: str, expected: Row) -> None:
    assert [row(e) for e in resume_of(body).education] == [expected]


def test_each_study_begins_with_what_the_first_begins_with() -> None:
    by_degree = (
        "MSc Physics\nExample University\n2016 - 2018\nBSc Physics\nAcorn College\n2013 - 2016"
    )
    by_school = (
        "Example University\nMSc Physics\n2016 - 2018\nAcorn College\nBSc Physics\n2013 - 2016"
    )
    expected = [
        ("MSc", "Physics", "Example University", "2016", "2018", None),
        ("BSc", "Physics", "Acorn College", "2013", "2016", None),
    ]
    for body in (by_degree, by_school):
        assert [row(e) for e in resume_of(body).education] == expected


def test_a_second_degree_is_a_second_study() -> None:
    body = "Example University\nMSc Physics, 2018\nBSc Physics, 2016"
    assert [e.degree for e in resume_of(body).education] == ["MSc", "BSc"]


@pytest.mark.parametrize(
    "body",
    [
        "Course\tSchool / College\tBoard / University\tYear\tPercentage",
        "Date of Birth: 3 May 1990",
        "MS Office and MS Excel",
        "Looked after the ms of a novel",
        "College",
    ],
)
def test_what_is_no_study(body: str) -> None:
    assert resume_of(body).education == ()


def test_each_part_has_its_place() -> None:
    resume = resume_of("• B.Sc. Physics, Acorn College, Ely, May 2014 - June 2017, GPA 3.9")
    (study,) = resume.education
    quote = resume.document.quote
    assert study.degree_span is not None
    assert quote(study.degree_span) == study.degree == "B.Sc."
    assert study.field_span is not None
    assert quote(study.field_span) == study.field == "Physics"
    assert study.institution_span is not None
    assert quote(study.institution_span) == study.institution == "Acorn College"
    assert study.dates_span is not None
    assert quote(study.dates_span) == "May 2014 - June 2017"
    assert study.score_span is not None
    assert quote(study.score_span) == study.score == "GPA 3.9"


PIECES = st.sampled_from(
    ["BSc", "Master of Arts", "in", "from", "Acorn College", "school", "2014", " - ", "2017", "\t",
     "\n", ",", "(", ")", "71%", "GPA 3.1", " ", "Physics", "board"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_every_part_is_in_the_text(body: str) -> None:
    try:
        resume = resume_of(body)
    except AtscheckError:  # not every text is a document
        return
    for study in resume.education:
        assert study.degree or study.institution
        for text, span in (
            (study.degree, study.degree_span),
            (study.field, study.field_span),
            (study.institution, study.institution_span),
            (study.score, study.score_span),
        ):
            assert (text is None) == (span is None)
            if span is not None and text is not None:
                quoted = resume.document.quote(span)
                assert " ".join(quoted.split()) == " ".join(text.split())


def test_a_second_school_with_dates_begins_another_study() -> None:
    body = (
        "MSc Physics, Example University, 2014 - 2016\nMaster Thesis: slow lights\n"
        "Semester Abroad, Acorn College, 2012 - 2013\n"
    )
    expected = [("MSc", "Example University", "2016"), (None, "Acorn College", "2013")]
    found = [row(e) for e in resume_of(body).education]
    assert [(r[0], r[2], r[4]) for r in found] == expected
    body += "BSc Botany\nMill University, 2008 - 2011\n"
    found = [row(e) for e in resume_of(body).education]
    assert [(r[0], r[2], r[4]) for r in found] == [*expected, ("BSc", "Mill University", "2011")]
