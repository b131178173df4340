"""A server whose readers do what an attacker would: ``main`` is run in place of its own."""

from __future__ import annotations

import ctypes
import os
import resource
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from atscheck.sandbox import confinement, server
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


def _leave(data: bytes) -> None:
    os._exit(0)


def main() -> None:
    """Serve the tasks above beside the real ones, within smaller limits."""
    tasks = (_attempt, _allocate, _loop, _sleep, _flood, _crash, _leave)
    TASKS.update({task.__name__[1:]: task for task in tasks})
    confinement.CPU_SECONDS = 1  # type: ignore[attr-defined]
    server.ANSWER_BYTES = ANSWER_BYTES  # type: ignore[attr-defined]
    server.main()
