"""``packs``: the keyword packs."""

from __future__ import annotations

import click

from atscheck.options import Command, CommandGroup, complete_pack, page
from atscheck.streams import emit


@click.group(cls=CommandGroup)
def packs() -> None:
    """Keyword packs: list, show, check."""


@packs.command("list", cls=Command)
def list_packs() -> None:
    """List the packs that come with atscheck."""
    from atscheck.skills import load_pack, pack_names

    lines = []
    for name in pack_names():
        pack = load_pack(name)
        must = sum(k.tier == "must" for k in pack.keywords)
        good = len(pack.keywords) - must
        lines.append(f"{name}  {pack.title}: {must} must-have, {good} good-to-have keywords\n")
    emit("".join(lines))


@packs.command("show", cls=Command)
@click.argument("name", metavar="NAME|FILE", shell_complete=complete_pack)
@click.pass_context
def show_pack(ctx: click.Context, name: str) -> None:
    """Show a pack's keywords, sub-skills, levels and red flags."""
    from atscheck.renderers.packs import render_pack
    from atscheck.skills import load_pack

    emit(render_pack(load_pack(name), **page(ctx)))


@packs.command("check", cls=Command, short_help="Check packs and the lexicon.")
@click.argument("names", nargs=-1, metavar="[NAME|FILE]...", shell_complete=complete_pack)
def check_packs(names: tuple[str, ...]) -> None:
    """Check packs (all that come with atscheck if none is named) and the lexicon."""
    from atscheck.skills import load_pack, pack_names
    from atscheck.skills.lexicon import load_lexicon

    lexicon = load_lexicon()
    lines = [f"lexicon: {len(lexicon.terms)} terms, {len(lexicon.surfaces)} names\n"]
    lines += [
        f"{name}: {len(load_pack(name).keywords)} keywords\n" for name in names or pack_names()
    ]
    emit("".join(lines))
