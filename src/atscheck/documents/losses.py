"""What machines may lose of a file without pages: how often each kind of content was met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from atscheck.documents.model import Loss, LossKind, Span

_MESSAGES: dict[LossKind, str] = {
    "tables": "{} table{s}: many systems read the cells in another order, or not at all",
    "layout-table": "{} table{s} used for layout: many systems mix the text of cells side by side",
    "text-boxes": "{} text box{es}: many systems do not read the text in them",
    "diagrams": "{} diagram{s}: many systems do not read the text in them",
    "charts": "{} chart{s}: text and numbers in charts are not read",
    "header-footer": "text in the header or footer: many systems leave it out",
    "tracked-changes": "{} tracked change{s} left: others may see the old words beside the new",
    "comments": "{} comment{s} left, which others may see",
    "placeholders": "{} prompt{s} of the template, never filled in, which everybody sees",
    "images": "{} picture{s}: text in pictures is not read",
    "embedded-documents": "{} embedded document{s}, not read",
}


@dataclass(frozen=True, slots=True)
class Met:
    """Content of a kind that machines may lose, met in the lines from ``first`` to before ``end``.

    These are indices into the lines that a reader found; a range may be empty, for content before
    the line ``first``.
    """

    kind: LossKind
    first: int
    end: int


def counted_losses(met: Sequence[Met], spans: Mapping[int, Span]) -> Iterator[Loss]:
    """One loss for each kind that was met, in the order of the messages, where it was met first.

    ``spans`` are those of the lines with text, by index.
    """
    for kind, message in _MESSAGES.items():
        places = [place for place in met if place.kind == kind]
        if places:
            count = len(places)
            text = message.format(count, s="s" * (count > 1), es="es" * (count > 1))
            first = min(places, key=lambda place: (place.first, -place.end))
            yield Loss(kind, text, _span(first, spans))


def _span(place: Met, spans: Mapping[int, Span]) -> Span | None:
    """The span of the lines of ``place``; of the next line with text where it has none."""
    inside = [spans[i] for i in range(place.first, place.end) if i in spans]
    if inside:
        return Span(inside[0].start, inside[-1].end)
    after = (span for i, span in spans.items() if i >= place.first)
    return next(after, next(reversed(list(spans.values())), None))
