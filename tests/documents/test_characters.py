"""Normalised characters: what is folded, what goes, and where each one comes from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atscheck.documents.assemble import MAX_CHARACTERS, Reading, SourceLine, assemble, from_text
from atscheck.documents.characters import UNMAPPED, list_marks, normalise
from atscheck.documents.model import Document, Link, Span


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("e\ufb03cient work\ufb02ow", "efficient workflow"),
        ("Kuber\u00adnetes, Post\u200bgreSQL", "Kubernetes, PostgreSQL"),
        ("re\u0301sume\u0301", "r\u00e9sum\u00e9"),
        ("\uff30\uff59thon", "Python"),
        ("“smart” – it’s", '"smart" - it\'s'),
        ("10³ m², H₂O", "10³ m², H₂O"),
        ("C++, C#, .NET™", "C++, C#, .NET™"),
        ("S K I L L S", "SKILLS"),
        ("S K I L L S   A N D", "SKILLS A N D"),
        ("W O R K  E X P E R I E N C E", "WORK EXPERIENCE"),
        ("Languages: R, C and A B C", "Languages: R, C and A B C"),
        ("  Engineer \t  2019  ", "Engineer\t2019"),
        ("\uf0b7 Built it", "• Built it"),
        ("E\u0301cole, o\u0308 \u0301x", "École, ö x"),
        ("\t\t2019 \t \tto\t 2020 \t", "2019\tto\t2020"),
        ("\uf0e0 ana@example.org", "ana@example.org"),
        ("\x93quoted\x94 \x96 so", '"quoted" - so'),
        ("a\x1b[31mb\x00", "a[31mb"),
        ("\u202eevil\u202c", "evil"),
        ("\ufdfa", "\ufdfa"),
        ("", ""),
    ],
)
def test_what_is_folded(source: str, text: str) -> None:
    assert normalise(source).text == text


def test_what_is_lost_is_counted() -> None:
    lost = normalise(f"\uf0e0 a\u200bb\u200c \u202ec An{UNMAPPED} {UNMAPPED} x").lost
    assert lost == {"icon": 2, "invisible": 2, "direction": 1, "unmapped": 1}


@given(st.text(max_size=200))
def test_each_character_knows_where_it_comes_from(source: str) -> None:
    normal = normalise(source)
    assert len(normal.offsets) == len(normal.text)
    assert list(normal.offsets) == sorted(normal.offsets)
    assert all(0 <= offset < len(source) for offset in normal.offsets)
    for char, offset in zip(normal.text, normal.offsets, strict=True):
        if char.isascii() and char.isalnum() and source[offset].isascii():
            assert char == source[offset]


@given(st.text(max_size=200))
def test_normal_text_stays_as_it_is(source: str) -> None:
    text = normalise(source).text
    assert normalise(text).text == text


def test_marks_of_lists_are_told_from_icons() -> None:
    bullets = ["\ue123 Built it", "\ue123 Ran it", "over two lines", "\ue123 Sold it"]
    dates = ["\ue456 2019", "a", "b", "c", "\ue456 2018", "d", "e", "f", "\ue456 2017"]
    assert list_marks(bullets) == {"\ue123"}
    assert list_marks(dates) == frozenset()
    assert list_marks(["\ue123 once", "\ue123 twice"]) == frozenset()
    assert normalise(bullets[0], {"\ue123"}).text == "• Built it"


def read(*lines: SourceLine, **options: object) -> Document:
    return assemble(b"data", "x", "text", Reading(lines, **options))  # type: ignore[arg-type]


def test_edges_follow_their_characters() -> None:
    edges = tuple(float(10 * i) for i in range(7))
    document = read(SourceLine(" e\ufb03\u00adt ", edges=(*edges,)))
    assert document.text == "effit"
    assert document.lines[0].edges == (10.0, 20.0, 20.0, 20.0, 40.0, 50.0)


def test_links_and_losses_follow_their_lines() -> None:
    document = read(
        SourceLine("\u200b"),
        SourceLine("one"),
        SourceLine("two\u200b"),
        links=(Link("a", 0), Link("b", 2), Link("c")),
    )
    assert [(link.target, link.line) for link in document.links] == [
        ("a", None),
        ("b", 2),
        ("c", None),
    ]
    assert [(loss.kind, loss.span) for loss in document.losses] == [
        ("invisible", None),
        ("invisible", Span(4, 7)),
    ]


def test_long_texts_are_cut_between_lines() -> None:
    document = from_text("\n".join(["x" * 999] * (MAX_CHARACTERS // 1000 + 9)))
    assert len(document.text) <= MAX_CHARACTERS
    assert [loss.kind for loss in document.losses] == ["truncated"]
