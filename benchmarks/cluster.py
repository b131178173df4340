"""The Dask engine against the local pool: ``python -m benchmarks.cluster [FOLDER] [COPIES]``.

Both check the same files with two processes on this machine, in turn, from start to end of the
command. FOLDER is by default examples/; each of its resumes is there COPIES times. Prints files
per second of each run, and the ratio of wall times, which is to be at most 1.5 (performance.md).
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from atscheck.batch.files import find_files

EXAMPLES = Path(__file__).parents[1] / "examples"
PACK = "machine-learning-research"
ROUNDS = 3
TARGET = 1.5
ENGINES = {
    "local": ("--parquet",),
    "dask": ("--engine", "dask", "--shard-size", "50"),
}


def copies(folder: Path, times: int, place: Path) -> int:
    """Copy each resume below ``folder`` so often to ``place``; returns how many files there are."""
    found = find_files([str(folder)]).paths
    place.mkdir()
    for number in range(times):
        for path in found:
            shutil.copy(path, place / f"{number:05}-{path.name}")
    return times * len(found)


def seconds(inputs: Path, out: Path, *options: str) -> float:
    """Time on the clock that a batch takes."""
    command = [sys.executable, "-m", "atscheck", "batch", str(inputs), "--pack", PACK, "-q"]
    command += ["--as-of", "2026-01-01", "--workers", "2", "-o", str(out), *options]
    begin = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in {0, 3}:
        raise SystemExit(done.stderr)
    return time.perf_counter() - begin


def main(folder: Path, times: int) -> int:
    """Measure and print; 1 if the target is missed."""
    taken: dict[str, list[float]] = {name: [] for name in ENGINES}
    with TemporaryDirectory() as place:
        inputs = Path(place, "in")
        files = copies(folder, times, inputs)
        for number in range(ROUNDS):
            for name, options in ENGINES.items():
                taken[name].append(seconds(inputs, Path(place, f"{name}{number}"), *options))
                speed = files / taken[name][-1]
                print(f"{name:6} {files} files  {taken[name][-1]:7.1f} s  {speed:6.1f} files/s")
    pairs = zip(taken["dask"], taken["local"], strict=True)
    ratio = statistics.median(dask / local for dask, local in pairs)
    print(f"Dask engine / local pool, wall: {ratio:.2f} (target {TARGET})")
    return 0 if ratio <= TARGET else 1


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(Path(given[0]) if given else EXAMPLES, int(given[1]) if given[1:] else 40))
