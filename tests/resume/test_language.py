"""The language of a text, and what is said of a resume in another one than English."""

from __future__ import annotations

import datetime as dt

import pytest

from atscheck.checks import RULES
from atscheck.checks.rule import Sample
from atscheck.documents.assemble import from_text
from atscheck.report import Report
from atscheck.resume.language import ENOUGH, language_of
from atscheck.scan import check
from atscheck.skills.model import Keyword, Target, Term

EXCEL = Keyword("Excel", (Term("Excel"),), "must")


def text_of(code: str, number: int) -> str:
    example = RULES[code].bad[number]
    assert not isinstance(example, Sample)
    return example


GERMAN, FRENCH, SPANISH, _ = (text_of("PA503", n) for n in range(4))
POLISH, ITALIAN, SWEDISH, RUSSIAN = (text_of("PA502", n) for n in range(4))


def report(text: str, language: str = "en") -> Report:
    target = Target("pack", "p", "P", (EXCEL,), language=language)
    return check(from_text(text), target, as_of=dt.date(2026, 11, 1))


def rules_of(report: Report) -> set[str]:
    return {finding.rule for finding in report.findings}


@pytest.mark.parametrize(
    ("text", "code", "name", "known"),
    [
        (GERMAN, "de", "German", True),
        (FRENCH, "fr", "French", True),
        (SPANISH, "es", "Spanish", True),
        (POLISH, "pl", "Polish", False),
        (ITALIAN, "it", "Italian", False),
        (SWEDISH, "sv", "Swedish", False),
        (RUSSIAN, "", "Cyrillic letters", False),
    ],
)
def test_a_language_is_told(text: str, code: str, name: str, known: bool) -> None:
    found = language_of(text)
    assert found is not None
    assert (found.code, found.name, found.known) == (code, name, known)


def test_names_and_skills_are_of_no_language() -> None:
    assert language_of("Python Docker Kubernetes Terraform Ansible " * ENOUGH) is None
    assert language_of("Jürgen Müller aus der Stadt und von dem Land") is None


def test_english_with_a_few_words_of_another_language_is_english() -> None:
    english = RULES["PA502"].good[0]
    assert not isinstance(english, Sample)
    found = language_of(f"{english}\nUniversidad de la República, Facultad de Ciencias")
    assert found is not None
    assert found.code == "en"


def test_of_a_language_that_is_not_known_nothing_else_is_said() -> None:
    found = report(POLISH + "\n- Responsible for Excel in einem Team.")
    assert rules_of(found) == {"PA502"}
    assert found.score is None
    assert "Polish" in found.not_scored


def test_english_wording_is_not_asked_of_german() -> None:
    same = report(GERMAN, "de")
    assert "PA503" not in rules_of(same)
    assert not {code[:3] for code in same.heard} & {"AC2", "AC3", "WR1", "WR4", "WR5"}
    assert same.score is not None
    assert [section.kind for section in same.resume.sections][1:] == ["summary", "experience"]
    assert same.resume.positions[0].current


def test_the_pack_should_be_in_the_language_of_the_resume() -> None:
    assert "PA503" in rules_of(report(GERMAN))
    assert "PA503" in rules_of(report(GERMAN, "fr"))
