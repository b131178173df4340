"""The rules as a list for people to read."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

import click

_COLORS = {"error": "red", "warning": "magenta"}
"""As in the reports (`atscheck.renderers.console`)."""

_BEFORE = 16
"""The columns of a code and of a severity."""


def render_rules(rules: Iterable[tuple[str, str, str, str]], *, width: int, color: bool) -> str:
    """The list of rules, of the code, name, severity and summary of each.

    Laid out here and not with rich, whose import takes as long as the rest of the command.
    """
    text = "".join(f"{line}\n" for rule in rules for line in _lines(*rule, width))
    return text if color else click.unstyle(text)


def _lines(code: str, name: str, severity: str, summary: str, width: int) -> Iterator[str]:
    """A rule: its name and summary wrapped in what is left of the line."""
    word = f"{severity:7}"
    before = f"{code}  {click.style(word, _COLORS[severity]) if severity in _COLORS else word}  "
    unnamed = len(name)
    for part in textwrap.wrap(f"{name}  {summary}", width - _BEFORE, break_on_hyphens=False):
        bold, rest = part[:unnamed], part[unnamed:].lstrip()
        styled = click.style(bold, bold=True) if bold else ""
        between = "  " if bold and rest else ""
        yield before + styled + between + (click.style(rest, dim=True) if rest else "")
        before, unnamed = " " * _BEFORE, unnamed - len(bold)
