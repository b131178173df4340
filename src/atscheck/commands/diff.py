"""``diff``: two versions of a resume."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from atscheck.commands.check import read_resume
from atscheck.errors import ExitCode
from atscheck.options import (
    Command,
    Option,
    as_of_option,
    file_option,
    format_option,
    is_set,
    job_option,
    ocr_option,
    one_target,
    pack_option,
    page,
    selection_options,
    take_selection,
    verbose_option,
)
from atscheck.streams import Reading, emit, read_document, warn

if TYPE_CHECKING:
    import datetime as dt

    from atscheck.report import Difference
    from atscheck.skills.model import Target


@click.command(cls=Command, short_help="Tell what a new version won and lost.")
@click.argument("old", type=click.Path(allow_dash=True))
@click.argument("new", type=click.Path(allow_dash=True))
@pack_option(required=False)
@job_option(required=False)
@as_of_option
@ocr_option
@selection_options
@format_option(("text", "json", "markdown"), "Form of the report.")
@file_option()
@verbose_option("Show everything that differs.")
@click.option(
    "--fail-on-loss", cls=Option, section="Exit with 1 if", is_flag=True,
    help="A must-have keyword is lost, or the new version has no score.",
)  # fmt: skip
@click.pass_context
def diff(
    ctx: click.Context,
    /,
    as_of: dt.date | None,
    ocr: bool,
    format_: str,
    output: Path | None,
    verbose: bool,
    fail_on_loss: bool,
    **others: Any,
) -> None:
    """Tell what a new version of a resume won and lost.

    OLD and NEW are PDF, Word, text, Markdown or HTML files; one may be - for standard input.
    """
    from atscheck.renderers import render_difference
    from atscheck.report import difference
    from atscheck.scan import check, present

    selection = take_selection(others)
    target, names = _inputs(ctx, ocr=ocr, **others)
    today = present(as_of)
    old, new = (
        check(read_resume(Reading(name, ocr=ocr)), target, as_of=today, selection=selection)
        for name in names
    )
    found = difference(old, new)
    emit(render_difference(found, format_, verbose=verbose, **page(ctx, output)), output)
    why = _loss(found) if fail_on_loss else ""
    if why:
        if not is_set(ctx, "quiet"):
            warn(f"{found.new.path}: {why}")
        ctx.exit(ExitCode.THRESHOLD)


def _inputs(
    ctx: click.Context, *, old: str, new: str, pack: str | None, job: str | None, ocr: bool
) -> tuple[Target, tuple[str, str]]:
    """The target, and the names of the two versions; at most one of all is standard input."""
    from atscheck.jobs import read_job, with_alternatives
    from atscheck.skills import load_pack

    pack, job = one_target(ctx, pack, job)
    if [old, new, job].count("-") > 1:
        raise click.UsageError("only one of OLD, NEW and --job can be standard input")
    if pack is not None:
        return load_pack(pack), (old, new)
    return with_alternatives(read_job(read_document(job or "", ocr=ocr))), (old, new)


def _loss(found: Difference) -> str:
    """What --fail-on-loss speaks of, in words; "" for nothing."""
    if found.new.score is None:
        return "there is no score"
    names = [pair.new.keyword.name for pair in found.lost_of("must")]
    return f"must-have keywords lost: {', '.join(names)}" if names else ""
