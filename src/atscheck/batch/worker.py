"""A worker of a batch: one file after another, each outcome as JSON."""

from __future__ import annotations

import json
import os
import signal
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from atscheck.batch import load_target, outcome
from atscheck.report import Failure, Report

if TYPE_CHECKING:
    from atscheck.batch.pool import Job


def serve(pipe: Connection, job: Job) -> None:
    """Answer every path that comes over ``pipe`` with its outcome, until the pipe closes."""
    from atscheck.batch.pool import MEMORY_BYTES

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(MEMORY_BYTES)
    target = load_target(job.pack, Path(job.job) if job.job else None)
    while True:
        try:
            path = os.fsdecode(pipe.recv_bytes())
        except (EOFError, OSError):
            return
        try:
            result: Report | Failure = outcome(path, target, job.as_of)
        except MemoryError:
            message = "reading it needs more memory than allowed"
            result = Failure(path, "memory", message, "export the resume again")
        except Exception as error:
            # The last line of defence: one file's surprise must not cost the others theirs.
            message = f"a fault of atscheck ({type(error).__name__})"
            result = Failure(path, "internal", message, "please report it")
        pipe.send_bytes(json.dumps(result.to_dict()).encode())


def _limit_memory(limit: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
