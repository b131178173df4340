"""Whole batches from the command line: their speed, memory and engines."""

from __future__ import annotations

import csv
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from benchmarks.rounds import Ratio, atscheck, cost_of, ratios
from benchmarks.scan import PACK

ROUNDS = 3
PAUSE = 0.1
"""Seconds between two looks at a process."""

DASK = ("--engine", "dask")


class SkippedError(Exception):
    """Why a figure cannot be had here."""


@dataclass(frozen=True, slots=True)
class Load:
    """A batch of many files.

    Attributes:
        files: how many went in.
        outcomes: how many came out, read or not.
        begin: memory of the batch's own process when the first results are there, in MiB.
        most: the most that it has after that.
    """

    files: int
    outcomes: int
    seconds: float
    begin: float
    most: float

    @property
    def growth(self) -> float:
        """How many MiB more it takes in the end."""
        return self.most - self.begin

    def __str__(self) -> str:
        speed = f"{self.files / self.seconds:.1f} files/s"
        memory = f"{self.begin:.0f} to {self.most:.0f} MiB"
        return f"{self.files:,} files in, {self.outcomes:,} out, {speed}, {memory}"


def speed_up(folder: Path) -> float:
    """How many times faster two workers on two cores check a folder than one worker on one core.

    A worker that is alone has a second process, which reads; it must not have a core of its own.
    Where the machine has other work, one core may get less than its half of what two get.
    """
    if not hasattr(os, "sched_setaffinity"):
        raise SkippedError("this system cannot hold a process to a core")
    cores = sorted(os.sched_getaffinity(0))[:2]
    if len(cores) < 2:
        raise SkippedError("there is one core")
    with tempfile.TemporaryDirectory() as output:
        two = _held(cores, _batch(folder, output, "--workers", "2"))
        one = _held(cores[:1], _batch(folder, output, "--workers", "1"))
        return ratios(two, {"one": one}, ROUNDS)["one"].wall


def _held(cores: Sequence[int], run: Callable[[], object]) -> Callable[[], object]:
    """What does a run on some cores alone."""

    def held() -> object:
        before = os.sched_getaffinity(0)
        os.sched_setaffinity(0, cores)
        try:
            return run()
        finally:
            os.sched_setaffinity(0, before)

    return held


def start(path: Path) -> float:
    """The seconds that a batch of one file takes."""
    with tempfile.TemporaryDirectory() as output:
        run = _batch(path, output, "--workers", "1")
        return sorted(cost_of(run).wall for _ in range(ROUNDS))[ROUNDS // 2]


def dask(folder: Path) -> Ratio:
    """How many times the local workers' cost the Dask engine has for the files of a folder."""
    require_dask()
    with tempfile.TemporaryDirectory() as output:
        local = _batch(folder, output, "--workers", "2")
        other = _batch(folder, output, *DASK, "--workers", "2")
        return ratios(local, {"dask": other}, ROUNDS)["dask"]


def require_dask() -> None:
    """Find out whether the Dask engine can run.

    Raises:
        SkippedError: if not.
    """
    for module in ("distributed", "pyarrow"):
        if find_spec(module) is None:
            raise SkippedError(f"{module} is not installed (extra `cluster`)")


def _batch(folder: Path, output: str, *options: str) -> Callable[[], object]:
    """What runs a batch over a folder, each time into a new folder."""
    numbers = itertools.count()

    def run() -> object:
        target = Path(output) / f"{'-'.join(options).replace('-', '')}{next(numbers)}"
        command = ("batch", str(folder), "--pack", PACK.name, "--output", str(target), *options)
        return atscheck(*command)()

    return run


def copies(originals: Sequence[Path], number: int, folder: Path) -> None:
    """Fill a new folder with ``number`` PDF files whose content is not the same in any two."""
    folder.mkdir()
    for at, path in zip(range(number), itertools.cycle(originals), strict=False):
        copy = folder / f"{at:06}.pdf"
        shutil.copy(path, copy)
        with copy.open("ab") as file:  # what is behind the end is part of the file, and not read
            file.write(f"%{at}\n".encode())


def load(originals: Sequence[Path], number: int, *options: str) -> Load:
    """A batch of ``number`` copies of files, watched from its first result to its end."""
    if not Path("/proc/self/statm").exists():
        raise SkippedError("there is no /proc here")
    with tempfile.TemporaryDirectory() as name:
        inputs, output = Path(name) / "in", Path(name) / "out"
        copies(originals, number, inputs)
        command = [sys.executable, "-m", "atscheck", "batch", str(inputs), "--pack", PACK.name]
        command += ["--output", str(output), "--workers", "2", "--quiet", *options]
        begin, sizes = time.perf_counter(), list[float]()
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
            while process.poll() is None:
                if sizes or any(output.glob("re*/*")):  # reports/, results/
                    sizes.append(_resident(process.pid))
                time.sleep(PAUSE)
        seconds = time.perf_counter() - begin
        if process.returncode not in (0, 3):
            raise subprocess.CalledProcessError(process.returncode, command)
        return Load(number, _outcomes(output), seconds, sizes[0], max(sizes))


def _outcomes(output: Path) -> int:
    """How many files a batch tells of, in whatever it writes."""
    if (output / "summary.csv").exists():
        with (output / "summary.csv").open(encoding="utf-8-sig", newline="") as rows:
            return sum(1 for _ in csv.DictReader(rows))
    from pyarrow import parquet

    return sum(parquet.read_metadata(part).num_rows for part in output.glob("results/part-*"))


def _resident(pid: int) -> float:
    """The memory that a process has in use, in MiB; nothing of one that has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    sizes = [line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")]
    return int(sizes[0]) / 1024 if sizes else 0.0
