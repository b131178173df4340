"""Documents as JSON values and back."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atscheck import documents
from atscheck.documents.model import Document, Line, Link, Loss, Page, Piece, Span
from atscheck.documents.values import from_values, to_values
from tests.documents.test_contract import FORMATS, SAMPLES

SPANS = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda pair: Span(*sorted(pair)))


def whole(kind: type, **known: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Values of a dataclass, all of its fields filled."""
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    return st.builds(kind, **{name: known.get(name, st.from_type(hints[name])) for name in names})


def many(each: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(each, max_size=3).map(tuple)


PIECES = many(whole(Piece, span=SPANS))
DOCUMENTS = whole(
    Document,
    lines=many(whole(Line, span=SPANS, pieces=PIECES)),
    losses=many(whole(Loss, span=st.none() | SPANS)),
    pages=many(whole(Page)),
    links=many(whole(Link)),
)


def through(document: Document) -> Document:
    return from_values(Document, json.loads(json.dumps(to_values(document))))


@given(DOCUMENTS)
def test_every_document_comes_back_exactly(document: Document) -> None:
    made = through(document)
    assert repr(made) == repr(document)  # 0 is no 0.0, and NaN is NaN
    assert made.data == document.data


@pytest.mark.parametrize("format", FORMATS)
def test_what_readers_make_comes_back(format: str) -> None:
    document = documents.read(SAMPLES[format], path="ana \udcff")  # type: ignore[index]
    assert through(document) == document


def test_many_numbers_are_packed() -> None:
    edges = tuple(n / 7 for n in range(80))
    values = json.dumps(to_values(Line(1, Span(0, 79), edges=edges)))
    assert len(values) < 1_000


@pytest.mark.parametrize("place", [0, 1, 3, 4, 9])
@pytest.mark.parametrize("wrong", [7, "word", [], [["x"]], {}, None, True, [[1, [5, 2]]]])
def test_other_values_are_refused(place: int, wrong: object) -> None:
    document = replace(documents.read(SAMPLES["text"]), data=b"")
    values = to_values(document)
    if type(wrong) is type(values[place]) and wrong in ("word", [], 7) and place != 1:
        wrong = values  # for the one that stands there would do
    values[place] = wrong
    with pytest.raises(ValueError):
        from_values(Document, values)
