"""A worker of a batch: one file after another, each outcome as a line of JSON.

It is started by `atscheck.batch.pool`, which says what the lines are.
"""

from __future__ import annotations

import gc
import json
from typing import Any, BinaryIO

from atscheck.batch import blind_outcome, load_target, outcome
from atscheck.batch.limits import CPU_SECONDS, MEMORY_BYTES
from atscheck.batch.pool import Job
from atscheck.matching import prepare
from atscheck.renderers.view import View
from atscheck.report import Report
from atscheck.sandbox.client import shared_server
from atscheck.sandbox.streams import private_streams

try:
    import resource
except ImportError:  # Windows: the supervisor's clock is the only limit there
    resource = None  # type: ignore[assignment]


def main() -> None:
    """Load the target that the first line names, then answer each path with it and its outcome."""
    lines, answers = private_streams()
    shared_server().start()  # which gets ready meanwhile
    _limit_memory()
    prepare()
    job = Job.from_line(lines.readline())
    target = load_target(job.pack, job.path, ocr=job.ocr, isolated=True)
    _answer(answers, "ready")
    for number, line in enumerate(lines):
        if number == 1:
            # What the first file made to stay is no garbage to look through at every other one.
            gc.freeze()
        _limit_cpu()
        path = json.loads(line)
        found = outcome(
            path, target, job.as_of, ocr=job.ocr, selection=job.selection, isolated=True
        )
        found = blind_outcome(found) if job.blind else found
        _answer(answers, [path, found.to_dict()])
        if job.html and isinstance(found, Report):
            _answer(answers, _page(found))


def _page(report: Report) -> str:
    """The report as HTML; "" where it cannot be made, which costs the file nothing else."""
    from atscheck.renderers.html import render

    _limit_cpu()
    try:
        return render([report], View())
    except MemoryError:
        raise  # the supervisor starts a worker that has more
    except Exception:
        return ""


def _answer(stream: BinaryIO, value: Any) -> None:
    stream.write(json.dumps(value, allow_nan=False).encode() + b"\n")
    stream.flush()


def _limit_memory() -> None:
    if resource is not None:
        _lower(resource.RLIMIT_AS, MEMORY_BYTES)
        _lower(resource.RLIMIT_CORE, 0)


def _limit_cpu() -> None:
    """Let the next file have `CPU_SECONDS`; the system ends the process when they are used up."""
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + 1 + CPU_SECONDS)


def _lower(kind: int, limit: int) -> None:
    """Set the soft limit, as far as the hard one allows."""
    hard = resource.getrlimit(kind)[1]
    soft = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(kind, (soft, hard))
