"""Untrusted files are read in a process of their own, which has limits and can reach nothing.

The functions are loaded on first use: `atscheck --version` tells the level of isolation, and needs
no reader for that.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from atscheck.sandbox.confinement import level as level
    from atscheck.sandbox.reading import annotated as annotated
    from atscheck.sandbox.reading import pictures as pictures
    from atscheck.sandbox.reading import read as read

__all__ = ["annotated", "level", "pictures", "read"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = "confinement" if name == "level" else "reading"
    return getattr(import_module(f"atscheck.sandbox.{module}"), name)
