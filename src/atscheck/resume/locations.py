"""Where the person is: a place in the contact part or behind a label of an address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from atscheck.documents.model import Document, Span
from atscheck.resume.model import Passage
from atscheck.resume.places import find_place
from atscheck.resume.words import either

_ADDRESS = re.compile(r"(?:(?!\b[a-z])[^:\t])*[,\d]\s*|")  # no label, no word in small letters
_AFTER_LABEL = 3  # lines of an address below its label


def find_location(
    document: Document, passages: Sequence[Passage], name: Span | None
) -> Span | None:
    """The first place of a labelled address, else the first in the contact part."""
    own = [p for p in passages if p.section in ("contact", "personal") and not p.hidden]
    lines = [line for p in own for line in document.lines[p.lines[0] - 1 : p.lines[1]]]
    labelled = [n.number for n in lines if _label().match(document.line_text(n))]
    addresses = [n for at in labelled for n in document.lines[at - 1 : at + _AFTER_LABEL]]
    top = [
        n
        for p in own
        if p.kind == "contact" or _is_place(p.text)
        for n in document.lines_of(p.span())
    ]
    for line in [*addresses, *top]:
        start = name.end if name and line.span.overlaps(name) else line.span.start
        found = find_place(document.quote(Span(start, max(start, line.span.end))))
        if found is not None:
            return Span(start + found[0], start + found[1])
    return None


def _is_place(text: str) -> bool:
    """Whether ``text`` is a place, perhaps with the rest of an address before it."""
    start, end = find_place(text) or (0, 0)
    return end > 0 and not text[end:].strip(" .,") and bool(_ADDRESS.fullmatch(text, 0, start))


@cache
def _label() -> re.Pattern[str]:
    labels = either("contact", "location_labels")
    return re.compile(rf"\W{{0,4}}(?:{labels})\b\s{{0,3}}(?:[:\t-]|$)", re.IGNORECASE)
