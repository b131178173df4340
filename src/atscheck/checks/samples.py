"""Documents for the rules' examples whose layout matters."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from atscheck.documents.assemble import from_text
from atscheck.documents.model import Box, Document, Format, Loss, LossKind, Origin, Page
from atscheck.documents.visibility import Hidden, hidden_loss

PLAIN = from_text("Jane Example\njane@example.org\n\nEXPERIENCE\nEngineer, Acme Ltd, 2019 - 2024")
"""Nothing of it is lost."""


def losing(kind: LossKind, message: str = "", *, box: Box | None = None) -> Document:
    """`PLAIN` with one loss."""
    return replace(PLAIN, losses=(Loss(kind, message, PLAIN.lines[0].span, box),))


def marked(
    text: str,
    lines: Collection[int],
    *,
    origin: Origin = "body",
    hidden: Hidden = "",
    format: Format = "docx",
) -> Document:
    """A document whose ``lines`` (numbers from 1) have that origin, or are hidden for a reason."""
    document = from_text(text, format=format)
    changed = tuple(
        replace(line, origin=origin, hidden=bool(hidden)) if line.number in lines else line
        for line in document.lines
    )
    losses = tuple(hidden_loss(hidden, n.span, None) for n in changed if n.hidden and hidden)
    return replace(document, lines=changed, losses=document.losses + losses)


def in_columns(text: str, columns: Sequence[int], stored: Sequence[int]) -> Document:
    """A document of one small page, its lines in those columns and that stored order."""
    document = from_text(text, format="pdf")
    lines = []
    for line, column, rank in zip(document.lines, columns, stored, strict=True):
        row = sum(columns[i] == column for i in range(line.number - 1))
        box = Box(1, 50 + 250 * column, 20 + 14 * row, 250 + 250 * column, 32 + 14 * row)
        lines.append(replace(line, column=column, stored=rank, box=box))
    page = Page(1, 595, 120, 1 + max(columns), 0, len(document.text))
    return replace(document, lines=tuple(lines), pages=(page,))


def paged(text: str, pages: int) -> Document:
    """A document of ``text`` that says it has so many pages."""
    document = from_text(text, format="pdf")
    numbers = range(1, pages + 1)
    return replace(document, pages=tuple(Page(n, 595, 842, 1, 0, 2000) for n in numbers))
