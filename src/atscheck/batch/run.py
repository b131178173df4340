"""A batch from the command line: find, check, write, sum up."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import click

from atscheck.batch import load_target
from atscheck.batch.files import Found, find_files
from atscheck.batch.lock import held
from atscheck.batch.output import (
    prepare,
    report_name,
    summary_line,
    summary_row,
    write_json,
    write_summary,
    write_text,
)
from atscheck.batch.overview import Overview
from atscheck.batch.pool import Job, run
from atscheck.documents.ocr import tesseract
from atscheck.errors import AtscheckError

MAX_WORKERS = 4
"""The most workers that are started unasked: each may take gigabytes of memory."""


def run_batch(
    inputs: Sequence[str],
    job: Job,
    output: Path,
    *,
    workers: int | None,
    overwrite: bool,
    quiet: bool,
) -> tuple[str, int]:
    """Check every file; returns the overview and how many files could not be read.

    Raises:
        AtscheckError: if the target, the inputs or the output folder are no good, or character
            recognition is asked for and not installed.
        KeyboardInterrupt: if it is interrupted.

    Where it ends early, it says how many files were done; their reports stay.
    """
    if job.ocr:
        tesseract()
    title = load_target(job.pack, job.path, ocr=job.ocr).title
    found = find_files(inputs, without=output if output.is_dir() else None)
    if found.passed_over and not quiet:
        what = "files that are links, of another type, or about the folder"
        click.echo(f"passed over: {found.passed_over} ({what})", err=True)
    root = Path(inputs[0]) if len(inputs) == 1 and Path(inputs[0]).is_dir() else None
    count = min(workers or min(os.cpu_count() or 1, MAX_WORKERS), len(found.paths))
    with held(output):
        prepare(output, overwrite=overwrite)
        lines, overview = _check(found, job, count, output, root, quiet=quiet)
        # The order of the files' names would tell of the names.
        rows = sorted(lines.values()) if job.blind else [lines[path] for path in found.paths]
        write_summary(output / "summary.csv", rows)
        text = "\n".join(overview.lines(title)) + "\n"
        write_text(output / "overview.txt", text)
    places = f"\nreports, summary.csv and overview.txt are in {output}\n"
    return text + places, sum(overview.failed.values())


def _check(
    found: Found, job: Job, workers: int, output: Path, root: Path | None, *, quiet: bool
) -> tuple[dict[Path, str], Overview]:
    """Write the report of every file; returns the summary's line for each, and the counts."""
    taken: set[str] = set()
    names = {} if job.blind else {p: report_name(p, root, taken) for p in found.paths}
    overview, lines = Overview(), dict[Path, str]()
    bar = click.progressbar(
        length=len(found.paths), label="checking", file=sys.stderr, show_pos=True,
        hidden=quiet or not sys.stderr.isatty(),
    )  # fmt: skip
    try:
        with bar, closing(run(found.paths, job, workers)) as outcomes:
            for path, data in outcomes:
                name = names.get(path) or report_name(Path(data["file"]["path"]), None, taken)
                write_json(output / "reports" / name, data)
                lines[path] = summary_line(summary_row(data, f"reports/{name}"))
                overview.add(data)
                bar.update(1)
    except (KeyboardInterrupt, AtscheckError):
        if lines:
            where = output / "reports"
            click.echo(f"{len(lines)} of {len(found.paths)} files were done; see {where}", err=True)
        raise
    if len(lines) != len(found.paths):
        message = f"{len(found.paths)} files went in and {len(lines)} came out"
        raise AtscheckError(message, "please report this")
    return lines, overview
