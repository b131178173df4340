"""What is said of content that machines may lose: where it is, and only there."""

from __future__ import annotations

from typing import get_args

import pytest

from atscheck import documents
from atscheck.checks import run
from atscheck.checks.rule import Sample
from atscheck.documents.losses import Met, counted_losses
from atscheck.documents.model import Document, LossKind, Span
from tests.checks.facts import facts_of
from tests.support.lossy import LOST, SEEN, Pair, pairs

HIDDEN = ("hidden-text", "tiny-text", "off-page-text", "text-under-image")


def test_each_kind_is_said_once_with_its_number_and_first_place() -> None:
    spans = {0: Span(0, 5), 2: Span(6, 9), 3: Span(10, 20)}
    met = [
        Met("images", 1, 1),
        Met("text-boxes", 3, 4),
        Met("text-boxes", 0, 3),
        Met("header-footer", 0, 1),
        Met("comments", 4, 4),
    ]
    losses = list(counted_losses(met, spans))
    assert [(loss.kind, loss.message, loss.span) for loss in losses] == [
        ("text-boxes", "2 text boxes: many systems do not read the text in them", Span(0, 9)),
        (
            "header-footer",
            "text in the header or footer: many systems leave it out",
            Span(0, 5),
        ),
        ("comments", "1 comment left, which others may see", Span(10, 20)),
        ("images", "1 picture: text in pictures is not read", Span(6, 9)),
    ]
    assert list(counted_losses([], spans)) == []
    assert [loss.span for loss in counted_losses(met[:1], {})] == [None]


PAIRS = [pytest.param(pair, id=f"{pair.kind}-{pair.cause}") for pair in pairs()]
ELSEWHERE = {"parsers-disagree", "fallback", "ocr"}
"""Kinds whose files need other programs: tests/documents/pdf/test_readers.py makes them."""


def rules_about(document: Document) -> set[str]:
    return {finding.rule for finding in run(facts_of(Sample(document))).findings}


@pytest.mark.parametrize("pair", PAIRS)
def test_a_loss_is_seen_and_told_where_it_is_and_only_there(pair: Pair) -> None:
    lossy, twin = documents.read(pair.lossy), documents.read(pair.twin)
    assert pair.kind in {loss.kind for loss in lossy.losses}
    assert pair.kind not in {loss.kind for loss in twin.losses}
    if pair.rule is not None:
        assert pair.rule in rules_about(lossy)
        assert pair.rule not in rules_about(twin)


@pytest.mark.parametrize("pair", [p for p in PAIRS if p.values[0].kind in HIDDEN])  # type: ignore[union-attr]
def test_hidden_lines_are_those_that_a_loss_tells(pair: Pair) -> None:
    lossy, twin = documents.read(pair.lossy), documents.read(pair.twin)
    hidden = [line.span for line in lossy.lines if line.hidden]
    assert [lossy.quote(span) for span in hidden] == [LOST]
    assert [loss.span for loss in lossy.losses if loss.kind == pair.kind] == hidden
    assert [twin.line_text(line) for line in twin.lines] == [SEEN, LOST]
    assert not any(line.hidden for line in twin.lines)


def test_every_kind_has_a_pair() -> None:
    assert {pair.kind for pair in pairs()} | ELSEWHERE == set(get_args(LossKind))
