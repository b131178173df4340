"""The rules as a list for people to read."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from atscheck.checks.rule import Rule
from atscheck.renderers.console import QUIET, SEVERITY_STYLES, printed, rows
from atscheck.renderers.view import View


def render_rules(rules: Iterable[Rule], *, width: int, color: bool) -> str:
    """Each rule's code, severity, name and summary."""
    table = rows(5, 7, None)
    for rule in rules:
        severity = Text(str(rule.severity), SEVERITY_STYLES[rule.severity])
        about = Text.assemble((rule.name, "bold"), "  ", (rule.summary, QUIET))
        table.add_row(rule.code, severity, about)
    return printed([table], View(width, color))
