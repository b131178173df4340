"""CT: e-mail and street addresses, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from atscheck.checks import sources
from atscheck.checks.contact.essentials import WORK, own_lines
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.data import load_words
from atscheck.documents.assemble import from_text
from atscheck.documents.model import Box, Page, Span
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
        "Jane Example\nhotmama84@example.org",
        "Tom Sample\nbigtommy4u@example.org",
        "Jane Example\nangel_jane4ever@example.org",
    ),
    good=(
        "Jane Example\njane@example.org | +1 555 010 0199",
        "Jane Cool\njane.cool@example.org",
        "Jane Example\njexample1990@example.org",
        "Sam Coolidge\nsam.coolidge@example.org",
        "Rich King\nrichking@example.org",
        "Jane Hunter\nhunter.nurse@example.org",
        "Sam Goodman\nsgoodman@example.org",
    ),
)
def unprofessional_email(facts: Facts) -> Iterator[Hit]:
    """E-mail address with a nickname or a joke in it.

    In a study recruiters rated the same resume lower with such an address, as much as for errors
    of spelling. An address made of your name costs nothing.
    """
    name = re.findall(r"[^\W\d_]+", (facts.resume.contact.name or "").casefold())
    email, place = facts.resume.contact.email, facts.resume.contact.email_span
    local = (email or "").casefold().partition("@")[0]
    said = _SLANG.search(local) or next(
        (part for part in re.finditer(r"[a-z]+", local) if _is_informal(part[0], name)), None
    )
    if said:
        yield Hit(
            place,
            f'the e-mail address is informal ("{said[0]}")',
            "use one made of your name, such as first.last@",
        )


_SLANG = re.compile(r"(?<=[a-z])[._-]?4(?:ever|life|u|you|fun)(?![a-z0-9])|2(?:hot|cool|sexy)")


def _is_informal(part: str, name: list[str]) -> bool:
    """Whether a part of an address is an informal word, or made of such, and of no name."""
    if part in name:
        return False
    informal, parts = words("addresses", "informal"), words("addresses", "informal_parts")
    cuts = [0]  # where the part may be cut so that all before it is made of such words
    for end in range(2, len(part) + 1):
        if any(part[cut:end] in parts | informal and part[cut:end] not in name for cut in cuts):
            cuts.append(end)
    return part in informal or (part not in parts and cuts[-1] == len(part))


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
        found = street_pattern().search(facts.document.line_text(line))
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
def street_pattern() -> re.Pattern[str]:
    """A house's number with the name of a street, in either order, or behind "flat no"."""
    street = either("addresses", "streets")
    return re.compile(
        rf"(?<![\w/+-])\d{{1,5}}[a-z]?,?\s(?!(?:f(?:ee)?t|years?|months?|days?|hours?|km|of|in|on)\b)(?:[\w.']+\s){{1,3}}"
        rf"(?:{street})\b\.?(?=[\s,]*(?:,|$|\t|\|))"
        r"|\b\w{3,20}(?:stra(?:ss|ß)e|str\.|weg|gasse)\s\d{1,4}[a-z]?(?=\s*(?:,|$|\t|\|))"
        rf"|(?<![\w.])(?:{either('addresses', 'houses')})[\s.:#-]{{0,4}}\d[\w/-]{{0,8}},?\s"
        rf"(?:[\w.']+\s){{1,4}}(?:{street})\b",
        re.IGNORECASE,
    )


@rule(
    "CT205",
    Severity.WARNING,
    source=sources.RCHILLI,
    bad=lambda: (
        _on_second_page("Jane Example" + WORK, "CONTACT\njane@example.org\n+1 555 010 0199"),
        _on_second_page("Jane Example" + WORK, "jane@example.org"),
        _on_second_page("Jane Example" + WORK, "EDUCATION\nBSc, 2015\nCONTACT\n+1 555 010 0199"),
        _on_second_page("Jane Example\nLeeds, UK" + WORK, "Mobile: +1 555 010 0199"),
    ),
    good=lambda: (
        _on_second_page("Jane Example\njane@example.org" + WORK, "EDUCATION\nBSc, 2015"),
        _on_second_page("Jane Example\njane@example.org" + WORK, "Mobile: +1 555 010 0199"),
        _on_second_page("Jane Example" + WORK, "EDUCATION\nBSc, 2015"),
        "Jane Example" + WORK + "\n\nCONTACT\njane@example.org",
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
