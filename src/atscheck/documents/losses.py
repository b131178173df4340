"""What machines may lose of a file without pages: how often each kind of content was met."""

from __future__ import annotations

from collections.abc import Mapping

from atscheck.documents.model import Loss, LossKind

_MESSAGES: dict[LossKind, str] = {
    "tables": "{} table{s}: many systems read the cells in another order, or not at all",
    "text-boxes": "{} text box{es}: many systems do not read the text in them",
    "header-footer": "text in the header or footer: many systems leave it out",
    "tracked-changes": "{} tracked change{s}: accept or reject them, as others may see both",
    "comments": "{} comment{s}: remove them, as others may see them",
    "images": "{} picture{s}: text in pictures is not read",
    "embedded-documents": "{} embedded document{s}, not read",
}


def counted_losses(counts: Mapping[str, int]) -> tuple[Loss, ...]:
    """One loss for each kind that ``counts`` has, in the order of the messages."""
    return tuple(
        Loss(kind, message.format(count, s="s" * (count > 1), es="es" * (count > 1)))
        for kind, message in _MESSAGES.items()
        if (count := counts.get(kind, 0))
    )
