"""Lines joined to statements, and what kind of passage they make."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from atscheck import documents
from atscheck.documents.assemble import Reading, SourceLine, assemble
from atscheck.documents.model import Box
from atscheck.errors import AtscheckError
from atscheck.resume import parse
from atscheck.resume.kinds import kind_of
from atscheck.resume.model import PassageKind, SectionKind
from tests.support.make_docx import make_docx, paragraph, table
from tests.support.make_pdf import lines, make_pdf

HEAD = "Ana Example\nana@example.org\n\nEXPERIENCE\n"


def texts_of(body: str) -> list[str]:
    resume = parse(documents.read(f"{HEAD}{body}".encode(), path="x.txt"))
    return [p.text for p in resume.passages if p.section == "experience" and p.kind != "heading"]


@pytest.mark.parametrize("mark", ["• ", "- ", "* ", "o ", "1. ", "a) ", "> ", "▪ "])
def test_bullet_marks(mark: str) -> None:
    body = f"{mark}Built a tool that reads bills\n{mark}Sold boats to farmers\n"
    assert texts_of(body) == ["Built a tool that reads bills", "Sold boats to farmers"]


def test_a_mark_before_a_number() -> None:
    assert texts_of("o 7 years with boats\n") == ["7 years with boats"]


def test_a_hyphen_at_a_line_end_stays_where_it_belongs() -> None:
    body = (
        "• Wrote all of the books and then the dash-\n"
        "board for the old and very well-known, well-\nliked bakery\n"
    )
    assert texts_of(body) == [
        "Wrote all of the books and then the dashboard for the old and very well-known, "
        "well-liked bakery"
    ]


def wrapped(*rows: tuple[float, str]) -> list[str]:
    """The statements of a PDF with one job; each row is a line's left edge and text."""

    def draw(canvas: object) -> None:
        lines(canvas, 60, 40, ["Ana Example"], size=18)  # type: ignore[arg-type]
        lines(canvas, 60, 80, ["EXPERIENCE"], size=13)  # type: ignore[arg-type]
        for i, (x, text) in enumerate(rows):
            lines(canvas, x, 100 + 12 * i, [text])  # type: ignore[arg-type]

    resume = parse(documents.read(make_pdf(draw), path="x.pdf"))
    return [p.text for p in resume.passages if p.section == "experience" and p.kind != "heading"]


def test_a_wrapped_item_hangs_at_its_text_or_at_its_mark() -> None:
    first, second = "Kept the books of a bakery with nine shops and paid", "all bills on time"
    for x in (70.0, 60.0):
        found = wrapped((60, f"- {first}"), (x, second), (60, "- Sold boats to many farmers"))
        assert found == [f"{first} {second}", "Sold boats to many farmers"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Diploma of tea and bread from the Acorn College of Ely (2014 - 2016)", "Baking school"),
        (
            "Employer : Acme Boats Limited, the Harbour Road in the city of Ely",
            "Designation  : Cook",
        ),
    ],
)
def test_an_entry_ends_with_its_dates_or_before_a_label(first: str, second: str) -> None:
    assert wrapped((60, first), (60, f"{second} of all that is to be had in the town"))[0] == first


def test_a_statement_does_not_go_on_in_another_column() -> None:
    first, second = "• Kept the books of a bakery with nine shops and paid", "all bills on time"
    left = paragraph("EXPERIENCE") + paragraph("• Sold boats") + paragraph(first)
    right = paragraph("• Baked bread") + paragraph("• Sold it")
    for cells, joined in (
        ([left + paragraph(second), right], True),
        ([left, paragraph(second) + right], False),
    ):
        resume = parse(documents.read(make_docx(table(cells))))
        found = [p.text for p in resume.passages]
        assert (f"{first[2:]} {second}" in found) == joined


