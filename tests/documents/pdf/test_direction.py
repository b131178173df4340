"""Words from right to left, read from how they stand on the page.

Capitals stand for Hebrew letters, as in the examples of UAX #9.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atscheck.documents.direction import in_reading_order
from atscheck.documents.model import Box, Document, Span
from atscheck.documents.segments import Segment
from tests.documents.pdf.reading import drawn, shown, texts

_HEBREW = {code: chr(0x05D0 + code - ord("A")) for code in range(ord("A"), ord("Z") + 1)}
_MEANINGS = {**{code: chr(code) for code in range(32, 127)}, **_HEBREW}
_LATIN = {ord(letter): chr(code) for code, letter in _HEBREW.items()}


def _read(document: Document) -> list[str]:
    return [text.translate(_LATIN) for text in texts(document)]


@pytest.mark.parametrize(
    ("stands", "read"),
    [
        ("car", "car"),
        ("RAC", "CAR"),
        ("car RAC", "car CAR"),
        ("car means RAC EGAP 2019", "car means PAGE CAR 2019"),
        ("(RAC) a car", "(CAR) a car"),
        ("my old car, )EDIR( RAC", "my old car, CAR (RIDE)"),
        (".2019-2021 EGAP", "PAGE 2019-2021."),
        ("2021 - 2019 EGAP", "PAGE 2019 - 2021"),
        ("50% EGAP", "PAGE 50%"),
        ("EGAP sql 3, 4 RAC", "CAR sql 3, 4 PAGE"),
    ],
)
def test_what_stands_backwards_is_read_forwards(stands: str, read: str) -> None:
    assert _read(
        drawn(shown(stands.replace("(", r"\(").replace(")", r"\)")), meanings=_MEANINGS)
    ) == [read]


def test_letters_stored_in_order_of_reading_are_not_turned_again() -> None:
    letters = " ".join(f"1 0 0 1 {200 - 5 * i} 700 Tm ({c}) Tj" for i, c in enumerate("A CAR"))
    assert _read(drawn(f"BT /F 10 Tf {letters} ET", meanings=_MEANINGS)) == ["A CAR"]


def test_words_are_found_where_they_stand() -> None:
    """Letters are five points wide and start at 72."""
    document = drawn(shown("sql RAC EGAP"), meanings=_MEANINGS)
    assert _read(document) == ["PAGE CAR sql"]
    places = [document.box_of(Span(*span)) for span in ((0, 4), (5, 8), (9, 12))]
    assert [(round(box.x0), round(box.x1)) for box in places if box] == [
        (112, 132),
        (92, 107),
        (72, 87),
    ]


@given(st.text(alphabet="abאבגم1٢+-.,%() \t", min_size=1, max_size=40))
def test_no_character_is_lost_or_moved_off_its_line(text: str) -> None:
    edges = tuple(float(i) for i in range(len(text) + 1))
    box = Box(1, 0, 0, len(text), 10)
    line = in_reading_order(Segment(text, edges, box, 8, 10, False, "", 0))
    assert sorted(line.text) == sorted(text)
    assert len(line.edges) == len(text) + 1
    assert set(line.edges) <= set(edges)
