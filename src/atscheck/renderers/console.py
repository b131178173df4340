"""Laying out text with rich: whatever is printed comes back as a string."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.console import Console, RenderableType

from atscheck.renderers.view import View


def printed(parts: Iterable[RenderableType], view: View) -> str:
    """The parts one below the other as text, without blanks at line ends.

    Nothing depends on the environment, and no text is read as markup or emoji codes.
    """
    out = io.StringIO()
    console = Console(
        file=out, width=view.width, color_system="standard" if view.color else None,
        force_terminal=view.color, highlight=False, markup=False, emoji=False,
        legacy_windows=False, _environ={},
    )  # fmt: skip
    for part in parts:
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())
