"""PA: what parsers lose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.documents.assemble import from_text
from atscheck.documents.model import Box, Document, Loss, Span

_PLAIN = from_text("Jane Example\njane@example.org\n\nEXPERIENCE\nEngineer, Acme Ltd, 2019 - 2024")


def _losing(kind: str, message: str = "", *, box: Box | None = None) -> Document:
    """A sample document with one loss."""
    return replace(_PLAIN, losses=(Loss(kind, message, _PLAIN.lines[0].span, box),))


def _losses(facts: Facts, kind: str) -> tuple[Loss, ...]:
    return tuple(loss for loss in facts.document.losses if loss.kind == kind)


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
            _losing("image-only-page", box=Box(2, 0, 0, 595, 842)),
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
    losses = _losses(facts, "image-only-page")
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
    bad=(Sample(_losing("no-copy-permission"), "the PDF forbids copying"),),
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


@rule(
    "PA104",
    Severity.WARNING,
    source=sources.LEVER,
    bad=(Sample(_losing("truncated", "only the first 100 pages were read"), "it has 140 pages"),),
    good=(Sample(_PLAIN, "it has 2 pages"),),
)
def only_partly_read(facts: Facts) -> Iterator[Hit]:
    """The file is so long that only its first part was read.

    Every system has such a limit; what stands behind it is not filed.
    """
    for loss in _losses(facts, "truncated"):
        yield Hit(loss.span, loss.message, "send the resume alone, without appendices")


_UNMAPPED = re.compile(r"\(cid:\d+\)")


@rule(
    "PA201",
    Severity.WARNING,
    source=sources.UNMAPPED,
    bad=("Jane Example\nPro(cid:415)le\nWorked in o(cid:332)ces in Berlin",),
    good=("Jane Example\nProfile\nWorked in offices in Berlin",),
)
def unmapped_glyphs(facts: Facts) -> Iterator[Hit]:
    """Some letters come out as codes: their font does not say which letters they are.

    Words with such letters are lost to every search, and no program that reads the file can mend
    them.
    """
    found = list(_UNMAPPED.finditer(facts.document.text))
    if found:
        line = facts.document.line_at(found[0].start())
        count = "one letter comes" if len(found) == 1 else f"{len(found)} letters come"
        yield Hit(
            line.span,
            f"{count} out as a code: {facts.document.line_text(line)[:80]}",
            "export the resume with another program or font; for LaTeX, load glyphtounicode and "
            "set \\pdfgentounicode=1",
        )


@rule(
    "PA202",
    Severity.INFO,
    source=sources.ICONS,
    bad=(Sample(_losing("icon-glyphs"), "a telephone sign from an icon font"),),
    good=(Sample(_PLAIN, "no icons"),),
)
def icon_glyphs(facts: Facts) -> Iterator[Hit]:
    """Icons from an icon font come out as stray characters or not at all.

    Beside an address or a number they can be glued to it; where an icon stands for a word, such as
    "phone", the word is missing.
    """
    losses = _losses(facts, "icon-glyphs")
    if losses:
        where = "one line" if len(losses) == 1 else f"{len(losses)} lines"
        yield Hit(
            losses[0].span,
            f"icons or unmapped signs in {where} have no character of their own",
            "write the word instead of the icon, or leave a space between it and the text",
        )


@rule(
    "PA203",
    Severity.WARNING,
    source=sources.GREENHOUSE,
    bad=(Sample(_losing("letter-spaced"), "its name is typed as J a n e  E x a m p l e"),),
    good=(Sample(_PLAIN),),
)
def letter_spaced_word(facts: Facts) -> Iterator[Hit]:
    """A word is typed with spaces between its letters.

    Parsers cannot put it together again: a heading is not known, a name not filed.
    """
    losses = [x for x in _losses(facts, "letter-spaced") if x.span and _in_body(facts, x.span)]
    if losses:
        words = ", ".join(f'"{facts.document.quote(x.span)[:40]}"' for x in losses[:4] if x.span)
        yield Hit(
            losses[0].span,
            f"typed with spaces between its letters: {words}",
            "type the word without spaces and set the letter spacing in the font's settings",
        )


def _in_body(facts: Facts, span: Span) -> bool:
    """Whether ``span`` stands in the page itself, not in a footer such as "P a g e 2"."""
    return facts.document.line_at(span.start).origin not in ("header", "footer")


@rule(
    "PA204",
    Severity.INFO,
    source=sources.GREENHOUSE,
    bad=(Sample(_losing("direction-marks"), "an invisible mark turns a line's direction"),),
    good=(Sample(_PLAIN),),
)
def direction_marks(facts: Facts) -> Iterator[Hit]:
    """Invisible marks turn the direction of the text.

    They come with text copied from the web; a program that obeys them reads the line backwards, one
    that does not keeps them inside words.
    """
    losses = _losses(facts, "direction-marks")
    if losses:
        yield Hit(
            losses[0].span,
            f"invisible marks of direction in {len(losses)} "
            f"{'line' if len(losses) == 1 else 'lines'}",
            "paste that text again as plain text",
        )


@rule(
    "PA105",
    Severity.INFO,
    source=sources.GREENHOUSE,
    bad=(Sample(_losing("images", "1 picture: whatever it shows is not read"), "a picture"),),
    good=(Sample(_PLAIN, "no pictures"),),
)
def pictures(facts: Facts) -> Iterator[Hit]:
    """The file holds pictures.

    Nothing that a picture shows is read: no logo, rating bar or diagram; a vendor names graphics
    and photos among the causes of a failed parse.
    """
    for loss in _losses(facts, "images"):
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
        Sample(_losing("tracked-changes", "2 tracked changes: others may see both"), "2 changes"),
        Sample(_losing("comments", "1 comment: others may see it"), "a reviewer's comment"),
    ),
    good=(Sample(_PLAIN),),
)
def traces_of_editing(facts: Facts) -> Iterator[Hit]:
    """Tracked changes or comments are left in the file.

    Readers of the file see them, and programs differ in whether they take the old text, the new one
    or both.
    """
    for kind in ("tracked-changes", "comments"):
        for loss in _losses(facts, kind):
            yield Hit(loss.span, loss.message, "accept all changes, delete comments, and save")


_LARGE = 2_500_000
"""Bytes above which Greenhouse parses no file."""


@rule(
    "PA107",
    Severity.WARNING,
    source=sources.GREENHOUSE,
    bad=(Sample(replace(_PLAIN, size=4_000_000), "the file has 4 MB"),),
    good=(Sample(replace(_PLAIN, size=400_000), "the file has 400 KB"),),
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
     "tables", "text-boxes"]
)  # fmt: skip
"""Kinds of loss that another rule speaks of, or (invisible characters) that every reader drops."""


@rule(
    "PA199",
    Severity.INFO,
    source=sources.TEXTKERNEL,
    bad=(Sample(_losing("embedded-documents", "1 embedded document, not read"), "a sheet within"),),
    good=(Sample(_PLAIN),),
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
