"""Who the resume is of and how to reach them, with the places that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from atscheck.documents.model import Document, Span
from atscheck.resume.model import Contact, ContactLink, Section
from atscheck.resume.names import find_name

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
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s|,;<>]{3,300}"
    r"|\b(?:linkedin|github|gitlab|bitbucket|medium|kaggle|orcid|behance|dribbble|stackoverflow"
    r"|scholar\.google)\.(?:com|org|net)/[^\s|,;<>]{1,200}",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"(?<![\w@./-])[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40})?\.(?:ai|app|co|com|dev|info|io|me|net|org|site|tech|xyz)"
    r"(?:/[^\s|,;<>]{0,200})?(?![\w@.])"
)
# Groups of digits with up to three separators between them, perhaps a prefix with plus or brackets.
_PHONE = re.compile(
    r"(?<![\w/.])(?<!\d-)(?:(?:\+|00) ?)?\(?\+?\d{1,5}\)?(?:[ .()/-]{0,3}\d{1,5}){1,7}(?!\w)"
)
_PHONE_CUE = re.compile(
    r"(?:\b(?:mob(?:ile)?|ph(?:one)?|tel(?:ephone)?|cell|contact|call|whatsapp|handy|m|t|p|c)\b"
    r"[^\n\w]{0,6}(?:no|number|nos|num|us)?[^\n\w]{0,6}|[☎☏✆📞📱]\s{0,3})$",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\b(?:19|20)\d\d\s*(?:-|to)\s*(?:19|20)?\d\d\b")
_DATE = re.compile(r"^\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b")
_FEWEST_DIGITS, _FEWEST_CUED, _MOST_NATIONAL = 9, 7, 12
_MOST_DIGITS = 15  # of an international number (ITU-T E.164)


def find_contact(document: Document, sections: Sequence[Section]) -> Contact:
    """The contact card that an ATS would file."""
    email = _find_email(document)
    name = find_name(document, sections, email[0] if email else None)
    phone = _find_phone(document, sections)
    return Contact(
        name=" ".join(document.quote(name).split()) if name else None,
        name_span=name,
        email=email[0] if email else None,
        email_span=email[1] if email else None,
        phone=phone[0] if phone else None,
        phone_span=phone[1] if phone else None,
        links=tuple(_find_links(document, sections)),
    )


def _find_email(document: Document) -> tuple[str, Span | None] | None:
    """The first address in the text, else one written with gaps, else a link's."""
    found = EMAIL.search(document.text)
    if found:
        glued = _GLUED_LABEL.match(found.group())
        start = found.start() + (glued.end() if glued else 0)
        address = document.text[start : found.end()].strip(".-")
        return address, Span(start, found.end())
    hidden = _HIDDEN_EMAIL.search(document.text)
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


def _find_phone(document: Document, sections: Sequence[Section]) -> tuple[str, Span | None] | None:
    """A number announced by a cue in the contact part, then any there, then any announced."""
    personal = [s.span for s in sections if s.kind in ("contact", "personal")]
    found = list(_phones(document))
    early = [
        span
        for span, _ in found
        if any(p.start <= span.start < p.end for p in personal) or _is_contact_line(document, span)
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


def _is_contact_line(document: Document, span: Span) -> bool:
    """Whether the line of ``span`` is in the page's margin or has an e-mail address."""
    line = document.line_at(span.start)
    return line.origin in ("header", "footer") or bool(EMAIL.search(document.line_text(line)))


def _phones(document: Document) -> Iterator[tuple[Span, bool]]:
    """The telephone numbers in the text, each with whether a word announces it."""
    for found in _PHONE.finditer(document.text):
        text = found.group()
        start, end = _first_number(text)
        number = text[start:end]
        start, end = found.start() + start, found.start() + end
        line = document.line_at(start)
        cued = bool(_PHONE_CUE.search(document.text[max(line.span.start, start - 30) : start]))
        fewest = _FEWEST_CUED if cued else _FEWEST_DIGITS
        if not fewest <= sum(c.isdigit() for c in number) <= _MOST_DIGITS:
            continue
        if not _YEARS.search(number) and not _DATE.match(number):
            yield Span(start, end), cued


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
    for gap in re.finditer(r"[ /]+", text):
        if sum(c.isdigit() for c in text[: gap.start()]) >= _FEWEST_DIGITS:
            return start, gap.start()
    return start, len(text)


def _find_links(document: Document, sections: Sequence[Section]) -> Iterator[ContactLink]:
    """Links as written and as set, each once; bare site names only in the contact part."""
    parts = [s.span for s in sections if s.kind in ("contact", "personal")]
    written = [
        (found.group().rstrip(".)"), Span(*found.span())) for found in _LINK.finditer(document.text)
    ]
    set_behind = [
        (link.target, document.lines[link.line - 1].span if link.line else None)
        for link in document.links
    ]
    sites = [
        (found.group(), Span(*found.span()))
        for part in parts
        for found in _SITE.finditer(document.text, part.start, part.end)
    ]
    seen: set[str] = set()
    for target, span in [*written, *set_behind, *sites]:
        key = re.sub(r"^https?://(?:www\.)?|^www\.|/$", "", target.casefold())
        if key not in seen and not key.startswith(("mailto:", "tel:")):
            seen.add(key)
            yield ContactLink(target, "other", span)
