"""The supervisor outlives hangs, crashes and memory bombs of its workers."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from atscheck.batch import limits, pool

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")
JOB = pool.Job(None, None, dt.date(2026, 1, 1))

MISBEHAVE = """
import json, os, resource, signal, sys, time

def answer(value):
    print(json.dumps(value), flush=True)

sys.stdin.readline()
answer("ready")
done = 0
for line in sys.stdin:
    name = json.loads(line)
    done += 1
    if name == "hang":
        time.sleep(60)
    elif name == "hang on, deaf":
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)
        time.sleep(60)
    elif name in ("SIGSEGV", "SIGKILL", "SIGABRT", "SIGXCPU"):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.kill(os.getpid(), getattr(signal, name))
    elif name == "leave":
        os._exit(0)
    elif name == "close":
        os.close(1)
        time.sleep(60)
    elif name == "garbage":
        print("{not json", flush=True)
    elif name == "half":
        print('{"file": {"pa', end="", flush=True)
        os._exit(0)
    elif name == "nested":
        print("[" * 100_000, flush=True)
    elif name == "other":
        answer(["elsewhere", {"file": {"path": name}}])
    elif name == "flood":
        print("x" * 200_000, flush=True)
    elif name == "tired" and done > 1:
        os._exit(1)
    elif name.startswith("page"):
        answer([name, {"file": {"path": name}}])
        if name == "page crash":
            os._exit(1)
        elif name == "page hang":
            time.sleep(60)
        elif name == "page flood":
            print("x" * 200_000, flush=True)
        elif name == "page tired" and done > 1:
            os._exit(1)
        answer({"page none": "", "page other": {}, "page torn": chr(0xD800)}.get(name, "drawn"))
    elif name == "leave after":
        answer([name, {"file": {"path": name}}])
        os._exit(0)
    else:
        answer([name, {"file": {"path": name}, "pid": os.getpid()}])
"""

CODES = {
    "hang": "timeout", "hang on, deaf": "timeout", "SIGXCPU": "timeout", "SIGSEGV": "crash",
    "SIGKILL": "memory", "SIGABRT": "memory", "leave": "crash", "garbage": "crash",
    "half": "crash", "nested": "crash", "other": "crash", "flood": "too-large",
}  # fmt: skip


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_command", lambda: [sys.executable, "-c", MISBEHAVE])
    monkeypatch.setattr(limits, "WALL_SECONDS", 1.0)
    monkeypatch.setattr(limits, "REPORT_BYTES", 120_000)


def codes(names: list[str], workers: int) -> list[tuple[str, str | None]]:
    """Each outcome's path and error code, sorted."""
    found = []
    for outcome in pool.run([Path(n) for n in names], JOB, workers):
        assert outcome.data["file"]["path"] == str(outcome.path)
        found.append((str(outcome.path), outcome.data.get("error", {}).get("code")))
    return sorted(found, key=lambda pair: pair[0])


@pytest.mark.parametrize("workers", [1, 3])
@pytest.mark.usefixtures("worker")
def test_every_path_has_exactly_one_outcome(workers: int) -> None:
    good = [f"good {number}" for number in range(len(CODES) + 1)]
    names = [name for pair in zip(good, CODES, strict=False) for name in pair] + good[-1:]
    expected = {**dict.fromkeys(good), **CODES}
    assert codes(names, workers) == sorted(expected.items())


@pytest.mark.usefixtures("worker")
def test_a_worker_that_closes_its_output_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "GRACE_SECONDS", 0.2)
    assert codes(["a", "close", "b"], 1) == [("a", None), ("b", None), ("close", "crash")]


@pytest.mark.usefixtures("worker")
def test_a_file_does_not_pay_for_those_before_it() -> None:
    assert codes(["a", "tired", "b"], 1) == [("a", None), ("b", None), ("tired", None)]
    assert codes(["leave after", "b"], 1) == [("b", None), ("leave after", None)]


@pytest.mark.usefixtures("worker")
def test_what_making_a_page_does_to_a_worker_costs_the_page_alone() -> None:
    names = ["page", "page none", *(f"page {why}" for why in ("crash", "hang", "flood", "other"))]
    names += ["page torn", "page tired", "SIGSEGV", "page again"]
    job = replace(JOB, html=True)
    found = {str(o.path): o for o in pool.run([Path(n) for n in names], job, 1)}
    assert [n for n, o in found.items() if "error" in o.data] == ["SIGSEGV"]
    pages = {name: outcome.page for name, outcome in found.items()}
    drawn = dict.fromkeys(("page", "page tired", "page again"), "drawn")
    assert pages == {**dict.fromkeys(names, ""), **drawn}
    assert {n: o.code for n, o in found.items() if o.code and n.startswith("page")} == {
        "page crash": "crash", "page hang": "timeout", "page flood": "too-large",
        "page other": "crash", "page torn": "crash",
    }  # fmt: skip


@pytest.mark.usefixtures("worker")
def test_workers_are_replaced_after_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RECYCLE_AFTER", 2)
    pids = [outcome.data["pid"] for outcome in pool.run([Path(n) for n in "abcde"], JOB, 1)]
    assert len(set(pids)) == 3


@pytest.mark.parametrize(
    "code", ["raise SystemExit(7)", "print('hello')", "import time; time.sleep(60)"]
)
def test_workers_that_cannot_start_end_the_batch(
    monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setattr(pool, "_command", lambda: [sys.executable, "-c", code])
    monkeypatch.setattr(limits, "START_SECONDS", 0.3)
    with pytest.raises(pool.WorkerError, match="before it is ready"):
        list(pool.run([Path("a"), Path("b"), Path("c")], JOB, 2))


@pytest.mark.usefixtures("worker")
def test_a_worker_that_fails_to_start_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = iter(["raise SystemExit(1)", MISBEHAVE])
    monkeypatch.setattr(pool, "_command", lambda: [sys.executable, "-c", next(commands)])
    assert codes(["a", "b"], 1) == [("a", None), ("b", None)]


@pytest.mark.usefixtures("worker")
def test_closing_the_iterator_ends_the_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WALL_SECONDS", 60.0)
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def recorded(*arguments: object, **options: object) -> subprocess.Popen[bytes]:
        started.append(popen(*arguments, **options))  # type: ignore[call-overload]
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", recorded)
    outcomes = pool.run([Path(n) for n in ("a", "hang", "hang", "b")], JOB, 3)
    next(outcomes)
    outcomes.close()
    assert started
    assert all(process.returncode is not None for process in started)


@pytest.mark.usefixtures("worker")
def test_a_wish_to_stop_is_granted_before_the_next_files() -> None:
    stop, done = threading.Event(), 0
    for _ in pool.run([Path(str(number)) for number in range(50)], JOB, 2, stop):
        done += 1
        stop.set()
    assert 1 <= done <= 4


@pytest.mark.slow
def test_it_runs_in_a_script_without_a_main_guard(tmp_path: Path) -> None:
    """Workers must not run the caller's script again, nor import from the working folder."""
    script = tmp_path / "script.py"
    (tmp_path / "spacy.py").write_text("raise SystemExit('imported from the working folder')")
    script.write_text(
        "import datetime, pathlib, sys\n"
        "sys.path.remove(str(pathlib.Path(__file__).parent))\n"
        "from atscheck.batch.pool import Job, run\n"
        "job = Job('machine-learning-research', None, datetime.date(2026, 1, 1))\n"
        "print([o.data['error']['code'] for o in run([pathlib.Path('none.pdf')], job, 1)])\n"
    )
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert (done.stdout, done.stderr) == ("['not-found']\n", "")
