"""PA: what parsers differ in, and what none but character recognition reads."""

from __future__ import annotations

from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.checks.samples import losing, losing_both, noted
from atscheck.documents.model import Loss

_SHOWN = 3
"""Disagreements that a finding quotes; `atscheck text` lists more."""


def _ocr(page: int, why: str, note: str) -> Sample:
    return losing("ocr", f"page {page} {why}: its text was recognised by OCR", note, page=page)


_SCAN = "is a picture"
_SIGNS = "has characters that mean nothing to a machine"


@rule(
    "PA115",
    Severity.ERROR,
    source=sources.LEVER,
    bad=lambda: (
        _ocr(1, _SCAN, "a scan, read with --ocr"),
        _ocr(1, _SIGNS, "a page whose font names no letters, read with --ocr"),
        _ocr(3, _SCAN, "its third page is a scanned certificate, read with --ocr"),
        losing_both(_ocr(1, _SCAN, ""), _ocr(2, _SIGNS, ""), "both, read with --ocr"),
    ),
    good=lambda: (
        noted("every page has text of its own"),
        losing("image-only-page", "page 2 is a picture", "a picture, read without --ocr", page=2),
        losing(
            "text-over-image",
            "page 1 is a picture with text recognised in it behind",
            "the text behind a scan comes with the file",
            page=1,
        ),
        noted("OCR by name", "EXPERIENCE\n- Trained an OCR model that reads 40 scripts."),
    ),
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
            f"{loss.message}; a system without character recognition cannot read it",
            "export the resume again from the program it was written in, not as a scan or picture",
        )


def _fails(what: str, note: str) -> Sample:
    only = "(pdfminer.six), only by another (PDFium)"
    return losing("fallback", f"{what} cannot be read by one common parser {only}", note)


def _apart(here: str, there: str, note: str) -> Sample:
    text = f"Jane Example\nSKILLS\n{here}"
    message = f'"{here}" is "{there}" to another common parser (PDFium)'
    return losing("parsers-disagree", message, note, text=text, line=3)


@rule(
    "PA116",
    Severity.ERROR,
    source=sources.BROKEN,
    bad=lambda: (
        _fails("page 1", "a page with a damaged font"),
        _fails("this file", "the end of the file is missing, as after a broken download"),
        _fails("page 3", "a page whose drawing breaks off"),
        losing_both(_fails("page 1", ""), _fails("page 2", ""), "a picture damages both pages"),
    ),
    good=lambda: (
        noted("two parsers read the file"),
        losing("truncated", "only the first 100 pages were read", "a long file, in good order"),
        _apart("Python", "P y t h o n", "both read the page, and one word otherwise"),
        noted("a damaged link, which keeps nobody from reading the page"),
    ),
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
    bad=lambda: (
        _apart("PYTHON", "P Y T H O N", "a word whose letters are set far apart"),
        _apart("data bases", "databases", "words with a gap between them and no space"),
        _apart("workflow", "work ow", "letters that are set as one, without a name of their own"),
        losing(
            "parsers-disagree",
            '"Kafka" is found only by another common parser (PDFium)',
            "a word that is drawn in a way which one parser skips",
        ),
    ),
    good=lambda: (
        noted("two parsers read the same words"),
        "S K I L L S\nPython, typed with spaces that both read",
        "SKILLS\ndata  bases, with a space too many that both read",
        _apart("R", "AnalystR", "a single letter, glued to what stands beside it"),
    ),
)
def parsers_disagree(facts: Facts) -> Iterator[Hit]:
    """Two common parsers read some words otherwise.

    Spaces are not part of a PDF's text, each program infers them from gaps between letters; and
    fonts can name their letters in several ways. A word that comes out whole in one system is in
    pieces, run together or missing in another.
    """
    losses = [x for x in facts.losses("parsers-disagree") if not _is_short(x)]
    if losses:
        told = "; ".join(loss.message for loss in losses[:_SHOWN])
        more = "; `atscheck text` lists more" if len(losses) > _SHOWN else ""
        yield Hit(
            losses[0].span,
            f"{told}{more}",
            "set the letters no further apart than usual and type spaces between words; where "
            '"fi" or "ff" is missing, use another font, or in LaTeX \\input{glyphtounicode} and '
            "\\pdfgentounicode=1",
        )


def _is_short(loss: Loss) -> bool:
    """Whether a single letter is read otherwise, as bullets and powers are."""
    return loss.span is not None and loss.span.end - loss.span.start == 1
