"""Links to pages about the person, by the network they belong to (words/contact.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from atscheck.data import load_words
from atscheck.documents.model import Document, Span
from atscheck.resume.model import ContactLink, LinkKind, Section
from atscheck.resume.words import any_of, words

_SITE = re.compile(
    r"(?<![\w@./-])[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40})?\.(?:ai|app|co|com|dev|info|io|me|net|org|site|tech|xyz)"
    r"(?:/[^\s|,;<>]{0,200})?(?![\w@.])"
)
_AT_ENDS = ("@ ", "@\n")  # before the second half of a broken e-mail address
_NO_PAGE = ("mailto:", "tel:", "callto:", "sms:")


def find_links(document: Document, sections: Sequence[Section]) -> tuple[ContactLink, ...]:
    """The links of the contact part and of the pages' margins as written and as set, each once.

    Of a network that these name no page of, the first profile anywhere. What else a resume links to
    (a paper, a project, an employer) is no page about the person.
    """
    parts = [s.span for s in sections if s.kind in ("contact", "personal")]
    margins = [line.span for line in document.lines if line.origin in ("header", "footer")]
    own = [*parts, *margins]
    found: dict[str, ContactLink] = {}
    elsewhere: dict[LinkKind, ContactLink] = {}
    for target, span in _targets(document, parts):
        key = normalised(target)
        if not key or target.casefold().startswith(_NO_PAGE) or key in found:
            continue
        kind = kind_of_link(key)
        if span is None or any(span.overlaps(part) for part in own):
            found[key] = ContactLink(target, kind, span)
        elif kind not in ("portfolio", "other") and _is_profile(key):
            elsewhere.setdefault(kind, ContactLink(target, kind, span))
    named = {link.kind for link in found.values()}
    return (*found.values(), *(link for kind, link in elsewhere.items() if kind not in named))


def normalised(target: str) -> str:
    """What two ways to write one address share: no scheme, "www" or closing slash."""
    key = re.sub(r"^(?:https?:/{0,2})?(?:www\d?\.)?", "", target.strip().casefold())
    return key.rstrip("/")


def _targets(document: Document, parts: Sequence[Span]) -> Iterator[tuple[str, Span | None]]:
    """The targets with their place: those that are written in full, set, and only named."""
    for found in link_pattern().finditer(document.text):
        target = found.group().rstrip(".)")
        yield target, Span(found.start(), found.start() + len(target))
    for link in document.links:
        yield link.target, document.lines[link.line - 1].span if link.line else None
    for part in parts:
        for found in _SITE.finditer(document.text, part.start, part.end):
            if not document.text[: found.start()].endswith(_AT_ENDS):
                yield found.group(), Span(*found.span())


def _is_profile(key: str) -> bool:
    """Whether an address of a network is a person's page and not, say, one of a project."""
    path = key.split("?", 1)[0].split("/")[1:]
    return len(path) == 1 or (len(path) == 2 and path[0] in words("contact", "profile_paths"))


def kind_of_link(key: str) -> LinkKind:
    """The kind of a link by its host; a page of no network is one's own."""
    host = key.split("/", 1)[0]
    for kind, hosts in _networks().items():
        if any(f".{name}." in f".{host}." for name in hosts):
            return kind
    return "portfolio"


@cache
def _networks() -> dict[LinkKind, list[str]]:
    table: dict[LinkKind, list[str]] = load_words("contact")["networks"]
    return table


@cache
def link_pattern() -> re.Pattern[str]:
    """An address with its scheme, with "www", or of a known network."""
    named = any_of({host for hosts in _networks().values() for host in hosts})
    return re.compile(
        rf"(?:https?://|www\.)[^\s|,;<>]{{3,300}}|(?<![\w@.-])(?:\w{{2,3}}\.)?(?:{named})(?:\.\w{{2,3}})?"
        r"/[^\s|,;<>]{1,200}",
        re.IGNORECASE,
    )
