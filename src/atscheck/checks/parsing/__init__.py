"""PA: what parsers lose; importing this package declares its rules."""

from __future__ import annotations

from atscheck.checks.parsing import (  # noqa: F401
    characters,
    columns,
    contents,
    file,
    headings,
    hidden,
    language,
    outside,
    pages,
    protection,
    readers,
    tables,
    unread,
)
