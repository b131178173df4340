"""CT: contact details; importing this package declares its rules."""

from __future__ import annotations

from atscheck.checks.contact import (  # noqa: F401
    addresses,
    essentials,
    links,
)
