"""``batch``: a folder of resumes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from atscheck.errors import ExitCode
from atscheck.options import (
    Command,
    Option,
    as_of_option,
    blind_option,
    is_set,
    job_option,
    ocr_option,
    one_target,
    pack_option,
    selection_options,
    take_selection,
)
from atscheck.streams import emit

if TYPE_CHECKING:
    import datetime as dt


@click.command(cls=Command, short_help="Check a folder of resumes.")
@click.argument("inputs", nargs=-1, required=True, metavar="FOLDER|GLOB|FILE...", type=click.Path())
@pack_option(required=False)
@job_option(required=False, stdin=False)
@as_of_option
@ocr_option
@selection_options
@click.option(
    "-o", "--output", cls=Option, section="Output", required=True, metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False), help="Folder for the results.",
)  # fmt: skip
@click.option(
    "--overwrite", cls=Option, section="Output", is_flag=True,
    help="Replace the results of an earlier run.",
)  # fmt: skip
@blind_option
@click.option(
    "--html", cls=Option, section="Output", is_flag=True,
    help="Also write each report as an HTML page.",
)  # fmt: skip
@click.option(
    "--workers", cls=Option, section="Run", type=click.IntRange(1, 64), metavar="N",
    help="Processes (default: one per core, up to 4).",
)  # fmt: skip
@click.pass_context
def batch(
    ctx: click.Context,
    /,
    inputs: tuple[str, ...],
    pack: str | None,
    job: str | None,
    output: Path,
    as_of: dt.date | None,
    **run: Any,
) -> None:
    """Check a folder of resumes: a report each, summary.csv, and an overview."""
    from atscheck.batch.pool import Job
    from atscheck.batch.run import run_batch
    from atscheck.scan import present

    pack, job = one_target(ctx, pack, job)
    if job == "-":
        raise click.UsageError("--job - (standard input) is no file; a batch needs one")
    switches = {name: run.pop(name) for name in ("ocr", "blind", "html")}
    task = Job(pack, job, present(as_of), selection=take_selection(run), **switches)
    run |= {"dated": as_of is not None, "quiet": is_set(ctx, "quiet")}
    overview, failed = run_batch(inputs, task, output, **run)
    emit(overview)
    if failed:
        ctx.exit(ExitCode.INPUT)
