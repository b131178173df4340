"""Worker processes for a batch, and the supervisor that outlives them.

The standard pools lose tasks or hang when a worker dies, and they send pickles; a worker has read
untrusted files. Here each worker is a plain child process that gets one file at a time, so that a
hang, a crash or a memory bomb costs that file only. Both sides speak in lines of JSON: the
supervisor sends the job, then one path at a time; the worker answers ``"ready"``, then each path
with that path and its report or failure. Where the job wants HTML, another line follows a report:
it as a page ("" where none can be made). The report stays, whatever making the page does to the
worker; files themselves are read, and their pages drawn, in processes that a worker starts for each
(`atscheck.sandbox`).
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import threading
from collections.abc import Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from atscheck.batch import blind_outcome, limits
from atscheck.checks.selection import EVERY, Selection
from atscheck.errors import AtscheckError
from atscheck.report import Failure
from atscheck.sandbox import endings
from atscheck.sandbox.client import popen, python

GRACE_SECONDS = 5.0
"""Time for a worker whose answer has ended to end itself, so that its exit code is its own."""

STARTS = 2
"""Times that a worker is started for a file before the batch is given up."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file.

    Attributes:
        data: its report or failure as JSON values.
        page: the report as HTML, "" where it was not asked for or there is none.
        code: what ended the reader, or the worker that made the page; None where nothing did.
    """

    path: Path
    data: dict[str, Any]
    page: str = ""
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """What every worker checks its files against.

    ``ocr`` is as in `documents.read`, ``selection`` as in `checks.run`; ``blind`` is whether the
    outcomes hide whose they are, ``html`` whether a page is wanted beside each report.
    """

    pack: str | None
    job: str | None
    as_of: dt.date
    ocr: bool = False
    selection: Selection = EVERY
    blind: bool = False
    html: bool = False

    @property
    def path(self) -> Path | None:
        """The posting's file, if there is one."""
        return Path(self.job) if self.job else None

    def to_line(self) -> bytes:
        """The job as the first line that a worker reads."""
        return _line({**asdict(self), "as_of": self.as_of.isoformat()})

    @classmethod
    def from_line(cls, line: bytes) -> Job:
        """The job that `to_line` wrote."""
        values = json.loads(line)
        heard = values["selection"]
        selection = Selection(tuple(heard["select"]), tuple(heard["ignore"]), heard["options"])
        as_of = dt.date.fromisoformat(values["as_of"])
        return cls(**{**values, "as_of": as_of, "selection": selection})


class WorkerError(AtscheckError):
    """A worker that ends before it has seen any file."""


