"""CT: contact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from urllib.parse import unquote

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.data import load_words
from atscheck.documents.assemble import from_text
from atscheck.documents.model import Box, Line, Link, Page, Span
from atscheck.resume.contact import EMAIL
from atscheck.resume.words import either, words

_WORK = "\n\nEXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Built a search index of 2 million pages."


def _linked(text: str, target: str, line: int) -> Sample:
    """A resume with a link on one of its lines."""
    document = replace(from_text(text, format="docx"), links=(Link(target, line),))
    return Sample(document, f"line {line} is a link to {target}")


def _on_second_page(first: str, second: str) -> Sample:
    """A resume of two pages."""
    document = from_text(f"{first}\n{second}", format="pdf")
    above = sum(bool(line) for line in first.splitlines())
    lines = tuple(
        replace(n, box=Box(1 + (n.number > above), 50, 20 + 14 * n.number, 300, 32 + 14 * n.number))
        for n in document.lines
    )
    pages = tuple(Page(number, 595, 842, 1, 0, 400) for number in (1, 2))
    said = second.splitlines()[0]
    return Sample(replace(document, lines=lines, pages=pages), f'page 2 begins with "{said}"')


@rule(
    "CT101",
    Severity.WARNING,
    source=sources.RCHILLI,
    bad=(
        "Jane Example\n+1 555 010 0199\n\nEXPERIENCE\n- Built a search index of 2 million pages.",
        "Jane Example\nE-mail: see my profile\n+1 555 010 0199",
        "Jane Example\nLeeds, UK | linkedin.com/in/example",
        "Jane Example\n@example | +1 555 010 0199",
    ),
    good=(
        "Jane Example\njane@example.org | +1 555 010 0199",
        "Jane Example\njane [at] example [dot] org",
        "Jane Example\n+1 555 010 0199" + _WORK + "\n\nCONTACT\njane@example.org",
        _linked("Jane Example\nE-mail", "mailto:jane@example.org", 2),
    ),
)
def no_email(facts: Facts) -> Iterator[Hit]:
    """No e-mail address was found in the text.

    A system files the address as the way to reach you, and cannot where it stands in a picture or
    behind an icon.
    """
    if facts.resume.contact.email is None:
        yield Hit(
            None,
            "no e-mail address was found",
            "write your e-mail address as plain text among the first lines",
        )


@rule(
    "CT102",
    Severity.WARNING,
    source=sources.TEXTKERNEL,
    bad=(
        "Jane Example\njane@example.org\n\nEXPERIENCE\n- Built a search index of 2 million pages.",
        "Jane Example\njane@example.org | linkedin.com/in/example",
        "Jane Example\njane@example.org | Leeds LS1 1AA" + _WORK,
        "Jane Example\njane@example.org\nPhone: on request",
    ),
    good=(
        "Jane Example\njane@example.org | +1 555 010 0199",
        "Jane Example\njane@example.org\nMobile: 0113 496 0123",
        "Jane Example\nTel. +49 30 12345678",
        "Jane Example\njane@example.org" + _WORK + "\n\nCONTACT\n(555) 010-0199",
    ),
)
def no_phone(facts: Facts) -> Iterator[Hit]:
    """No phone number was found in the text.

    Parsers report a missing number as missing data, and some application forms demand one.
    """
    if facts.resume.contact.phone is None:
        yield Hit(
            None,
            "no phone number was found",
            "write your number with its country code as plain text beside your e-mail address",
        )


@rule(
    "CT103",
    Severity.WARNING,
    source=sources.TEXTKERNEL,
    bad=(
        "jane@example.org | +1 555 010 0199" + _WORK,
        "Curriculum Vitae\n+1 555 010 0199\njane@example.org" + _WORK,
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Built a search index of 2 million pages.",
        "RESUME\nE-mail: info@example.org\n\nOBJECTIVE\nTo work in a library.",
    ),
    good=(
        "Jane Example\njane@example.org | +1 555 010 0199",
        "Curriculum Vitae of Jane Example\njane@example.org" + _WORK,
        "jane@example.org | +1 555 010 0199\nJANE EXAMPLE" + _WORK,
        "RESUME\njane@example.org\n\nPERSONAL DETAILS\nName: Jane Example",
    ),
)
def no_name_found(facts: Facts) -> Iterator[Hit]:
    """No name was found among the first lines.

    A parser files the resume under it. One that stands only in a picture, or at the very end as a
    signature, is not looked for there.
    """
    text = facts.document.text
    if facts.resume.contact.name is None and not _NAMED.search(text):
        yield Hit(
            None,
            "no name was found among the first lines",
            "write your name as plain text on a line of its own at the top",
        )


_NAMED = re.compile(r"^\W*(?:full )?name\s*[:.\t-]", re.IGNORECASE | re.MULTILINE)


def _own_lines(facts: Facts) -> list[Line]:
    """The lines about how to reach the person, at the top or in a part of their own."""
    parts = [s.span for s in facts.resume.sections if s.kind in ("contact", "personal")]
    return [
        line
        for line in facts.document.lines
        if not line.hidden
        and (line.origin in ("header", "footer") or any(line.span.overlaps(p) for p in parts))
    ]


def _own_emails(facts: Facts) -> dict[str, Span]:
    """The addresses on those lines, in lower case, each where it stands first."""
    found: dict[str, Span] = {}
    for line in _own_lines(facts):
        for address in EMAIL.finditer(facts.document.line_text(line)):
            at = line.span.start
            place = Span(at + address.start(), at + address.end())
            found.setdefault(address[0].casefold().strip("."), place)
    return found


@rule(
    "CT104",
    Severity.INFO,
    source=sources.RCHILLI,
    bad=(
        "Jane Example\njane@example.org, example@example.com | +1 555 010 0199",
        "Jane Example\njane@example.org\njane.example@example.net" + _WORK,
        "Jane Example\nE-mail: jane@example.org / j.example@example.edu",
        "Jane Example\njane@example.org" + _WORK + "\n\nCONTACT\nexample@example.net",
    ),
    good=(
        "Jane Example\njane@example.org | +1 555 010 0199",
        "Jane Example\njane@example.org" + _WORK + "\n\nREFERENCES\nJo Doe, jo@example.com",
        "Jane Example\njane@example.org" + _WORK + "\n\nCONTACT\nJane@Example.org",
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
    "CT105",
    Severity.INFO,
    source=sources.INFORMAL_EMAIL,
    bad=(
        "Jane Example\nparty.girl_partygirl99@example.org",
        "Jane Example\nsexy_jane@example.org | +1 555 010 0199",
        "Jane Example\nE-mail: jane.rockstar@example.org" + _WORK,
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
    "CT106",
    Severity.WARNING,
    source=sources.LOST_LINKS,
    bad=(
        _linked("Jane Example\nLinkedIn | Leeds", "https://www.linkedin.com/in/example", 2),
        _linked("Jane Example\nMy code" + _WORK, "https://github.com/example", 2),
        _linked("Jane Example\nE-mail me", "mailto:jane@example.org", 2),
        _linked("Jane Example\nMy pages | Leeds", "https://example.org/", 2),
    ),
    good=(
        _linked("Jane Example\nlinkedin.com/in/example", "https://www.linkedin.com/in/example/", 2),
        _linked("Jane Example\njane@example.org", "mailto:jane@example.org", 2),
        _linked("Jane Example" + _WORK, "https://example.org/index", 4),
        _linked("Jane Example\ngithub.com/exam-\nple", "https://github.com/exam-ple", 2),
    ),
    most=3,
)
def link_text_only(facts: Facts) -> Iterator[Hit]:
    """Address of a page or mailbox that stands in a link alone.

    A system that keeps the text keeps the word and loses the address; so does a printout.
    """
    own = {line.number: line for line in _own_lines(facts)}
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
    "CT107",
    Severity.INFO,
    source=sources.STREET_ADDRESS,
    bad=(
        "Jane Example\njane@example.org | +1 555 010 0199" + _WORK,
        "Jane Example\nData Analyst\njane@example.org",
        "Jane Example\nTel: +1 555 010 0199\nlinkedin.com/in/example" + _WORK,
        "RESUME\nJane Example\nE-mail: jane@example.org" + _WORK,
    ),
    good=(
        "Jane Example\nLeeds, UK | jane@example.org",
        "Jane Example\njane@example.org\nAddress: 1 Example Street, Exampleton",
        "Jane Example\nBoston, MA 02110\njane@example.org" + _WORK,
        "Jane Example\njane@example.org" + _WORK + "\n\nPERSONAL DETAILS\nLocation: Exampleton",
    ),
)
def no_location(facts: Facts) -> Iterator[Hit]:
    """Nothing says where you live.

    Some systems filter by distance and take an empty field for "elsewhere". Whoever would move, or
    works from anywhere, may say that instead.
    """
    if facts.resume.contact.location is None and not _has_address(facts):
        yield Hit(
            None,
            "no place of residence was found",
            'write your town and region beside your e-mail address, or "open to relocation"',
        )


def _has_address(facts: Facts) -> bool:
    """Whether any line of the head, or any labelled one, may be of an address."""
    document = facts.document
    own = [document.line_text(line) for line in _own_lines(facts)]
    cells = (cell.strip() for text in own for cell in re.split(r"[\t|]", text))
    return any(map(_address_words().search, cells)) or any(
        _LABELLED.search(document.line_text(line)) for line in document.lines
    )


_LABELLED = re.compile(
    r"\bdistt?\b|pin ?code|^[^\W\d][^\d@:]{3,40}[ -]\d{6}\W*$"
    r"|^\W{0,4}(?:(?:permanent|present|current|postal|home|local|residential|mailing|communication|"
    r"correspondence|contact)\s)?(?:add\b|add?ress|location|city|residence|reside)",
    re.IGNORECASE,
)


@cache
def _address_words() -> re.Pattern[str]:
    """A word of an address, a house's number, a postal code, or parts between commas."""
    return re.compile(
        rf"(?<!\w)(?:{either('addresses', 'address_words')})(?!\w)"
        r"|^#?\d{1,4}[a-z]?,?\s[a-z]{3}|(?<![\d+(-])(?<!\d )\d{3} ?\d{3}(?! ?\d|-)|(?<![\d+-])(?<!\d )\d{5}(?! ?\d)"
        r"|^[^@:]{3,40},\s?[A-Z][^@:]{2,40}$",
        re.IGNORECASE,
    )


