"""The checks, by family; importing this package declares every rule."""

from __future__ import annotations

from atscheck.checks import (  # noqa: F401
    achievements,
    addresses,
    casing,
    characters,
    chronology,
    contact,
    dates,
    file,
    forms,
    gaps,
    hidden,
    keywords,
    layout,
    links,
    missing,
    pack,
    parsing,
    personal,
    private,
    punctuation,
    readers,
    structure,
    stuffing,
    unneeded,
    wording,
)
from atscheck.checks.rule import RULES, Facts, Finding

__all__ = ["RULES", "run"]


_OF_THE_FILE = ("PA1", "PA2", "PA3", "PA6")
"""The rules about the file, its characters and layout and what it hides: they need no words."""


def run(facts: Facts) -> tuple[Finding, ...]:
    """Every rule's findings: worst first, then in document order, a rule's own in its order.

    Of a text that cannot be read with confidence nobody can say what it lacks or how it is
    written, so that only the rules about the file speak.
    """
    readable = not facts.document.doubt
    rules = [r for r in RULES.values() if readable or r.code.startswith(_OF_THE_FILE)]
    findings = [finding for rule in rules for finding in rule.run(facts)]
    return tuple(
        sorted(
            findings,
            key=lambda f: (-f.severity, -1 if f.span is None else f.span.start, f.rule),
        )
    )