def test_a_short_line_goes_on_in_small_letters_only() -> None:
    assert wrapped((60, "A bakery that sells its bread"), (60, "to many hotels on the coast.")) == [
        "A bakery that sells its bread to many hotels on the coast."
    ]
    long = "Kept the books of a bakery with nine shops for all of its many owners in the town."
    rows = [long, "Sold bread to hotels", "Sold the cakes", "Sold all the other things too"]
    assert wrapped(*((60.0, row) for row in rows)) == rows


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("• Built a tool", "bullet"),
        ("Built a tool that reads bills", "sentence"),
        ("Front end: Vue", "field"),
        ("• Reporting to : the mayor", "field"),
        ("Team size: 5", "sentence"),
        ("• Result: cut costs by 20%", "bullet"),
        ("Tools: SQL, Excel, Python", "list"),
        ("Responsibilities:", "list"),
        ("Trained nurses, doctors, cooks", "sentence"),
        ("Sold 2,017 parts, 12017 in all.", "sentence"),
        ("Designation : Store Keeper", "title"),
        ("• Name of the Firm : Acme", "title"),
        ("Role: Wrote the parser of the shop", "sentence"),
        ("Data Engineer, Acme Ltd, Jan 2019 - Mar 2021", "title"),
        ("Founding Member & Site Lead of Works\tMar 2019 - Mar 2021", "title"),
        ("Date of issue: 10-03-2010", "field"),
        ("Acme Ltd\tParis, France", "title"),
    ],
)
def test_kinds_among_jobs(text: str, kind: PassageKind) -> None:
    assert kind_of(text, "experience") == kind


@pytest.mark.parametrize(
    ("text", "section", "kind"),
    [
        ("• Negotiation", "skills", "list"),
        ("• Negotiated prices with more than sixty growers", "skills", "bullet"),
        ("Paris, France", "contact", "contact"),
        ("A calm clerk", "summary", "sentence"),
        ("• BSc, Example University", "education", "bullet"),
        ("Chess, rowing, cooking", "interests", "list"),
    ],
)
def test_kinds_elsewhere(text: str, section: SectionKind, kind: PassageKind) -> None:
    assert kind_of(text, section) == kind


@given(st.text(alphabet=st.sampled_from("aB 9.,:;-•\t\n(/%"), max_size=120))
def test_every_character_of_a_passage_has_its_place(body: str) -> None:
    try:
        document = documents.read(f"{HEAD}{body}\n".encode(), path="x.txt")
    except AtscheckError:  # not every text is a document
        return
    for passage in parse(document).passages:
        assert len(passage.offsets) == len(passage.text)
        assert list(passage.offsets) == sorted(passage.offsets)
        for char, at in zip(passage.text, passage.offsets, strict=True):
            assert char in (document.text[at], " ")


def statements_of(*pages: Sequence[tuple[float, float, float, str]]) -> list[str]:
    """The passages of a PDF of several pages; each row is left edge, top, size and text."""

    def page(rows: Sequence[tuple[float, float, float, str]]) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            for x, top, size, text in rows:
                lines(canvas, x, top, [text], size=size)

        return draw

    resume = parse(documents.read(make_pdf(*map(page, pages)), path="x.pdf"))
    return [p.text for p in resume.passages if p.section == "experience" and p.kind != "heading"]


TOP = [(60.0, 40.0, 18.0, "Ana Example"), (60.0, 80.0, 13.0, "EXPERIENCE")]
ITEM = "- Kept the books of a bakery with nine shops and paid"


@pytest.mark.parametrize(
    ("end", "after", "joined"),
    [
        ("", "all of its bills on time", True),
        ("", "All of its bills on time", False),
        (" them.", "all of its bills on time", False),
    ],
)
def test_a_statement_goes_on_over_a_page_in_small_letters(
    end: str, after: str, joined: bool
) -> None:
    found = statements_of([*TOP, (60, 700, 10, f"{ITEM}{end}")], [(60, 60, 10, after)])
    first = f"{ITEM[2:]}{end}"
    assert found == ([f"{first} {after}"] if joined else [first, after])


