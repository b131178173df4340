"""The spaces of lines: told from drawn ones and from gaps, on both sides of each threshold."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from atscheck.documents.pdf.spacing import hundredths
from tests.documents.pdf.reading import drawn, read, texts
from tests.support.make_pdf import HEIGHT, lines

EM = 10.0


def _placed(*words: tuple[str, float]) -> str:
    """A content stream of words, each shown that far behind the one before, in em."""
    x, shows = 72.0, []
    for word, gap in words:
        x += gap * EM
        shows.append(f"1 0 0 1 {x:.2f} 700 Tm ({word}) Tj")
        x += 0.5 * EM * len(word)  # the letters of the test font are half an em wide
    return f"BT /F {EM:.0f} Tf {' '.join(shows)} ET"


@pytest.mark.parametrize(("gap", "text"), [(0.13, "codework"), (0.17, "code work")])
def test_gaps_as_wide_as_a_space_are_one(gap: float, text: str) -> None:
    assert texts(drawn(_placed(("code", 0), ("work", gap)))) == [text]
    apart = _placed(("code", 0), ("and", 20), ("work", gap - 20 - 1.5), ("end", 0.5))
    assert texts(drawn(apart))[0].startswith(text)  # the same for runs that the file stores apart


@pytest.mark.parametrize("gap", [0.04, 0.06, 0.4, 0.65])
def test_letter_spaced_type_is_closed_up(gap: float) -> None:
    letters = [(letter, gap if i else 0.0) for i, letter in enumerate("SKILLS")]
    more = [("A", gap + 0.3), ("S", gap)]
    assert texts(drawn(_placed(*letters, *more))) == ["SKILLS AS"]


@pytest.mark.parametrize(("gap", "text"), [(1.9, "code work"), (2.1, "code\twork")])
def test_wide_gaps_are_tabs(gap: float, text: str) -> None:
    assert texts(drawn(_placed(("code", 0), ("work", gap)))) == [text]
    spaces = int(gap / 0.5)
    rest = gap - spaces * 0.5
    assert texts(drawn(_placed(("code" + " " * spaces, 0), ("work", rest)))) == [text]


@pytest.mark.parametrize("by_spaces", [True, False], ids=["spaces drawn", "words placed"])
def test_even_gaps_of_a_justified_line_are_no_cells(by_spaces: bool) -> None:
    gap = 2.4
    words = ["built", "it", "for", "ten", "teams"]
    if by_spaces:
        shows = [(words[0], 0.0), *((f" {word}", gap - 0.5) for word in words[1:])]
    else:
        shows = [(words[0], 0.0), *((word, gap) for word in words[1:])]
    assert texts(drawn(_placed(*shows))) == ["built it for ten teams"]
    assert texts(drawn(_placed(*shows[:4]))) == ["built\tit\tfor\tten"]
    uneven = [*shows[:-1], (shows[-1][0], shows[-1][1] + 0.4)]
    assert texts(drawn(_placed(*uneven))) == ["built\tit\tfor\tten\tteams"]


def test_a_row_of_words_in_a_table_has_its_cells() -> None:
    def page(canvas: Canvas) -> None:
        for i, row in enumerate(
            (("Degree", "School", "Town", "Year", "Grade"), ("BSc", "Oslo", "Oslo", "2012", "A"))
        ):
            for x, cell in zip((60, 160, 260, 360, 460), row, strict=True):
                lines(canvas, x, 72 + 20 * i, [cell])

    assert texts(read(page))[0] == "Degree\tSchool\tTown\tYear\tGrade"


@pytest.mark.parametrize(("gap", "text"), [(0.03, "gmail"), (0.07, "gm ail")])
def test_a_space_under_the_next_letter_is_none(gap: float, text: str) -> None:
    content = _placed(("gm", 0), (" ", 0), ("ail", gap - 0.5))
    assert texts(drawn(content)) == [text]


@pytest.mark.parametrize(("gap", "text"), [(0.03, "gmail"), (0.07, "gm ail")])
def test_a_space_under_the_letter_before_is_none(gap: float, text: str) -> None:
    content = _placed(("gm", 0), (" ", -0.5), ("ail", gap))
    assert texts(drawn(content)) == [text]


def test_spaces_between_letters_without_widths_stay() -> None:
    assert texts(read(lambda c: c.drawString(72, HEIGHT - 72, "Ana Example"))) == ["Ana Example"]


@pytest.mark.parametrize(
    ("gaps", "parted"),
    [
        ((0.13, 0.13, 0.13, 0.14), True),
        ((0.13, 0.13, 0.13, 0.16), True),
        ((0.13, 0.13, 0.0, 0.0), False),  # too few to tell
        ((0.09, 0.09, 0.09, 0.09), False),  # kerning
        ((0.12, 0.21, 0.21, 0.21), False),  # not alike
        ((0.13, 0.13, 0.13, 0.08), False),  # the smaller ones are near
    ],
)
def test_alike_gaps_of_a_line_set_tight_are_spaces(gaps: tuple[float, ...], parted: bool) -> None:
    words = ["Built", "hybrid", "platforms", "across", "regions"]
    (text,) = texts(drawn(_placed(*zip(words, (0.0, *gaps), strict=True))))
    assert text.startswith("Built hybrid platforms" if parted else "Builthybrid")
    drawn_too = [*zip(words, (0.0, *gaps), strict=True), (" ", 0.0), ("too", 0.0)]
    assert texts(drawn(_placed(*drawn_too)))[0].startswith("Builthybrid")


def test_a_number_set_apart_digit_by_digit_is_one() -> None:
    digits = zip("4450123", (0.0, 0.14, 0.14, 0.0, 0.14, 0.0, 0.0), strict=True)
    assert texts(drawn(_placed(*digits))) == ["4450123"]


@given(st.lists(st.integers(-10_000, 2_000_000).map(lambda n: n * 0.0005) | st.floats(-1e6, 1e6)))
@example([0.125, 72.105, 1.005, float("inf"), -float("inf"), 1e300])
def test_hundredths_are_what_round_gives(values: list[float]) -> None:
    assert hundredths(values) == [round(value, 2) for value in values]
