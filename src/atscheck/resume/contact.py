"""Who the resume is of and how to reach them, with the places that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from atscheck.data import load_words
from atscheck.documents.model import Document, Line, Span
from atscheck.resume.headings import is_heading_text
from atscheck.resume.model import Contact, Section

EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}")
_SPACED_EMAIL = re.compile(r"[\w.+-]{1,64} ?@ ?[\w-]{1,64}(?: ?\. ?[\w-]{1,64}){0,3}\.[a-z]{2,6}\b")
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s|,;<>]{3,300}"
    r"|\b(?:linkedin|github|gitlab|medium|kaggle|orcid|scholar\.google)\.(?:com|org)/[^\s|,;<>]{1,200}"
)
# At least nine digits with single separators between groups, an international or bracketed prefix.
_PHONE = re.compile(r"(?<![\w/.-])(?:\+|00)?\(?\+?\d{1,4}\)?(?:[ .()/-]{0,3}\d{1,5}){2,6}(?!\w)")
_PHONE_CUE = re.compile(
    r"\b(?:mob(?:ile)?|ph(?:one)?|tel|cell|contact|call|whatsapp|m)\b", re.IGNORECASE
)
_YEARS = re.compile(r"\b(?:19|20)\d\d\s*(?:-|to)\s*(?:19|20)?\d\d\b")
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_'.-]*(?:['.-][^\W\d_]+)*\.?")
_NAME_LABEL = re.compile(
    r"^(?:full |candidate |my )?name\s*(?:of (?:the )?candidate)?\s*[:-]+\s*", re.IGNORECASE
)
_TITLES = re.compile(r"^(?:mr|mrs|ms|miss|dr|prof|er|ca)\b\.?\s*", re.IGNORECASE)
_PARTICLES = frozenset(
    ["de", "da", "van", "von", "der", "bin", "al", "el", "la", "di", "dos", "del"]
)
_SUFFIXES = re.compile(r"\s*(?:,|\(|\||\s-\s|\t).*$")
_NOT_NAMES = frozenset(
    "resume cv curriculum vitae profile page address email phone mobile objective summary contact "
    "biodata bio data career personal details name father mother date of birth".split()
)


def find_contact(document: Document, sections: Sequence[Section]) -> Contact:
    """The contact card that an ATS would file."""
    name = _find_name(document, sections)
    email = _find_email(document)
    phone = _find_phone(document, sections)
    return Contact(
        name=document.quote(name) if name else None,
        name_span=name,
        email=email[0] if email else None,
        email_span=email[1] if email else None,
        phone=document.quote(phone) if phone else None,
        phone_span=phone,
        links=tuple(_find_links(document)),
    )


def _find_email(document: Document) -> tuple[str, Span | None] | None:
    for pattern in (EMAIL, _SPACED_EMAIL):
        found = pattern.search(document.text)
        if found:
            address = found.group().replace(" ", "").strip(".-")
            return address, Span(*found.span())
    for link in document.links:
        if link.target.casefold().startswith("mailto:"):
            address = link.target[7:].split("?", 1)[0]
            if EMAIL.fullmatch(address):
                line = document.lines[link.line - 1].span if link.line else None
                return address, line
    return None


def _find_phone(document: Document, sections: Sequence[Section]) -> Span | None:
    """The first number in the contact part, then the first that a cue announces, then any."""
    personal = [s.span for s in sections if s.kind in ("contact", "personal")]
    found = list(_phones(document))
    cued = [s for s in found if _PHONE_CUE.search(_before(document, s))]
    early = [s for s in found if any(p.start <= s.start < p.end for p in personal)]
    both = [s for s in cued if s in early]
    return next(iter([*both, *early, *cued]), None)


def _phones(document: Document) -> Iterator[Span]:
    for found in _PHONE.finditer(document.text):
        text = found.group()
        digits = re.sub(r"\D", "", text)
        if not 9 <= len(digits) <= 15 or "\n" in text or _YEARS.search(text):
            continue
        start = found.start() + (len(text) - len(text.lstrip(" (.-")) if text[0] not in "(+" else 0)
        yield Span(start, found.end())


def _before(document: Document, span: Span) -> str:
    line = document.line_at(span.start)
    return document.text[max(line.span.start, span.start - 25) : span.start]


def _find_links(document: Document) -> Iterator[str]:
    seen: set[str] = set()
    targets = [link.target for link in document.links]
    for target in [*(m.group().rstrip(".)") for m in _LINK.finditer(document.text)), *targets]:
        key = re.sub(r"^https?://(?:www\.)?|/$", "", target.casefold())
        if key not in seen and not key.startswith(("mailto:", "tel:")):
            seen.add(key)
            yield target


def _find_name(document: Document, sections: Sequence[Section]) -> Span | None:
    """The name: the best candidate among the first lines, else a line that says "Name:"."""
    head = sections[0].span.end if sections else len(document.text)
    first = [line for line in document.lines[:15] if not line.hidden]
    top = [line for line in first if line.span.start < head or line.origin == "header"] or first[:3]
    biggest = max((line.size for line in top), default=0.0)
    ranked = [
        (_name_score(document, line, span, rank, biggest), -rank, span)
        for rank, line in enumerate(top)
        if (span := _name_in(document, line)) is not None
    ]
    if ranked:
        return max(ranked, key=lambda r: r[:2])[2]
    return next(_labelled_names(document), None)


def _labelled_names(document: Document) -> Iterator[Span]:
    for line in document.lines:
        label = _NAME_LABEL.match(document.line_text(line))
        if label and label.end() < line.span.end - line.span.start:
            yield Span(line.span.start + label.end(), line.span.end)


def _name_in(document: Document, line: Line) -> Span | None:
    """The part of ``line`` that can be a person's name."""
    text = document.line_text(line)
    start = 0
    for lead in (_NAME_LABEL, _TITLES):
        found = lead.match(text[start:])
        start += found.end() if found else 0
    body = _SUFFIXES.sub("", text[start:])
    words = body.split()
    if not 1 <= len(words) <= 5 or is_heading_text(body):
        return None
    for word in words:
        capital = word[:1].isupper() or word.casefold() in _PARTICLES
        if not capital or not _NAME_WORD.fullmatch(word) or word.casefold() in _NOT_NAMES:
            return None
    if any(word.casefold() in _roles() for word in words):
        return None
    return Span(line.span.start + start, line.span.start + start + len(body.rstrip()))


@cache
def _roles() -> frozenset[str]:
    return frozenset(t for t in load_words("roles")["titles"] if " " not in t)


def _name_score(document: Document, line: Line, span: Span, rank: int, biggest: float) -> float:
    """Larger type, an early line, two to four words, and a label all speak for a name."""
    words = len(document.quote(span).split())
    score = 2.0 if line.size and line.size >= biggest else 0.0
    score += 1.0 if line.bold else 0.0
    score += 1.5 if 2 <= words <= 4 else -1.0
    score += 3.0 if _NAME_LABEL.match(document.line_text(line)) else 0.0
    return score - 0.4 * rank
