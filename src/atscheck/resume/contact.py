"""Who the resume is of and how to reach them, with the places that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from atscheck.documents.model import Document, Span
from atscheck.resume.links import find_links
from atscheck.resume.locations import find_location
from atscheck.resume.model import Contact, Passage, Section
from atscheck.resume.names import find_name
from atscheck.resume.phones import find_phone, international

EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}")
# With spaces around the marks, broken at a line's end, or written out ("jo [at] example [dot] org")
_AT = r"(?:[ \n]?@[ \n]?|\s?[\[({<]\s?(?:at|@)\s?[\])}>]\s?|\sat\s(?=[\w-]{1,40}\sdot\s))"
_DOT = r"(?:\s?\.\s?|\s?[\[({<]\s?(?:dot|\.)\s?[\])}>]\s?|\sdot\s)"
_HIDDEN_EMAIL = re.compile(
    rf"(?P<local>[\w.+-]{{1,64}}){_AT}"
    rf"(?P<domain>[\w-]{{1,64}}(?:{_DOT}[\w-]{{1,64}}){{0,3}}{_DOT}[a-z]{{2,6}})\b",
    re.IGNORECASE,
)
# A label glued to the address: "id-jo@example.org", "Email-jo@example.org".
_GLUED_LABEL = re.compile(
    r"^(?:(?:e-?)?mail-?)?(?:id)?[-.]+(?=\w)|^e-?mail(?=[-.:])[-.:]+", re.IGNORECASE
)


def find_contact(
    document: Document, sections: Sequence[Section], passages: Sequence[Passage]
) -> Contact:
    """The contact card that an ATS would file."""
    text = _outside_letters(document, sections)
    email = _find_email(document, text)
    name = find_name(document, sections, email[0] if email else None)
    phone = find_phone(document, text, sections, _contact_lines(document))
    place = find_location(document, passages, name)
    location = document.quote(place) if place else None
    return Contact(
        name=" ".join(document.quote(name).split()) if name else None,
        name_span=name,
        email=email[0] if email else None,
        email_span=email[1] if email else None,
        phone=phone[0] if phone else None,
        phone_span=phone[1] if phone else None,
        links=find_links(document, sections),
        phone_e164=international(phone[0], document, sections, location) if phone else None,
        location=location,
        location_span=place,
    )


def _outside_letters(document: Document, sections: Sequence[Section]) -> str:
    """The document's text with spaces in place of letters, whose addressee is another person."""
    text = document.text
    for span in (s.span for s in sections if s.kind == "letter"):
        text = f"{text[: span.start]}{' ' * (span.end - span.start)}{text[span.end :]}"
    return text


def _find_email(document: Document, text: str) -> tuple[str, Span | None] | None:
    """The first address in ``text``, else one written with gaps, else a link's."""
    found = EMAIL.search(text)
    if found:
        glued = _GLUED_LABEL.match(found.group())
        start = found.start() + (glued.end() if glued else 0)
        address = text[start : found.end()].strip(".-")
        return address, Span(start, found.end())
    hidden = _HIDDEN_EMAIL.search(text)
    if hidden:
        domain = re.sub(r"[\s\[\](){}<>]+|\bdot\b", " ", hidden["domain"].casefold())
        address = f"{hidden['local']}@{'.'.join(re.findall(r'[a-z0-9-]+', domain))}"
        return address, Span(*hidden.span())
    for link in document.links:
        if link.target.casefold().startswith("mailto:"):
            address = link.target[7:].split("?", 1)[0].strip()
            if EMAIL.fullmatch(address):
                line = document.lines[link.line - 1].span if link.line else None
                return address, line
    return None


def _has_email(text: str) -> bool:
    return "@" in text and EMAIL.search(text) is not None


def _contact_lines(document: Document) -> frozenset[int]:
    """The numbers of the lines in a page's margin, or with an e-mail address."""
    return frozenset(
        line.number
        for line in document.lines
        if line.origin in ("header", "footer") or _has_email(document.line_text(line))
    )
