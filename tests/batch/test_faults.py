"""Runs that are killed, full disks and double starts: nothing is lost, nothing is done twice.

The workers are stubs (`tests.support.stub_worker`); the rest is the program as it is. With
ATSCHECK_KILLS=300 in the environment the kills are as many.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

from tests.support import stub_worker

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")
KILLS = int(os.environ.get("ATSCHECK_KILLS", "12"))
FILES = 60
ENDS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of which a few are alike and a few cannot be read."""
    place = tmp_path_factory.mktemp("faults") / "in"
    for number in range(FILES):
        file = place / str(number % 4) / f"Jane_Example_{chr(97 + number // 8)}{number % 8}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"" if number % 10 == 0 else str(number // 2 * 2).encode())
    return place


def command(folder: Path, out: Path, *, log: Path | None = None, seconds: float = 0) -> list[str]:
    stub = ["tests.support.stub_batch", str(log or ""), str(seconds)]
    options = ["--pack", "p", "--as-of", "2026-01-01", "--workers", "2", "-o", str(out)]
    return [*stub, "batch", str(folder), *options]


def start(arguments: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip


def tree(out: Path) -> dict[str, bytes]:
    found = (path for path in out.rglob("*") if path.is_file() and path.name != ".lock")
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}


@pytest.fixture(scope="module")
def whole(folder: Path) -> dict[str, bytes]:
    """The files of a run that nothing ended."""
    out = folder.parent / "whole"
    process = start(command(folder, out))
    _, told = process.communicate()
    assert process.returncode == 3, told
    made = tree(out)
    assert sum(name.endswith(".json") for name in made) == FILES
    return made


def acknowledged(out: Path) -> set[str]:
    """The reports that whole lines of the journal name."""
    path = out / "journal.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)[1:] if path.exists() else []
    names = (re.search(rb'"name":"([^"]+)"', line) for line in lines if line.endswith(b"\n"))
    return {found[1].decode() for found in names if found}


def children(process: subprocess.Popen[str]) -> list[int]:
    path = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    return [int(number) for number in path.read_text().split()] if path.exists() else []


def journal(out: Path) -> Path:
    return out / "journal.jsonl"


def wound(process: subprocess.Popen[str], out: Path, chance: random.Random) -> None:
    """Kill the parent at a random moment of its work; half of the time a worker before."""
    while process.poll() is None and not journal(out).exists():
        time.sleep(0.002)
    if chance.random() < 0.5:
        time.sleep(chance.uniform(0, 0.2))
        for child in children(process)[:1]:
            os.kill(child, signal.SIGKILL)
    time.sleep(chance.uniform(0, 0.3))
    if process.poll() is None:
        process.send_signal(chance.choice(ENDS))


def test_kills_lose_nothing_and_repeat_nothing(folder: Path, whole: dict[str, bytes]) -> None:
    chance, kills, batches = random.Random(os.urandom(8)), 0, 0
    while kills < KILLS:
        batches += 1
        out, log = folder.parent / f"out{batches}", folder.parent / f"log{batches}"
        known: set[str] = set()
        while True:
            log.write_text("")
            with start(command(folder, out, log=log, seconds=0.01)) as process:
                if kills < KILLS:
                    wound(process, out, chance)
                _, told = process.communicate()
            read = {path.replace("/", "__") for path in log.read_text().splitlines()}
            again = [name for name in known for path in read if f"{path}.json".endswith(name)]
            assert again == []
            kills += process.returncode != 3
            # One that was done but for its own end has taken its journal away.
            if process.returncode == 3 or (out / "summary.csv").exists() > journal(out).exists():
                break
            # What comes before the program listens ends it at once; while Python itself starts,
            # Ctrl-C is a fault of its own.
            if not (process.returncode == 1 and told.rstrip().endswith("KeyboardInterrupt")):
                assert process.returncode in (130, *(-number for number in ENDS)), told
                assert process.returncode < 0 or re.search("^interrupted", told, re.MULTILINE), told
            now = acknowledged(out)
            assert known <= now
            assert all((out / "reports" / name).is_file() for name in now)
            known = now
        assert tree(out) == whole
        shutil.rmtree(out)


def test_workers_that_are_killed_cost_nothing(folder: Path, whole: dict[str, bytes]) -> None:
    out, log = folder.parent / "workers", folder.parent / "workers.log"
    log.write_text("")
    process = start(command(folder, out, log=log, seconds=-1))
    _, told = process.communicate()
    assert process.returncode == 3, told
    assert tree(out) == whole
    read = log.read_text().splitlines()
    assert len(read) > len(set(read)) + 5  # as many workers were killed


