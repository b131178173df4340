"""Two runs never write into one folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from atscheck.batch.lock import held
from atscheck.errors import ExitCode, LockedError, OutputError
from tests.support.command import atscheck

pytest.importorskip("fcntl")


def test_a_folder_is_held_for_one_run(tmp_path: Path) -> None:
    place = tmp_path / "out"
    with held(place), pytest.raises(LockedError, match="another run holds"), held(place):
        pass
    with held(place):
        pass


def test_a_run_that_dies_frees_the_folder(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from atscheck.batch.lock import held\n"
        "with held(Path(sys.argv[1])): os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    with held(tmp_path):
        pass


def test_a_place_that_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError), held(tmp_path / "file/out"):
        pass


def test_the_command_line_says_so_and_exits_75(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text("Jane Example\nSKILLS\nPython\n")
    options = ("--pack", "machine-learning-research", "-o", str(tmp_path / "out"))
    with held(tmp_path / "out"):
        done = atscheck("batch", str(tmp_path), *options)
    assert done.returncode == ExitCode.LOCKED == 75
    assert done.stderr.startswith("error: ")
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""
