"""The name of the person."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from atscheck import documents
from atscheck.resume import parse
from tests.support.make_pdf import lines, make_pdf


@pytest.mark.parametrize(
    ("top", "name"),
    [
        ("Ana Example", "Ana Example"),
        ("ANA M. EXAMPLE, MBA", "ANA M. EXAMPLE"),
        ("Ana Example | Data Engineer", "Ana Example"),
        ("Dr. Ana Example", "Ana Example"),
        ("Resume of Ana Example", "Ana Example"),
        ("CURRICULUM VITAE\nAna Example", "Ana Example"),
        ("Data Engineer\nAna Example", "Ana Example"),
        ("Name: Ana Example", "Ana Example"),
        ("Personal\tName\t:\tAna Example Profile\tNationality : none", "Ana Example"),
        ("Ana de la Example", "Ana de la Example"),
        ("Ana Example M.Sc.", "Ana Example"),
        ("Ana Example Resume", "Ana Example"),
        ("Tamil Nadu\nAna Example", "Ana Example"),
        ("12 Acorn Road\tAna Example\tana.dev", "Ana Example"),
        ("Most proud of", None),
        ("12 Acorn Avenue", None),
        ("CURRICULUM VITAE", None),
    ],
)
def test_names(top: str, name: str | None) -> None:
    text = f"{top}\n\nEXPERIENCE\nClerk, Acme Ltd, 2019 - 2021\n"
    assert parse(documents.read(text.encode(), path="x.txt")).contact.name == name


@pytest.mark.parametrize(
    ("top", "email", "name"),
    [
        ("ANA EXAMPLE Mumbai", "ana.e@example.org", "ANA EXAMPLE"),
        ("Ana Example New Delhi", "example@example.org", "Ana Example"),
        ("Ana Example Austin", "ana.austin@example.org", "Ana Example Austin"),
        ("Ana Example Austin", "info@example.org", "Ana Example Austin"),
        ("Ana Austin", "ana@example.org", "Ana Austin"),
    ],
)
def test_a_place_behind_a_name(top: str, email: str, name: str) -> None:
    text = f"{top}\n{email}\n\nEDUCATION\nBSc\n"
    assert parse(documents.read(text.encode(), path="x.txt")).contact.name == name


def test_the_address_tells_which_of_two_names_it_is() -> None:
    text = "Ruth Sample\nAna Example\nana.example@example.org\n\nEDUCATION\nBSc\n"
    assert parse(documents.read(text.encode(), path="x.txt")).contact.name == "Ana Example"


def test_a_name_among_the_references_is_somebody_else_s() -> None:
    text = "ana@example.org\n\nEDUCATION\nBSc\n\nREFERENCES\nName: Ruth Sample\n"
    assert parse(documents.read(text.encode(), path="x.txt")).contact.name is None


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ([("Tea Bread", 10, False), ("Ana Example", 18, False)], "Ana Example"),
        ([("Ana Example", 10, False), *[("12", 10, False)] * 2, ("Tea Bread", 10, True)],
         "Ana Example"),
        ([("Ana", 18, True), ("Example", 18, True)], "Ana Example"),
        ([("Ana", 10, True), ("Example", 10, True)], "Ana"),
    ],
)  # fmt: skip
def test_size_weight_and_place_of_a_name(rows: list[tuple[str, int, bool]], name: str) -> None:
    def draw(canvas: Canvas) -> None:
        for i, (text, size, bold) in enumerate(rows):
            font = "Helvetica-Bold" if bold else "Helvetica"
            lines(canvas, 60, 40 + 20 * i, [text], size=size, font=font)
        lines(canvas, 60, 140, ["EXPERIENCE", *["Kept the books of nine shops in town"] * 4])

    assert parse(documents.read(make_pdf(draw), path="x.pdf")).contact.name == name