def test_a_line_of_another_size_begins_a_passage() -> None:
    for size, joined in ((10.0, True), (8.0, False)):
        rows = [*TOP, (60.0, 100.0, 10.0, ITEM), (66.0, 112.0, size, "all of its bills on time")]
        assert (len(statements_of(rows)) == 1) == joined


def test_a_value_hangs_behind_its_label() -> None:
    rows = [
        (60.0, 100.0, 10.0, "Duties"),
        (140.0, 100.0, 10.0, ": kept the books of a bakery with nine shops in town and paid for"),
        (147.0, 112.0, 10.0, "all of its bills on time, as it is done"),
    ]
    (found,) = statements_of([*TOP, *rows])
    assert found.endswith("paid for all of its bills on time, as it is done")


def test_the_header_of_a_later_page_is_no_passage() -> None:
    page = [(60.0, 30.0, 8.0, "Ana Example, clerk"), (60.0, 100.0, 10.0, "- Sold boats to farmers")]
    found = statements_of([page[0], *TOP, page[1]], page, page)
    assert found.count("Ana Example, clerk") == 0
    assert len(found) == 3


LONG = "Kept the books of a bakery with nine shops in the town and paid for all"


@pytest.mark.parametrize(
    ("second", "gap", "font", "joined"),
    [
        ("Acme Boats had of its bills, and kept them all in order", 12, "Helvetica", True),
        ("Acme Boats had of its bills, and kept them all in order", 12, "Helvetica-Bold", False),
        ("of its bills on time, and kept them all in order", 12, "Helvetica", True),
        ("of its bills on time, and kept them all in order", 30, "Helvetica", False),
    ],
)
def test_weight_and_distance_of_wrapped_prose(
    second: str, gap: float, font: str, joined: bool
) -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 40, ["Ana Example"], size=18)
        lines(canvas, 60, 80, ["EXPERIENCE"], size=13)
        lines(canvas, 60, 100, [LONG])
        lines(canvas, 60, 100 + gap, [second], font=font)

    resume = parse(documents.read(make_pdf(draw), path="x.pdf"))
    texts = [p.text for p in resume.passages if p.section == "experience" and p.kind != "heading"]
    assert texts == ([f"{LONG} {second}"] if joined else [LONG, second])


def test_a_short_line_does_not_go_on_with_a_capital() -> None:
    rows = [
        "Kept boats in order for nine of the shops by the sea",
        "Sold nine of them",
        f"Then {LONG.lower()}",
    ]
    assert wrapped(*((60, row) for row in rows)) == rows


def test_what_a_person_sees_does_not_go_on_in_what_is_hidden() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 40, ["Ana Example", "EXPERIENCE", LONG], leading=12)
        canvas.setFillColorRGB(1, 1, 1)
        lines(canvas, 60, 76, ["of its bills on time, and kept them all in order"])

    resume = parse(documents.read(make_pdf(draw), path="x.pdf"))
    assert [p.hidden for p in resume.passages if p.section == "experience"][-2:] == [False, True]


@pytest.mark.parametrize(
    ("width", "expected"),
    [(150, ["Three months of Android app Development", "Oak Ltd, Leeds"]),
     (90, ["Three months of Android app", "Development", "Oak Ltd, Leeds"])],
)  # fmt: skip
def test_a_full_cell_of_a_table_goes_on_in_its_next_line(width: int, expected: list[str]) -> None:
    """The cell ends where the next one begins, far from the right edge of the text."""

    def line(text: str, x: float, top: float, x1: float) -> SourceLine:
        return SourceLine(text, Box(1, x, top, x1, top + 10), size=10, origin="table")

    body = [
        line("Three months of Android app", 60, 100, 60 + width),
        line("Development", 60, 111, 115),
        line("Oak Ltd, Leeds", 233, 100, 400),
    ]
    head = [SourceLine("EXPERIENCE", Box(1, 60, 60, 130, 75), size=14, bold=True)]
    parsed = parse(assemble(b"", "cv.pdf", "pdf", Reading([*head, *body])))
    assert [p.text for p in parsed.passages if p.kind != "heading"] == expected
