"""A server whose readers do what an attacker would: ``main`` is run in place of its own."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import socket
import stat
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from atscheck.sandbox import confinement, server
from atscheck.sandbox.limits import OPEN_FILES
from atscheck.sandbox.tasks import TASKS

ANSWER_BYTES = 1 << 20


def _fork() -> None:
    if not os.fork():
        os._exit(0)


ATTEMPTS: dict[str, Callable[[str], Any]] = {
    "open": lambda place: Path("/etc/passwd").read_bytes(),
    "open above": lambda place: os.open(f"{confinement.readable_folders()[0]}/../..", os.O_RDONLY),
    "write": lambda place: Path(f"{place}.new").write_text("x"),
    "truncate": lambda place: os.truncate(place, 0),
    "list": lambda place: list(Path("/").iterdir()),
    "unlink": os.unlink,
    "rename": lambda place: os.rename(place, f"{place}.new"),  # noqa: PTH104
    "chmod": lambda place: os.chmod(place, 0o777),  # noqa: PTH101, S103
    "make a folder": lambda place: os.mkdir(f"{place}.new"),  # noqa: PTH102
    "socket": lambda place: socket.socket(),
    "udp": lambda place: socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
    "exec": lambda place: os.execv("/bin/true", ["true"]),  # noqa: S606
    "fork": lambda place: _fork(),
    "thread": lambda place: threading.Thread(target=int).start(),
    "kill": lambda place: os.kill(os.getppid(), 9),
    "more memory": lambda place: resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30)),
}


def _attempt(data: bytes, name: str) -> str:
    """What became of an attempt: "done", or the error that stopped it."""
    try:
        ATTEMPTS[name](data.decode())
    except (OSError, RuntimeError, ValueError) as error:
        return type(error).__name__
    return "done"


def _allocate(data: bytes) -> str:
    return str(len(bytearray(2 << 30)))


def _loop(data: bytes) -> None:
    while True:
        pass


def _sleep(data: bytes) -> None:
    time.sleep(60)


def _flood(data: bytes) -> str:
    return "x" * (2 * ANSWER_BYTES)


def _crash(data: bytes) -> None:
    ctypes.string_at(0)


def _abort(data: bytes) -> None:
    os.abort()


def _leave(data: bytes) -> None:
    os._exit(0)


def _say(data: bytes) -> None:
    """Answer with ``data`` itself, and leave as if all were well."""
    for descriptor in _pipes():
        os.write(descriptor, data)
    os._exit(0)


def _close(data: bytes) -> None:
    """Close the pipe, and stay."""
    for descriptor in _pipes():
        os.close(descriptor)
    time.sleep(60)


def _deaf(data: bytes) -> None:
    """Stay, whoever asks to leave."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGPIPE):
        signal.signal(number, signal.SIG_IGN)
    while True:
        time.sleep(60)


def _pipes() -> list[int]:
    """What of ours is open beside the standard streams and can be written to."""
    return [descriptor for descriptor in range(3, OPEN_FILES) if _is_pipe(descriptor)]


def _is_pipe(descriptor: int) -> bool:
    try:
        return stat.S_ISFIFO(os.fstat(descriptor).st_mode)
    except OSError:
        return False


def main() -> None:
    """Serve the tasks above beside the real ones, within smaller limits."""
    tasks = (
        _attempt,
        _allocate,
        _loop,
        _sleep,
        _flood,
        _crash,
        _abort,
        _leave,
        _say,
        _close,
        _deaf,
    )
    TASKS.update({task.__name__[1:]: task for task in tasks})
    confinement.CPU_SECONDS = 1  # type: ignore[attr-defined]
    server.ANSWER_BYTES = ANSWER_BYTES  # type: ignore[attr-defined]
    server.main()
