"""The cluster engine on real Dask processes: kills, poison, an object store, what is told."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.support.command import atscheck_process
from tests.test_cli import EXAMPLES, PACK

pytest.importorskip("distributed", reason="needs atscheck[cluster]")
pq = pytest.importorskip("pyarrow.parquet", reason="needs atscheck[cluster]")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems"),
]

FILES = 24
SECONDS = 240
"""Time for anything that is waited for, on a busy machine."""

POISON = """
from atscheck.batch import pool
HOOK = '''
import os, sys
def hook(event, what):
    if event == "open" and str(what[0]).endswith("11.docx"):
        os.abort()
sys.addaudithook(hook)
'''
command = pool._command()
place = command.index("-c") + 1
command[place] = HOOK + command[place]
pool._command = lambda: command
"""
"""A worker that loads this has readers that a certain file ends."""

OPTIONS = ("--pack", PACK, "--as-of", "2026-01-01")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("cluster") / "in"
    place.mkdir()
    resumes = [EXAMPLES / name for name in ("ml-researcher.pdf", "office-administrator.docx")]
    for number in range(FILES):
        shutil.copy(resumes[number % 2], place / f"{number:02}{resumes[number % 2].suffix}")
    (place / "07.docx").write_bytes(b"")
    return place


@pytest.fixture(scope="module")
def expected(folder: Path) -> list[dict[str, Any]]:
    """What the local engine finds."""
    out = folder.parent / "local"
    done = atscheck_process("batch", str(folder), *OPTIONS, "-o", str(out), "--parquet")
    assert done.returncode == 3, done.stderr
    return found(out / "results.parquet")


def found(place: Path) -> list[dict[str, Any]]:
    """The rows of a file, or of all parts of a folder, by their paths."""
    rows: list[dict[str, Any]] = []
    for path in sorted(place.glob("part-*.parquet")) if place.is_dir() else [place]:
        rows += pq.read_table(path).to_pylist()
    return sorted(rows, key=lambda row: row["path"])


def parts(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted((out / "results").glob("*"))}


@contextmanager
def process(*command: str, **env: str) -> Iterator[subprocess.Popen[str]]:
    """A process of its own group, which is killed at the end of the block."""
    started = subprocess.Popen(
        command, env={**os.environ, **env}, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        yield started
    finally:
        kill(started)


def kill(started: subprocess.Popen[str]) -> None:
    """Kill a process and all that it started, at once."""
    with suppress(ProcessLookupError):
        os.killpg(started.pid, signal.SIGKILL)
    started.communicate()


def until(true: Callable[[], object]) -> None:
    end = time.monotonic() + SECONDS
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


@contextmanager
def scheduler(place: Path) -> Iterator[str]:
    """The address of a scheduler without workers."""
    file = place / "scheduler.json"
    module = ("-m", "distributed.cli.dask_scheduler")
    options = ("--host", "127.0.0.1", "--port", "0", "--dashboard-address", "127.0.0.1:0")
    with process(sys.executable, *module, *options, "--scheduler-file", str(file)):
        until(file.exists)
        address: list[str] = []
        until(lambda: address.append(_address(file)) or address[-1])
        yield address[-1]


def _address(file: Path) -> str:
    _, found, rest = file.read_text().partition('"address": "')
    return rest.partition('"')[0] if found else ""


def worker(address: str, *more: str, **env: str) -> Any:
    """A worker of a cluster, with one thread and without a nanny that would start it again."""
    module = ("-m", "distributed.cli.dask_worker", address)
    options = ("--nthreads", "1", "--no-nanny", "--host", "127.0.0.1", "--no-dashboard")
    return process(sys.executable, *module, *options, *more, **env)


def command(folder: Path | str, out: Path | str, *options: str) -> tuple[str, ...]:
    engine = ("--engine", "dask", "--shard-size", "3", "-o", str(out))
    return ("batch", str(folder), *OPTIONS, *engine, *options)


def in_background(*arguments: str, **env: str) -> Any:
    return process(sys.executable, "-m", "atscheck", *arguments, **env)


def test_a_cluster_finds_what_this_machine_finds(
    folder: Path, expected: list[dict[str, Any]], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    done = atscheck_process(*command(folder, out, "--workers", "2"))
    assert (done.returncode, done.stderr) == (3, "")
    assert found(out / "results") == expected
    local = (folder.parent / "local/overview.txt").read_text()
    assert (out / "overview.txt").read_text() == local
    assert done.stdout.startswith(local)
    before = parts(out)
    again = atscheck_process(*command(folder, out))
    assert again.returncode == 3
    assert "done before" in again.stderr
    assert again.stdout == done.stdout
    assert parts(out) == before


def test_a_worker_that_is_killed_loses_nothing(
    folder: Path, expected: list[dict[str, Any]], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with (
        scheduler(tmp_path) as address,
        worker(address) as first,
        worker(address),
        in_background(*command(folder, out, "--scheduler", address)) as run,
    ):
        until(lambda: len(list(out.glob("results/part-*"))) >= 2)
        kill(first)
        _, told = run.communicate(timeout=SECONDS)
        assert (run.returncode, told) == (3, "")
    assert found(out / "results") == expected


def test_a_run_goes_on_after_all_was_killed(
    folder: Path, expected: list[dict[str, Any]], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with in_background(*command(folder, out, "--workers", "2")):
        until(lambda: len(list(out.glob("results/part-*"))) >= 2)
    before = parts(out)
    done = atscheck_process(*command(folder, out))
    assert (done.returncode, done.stderr) == (3, "")
    after = parts(out)
    assert len(before) < len(after) == FILES // 3
    whole = {n: data for n, data in before.items() if n.startswith("part-")}
    assert whole == {n: after[n] for n in whole}
    assert found(out / "results") == expected


def test_an_interrupted_run_says_so_and_goes_on(
    folder: Path, expected: list[dict[str, Any]], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with in_background(*command(folder, out, "--workers", "2")) as run:
        until(lambda: list(out.glob("results/part-*")))
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does
        _, told = run.communicate(timeout=SECONDS)
    assert run.returncode == 130
    assert told.splitlines()[-1] == "interrupted"
    assert "same command" in told
    assert "Traceback" not in told
    assert atscheck_process(*command(folder, out)).returncode == 3
    assert found(out / "results") == expected


def test_a_file_that_ends_its_reader_each_time_costs_its_row(
    folder: Path, expected: list[dict[str, Any]], tmp_path: Path
) -> None:
    """The reader is made to abort at one file, as a fault in a library would."""
    preload = tmp_path / "poison.py"
    preload.write_text(POISON)
    out = tmp_path / "out"
    with scheduler(tmp_path) as address, worker(address, "--preload", str(preload)):
        done = atscheck_process(*command(folder, out, "--scheduler", address))
    assert (done.returncode, done.stderr) == (3, "")
    rows = found(out / "results")
    poisoned = [row for row in rows if row["error"] == "memory"]
    assert [Path(row["path"]).name for row in poisoned] == ["11.docx"]
    assert [r for r in rows if r not in poisoned] == [
        r for r in expected if not r["path"].endswith("11.docx")
    ]


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A client of an object store on this machine, which the environment names."""
    moto = pytest.importorskip("moto.server", reason="needs moto[s3,server]")
    boto3 = pytest.importorskip("boto3")
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    for name in ("ACCESS_KEY_ID", "SECRET_ACCESS_KEY"):
        monkeypatch.setenv(f"AWS_{name}", "any")
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    client = boto3.client("s3", region_name="us-east-1")
    try:
        yield client
    finally:
        client.close()
        server.stop()


