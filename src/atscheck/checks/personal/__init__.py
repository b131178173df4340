"""PI: personal details that invite bias; importing this package declares its rules."""

from __future__ import annotations

from atscheck.checks.personal import (  # noqa: F401
    block,
    person,
    private,
)
