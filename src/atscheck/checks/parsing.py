"""PA: what parsers lose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.documents.assemble import from_text
from atscheck.documents.model import Box, Loss

_PLAIN = from_text("Jane Example\njane@example.org\n\nEXPERIENCE\nEngineer, Acme Ltd, 2019 - 2024")


def _losses(facts: Facts, kind: str) -> tuple[Loss, ...]:
    return tuple(loss for loss in facts.document.losses if loss.kind == kind)


@rule(
    "PA101",
    Severity.ERROR,
    source=sources.LEVER,
    bad=(
        Sample(
            replace(_PLAIN, losses=(Loss("image-only-page", "", box=Box(2, 0, 0, 595, 842)),)),
            "its second page is a scanned picture",
        ),
    ),
    good=(Sample(_PLAIN, "every page has text"),),
)
def image_only_page(facts: Facts) -> Iterator[Hit]:
    """A page is a picture: a machine reads no text on it.

    Text in a picture cannot be highlighted, searched or filed; what stands there does not exist for
    a system that reads text.
    """
    for loss in _losses(facts, "image-only-page"):
        page = f"page {loss.box.page}" if loss.box else "a page"
        yield Hit(
            loss.span,
            f"{page} is a picture without text",
            "export the resume again from the program it was written in, not as a scan or picture",
        )


@rule(
    "PA102",
    Severity.ERROR,
    source=sources.UNMAPPED,
    bad=(
        Sample(
            replace(_PLAIN, doubt="many of its characters have no mapping to letters"),
            "most of its letters come out as other signs",
        ),
    ),
    good=(Sample(_PLAIN),),
)
def unreadable_text(facts: Facts) -> Iterator[Hit]:
    """The text cannot be read with confidence.

    What comes out of the file is not what a person sees on the page, so nothing found or missing
    in it can be relied on; look at `atscheck text`.
    """
    if facts.document.doubt:
        yield Hit(
            None,
            f"the text cannot be read with confidence: {facts.document.doubt}",
            "export the resume with another program or font, and check that copying the text works",
        )


@rule(
    "PA103",
    Severity.WARNING,
    source=sources.LEVER,
    bad=(
        Sample(
            replace(_PLAIN, losses=(Loss("no-copy-permission", ""),)),
            "the PDF forbids copying",
        ),
    ),
    good=(Sample(_PLAIN, "copying is allowed"),),
)
def no_copy_permission(facts: Facts) -> Iterator[Hit]:
    """The PDF forbids copying its text.

    Programs that honour the setting read nothing, although a person sees the whole page.
    """
    for loss in _losses(facts, "no-copy-permission"):
        yield Hit(
            loss.span,
            "the PDF forbids copying its text",
            "save it again without restrictions (no owner password)",
        )
