"""Letters in one file with a resume: from the addressee or the salutation to the closing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atscheck.documents.model import Document, Line, Span
from atscheck.resume.words import either

_LONGEST = 60  # lines of a letter, from its salutation to its closing
_SHORTEST = 2  # lines between the two
_MOST_WORDS = 8  # of a salutation, and of a closing
_ABOVE = 10  # lines between the top of a page and the salutation


def find_letters(document: Document) -> Iterator[Span]:
    """The letters in reading order.

    What stands above the addressee and below the closing is the sender's name and address, and no
    part of them.
    """
    end = 0
    for line in document.lines:
        if line.number > end and _salutation().match(document.line_text(line)):
            closing = _closing_after(document, line)
            if closing is not None:
                end = closing.number
                yield Span(_addressee_above(document, line).span.start, closing.span.end)


def _closing_after(document: Document, salutation: Line) -> Line | None:
    """The first line that closes the letter, and the last of those in a row with it."""
    following = document.lines[salutation.number : salutation.number + _LONGEST]
    found: Line | None = None
    for line in following[_SHORTEST:]:
        text = document.line_text(line)
        if _closing().match(text) and len(text.split()) <= 2 * _MOST_WORDS:
            found = line
        elif found is not None:
            break
    return found


def _addressee_above(document: Document, salutation: Line) -> Line:
    """The first line about the addressee or the matter above the salutation, else that itself."""
    page = salutation.box.page if salutation.box else None
    above = document.lines[max(0, salutation.number - 1 - _ABOVE) : salutation.number - 1]
    on_page = (n for n in above if (n.box.page if n.box else None) == page)
    told = (n for n in on_page if _addressee().match(document.line_text(n)))
    return next(told, salutation)


@cache
def _salutation() -> re.Pattern[str]:
    words = rf"(?:[ /][\w.'/-]+){{0,{_MOST_WORDS}}}"
    opened = rf"(?:{either('letters', 'salutations')})\b{words}"
    return re.compile(
        rf"\W{{0,3}}(?:{opened}|(?:{either('letters', 'addressed')}))\s?[,:!-]*\s?$", re.IGNORECASE
    )


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}(?:{either('letters', 'closings')})\b", re.IGNORECASE)


@cache
def _addressee() -> re.Pattern[str]:
    return re.compile(
        rf"\W{{0,3}}(?:{either('letters', 'addressees')})\b\s*(?:[.,:\t-]|$|(?=\w))", re.IGNORECASE
    )
