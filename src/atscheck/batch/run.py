"""A batch from the command line: find, check, write, sum up; what was done is never done again."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import Any

import click

from atscheck import __version__, documents
from atscheck.batch import load_target, signals
from atscheck.batch.disk import sync_folder, write_text
from atscheck.batch.files import Found, find_files
from atscheck.batch.journal import NAME, Journal, Record, task_of
from atscheck.batch.lock import held
from atscheck.batch.names import page_name
from atscheck.batch.output import (
    COLUMNS,
    ERROR_COLUMNS,
    begin,
    error_row,
    summary_row,
    sweep,
    write_json,
    write_table,
)
from atscheck.batch.overview import Overview, gist
from atscheck.batch.page import overview_page, row_of
from atscheck.batch.parquet import Against, require_pyarrow, row, write_results
from atscheck.batch.plan import Entry, alike, plan
from atscheck.batch.pool import Job, Outcome, run
from atscheck.batch.progress import Progress
from atscheck.documents.ocr import tesseract
from atscheck.errors import AtscheckError, StoppedError

MAX_WORKERS = 4
"""The most workers that are started unasked: each may take gigabytes of memory."""


def run_batch(
    inputs: Sequence[str],
    job: Job,
    output: Path,
    *,
    dated: bool,
    workers: int | None,
    overwrite: bool,
    parquet: bool,
    quiet: bool,
) -> tuple[str, int]:
    """Check every file; returns the overview and how many files could not be read.

    A run that ended early is gone on with, as of its own day unless the job is ``dated`` by the
    user; what comes out is the same as if it had not ended.

    Raises:
        AtscheckError: if the target, the inputs or the output folder are no good, or character
            recognition is asked for and not installed.
        StoppedError: if it is interrupted; what is done stays.
    """
    if job.ocr:
        tesseract()
    if parquet:
        require_pyarrow()
    title = load_target(job.pack, job.path, ocr=job.ocr, isolated=True).title
    found = find_files(inputs, without=output if output.is_dir() else None)
    if found.passed_over and not quiet:
        what = "files that are links, of another type, or about the folder"
        click.echo(f"passed over: {found.passed_over} ({what})", err=True)
    root = Path(inputs[0]) if len(inputs) == 1 and Path(inputs[0]).is_dir() else None
    shown = sys.stderr if sys.stderr.isatty() and not quiet else None
    progress = Progress(len(found.paths), shown)
    with held(output), signals.heard() as stop:
        if not dated:
            job = _of_its_day(job, output / NAME)
        with begin(output, _task(job), overwrite=overwrite) as journal:
            progress.resume(min(len(journal), len(found.paths)), failed=0)
            with _told(progress, len(found.paths)):
                batch = _Batch(job, output, journal, progress, stop)
                entries = batch.entries(found, root)
                batch.check(entries, workers or min(os.cpu_count() or 1, MAX_WORKERS))
                overview, bare = _sum_up(batch, entries, title)
                if parquet:
                    _write_parquet(output, Against(title, job.as_of))
                for folder in (output / "reports", output):
                    sync_folder(folder)
            journal.remove()
    if job.html and bare and not quiet:
        click.echo(f"without an HTML page, which cannot be made of them: {bare} reports", err=True)
    places = "reports, summary.csv, errors.csv, overview.txt and overview.html"
    text = (output / "overview.txt").read_text("utf-8")
    return f"{text}\n{places} are in {output}\n", overview.lost


def _write_parquet(output: Path, against: Against) -> None:
    """Write results.parquet from the reports, in the order of their names."""
    reports = sorted((output / "reports").glob("*.json"))
    rows = (row(json.loads(path.read_text("utf-8")), against) for path in reports)
    write_results(output / "results.parquet", rows)


def _task(job: Job) -> dict[str, Any]:
    """What has to be the same for a run to be gone on with. The files are compared one by one."""
    target = documents.sha256_of(job.pack or job.job or "")
    return {"atscheck": __version__, "target": target, **json.loads(job.to_line())}


def _of_its_day(job: Job, path: Path) -> Job:
    """``job`` as of the day on which the unfinished run of the journal at ``path`` began."""
    begun = task_of(path) if path.is_file() else None
    return replace(job, as_of=dt.date.fromisoformat(begun["as_of"])) if begun else job


@contextmanager
def _told(progress: Progress, total: int) -> Iterator[None]:
    """Say how many files are done where the block ends early."""
    told = f"{{}} of {total} files are done"
    hint = "run the same command again to go on"
    try:
        yield
    except KeyboardInterrupt as error:
        progress.clear()
        raise StoppedError(f"interrupted: {told.format(progress.done)}", hint) from error
    except AtscheckError:
        progress.clear()
        click.echo(f"{told.format(progress.done)}; {hint}", err=True)
        raise
    progress.clear()


@dataclass(frozen=True, slots=True)
class _Batch:
    """A run: what it does, where its results go, and how far it is."""

    job: Job
    output: Path
    journal: Journal
    progress: Progress
    stop: Event

    def entries(self, found: Found, root: Path | None) -> list[Entry]:
        """What there is to read, done or not."""
        entries = []
        for entry in plan(found.paths, root, blind=self.job.blind):
            self._go_on()
            entries.append(entry)
        return entries

    def check(self, entries: Sequence[Entry], workers: int) -> None:
        """Have the report of every entry written and acknowledged.

        Raises:
            KeyboardInterrupt: if it is to stop.
        """
        left, kept, failed = list[Entry](), set[str](), 0
        for entry in entries:
            record = self._record(entry)
            if record is None:
                left.append(entry)
            else:
                kept.update(record.files)
                failed += "error" in record.data
        sweep(self.output, kept)
        self.progress.resume(len(entries) - len(left), failed)
        while left:
            left = self._read(left, workers)
            self._go_on()
        if self.progress.done != len(entries):
            message = f"{len(entries)} files went in and {self.progress.done} came out"
            raise AtscheckError(message, "please report this")

    def _go_on(self) -> None:
        if self.stop.is_set():
            raise KeyboardInterrupt

    def _record(self, entry: Entry) -> Record | None:
        """What is done of an entry that is as it was when it was read.

        What could not be opened may be by now, so it is tried again.
        """
        record = self.journal.get(entry.name)
        if record is None or entry.sha256 is None or record.sha256 != entry.sha256:
            return None
        if not self.job.blind and record.data["file"]["path"] != str(entry.path):
            return None
        there = all((self.output / "reports" / name).is_file() for name in record.files)
        return record if there else None

    def _read(self, entries: Sequence[Entry], workers: int) -> list[Entry]:
        """Read one of all that are alike; returns those that are not alike after all."""
        groups = {group[0].path: group for group in alike(entries, self.job)}
        count, left = min(workers, len(groups)), list[Entry]()
        with closing(run(list(groups), self.job, count, self.stop)) as outcomes:
            for outcome in outcomes:
                first, *others = groups[outcome.path]
                self._keep(first, outcome)
                if others and not _as_planned(first, outcome.data):
                    left += others
                    continue
                for other in others:
                    self._keep(other, outcome)
        return left

    def _keep(self, entry: Entry, outcome: Outcome) -> None:
        """Write the report of ``entry``, then acknowledge it."""
        data = outcome.data
        if not self.job.blind:
            data = {**data, "file": {**data["file"], "path": str(entry.path)}}
        reports = self.output / "reports"
        write_json(reports / entry.name, data)
        if outcome.page:
            write_text(reports / page_name(entry.name), outcome.page)
        self.journal.add(Record(entry.name, entry.sha256, bool(outcome.page), gist(data)))
        self.progress.add(failed="error" in data)


def _as_planned(entry: Entry, data: dict[str, Any]) -> bool:
    """Whether the outcome is that of the bytes that the entry had when the run began."""
    read = documents.sha256_of(entry.path) if "error" in data else data["file"]["sha256"]
    return bool(read == entry.sha256)


def _sum_up(batch: _Batch, entries: Sequence[Entry], title: str) -> tuple[Overview, int]:
    """Write what tells of all files; returns the overview, and how many reports have no page."""
    output, job, overview, bare = batch.output, batch.job, Overview(), 0
    # The order of the files' names would tell of the names.
    names = [entry.name for entry in entries]
    names = sorted(names) if job.blind else names

    def records() -> Iterator[Record]:
        return (batch.journal[name] for name in names)

    for record in records():
        overview.add(record.data)
        bare += not record.page and "error" not in record.data
    rows = (summary_row(r.data, f"reports/{r.name}") for r in records())
    write_table(output / "summary.csv", COLUMNS, rows)
    lost = (error_row(r.data) for r in records() if "error" in r.data)
    write_table(output / "errors.csv", ERROR_COLUMNS, lost)
    write_text(output / "overview.txt", "\n".join(overview.lines(title)) + "\n")
    linked = (row_of(r.data, f"reports/{r.files[-1]}") for r in records())
    write_text(output / "overview.html", overview_page(overview, linked, title, job.as_of))
    return overview, bare
