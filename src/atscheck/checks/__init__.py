"""The checks, by family; importing this package declares every rule."""

from __future__ import annotations

from atscheck.checks import (  # noqa: F401
    achievements,
    characters,
    contact,
    dates,
    keywords,
    layout,
    pack,
    parsing,
    spelling,
    structure,
    wording,
)
from atscheck.checks.rule import RULES, Facts, Finding

__all__ = ["RULES", "run"]


def run(facts: Facts) -> tuple[Finding, ...]:
    """Every rule's findings: worst first, then in document order, a rule's own in its order."""
    findings = [finding for rule in RULES.values() for finding in rule.run(facts)]
    return tuple(
        sorted(
            findings,
            key=lambda f: (-f.severity, -1 if f.span is None else f.span.start, f.rule),
        )
    )
