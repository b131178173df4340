"""How the user wants a report shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """``width`` in columns, whether to style, whether to show everything."""

    width: int = 80
    color: bool = False
    verbose: bool = False