def run(
    paths: Iterable[Path], job: Job, workers: int, stop: threading.Event | None = None
) -> Generator[Outcome, None, None]:
    """The outcome of every path, as they come; exactly one each, none any more after ``stop``.

    Raises:
        WorkerError: if the worker processes cannot start.
    """
    crew = [Worker(job) for _ in range(workers)]
    idle: SimpleQueue[Worker] = SimpleQueue()
    for worker in crew:
        idle.put(worker)

    def check(path: Path) -> Outcome:
        worker = idle.get()
        try:
            return worker.check(path)
        finally:
            idle.put(worker)

    waiting = iter(paths)
    with ThreadPoolExecutor(workers) as threads:
        running: set[Future[Outcome]] = set()
        try:
            while not (stop and stop.is_set()):
                # Up to two files for each worker, so that none of them waits for the caller.
                more = islice(waiting, 2 * workers - len(running))
                running.update(threads.submit(check, path) for path in more)
                if not running:
                    return
                # The time-out lets Ctrl-C through on systems whose locks do not.
                done, running = wait(running, timeout=0.5, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
            for worker in crew:
                worker.interrupt()
            threads.shutdown()
            for worker in crew:
                worker.stop()


class Worker:
    """A child process that is started when there is a file for it, and again when it has died."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._seconds = limits.WALL_SECONDS + (limits.RECOGNITION_SECONDS if job.ocr else 0)
        self._process: subprocess.Popen[bytes] | None = None
        self._ready = False
        self._done = 0
        self._ended = False

    def start(self) -> None:
        """Start the process, unless it runs, without waiting until it is ready."""
        self._begun()

    def check(self, path: Path) -> Outcome:
        """The outcome of one file.

        Where a worker dies, the files that it has read before may be to blame (its memory grows),
        or somebody who ended it, so the file is tried once more on a new one. What a file gets
        thus never depends on its neighbours.
        """
        outcome = self._ask(path)
        if outcome.code in ("crash", "memory"):
            outcome = self._ask(path)
        return outcome

    def interrupt(self) -> None:
        """Kill the process, from another thread than the one that uses it, and start no more."""
        self._ended = True
        if self._process is not None:
            self._process.kill()

    def stop(self, grace: float = 0.0) -> int | None:
        """End the process; its exit code if it ends by itself within ``grace`` seconds."""
        process, self._process = self._process, None
        if process is None:
            return None
        with suppress(subprocess.TimeoutExpired):
            process.wait(grace)
        code = process.poll()
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):  # what it still held cannot be sent to a process that is gone
                pipe.close()  # type: ignore[union-attr]
        return code

    def _ask(self, path: Path) -> Outcome:
        process = self._started()
        answer, in_time = _exchange(process, _line(str(path)), self._seconds)
        self._done += 1
        data = _outcome(answer, str(path))
        if data is None:
            failure = self._bury(str(path), answer, in_time=in_time)
            told = blind_outcome(failure) if self._job.blind else failure
            return Outcome(path, told.to_dict(), code=failure.code)
        code = _code(data)
        page = ""
        if self._job.html and code is None:
            page, code = self._page(process, str(path))
        if code == "memory" or self._done >= limits.RECYCLE_AFTER:
            self.stop()
        return Outcome(path, data, page, code)

    def _page(self, process: subprocess.Popen[bytes], path: str) -> tuple[str, str | None]:
        """The page that the worker makes, and what ended it if it made none."""
        answer, in_time = _exchange(process, b"", self._seconds)
        page = _text(answer)
        if page is None:
            return "", self._bury(path, answer, in_time=in_time).code
        return page, None

    def _bury(self, path: str, answer: bytes, *, in_time: bool) -> Failure:
        """End a process that has not answered as it should; why it has not."""
        ended = self.stop(grace=0.0 if answer else GRACE_SECONDS)
        return _why_died(path, ended, answer, in_time=in_time, wall=self._seconds)

    def _begun(self) -> subprocess.Popen[bytes]:
        """The process, ready or not."""
        if self._process is None:
            self._process = popen(_command())
            self._ready = False
            self._done = 0
        if self._ended:
            self._process.kill()
        return self._process

    def _started(self) -> subprocess.Popen[bytes]:
        """A process that is ready for files; one that fails is tried again, others may be to blame.

        Raises:
            WorkerError: if none gets ready.
        """
        for _ in range(STARTS):
            process = self._begun()
            if self._ready:
                return process
            answer, _ = _exchange(process, self._job.to_line(), limits.START_SECONDS)
            self._ready = answer == _line("ready")
            if self._ready:
                return process
            code = self.stop(grace=0.0 if self._ended else GRACE_SECONDS)
        raise WorkerError(
            f"a worker process ends before it is ready (exit code {code})",
            "free some memory, or use fewer --workers",
        )


def _command() -> list[str]:
    return python("atscheck.batch.worker")


def _line(value: Any) -> bytes:
    return json.dumps(value).encode() + b"\n"


def _exchange(process: subprocess.Popen[bytes], line: bytes, seconds: float) -> tuple[bytes, bool]:
    """The next line of the process, sent ``line``, and whether it was in time.

    It is cut short if the process died.

    A process that lets the time pass is killed.
    """
    late = threading.Event()

    def expire() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(seconds, expire)
    timer.daemon = True
    timer.start()
    answer = b""
    with suppress(OSError):  # the process is gone
        process.stdin.write(line)  # type: ignore[union-attr]
        process.stdin.flush()  # type: ignore[union-attr]
        answer = process.stdout.readline(limits.REPORT_BYTES)  # type: ignore[union-attr]
    timer.cancel()
    return answer, not late.is_set()


def _outcome(answer: bytes, path: str) -> dict[str, Any] | None:
    """The outcome that a worker's line holds; None if it is not one of ``path``."""
    try:
        answered, data = json.loads(answer)
        return data if answered == path and isinstance(data, dict) else None
    except (ValueError, TypeError, LookupError, RecursionError):
        return None


def _text(answer: bytes) -> str | None:
    """The text that a worker's line holds; None if it is none that can be written to a file."""
    try:
        text = json.loads(answer)
        return text.encode().decode() if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return None


def _code(data: dict[str, Any]) -> str | None:
    """The code of a failure; None for a report."""
    code: str | None = data.get("error", {}).get("code")
    return code


def _why_died(path: str, code: int | None, answer: bytes, *, in_time: bool, wall: float) -> Failure:
    """What ended the worker, from how it ended: its exit code, None if we had to end it."""
    if not in_time:
        error = endings.late(wall)
    elif len(answer) >= limits.REPORT_BYTES:
        error = endings.flooded(limits.REPORT_BYTES)
    else:
        error = endings.ended(code)
    return Failure(path, error.code, error.message, error.hint)
