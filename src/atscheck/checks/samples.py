"""Documents for the rules' examples whose layout or file matters."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from atscheck.checks.rule import Sample
from atscheck.documents.assemble import from_text
from atscheck.documents.model import Box, Document, Format, Loss, LossKind, Origin, Page
from atscheck.documents.visibility import Hidden, hidden_loss

PLAIN = from_text("Jane Example, analyst")
"""Nothing of it is lost."""


def losing(
    kind: LossKind, message: str, note: str, *, text: str = PLAIN.text, line: int = 1, page: int = 0
) -> Sample:
    """A resume with one loss, in the reader's words, at a line of its text and perhaps a page."""
    document = from_text(text)
    box = Box(page, 0, 0, 595, 842) if page else None
    loss = Loss(kind, message, document.lines[line - 1].span, box)
    return Sample(replace(document, losses=(loss,)), note)


def losing_both(first: Sample, second: Sample, note: str) -> Sample:
    """The resume of ``first`` with the losses of two samples."""
    losses = first.document.losses + second.document.losses
    return Sample(replace(first.document, losses=losses), note)


def noted(note: str, text: str = PLAIN.text) -> Sample:
    """A resume of which nothing is lost, with words on the file that it stands in."""
    return Sample(from_text(text), note)


def named(path: str) -> Sample:
    """A resume in a file of that name."""
    return Sample(replace(PLAIN, path=path), f"the file is called {path}")


def sized(kilobytes: int, note: str) -> Sample:
    """A resume in a file of that size."""
    return Sample(replace(PLAIN, size=1000 * kilobytes), f"{note}: {kilobytes} KB")


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


def paged(text: str, *characters: int) -> Document:
    """A document of ``text`` that says it has a page of each of those numbers of characters."""
    document = from_text(text, format="pdf")
    pages = (Page(n, 595, 842, 1, 0, count) for n, count in enumerate(characters, start=1))
    return replace(document, pages=tuple(pages))
