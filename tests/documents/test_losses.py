"""What is said of content that machines may lose."""

from __future__ import annotations

from atscheck.documents.losses import counted_losses


def test_each_kind_is_said_once_with_its_number() -> None:
    losses = counted_losses({"images": 1, "text-boxes": 2, "header-footer": 1, "comments": 0})
    assert [(loss.kind, loss.message) for loss in losses] == [
        ("text-boxes", "2 text boxes: many systems do not read the text in them"),
        ("header-footer", "text in the header or footer: many systems leave it out"),
        ("images", "1 picture: text in pictures is not read"),
    ]
