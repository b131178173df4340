"""What is said of content that machines may lose."""

from __future__ import annotations

from atscheck.documents.losses import Met, counted_losses
from atscheck.documents.model import Span


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
        ("comments", "1 comment: remove them, as others may see them", Span(10, 20)),
        ("images", "1 picture: text in pictures is not read", Span(6, 9)),
    ]
    assert list(counted_losses([], spans)) == []
    assert [loss.span for loss in counted_losses(met[:1], {})] == [None]
