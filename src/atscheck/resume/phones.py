"""Telephone numbers: found by digits and cues, made international by the phonenumbers library."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from atscheck.documents.model import Document, Span
from atscheck.resume.model import Section
from atscheck.resume.places import countries_in
from atscheck.resume.words import either

# Groups of digits with up to three separators between them, perhaps a prefix with plus or brackets.
_PHONE = re.compile(
    r"(?<![\w/])(?<!\d[.-])(?:(?:\+|00) ?)?\(?\+?\d{1,5}\)?(?:[ .()/-]{0,3}\d{1,5}){1,7}(?!\w)"
)
_YEARS = re.compile(r"\b(?:19|20)\d\d\s*(?:-|to)\s*(?:19|20)?\d\d\b")
_DATE = re.compile(r"^\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b|^(?:19|20)\d\d[./-]\d{1,2}[./-]")
_FEWEST_DIGITS, _FEWEST_CUED, _MOST_NATIONAL = 9, 7, 12
_MOST_DIGITS = 15  # of an international number (ITU-T E.164)
_CUE_WIDTH = 30  # characters before a number in which a word announces it


def find_phone(
    document: Document, text: str, sections: Sequence[Section], contact_lines: frozenset[int]
) -> tuple[str, Span | None] | None:
    """A number announced by a cue in the contact part, then any there, then any announced.

    ``text`` is the document's, with what is not to be read blanked out.
    """
    personal = [s.span for s in sections if s.kind in ("contact", "personal")]
    found = list(phones(document, text))
    early = [
        span
        for span, _ in found
        if any(p.start <= span.start < p.end for p in personal)
        or document.line_at(span.start).number in contact_lines
    ]
    cued = [span for span, is_cued in found if is_cued]
    both = [span for span in cued if span in early]
    prefixed = [span for span, _ in found if document.quote(span).startswith("+")]
    best = next(iter([*both, *early, *cued, *prefixed]), None)
    if best is not None:
        return document.quote(best), best
    for link in document.links:
        if link.target.casefold().startswith("tel:"):
            return link.target[4:], document.lines[link.line - 1].span if link.line else None
    return None


def international(
    written: str, document: Document, sections: Sequence[Section], location: str | None
) -> str | None:
    """The number as "+" and digits (E.164); None where it is valid in no country that is named.

    A number without its country's prefix is read as one of the country that the location names,
    the contact part, or most often the whole text.
    """
    import phonenumbers  # 25 ms, and only where there is a number

    personal = [document.quote(s.span) for s in sections if s.kind in ("contact", "personal")]
    texts = (location or "", "\n".join(personal), document.text)
    prefixed = written.lstrip("( ").startswith(("+", "00"))
    regions = [] if prefixed else [region for text in texts for region in countries_in(text)[:1]]
    written = re.sub(r"^\(?00", "+", written.strip())
    for region in [None, *regions]:
        try:
            number = phonenumbers.parse(written, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return None


def phones(document: Document, source: str) -> Iterator[tuple[Span, bool]]:
    """The telephone numbers in ``source``, each with whether a word announces it."""
    for found in _PHONE.finditer(source):
        text = found.group()
        start, end = _first_number(text)
        number = text[start:end]
        start, end = found.start() + start, found.start() + end
        line = document.line_at(start)
        before = document.text[max(line.span.start, start - _CUE_WIDTH) : start]
        cue = _cue().search(before)
        fewest = _FEWEST_CUED if cue and len(cue["cue"] or "") > 1 else _FEWEST_DIGITS
        if not fewest <= sum(c.isdigit() for c in number) <= _MOST_DIGITS:
            continue
        if not (_YEARS.search(number) or _DATE.match(number) or _other().search(before)):
            yield Span(start, end), cue is not None


def _first_number(text: str) -> tuple[int, int]:
    """Start and end of the first number in a row of digit groups.

    A national number has up to twelve digits, an international one with its prefix up to fifteen;
    in a longer row a postal code stands before it or another number behind it.
    """
    start = len(text) - len(text.lstrip(" .-/)"))
    most = _MOST_DIGITS if re.match(r"\(?(?:\+|00)", text[start:]) else _MOST_NATIONAL
    if sum(c.isdigit() for c in text) <= most:
        return start, len(text)
    code = re.match(r"\d{5,6}\s+(?=[\d(])", text[start:])
    rest = start + code.end() if code else 0
    if code and _FEWEST_DIGITS <= sum(c.isdigit() for c in text[rest:]) <= most:
        return rest, len(text)
    for gap in re.finditer(r"[ /-]+", text):
        if sum(c.isdigit() for c in text[: gap.start()]) >= _FEWEST_DIGITS:
            return start, gap.start()
    return start, len(text)


@cache
def _cue() -> re.Pattern[str]:
    """A word that announces a number, or a sign that does, at the end of what stands before it."""
    return re.compile(
        rf"(?:\b(?P<cue>{either('contact', 'phone_cues')})\b"
        rf"[^\n\w]{{0,6}}(?:{either('contact', 'numbers')})?[^\n\w]{{0,6}}|[☎☏✆📞📱]\s{{0,3}})$",
        re.IGNORECASE,
    )


@cache
def _other() -> re.Pattern[str]:
    """A word before a number that is none to call."""
    return re.compile(
        rf"(?<![\w/])(?:{either('contact', 'other_numbers')})\b"
        rf"[^\n\w]{{0,6}}(?:{either('contact', 'numbers')})?[^\n\w]{{0,6}}$",
        re.IGNORECASE,
    )
