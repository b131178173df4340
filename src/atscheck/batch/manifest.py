"""What a batch in shards is, kept beside its results, so that it goes on where it ended.

The files are listed once, in ``manifest.jsonl``: a line that says what the run is, then an address
on each line. Shard *n* is a fixed slice of that list, and done when its part is in ``results/``.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import IO, Any

from atscheck.batch.aim import Aim
from atscheck.batch.overview import Overview
from atscheck.batch.places import AGAIN, HALF, Folder, absolute, find_inputs
from atscheck.batch.shards import OVERVIEW, Shard, part_name
from atscheck.errors import OutputError

NAME = "manifest.jsonl"
SCHEMA = "atscheck.manifest/1"

PARTS, FEWEST, MOST = 256, 8, 200
"""Unless the user says how many files a shard has, a run has about so many shards, each of no fewer
and no more files: many, so that all of a cluster has something to do until the end, and not more,
as each is a file of its own in the end."""

RESULTS = "results"
"""The folder of the parts."""

OVERVIEW_TEXT = "overview.txt"

READERS = 16
"""How many parts are looked at together: each is some waiting for a store, and hardly any work."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A run: its files in order, how they are cut, and what they are checked against.

    Attributes:
        values: what must be the same when the run goes on, as JSON values.
    """

    values: dict[str, Any]
    files: tuple[str, ...]

    @property
    def size(self) -> int:
        """Files of a shard."""
        size: int = self.values["shard_size"]
        return size

    @property
    def count(self) -> int:
        """The number of shards."""
        return -(-len(self.files) // self.size)

    def shard(self, number: int, output: Folder) -> Shard:
        """One of its shards, whose part goes to ``output``."""
        start = number * self.size
        return Shard(number, self.files[start : start + self.size], output)

    def files_of(self, number: int) -> int:
        """How many files a shard has."""
        return min(self.size, len(self.files) - number * self.size)

    def to_bytes(self) -> bytes:
        """The manifest as lines of JSON."""
        head = {"schema": SCHEMA, "files": len(self.files), "run": self.values}
        return b"".join(json.dumps(line).encode() + b"\n" for line in (head, *self.files))

    @classmethod
    def from_bytes(cls, data: bytes, place: str) -> Manifest:
        """The manifest that `to_bytes` wrote.

        Raises:
            OutputError: if it is not one.
        """
        try:
            head, *files = map(json.loads, data.splitlines())
            if head["schema"] == SCHEMA and head["files"] == len(files):
                return cls(dict(head["run"]), tuple(files))
        except (ValueError, TypeError, LookupError):
            pass
        message = f"{place}: its {NAME} is damaged or of another version"
        raise OutputError(message, "name another folder, or add --overwrite")


@dataclass(frozen=True, slots=True)
class Run:
    """A run in its output folder.

    Attributes:
        passed_over: files that were passed over when they were listed.
    """

    manifest: Manifest
    aim: Aim
    output: Folder
    passed_over: int = 0

    @property
    def results(self) -> Folder:
        """Where the parts are."""
        return Folder(f"{self.output.address}/{RESULTS}")

    def left(self) -> list[int]:
        """The numbers of the shards that are not done."""
        done = set(self.results.names())
        return [n for n in range(self.manifest.count) if part_name(n) not in done]

    def overview(self) -> Overview:
        """The counts of all parts together.

        Raises:
            OutputError: if a part is damaged, or does not hold as many rows as its shard has files.
        """
        total = Overview()
        with ThreadPoolExecutor(READERS) as threads:
            for counts in threads.map(self._counts, range(self.manifest.count)):
                total.add_values(counts)
        for name in self.results.names():
            if name.startswith(HALF):  # of a worker that was killed
                self.results.remove(name)
        return total

    def _counts(self, number: int) -> dict[str, Any]:
        """The counts that a part holds of its files."""
        name, files = part_name(number), self.manifest.files_of(number)
        with self.results.opened(name) as file:
            counts = _counts_in(file, files)
        if counts is None:
            message = f"{self.results.address}/{name}: it is damaged, or not of these {files} files"
            raise OutputError(message, f"remove it and {AGAIN}")
        return counts


def _counts_in(file: IO[bytes], files: int) -> dict[str, Any] | None:
    """The counts in a part; None if it is damaged, or has another number of rows than files."""
    from pyarrow import ArrowException, parquet

    try:
        footer = parquet.read_metadata(file)
        counts: dict[str, Any] = json.loads(footer.metadata[OVERVIEW.encode()])
        return counts if files == footer.num_rows == counts["files"] else None
    except (ArrowException, ValueError, LookupError, TypeError):
        return None


def begin(
    inputs: Sequence[str],
    aim: Aim,
    output: Folder,
    size: int | None,
    *,
    overwrite: bool,
    dated: bool,
) -> Run:
    """The run in ``output``: the one that is there if it is this one, else a new one.

    ``size`` is the number of a shard's files; None for that of the run that goes on, or one that
    suits the number of files. ``dated`` is whether the user said what "present" means; if not, a
    run that goes on keeps the day on which it began.

    Raises:
        InputError: if an input names nothing, or cannot be listed.
        OutputError: if the folder holds other results, or cannot be used.
    """
    run = Run(Manifest({}, ()), aim, output)
    output.make()
    if overwrite:
        _remove(run)
    if run.results.names():
        if NAME in output.names():
            return _go_on(run, inputs, size, dated=dated)
        message = f"{output.address}: holds results of a run without its {NAME}"
        raise OutputError(message, "name another folder, or add --overwrite")
    files, passed_over = find_inputs(inputs, output.address)
    if aim.job.blind:  # parts in the order of the names would tell of the names
        files.sort(key=lambda name: hashlib.sha256(name.encode()).digest())
    size = size or min(max(-(-len(files) // PARTS), FEWEST), MOST)
    manifest = Manifest(_values(inputs, aim, size), tuple(files))
    run.results.make()
    output.put(NAME, manifest.to_bytes())
    return replace(run, manifest=manifest, passed_over=passed_over)


def _go_on(run: Run, inputs: Sequence[str], size: int | None, *, dated: bool) -> Run:
    """The run that an earlier command began.

    Raises:
        OutputError: if that is not this run.
    """
    place = run.output.address
    with run.output.opened(NAME) as file:
        manifest = Manifest.from_bytes(file.read(), place)
    aim = run.aim
    if not dated:
        day = dt.date.fromisoformat(manifest.values["as_of"])
        aim = replace(aim, job=replace(aim.job, as_of=day))
    other = _values(inputs, aim, size or manifest.size)
    differing = sorted(k for k in other if manifest.values.get(k) != other[k])
    if differing:
        message = f"{place}: holds a run with another {' and '.join(differing)}"
        raise OutputError(message, "name another folder, or add --overwrite")
    return replace(run, manifest=manifest, aim=aim)


def _remove(run: Run) -> None:
    """Remove a run and its results; the manifest last, without which they are nobody's."""
    for folder, names in ((run.results, run.results.names()), (run.output, run.output.names())):
        for name in names:
            if name.startswith(("part-", HALF)) or name in (OVERVIEW_TEXT, NAME):
                folder.remove(name)


def _values(inputs: Sequence[str], aim: Aim, size: int) -> dict[str, Any]:
    return {"inputs": sorted(map(absolute, inputs)), "shard_size": size, **aim.to_values()}
