"""``packs``: the keyword packs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from atscheck.errors import ExitCode, PackError
from atscheck.options import Command, CommandGroup, complete_pack, file_option, is_set, page
from atscheck.streams import complain, emit, read_document


@click.group(cls=CommandGroup)
def packs() -> None:
    """Keyword packs: list, show, check, new, match."""


@packs.command("list", cls=Command)
def list_packs() -> None:
    """List the packs that come with atscheck."""
    from atscheck.compiled import load_rows

    rows = load_rows("packs", pack_rows, made_of_packs)
    emit("".join(f"{row}\n" for row in rows))


def made_of_packs() -> str:
    """What tells whether the table of packs is current."""
    from atscheck.compiled import fingerprint

    return fingerprint(("packs",))


def pack_rows() -> Iterator[str]:
    """A line on each pack: a table, because reading all packs takes long."""
    from atscheck.skills import load_pack, pack_names

    for name in pack_names():
        pack = load_pack(name)
        must = sum(k.tier == "must" for k in pack.keywords)
        good = len(pack.keywords) - must
        yield f"{name}  {pack.title}: {must} must-have, {good} good-to-have keywords"


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
@click.pass_context
def check_packs(ctx: click.Context, names: tuple[str, ...]) -> None:
    """Check packs (all that come with atscheck if none is named) and the lexicon.

    Says what is wrong with each, or else what it lacks.
    """
    from atscheck.skills import load_pack, pack_names
    from atscheck.skills.lexicon import load_lexicon
    from atscheck.skills.review import check_lexicon, check_pack

    lexicon = load_lexicon()
    lines = [f"lexicon: {len(lexicon.terms)} terms, {len(lexicon.surfaces)} names\n"]
    faults = check_lexicon(lexicon)
    lines += [f"  {fault}\n" for fault in faults]
    failed = bool(faults)
    for name in names or pack_names():
        try:
            pack = load_pack(name)
        except PackError as error:
            complain(error, debug=is_set(ctx, "debug"))
            failed = True
            continue
        lines.append(f"{name}: {len(pack.keywords)} keywords\n")
        lines += [f"  {lack}\n" for lack in check_pack(pack, lexicon)]
    emit("".join(lines))
    if failed:
        ctx.exit(ExitCode.USAGE)


@packs.command("new", cls=Command, short_help="Write a pack to fill in.")
@click.argument("name")
@file_option()
def new_pack(name: str, output: Path | None) -> None:
    """Write a pack called NAME to fill in, such as bakery-manager."""
    from atscheck.skills.template import pack_template

    emit(pack_template(name), output)


@packs.command("match", cls=Command, short_help="Show which packs a resume is nearest to.")
@click.argument("resume", type=click.Path(allow_dash=True))
def match_packs(resume: str) -> None:
    """Show how much a resume covers of each pack that comes with atscheck, the nearest first.

    RESUME is a PDF, Word, text, Markdown or HTML file, or - for standard input.
    """
    from atscheck.matching import match
    from atscheck.resume import parse
    from atscheck.skills import load_pack, pack_names

    parsed = parse(read_document(resume))
    rows = []
    for name in pack_names():
        matches = match(parsed, load_pack(name)).keywords
        must = [m.found for m in matches if m.keyword.tier == "must"]
        good = [m.found for m in matches if m.keyword.tier == "good"]
        counts = f"must-have {sum(must)} of {len(must)}, good-to-have {sum(good)} of {len(good)}"
        rows.append((-sum(must) / max(1, len(must)), f"{name}  {counts}\n"))
    emit("".join(row for _, row in sorted(rows)))
