"""From lines to a resume: sections, passages, contact, positions."""

from __future__ import annotations

from itertools import pairwise

import pytest

from atscheck import documents
from atscheck.resume import parse
from atscheck.resume.model import Resume

TEXT = """\
Ana Example
Data Engineer
ana@example.org | +1 415 555 0100 | github.com/ana-example

SUMMARY
Data engineer with six years of experience in batch and stream pipelines for retail companies.

WORK EXPERIENCE
Data Engineer, Acme Ltd                         Jan 2020 - Present
• Built the event pipeline that feeds twelve dash-
boards and the billing run of the company
• Cut the nightly run from 6 hours to 50 minutes
Analyst, Sample Bank Inc, 2017 - 2019
• Wrote the monthly risk report
Technologies: SQL, Excel, Python

Education:
BSc Statistics, Example University, 2017

Technical Skills
Python, SQL, Spark, Airflow

LANGUAGES KNOWN
English, Spanish
"""


@pytest.fixture(scope="module")
def resume() -> Resume:
    return parse(documents.read(TEXT.encode(), path="cv.txt"))


def test_sections(resume: Resume) -> None:
    quote = resume.document.quote
    found = [(s.kind, s.heading and quote(s.heading)) for s in resume.sections]
    assert found == [
        ("contact", None),
        ("summary", "SUMMARY"),
        ("experience", "WORK EXPERIENCE"),
        ("education", "Education:"),
        ("skills", "Technical Skills"),
        ("languages", "LANGUAGES KNOWN"),
    ]


def test_sections_tile_the_text(resume: Resume) -> None:
    spans = [s.span for s in resume.sections]
    assert spans[0].start == 0
    assert spans[-1].end == len(resume.document.text)
    assert all(a.end == b.start for a, b in pairwise(spans))


def test_wrapped_bullets_are_one_statement(resume: Resume) -> None:
    assert [b.passage.text for b in resume.bullets] == [
        "Built the event pipeline that feeds twelve dashboards and the billing run of the company",
        "Cut the nightly run from 6 hours to 50 minutes",
        "Wrote the monthly risk report",
    ]


def test_passages_know_where_their_characters_stand(resume: Resume) -> None:
    for passage in resume.passages:
        for i, char in enumerate(passage.text):
            source = resume.document.text[passage.offsets[i]]
            assert char in {source, " "}
        assert list(passage.offsets) == sorted(passage.offsets)


def test_kinds_of_passages(resume: Resume) -> None:
    kinds = {p.text: p.kind for p in resume.passages}
    assert kinds["Technologies: SQL, Excel, Python"] == "list"
    assert kinds["Python, SQL, Spark, Airflow"] == "list"
    assert kinds["Analyst, Sample Bank Inc, 2017 - 2019"] == "title"
    assert kinds["WORK EXPERIENCE"] == "heading"


def test_contact(resume: Resume) -> None:
    contact = resume.contact
    assert contact.name == "Ana Example"
    assert contact.email == "ana@example.org"
    assert contact.phone == "+1 415 555 0100"
    assert [link.target for link in contact.links] == ["github.com/ana-example"]


def test_positions(resume: Resume) -> None:
    found = [
        (p.title, p.organisation, str(p.start), str(p.end), p.current) for p in resume.positions
    ]
    assert found == [
        ("Data Engineer", "Acme Ltd", "2020-01", "None", True),
        ("Analyst", "Sample Bank Inc", "2017", "2019", False),
    ]


def test_a_resume_without_headings_or_contact_is_no_error() -> None:
    resume = parse(documents.read(b"just one line of text", path="x.txt"))
    assert resume.contact.name is None
    assert resume.contact.email is None
    assert [s.kind for s in resume.sections] == ["contact"]
    assert resume.positions == ()


def test_headings_over_a_column_that_starts_without_one() -> None:
    from reportlab.pdfgen.canvas import Canvas

    from tests.support.make_pdf import lines, make_pdf

    left = ["Summary", *[f"A calm clerk, line {n} of it" for n in "abcdef"]]
    right = [f"Clerk at Acme, statement {n} on what was done there" for n in "abcdefg"]

    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 40, ["Ana Example"], size=16, font="Helvetica-Bold")
        lines(canvas, 60, 70, ["Work Experience"], size=13, font="Helvetica-Bold")
        lines(canvas, 60, 100, left[:1], size=13, font="Helvetica-Bold")
        lines(canvas, 60, 116, left[1:])
        lines(canvas, 260, 100, right)

    resume = parse(documents.read(make_pdf(page), path="x.pdf"))
    kinds = {p.text[:5]: p.section for p in resume.passages}
    assert kinds["A cal"] == "summary"
    assert kinds["Clerk"] == "experience"


def test_the_first_column_of_a_new_page_goes_on_with_its_own_section() -> None:
    from reportlab.pdfgen.canvas import Canvas

    from tests.support.make_pdf import lines, make_pdf

    left = [f"Ran the shop of the town, part {n}" for n in "abcdefghij"]
    right = [f"Tidy desk {n}" for n in "abcdefghij"]

    def first(canvas: Canvas) -> None:
        lines(canvas, 60, 40, ["Ana Example"], size=16, font="Helvetica-Bold")
        lines(canvas, 60, 80, ["EXPERIENCE"], size=13, font="Helvetica-Bold")
        lines(canvas, 60, 100, left)
        lines(canvas, 400, 80, ["SKILLS"], size=13, font="Helvetica-Bold")
        lines(canvas, 400, 100, right)

    def second(canvas: Canvas) -> None:
        lines(canvas, 60, 60, ["Sold boats to the farmers of the bay"])

    resume = parse(documents.read(make_pdf(first, second), path="x.pdf"))
    kinds = {p.text[:9]: p.section for p in resume.passages}
    assert kinds["Tidy desk"] == "skills"
    assert kinds["Sold boat"] == "experience"
