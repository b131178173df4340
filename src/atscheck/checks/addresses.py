"""CT: e-mail, web and street addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote

from atscheck.checks import sources
from atscheck.checks.contact import WORK, linked, own_lines
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.data import load_words
from atscheck.documents.model import Span
from atscheck.resume.contact import EMAIL
from atscheck.resume.words import either, words


def _own_emails(facts: Facts) -> dict[str, Span]:
    """The addresses on those lines, in lower case, each where it stands first."""
    found: dict[str, Span] = {}
    for line in own_lines(facts):
        for address in EMAIL.finditer(facts.document.line_text(line)):
            at = line.span.start
            place = Span(at + address.start(), at + address.end())
            found.setdefault(address[0].casefold().strip("."), place)
    return found


@rule(
    "CT201",
    Severity.INFO,
    source=sources.RCHILLI,
    bad=(
        "Jane Example\njane@example.org, example@example.com | +1 555 010 0199",
        "Jane Example\njane@example.org\njane.example@example.net" + WORK,
        "Jane Example\nE-mail: jane@example.org / j.example@example.edu",
        "Jane Example\njane@example.org" + WORK + "\n\nCONTACT\nexample@example.net",
    ),
    good=(
        "Jane Example\njane@example.org | +1 555 010 0199",
        "Jane Example\njane@example.org" + WORK + "\n\nREFERENCES\nJo Doe, jo@example.com",
        "Jane Example\njane@example.org" + WORK + "\n\nCONTACT\nJane@Example.org",
        "Jane Example\njane@example.org | Skype: jane@skype.com",
    ),
)
def several_emails(facts: Facts) -> Iterator[Hit]:
    """More than one e-mail address.

    A system files one of them, often the first; a second is good only where you read both.
    """
    found = {a: place for a, place in _own_emails(facts).items() if "skype" not in a}
    if len(found) > 1:
        yield Hit(
            list(found.values())[1],
            f"{len(found)} e-mail addresses; a system files one of them, often the first",
            "keep the one that you read every day",
        )


@rule(
    "CT202",
    Severity.INFO,
    source=sources.INFORMAL_EMAIL,
    bad=(
        "Jane Example\nparty.girl_partygirl99@example.org",
        "Jane Example\nsexy_jane@example.org | +1 555 010 0199",
        "Jane Example\nE-mail: jane.rockstar@example.org" + WORK,
        "Jane Example\ncrazy-jane@example.org",
    ),
    good=(
        "Jane Example\njane@example.org | +1 555 010 0199",
        "Jane Cool\njane.cool@example.org",
        "Jane Example\njexample1990@example.org",
        "Sam Coolidge\nsam.coolidge@example.org",
    ),
)
def unprofessional_email(facts: Facts) -> Iterator[Hit]:
    """E-mail address with a nickname or a joke in it.

    In a study recruiters rated the same resume lower with such an address, as much as for errors
    of spelling. An address made of your name costs nothing.
    """
    name = set(re.findall(r"[^\W\d_]+", (facts.resume.contact.name or "").casefold()))
    email, place = facts.resume.contact.email, facts.resume.contact.email_span
    parts = re.findall(r"[a-z]+", (email or "").casefold().partition("@")[0])
    said = next((p for p in parts if p in words("addresses", "informal") and p not in name), None)
    if said:
        yield Hit(
            place,
            f'the e-mail address is informal ("{said}")',
            "use one made of your name, such as first.last@",
        )


@rule(
    "CT203",
    Severity.WARNING,
    source=sources.SPELLING,
    bad=(
        "Jane Example\njane@gmai.com | +1 555 010 0199",
        "Jane Example\njane@gamil.com",
        "Jane Example\njane@hotmial.com" + WORK,
        "Jane Example\nE-mail: jane@yahoo.con",
    ),
    good=(
        "Jane Example\njane@example.org | +1 555 010 0199",
        "Jane Example\njane@gmail.com",
        "Jane Example\njane@yahoo.co.uk",
        "Jane Example\njane@mail.example.com" + WORK,
    ),
)
def misspelt_email_host(facts: Facts) -> Iterator[Hit]:
    """E-mail address with a slip in the name of its service.

    Mail to it goes nowhere, or to a stranger, and nobody will tell you.
    """
    email, place = facts.resume.contact.email, facts.resume.contact.email_span
    name, _, host = (email or "").partition("@")
    misspelt: dict[str, list[str]] = load_words("addresses")["misspelt"]
    for right, wrong in misspelt.items():
        if host.casefold() in wrong:
            yield Hit(
                place,
                f'the e-mail address ends with "{host}", which is hardly meant',
                f"check it: {name}@{right}?",
            )


@rule(
    "CT204",
    Severity.INFO,
    source=sources.STREET_ADDRESS,
    bad=(
        "Jane Example\n12 Example Street, Leeds LS1 1AA\njane@example.org",
        "Jane Example\nAddress: Flat No. 12, Example Road, Mumbai 400001\njane@example.org",
        "Jane Example\n4500 W Example Ave, Boston, MA 02110 | jane@example.org",
        "Jane Example\nBeispielstraße 12, 10115 Berlin\njane@example.org",
    ),
    good=(
        "Jane Example\nLeeds, UK | jane@example.org",
        "Jane Example\nBoston, MA 02110\njane@example.org",
        "Jane Example\nStreet artist, 12 murals\njane@example.org",
        "Jane Example\njane@example.org"
        + WORK
        + "\n\nREFERENCES\nJo Doe, 12 Example Street, Leeds",
    ),
)
def full_street_address(facts: Facts) -> Iterator[Hit]:
    """Street and house number.

    Nobody writes letters to applicants any more, and a resume passes through many hands; the town
    is enough to tell the way to work. Some systems note its absence, and forms ask for it later.
    """
    for line in own_lines(facts):
        found = _street().search(facts.document.line_text(line))
        if found:
            at = line.span.start
            yield Hit(
                Span(at + found.start(), at + found.end()),
                "the full street address is given",
                "town and region are enough, unless the employer's form or your country's custom "
                "asks for more",
            )
            return


@cache
def _street() -> re.Pattern[str]:
    """A house's number with the name of a street, in either order, or behind "flat no"."""
    street = either("addresses", "streets")
    return re.compile(
        rf"(?<![\w/+-])\d{{1,5}}[a-z]?,?\s(?!f(?:ee)?t\b)(?:[\w.']+\s){{1,3}}"
        rf"(?:{street})\b\.?(?=[\s,]*(?:,|$|\t|\|))"
        r"|\b\w{3,20}(?:stra(?:ss|ß)e|str\.|weg|gasse)\s\d{1,4}[a-z]?(?=\s*(?:,|$|\t|\|))"
        rf"|(?<![\w.])(?:{either('addresses', 'houses')})[\s.:#-]{{0,4}}\d[\w/-]{{0,8}},?\s"
        rf"(?:[\w.']+\s){{1,4}}(?:{street})\b",
        re.IGNORECASE,
    )


