"""What a person cannot see on a page: too small, or white on nothing."""

from __future__ import annotations

from collections.abc import Sequence

TINY = 4.0
"""Text smaller than this, in points, cannot be read by a person (matching.md, "hidden")."""


def is_white(values: Sequence[float]) -> bool:
    """Whether a colour is white or nearly so: one grey or three RGB values, 0 to 1 each."""
    return len(values) in (1, 3) and min(values) > 0.97


def is_white_hex(color: str) -> bool:
    """Whether a colour written as six hexadecimal digits is white or nearly so."""
    try:
        return len(color) == 6 and is_white([v / 255 for v in bytes.fromhex(color)])
    except ValueError:
        return False
