"""Contenders side by side: interleaved rounds, and the median of the ratios of each round."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"


class Cost(NamedTuple):
    """What a run took, in seconds: by the clock, and of processors (its children's included)."""

    wall: float
    cpu: float


class Ratio(NamedTuple):
    """How many times the other's cost, by the clock and of processors: the medians of rounds."""

    wall: float
    cpu: float


def cost_of(run: Callable[[], object]) -> Cost:
    """What one run took."""
    before, start = _processor_seconds(), time.perf_counter()
    run()
    wall = time.perf_counter() - start
    return Cost(wall, _processor_seconds() - before)


def _processor_seconds() -> float:
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def ratios(
    base: Callable[[], object], others: Mapping[str, Callable[[], object]], rounds: int
) -> dict[str, Ratio]:
    """What each of ``others`` costs as a multiple of ``base``, all run in turn in every round."""
    found: dict[str, list[Ratio]] = {name: [] for name in others}
    for _ in range(rounds):
        first = cost_of(base)
        for name, run in others.items():
            cost = cost_of(run)
            found[name].append(Ratio(cost.wall / first.wall, cost.cpu / max(first.cpu, 1e-6)))
    return {
        name: Ratio(median(r.wall for r in own), median(r.cpu for r in own))
        for name, own in found.items()
    }


def run_python(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    """A process of this Python that must succeed.

    It keeps the bytecode that it makes, as an installation does, so that only the first one in a
    changed checkout compiles it.
    """
    environ = {key: value for key, value in os.environ.items() if key != _NO_BYTECODE}
    command = [sys.executable, *arguments]
    return subprocess.run(command, check=True, capture_output=True, env=environ)


def atscheck(*arguments: str) -> Callable[[], object]:
    """What runs the command line in a process of its own."""
    return lambda: run_python("-m", "atscheck", *arguments)


def each(paths: Sequence[object], run: Callable[[object], object]) -> Callable[[], object]:
    """What runs ``run`` on each path."""
    return lambda: [run(path) for path in paths]
