"""CT: contact."""

from __future__ import annotations

from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Severity, rule


@rule(
    "CT101",
    Severity.WARNING,
    source=sources.RCHILLI,
    bad=(
        "Jane Example\n+1 555 010 0199\n\nEXPERIENCE\n- Built a search index of 2 million pages.",
    ),
    good=("Jane Example\njane@example.org | +1 555 010 0199",),
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
    ),
    good=("Jane Example\njane@example.org | +1 555 010 0199",),
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