@rule(
    "CT108",
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
        + _WORK
        + "\n\nREFERENCES\nJo Doe, 12 Example Street, Leeds",
    ),
)
def full_street_address(facts: Facts) -> Iterator[Hit]:
    """Street and house number.

    Nobody writes letters to applicants any more, and a resume passes through many hands; the town
    is enough to tell the way to work. Some systems note its absence, and forms ask for it later.
    """
    for line in _own_lines(facts):
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
        rf"(?<![\w/+-])\d{{1,5}}[a-z]?,?\s(?!f(?:ee)?t\b)(?:[\w.']+\s){{1,3}}(?:{street})\b\.?(?=[\s,]*(?:,|$|\t|\|))"
        r"|\b\w{3,20}(?:stra(?:ss|ß)e|str\.|weg|gasse)\s\d{1,4}[a-z]?(?=\s*(?:,|$|\t|\|))"
        rf"|(?<![\w.])(?:{either('addresses', 'houses')})[\s.:#-]{{0,4}}\d[\w/-]{{0,8}},?\s(?:[\w.']+\s)"
        rf"{{1,4}}(?:{street})\b",
        re.IGNORECASE,
    )


@rule(
    "CT109",
    Severity.WARNING,
    source=sources.RCHILLI,
    bad=(
        _on_second_page("Jane Example" + _WORK, "CONTACT\njane@example.org\n+1 555 010 0199"),
        _on_second_page("Jane Example" + _WORK, "jane@example.org"),
        _on_second_page("Jane Example" + _WORK, "EDUCATION\nBSc, 2015\nCONTACT\n+1 555 010 0199"),
        _on_second_page("Jane Example\nLeeds, UK" + _WORK, "Mobile: +1 555 010 0199"),
    ),
    good=(
        _on_second_page("Jane Example\njane@example.org" + _WORK, "EDUCATION\nBSc, 2015"),
        _on_second_page("Jane Example\njane@example.org" + _WORK, "Mobile: +1 555 010 0199"),
        _on_second_page("Jane Example" + _WORK, "EDUCATION\nBSc, 2015"),
        "Jane Example" + _WORK + "\n\nCONTACT\njane@example.org",
    ),
)
def contact_not_on_first_page(facts: Facts) -> Iterator[Hit]:
    """E-mail address and phone number stand on a later page only.

    Readers look for them at the top, and a page on its own, printed or shown as a preview, has
    none.
    """
    contact, document = facts.resume.contact, facts.document
    spans = [span for span in (contact.email_span, contact.phone_span) if span]
    said = [document.quote(span) for span in spans]
    pages = [
        line.box.page
        for line in document.lines
        if line.box and any(text in document.line_text(line) for text in said)
    ]
    if pages and min(pages) > 1:
        yield Hit(
            spans[0],
            f"your contact details stand on page {min(pages)}, none on the first",
            "write e-mail address and phone number below your name on the first page",
        )


