"""Worker processes for a batch, and the supervisor that outlives them.

The standard pools lose tasks or hang when a worker dies; this supervisor gives each worker one file
at a time, so that a hang, a crash or a memory bomb costs that file only. Results come back as JSON
over a pipe, never as pickles: a worker has read untrusted files.
"""

from __future__ import annotations

import datetime as dt
import json
import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from atscheck.report import Failure

WALL_SECONDS = 120.0
"""Time for one file; real files that parse need up to 11 s of CPU, more on a busy machine."""

MEMORY_BYTES = 2 << 30
"""Address space of a worker where the system can limit it; a worker with spaCy starts at 254 MB."""

RECYCLE_AFTER = 2000
"""Files after which a worker is replaced, because spaCy's vocabulary grows with every new word."""


@dataclass(frozen=True, slots=True)
class Job:
    """What every worker checks its files against."""

    pack: str | None
    job: str | None
    as_of: dt.date


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    done: int = 0
    path: Path | None = None
    deadline: float = field(default=0.0)


def run(paths: Sequence[Path], job: Job, workers: int) -> Iterator[dict[str, Any]]:
    """The outcome of every path as JSON values, as they come; exactly one each."""
    context = multiprocessing.get_context("forkserver" if os.name == "posix" else "spawn")
    if os.name == "posix":
        context.set_forkserver_preload(["atscheck.batch.worker"])
    waiting = deque(paths)
    pool: list[_Worker] = []
    try:
        while waiting or any(w.path for w in pool):
            _assign(pool, waiting, job, workers, context)
            ready = wait([w.pipe for w in pool if w.path], timeout=0.5)
            for worker in [w for w in pool if w.path is not None]:
                outcome = _collect(worker, worker.pipe in ready)
                if outcome is not None:
                    yield outcome
                if not worker.process.is_alive() or worker.done >= RECYCLE_AFTER:
                    _stop(worker)
                    pool.remove(worker)
    finally:
        for worker in pool:
            _stop(worker)


def _assign(
    pool: list[_Worker], waiting: deque[Path], job: Job, workers: int, context: Any
) -> None:
    """Give every idle worker a file, starting workers up to the number asked for."""
    while waiting and len(pool) < workers and all(w.path for w in pool):
        ours, theirs = context.Pipe()
        process = context.Process(target=_main, args=(theirs, job), daemon=True)
        process.start()
        theirs.close()
        pool.append(_Worker(process, ours))
        _send(pool[-1], waiting.popleft())
    for worker in pool:
        if worker.path is None and waiting:
            _send(worker, waiting.popleft())


def _send(worker: _Worker, path: Path) -> None:
    worker.path = path
    worker.deadline = time.monotonic() + WALL_SECONDS
    try:
        worker.pipe.send_bytes(os.fsencode(path))
    except OSError:
        worker.process.kill()


def _collect(worker: _Worker, ready: bool) -> dict[str, Any] | None:
    """The outcome of the worker's file if there is one now."""
    path = str(worker.path)
    outcome: dict[str, Any] | None = None
    if ready:
        try:
            outcome = json.loads(worker.pipe.recv_bytes(64 << 20))
        except (EOFError, OSError, ValueError):
            worker.process.join(5)
            worker.process.kill()
            outcome = _died(path, worker.process.exitcode)
    elif time.monotonic() > worker.deadline:
        worker.process.kill()
        worker.process.join(5)
        message = f"reading it took longer than {WALL_SECONDS:.0f} seconds"
        outcome = Failure(path, "timeout", message, "export the resume again").to_dict()
    elif not worker.process.is_alive() and not worker.pipe.poll():
        outcome = _died(path, worker.process.exitcode)
    if outcome is not None:
        worker.path = None
        worker.done += 1
    return outcome


def _died(path: str, code: int | None) -> dict[str, Any]:
    killed = code in (-signal.SIGKILL, -signal.SIGABRT) if os.name == "posix" else False
    if killed:
        return Failure(
            path, "memory", "reading it needs more memory than allowed", "export the resume again"
        ).to_dict()
    return Failure(
        path, "crash", "reading it ended the reader", "export the resume again"
    ).to_dict()


def _stop(worker: _Worker) -> None:
    worker.pipe.close()
    worker.process.join(0.2)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join(5)


def _main(pipe: Connection, job: Job) -> None:
    """A worker's life; imported late, so that the supervisor itself stays light."""
    from atscheck.batch.worker import serve

    serve(pipe, job)
