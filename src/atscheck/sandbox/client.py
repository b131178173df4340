"""The side of `atscheck.sandbox.server` that hands it files and takes its answers."""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from functools import cache
from typing import Any, get_args

from atscheck.errors import AtscheckError, FormatError, InputCode, InputError
from atscheck.sandbox import endings, limits

_BOOT = "import sys; sys.path[:] = sys.argv[1:]; from {} import main; main()"
"""Run in isolated mode, so that nothing in the working folder is imported by mistake."""

_NEW_GROUP = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)

_CODES = (None, *get_args(InputCode))
"""Of errors that a task may tell of; None is a `FormatError`."""

_LONGEST_LINE = 1_000
"""Bytes of the line before an answer."""


class SandboxError(AtscheckError):
    """The process that starts the readers does not start."""


def popen(command: list[str]) -> subprocess.Popen[bytes]:
    """A process in a session of its own, with pipes for what it reads and writes.

    Ctrl-C in a terminal does not reach it.
    """
    return subprocess.Popen(  # noqa: S603 (our own interpreter and code)
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        start_new_session=True, creationflags=_NEW_GROUP,
    )  # fmt: skip


def python(module: str) -> list[str]:
    """The command that runs ``main`` of one of our modules."""
    return [sys.executable, "-I", "-c", _BOOT.format(module), *sys.path]


class Server:
    """The process, started when there is something to do, and again when it has died."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._ready = False
        self._lock = threading.Lock()

    def start(self) -> None:
        """Start it, unless it runs, without waiting until it is ready."""
        with self._lock:
            self._begun()

    def ask(self, task: str, data: bytes, **arguments: Any) -> Any:
        """What the task makes of untrusted ``data``: JSON values, as untrusted as they are.

        Raises:
            InputError, FormatError: what the task raises, and the former with "timeout", "memory",
                "crash" or "too-large" where a limit or a fault ended it.
            SandboxError: if the process does not start.
        """
        seconds = limits.WALL_SECONDS
        if arguments.get("ocr"):
            seconds += limits.RECOGNITION_SECONDS
        request = json.dumps([task, arguments, len(data)]).encode() + b"\n"
        with self._lock:
            return _result(self._exchange(self._started(), request, data, seconds))

    def close(self) -> None:
        """End the process and what it has started."""
        process, self._process = self._process, None
        if process is None:
            return
        _kill(process)
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):  # what it still held cannot be sent to a process that is gone
                pipe.close()  # type: ignore[union-attr]

    def _begun(self) -> subprocess.Popen[bytes]:
        """The process, ready or not."""
        if self._process is None or (self._ready and self._process.poll() is not None):
            self.close()
            self._process = popen(python("atscheck.sandbox.server"))
            self._ready = False
        return self._process

    def _started(self) -> subprocess.Popen[bytes]:
        """The process once it is ready.

        Raises:
            SandboxError: if it ends before.
        """
        process = self._begun()
        if not self._ready:
            with _Clock(process, limits.START_SECONDS):
                answer = process.stdout.readline(_LONGEST_LINE)  # type: ignore[union-attr]
            self._ready = answer == b'"ready"\n'
        if not self._ready:
            self.close()
            raise SandboxError(
                f"the process that reads files does not start (exit code {process.returncode})",
                "free some memory",
            )
        return process

    def _exchange(
        self, process: subprocess.Popen[bytes], request: bytes, data: bytes, seconds: float
    ) -> bytes:
        """The answer of a process that ended as it should.

        Raises:
            InputError: if it did not.
        """
        found, size, code = b"", -1, 0
        try:
            with _Clock(process, seconds) as clock, suppress(OSError, ValueError, TypeError):
                for part in (request, data):
                    process.stdin.write(part)  # type: ignore[union-attr]
                process.stdin.flush()  # type: ignore[union-attr]
                line = process.stdout.readline(_LONGEST_LINE)  # type: ignore[union-attr]
                code, size = json.loads(line)
                found = process.stdout.read(size)  # type: ignore[union-attr]
        finally:
            # What is left of an answer, also where Ctrl-C came between, must not be the next one's.
            if len(found) != size:
                self.close()
        if len(found) != size:
            raise endings.late(seconds) if clock.is_over else endings.ended(process.returncode)
        if size > limits.ANSWER_BYTES:
            raise endings.flooded(limits.ANSWER_BYTES)
        if code != 0:
            raise endings.ended(code)
        return found


class _Clock:
    """Kills a process that takes too long for what is done in this block."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self.is_over = False
        self._process = process
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> _Clock:
        self._timer.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._timer.cancel()

    def _end(self) -> None:
        self.is_over = True
        _kill(self._process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a process that `popen` has started, and those that it has."""
    if process.poll() is None and hasattr(os, "killpg"):
        with suppress(OSError):  # it is gone
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def _result(answer: bytes) -> Any:
    """What `tasks.answer` says.

    Raises:
        InputError, FormatError: that it tells of; "crash" if it makes no sense.
    """
    try:
        values = json.loads(answer)
        if "done" in values:
            return values["done"]
        code, message, hint, trace = values["error"]
    except (ValueError, TypeError, LookupError, RecursionError):
        raise endings.ended(None) from None
    if code not in _CODES or not all(isinstance(each, str) for each in (message, hint, trace)):
        raise endings.ended(None)
    error = FormatError(message, hint) if code is None else InputError(code, message, hint)
    error.add_note(f"The reader's own traceback:\n{trace}")
    raise error


@cache
def shared_server() -> Server:
    """The one of this process, ended with it."""
    made = Server()
    atexit.register(made.close)
    return made
