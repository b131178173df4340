"""Matching: which keywords the resume claims, and where."""

from __future__ import annotations

from atscheck.matching.matcher import find_terms, match
from atscheck.matching.pipeline import vocab

__all__ = ["find_terms", "match", "prepare"]


def prepare() -> None:
    """Load what matching needs, so that the first document does not wait for it."""
    vocab()
