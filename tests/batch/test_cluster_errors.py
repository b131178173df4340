"""What a cluster does wrong is told in one line, and costs no more than it must."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from atscheck.batch import cluster, connection
from atscheck.batch.aim import Aim
from atscheck.batch.manifest import Manifest, Run
from atscheck.batch.places import Folder
from atscheck.batch.pool import Job
from atscheck.errors import ClusterError, MissingError, OutputError

distributed = pytest.importorskip("distributed", reason="needs atscheck[cluster]")

JOB = Job("machine-learning-research", None, dt.date(2026, 1, 1))
RUN = Run(
    Manifest({"shard_size": 2}, tuple(f"/in/{number:02}.pdf" for number in range(41))),
    Aim(JOB, "Research"), Folder("/out"),
)  # fmt: skip


@dataclass
class Future:
    """A task that has ended, as Dask shows it."""

    key: str
    found: object

    @property
    def status(self) -> str:
        return "error" if isinstance(self.found, Exception) else str(self.found and "finished")

    def result(self) -> object:
        return self.found

    def exception(self) -> object:
        return self.found

    def add_done_callback(self, told: Callable[[Future], None]) -> None:
        told(self)


class Client:
    """A cluster whose tasks end as they are told to."""

    status = "running"

    def __init__(self, outcome: Callable[[int], object]) -> None:
        self.outcome = outcome
        self.begun: list[int] = []
        self.cancelled: list[Future] = []
        self.most = 0

    def nthreads(self) -> dict[str, int]:
        return {"tcp://a": 1}

    def submit(self, function: object, shard: Any, *arguments: object, **options: Any) -> Future:
        self.begun.append(shard.number)
        return Future(options["key"], self.outcome(shard.number))

    def cancel(self, futures: list[Future], **options: object) -> None:
        self.cancelled += futures


def work(client: Client) -> None:
    cluster._work(client, RUN, range(RUN.manifest.count), quiet=True)


def test_each_shard_is_done_once_and_few_are_with_the_scheduler() -> None:
    client = Client(lambda number: 2)
    work(client)
    assert client.begun == list(range(21))
    results = cluster._results(client, RUN, range(21), [])
    client.begun.clear()
    next(results)
    assert len(client.begun) == cluster.AHEAD
    results.close()
    assert len(client.cancelled) == cluster.AHEAD - 1


def killed(shard: str) -> Exception:
    worker = distributed.scheduler.WorkerState
    error: Exception = distributed.KilledWorker(shard, worker, 3)
    return error


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(28, "No space left on device"), "No space left on device; free some space"),
        (OutputError("s3://x: it may not be written", "do"), "s3://x: it may not be written; do"),
        (ModuleNotFoundError(name="atscheck"), "a worker lacks atscheck; use an image"),
        (killed("x"), "4 workers died while they ran one of them; give each thread"),
        (ZeroDivisionError(), "a fault of atscheck .ZeroDivisionError.; please report"),
    ],
)
def test_a_shard_that_fails_costs_itself(error: Exception, told: str) -> None:
    client = Client(lambda number: error if number == 3 else 2)
    with pytest.raises(OutputError, match=f"1 of 21 shards are not done: .*{told}") as raised:
        work(client)
    assert raised.value.exit_code == 74
    assert len(client.begun) == 21


def test_a_run_in_which_all_fails_is_given_up() -> None:
    client = Client(lambda number: OutputError("full", ""))
    with pytest.raises(OutputError, match="21 of 21 shards are not done: full"):
        work(client)
    assert len(client.begun) < 21


def test_a_scheduler_that_is_lost_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OutputError, match="the scheduler is lost; run the same command again"):
        work(Client(lambda number: None))
    monkeypatch.setattr(Client, "status", "connecting")
    with pytest.raises(OutputError, match="the scheduler is lost"):
        work(Client(lambda number: 2))


def test_waiting_for_workers_is_said_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cluster, "LOOK_SECONDS", 0.01)
    looks = iter([{}] * 4)

    def threads(client: object) -> dict[str, int]:
        return next(looks)

    monkeypatch.setattr(cluster, "_threads", threads)
    with pytest.raises(StopIteration):
        cluster._next(None, cluster.SimpleQueue())
    assert capsys.readouterr().err == "the cluster has no workers; waiting for some\n"


@pytest.mark.parametrize("name", ["distributed", "fsspec", "pyarrow"])
def test_what_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingError, match=f"--engine dask needs {name}; pip install"):
        connection.require_dask()


@pytest.mark.parametrize(
    ("place", "package", "version", "told"),
    [
        ("workers", "atscheck", "0.0", "tcp://w has other software: atscheck 0.0 .here "),
        ("workers", "spacy", None, "tcp://w has other software: spacy missing .here "),
        ("workers", "python", "3.10", "python 3.10"),
        ("scheduler", "distributed", "1", "scheduler has other software: distributed 1 "),
        ("scheduler", "spacy", None, ""),
    ],
)
def test_other_software_is_refused(
    place: str, package: str, version: str | None, told: str
) -> None:
    class Versions:
        def get_versions(self, packages: list[str]) -> dict[str, Any]:
            own = distributed.versions.get_versions(packages)
            other = {"packages": {**own["packages"], package: version}}
            found = {"client": own, "scheduler": own, "workers": {"tcp://v": own, "tcp://w": own}}
            if place == "workers":
                return {**found, "workers": {"tcp://v": own, "tcp://w": other}}
            return {**found, place: other}

    if not told:
        connection._same_software(Versions())
        return
    with pytest.raises(ClusterError, match=told):
        connection._same_software(Versions())
