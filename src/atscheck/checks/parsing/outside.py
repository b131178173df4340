"""PA: text that stands beside the page's own: in headers, footers and text boxes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from atscheck.checks import sources
from atscheck.checks.quotes import shortened
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.checks.samples import marked
from atscheck.documents.model import Line, Origin, Span

_OUTSIDE: dict[Origin, str] = {
    "header": "page header",
    "footer": "page footer",
    "textbox": "text box",
}
_TOP = "Jane Example\njane@example.org\n+1 555 010 0199\n\nEXPERIENCE\n"
_BUILT = "- Built a search index of 2 million pages."


def _beside(text: str, lines: Collection[int], origin: Origin, note: str = "") -> Sample:
    """A Word file with lines outside of its body."""
    return Sample(marked(text, lines, origin=origin), note or f"in a {_OUTSIDE[origin]}")


def _lines(facts: Facts, origin: str) -> list[Line]:
    return [line for line in facts.document.lines if line.origin == origin]


def _start(facts: Facts, lines: Iterable[Line]) -> str:
    """The first words of some lines."""
    return shortened(" ".join(facts.document.line_text(line) for line in lines))


@rule(
    "PA304",
    Severity.ERROR,
    source=sources.GREENHOUSE,
    bad=lambda: (
        _beside(_TOP, [1, 2, 3], "header", "the first three lines stand in the page header"),
        _beside(_TOP, [3], "textbox", "the telephone number stands in a text box"),
        _beside(
            "Jane Example\n\nEXPERIENCE\n- Built tools.\njane@example.org", [4], "footer",
            "the last line stands in the page footer",
        ),
        _beside(
            "J. Example, page 1\njane@example.org\nJane Example\n\nEXPERIENCE", [1, 2], "header",
            "the address stands in the page header, the name in the body",
        ),
    ),
    good=lambda: (
        Sample(marked(_TOP, ()), "all in the body"),
        _beside(f"jane@example.org\n{_TOP}", [1], "header", "the header repeats the address"),
        _beside(
            "Jane Example\nEXAMPLE JANE M.\nEXPERIENCE\n- Built tools.", [1], "header",
            "the name stands in the header, and in the body in another order",
        ),
        Sample(marked(_TOP, [1, 2, 3], origin="header", format="pdf"), "at the top of a PDF page"),
    ),
)  # fmt: skip
def contact_outside_body(facts: Facts) -> Iterator[Hit]:
    """Contact details stand only in a page header, footer or text box of a Word file.

    Parsers leave those parts out, so that nobody's name or address is filed.
    """
    if facts.document.format != "docx":
        return
    contact = facts.resume.contact
    spans: tuple[tuple[str, Span | None], ...] = (
        ("name", contact.name_span),
        ("e-mail address", contact.email_span),
        ("phone number", contact.phone_span),
    )
    body = _body(facts)
    found: dict[Origin, list[tuple[str, Span]]] = {}
    for what, span in spans:
        origin = facts.document.line_at(span.start).origin if span else "body"
        if span and origin in _OUTSIDE and not _says(body, facts.document.quote(span)):
            found.setdefault(origin, []).append((what, span))
    for origin, places in found.items():
        *most, last = (what for what, _ in places)
        named = f"{', '.join(most)} and {last} stand" if most else f"{last} stands"
        yield Hit(
            min((span for _, span in places), key=lambda span: span.start),
            f"the {named} only in a {_OUTSIDE[origin]}",
            "write this among the first lines of the page itself",
        )


Body = Sequence[tuple[str, set[str]]]
"""The lines of the body, each with its words in lower case."""


def _body(facts: Facts) -> Body:
    lines = [n for n in facts.document.lines if n.origin not in _OUTSIDE]
    return [(text, set(text.casefold().split())) for text in map(facts.document.line_text, lines)]


def _says(body: Body, text: str) -> bool:
    """Whether a line of the body has ``text``, or all of its words in whatever case and order."""
    words = set(text.casefold().split())
    return any(text in said or words <= own for said, own in body)


@rule(
    "PA305",
    Severity.WARNING,
    source=sources.GREENHOUSE,
    bad=lambda: (
        _beside(f"EXPERIENCE\n{_BUILT}", [2], "textbox", "the statement stands in a text box"),
        _beside("SKILLS\nPython, SQL, Kafka\n\nEXPERIENCE", [1, 2], "textbox", "skills in a box"),
        _beside(f"{_TOP}{_BUILT}", [1, 2, 3], "textbox", "contact details in a box at the side"),
        _beside(
            f"Jane Example\nAnalyst\nfor shops\nEXPERIENCE\n{_BUILT}", [2, 3], "textbox",
            "two boxes under the name, of three words together",
        ),
    ),
    good=lambda: (
        Sample(marked(f"EXPERIENCE\n{_BUILT}", ()), "no box"),
        _beside(f"{_TOP}{_BUILT}\n2 of", [6], "textbox", "a box around the page's number"),
        _beside(f"EXPERIENCE\n{_BUILT}", [2], "table", "the statement stands in a table"),
        _beside(f"EXPERIENCE\n{_BUILT}\nJane", [3], "footer", "a word stands in the footer"),
    ),
    options={"words": "words in text boxes that are told of"},
)  # fmt: skip
def text_in_text_box(facts: Facts, *, words: int = 3) -> Iterator[Hit]:
    """Text stands in text boxes.

    Parsers put such text at the start or end of what they read, or leave it out.
    """
    lines = _lines(facts, "textbox")
    found = sum(len(facts.document.line_text(line).split()) for line in lines)
    if lines and found >= words:
        yield Hit(
            lines[0].span,
            f"in a text box, {found} words: {_start(facts, lines)}",
            "move the text into the page itself",
        )


@rule(
    "PA306",
    Severity.INFO,
    source=sources.GREENHOUSE,
    bad=lambda: (
        _beside(
            f"EXPERIENCE\n{_BUILT}\nReferences are on my page", [3], "footer",
            "the last line stands in the page footer",
        ),
        _beside(
            "Certified project manager\nJane Example\n\nEXPERIENCE", [1], "header",
            "the first line stands in the page header",
        ),
        _beside(
            f"EXPERIENCE\n{_BUILT}\nSpeaks English and Danish\nHolds a driving licence", [3, 4],
            "footer", "two facts stand in the page footer",
        ),
        _beside(
            "Jane Example\nProject manager for trains\nEXPERIENCE\nManager, Acme Ltd", [1, 2],
            "header", "the name and what she does stand in the page header",
        ),
    ),
    good=lambda: (
        _beside(f"EXPERIENCE\n{_BUILT}\nPage 2", [3], "footer"),
        _beside(f"Jane Example\n{_TOP}{_BUILT}", [1], "header", "the header repeats the name"),
        _beside(f"{_TOP}{_BUILT}\nResume of Jane", [6], "textbox", "in a text box"),
        Sample(
            marked(f"EXPERIENCE\n{_BUILT}\nSeen by my team", [3], origin="footer", format="pdf"),
            "at the foot of a PDF page",
        ),
    ),
    options={"words": "words from which a line is more than a page number"},
)  # fmt: skip
def text_in_header_or_footer(facts: Facts, *, words: int = 3) -> Iterator[Hit]:
    """Text stands in a page header or footer of a Word file.

    Parsers leave those parts out; nothing is lost where they only repeat what the pages say.
    """
    if facts.document.format != "docx":
        return
    lines = [n for origin in ("header", "footer") for n in _lines(facts, origin)]
    body = _body(facts)
    lines = [n for n in lines[:_MOST] if _says_more(facts.document.line_text(n), body, words)]
    if lines:
        yield Hit(
            lines[0].span,
            f"only in a page header or footer: {_start(facts, lines)}",
            "write it in the page itself if it matters",
        )


_MOST = 200
"""Lines of headers and footers that are compared with each of the body."""


def _says_more(text: str, body: Body, words: int) -> bool:
    """Whether a line has at least so many ``words`` and the body does not say them."""
    found = [word for word in text.split() if word.isalpha()]
    return len(found) >= words and not _says(body, text)
