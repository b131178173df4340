"""Worker processes for a batch, and the supervisor that outlives them.

The standard pools lose tasks or hang when a worker dies, and they send pickles; a worker has read
untrusted files. Here each worker is a plain child process that gets one file at a time, so that a
hang, a crash or a memory bomb costs that file only. Both sides speak in lines of JSON: the
supervisor sends the job, then one path at a time; the worker answers ``"ready"``, then each path
with that path and its report or failure. Where the job wants HTML, two more lines follow a report:
it as a page without pictures, and with them ("" where there is none). What comes first stays,
whatever drawing the pictures does to the worker.
"""

from __future__ import annotations

import datetime as dt
import json
import signal
import subprocess
import sys
import threading
from collections.abc import Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from atscheck.batch import blind_outcome, limits
from atscheck.checks.selection import EVERY, Selection
from atscheck.errors import AtscheckError, InputCode
from atscheck.report import Failure

_BOOT = "import sys; sys.path[:] = sys.argv[1:]; from atscheck.batch.worker import main; main()"
"""Run in isolated mode, so that nothing in the working folder is imported by mistake."""

_NEW_GROUP = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)

GRACE_SECONDS = 5.0
"""Time for a worker whose answer has ended to end itself, so that its exit code is its own."""

STARTS = 2
"""Times that a worker is started for a file before the batch is given up."""

PAGES = 2
"""Lines that follow a report where HTML is wanted."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file.

    Attributes:
        data: its report or failure as JSON values.
        page: the report as HTML, "" where it was not asked for or there is none.
        code: what ended the reader, or the drawing of the pages; None where nothing did.
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


def run(paths: Sequence[Path], job: Job, workers: int) -> Generator[Outcome, None, None]:
    """The outcome of every path, as they come; exactly one each.

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
            while True:
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
        self._process: subprocess.Popen[bytes] | None = None
        self._done = 0
        self._ended = False

    def check(self, path: Path) -> Outcome:
        """The outcome of one file.

        Where a worker dies that has read other files before, they may be to blame (its memory
        grows), so the file is tried once more on a new one. What a file gets thus never depends
        on its neighbours.
        """
        had_others = self._done > 0
        outcome = self._ask(path)
        if had_others and outcome.code in ("crash", "memory"):
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
        process = self._process or self._start()
        answer, in_time = _exchange(process, _line(str(path)), limits.WALL_SECONDS)
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
        """The last page that the worker gets done, and what ended it if it got not to the end."""
        page = ""
        for _ in range(PAGES):
            answer, in_time = _exchange(process, b"", limits.WALL_SECONDS)
            made = _text(answer)
            if made is None:
                return page, self._bury(path, answer, in_time=in_time).code
            page = made or page
        return page, None

    def _bury(self, path: str, answer: bytes, *, in_time: bool) -> Failure:
        """End a process that has not answered as it should; why it has not."""
        ended = self.stop(grace=0.0 if answer else GRACE_SECONDS)
        return _why_died(path, ended, answer, in_time=in_time)

    def _start(self) -> subprocess.Popen[bytes]:
        """A process that is ready for files; one that fails is tried again, others may be to blame.

        Raises:
            WorkerError: if none gets ready.
        """
        for _ in range(STARTS):
            self._process = process = subprocess.Popen(  # noqa: S603 (our own interpreter and code)
                _command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # Ctrl-C in a terminal goes to the supervisor alone.
                start_new_session=True, creationflags=_NEW_GROUP,
            )  # fmt: skip
            self._done = 0
            if self._ended:
                process.kill()
            if _exchange(process, self._job.to_line(), limits.START_SECONDS)[0] == _line("ready"):
                return process
            code = self.stop(grace=0.0 if self._ended else GRACE_SECONDS)
        raise WorkerError(
            f"a worker process ends before it is ready (exit code {code})",
            "free some memory, or use fewer --workers",
        )


def _command() -> list[str]:
    return [sys.executable, "-I", "-c", _BOOT, *sys.path]


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


_SIGNALS = {-number.value: number.name for number in signal.Signals}
"""Return codes of a process that a signal ended."""


def _why_died(path: str, ended: int | None, answer: bytes, *, in_time: bool) -> Failure:
    """What ended the worker, from how it ended: its exit code, None if we had to end it."""
    ended_by = None if ended is None else _SIGNALS.get(ended)
    code: InputCode
    if not in_time:
        code, why = "timeout", f"reading it takes longer than {limits.WALL_SECONDS:.0f} seconds"
    elif len(answer) >= limits.REPORT_BYTES:
        code, why = "too-large", f"its report is larger than {limits.REPORT_BYTES >> 20} MiB"
    elif ended_by == "SIGXCPU":
        code, why = "timeout", f"reading it takes more than {limits.CPU_SECONDS} seconds of work"
    elif ended_by in ("SIGKILL", "SIGABRT"):
        # The system's out-of-memory killer, or a library that gives up when an allocation fails.
        code, why = "memory", "reading it needs more memory than allowed"
    else:
        code, why = "crash", "reading it ended the reader"
    return Failure(path, code, why, "export the resume again")
