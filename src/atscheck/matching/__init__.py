"""Matching: which keywords the resume claims, and where."""

from __future__ import annotations

from atscheck.matching.matcher import find_terms, match

__all__ = ["find_terms", "match"]
