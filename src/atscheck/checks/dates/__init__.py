"""DA: dates; importing this package declares its rules."""

from __future__ import annotations

from atscheck.checks.dates import (  # noqa: F401
    chronology,
    gaps,
    written,
)
