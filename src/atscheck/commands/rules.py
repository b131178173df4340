"""``rules``: the checks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

import click

from atscheck.options import Command, CommandGroup, complete_rule, page
from atscheck.streams import emit


class Entry(NamedTuple):
    """A rule as the list has it, and the text that shows it."""

    code: str
    name: str
    severity: str
    summary: str
    text: str


@click.group(cls=CommandGroup)
def rules() -> None:
    """The checks: list, show."""


@rules.command("list", cls=Command)
@click.pass_context
def list_rules(ctx: click.Context) -> None:
    """List every rule with its severity and summary."""
    from atscheck.renderers.rules import render_rules

    emit(render_rules((entry[:-1] for entry in _entries()), **page(ctx)))


@rules.command("show", cls=Command)
@click.argument("code", metavar="CODE|NAME", shell_complete=complete_rule)
def show_rule(code: str) -> None:
    """Show a rule with its reason, source and examples."""
    for entry in _entries():
        if code.upper() == entry.code or code.lower() == entry.name:
            emit(f"{entry.text.rstrip()}\n")
            return
    raise click.UsageError(f"there is no rule {code!r} (atscheck rules list shows them)")


def _entries() -> list[Entry]:
    from atscheck.compiled import load_rows

    rows = load_rows("rules", rule_rows, made_of_rules)
    return [Entry(*json.loads(row)) for row in rows]


def made_of_rules() -> str:
    """What tells whether the table of rules is current."""
    from atscheck.compiled import code_fingerprint

    return code_fingerprint("checks")


def rule_rows() -> Iterator[str]:
    """An `Entry` for each rule, by code: a table, because declaring all rules takes long."""
    from atscheck.checks import RULES
    from atscheck.checks.docs import rule_text

    for code, rule in sorted(RULES.items()):
        told = Entry(code, rule.name, str(rule.severity), rule.summary, rule_text(rule))
        yield json.dumps(told, ensure_ascii=False)