@rule(
    "CT301",
    Severity.WARNING,
    source=sources.LOST_LINKS,
    bad=(
        linked("Jane Example\nLinkedIn | Leeds", "https://www.linkedin.com/in/example", 2),
        linked("Jane Example\nMy code" + WORK, "https://github.com/example", 2),
        linked("Jane Example\nE-mail me", "mailto:jane@example.org", 2),
        linked("Jane Example\nMy pages | Leeds", "https://example.org/", 2),
    ),
    good=(
        linked("Jane Example\nlinkedin.com/in/example", "https://www.linkedin.com/in/example/", 2),
        linked("Jane Example\njane@example.org", "mailto:jane@example.org", 2),
        linked("Jane Example" + WORK, "https://example.org/index", 4),
        linked("Jane Example\ngithub.com/exam-\nple", "https://github.com/exam-ple", 2),
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
        if line is None or len(key) < _SHORTEST or key in said or key in shown:
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


_SHORTEST = 5


def _address(target: str) -> str:
    """A link's target as one would write it."""
    address = re.sub(r"^(?:mailto:|https?:/*)?(?:www\.)?", "", unquote(target).strip(), flags=re.I)
    return address.partition("?")[0].rstrip("/ ")


def _joined(text: str) -> str:
    return re.sub(r"\s", "", text.casefold())


@rule(
    "CT302",
    Severity.WARNING,
    source=sources.LOST_LINKS,
    bad=(
        linked("Jane Example\njane@example.org", "mailto:old@example.com", 2),
        linked("Jane Example\nE-mail: jane@example.org", "mailto:jane@example.or", 2),
        linked("Jane Example\njane@example.org | Leeds", "mailto:xyz@example.com", 2),
        linked("Jane Example\njane@example.org" + WORK, "mailto:jame@example.org?subject=CV", 2),
    ),
    good=(
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
