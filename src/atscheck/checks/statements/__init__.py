"""AC: achievements and statements; importing this package declares its rules."""

from __future__ import annotations

from atscheck.checks.statements import (  # noqa: F401
    achievements,
    counts,
    lengths,
    repetition,
    results,
    tense,
    vague,
    voice,
)
