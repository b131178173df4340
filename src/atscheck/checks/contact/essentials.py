"""CT: contact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.documents.assemble import from_text
from atscheck.documents.model import Line, Link
from atscheck.resume.words import either

WORK = "\n\nEXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Built a search index of 2 million pages."


def linked(text: str, target: str, line: int) -> Sample:
    """A resume with a link on one of its lines."""
    document = replace(from_text(text, format="docx"), links=(Link(target, line),))
    return Sample(document, f"line {line} is a link to {target}")


def own_lines(facts: Facts) -> list[Line]:
    """The lines about how to reach the person, at the top or in a part of their own."""
    parts = [s.span for s in facts.resume.sections if s.kind in ("contact", "personal")]
    return [
        line
        for line in facts.document.lines
        if not line.hidden
        and (line.origin in ("header", "footer") or any(line.span.overlaps(p) for p in parts))
    ]


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
    good=lambda: (
        "Jane Example\njane@example.org | +1 555 010 0199",
        "Jane Example\njane [at] example [dot] org",
        "Jane Example\n+1 555 010 0199" + WORK + "\n\nCONTACT\njane@example.org",
        linked("Jane Example\nE-mail", "mailto:jane@example.org", 2),
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
        "Jane Example\njane@example.org | Leeds LS1 1AA" + WORK,
        "Jane Example\njane@example.org\nPhone: on request",
    ),
    good=(
        "Jane Example\njane@example.org | +1 555 010 0199",
        "Jane Example\njane@example.org\nMobile: 0113 496 0123",
        "Jane Example\nTel. +49 30 12345678",
        "Jane Example\njane@example.org" + WORK + "\n\nCONTACT\n(555) 010-0199",
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
        "jane@example.org | +1 555 010 0199" + WORK,
        "Curriculum Vitae\n+1 555 010 0199\njane@example.org" + WORK,
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Built a search index of 2 million pages.",
        "RESUME\nE-mail: info@example.org\n\nOBJECTIVE\nTo work in a library.",
    ),
    good=(
        "Jane Example\njane@example.org | +1 555 010 0199",
        "Curriculum Vitae of Jane Example\njane@example.org" + WORK,
        "jane@example.org | +1 555 010 0199\nJANE EXAMPLE" + WORK,
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


_NAMED = re.compile(r"^\W{0,9}(?:full )?name\s*[:.\t-]", re.IGNORECASE | re.MULTILINE)


@rule(
    "CT104",
    Severity.INFO,
    source=sources.STREET_ADDRESS,
    bad=(
        "Jane Example\njane@example.org | +1 555 010 0199" + WORK,
        "Jane Example\nData Analyst\njane@example.org",
        "Jane Example\nTel: +1 555 010 0199\nlinkedin.com/in/example" + WORK,
        "RESUME\nJane Example\nE-mail: jane@example.org" + WORK,
    ),
    good=(
        "Jane Example\nLeeds, UK | jane@example.org",
        "Jane Example\njane@example.org\nAddress: 1 Example Street, Exampleton",
        "Jane Example\nBoston, MA 02110\njane@example.org" + WORK,
        "Jane Example\njane@example.org" + WORK + "\n\nPERSONAL DETAILS\nLocation: Exampleton",
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
    own = [document.line_text(line) for line in own_lines(facts)]
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
        r"|^#?\d{1,4}[a-z]?,?\s[a-z]{3}|(?<![\d+(-])(?<!\d )\d{3} ?\d{3}(?! ?\d|-)"
        r"|(?<![\d+-])(?<!\d )\d{5}(?! ?\d)"
        r"|^[^@:]{3,40},\s?[A-Z][^@:]{2,40}$",
        re.IGNORECASE,
    )
