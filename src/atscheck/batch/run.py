"""A batch from the command line: find, check, write, sum up."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from atscheck.batch import load_target
from atscheck.batch.files import find_files
from atscheck.batch.output import (
    Overview,
    prepare,
    report_name,
    summary_row,
    write_json,
    write_summary,
    write_text,
)
from atscheck.batch.pool import Job, run
from atscheck.errors import AtscheckError


def run_batch(
    inputs: Sequence[str],
    pack: str | None,
    job: str | None,
    output: Path,
    *,
    workers: int | None,
    overwrite: bool,
    as_of: dt.date,
    quiet: bool,
) -> tuple[str, int]:
    """Check every file; returns the overview and how many files could not be read.

    Raises:
        AtscheckError: if the target, the inputs or the output folder are no good.
    """
    target = load_target(pack, Path(job) if job else None)
    paths = find_files(inputs)
    prepare(output, overwrite=overwrite)
    root = Path(inputs[0]) if len(inputs) == 1 and Path(inputs[0]).is_dir() else None
    names: set[str] = set()
    report_names = {str(path): report_name(path, root, names) for path in paths}
    overview, rows = Overview(), list[dict[str, Any]]()
    count = workers or min(os.cpu_count() or 1, 4)
    with click.progressbar(
        length=len(paths), label="checking", file=sys.stderr, show_pos=True,
        hidden=quiet or not sys.stderr.isatty(),
    ) as bar:  # fmt: skip
        for data in run(paths, Job(pack, job, as_of), min(count, len(paths))):
            name = report_names[data["file"]["path"]]
            write_json(output / "reports" / name, data)
            rows.append(summary_row(data, f"reports/{name}"))
            overview.add(data)
            bar.update(1)
    if len(rows) != len(paths):
        raise AtscheckError(
            f"{len(paths)} files went in and {len(rows)} came out", "please report this"
        )
    write_summary(output / "summary.csv", rows)
    text = "\n".join(overview.lines(target.title)) + "\n"
    write_text(output / "overview.txt", text)
    return f"{text}\nreports, summary.csv and overview.txt are in {output}\n", sum(
        overview.failed.values()
    )
