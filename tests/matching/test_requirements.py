"""What a posting asks for besides keywords, compared with the resume."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from atscheck.documents.assemble import from_text
from atscheck.matching import match
from atscheck.matching.requirements import Requirement, compared
from atscheck.resume import parse
from atscheck.skills.demands import (
    Certificate,
    Degree,
    DegreeLevel,
    Demand,
    Language,
    Mobility,
    Permit,
    Rank,
    Requirements,
    Seniority,
    Workplace,
    Years,
)
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Keyword, Target

RESUME = """Ana Example
Berlin, Germany
ana@example.org

SUMMARY
Developer who speaks fluent French. Willing to travel.

EXPERIENCE
Senior Backend Developer, Acme Ltd, 01/2019 - 12/2021
• Built services in Python
Data Analyst, Sample Inc, 01/2017 - 12/2018
• Wrote reports in SQL for Italian customers

EDUCATION
Bachelor of Science in Computer Science, Example University, 2013 - 2016

SKILLS
Python, SQL, Docker

CERTIFICATIONS
CCNA
PMP (expected 2027)
Crane operator licence

LANGUAGES
German (native), English: C1, Spanish
"""


def outcome(
    asked: Requirements, resume: str = RESUME, names: tuple[str, ...] = ("Python",)
) -> Requirement:
    parsed = parse(from_text(resume))
    names = tuple(years.term for years in asked.years if years.term) or names
    keywords = tuple(Keyword(name, (load_lexicon().resolve(name),), "must") for name in names)
    matches = match(parsed, Target("job", "t", "T", keywords)).keywords
    (found,) = compared(asked, parsed, matches, dt.date(2026, 1, 1))
    return found


def of(demand: Demand, resume: str = RESUME) -> Requirement:
    return outcome(Requirements(demands=(demand,)), resume)


@pytest.mark.parametrize(
    ("term", "years", "expected", "shown"),
    [
        ("Python", 3, "met", "about 3 years in 1 job"),
        ("Python", 5, "partly", "about 3 years in 1 job"),
        ("Python", 6, "partly", "about 3 years in 1 job"),
        ("Python", 7, "not shown", "about 3 years in 1 job"),
        ("Docker", 1, "not shown", "named, but in no job with both dates"),
        ("Kubernetes", 1, "not shown", ""),
        (None, 5, "met", "about 5 years in 2 jobs"),
        (None, 8, "partly", "about 5 years in 2 jobs"),
    ],
)
def test_years(term: str | None, years: int, expected: str, shown: str) -> None:
    found = outcome(Requirements(years=(Years(term, years, 4, "good", "some years"),)))
    assert (found.outcome, found.shown, found.line) == (expected, shown, 4)
    assert (found.tier, found.posting) == ("good", "some years")


def degree(level: DegreeLevel, *fields: str, related: bool = False) -> Degree:
    return Degree("must", "a degree", 3, level, fields, related)


@pytest.mark.parametrize(
    ("level", "expected"),
    [("associate", "met"), ("bachelor", "met"), ("master", "not shown"), ("phd", "not shown")],
)
def test_degree(level: DegreeLevel, expected: str) -> None:
    found = of(degree(level))
    assert found.outcome == expected
    assert (found.span is not None) == (expected == "met")


@pytest.mark.parametrize(
    ("demand", "expected", "shown"),
    [
        (degree("bachelor", "mathematics", "computer science"), "met", ""),
        (degree("bachelor", "informatics"), "to check", "a related field"),
        (degree("bachelor", "nursing", "law"), "partly", "another field"),
        (degree("bachelor", "underwater basketry"), "to check", "for you to judge"),
        (degree("bachelor", "informatics", related=True), "met", "a related field"),
        (degree("bachelor", "nursing", related=True), "to check", "for you to judge"),
        (degree("bachelor", related=True), "to check", "for you to judge"),
        (degree("master", "computer science"), "not shown", ""),
    ],
)
def test_the_subject_of_a_degree(demand: Degree, expected: str, shown: str) -> None:
    found = of(demand)
    assert found.outcome == expected
    assert shown in found.shown


def test_a_degree_that_has_not_ended_is_a_part() -> None:
    resume = RESUME.replace("2013 - 2016", "2024 - present")
    assert of(degree("bachelor"), resume).outcome == "partly"


def test_experience_may_stand_for_a_degree_where_the_posting_says_so() -> None:
    demand = Degree("must", "a degree", 3, "master", or_experience=True)
    assert of(demand).outcome == "to check"
    assert of(demand).shown == "about 5 years in 2 jobs"
    assert of(degree("master")).shown == ""


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Backend Developer (m/w/d)", "met"),
        ("Lead Backend Developer", "met"),
        ("Python Backend Developer", "partly"),
        ("Registered Nurse", "not shown"),
    ],
)
def test_title(title: str, expected: str) -> None:
    assert outcome(Requirements(title=title)).outcome == expected


@pytest.mark.parametrize(
    ("ranks", "resume", "expected"),
    [
        (("entry", "mid"), RESUME, "met"),
        (("senior",), RESUME, "met"),
        (("lead",), RESUME, "partly"),
        (("lead",), RESUME.replace("Senior", "Junior"), "not shown"),
        (("senior",), RESUME.replace("Senior", ""), "to check"),
        (("senior",), RESUME.replace("Senior Backend Developer", "Senior Care Aide"), "to check"),
    ],
)
def test_seniority(ranks: tuple[Rank, ...], resume: str, expected: str) -> None:
    assert of(Seniority("must", "a senior", 1, ranks), resume).outcome == expected


def test_without_a_rank_in_any_title_the_years_of_work_are_told() -> None:
    found = of(Seniority("must", "a senior", 1, ("senior",)), RESUME.replace("Senior ", ""))
    assert found.shown == "no title tells a rank; about 5 years in 2 jobs"


@pytest.mark.parametrize(
    ("names", "expected", "shown"),
    [
        (("CCNA",), "met", "CCNA"),
        (("CCNP", "CCNA"), "met", "CCNA"),
        (("PMP",), "partly", "PMP"),
        (("crane operator license",), "met", "Crane operator licence"),
        (("Certified Public Accountant",), "not shown", ""),
        (("CCN",), "not shown", ""),
    ],
)
def test_certificates(names: tuple[str, ...], expected: str, shown: str) -> None:
    found = of(Certificate("must", "a certificate", 2, names))
    assert (found.outcome, found.shown) == (expected, shown)
    assert (found.span is None) == (expected == "not shown")


@pytest.mark.parametrize(
    ("names", "level", "expected"),
    [
        (("German",), "C2", "met"),
        (("German",), None, "met"),
        (("English",), "C1", "met"),
        (("English",), "C2", "partly"),
        (("Spanish",), "B1", "partly"),
        (("Spanish",), None, "met"),
        (("French",), "C1", "met"),
        (("Italian",), None, "not shown"),
        (("Polish", "English"), "B2", "met"),
        (("Polish",), "A1", "not shown"),
    ],
)
def test_languages(names: tuple[str, ...], level: str | None, expected: str) -> None:
    assert of(Language("must", "a language", 2, names, level)).outcome == expected


def test_an_untold_level_is_told_as_untold() -> None:
    assert of(Language("must", "Spanish", 2, ("Spanish",), "B1")).shown.endswith("no level is told")


@pytest.mark.parametrize(
    ("places", "resume", "expected"),
    [
        (("Berlin",), RESUME, "met"),
        (("Leeds", "Berlin"), RESUME, "met"),
        (("Germany",), RESUME, "met"),
        (("the EU",), RESUME, "met"),
        (("Austin, TX",), RESUME, "to check"),
        (("the UK",), RESUME, "to check"),
        ((), RESUME, "to check"),
        (("Berlin",), RESUME.replace("Berlin, Germany\n", ""), "to check"),
    ],
)
def test_places(places: tuple[str, ...], resume: str, expected: str) -> None:
    assert of(Workplace("must", "a place", 2, places), resume).outcome == expected


def test_the_will_to_move_is_told_beside_another_place() -> None:
    resume = RESUME.replace("Willing to travel", "Willing to relocate")
    found = of(Workplace("must", "Leeds", 2, ("Leeds",)), resume)
    assert (found.outcome, found.shown) == ("to check", "Berlin, Germany, Willing to relocate")


def test_the_will_to_travel_is_said_or_not_shown() -> None:
    assert of(Mobility("must", "travel", 2, "travel")).outcome == "met"
    assert of(Mobility("must", "move", 2, "relocation")).outcome == "not shown"
    unwilling = RESUME.replace("Willing to travel", "Not willing to travel")
    assert of(Mobility("must", "travel", 2, "travel"), unwilling).outcome == "not shown"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Authorized to work in the US", "met"),
        ("Authorized to work in the UK", "to check"),
        ("No visa sponsorship required", "to check"),
        ("Requires US work authorization", "not shown"),
        ("US work permit pending", "not shown"),
        ("Nationality: American. US citizen. Lives in Austin, TX", "not shown"),
        ("", "not shown"),
    ],
)
def test_a_permit_is_said_and_never_inferred(said: str, expected: str) -> None:
    resume = RESUME.replace("Willing to travel.", said)
    assert (
        of(Permit("must", "authorized to work in the US", 2, ("US",)), resume).outcome == expected
    )


def test_a_language_does_not_tell_a_permit() -> None:
    """German (native), in Berlin: nothing of it says that a permit is there."""
    assert of(Permit("must", "EU work permit", 2, ("EU",))).outcome == "not shown"


def test_a_level_that_words_stand_for_is_told_as_about_that() -> None:
    found = of(Language("must", "fluent French", 2, ("French",), "C1", "fluent"))
    assert (found.asked, found.shown) == ("French, fluent (about C1)", "French: about C1")
    assert of(Language("must", "German C1", 2, ("German",), "C1", "C1")).asked == "German, C1"


def test_work_permits_of_a_building_site_are_none_of_a_person() -> None:
    resume = RESUME.replace("Wrote reports in SQL", "Arranged work permits for hot and cold jobs")
    assert of(Permit("must", "work permit", 2, ()), resume).outcome == "not shown"
    resume = RESUME.replace("Willing to travel.", "Holds a work permit.")
    assert of(Permit("must", "work permit", 2, ()), resume).outcome == "met"


@pytest.mark.parametrize(
    ("held", "subject", "expected"),
    [
        ("B.Tech, Mechanical", "engineering", "met"),
        ("B.E. in Electrical Engg", "electrical engineering", "met"),
        ("MBA", "business administration", "met"),
        ("LLB", "law", "met"),
        ("B.Com", "engineering", "partly"),
        ("BSc", "physics", "to check"),
    ],
)
def test_subjects_in_short(held: str, subject: str, expected: str) -> None:
    resume = RESUME.replace("Bachelor of Science in Computer Science", held)
    assert of(degree("bachelor", subject), resume).outcome == expected


@pytest.mark.parametrize(
    "demand",
    [
        Certificate("must", "CCNA", 2, ("CCNA",)),
        Language("must", "French", 2, ("French",)),
        Mobility("must", "travel", 2, "travel"),
        Permit("must", "authorized to work", 2, ()),
    ],
)
def test_what_nobody_can_see_shows_nothing(demand: Demand) -> None:
    resume = RESUME.replace("Willing to travel.", "Willing to travel. Authorized to work.")
    seen = parse(from_text(resume))
    unseen = replace(seen, passages=tuple(replace(p, hidden=True) for p in seen.passages))
    asked = Requirements(demands=(demand,))
    outcomes = [next(compared(asked, r, (), dt.date(2026, 1, 1))).outcome for r in (seen, unseen)]
    assert outcomes == ["met", "not shown"]
