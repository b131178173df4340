"""KW: keywords; importing this package declares its rules."""

from __future__ import annotations

from atscheck.checks.keywords import (  # noqa: F401
    evidence,
    missing,
    spelling,
    stuffing,
)
