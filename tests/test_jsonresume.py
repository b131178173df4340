"""The JSON Resume form: valid against the published schema, and nothing but what the text says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, FormatChecker

import atscheck
from atscheck import documents, resume
from atscheck.documents.assemble import from_text
from atscheck.report import jsonresume_to_dict
from atscheck.resume.model import ContactLink, Education, Item, Resume, YearMonth
from tests.support.jsonresume import JSON_RESUME_SCHEMA
from tests.support.make_report import make_hostile

ROOT = Path(__file__).parents[1]
RESUMES = sorted([*(ROOT / "examples").glob("*.pdf"), *(ROOT / "examples").glob("*.docx")])

TEXT = """Jo Sample
Data Engineer
jo@example.org | +1 617 555 0142
SUMMARY
Engineer who builds data pipelines for hospitals and tests them.
EXPERIENCE
Data Engineer, Sample Ltd, March 2021 - Present
- Built 12 pipelines in Python.
- Cut the cost of storage by 30%.
Analyst, Specimen Inc, 2018 - 2020
- Wrote 40 reports for the sales team.
SKILLS
Tools: Git, AWS (EC2, S3), Make
Python, SQL
PROJECTS
Seedlings, garden planner, 2019 - 2020
- Published a planner for 200 gardens.
Garden Survey, Project Manager
Jan 2017 - Mar 2018
- Counted 3,000 trees.
AWARDS
- Prize for the best garden	2020
- Prize of 2018 and 2019
PUBLICATIONS
- Gardens and data. Journal of Samples, 2022.
VOLUNTEERING
- Taught 20 children to plant trees every spring.
INTERESTS
Chess, hiking, and pruning
REFERENCES
Available on request
"""


def parsed(text: str = TEXT) -> Resume:
    return resume.parse(from_text(text))


def closed(value: Any) -> Any:
    """The schema without a place for fields of our own."""
    if isinstance(value, dict):
        more = {"additionalProperties": False} if "properties" in value else {}
        return {**{key: closed(item) for key, item in value.items()}, **more}
    return [closed(item) for item in value] if isinstance(value, list) else value


def checked(resume: Resume) -> dict[str, Any]:
    data = jsonresume_to_dict(resume)
    Draft7Validator(JSON_RESUME_SCHEMA, format_checker=FormatChecker()).validate(data)
    meta = {key: value for key, value in data["meta"].items() if key not in ("atscheck", "doubt")}
    Draft7Validator(closed(JSON_RESUME_SCHEMA)).validate({**data, "meta": meta})
    return data


@pytest.mark.parametrize("path", RESUMES, ids=lambda p: p.name)
def test_every_example_is_valid(path: Path) -> None:
    data = checked(resume.parse(documents.read(path)))
    assert data["work"][0]["highlights"]
    assert data["meta"] == {"version": "v1.0.0", "atscheck": atscheck.__version__}


@pytest.mark.parametrize("payload", ["\x1b[31m\ud800", "http://[", "x y://?", "日本語", "a" * 500])
def test_any_value_is_valid(payload: str) -> None:
    hostile = make_hostile(payload).resume
    link = ContactLink(payload, "linkedin")
    contact = replace(hostile.contact, email="jo@example.org", links=(link,), location=payload)
    checked(replace(hostile, contact=contact))


def test_who_it_is() -> None:
    assert checked(parsed())["basics"] == {
        "name": "Jo Sample",
        "label": "Data Engineer",
        "email": "jo@example.org",
        "phone": "+1 617 555 0142",
        "summary": "Engineer who builds data pipelines for hospitals and tests them.",
    }


def test_jobs_have_the_statements_below_them() -> None:
    assert checked(parsed())["work"] == [
        {
            "name": "Sample Ltd",
            "position": "Data Engineer",
            "startDate": "2021-03",
            "highlights": ["Built 12 pipelines in Python.", "Cut the cost of storage by 30%."],
        },
        {
            "name": "Specimen Inc",
            "position": "Analyst",
            "startDate": "2018",
            "endDate": "2020",
            "highlights": ["Wrote 40 reports for the sales team."],
        },
    ]


def test_other_sections() -> None:
    data = checked(parsed())
    assert data["skills"] == [
        {"name": "Tools", "keywords": ["Git", "AWS (EC2, S3)", "Make"]},
        {"name": "Python"},
        {"name": "SQL"},
    ]
    assert data["projects"] == [
        {
            "name": "Seedlings, garden planner",
            "startDate": "2019",
            "endDate": "2020",
            "highlights": ["Published a planner for 200 gardens."],
        },
        {
            "name": "Garden Survey, Project Manager",
            "startDate": "2017-01",
            "endDate": "2018-03",
            "highlights": ["Counted 3,000 trees."],
        },
    ]
    assert data["awards"] == [
        {"title": "Prize for the best garden 2020", "date": "2020"},
        {"title": "Prize of 2018 and 2019"},
    ]
    assert data["publications"] == [
        {"name": "Gardens and data. Journal of Samples, 2022.", "releaseDate": "2022"}
    ]
    assert data["volunteer"] == [{"summary": "Taught 20 children to plant trees every spring."}]
    assert data["interests"] == [{"name": "Chess"}, {"name": "hiking"}, {"name": "pruning"}]
    assert data["references"] == [{"reference": "Available on request"}]


def test_cells_are_skills_and_a_cell_beside_a_list_is_its_name() -> None:
    cells = parsed("Jo Sample\nSKILLS\nGit\tMake\tSQL\nTools\tGit, Make\nPruning, grafting")
    assert checked(cells)["skills"] == [
        {"name": "Git"},
        {"name": "Make"},
        {"name": "SQL"},
        {"name": "Tools", "keywords": ["Git", "Make"]},
        {"name": "Pruning"},
        {"name": "grafting"},
    ]


def test_what_is_not_there_is_left_out() -> None:
    data = checked(parsed("Jo Sample\njo@example.org\nSKILLS\nPython, SQL"))
    assert set(data) == {"$schema", "basics", "skills", "meta"}
    assert set(data["basics"]) == {"name", "email"}


def test_studies_certificates_and_languages() -> None:
    whole = parsed()
    span = whole.document.lines[0].span
    study = Education(
        "Example University", "B.Sc.", "Biology", YearMonth(2014, 9), YearMonth(2018), False,
        "CGPA 8.1/10", span,
    )  # fmt: skip
    ended = replace(study, field=None, score=None, start=YearMonth(2018), end=YearMonth(2018))
    data = checked(
        replace(
            whole,
            education=(study, ended),
            certifications=(Item("Certified Gardener, 05/2020", span), Item("Diver", span)),
            languages=(Item("German (B2)", span), Item("French: fluent", span), Item("Thai", span)),
        )
    )
    assert data["education"][0] == {
        "institution": "Example University",
        "area": "Biology",
        "studyType": "B.Sc.",
        "startDate": "2014-09",
        "endDate": "2018",
        "score": "CGPA 8.1/10",
    }
    assert "startDate" not in data["education"][1]
    assert data["education"][1]["endDate"] == "2018"
    assert data["certificates"] == [
        {"name": "Certified Gardener, 05/2020", "date": "2020-05"},
        {"name": "Diver"},
    ]
    assert data["languages"] == [
        {"language": "German", "fluency": "B2"},
        {"language": "French", "fluency": "fluent"},
        {"language": "Thai"},
    ]


def test_links_are_the_site_and_the_profiles() -> None:
    whole = parsed()
    links = (
        ContactLink("linkedin.com/in/jo-sample/", "linkedin"),
        ContactLink("https://jo.example.org", "portfolio"),
        ContactLink("https://www.x.com/jo", "other"),
        ContactLink("https://github.com/jo?tab=stars", "github"),
        ContactLink("no address", "kaggle"),
    )
    basics = checked(replace(whole, contact=replace(whole.contact, links=links)))["basics"]
    assert basics["url"] == "https://jo.example.org"
    assert basics["profiles"] == [
        {
            "network": "linkedin",
            "username": "jo-sample",
            "url": "https://linkedin.com/in/jo-sample/",
        },
        {"network": "x.com", "username": "jo", "url": "https://www.x.com/jo"},
        {"network": "github", "username": "jo", "url": "https://github.com/jo?tab=stars"},
        {"network": "kaggle"},
    ]


@pytest.mark.parametrize(
    ("written", "location"),
    [
        ("Boston, MA", {"city": "Boston", "region": "MA"}),
        ("Berlin", {"city": "Berlin"}),
        ("Germany", {"region": "Germany"}),
        ("12 Sample Street, Boston", {"address": "12 Sample Street, Boston"}),
    ],
)
def test_a_place_by_its_parts(written: str, location: dict[str, str]) -> None:
    whole = parsed()
    basics = checked(replace(whole, contact=replace(whole.contact, location=written)))["basics"]
    assert basics["location"] == location


def test_hidden_text_is_no_part_of_it() -> None:
    document = parsed().document
    lines = tuple(
        replace(line, hidden=document.line_text(line) == "Python, SQL") for line in document.lines
    )
    data = checked(resume.parse(replace(document, lines=lines)))
    assert [skill["name"] for skill in data["skills"]] == ["Tools"]
