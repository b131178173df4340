"""PA: what parsers differ in, and what none but character recognition reads."""

from __future__ import annotations

from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.checks.samples import PLAIN, losing

_SHOWN = 3
"""Disagreements that a finding quotes; `atscheck text` lists more."""


@rule(
    "PA115",
    Severity.ERROR,
    source=sources.LEVER,
    bad=(
        Sample(
            losing("ocr", "page 1 is a picture: its text was recognised by OCR"),
            "its page is a picture, read with --ocr",
        ),
    ),
    good=(Sample(PLAIN, "every page has text of its own"),),
)
def read_by_ocr(facts: Facts) -> Iterator[Hit]:
    """Text was read by character recognition: other machines may read nothing there.

    This report is about what the page seems to say. A system without character recognition reads
    nothing on a picture, and nonsense where the letters of a font have no meaning; one with it
    makes mistakes of its own.
    """
    for loss in facts.losses("ocr"):
        yield Hit(
            loss.span,
            f"{loss.message}; a system without it cannot read that page",
            "export the resume again from the program it was written in, not as a scan or picture",
        )


@rule(
    "PA116",
    Severity.ERROR,
    source=sources.BROKEN,
    bad=(
        Sample(
            losing("fallback", "page 1 cannot be read by one common parser"),
            "a damaged page that one parser gives up on",
        ),
    ),
    good=(Sample(PLAIN, "two parsers read the file"),),
)
def one_parser_fails(facts: Facts) -> Iterator[Hit]:
    """One of two common parsers cannot read the file.

    The file is damaged in a way that some programs mend as they go and others do not. What a system
    reads of it depends on which parser it uses.
    """
    yield from facts.told(
        "open the file in the program it was made with, and export it again", "fallback"
    )


@rule(
    "PA206",
    Severity.WARNING,
    source=sources.SPACES,
    bad=(
        Sample(
            losing("parsers-disagree", '"Python" is "P y t h o n" to another common parser'),
            "a word whose letters stand far apart",
        ),
    ),
    good=(Sample(PLAIN, "two parsers read the same words"),),
)
def parsers_disagree(facts: Facts) -> Iterator[Hit]:
    """Two common parsers read some words otherwise.

    Spaces are not part of a PDF's text, each program infers them from gaps between letters; and
    fonts can name their letters in several ways. A word that comes out whole in one system is in
    pieces, run together or missing in another.
    """
    losses = facts.losses("parsers-disagree")
    if losses:
        told = "; ".join(loss.message for loss in losses[:_SHOWN])
        more = "; `atscheck text` lists more" if len(losses) > _SHOWN else ""
        yield Hit(
            losses[0].span,
            f"{told}{more}",
            "set the letters no further apart than usual, leave real spaces between words, or "
            "export with another program",
        )
