"""Worker processes that outlive a shard: to start one costs as much as to check thirty files.

A shard takes one that has the same aim, or starts one, and gives it back. Those that nobody takes
for a while are ended, so that a cluster which is kept for other work is not held up.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from atscheck.batch.aim import Aim
from atscheck.batch.pool import Worker

IDLE_SECONDS = 30.0
"""Time after which a worker process that has nothing to do is ended."""


@dataclass(slots=True, eq=False)
class _Reader:
    """A worker process, its aim, and the folder that the aim's own files are in."""

    aim: Aim
    worker: Worker
    folder: TemporaryDirectory[str]

    def end(self) -> None:
        self.worker.stop()
        self.folder.cleanup()


_idle: list[_Reader] = []
_lock = threading.Lock()


@contextmanager
def reader(aim: Aim) -> Iterator[Worker]:
    """A worker process with this aim, for the block alone."""
    taken = _taken(aim) or _started(aim)
    try:
        yield taken.worker
    except BaseException:
        taken.end()
        raise
    with _lock:
        _idle.append(taken)
    timer = threading.Timer(IDLE_SECONDS, _end_if_idle, [taken])
    timer.daemon = True
    timer.start()


def _started(aim: Aim) -> _Reader:
    folder = TemporaryDirectory(prefix="atscheck-")
    return _Reader(aim, Worker(aim.placed(Path(folder.name))), folder)


def _taken(aim: Aim) -> _Reader | None:
    with _lock:
        for number, each in enumerate(_idle):
            if each.aim == aim:
                return _idle.pop(number)
    return None


def end_idle() -> None:
    """End all that nobody has taken."""
    for each in _idle.copy():
        _end_if_idle(each)


def _end_if_idle(each: _Reader) -> None:
    with _lock:
        if each not in _idle:
            return
        _idle.remove(each)
    each.end()
