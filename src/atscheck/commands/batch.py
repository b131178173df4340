"""``batch``: a folder of resumes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

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

    from atscheck.batch.pool import Job


@click.command(cls=Command, short_help="Check a folder of resumes.")
@click.argument("inputs", nargs=-1, required=True, metavar="FOLDER|GLOB|FILE...", type=click.Path())
@pack_option(required=False)
@job_option(required=False, stdin=False)
@as_of_option
@ocr_option
@selection_options
@click.option(
    "-o", "--output", cls=Option, section="Output", required=True, metavar="FOLDER",
    type=click.Path(file_okay=False), help="Folder for the results.",
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
    "--parquet", cls=Option, section="Output", is_flag=True,
    help="Also write results.parquet: a row for each file, with its keywords and findings.",
)  # fmt: skip
@click.option(
    "--workers", cls=Option, section="Run", type=click.IntRange(1, 64), metavar="N",
    help="Processes (default: one per core, up to 4).",
)  # fmt: skip
@click.option(
    "--engine", cls=Option, section="Run", type=click.Choice(["local", "dask"]), default="local",
    show_default=True, help="What runs it: this machine, or a cluster of Dask.",
)  # fmt: skip
@click.option(
    "--scheduler", cls=Option, section="Run", metavar="ADDRESS",
    help="The cluster, as tcp://host:8786 (default: one is started here for the run).",
)  # fmt: skip
@click.option(
    "--shard-size", cls=Option, section="Run", type=click.IntRange(1, 10_000), metavar="N",
    help="Files of a task of the cluster (default: 8 to 200, by how many there are).",
)  # fmt: skip
@click.pass_context
def batch(
    ctx: click.Context,
    /,
    inputs: tuple[str, ...],
    pack: str | None,
    job: str | None,
    output: str,
    as_of: dt.date | None,
    **run: Any,
) -> None:
    """Check a folder of resumes: a report each, summary.csv, and an overview.

    With --engine dask, folders may be in an object store (s3://bucket/folder), and the results are
    Parquet files.
    """
    from atscheck.batch.pool import Job
    from atscheck.scan import present

    pack, job = one_target(ctx, pack, job)
    if job == "-":
        raise click.UsageError("--job - (standard input) is no file; a batch needs one")
    switches = {name: run.pop(name) for name in ("ocr", "blind", "html")}
    task = Job(pack, job, present(as_of), selection=take_selection(run), **switches)
    run |= {"dated": as_of is not None, "quiet": is_set(ctx, "quiet")}
    if run.pop("engine") == "dask":
        overview, failed = _on_cluster(ctx, (inputs, task, output), **run)
    else:
        overview, failed = _here(inputs, task, output, **run)
    emit(overview)
    if failed:
        ctx.exit(ExitCode.INPUT)


def _here(
    inputs: tuple[str, ...], task: Job, output: str, *, shard_size: int | None, **run: Any
) -> tuple[str, int]:
    """The batch on this machine: its overview, and how many files could not be read."""
    from atscheck.batch.run import run_batch

    if run.pop("scheduler"):
        raise click.UsageError("--scheduler needs --engine dask")
    for address in (*inputs, output):
        if "://" in address and not Path(address).exists():
            raise click.UsageError(f"{address} needs --engine dask")
    return run_batch(inputs, task, Path(output), **run)


def _on_cluster(
    ctx: click.Context, what: tuple[tuple[str, ...], Job, str], *, parquet: bool, **run: Any
) -> tuple[str, int]:
    """The batch on a cluster, whose results are Parquet files in any case: the same."""
    from atscheck.batch.cluster import run_cluster
    from atscheck.batch.connection import Cluster

    inputs, task, output = what
    if task.html:
        raise click.UsageError("--html needs --engine local; a cluster writes Parquet files only")
    cluster = Cluster(run.pop("scheduler"), run.pop("workers") or os.cpu_count() or 1)
    if cluster.scheduler and ctx.get_parameter_source("workers") is ParameterSource.COMMANDLINE:
        raise click.UsageError("--workers is for this machine; --scheduler has its own")
    return run_cluster(inputs, task, output, cluster=cluster, **run)
