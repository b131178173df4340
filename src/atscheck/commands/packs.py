"""``packs``: the keyword packs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from atscheck.errors import ExitCode, PackError
from atscheck.options import Command, CommandGroup, complete_pack, file_option, is_set, page
from atscheck.streams import complain, emit, read_document, warn

if TYPE_CHECKING:
    from atscheck.skills.template import Draft


@click.group(cls=CommandGroup)
def packs() -> None:
    """Keyword packs: list, show, check, new, match, schema."""


@packs.command("list", cls=Command, short_help="List the packs there are, or find one.")
@click.argument("words", nargs=-1, metavar="[WORD]...")
@click.pass_context
def list_packs(ctx: click.Context, words: tuple[str, ...]) -> None:
    """List the packs there are: those that come with atscheck, yours, and the project's.

    With WORDs only those that have all of them in their names, titles or keywords, the best first.
    """
    from atscheck.skills.outlines import outlines
    from atscheck.skills.shelves import packs_by_name

    asked = [part for word in words for part in word.split()]
    ranked = sorted(((-pack.answers(asked), pack) for pack in outlines()), key=lambda each: each[0])
    shown = [pack for rank, pack in ranked if rank]
    own = packs_by_name()
    width = max((len(pack.name) for pack in shown), default=0)
    for pack in shown:
        told = f"{pack.title}: {len(pack.must)} must-have, {len(pack.good)} good-to-have keywords"
        note = f" ({own[pack.name]})" if own[pack.name] else ""
        emit(f"{pack.name:{width}}  {told}{note}\n")
    if not shown:
        warn(f"no pack has {' and '.join(words)}; atscheck packs list shows them all")
        ctx.exit(ExitCode.THRESHOLD)


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
@click.option("--stats", is_flag=True, help="Show what each pack has, and what it shares.")
@click.pass_context
def check_packs(ctx: click.Context, names: tuple[str, ...], stats: bool) -> None:
    """Check packs (all there are if none is named) and the lexicon.

    Says what is wrong with each, or else what it lacks.
    """
    from atscheck.renderers.packs import render_statistics
    from atscheck.skills import load_pack, pack_names
    from atscheck.skills.lexicon import load_lexicon
    from atscheck.skills.review import check_lexicon, check_pack
    from atscheck.skills.statistics import statistics

    lexicon = load_lexicon()
    lines = [f"lexicon: {len(lexicon.terms)} terms, {len(lexicon.surfaces)} names\n"]
    faults = check_lexicon(lexicon)
    lines += [f"  {fault}\n" for fault in faults]
    failed = bool(faults)
    loaded = []
    for name in names or pack_names():
        try:
            pack = load_pack(name)
        except PackError as error:
            complain(error, debug=is_set(ctx, "debug"))
            failed = True
            continue
        loaded.append(pack)
        lines.append(f"{name}: {len(pack.keywords)} keywords\n")
        lines += [f"  {lack}\n" for lack in check_pack(pack, lexicon)]
    emit("".join(lines))
    if stats:
        emit(render_statistics(statistics(loaded), **page(ctx)))
    if failed:
        ctx.exit(ExitCode.USAGE)


@packs.command("new", cls=Command, short_help="Write a pack to fill in.")
@click.argument("name")
@click.argument("jobs", nargs=-1, metavar="[JOB]...", type=click.Path(allow_dash=True))
@click.option("--from-jobs", is_flag=True, help="Take the keywords of the job descriptions JOB.")
@click.option(
    "--extends", metavar="PACK", shell_complete=complete_pack, help="Build on another pack."
)
@file_option()
def new_pack(
    name: str, jobs: tuple[str, ...], from_jobs: bool, extends: str | None, output: Path | None
) -> None:
    """Write a pack called NAME to fill in, such as bakery-manager.

    With --from-jobs it has the keywords of job descriptions: of several those that two or more of
    them ask for. In a terminal, without options, it asks for title and keywords.
    """
    from atscheck.skills.template import pack_template

    if from_jobs != bool(jobs):
        raise click.UsageError("name the job descriptions behind --from-jobs")
    emit(pack_template(name, _draft(name, jobs, extends)), output)


def _draft(name: str, jobs: tuple[str, ...], extends: str | None) -> Draft:
    """What a new pack starts with: from postings, another pack, or the answers of a person."""
    from atscheck.skills.template import Draft, titled

    if extends:
        from atscheck.skills import load_pack

        load_pack(extends)
    if jobs:
        return _drafted(jobs, extends or "")
    if extends or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return Draft(extends=extends or "")
    title = click.prompt("Title", default=titled(name), err=True)
    click.echo('Keywords with commas between them; "A | B" is met by either.', err=True)
    return Draft(title, "", (), _asked("Must-have"), _asked("Good-to-have"))


def _asked(what: str) -> tuple[str, ...]:
    """The keywords that a person types, with a word on those that the lexicon lacks."""
    from atscheck.skills.lexicon import load_lexicon
    from atscheck.skills.review import advice_on

    typed: str = click.prompt(what, default="", show_default=False, err=True)
    names = tuple(dict.fromkeys(filter(None, (name.strip() for name in typed.split(",")))))
    for name in names:
        for told in advice_on(name, load_lexicon()):
            warn(f"  {told}")
    return names


def _drafted(jobs: tuple[str, ...], extends: str) -> Draft:
    """What postings ask for, one or several."""
    from atscheck.jobs import read_job
    from atscheck.jobs.shared import joint_target
    from atscheck.skills.template import Draft

    target = joint_target([read_job(read_document(job)) for job in jobs])
    must, good = (
        tuple(k.name for k in target.keywords if k.tier == tier) for tier in ("must", "good")
    )
    return Draft("", extends, tuple(f"job description: {job}" for job in jobs), must, good)


@packs.command("match", cls=Command, short_help="Show which packs a resume is nearest to.")
@click.argument("resume", type=click.Path(allow_dash=True))
@click.pass_context
def match_packs(ctx: click.Context, resume: str) -> None:
    """Show how much a resume covers of each pack there is, the nearest first.

    RESUME is a PDF, Word, text, Markdown or HTML file, or - for standard input.
    """
    from atscheck.matching.fit import fits
    from atscheck.renderers.packs import render_fits
    from atscheck.resume import parse
    from atscheck.skills.outlines import outlines

    emit(render_fits(fits(parse(read_document(resume)), outlines()), **page(ctx)))


@packs.command("schema", cls=Command, short_help="Write the JSON Schema of packs, for editors.")
@file_option()
def show_schema(output: Path | None) -> None:
    """Write the JSON Schema of packs, with which an editor completes and checks them."""
    import json

    from atscheck.report import schema

    emit(json.dumps(schema("pack"), indent=2) + "\n", output)
