"""PA: the file: what a machine cannot read in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.checks.samples import PLAIN, losing
from atscheck.documents.model import Box


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
            "export the resume again from the program it was written in, not as a scan or picture",
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
    "PA103",
    Severity.WARNING,
    source=sources.LEVER,
    bad=(Sample(losing("no-copy-permission"), "the PDF forbids copying"),),
    good=(Sample(PLAIN, "copying is allowed"),),
)
def no_copy_permission(facts: Facts) -> Iterator[Hit]:
    """The PDF forbids copying its text.

    Programs that honour the setting read nothing, although a person sees the whole page.
    """
    for loss in facts.losses("no-copy-permission"):
        yield Hit(
            loss.span,
            "the PDF forbids copying its text",
            "save it again without restrictions (no owner password)",
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
    for loss in facts.losses("truncated"):
        yield Hit(loss.span, loss.message, "send the resume alone, without appendices")


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
    for loss in facts.losses("images"):
        yield Hit(
            loss.span,
            loss.message,
            "write out what they say, if they say anything; a photo or an ornament can go",
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
    for kind in ("tracked-changes", "comments"):
        for loss in facts.losses(kind):
            yield Hit(loss.span, loss.message, "accept all changes, delete comments, and save")


_LARGE = 2_500_000
"""Bytes above which Greenhouse parses no file."""


@rule(
    "PA107",
    Severity.WARNING,
    source=sources.GREENHOUSE,
    bad=(Sample(replace(PLAIN, size=4_000_000), "the file has 4 MB"),),
    good=(Sample(replace(PLAIN, size=400_000), "the file has 400 KB"),),
)
def file_too_large(facts: Facts) -> Iterator[Hit]:
    """The file is larger than 2.5 MB.

    One widely used system does not parse larger files, it only attaches them.
    """
    size = facts.document.size
    if size > _LARGE:
        yield Hit(
            None,
            f"the file has {size / 1e6:.1f} MB",
            "leave out or shrink its pictures, and export with fonts embedded as subsets",
        )


_KNOWN = frozenset(
    ["image-only-page", "no-copy-permission", "truncated", "icon-glyphs", "letter-spaced",
     "direction-marks", "invisible", "unmapped-glyphs", "images", "tracked-changes", "comments",
     "tables", "text-boxes", "header-footer"]
)  # fmt: skip
"""Kinds of loss that another rule speaks of, or (invisible characters) that every reader drops."""


@rule(
    "PA199",
    Severity.INFO,
    source=sources.TEXTKERNEL,
    bad=(Sample(losing("embedded-documents", "1 embedded document, not read"), "a sheet within"),),
    good=(Sample(PLAIN),),
)
def other_loss(facts: Facts) -> Iterator[Hit]:
    """Something else in the file that a machine may lose or misread.

    It was noticed while reading the file; systems differ in what they make of it.
    """
    for loss in facts.document.losses:
        if loss.kind not in _KNOWN:
            yield Hit(
                loss.span,
                loss.message,
                "look at `atscheck text`, and write as plain text what is missing there",
            )
