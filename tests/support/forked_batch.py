"""``python -m tests.support.forked_batch FOLDER COUNT LIMIT:OUT...``: batches in forked processes.

For each OUT so many processes check FOLDER into it at once, none of which may write a file of more
than LIMIT bytes (-1: any). Prints their exit codes, sorted, on a line for each OUT. One of them is
given its first file when all others have ended. Files are read in the process itself, as
`tests.support.stub_worker` does.
"""

from __future__ import annotations

import datetime as dt
import os
import resource
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from atscheck import cli
from atscheck.batch import run
from atscheck.batch.overview import Overview
from atscheck.batch.page import overview_page
from atscheck.batch.pool import Outcome
from tests.support.stub_batch import stub_target
from tests.support.stub_worker import report


def forked(arguments: list[str], limit: int, gate: int) -> int:
    """The process that runs the command line, and begins to read when it can read of ``gate``."""
    process = os.fork()
    if process:
        return process
    code = 1
    try:
        os.fsync = int  # a disk that loses its power is not what is tried
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        def read(paths: Iterable[Path], *_: Any) -> Iterator[Outcome]:
            os.read(gate, 1)
            yield from (Outcome(path, report(str(path))) for path in paths)

        run.run = read  # type: ignore[attr-defined,assignment]
        run.load_target = stub_target  # type: ignore[attr-defined]
        sys.argv = ["atscheck", *arguments]
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        cli.main()
    except SystemExit as ended:
        code = int(ended.code or 0)
    finally:
        sys.stderr.flush()
        os._exit(code)


def main(folder: str, count: int, outs: list[str]) -> None:
    """Run, and say how they ended."""
    overview_page(Overview(), [], "", dt.date.min)  # which loads what takes long, for all of them
    for each in outs:
        limit, _, out = each.partition(":")
        arguments = ["batch", folder, "--pack", "p", "--as-of", "2026-01-01", "-o", out]
        gate, opening = os.pipe()
        for _ in range(count):
            forked(arguments, int(limit), gate)
        os.close(gate)
        ended = [os.wait()[1] for _ in range(count - 1)]
        os.write(opening, b"x")
        ended.append(os.wait()[1])
        os.close(opening)
        codes = sorted(map(os.waitstatus_to_exitcode, ended))
        sys.stdout.write(" ".join(map(str, codes)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
