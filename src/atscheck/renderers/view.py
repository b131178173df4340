"""How the user wants a report shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def _unheard(message: str) -> None:
    """What nobody listens to."""


@dataclass(frozen=True, slots=True)
class View:
    """How a report is laid out.

    Attributes:
        width: columns.
        color: whether to style.
        verbose: whether to show everything.
        links: the file: URI of the folder that file names start from, where the reader's terminal
            shows links; "" where none are wanted.
        warn: takes a line about what could not be shown.
    """

    width: int = 80
    color: bool = False
    verbose: bool = False
    links: str = ""
    warn: Callable[[str], None] = _unheard
