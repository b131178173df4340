"""The Dask engine against the local pool: ``python -m benchmarks.cluster [FOLDER] [COPIES]``.

Both check the same files with two processes on this machine, in turn, from start to end of the
command. FOLDER is by default examples/; each of its PDF files is there COPIES times. Prints files
per second of each run, and the ratio of wall times, which is to be at most 1.5 (performance.md).

Then shards of the same files are run in this process, to see what they take of the processor's
time, and what a million of them cost for that.
"""

from __future__ import annotations

import datetime as dt
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from atscheck import __version__
from atscheck.batch import readers
from atscheck.batch.aim import Aim
from atscheck.batch.files import find_files
from atscheck.batch.manifest import begin
from atscheck.batch.places import Folder
from atscheck.batch.pool import Job
from atscheck.batch.shards import run_shard
from benchmarks.runs import copies

EXAMPLES = Path(__file__).parents[1] / "examples"
PACK = "machine-learning-research"
ROUNDS = 3
TARGET = 1.5
PRICE = 0.04
"""Of a core for an hour, in dollars: an assumption, near what clouds ask for without a contract."""

ENGINES = {
    "local": ("--parquet",),
    "dask": ("--engine", "dask"),
}


def seconds(inputs: Path, out: Path, *options: str) -> float:
    """Time on the clock that a batch takes."""
    command = [sys.executable, "-m", "atscheck", "batch", str(inputs), "--pack", PACK, "-q"]
    command += ["--as-of", "2026-01-01", "--workers", "2", "-o", str(out), *options]
    begin = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in {0, 3}:
        raise SystemExit(done.stderr)
    return time.perf_counter() - begin


def core_seconds(inputs: Path, out: Path) -> float:
    """Time of the processor that the shards of all files take, with the readers they start."""
    aim = Aim(Job(PACK, None, dt.date(2026, 1, 1)), PACK)
    run = begin([str(inputs)], aim, Folder(str(out)), 200, overwrite=False, dated=True)
    before = _used()
    for number in run.left():
        run_shard(run.manifest.shard(number, run.results), aim, __version__)
    readers.end()
    return _used() - before


def _used() -> float:
    both = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


def main(folder: Path, times: int) -> int:
    """Measure and print; 1 if the target is missed."""
    taken: dict[str, list[float]] = {name: [] for name in ENGINES}
    with TemporaryDirectory() as place:
        inputs = Path(place, "in")
        found = [path for path in find_files([str(folder)]).paths if path.suffix == ".pdf"]
        files = times * len(found)
        copies(found, files, inputs)
        for number in range(ROUNDS):
            for name, options in ENGINES.items():
                taken[name].append(seconds(inputs, Path(place, f"{name}{number}"), *options))
                speed = files / taken[name][-1]
                print(f"{name:6} {files} files  {taken[name][-1]:7.1f} s  {speed:6.1f} files/s")
        used = core_seconds(inputs, Path(place, "shards"))
    hours = used / files * 1e6 / 3600
    print(f"{files / used:.1f} files for each second of a core")
    print(f"a million: {hours:.0f} core-hours, {hours * PRICE:.2f} at {PRICE} a core-hour")
    pairs = zip(taken["dask"], taken["local"], strict=True)
    ratio = statistics.median(dask / local for dask, local in pairs)
    print(f"Dask engine / local pool, wall: {ratio:.2f} (target {TARGET})")
    return 0 if ratio <= TARGET else 1


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(Path(given[0]) if given else EXAMPLES, int(given[1]) if given[1:] else 40))
