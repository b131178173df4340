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
_busy: list[_Reader] = []
_lock = threading.Lock()


def start(aim: Aim, number: int) -> None:
    """Start worker processes with this aim, for shards that will take them; they get ready alone.

    Raises:
        OSError: if the system has no room for them.
    """
    for _ in range(number):
        made = _made(aim)
        made.worker.start()
        _put_by(made)


@contextmanager
def reader(aim: Aim) -> Iterator[Worker]:
    """A worker process with this aim, for the block alone."""
    taken = _taken(aim) or _made(aim)
    _busy.append(taken)
    try:
        yield taken.worker
    except BaseException:
        taken.end()
        raise
    finally:
        _busy.remove(taken)
    _put_by(taken)


def end() -> None:
    """End all worker processes; a shard that has one ends with an error."""
    for each in _busy.copy():
        each.worker.interrupt()
    for each in _idle.copy():
        _end_if_idle(each)


def _made(aim: Aim) -> _Reader:
    folder = TemporaryDirectory(prefix="atscheck-")
    return _Reader(aim, Worker(aim.placed(Path(folder.name))), folder)


def _taken(aim: Aim) -> _Reader | None:
    with _lock:
        for number, each in enumerate(_idle):
            if each.aim == aim:
                return _idle.pop(number)
    return None


def _put_by(each: _Reader) -> None:
    """Keep it for the next shard, for a while."""
    with _lock:
        _idle.append(each)
    timer = threading.Timer(IDLE_SECONDS, _end_if_idle, [each])
    timer.daemon = True
    timer.start()


def _end_if_idle(each: _Reader) -> None:
    with _lock:
        if each not in _idle:
            return
        _idle.remove(each)
    each.end()
