"""The reading order of PDF pages: columns kept apart, lines kept whole, running heads told."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from atscheck.documents.assemble import from_text
from tests.documents.pdf.reading import read, texts
from tests.support.make_pdf import HEIGHT, lines

LEFT = ["Skills", "Python", "SQL", "Docker", "Linux", "Bash"]
RIGHT = [
    "Experience",
    "Engineer at Acme from 2019 on, in the core team",
    "Built the billing service that ten teams use daily",
    "Cut the cost of storage by a third within a year",
    "Wrote the guide that new colleagues start from",
    "Ran the incident reviews for two years in a row",
]


@pytest.mark.parametrize("row_by_row", [False, True], ids=["column by column", "row by row"])
def test_columns_are_kept_apart(row_by_row: bool) -> None:
    def page(canvas: Canvas) -> None:
        if row_by_row:  # drawn alternately, but with lines that do not sit on one another's
            for i, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
                lines(canvas, 60, 80 + 19 * i, [left])
                lines(canvas, 220, 80 + 14 * i, [right])
        else:
            lines(canvas, 60, 80, LEFT)
            lines(canvas, 220, 80, RIGHT)

    document = read(page)
    assert texts(document) == [*LEFT, *RIGHT]
    assert document.columns == 2
    assert document.reading_order == (1.0 if not row_by_row else document.reading_order)


def test_stored_order_that_differs_is_measured() -> None:
    def page(canvas: Canvas) -> None:
        for i in reversed(range(6)):
            lines(canvas, 60, 80 + 20 * i, [f"Line number {i} of the page"])

    document = read(page)
    assert texts(document) == [f"Line number {i} of the page" for i in range(6)]
    assert document.reading_order == 0.0


def test_flush_right_dates_stay_on_their_line() -> None:
    def page(canvas: Canvas) -> None:
        for i, (job, date) in enumerate(
            [
                ("Engineer, Acme", "2019 - 2021"),
                ("Analyst, Sample", "2017 - 2019"),
                ("Intern, Demo", "2016"),
            ]
        ):
            lines(
                canvas, 60, 80 + 60 * i, [job, "Built things that people use every day of the week"]
            )
            canvas.drawRightString(550, HEIGHT - 80 - 60 * i, date)

    document = read(page)
    assert texts(document)[0] == "Engineer, Acme\t2019 - 2021"
    assert texts(document)[2] == "Analyst, Sample\t2017 - 2019"
    assert document.columns == 1


def test_bullets_drawn_apart_stay_with_their_text() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 72, ["Ana Example", "Engineer", "", "Education", "School of Rome"])
        lines(canvas, 400, 72, ["ana@example.org", "+1 555 0100", "example.org", "Rome", "2024"])
        for i, text in enumerate(("Best of the year", "Courses in " + "many things " * 8)):
            canvas.drawString(72, HEIGHT - 146 - 14 * i, "•")
            canvas.drawString(89, HEIGHT - 146 - 14 * i, text)

    found = texts(read(page))
    assert "• Best of the year" in found
    assert found[-1].startswith("• Courses in many things")


@pytest.mark.parametrize(("mark", "count"), [("-", 3), ("-", 2), ("o", 3)])
def test_dashes_drawn_apart_are_marks_where_there_are_three(mark: str, count: int) -> None:
    """So that the column begins where they stand: else they are cells of the other column."""

    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 80, LEFT[: count + 1])
        for i in range(count):
            lines(canvas, 300, 84 + 14 * i, [mark])
            lines(canvas, 320, 84 + 14 * i, [f"Statement number {i} of what was done"])

    first = "Statement number 0 of what was done"
    found = texts(read(page))
    assert (f"{mark} {first}" in found) == (count == 3)
    assert (found[: count + 1] == LEFT[: count + 1]) == (count == 3)


def test_dates_in_a_margin_stay_with_what_they_date() -> None:
    def page(canvas: Canvas) -> None:
        for i in range(5):
            lines(canvas, 60, 80 + 50 * i, [f"201{i} - 201{i + 1}"])
            lines(canvas, 160, 80 + 50 * i, [f"Engineer at Example {i}"], font="Times-Bold")
            lines(canvas, 160, 94 + 50 * i, ["Built the billing service that ten teams use"])

    document = read(page)
    assert texts(document)[:3] == [
        "2010 - 2011\tEngineer at Example 0",
        "Built the billing service that ten teams use",
        "2011 - 2012\tEngineer at Example 1",
    ]
    assert document.columns == 1


def test_an_icon_two_lines_high_does_not_join_them() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 100, ["•"], size=24)
        lines(canvas, 90, 93, ["Award of the year"], font="Helvetica-Bold")
        lines(canvas, 90, 104, ["for the best service"])

    found = texts(read(page))
    assert "Award of the year" in " ".join(found)
    assert not any("year for" in line or "yearfor" in line for line in found)


def test_rows_of_a_table_are_lines() -> None:
    def page(canvas: Canvas) -> None:
        for i, row in enumerate((("Degree", "School", "Year"), ("BSc", "Rome", "2012"))):
            for x, cell in zip((72, 200, 350), row, strict=True):
                lines(canvas, x, 72 + 20 * i, [cell])

    assert texts(read(page)) == ["Degree\tSchool\tYear", "BSc\tRome\t2012"]


def test_stored_order_is_kept_finer_than_lines() -> None:
    def page(canvas: Canvas) -> None:
        for i, date in enumerate(("2019", "2017", "2015")):
            lines(canvas, 500, 80 + 60 * i, [date])
        for i, job in enumerate(("Engineer", "Analyst", "Intern")):
            lines(canvas, 60, 80 + 60 * i, [job, "Built the billing service"])
        lines(canvas, 60, 300, ["Rome", "Oslo"])

    document = read(page, lambda c: lines(c, 60, 80, ["Page two"]))
    assert texts(document)[:2] == ["Engineer\t2019", "Built the billing service"]
    assert document.in_stored_order() == (
        *("2019", "2017", "2015"),
        *("Engineer", "Built the billing service"),
        *("Analyst", "Built the billing service"),
        *("Intern", "Built the billing service"),
        *("Rome", "Oslo", "Page two"),
    )
    pieces = [document.quote(piece.span) for piece in document.lines[0].pieces]
    assert pieces == ["Engineer", "2019"]
    assert document.reading_order == pytest.approx(8 / 11)


def test_lines_stored_in_pieces_that_follow_one_another_are_whole() -> None:
    def page(canvas: Canvas) -> None:
        for i, date in enumerate(("2019", "2017")):
            lines(canvas, 60, 80 + 20 * i, ["Engineer"])
            lines(canvas, 500, 80 + 20 * i, [date])

    document = read(page)
    assert document.in_stored_order() == ("Engineer\t2019", "Engineer\t2017")
    assert document.reading_order == 1.0
    assert from_text("Analyst\n\nIntern").in_stored_order() == ("Analyst", "Intern")


def _band(canvas: Canvas, top: float) -> None:
    lines(canvas, 60, top, LEFT)
    lines(canvas, 300, top + 4, RIGHT)


def test_what_follows_two_columns_is_none_of_them() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 60, ["Ana Example"], size=20)
        _band(canvas, 100)
        lines(canvas, 60, 220, ["Education", "School of Rome"])
        lines(canvas, 480, 234, ["2012 - 2014"])
        lines(canvas, 60, 248, ["Courses in " + "many things " * 8])

    assert texts(read(page)) == [
        "Ana Example",
        *LEFT,
        *RIGHT,
        *("Education", "School of Rome\t2012 - 2014"),
        "Courses in " + "many things " * 7 + "many things",
    ]


def test_text_in_the_column_is_not_cut_off_it() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 60, ["Ana Example"])
        lines(canvas, 300, 66, ["Profile", "An engineer of services"])
        _band(canvas, 100)

    assert texts(read(page)) == [
        *("Ana Example", *LEFT),
        *("Profile", "An engineer of services", *RIGHT),
    ]


@pytest.mark.parametrize("headed", [True, False])
def test_short_lists_side_by_side_are_columns_if_headed(headed: bool) -> None:
    def page(canvas: Canvas) -> None:
        for x, heading, items in ((60, "Lisbon", LEFT[1:]), (300, "Oslo", LEFT[1:])):
            font = "Helvetica-Bold" if headed else "Helvetica"
            lines(canvas, x, 100, [heading], font=font)
            lines(canvas, x, 114, items)

    document = read(page)
    assert document.columns == (2 if headed else 1)
    assert texts(document)[1] == ("Python" if headed else "Python\tPython")


def test_dates_stored_as_a_block_of_their_own_stay_with_their_jobs() -> None:
    def page(canvas: Canvas) -> None:
        for i, job in enumerate(("Engineer", "Analyst", "Intern", "Trainee")):
            lines(canvas, 60, 80 + 40 * i, [f"{job}, Acme", "Built the billing service"])
        for i in range(4):
            lines(canvas, 500, 81.5 + 40 * i, [f"201{i} - 201{i + 1}"])

    assert texts(read(page)) == [
        line
        for i, job in enumerate(("Engineer", "Analyst", "Intern", "Trainee"))
        for line in (f"{job}, Acme\t201{i} - 201{i + 1}", "Built the billing service")
    ]


@pytest.mark.parametrize("heads", [("Skills", "Interests", "Awards"), ("Lisbon", "Oslo", "Rome")])
def test_lists_stored_one_by_one_are_columns_under_known_headings(heads: tuple[str, ...]) -> None:
    """Text boxes of a word processor: stored last, and the right one first."""
    lists = [[head, *LEFT[1 : 6 - i]] for i, head in enumerate(heads)]

    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 60, ["Ana Example"])
        lines(canvas, 60, 200, ["Profile", "An engineer of services " * 4])
        for i in (2, 1, 0):
            lines(canvas, 60 + 140 * i, 90, lists[i])

    found = texts(read(page))
    after = ["Profile", ("An engineer of services " * 4).strip()]
    if heads[0] == "Skills":
        assert found == ["Ana Example", *(line for side in lists for line in side), *after]
    else:
        assert found[1:3] == ["Lisbon\tOslo\tRome", "Python\tPython\tPython"]


def test_two_bands_of_columns_with_lines_across_between() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 80, LEFT)
        lines(canvas, 300, 80, RIGHT)
        lines(canvas, 60, 180, ["Engineer, Acme", "Built the billing service"])
        lines(canvas, 480, 180, ["2012 - 2014"])
        lines(canvas, 60, 220, LEFT)
        lines(canvas, 300, 220, RIGHT)

    across = ["Engineer, Acme\t2012 - 2014", "Built the billing service"]
    assert texts(read(page)) == [*LEFT, *RIGHT, *across, *LEFT, *RIGHT]


@pytest.mark.parametrize("high", [2, 3], ids=["two lines high", "three lines high"])
def test_an_initial_begins_its_first_line(high: int) -> None:
    rest = ["ngineer of services", "who builds things that last", "and likes to write", "about it"]

    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 76 + 14 * high, ["E"], size=14 * high + 2)
        lines(canvas, 78 + 10 * high, 90, rest[:high])
        lines(canvas, 72, 90 + 14 * high, rest[high:])

    assert texts(read(page)) == [f"E{rest[0]}", *rest[1:]]


def test_a_letter_as_large_as_its_line_begins_no_word() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 90, ["E"])
        lines(canvas, 84, 90, ["ngineer of services"])

    assert texts(read(page)) == ["E ngineer of services"]
