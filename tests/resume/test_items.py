"""Certificates and languages as they are listed."""

from __future__ import annotations

import pytest

from atscheck import documents
from atscheck.resume import parse
from atscheck.resume.model import Resume


def resume_of(body: str) -> Resume:
    text = f"Ana Example\nana@example.org\n\n{body}\n"
    return parse(documents.read(text.encode(), path="x.txt"))


@pytest.mark.parametrize(
    ("body", "languages"),
    [
        ("LANGUAGES KNOWN\nEnglish, Spanish and Hindi", ["English", "Spanish", "Hindi"]),
        ("LANGUAGES\n• English (fluent)\n• Welsh", ["English (fluent)", "Welsh"]),
        ("PERSONAL DETAILS\nSex: none\nLanguages Known: Odia, Urdu.", ["Odia", "Urdu"]),
        ("LANGUAGES\nTamil - Read, Write and Speak", ["Tamil - Read"]),
        ("SKILLS\nLanguages: C, Java", []),
        ("PERSONAL DETAILS\nNationality: Spanish", []),
    ],
)
def test_languages(body: str, languages: list[str]) -> None:
    resume = resume_of(body)
    assert [item.text for item in resume.languages] == languages
    assert [resume.document.quote(item.span) for item in resume.languages] == languages


def test_certificates() -> None:
    resume = resume_of("CERTIFICATIONS\n• First aid, Red Cross\n• Forklift\n\nSKILLS\nTea, bread")
    assert [item.text for item in resume.certifications] == ["First aid, Red Cross", "Forklift"]
