"""PA: pages and text that a machine does not read, or only in part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.checks.samples import PLAIN, losing, losing_both, noted
from atscheck.documents.model import Box


def _numbers(numbers: Iterable[int]) -> str:
    """Pages as prose: "page 2", "pages 2 and 3", "pages 2, 3 and 5"."""
    *most, last = (str(n) for n in sorted(set(numbers)))
    return f"pages {', '.join(most)} and {last}" if most else f"page {last}"


def _picture(page: int, note: str, text: str = PLAIN.text) -> Sample:
    message = f"page {page} is a picture: a machine reads no text on it"
    return losing("image-only-page", message, note, text=text, page=page)


def _recognised(page: int, note: str) -> Sample:
    message = f"page {page} is a picture with text recognised in it behind"
    return losing("text-over-image", message, note, page=page)


_LOGO = losing("images", "1 picture: text in pictures is not read", "a logo beside the name")


@rule(
    "PA101",
    Severity.ERROR,
    source=sources.LEVER,
    bad=lambda: (
        _picture(2, "its second page is a scan"),
        _picture(1, "its first page is a cover drawn as one picture"),
        losing_both(_picture(2, ""), _picture(3, ""), "two certificates are scanned at its end"),
        _picture(3, "a page of shapes: the letters were turned into outlines", "Jane Example"),
    ),
    good=lambda: (
        noted("every page has text"),
        _LOGO,
        _recognised(1, "a scan with the text that a program recognised behind it"),
        noted("a picture fills the page behind its text"),
    ),
)
def image_only_page(facts: Facts) -> Iterator[Hit]:
    """A page is a picture: a machine reads no text on it.

    Text in a picture cannot be highlighted, searched or filed; what stands there does not exist for
    a system that reads text.
    """
    losses = facts.losses("image-only-page")
    pages = [loss.box.page for loss in losses if loss.box]
    if losses:
        where, are = (_numbers(pages), len(set(pages)) > 1) if pages else ("a page", False)
        yield Hit(
            None,
            f"no text on {where}: {'they are pictures' if are else 'it is a picture'}",
            "export the resume again from the program it was written in, not as a scan or picture; "
            "--ocr shows what the picture seems to say",
        )


def _doubted(text: str, doubt: str, note: str) -> Sample:
    return Sample(replace(noted(note, text).document, doubt=doubt), note)


_UNMAPPED = "many of its characters have no mapping to letters"


@rule(
    "PA102",
    Severity.ERROR,
    source=sources.UNMAPPED,
    bad=lambda: (
        _doubted("\ufffd\ufffd\ufffd\ufffd \ufffd\ufffd", _UNMAPPED, "no font names its letters"),
        _doubted("Jane Example\n(cid:36)(cid:70)(cid:80)", _UNMAPPED, "text as codes"),
        _doubted("Jane Example\n\ufffd\ufffd\ufffdu\ufffdt", _UNMAPPED, "only its headings read"),
        _doubted("-DQH ([DPSOH", "few of its words are words", "every letter is another one"),
    ),
    good=lambda: (
        noted("its letters come out as they look"),
        noted("one sign of a font is unknown", "Jane Example\n\ufffd jane@example.org"),
        noted("another alphabet", "\u0410\u043d\u043d\u0430 \u041f\u0440\u0438\u043c\u0435\u0440"),
        _recognised(1, "a scan with text behind it that reads well"),
    ),
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
            "export the resume with another program or font; it is right when text that you copy "
            "from the file and paste elsewhere reads the same",
        )


_DRAWN = "page 3 draws too much: it and what follows is not read in full"


@rule(
    "PA104",
    Severity.WARNING,
    source=sources.LEVER,
    bad=lambda: (
        losing("truncated", "only the first 100 pages were read", "a thesis behind the resume"),
        losing("truncated", "only the first 9120 lines were read", "a text file with a log in it"),
        losing("truncated", _DRAWN, "a page with a map of a million lines"),
        losing_both(losing("truncated", _DRAWN, ""), _LOGO, "a drawing and a logo"),
    ),
    good=lambda: (
        noted("two pages, read in full"),
        noted("forty pages with publications, read in full"),
        _picture(2, "a page without text is read in full, though it says nothing"),
        losing("charts", "1 chart: text and numbers in charts are not read", "a chart of skills"),
    ),
)
def only_partly_read(facts: Facts) -> Iterator[Hit]:
    """The file is so long that only its first part was read.

    Every system has such a limit; what stands behind it is not filed.
    """
    yield from facts.told("send the resume alone, without appendices", "truncated")


@rule(
    "PA112",
    Severity.INFO,
    source=sources.SYNCHR,
    bad=lambda: (
        _recognised(1, "a printed resume that an office scanner made searchable"),
        _recognised(2, "its second page is a certificate, scanned with its text"),
        losing_both(_recognised(1, ""), _recognised(2, ""), "both of its pages are scanned"),
        losing_both(_recognised(1, ""), _picture(2, ""), "one page recognised, one not"),
    ),
    good=lambda: (
        _picture(1, "a scan without any text"),
        noted("written, then exported"),
        noted("text on a picture that fills the page"),
        losing(
            "ocr",
            "page 1 is a picture: its text was recognised by OCR",
            "a scan that was read with --ocr: another rule says so",
            page=1,
        ),
    ),
)
def recognised_text(facts: Facts) -> Iterator[Hit]:
    """A page is a picture, with text behind it that a program has recognised.

    What is read are the program's guesses, with its mistakes; a system that ignores text which is
    not drawn reads nothing.
    """
    pages: list[Box] = [loss.box for loss in facts.losses("text-over-image") if loss.box]
    if pages:
        where = _numbers(box.page for box in pages)
        yield Hit(
            None,
            f"scanned: {where}; the text behind the picture is what a program took it for",
            "export the resume from the program it was written in; or compare `atscheck text` with "
            "the page",
        )
