"""A letter in one file with a resume: no statement, contact or position comes from it."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from atscheck import documents
from atscheck.resume import parse
from atscheck.resume.letters import find_letters
from atscheck.resume.model import Resume
from tests.support.make_pdf import lines, make_pdf

SENDER = "Ana Example\nana@example.org\n"
ADDRESSEE = "To,\nRuth Sample, Manager\nAcme Ltd, 12 Mill Lane\nhr@acme.example, +1 415 555 2671\n"
MATTER = (
    "I managed the shop of Acme Ltd as Clerk from 2011 to 2013 and cut its costs by 20%.\n"
    "Built all of the shelves, with some help, over many a long night.\n"
)
RESUME = (
    "CURRICULUM VITAE\nMob. +1 415 555 0199\n\n"
    "EXPERIENCE\nClerk, Bank Ltd, 2016 - 2018\n• Kept books\n"
)


def resume_of(text: str) -> Resume:
    return parse(documents.read(text.encode(), path="x.txt"))


@pytest.mark.parametrize("salutation", ["Dear Ms Sample,", "Sir/Madam,", "To whom it may concern:"])
@pytest.mark.parametrize("closing", ["Yours sincerely,", "Thank you for your time\nKind regards"])
def test_what_stands_in_a_letter_is_not_filed(salutation: str, closing: str) -> None:
    letter = f"{ADDRESSEE}{salutation}\n{MATTER}{closing}"
    resume = resume_of(f"{SENDER}{letter}\nAna Example\n\n{RESUME}")
    (section,) = (s for s in resume.sections if s.kind == "letter")
    assert resume.document.quote(section.span) == letter
    assert resume.contact.name == "Ana Example"
    assert resume.contact.email == "ana@example.org"
    assert resume.contact.phone == "+1 415 555 0199"
    assert [p.organisation for p in resume.positions] == ["Bank Ltd"]
    assert [s.passage.text for s in resume.statements] == ["Kept books"]
    assert not any(p.in_context for p in resume.passages if p.section == "letter")


def test_a_letter_behind_the_resume_belongs_to_no_section_of_it() -> None:
    letter = f"Dear Sir,\n{MATTER}Yours faithfully"
    resume = resume_of(f"{SENDER}\n{RESUME}\n{letter}\n")
    assert [s.kind for s in resume.sections] == ["contact", "experience", "letter", "experience"]
    assert [s.passage.text for s in resume.statements] == ["Kept books"]


@pytest.mark.parametrize(
    "text",
    [
        f"Dear Sir,\n{MATTER}",
        f"{MATTER}Yours faithfully,\nAna Example",
        f"DECLARATION\nAll is true.\nSir,\nYours faithfully\n{MATTER}",
        f"Dear to many of us and known for it all over the town was the shop\n{MATTER}Thanks",
    ],
)
def test_a_salutation_or_a_closing_alone_is_no_letter(text: str) -> None:
    assert list(find_letters(documents.read(text.encode(), path="x.txt"))) == []


def test_a_letter_ends_at_its_first_closing() -> None:
    document = documents.read(
        f"Dear Sir,\n{MATTER}Yours faithfully\n\n{RESUME}Thank you\n".encode(), path="x.txt"
    )
    (letter,) = find_letters(document)
    assert document.quote(letter).endswith("Yours faithfully")


def test_a_closing_far_below_a_salutation_is_of_no_letter() -> None:
    text = f"Dear Sir,\n{MATTER * 40}Yours faithfully\n"
    assert list(find_letters(documents.read(text.encode(), path="x.txt"))) == []


def test_the_addressee_stands_on_the_page_of_the_salutation() -> None:
    def first(canvas: Canvas) -> None:
        lines(canvas, 60, 40, ["Ana Example", "EXPERIENCE", "To, and from, Acme Ltd by boat"])

    def second(canvas: Canvas) -> None:
        lines(canvas, 60, 40, ["Dear Sir,", *MATTER.splitlines(), "Yours faithfully"])

    document = documents.read(make_pdf(first, second), path="x.pdf")
    (letter,) = find_letters(document)
    assert document.quote(letter).startswith("Dear Sir,")
