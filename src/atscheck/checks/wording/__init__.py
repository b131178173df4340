"""WR: wording; importing this package declares its rules."""

from __future__ import annotations

from atscheck.checks.wording import (  # noqa: F401
    casing,
    misspelling,
    phrases,
    punctuation,
    unneeded,
)
