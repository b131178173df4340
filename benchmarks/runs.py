"""Whole batches from the command line: their speed, memory and engines."""

from __future__ import annotations

import itertools
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from benchmarks.rounds import atscheck, ratios
from benchmarks.scan import PACK

ROUNDS = 3
PAUSE = 0.1
"""Seconds between two looks at a process."""


class SkippedError(Exception):
    """Why a figure cannot be had here."""


def speed_up(folder: Path) -> float:
    """How many times faster two workers check the files of a folder than one does."""
    with tempfile.TemporaryDirectory() as output:
        found = ratios(
            _batch(folder, output, "--workers", "2"),
            {"one": _batch(folder, output, "--workers", "1")},
            ROUNDS,
        )["one"]
    return found.wall


def dask(folder: Path) -> float:
    """How many times the local workers' time the Dask engine takes for the files of a folder."""
    for module in ("distributed", "pyarrow"):
        if find_spec(module) is None:
            raise SkippedError(f"{module} is not installed (extra `cluster`)")
    with tempfile.TemporaryDirectory() as output:
        local = _batch(folder, output, "--workers", "2")
        try:
            other = {"dask": _batch(folder, output, "--engine", "dask", "--workers", "2")}
            return ratios(local, other, ROUNDS)["dask"].wall
        except subprocess.CalledProcessError as error:
            raise SkippedError(error.stderr.decode().strip().splitlines()[-1]) from error


def _batch(folder: Path, output: str, *options: str) -> Callable[[], object]:
    """What runs a batch over a folder, each time into a new folder."""
    numbers = itertools.count()

    def run() -> object:
        target = Path(output) / f"{'-'.join(options).replace('-', '')}{next(numbers)}"
        command = ("batch", str(folder), "--pack", PACK.name, "--output", str(target), *options)
        return atscheck(*command)()

    return run


def growth(folder: Path, number: int) -> float:
    """How many MiB a batch's parent grows by, from its first report to its last, over copies."""
    if not Path("/proc/self/statm").exists():
        raise SkippedError("there is no /proc here")
    originals = sorted(folder.glob("*.pdf"))
    with tempfile.TemporaryDirectory() as name:
        copies, output = Path(name) / "in", Path(name) / "out"
        copies.mkdir()
        for at, path in zip(range(number), itertools.cycle(originals), strict=False):
            # A byte behind the end of each makes it another file, whose content was not seen yet.
            shutil.copy(path, copies / f"{at:06}.pdf")
            with (copies / f"{at:06}.pdf").open("ab") as file:
                file.write(f"%{at}\n".encode())
        command = [sys.executable, "-m", "atscheck", "batch", str(copies), "--pack", PACK.name]
        command += ["--output", str(output), "--workers", "2", "--quiet"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
            sizes = []
            while process.poll() is None:
                if any(output.glob("reports/*")):
                    sizes.append(_resident(process.pid))
                time.sleep(PAUSE)
    if process.returncode or not sizes:
        raise SkippedError("the batch failed")
    return max(sizes) - sizes[0]


def _resident(pid: int) -> float:
    """The memory that a process has in use, in MiB; nothing of one that has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    sizes = [line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")]
    return int(sizes[0]) / 1024 if sizes else 0.0
