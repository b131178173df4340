"""Matching: which keywords the resume claims, and where.

The functions are loaded on first use: wherever atscheck is installed, spaCy imports this package
(for `atscheck.matching.component`) with every pipeline that is made.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from atscheck.matching.matcher import find_terms as find_terms
    from atscheck.matching.matcher import match as match

__all__ = ["find_terms", "match", "prepare"]


def prepare() -> None:
    """Load what matching needs, so that the first document does not wait for it."""
    import_module("atscheck.matching.tables").load_index()


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("atscheck.matching.matcher"), name)