def forked(folder: Path, count: int, outs: list[Path], limits: list[int]) -> tuple[list[str], str]:
    """The exit codes of ``count`` runs at once into each folder, and what they say of errors."""
    places = [f"{limit}:{out}" for limit, out in zip(limits, outs, strict=True)]
    process = start(["tests.support.forked_batch", str(folder), str(count), *places])
    codes, told = process.communicate(timeout=120)
    return codes.splitlines(), told


def test_a_file_that_may_not_grow_ends_the_run_and_costs_nothing(
    folder: Path, whole: dict[str, bytes]
) -> None:
    longest = max(map(len, whole.values()))
    sizes = [longest * number // 50 for number in range(50)]
    outs = [folder.parent / f"limit{size}" for size in sizes]
    codes, told = forked(folder, 1, outs, sizes)
    assert codes == ["74"] * 50
    assert told.count("File too large; free some space") == 50
    done = []
    for out in outs:
        made = tree(out)
        assert not [name for name in made if name.endswith(".part")]
        lines = made.get("journal.jsonl", b"").splitlines(keepends=True)
        assert all(b"%08x" % zlib.crc32(line[9:-1]) == line[:8] for line in lines)
        assert len(acknowledged(out)) == len(lines[1:])
        done.append(len(lines))
    assert sorted(done) == done
    assert done[-1] == FILES + 1
    codes, told = forked(folder, 1, outs, [-1] * 50)
    assert codes == ["3"] * 50, told
    assert all(tree(out) == whole for out in outs)


def test_of_two_runs_that_start_at_once_one_is_refused(
    folder: Path, whole: dict[str, bytes]
) -> None:
    outs = [folder.parent / f"pair{number}" for number in range(20)]
    codes, told = forked(folder, 2, outs, [-1] * 20)
    assert codes == ["3 75"] * 20, told
    assert told.count("another run holds") == 20
    assert all(tree(out) == whole for out in outs)


def test_a_second_run_touches_nothing(folder: Path, whole: dict[str, bytes]) -> None:
    out = folder.parent / "double"
    with start(command(folder, out, seconds=5)) as first:
        while first.poll() is None and not journal(out).exists():
            time.sleep(0.01)
        before = tree(out)
        second = start(command(folder, out))
        _, told = second.communicate()
        assert tree(out) == before
        first.kill()
    assert second.returncode == 75, told
    assert told.count("\n") == 1
    start(command(folder, out)).communicate()
    assert tree(out) == whole


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_an_overview_that_cannot_be_printed_is_written(
    folder: Path, whole: dict[str, bytes]
) -> None:
    out = folder.parent / "full"
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", *command(folder, out)], stdout=full, stderr=subprocess.PIPE,
            check=False, cwd=Path(__file__).parents[2],
        )  # fmt: skip
    assert done.returncode == 74
    assert tree(out) == whole


def test_the_stub_answers_as_a_worker_does(folder: Path) -> None:
    path = next(iter(sorted(folder.rglob("*a1.txt"))))
    lines = f'{{}}\n"{path}"\n'
    done = subprocess.run(
        [sys.executable, stub_worker.__file__, "", "0"], input=lines, capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    assert done.stdout.startswith('"ready"\n["')


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("name", ["atscheck.cli", "click"])
def test_a_signal_while_the_program_is_loaded_is_no_fault(
    number: signal.Signals, name: str
) -> None:
    code = (
        "import builtins, os, sys; from atscheck.__main__ import main\n"
        "real = builtins.__import__\n"
        "def load(name, *rest):\n"
        f"    if name == {name!r}:\n"
        f"        os.kill(os.getpid(), {int(number)})\n"
        "    return real(name, *rest)\n"
        "builtins.__import__ = load\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "interrupted\n")


def test_a_signal_before_the_first_command_runs_is_no_fault() -> None:
    code = (
        "import os, logging; from atscheck.__main__ import main\n"
        "logging.basicConfig = lambda **_: os.kill(os.getpid(), 2)\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "interrupted\n")


def test_next_to_nothing_is_loaded_before_the_program_listens() -> None:
    code = (
        "import sys; before = set(sys.modules); import atscheck.__main__\n"
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-E", "-c", f"import sys; sys.path[:] = {sys.path!r}; {code}"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "signal" in done.stdout.split()
    assert not {"typing", "click", "atscheck.cli"}.intersection(done.stdout.split())
