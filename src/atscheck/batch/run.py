"""A batch from the command line: find, check, write, sum up."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from operator import itemgetter
from pathlib import Path

import click

from atscheck.batch import load_target
from atscheck.batch.files import Found, find_files
from atscheck.batch.lock import held
from atscheck.batch.output import (
    page_name,
    prepare,
    report_name,
    summary_line,
    summary_row,
    write_json,
    write_summary,
    write_text,
)
from atscheck.batch.overview import Overview
from atscheck.batch.page import Row, overview_page, row_of
from atscheck.batch.parquet import Against, require_pyarrow, row, write_results
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
    parquet: bool,
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
    if parquet:
        require_pyarrow()
    title = load_target(job.pack, job.path, ocr=job.ocr).title
    found = find_files(inputs, without=output if output.is_dir() else None)
    if found.passed_over and not quiet:
        what = "files that are links, of another type, or about the folder"
        click.echo(f"passed over: {found.passed_over} ({what})", err=True)
    root = Path(inputs[0]) if len(inputs) == 1 and Path(inputs[0]).is_dir() else None
    count = min(workers or min(os.cpu_count() or 1, MAX_WORKERS), len(found.paths))
    with held(output):
        prepare(output, overwrite=overwrite)
        results, overview = _check(found, job, count, output, root, quiet=quiet)
        # The order of the files' names would tell of the names.
        ordered = (
            sorted(results.values(), key=itemgetter(0))
            if job.blind
            else [results[p] for p in found.paths]
        )
        lines, rows = zip(*ordered, strict=True)
        write_summary(output / "summary.csv", lines)
        text = "\n".join(overview.lines(title)) + "\n"
        write_text(output / "overview.txt", text)
        shown = overview_page(overview, rows, title, job.as_of)
        write_text(output / "overview.html", shown)
        if parquet:
            _write_parquet(output, Against(title, job.as_of))
    bare = sum(row.state != "lost" and row.link.endswith(".json") for row in rows)
    if job.html and bare and not quiet:
        click.echo(f"without an HTML page, which cannot be made of them: {bare} reports", err=True)
    places = f"\nreports, summary.csv, overview.txt and overview.html are in {output}\n"
    return text + places, overview.lost


def _write_parquet(output: Path, against: Against) -> None:
    """Write results.parquet from the reports, in the order of their names."""
    reports = sorted((output / "reports").glob("*.json"))
    rows = (row(json.loads(path.read_text("utf-8")), against) for path in reports)
    write_results(output / "results.parquet", rows)


def _check(
    found: Found, job: Job, workers: int, output: Path, root: Path | None, *, quiet: bool
) -> tuple[dict[Path, tuple[str, Row]], Overview]:
    """Write every file's report; returns its rows of the summary and the overview, and counts."""
    taken: set[str] = set()
    names = {} if job.blind else {p: report_name(p, root, taken) for p in found.paths}
    overview, results = Overview(), dict[Path, tuple[str, Row]]()
    bar = click.progressbar(
        length=len(found.paths), label="checking", file=sys.stderr, show_pos=True,
        hidden=quiet or not sys.stderr.isatty(),
    )  # fmt: skip
    try:
        with bar, closing(run(found.paths, job, workers)) as outcomes:
            for outcome in outcomes:
                path, data = outcome.path, outcome.data
                own = names.get(path) or report_name(Path(data["file"]["path"]), None, taken)
                name = shown = f"reports/{own}"
                write_json(output / name, data)
                if outcome.page:
                    shown = page_name(name)
                    write_text(output / shown, outcome.page)
                results[path] = summary_line(summary_row(data, name)), row_of(data, shown)
                overview.add(data)
                bar.update(1)
    except (KeyboardInterrupt, AtscheckError):
        if results:
            where = output / "reports"
            click.echo(
                f"{len(results)} of {len(found.paths)} files were done; see {where}", err=True
            )
        raise
    if len(results) != len(found.paths):
        message = f"{len(found.paths)} files went in and {len(results)} came out"
        raise AtscheckError(message, "please report this")
    return results, overview
