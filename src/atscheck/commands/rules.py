"""``rules``: the checks."""

from __future__ import annotations

import click

from atscheck.options import Command, CommandGroup, complete_rule, page
from atscheck.streams import emit


@click.group(cls=CommandGroup)
def rules() -> None:
    """The checks: list, show."""


@rules.command("list", cls=Command)
@click.pass_context
def list_rules(ctx: click.Context) -> None:
    """List every rule with its severity and summary."""
    from atscheck.checks import RULES
    from atscheck.renderers.rules import render_rules

    emit(render_rules(sorted(RULES.values(), key=lambda r: r.code), **page(ctx)))


@rules.command("show", cls=Command)
@click.argument("code", metavar="CODE|NAME", shell_complete=complete_rule)
def show_rule(code: str) -> None:
    """Show a rule with its reason, source and examples."""
    from atscheck.checks import RULES
    from atscheck.checks.docs import rule_text

    by_name = {rule.name: rule for rule in RULES.values()}
    rule = RULES.get(code.upper()) or by_name.get(code.lower())
    if rule is None:
        raise click.UsageError(f"there is no rule {code!r} (atscheck rules list shows them)")
    emit(f"{rule_text(rule).rstrip()}\n")
