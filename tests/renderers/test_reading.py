"""What a person sees of a resume as read: the card, what is lost, and the text in two orders."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len

from atscheck import resume
from atscheck.checks.samples import in_columns, marked
from atscheck.documents.assemble import from_text
from atscheck.documents.model import Box, Document, Loss, Piece, Span
from atscheck.renderers import render_text
from atscheck.renderers.lines import Order
from atscheck.resume.model import Education, Item, Resume, YearMonth
from tests.support.make_report import make_resume

Golden = Callable[[str, str], None]

COLUMNS = in_columns("Jo Sample\nSKILLS\nPython\nSQL\nEXPERIENCE\nBuilt", (0, 0, 0, 0, 1, 1),
                     (0, 1, 3, 5, 2, 4))  # fmt: skip


def show(shown: Resume | Document, order: Order = "visual", *, width: int = 80,
         verbose: bool = False) -> str:  # fmt: skip
    parsed = resume.parse(shown) if isinstance(shown, Document) else shown
    return render_text(parsed, "text", order=order, width=width, color=False, verbose=verbose)


def part(text: str, title: str) -> list[str]:
    """The lines under a title, without indent."""
    after = text[text.index(f"\n{title}") + 1 :].partition("\n\n")[0]
    return [line.strip() for line in after.splitlines()[1:]]


def losing(*losses: Loss) -> Document:
    return replace(make_resume().document, losses=losses)


def full() -> Resume:
    made = make_resume()
    span = made.document.lines[3].span
    study = Education(
        "Example University", "B.Sc.", None, YearMonth(2018), YearMonth(2018), False, None, span
    )
    items = (Item("Certified Gardener", span),)
    return replace(made, education=(study,), certifications=items, languages=(Item("Thai", span),))


@pytest.mark.parametrize("order", ["visual", "stored"])
def test_golden(order: Order, golden: Golden) -> None:
    golden(show(full(), order), f"reading-{order}.text")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("order", ["visual", "stored"])
def test_no_line_is_wider_than_asked(order: Order, width: int) -> None:
    wide = replace(
        make_resume(), document=from_text("Jo Sample\n" + "日本語" * 60 + "\n" + "x" * 200)
    )
    for shown in (full(), wide, COLUMNS):
        lines = show(shown, order, width=width).splitlines()
        assert max(map(cell_len, lines)) <= width
        assert all(line == line.rstrip() for line in lines)


def test_colour_changes_no_word() -> None:
    styled = render_text(full(), "text", width=80, color=True)
    assert "\x1b[" in styled
    assert re.sub(r"\x1b\[[0-9;]*m", "", styled) == show(full())
    assert "\x1b[35m[hidden] \x1b[0mCUDA" in styled


def test_everything_filed_has_its_place() -> None:
    card = part(show(full()), "What an ATS files")
    assert card[0] == "p1 l1     name         Ada Example"
    assert card[1] == "p1 l2     e-mail       ada@example.org"
    assert "p1 l4     education    2018                B.Sc., Example University" in card
    assert "p2 l10    skills       under “Skills”" in card


def test_the_latest_position_is_told_wherever_it_stands() -> None:
    old, new = make_resume().positions[0], make_resume().positions[0]
    old = replace(old, title="Clerk", start=YearMonth(2015), end=YearMonth(2016), current=False)
    card = part(show(replace(make_resume(), positions=(old, new))), "What an ATS files")
    assert [line.split()[2] for line in card if "Example Labs" in line] == ["position", "latest"]
    lasting = replace(old, title="Baker", end=None, current=True)
    later = part(show(replace(make_resume(), positions=(old, lasting))), "What an ATS files")
    assert [line.split()[2] for line in later if "Baker" in line] == ["latest"]
    undated = replace(old, start=None, end=None)
    assert "latest" not in show(replace(make_resume(), positions=(undated, undated)))


def test_a_label_stands_once_in_a_row() -> None:
    job = make_resume().positions[0]
    old = replace(job, start=YearMonth(2015), end=YearMonth(2016), current=False)
    card = show(replace(make_resume(), positions=(job, old, old)))
    assert card.count("position  ") == card.count("latest  ") == 1


def test_what_is_missing_is_said() -> None:
    card = part(show(from_text("the quick brown fox")), "What an ATS files")
    for missing in ("name", "e-mail address", "phone number", "location", "link", "position",
                    "education", "heading for skills"):  # fmt: skip
        assert any(line.endswith(f"no {missing} found") for line in card), missing
    assert "no heading recognised" in show(from_text("the quick brown fox"))


def test_many_losses_of_a_kind_are_counted_and_one_of_another_is_still_told() -> None:
    document = make_resume().document
    icons = [Loss("icon-glyphs", "1 icon", line.span, line.box) for line in document.lines] * 4
    shown = losing(*icons, Loss("tables", "1 table: read in another order"))
    lost = part(show(shown), "What may be lost")
    assert lost[0].startswith("p1 l1     1 icon  “Ada Example”")
    assert lost[2] == "46 more of this kind: p1 l3, p1 l4, p1 l5, … (-v shows all)"
    assert lost[3] == "1 table: read in another order"
    everything = part(show(shown, verbose=True), "What may be lost")
    assert sum("1 icon" in line for line in everything) == 48
    assert not any("more of this kind" in line for line in everything)


@pytest.mark.parametrize(("count", "told"), [(3, 3), (4, 2)])
def test_three_losses_of_a_kind_are_told_one_by_one(count: int, told: int) -> None:
    spans = [line.span for line in make_resume().document.lines[:count]]
    shown = show(losing(*(Loss("icon-glyphs", "1 icon", span) for span in spans)))
    assert shown.count("1 icon") == told
    assert ("2 more of this kind" in shown) == (told < count)


def test_a_loss_without_a_line_has_its_page() -> None:
    shown = losing(Loss("image-only-page", "page 2 is a picture", box=Box(2, 0, 0, 612, 792)))
    assert part(show(shown), "What may be lost")[0] == "p2        page 2 is a picture"
    data = json.loads(render_text(resume.parse(shown), "json", width=80, color=False))
    assert data["losses"][0] == {
        "kind": "image-only-page", "message": "page 2 is a picture", "page": 2, "line": None,
        "box": [0, 0, 612, 792],
    }  # fmt: skip


def test_a_message_that_names_its_text_is_not_followed_by_it() -> None:
    span = make_resume().document.lines[0].span
    name = make_resume().document.quote(span)
    for message, quoted in ((f'"{name}" comes out as codes', False), ("1 icon", True)):
        (told,) = part(show(losing(Loss("icon-glyphs", message, span))), "What may be lost")
        assert told.endswith(f"{message}  “{name}”" if quoted else message)


def test_lines_in_which_something_is_lost_are_marked() -> None:
    document = make_resume().document
    shown = show(losing(Loss("icon-glyphs", "1 icon", Span(3, 4))))
    assert "!   1  Ada Example" in part(shown, "The text, line by line")
    assert f"2  {document.line_text(document.lines[1])}" in part(shown, "The text, line by line")
    assert "!" not in show(losing())


def test_parts_of_the_document_are_told_where_they_begin() -> None:
    shown = part(show(marked("A\nB\nC\nD", {2, 3}, origin="table")), "The text, line by line")
    assert [line.split()[-1] for line in shown] == ["A", "table", "B", "C", "body", "D"]
    shown = part(show(COLUMNS), "The text, line by line")
    assert shown[0] == "page 1, column 1"
    assert shown[5] == "page 1, column 2"


def test_pages_read_by_character_recognition_are_marked() -> None:
    document = make_resume().document
    pages = tuple(replace(page, ocr=page.number == 2) for page in document.pages)
    shown = show(replace(document, pages=pages))
    assert "\npage 2 read by character recognition: others" in shown
    lines = part(shown, "The text, line by line")
    assert "page 1" in lines
    assert "page 2, read by OCR" in lines


def test_the_stored_order_shows_where_it_leaves_the_page() -> None:
    lines = part(show(COLUMNS, "stored"), "The text as the file stores it")
    assert [re.sub(r"\s+", " ", line) for line in lines] == [
        "page 1", "1 Jo Sample", "2 SKILLS", "> 5 EXPERIENCE", "> 3 Python", "> 6 Built", "> 4 SQL",
    ]  # fmt: skip
    assert "--view stored shows how" in show(COLUMNS)


def test_a_line_stored_in_pieces_comes_once_for_each() -> None:
    document = from_text("Analyst\t2019\nBuilt things")
    head, below = document.lines
    pieces = (Piece(Span(0, 7), 0), Piece(Span(8, 12), 2))
    torn = replace(document, lines=(replace(head, pieces=pieces), replace(below, stored=1)))
    lines = part(show(torn, "stored"), "The text as the file stores it")
    assert [line.split("  ")[-1] for line in lines] == ["Analyst", "Built things", "2019"]


def test_a_word_stored_in_pieces_that_touch_is_whole() -> None:
    document = from_text("Analyst\t2019")
    pieces = tuple(Piece(Span(*at), i) for i, at in enumerate([(0, 3), (3, 7), (8, 12)]))
    torn = replace(document, lines=(replace(document.lines[0], pieces=pieces),))
    assert torn.in_stored_order() == ("Analyst\t2019",)


def test_json_has_both_orders_and_all_places() -> None:
    data = json.loads(render_text(resume.parse(COLUMNS), "json", width=80, color=False))
    assert data["text"] == COLUMNS.text
    assert data["stored_text"].split() == "Jo Sample SKILLS EXPERIENCE Python Built SQL".split()
    assert [line["text"] for line in data["lines"]] == COLUMNS.text.split("\n")
    assert [page["number"] for page in data["pages"]] == [1]