def test_an_object_store_holds_inputs_and_results(
    folder: Path, expected: list[dict[str, Any]], store: Any, tmp_path: Path
) -> None:
    for name in ("resumes", "output"):
        store.create_bucket(Bucket=name)
    for path in folder.iterdir():
        store.put_object(Bucket="resumes", Key=f"cvs/{path.name}", Body=path.read_bytes())

    def keys() -> list[str]:
        listed = store.list_objects_v2(Bucket="output", Prefix="run/results/")
        return [each["Key"] for each in listed.get("Contents", [])]

    arguments = command("s3://resumes/cvs", "s3://output/run", "--workers", "2")
    with in_background(*arguments):  # killed when there are two parts
        until(lambda: len(keys()) >= 2)
    done = atscheck_process(*arguments)
    assert (done.returncode, done.stderr) == (3, "")
    for key in keys():
        store.download_file("output", key, str(tmp_path / Path(key).name))
    local = [{**row, "path": f"s3://resumes/cvs/{Path(row['path']).name}"} for row in expected]
    assert found(tmp_path) == local


def test_credentials_that_are_missing_are_told(tmp_path: Path) -> None:
    none = {
        "AWS_EC2_METADATA_DISABLED": "true", "HOME": str(tmp_path), "AWS_CONFIG_FILE": "/none",
        "AWS_SHARED_CREDENTIALS_FILE": "/none", "AWS_ENDPOINT_URL": "http://127.0.0.1:9",
    }  # fmt: skip
    options = ("--engine", "dask", "--workers", "1", *OPTIONS)
    done = atscheck_process("batch", "s3://in/cvs", *options, "-o", str(tmp_path / "o"), **none)
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    assert "no credentials for it are found" in done.stderr
    done = atscheck_process("batch", str(EXAMPLES), *options, "-o", "s3://out/run", **none)
    assert (done.returncode, done.stderr.count("\n")) == (74, 1)
    assert "no credentials for it are found" in done.stderr


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense", "foo://x:1", "tls://x:1"])
def test_a_scheduler_that_is_none_is_told(address: str, tmp_path: Path) -> None:
    options = ("--engine", "dask", "--scheduler", address, "-o", str(tmp_path / "o"), "-q")
    done = atscheck_process("batch", str(EXAMPLES), *OPTIONS, *options)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith(f"error: {address}: ")
