"""The command line, run in this process or in one of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import warnings
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from atscheck import cli


def atscheck(
    *arguments: str, stdin: bytes = b"", cwd: Path | None = None, **env: str
) -> CompletedProcess[str]:
    """What ``atscheck ARGUMENTS`` does: its exit code and what it writes to pipes.

    It runs in this process, which spares loading spaCy and the lexicon anew (two seconds).
    """
    out, err = _pipe(), _pipe()
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        patch.setattr(sys, "argv", ["atscheck", *arguments])
        patch.setattr(sys, "stdin", _pipe(stdin))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        for name, value in env.items():
            patch.setenv(name, value)
        if cwd is not None:
            patch.chdir(cwd)
        with pytest.raises(SystemExit) as ended:
            cli.main()
    code = ended.value.code or 0
    assert isinstance(code, int)
    return CompletedProcess(arguments, code, _written(out), _written(err))


def atscheck_process(*arguments: str, **env: str) -> CompletedProcess[str]:
    """The same by ``python -m atscheck`` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "atscheck", *arguments],
        capture_output=True, check=False, encoding="utf-8", env={**os.environ, **env},
    )  # fmt: skip


def _pipe(data: bytes = b"") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="\n")


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    written = stream.buffer
    assert isinstance(written, io.BytesIO)
    return written.getvalue().decode()
