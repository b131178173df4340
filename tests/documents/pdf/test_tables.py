"""Tables of PDF pages: told by the lines drawn of them, read row by row and cell by cell."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from atscheck.documents.model import Box
from atscheck.documents.pdf.grids import Grid, Rule, Rules, grids
from tests.documents.pdf.reading import read, texts
from tests.support.make_pdf import HEIGHT, lines

Table = Sequence[Sequence[Sequence[str]]]
XS = (60.0, 180.0, 340.0, 480.0)
ROWS: Table = [
    [["Degree"], ["School"], ["Year"]],
    [["Bachelor of", "Technology"], ["University of", "Rome"], ["2012"]],
    [["Diploma"], ["School of Oslo"], ["2009"]],
]


def draw(canvas: Canvas, table: Table, top: float = 100, edges: str = "strokes") -> None:
    """A table with lines around each cell; the text of each cell is drawn on its own."""
    for row in table:
        height = 14 * max(len(cell) for cell in row) + 6
        for i, cell in enumerate(row):
            x, width = XS[i], XS[i + 1] - XS[i]
            if edges == "strokes":
                canvas.rect(x, HEIGHT - top - height, width, height)
            elif edges == "thin areas":
                for dx, dy, w, h in ((0, 0, width, 0.5), (0, height, width, 0.5)):
                    canvas.rect(x + dx, HEIGHT - top - dy, w, h, stroke=0, fill=1)
                for dx in (0.0, width):
                    canvas.rect(x + dx, HEIGHT - top - height, 0.5, height, stroke=0, fill=1)
            lines(canvas, x + 4, top + 14, list(cell))
        top += height


@pytest.mark.parametrize("edges", ["strokes", "thin areas"])
def test_rows_of_values_are_lines_also_where_cells_wrap(edges: str) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 60, ["Education"])
        draw(canvas, ROWS, edges=edges)
        lines(canvas, 60, 300, ["Skills"])

    document = read(page)
    assert texts(document) == [
        "Education",
        "Degree\tSchool\tYear",
        "Bachelor of Technology\tUniversity of Rome\t2012",
        "Diploma\tSchool of Oslo\t2009",
        "Skills",
    ]
    assert [line.origin for line in document.lines] == ["body", *["table"] * 3, "body"]
    assert document.columns == 1


def test_a_label_stands_on_the_first_line_of_its_value() -> None:
    def page(canvas: Canvas) -> None:
        draw(
            canvas,
            [
                [["Programming"], ["Python, SQL", "and Bash"]],
                [["Tools"], ["Docker"]],
                [["Wrapped", "label"], ["Linux", "and Git"]],
            ],
        )

    assert texts(read(page)) == [
        "Programming\tPython, SQL",
        "and Bash",
        "Tools\tDocker",
        "Wrapped",
        "label",
        "Linux",
        "and Git",
    ]


def test_cells_whose_text_is_drawn_in_one_go_are_parted() -> None:
    def page(canvas: Canvas) -> None:
        draw(canvas, [[[""], [""], [""]], [[""], [""], [""]]])
        lines(canvas, 150, 114, ["Diploma Oslo"])
        lines(canvas, 150, 134, ["Overflowing Rome"])

    assert texts(read(page)) == ["Diploma\tOslo", "Overflowing\tRome"]


def test_a_cell_over_two_rows_is_read_once_with_the_first() -> None:
    def page(canvas: Canvas) -> None:
        for y in (100, 140):
            canvas.line(60, HEIGHT - y, 480, HEIGHT - y)
        canvas.line(180, HEIGHT - 120, 480, HEIGHT - 120)
        for x in XS:
            canvas.line(x, HEIGHT - 100, x, HEIGHT - 140)
        lines(canvas, 64, 124, ["Diploma"])
        for i, (a, b) in enumerate((("first term", "1.3"), ("second term", "1.7"))):
            lines(canvas, 184, 114 + 20 * i, [a])
            lines(canvas, 344, 114 + 20 * i, [b])

    assert texts(read(page)) == ["Diploma\tfirst term\t1.3", "second term\t1.7"]


@pytest.mark.parametrize(("height", "is_table"), [(12, True), (13, False)])
def test_long_texts_side_by_side_are_no_table(height: int, is_table: bool) -> None:
    left = [f"skill {i}" for i in range(height)]
    right = [f"Statement number {i} of" for i in range(height)]

    document = read(lambda c: draw(c, [[["Skills"], ["Work"]], [left, right]]))
    assert {line.origin for line in document.lines} == {"table" if is_table else "body"}


def test_frames_around_text_are_no_table() -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(40, 40, 520, 700)
        for top in (100, 200, 300):
            canvas.line(40, HEIGHT - top, 560, HEIGHT - top)
            lines(canvas, 60, top + 14, ["Heading", f"Text under rule {top} with 2019"])

    assert {line.origin for line in read(page).lines} == {"body"}


def test_text_in_the_frame_of_a_table_is_none_of_it() -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(60, HEIGHT - 100, 420, 40)
        lines(canvas, 64, 74, ["Above"])
        draw(canvas, ROWS)

    document = read(page)
    assert [line.origin for line in document.lines] == ["body", *["table"] * 3]


def _square(count: int, step: float = 20) -> Rules:
    rules = Rules()
    for i in range(count):
        rules.add([(0, step * i), (100, step * i)], stroked=True)
        rules.add([(step * i, 0), (step * i, step * (count - 1))], stroked=True)
    return rules


def test_grids_are_lines_that_meet() -> None:
    (frame,) = grids(_square(2, step=100))
    assert frame.is_frame
    assert frame.box(1) == Box(1, 0, 0, 100, 100)
    (grid,) = grids(_square(3))
    assert not grid.is_frame
    assert (grid.xs, grid.ys) == ((0, 20, 40, 100), (0, 20, 40))
    assert grids(_square(500)) == []


def test_lines_that_nearly_meet_make_a_grid() -> None:
    def crossing(gap: float) -> list[Grid]:
        rules = Rules()
        for y in (0, 20, 40):
            rules.add([(0, y), (100, y)], stroked=True)
        for x in (0, 50, 100):
            rules.add([(x, gap), (x, 20), (x, 40)], stroked=True)
        rules.down = [Rule(rule.at, max(rule.start, gap), rule.end - gap) for rule in rules.down]
        return grids(rules)

    assert crossing(3)
    assert [grid.ys[0] for grid in crossing(12)] == [12]


@pytest.mark.parametrize(
    ("corners", "stroked", "across", "down"),
    [
        ([(0, 0), (50, 0)], True, 1, 0),
        ([(0, 0), (0, 50)], True, 0, 1),
        ([(0, 0), (50, 50)], True, 0, 0),
        ([(0, 0), (4, 0)], True, 0, 0),
        ([(0, 0), (50, 0), (50, 2.4), (0, 2.4)], False, 1, 0),
        ([(0, 0), (50, 0), (50, 2.6), (0, 2.6)], False, 0, 0),
        ([(0, 0), (50, 0), (50, 30), (0, 30), (0, 0)], True, 2, 2),
    ],
)
def test_lines_are_strokes_and_areas_as_thin(
    corners: list[tuple[float, float]], stroked: bool, across: int, down: int
) -> None:
    rules = Rules()
    rules.add(corners, stroked=stroked)
    assert (len(rules.across), len(rules.down)) == (across, down)


def _plain(canvas: Canvas, table: Table, xs: Sequence[float], by_line: bool = False) -> None:
    """A table without lines, its text stored cell by cell or line by line."""
    top = 100.0
    for row in table:
        height = max(len(cell) for cell in row)
        for k in range(height if by_line else 1):
            for x, cell in zip(xs, row, strict=True):
                lines(
                    canvas, x, top + 12 * k, list(cell[k : k + 1] if by_line else cell), leading=12
                )
        top += 12 * height + 6


@pytest.mark.parametrize("by_line", [False, True], ids=["cell by cell", "line by line"])
def test_cells_without_lines_are_told_by_how_they_are_stored(by_line: bool) -> None:
    rows = [
        [["carpentry", "welding"], ["5 years"], ["map", "reading"]],
        [["singing"], ["12 years"], ["grafting"]],
    ]
    found = texts(read(lambda c: _plain(c, rows, (60, 200, 340), by_line)))
    assert found[0] == (
        "carpentry\t5 years\tmap" if by_line else "carpentry welding\t5 years\tmap reading"
    )
    assert found[-1] == "singing\t12 years\tgrafting"


def test_wrapped_labels_beside_wrapped_values() -> None:
    rows = [
        [["Teaching for", "3 years"], ["grafting, first aid", "and bread making"]],
        [["Languages for", "9 years"], ["tree felling"]],
        [["Trades for", "7 years"], ["sound mixing"]],
        [["Crafts"], ["welding and", "kiln firing"]],
    ]
    assert texts(read(lambda c: _plain(c, rows, (60, 200)))) == [
        *("Teaching for", "3 years", "grafting, first aid", "and bread making"),
        *("Languages for", "9 years", "tree felling"),
        *("Trades for", "7 years", "sound mixing"),
        *("Crafts\twelding and", "kiln firing"),
    ]


def test_a_title_of_two_lines_keeps_its_date() -> None:
    rows = [
        [["Engineer for services", "in the core team"], ["2019"]],
        [["Analyst of services", "in the north"], ["2017"]],
    ]
    assert texts(read(lambda c: _plain(c, rows, (60, 480)))) == [
        *("Engineer for services\t2019", "in the core team"),
        *("Analyst of services\t2017", "in the north"),
    ]


def test_tables_are_counted_once_also_over_two_pages() -> None:
    def first(canvas: Canvas) -> None:
        draw(canvas, ROWS)
        lines(canvas, 60, 300, ["Further education"])
        draw(canvas, ROWS, top=600)

    document = read(first, lambda canvas: draw(canvas, ROWS, top=60))
    (loss,) = [loss for loss in document.losses if loss.kind == "tables"]
    assert loss.message.startswith("2 tables: ")
    assert loss.span is not None
    assert document.quote(loss.span) == "\n".join(texts(document)[:3])
