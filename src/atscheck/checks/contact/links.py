"""CT: links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.contact.essentials import WORK, linked, own_lines
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.documents.model import Span
from atscheck.resume.contact import EMAIL


@rule(
    "CT301",
    Severity.INFO,
    source=sources.LOST_LINKS,
    bad=lambda: (
        linked("Jane Example\nLinkedIn | Leeds", "https://www.linkedin.com/in/example", 2),
        linked("Jane Example\nMy code" + WORK, "https://github.com/example", 2),
        linked("Jane Example\nE-mail me", "mailto:jane@example.org", 2),
        linked("Jane Example\nMy pages | Leeds", "https://example.org/", 2),
    ),
    good=lambda: (
        linked("Jane Example\nlinkedin.com/in/example", "https://www.linkedin.com/in/example/", 2),
        linked("Jane Example\njane@example.org", "mailto:jane@example.org", 2),
        linked("Jane Example" + WORK, "https://example.org/index", 4),
        linked("Jane Example\ngithub.com/exam-\nple", "https://github.com/exam-ple", 2),
        linked("Jane Example\n+1 555 010 0199", "tel:+15550100199", 2),
        linked("Jane Example\nLeeds, UK", "https://www.google.com/maps/place/Leeds", 2),
        linked("Jane Example\nPage 1", "file:///home/example/cv.docx", 2),
    ),
    most=3,
)
def link_text_only(facts: Facts) -> Iterator[Hit]:
    """Address of a page or mailbox that stands in a link alone.

    A system that keeps the text keeps the word and loses the address; so does a printout.
    """
    own = {line.number: line for line in own_lines(facts)}
    shown = _joined(facts.document.text)
    said: set[str] = set()
    for link in facts.document.links:
        line = own.get(link.line or 0)
        key = _joined(_address(link.target))
        if line is None or key in said or key in shown or not _is_own_page(link.target):
            continue
        text = facts.document.line_text(line)
        host = key.partition("@")[2] if "@" in key else key.partition("/")[0]
        if host in _joined(text) or EMAIL.search(text):
            continue
        said.add(key)
        yield Hit(
            line.span,
            f"an address stands only in a link: {_address(link.target)}",
            "write the address itself as the link's text",
        )


def _is_own_page(target: str) -> bool:
    """Whether a target is a page or mailbox that may be the person's.

    No map, number to dial or place in the file is one.
    """
    mail = target.casefold().startswith("mailto:")
    return bool((mail or _PAGE.match(target)) and not _ELSEWHERE.search(target))


_PAGE = re.compile(r"(?:https?:/*)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]|$)", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"//(?:www\.|maps\.)*(?:google\.[a-z.]+/maps|maps\.app\.goo\.gl|google\.[a-z.]+/?\?q=|goo\.gl/maps|"
    r"openstreetmap\.org|wa\.me|api\.whatsapp\.com)|^maps\.",
    re.IGNORECASE,
)


def _address(target: str) -> str:
    """A link's target as one would write it."""
    address = re.sub(r"^(?:mailto:|https?:/*)?(?:www\.)?", "", _decoded(target).strip(), flags=re.I)
    return address.partition("?")[0].rstrip("/ ")


def _decoded(target: str) -> str:
    """A link's target with "%20" and the like as the characters that they stand for."""
    return re.sub(r"%([0-7][0-9a-f])", lambda m: chr(int(m[1], 16)), target, flags=re.IGNORECASE)


def _joined(text: str) -> str:
    return re.sub(r"\s", "", text.casefold())


@rule(
    "CT302",
    Severity.WARNING,
    source=sources.LOST_LINKS,
    bad=lambda: (
        linked("Jane Example\njane@example.org", "mailto:old@example.com", 2),
        linked("Jane Example\nE-mail: jane@example.org", "mailto:jane@example.or", 2),
        linked("Jane Example\njane@example.org | Leeds", "mailto:xyz@example.com", 2),
        linked("Jane Example\njane@example.org" + WORK, "mailto:jame@example.org?subject=CV", 2),
    ),
    good=lambda: (
        linked("Jane Example\njane@example.org", "mailto:jane@example.org", 2),
        linked("Jane Example\njane@example.org", "mailto:Jane@Example.org?subject=CV", 2),
        linked("Jane Example\nE-mail", "mailto:jane@example.org", 2),
        linked("Jane Example\njane@example.org", "https://example.org", 2),
    ),
)
def mail_link_differs(facts: Facts) -> Iterator[Hit]:
    """Link behind an e-mail address that leads to another one.

    It is left over from a template or an older version: whoever clicks on it writes to somebody
    else.
    """
    own = {line.number: line for line in own_lines(facts)}
    written = EMAIL.findall(facts.document.text.casefold())
    said = {_GLUED.sub("", address).strip(".-") for address in written}
    for link in facts.document.links:
        line = own.get(link.line or 0)
        if line is None or not link.target.casefold().startswith("mailto:"):
            continue
        target = EMAIL.search(_address(link.target).casefold())
        shown = EMAIL.search(facts.document.line_text(line))
        address = target[0].strip(".-") if target else ""
        if not address or not shown or address in said:
            continue
        said.add(address)
        yield Hit(
            Span(line.span.start + shown.start(), line.span.start + shown.end()),
            f"the text says {shown[0]}, but a click on it writes to {address}",
            "remove the link, or let it lead to the address that is written there",
        )


_GLUED = re.compile(r"^(?:(?:e-?)?mail-?)?(?:id)?[-.]+(?=\w)")
"""A label that stands right before an address ("e-mail-jane@example.org")."""
