"""What is marked on the pages of a resume."""

from __future__ import annotations

from dataclasses import replace

from atscheck.documents.model import Box
from atscheck.renderers.marks import KINDS, Mark, marks
from atscheck.report import Report
from tests.support.make_report import at, make_comparison, make_report, make_unscored


def found(report: Report, quote: str) -> list[Mark]:
    """The marks at the place where ``quote`` first stands, and nowhere more."""
    return [mark for mark in marks(report) if mark.span == at(report.document, quote)]


def test_keywords_are_marked_by_what_they_are_worth() -> None:
    report = make_report()
    for quote, kind, note in (
        ("machine learning", "used", "must-have keyword, in use"),
        ("torch", "used", "must-have keyword, in use, by alias"),
        ("Python", "listed", "must-have keyword, listed only"),
        ("Rust", "doubtful", "good-to-have keyword, named as not there"),
        ("Tensorfow", "doubtful", "must-have keyword, may be misspelt"),
    ):
        ((seen_kind, seen_note),) = [(m.kind, m.note) for m in found(report, quote)]
        assert (seen_kind, seen_note) == (kind, note)
    (weak,) = found(report, "JAX")
    assert weak.note == "good-to-have keyword, in use, weak claim"


def test_a_mark_knows_the_keyword_it_is_of() -> None:
    report = make_report()
    for mark in marks(report):
        for about in mark.about:
            if about.startswith("k"):
                spans = [e.span for e in report.matches[int(about[1:])].evidence]
                assert mark.span in spans


def test_keywords_at_one_place_share_a_mark() -> None:
    report = make_report()
    first = report.matches[0]
    twin = replace(first, keyword=replace(first.keyword, name="twin"))
    report = replace(report, matches=(*report.matches, twin))
    (mark,) = found(report, "machine learning")
    assert mark.about == ("k0", f"k{len(report.matches) - 1}")


def test_a_shared_mark_says_which_keyword_is_worth_what() -> None:
    report = make_report()
    first = report.matches[0]
    (own,) = first.evidence
    implied = replace(own, term="statistics", form="implied")
    other = replace(first, evidence=(implied,))
    (mark,) = found(replace(report, matches=(first, other)), "machine learning")
    assert mark.title == "machine learning and statistics"
    assert mark.note == (
        "must-have keyword, in use (machine learning); "
        "must-have keyword, in use, implied (statistics)"
    )


def test_statements_are_weak_where_a_check_says_so_and_strong_with_an_amount() -> None:
    report = make_report()
    kinds = {m.span: m for m in marks(report) if m.kind in ("weak", "strong")}
    spans = [bullet.passage.span() for bullet in report.resume.bullets]
    assert [kinds[span].kind for span in spans] == ["strong", "weak", "weak"]
    assert kinds[spans[0]].note == "64 GPUs and 35%"
    assert "say how many ablations" in kinds[spans[2]].note


def test_findings_are_marked_unless_another_mark_tells_of_them() -> None:
    told = [m.title for m in marks(make_report()) if m.kind == "finding"]
    assert told == ["note WR101 cliche", "note WR101 cliche", "error PA301 hidden-text"]


def test_marks_come_in_reading_order_with_statements_below_their_words() -> None:
    for report in (make_report(), make_comparison(), make_unscored()):
        every = marks(report)
        assert every
        assert [m.span.start for m in every] == sorted(m.span.start for m in every)
        assert {m.kind for m in every} <= set(KINDS)
    statement = report.resume.bullets[0].passage.span().start
    order = [m.kind for m in marks(make_report()) if statement <= m.span.start < statement + 20]
    assert order == ["strong", "used"]


def test_a_mark_over_two_lines_has_two_boxes() -> None:
    report = make_report()
    document = report.document
    first, second = document.lines[5], document.lines[6]
    span = replace(first.span, start=first.span.start + 2, end=second.span.start + 4)
    boxes = Mark("used", span, (), "").boxes(document)
    assert [box.top for box in boxes] == [first.box.top, second.box.top]  # type: ignore[union-attr]


def test_boxes_are_cut_where_the_edges_of_characters_are_known() -> None:
    document = make_report().document
    line = document.lines[5]
    assert line.box is not None
    edges = tuple(line.box.x0 + 5 * i for i in range(line.span.end - line.span.start + 1))
    known = replace(document, lines=(*document.lines[:5], replace(line, edges=edges)))
    span = replace(line.span, start=line.span.start + 2, end=line.span.start + 4)
    box = Box(line.box.page, edges[2], line.box.top, edges[4], line.box.bottom)
    assert known.boxes_of(span) == (box,) == (known.box_of(span),)
