"""The supervisor outlives hangs, crashes and memory bombs of its workers."""

from __future__ import annotations

import datetime as dt
import os
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from atscheck.batch import pool

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")
JOB = pool.Job(None, None, dt.date(2026, 1, 1))


def misbehave(pipe: Connection, job: pool.Job) -> None:
    """A worker that does what the path says."""
    while True:
        try:
            name = pipe.recv_bytes().decode()
        except EOFError:
            return
        if name == "hang":
            time.sleep(60)
        elif name == "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        elif name == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        elif name == "leave":
            os._exit(0)
        elif name == "garbage":
            pipe.send_bytes(b"{not json")
        else:
            pipe.send_bytes(b'{"file": {"path": "%s"}}' % name.encode())


@pytest.mark.parametrize("workers", [1, 3])
def test_every_path_has_exactly_one_outcome(monkeypatch: pytest.MonkeyPatch, workers: int) -> None:
    monkeypatch.setattr(pool, "_main", misbehave)
    monkeypatch.setattr(pool, "WALL_SECONDS", 1.5)
    names = ["a", "crash", "b", "hang", "c", "kill", "leave", "d", "garbage", "e"]
    found = {
        data["file"]["path"]: data.get("error", {}).get("code")
        for data in pool.run([Path(n) for n in names], JOB, workers)
    }
    assert found == {
        "a": None, "b": None, "c": None, "d": None, "e": None,
        "crash": "crash", "hang": "timeout", "kill": "memory", "leave": "crash", "garbage": "crash",
    }  # fmt: skip
