"""What the files of a batch's reports are called."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

NAME_BYTES = 200
"""The longest stem of a report's name; the usual file systems allow 255 bytes in all."""


def report_name(path: Path, root: Path | None, taken: Counter[str]) -> str:
    """A file name for the report of ``path``, unlike any in ``taken`` whatever the letter case.

    ``taken`` counts how many names each one has been given, which costs no search.
    """
    relative = path
    if root is not None and path.is_relative_to(root):
        relative = path.relative_to(root)
    stem = "__".join(p for p in relative.parts if p not in ("/", ".", ".."))
    stem = "".join(c if c.isalnum() or c in "._- ()" else "_" for c in stem)
    stem = stem.encode()[:NAME_BYTES].decode(errors="ignore").strip() or "resume"
    plain = name = f"{stem}.json"
    while name.casefold() in taken:
        taken[plain.casefold()] += 1
        name = f"{stem}-{taken[plain.casefold()]}.json"
    taken[name.casefold()] = 1
    return name


def page_name(name: str) -> str:
    """The name of the HTML file beside the JSON file ``name``."""
    return f"{name.removesuffix('.json')}.html"
