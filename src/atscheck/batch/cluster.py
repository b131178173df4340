"""A batch on a cluster of Dask: one task for each shard (docs/cluster.md).

Dask sends tasks as pickles, but only between our own processes: files are read by a worker process
of `atscheck.batch.pool`, which answers in JSON, and a task returns no more than a count.
"""

from __future__ import annotations

import sys
from collections.abc import Generator, Sequence
from contextlib import closing, nullcontext, suppress
from itertools import islice
from queue import Empty, SimpleQueue
from typing import Any
from uuid import uuid4

import click

from atscheck import __version__
from atscheck.batch import load_target, readers
from atscheck.batch.aim import Aim
from atscheck.batch.connection import Cluster, connected, require_dask
from atscheck.batch.lock import held
from atscheck.batch.manifest import OVERVIEW_TEXT, Run, begin
from atscheck.batch.places import AGAIN, Folder, absolute
from atscheck.batch.pool import Job
from atscheck.batch.shards import run_shard
from atscheck.documents.ocr import tesseract
from atscheck.errors import AtscheckError, OutputError

AHEAD = 4
"""Shards for each thread of the cluster that are with the scheduler at once: it holds the names of
their files only, however many the run has."""

RETRIES = 2
"""Times that a shard is tried again after an error, perhaps on another machine. A shard whose
machine is lost is run again by Dask itself, up to three times."""

MOST_FAILED = 10
"""Shards that may fail before no more are begun."""

LOOK_SECONDS = 5
"""How often it is seen whether there are workers at all."""


def run_cluster(
    inputs: Sequence[str],
    job: Job,
    output: str,
    *,
    cluster: Cluster,
    shard_size: int | None,
    overwrite: bool,
    dated: bool,
    quiet: bool,
) -> tuple[str, int]:
    """Check every file; returns the overview and how many files could not be read.

    Raises:
        AtscheckError: if the target, the inputs, the output folder or the cluster are no good, or
            some shards could not be done; the others are kept.
        KeyboardInterrupt: if it is interrupted; the shards that are done are kept.
    """
    require_dask()
    if job.ocr:
        tesseract()
    aim = Aim.of(job, load_target(job.pack, job.path, ocr=job.ocr).title)
    folder = Folder(absolute(output))
    with nullcontext() if folder.path is None else held(folder.path):
        run = begin(inputs, aim, folder, shard_size, overwrite=overwrite, dated=dated)
        if run.passed_over and not quiet:
            what = "files that are of another type, or about the folder"
            click.echo(f"passed over: {run.passed_over} ({what})", err=True)
        left = run.left()
        if left:
            if cluster.scheduler is None:  # they get ready while Dask does
                readers.start(run.aim, min(cluster.workers, len(left)))
            with connected(cluster) as client:
                _work(client, run, left, quiet=quiet)
        elif not quiet:
            click.echo("all files were done before; here is the overview", err=True)
        overview = run.overview()
        text = "\n".join(overview.lines(aim.title)) + "\n"
        folder.put(OVERVIEW_TEXT, text.encode())
    return f"{text}\nthe results are in {run.results.address}\n", overview.lost


def _work(client: Any, run: Run, left: Sequence[int], *, quiet: bool) -> None:
    """Have the shards ``left`` done.

    Raises:
        OutputError: if some could not be done, with the reason of the first one, or the scheduler
            is lost.
    """
    files = sum(run.manifest.files_of(number) for number in left)
    bar = click.progressbar(
        length=files, label="checking", file=sys.stderr, show_pos=True,
        hidden=quiet or not sys.stderr.isatty(),
    )  # fmt: skip
    failed: list[BaseException] = []
    done = 0
    try:
        with bar, closing(_results(client, run, left, failed)) as results:
            for count in results:
                bar.update(count)
                done += 1
    except KeyboardInterrupt:
        click.echo(f"{len(left) - done} shards are not done; {AGAIN}", err=True)
        raise
    if failed:
        message, hint = _told(failed[0])
        kept = f"{len(left) - done} of {run.manifest.count} shards are not done: {message}"
        raise OutputError(kept, hint)


def _results(
    client: Any, run: Run, left: Sequence[int], failed: list[BaseException]
) -> Generator[int, None, None]:
    """The number of files of each shard that is done; why one is not goes to ``failed``."""
    ended: SimpleQueue[Any] = SimpleQueue()
    waiting, running, room = iter(left), dict[str, Any](), 0
    try:
        while True:
            if len(running) <= room // 2:
                room = AHEAD * max(sum(_threads(client).values()), 1)
                for number in islice(waiting, room - len(running)):
                    future = _submit(client, run, number)
                    running[future.key] = future
                    future.add_done_callback(ended.put)
            if not running:
                return
            future = _next(client, ended)
            del running[future.key]
            if future.status == "finished":
                yield future.result()
                continue
            if future.status != "error":
                raise OutputError("the scheduler is lost", AGAIN)
            failed.append(future.exception())
            if len(failed) >= MOST_FAILED:
                waiting = iter(())
    finally:
        if running:
            with suppress(Exception):  # a cluster that is lost runs nothing more
                client.cancel(list(running.values()), force=True)


def _submit(client: Any, run: Run, number: int) -> Any:
    shard = run.manifest.shard(number, run.results)
    return client.submit(
        run_shard, shard, run.aim, __version__,
        key=f"{shard.name}-{uuid4().hex}", pure=False, retries=RETRIES,
    )  # fmt: skip


def _next(client: Any, ended: SimpleQueue[Any]) -> Any:
    """The next shard that has ended; where there are no workers, it says that it waits for some.

    Raises:
        OutputError: if the scheduler is lost.
    """
    told = False
    while True:
        try:
            return ended.get(timeout=LOOK_SECONDS)
        except Empty:
            if not _threads(client) and not told:
                click.echo("the cluster has no workers; waiting for some", err=True)
                told = True


def _threads(client: Any) -> dict[str, int]:
    """The threads of each worker.

    Raises:
        OutputError: if the scheduler is lost.
    """
    try:
        if client.status == "running":
            threads: dict[str, int] = client.nthreads()
            return threads
    except OSError:
        pass
    raise OutputError("the scheduler is lost", AGAIN)


def _told(error: BaseException) -> tuple[str, str]:
    """Why a shard is not done, and what to do."""
    from distributed import KilledWorker

    if isinstance(error, AtscheckError):
        return error.message, error.hint
    if isinstance(error, KilledWorker):
        message = f"{error.allowed_failures + 1} workers died while they ran one of them"
        return message, f"give each thread of a worker more memory (3 GiB), then {AGAIN}"
    if isinstance(error, ImportError):
        return f"a worker lacks {error.name}", "use an image with atscheck[cluster] for all"
    if isinstance(error, OSError) and error.strerror:
        return f"a worker: {error.strerror}", f"free some space there, then {AGAIN}"
    return f"a fault of atscheck ({type(error).__name__})", "please report it"