@rule(
    "CT201",
    Severity.WARNING,
    source=sources.LOST_LINKS,
    bad=(
        _linked("Jane Example\njane@example.org", "mailto:old@example.com", 2),
        _linked("Jane Example\nE-mail: jane@example.org", "mailto:jane@example.or", 2),
        _linked("Jane Example\njane@example.org | Leeds", "mailto:xyz@example.com", 2),
        _linked("Jane Example\njane@example.org" + _WORK, "mailto:jame@example.org?subject=CV", 2),
    ),
    good=(
        _linked("Jane Example\njane@example.org", "mailto:jane@example.org", 2),
        _linked("Jane Example\njane@example.org", "mailto:Jane@Example.org?subject=CV", 2),
        _linked("Jane Example\nE-mail", "mailto:jane@example.org", 2),
        _linked("Jane Example\njane@example.org", "https://example.org", 2),
    ),
)
def mail_link_differs(facts: Facts) -> Iterator[Hit]:
    """Link behind an e-mail address that leads to another one.

    It is left over from a template or an older version: whoever clicks on it writes to somebody
    else.
    """
    own = {line.number: line for line in _own_lines(facts)}
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


@rule(
    "CT202",
    Severity.WARNING,
    source=sources.SPELLING,
    bad=(
        "Jane Example\njane@gmai.com | +1 555 010 0199",
        "Jane Example\njane@gamil.com",
        "Jane Example\njane@hotmial.com" + _WORK,
        "Jane Example\nE-mail: jane@yahoo.con",
    ),
    good=(
        "Jane Example\njane@example.org | +1 555 010 0199",
        "Jane Example\njane@gmail.com",
        "Jane Example\njane@yahoo.co.uk",
        "Jane Example\njane@mail.example.com" + _WORK,
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
