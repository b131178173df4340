"""PA: what of a file a machine does not read at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.checks.samples import PLAIN, losing
from atscheck.documents.model import Box, LossKind


def _numbers(numbers: Iterable[int]) -> str:
    """Numbers as prose: "2", "2 and 3", "2, 3 and 5"."""
    *most, last = (str(n) for n in sorted(set(numbers)))
    return f"{', '.join(most)} and {last}" if most else last


@rule(
    "PA101",
    Severity.ERROR,
    source=sources.LEVER,
    bad=(
        Sample(
            losing("image-only-page", box=Box(2, 0, 0, 595, 842)),
            "its second page is a scanned picture",
        ),
    ),
    good=(Sample(PLAIN, "every page has text"),),
)
def image_only_page(facts: Facts) -> Iterator[Hit]:
    """A page is a picture: a machine reads no text on it.

    Text in a picture cannot be highlighted, searched or filed; what stands there does not exist for
    a system that reads text.
    """
    losses = facts.losses("image-only-page")
    pages = [loss.box.page for loss in losses if loss.box]
    if losses:
        where = f"page {_numbers(pages)}" if pages else "a page"
        yield Hit(
            None,
            f"no text on {where}: it is a picture",
            "export the resume again from the program it was written in, not as a scan or picture; "
            "--ocr shows what the picture seems to say",
        )


@rule(
    "PA102",
    Severity.ERROR,
    source=sources.UNMAPPED,
    bad=(
        Sample(
            replace(PLAIN, doubt="many of its characters have no mapping to letters"),
            "most of its letters come out as other signs",
        ),
    ),
    good=(Sample(PLAIN),),
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
    "PA104",
    Severity.WARNING,
    source=sources.LEVER,
    bad=(Sample(losing("truncated", "only the first 100 pages were read"), "it has 140 pages"),),
    good=(Sample(PLAIN, "it has 2 pages"),),
)
def only_partly_read(facts: Facts) -> Iterator[Hit]:
    """The file is so long that only its first part was read.

    Every system has such a limit; what stands behind it is not filed.
    """
    yield from facts.told("send the resume alone, without appendices", "truncated")


@rule(
    "PA105",
    Severity.INFO,
    source=sources.GREENHOUSE,
    bad=(Sample(losing("images", "1 picture: whatever it shows is not read"), "a picture"),),
    good=(Sample(PLAIN, "no pictures"),),
)
def pictures(facts: Facts) -> Iterator[Hit]:
    """The file holds pictures.

    Nothing that a picture shows is read: no logo, rating bar or diagram; a vendor names graphics
    and photos among the causes of a failed parse.
    """
    yield from facts.told(
        "write out what they say, if they say anything; a photo or an ornament can go", "images"
    )


@rule(
    "PA106",
    Severity.WARNING,
    source=sources.GREENHOUSE,
    bad=(
        Sample(losing("tracked-changes", "2 tracked changes: others may see both"), "2 changes"),
        Sample(losing("comments", "1 comment: others may see it"), "a reviewer's comment"),
    ),
    good=(Sample(PLAIN),),
)
def traces_of_editing(facts: Facts) -> Iterator[Hit]:
    """Tracked changes or comments are left in the file.

    Readers of the file see them, and programs differ in whether they take the old text, the new one
    or both.
    """
    yield from facts.told(
        "accept all changes, delete comments, and save", "tracked-changes", "comments"
    )


@rule(
    "PA111",
    Severity.WARNING,
    source=sources.FORMS,
    bad=(
        Sample(losing("form-fields", "3 fields of a form are filled in"), "a form to be filled in"),
    ),
    good=(Sample(PLAIN, "no form"),),
)
def form_fields(facts: Facts) -> Iterator[Hit]:
    """Text stands in the fields of a form.

    Such text is kept apart from the page, and readers of the page's text do not find it.
    """
    yield from facts.told("print the filled-in form to a new PDF", "form-fields")


@rule(
    "PA112",
    Severity.INFO,
    source=sources.SYNCHR,
    bad=(
        Sample(
            losing("text-over-image", "page 1 is a picture with text behind"), "a scan with text"
        ),
    ),
    good=(Sample(PLAIN, "written, not scanned"),),
)
def recognised_text(facts: Facts) -> Iterator[Hit]:
    """A page is a picture, with text behind it that a program has recognised.

    What is read are the program's guesses, with its mistakes; a system that ignores text which is
    not drawn reads nothing.
    """
    losses = facts.losses("text-over-image")
    if losses:
        yield Hit(
            None,
            "; ".join(loss.message for loss in losses[:3]),
            "export the resume from the program it was written in; or compare `atscheck text` with "
            "the page",
        )


@rule(
    "PA113",
    Severity.WARNING,
    source=sources.GREENHOUSE,
    bad=(Sample(losing("placeholders", "1 prompt of the template"), "[Click to enter text]"),),
    good=(Sample(PLAIN, "every field is filled in"),),
)
def prompts_left(facts: Facts) -> Iterator[Hit]:
    """Prompts of the template were never filled in.

    A reader sees a form that is not finished, and a machine may file the prompt as your words.
    """
    yield from facts.told("fill them in, or delete them", "placeholders")


_SAID_ELSEWHERE: frozenset[LossKind] = frozenset(
    ["image-only-page", "text-over-image", "truncated", "encrypted", "no-copy-permission",
     "images", "tracked-changes", "comments", "placeholders", "scripts", "form-fields",
     "embedded-files", "embedded-documents", "icon-glyphs", "letter-spaced", "direction-marks",
     "unmapped-glyphs", "hidden-text", "tiny-text", "off-page-text", "text-under-image",
     "tables", "layout-table", "text-boxes", "diagrams", "header-footer", "invisible", "ocr",
     "fallback", "parsers-disagree"]
)  # fmt: skip
"""Kinds of loss that another rule speaks of, or (invisible characters) that every reader drops."""


@rule(
    "PA199",
    Severity.INFO,
    source=sources.TEXTKERNEL,
    bad=(Sample(losing("charts", "1 chart: what it shows is not read"), "a bar chart of skills"),),
    good=(Sample(PLAIN),),
)
def other_loss(facts: Facts) -> Iterator[Hit]:
    """Something else in the file that a machine may lose or misread.

    It was noticed while reading the file; systems differ in what they make of it.
    """
    for loss in facts.document.losses:
        if loss.kind not in _SAID_ELSEWHERE:
            yield Hit(
                loss.span,
                loss.message,
                "look at `atscheck text`, and write as plain text what is missing there",
            )
