"""How a finding repeats what the resume says."""

from __future__ import annotations

import re

_LONGEST = 90
"""Characters of a resume's text that a finding repeats."""


def shortened(text: str) -> str:
    """``text`` without its full stop, cut at a word where it is long."""
    clean = re.sub(r"\s+([,;.])", r"\1", " ".join(text.split())).strip(" .,;:-")
    if len(clean) <= _LONGEST:
        return clean
    return f"{clean[:_LONGEST].rsplit(' ', 1)[0]} …"
