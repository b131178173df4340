"""The rules as a list for people to read."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from atscheck.renderers.console import QUIET, SEVERITY_STYLES, printed, rows
from atscheck.renderers.view import View


def render_rules(rules: Iterable[tuple[str, str, str, str]], *, width: int, color: bool) -> str:
    """The list of rules, of the code, name, severity and summary of each."""
    table = rows(5, 7, None)
    for code, name, severity, summary in rules:
        about = Text.assemble((name, "bold"), "  ", (summary, QUIET))
        table.add_row(code, Text(severity, SEVERITY_STYLES[severity]), about)
    return printed([table], View(width, color))
