"""Batches in shards, without a cluster: what is kept, what is done again, what is told."""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from atscheck import __version__
from atscheck.batch import manifest, places, pool, readers, shards
from atscheck.batch.aim import Aim
from atscheck.batch.manifest import NAME, Run, begin
from atscheck.batch.places import Folder, find_inputs
from atscheck.batch.shards import part_name, run_shard
from atscheck.errors import AtscheckError, ClusterError, InputError, MissingError, OutputError

pq = pytest.importorskip("pyarrow.parquet", reason="needs atscheck[parquet]")
fsspec = pytest.importorskip("fsspec", reason="needs atscheck[cluster]")

AIM = Aim(pool.Job("machine-learning-research", None, dt.date(2026, 1, 1)), "Research")

WORKER = """
import json, os, pathlib, sys, time
job = json.loads(sys.stdin.readline())
print('"ready"', flush=True)
for line in sys.stdin:
    path = pathlib.Path(json.loads(line))
    data = path.read_bytes()
    if data == b"poison":
        os.abort()
    if data == b"hang":
        time.sleep(60)
    told = pathlib.Path(job["pack"]).read_text() if job["pack"].endswith(".toml") else "read"
    failure = {"code": "empty", "message": f"{told} {len(data)}", "hint": path.name}
    print(json.dumps([str(path), {"file": {"path": str(path)}, "atscheck": "1", "error": failure}]),
          flush=True)
"""
"""A worker that can read no file, and says how long each is."""


@pytest.fixture(autouse=True)
def worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_command", lambda: [sys.executable, "-c", WORKER])
    monkeypatch.setattr(readers, "IDLE_SECONDS", 0.0)


@pytest.fixture(params=["file", "memory"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a folder, on this machine and in a store."""
    address = str(tmp_path) if request.param == "file" else f"memory://{uuid4().hex}"
    yield address
    if request.param == "memory":
        fsspec.filesystem("memory").rm("/", recursive=True)


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


def write(address: str, **files: bytes) -> None:
    fs, path = fsspec.core.url_to_fs(address)
    for name, data in files.items():
        fs.makedirs(f"{path}/{name}".rpartition("/")[0], exist_ok=True)
        fs.pipe_file(f"{path}/{name}", data)


def started(place: str, size: int | None = 2, aim: Aim = AIM, **how: bool) -> Run:
    how = {"overwrite": False, "dated": True, **how}
    return begin([f"{place}/in"], aim, Folder(places.absolute(f"{place}/out")), size, **how)


def finish(run: Run) -> list[int]:
    """Do what is left of a run; returns the numbers of the shards that were."""
    left = run.left()
    for number in left:
        run_shard(run.manifest.shard(number, run.results), run.aim, __version__)
    return left


def rows(run: Run) -> list[dict[str, Any]]:
    found = []
    for number in range(run.manifest.count):
        with run.results.opened(part_name(number)) as file:
            found += pq.read_table(file).to_pylist()
    return found


def five(place: str) -> None:
    write(place, **{f"in/{name}.pdf": name.encode() * 3 for name in "edcba"})


def test_every_file_has_one_row_in_order(place: str) -> None:
    five(place)
    run = started(place)
    assert finish(run) == [0, 1, 2]
    found = rows(run)
    assert [r["path"] for r in found] == [
        places.absolute(f"{place}/in/{name}.pdf") for name in "abcde"
    ]
    assert {(r["message"], r["target"]) for r in found} == {("read 3", "Research")}
    assert [r["hint"] for r in found] == [f"{name}.pdf" for name in "abcde"]
    overview = run.overview()
    assert (overview.files, overview.failed) == (5, {"empty": 5})


def test_a_run_goes_on_with_what_is_left(place: str) -> None:
    five(place)
    run = started(place)
    finish(run)
    parts = [run.results.opened(part_name(n)) for n in range(3)]
    before = []
    for part in parts:
        with part as file:
            before.append(file.read())
    run.results.remove(part_name(1))
    write(place, **{"in/f.pdf": b"a file of later"})
    again = started(place)
    assert again.manifest == run.manifest
    assert finish(again) == [1]
    assert finish(started(place)) == []
    after = []
    for number in range(3):
        with again.results.opened(part_name(number)) as file:
            after.append(file.read())
    assert after == before


def test_a_file_that_ends_its_reader_costs_its_row_alone(place: str) -> None:
    five(place)
    write(place, **{"in/c.pdf": b"poison"})
    run = started(place, size=5)
    finish(run)
    assert [r["error"] for r in rows(run)] == ["empty", "empty", "memory", "empty", "empty"]


def test_a_file_that_is_gone_or_forbidden_has_its_row(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "://" not in place:
        pytest.skip("on this machine that is the worker's matter")
    five(place)
    run = started(place, size=5)
    fs = fsspec.filesystem("memory")
    fs.rm(f"{place}/in/a.pdf".removeprefix("memory:/"))
    real = type(fs).open

    def refuse(self: Any, path: str, *arguments: Any, **options: Any) -> Any:
        if path.endswith("b.pdf"):
            raise PermissionError
        return real(self, path, *arguments, **options)

    monkeypatch.setattr(type(fs), "open", refuse)
    finish(run)
    codes = [r["error"] for r in rows(run)]
    assert codes == ["not-found", "no-permission", "empty", "empty", "empty"]


def test_a_store_that_fails_is_not_the_file_s_fault(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "://" not in place:
        pytest.skip("only a store fails")
    five(place)
    run = started(place)

    def fail(*arguments: Any, **options: Any) -> Any:
        raise OSError(110, "Connection timed out")

    monkeypatch.setattr(type(fsspec.filesystem("memory")), "open", fail)
    with pytest.raises(ClusterError, match="Connection timed out"):
        finish(run)
    assert run.results.names() == []


def test_no_more_of_a_file_is_fetched_than_may_be_read(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "MAX_BYTES", 10)
    write(place, **{"in/a.pdf": b"x" * 50})
    run = started(place)
    finish(run)
    fetched = 11 if "://" in place else 50
    assert [r["message"] for r in rows(run)] == [f"read {fetched}"]


def test_the_pack_goes_with_the_shard(place: str, tmp_path: Path) -> None:
    pack = tmp_path / "mine.toml"
    pack.write_text("my pack")
    aim = Aim.of(replace(AIM.job, pack=str(pack)), "Mine")
    write(place, **{"in/a.pdf": b"abc"})
    run = started(place, aim=aim)
    pack.unlink()
    finish(run)
    assert [r["message"] for r in rows(run)] == ["my pack 3"]


def test_a_reader_is_kept_for_the_next_shard_with_its_aim(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with readers.reader(AIM) as first, readers.reader(AIM) as second:
        assert first is not second  # each has one file at a time
    until(lambda: not readers._idle)
    monkeypatch.setattr(readers, "IDLE_SECONDS", 60.0)
    with readers.reader(AIM) as first:
        first.check(tmp_path)
    with readers.reader(replace(AIM, data=b"another pack")) as other:
        assert other is not first
    with readers.reader(AIM) as again:
        assert again is first
    readers.end()
    assert readers._idle == []
    assert first._process is None


def test_readers_that_are_started_early_are_those_of_the_shards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "IDLE_SECONDS", 60.0)
    five(str(tmp_path))
    run = started(str(tmp_path))
    readers.start(run.aim, 2)
    processes = [each.worker._process for each in readers._idle]
    assert None not in processes
    monkeypatch.setattr(pool, "_command", lambda: ["/none"])  # no others can be started
    assert finish(run) == [0, 1, 2]
    assert {each.worker._process for each in readers._idle} == set(processes)
    readers.end()
    assert [each.returncode is None for each in processes if each] == [False, False]


def test_a_shard_whose_readers_are_ended_ends(tmp_path: Path) -> None:
    write(str(tmp_path), **{"in/a.pdf": b"hang"})
    run = started(str(tmp_path))
    with ThreadPoolExecutor(1) as thread:
        begun = thread.submit(finish, run)
        until(lambda: any(each.worker._ready for each in readers._busy))
        readers.end()
        with pytest.raises(pool.WorkerError):
            begun.result()
    assert run.results.names() == []


def test_a_reader_of_a_shard_that_fails_is_ended() -> None:
    with pytest.raises(ValueError, match="x"), readers.reader(AIM) as worker:
        raise ValueError("x")
    assert readers._idle == []
    assert worker._process is None


def test_a_run_is_not_mixed_with_another(place: str) -> None:
    five(place)
    finish(started(place))
    for other in (
        lambda: started(place, size=3),
        lambda: started(place, aim=replace(AIM, data=b"another pack")),
        lambda: started(place, aim=replace(AIM, job=replace(AIM.job, blind=True))),
        lambda: started(place, aim=replace(AIM, job=replace(AIM.job, as_of=dt.date(2026, 2, 2)))),
    ):
        with pytest.raises(OutputError, match="a run with another"):
            other()
    assert started(place, size=3, overwrite=True).left() == [0, 1]


def test_a_run_that_goes_on_keeps_its_day(place: str) -> None:
    five(place)
    finish(started(place, dated=False))
    tomorrow = replace(AIM, job=replace(AIM.job, as_of=dt.date(2026, 1, 2)))
    run = started(place, aim=tomorrow, dated=False)
    assert run.aim.job.as_of == AIM.job.as_of
    assert run.left() == []


@pytest.mark.parametrize(("files", "size"), [(1, 8), (60, 8), (2049, 9), (1_000_000, 200)])
def test_a_run_is_cut_by_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: int, size: int
) -> None:
    names = [f"/in/{number}.pdf" for number in range(files)]
    monkeypatch.setattr(manifest, "find_inputs", lambda *_: (names, 0))
    run = started(str(tmp_path), size=None)
    assert run.manifest.size == size


def test_a_run_that_goes_on_keeps_the_size_of_its_shards(place: str) -> None:
    five(place)
    run = started(place, size=2)
    run_shard(run.manifest.shard(0, run.results), run.aim, __version__)
    assert started(place, size=None).manifest == run.manifest


def test_settings_may_change_while_nothing_is_done(place: str) -> None:
    five(place)
    started(place, size=1)
    assert started(place, size=5).manifest.count == 1


@pytest.mark.parametrize("harm", ["cut", "other", "no counts"])
def test_a_damaged_part_is_told(place: str, harm: str) -> None:
    five(place)
    run = started(place)
    finish(run)
    with run.results.opened(part_name(2 if harm == "other" else 0)) as file:
        data = file.read()
    if harm == "cut":
        data = data[:-10]
    elif harm == "no counts":
        data = data.replace(b"atscheck.overview", b"atscheck.overlook")
    run.results.put(part_name(0), data)
    with pytest.raises(OutputError, match=r"part-000000.parquet.*damaged.*; remove it"):
        run.overview()


def test_a_damaged_manifest_is_told(place: str) -> None:
    five(place)
    run = started(place)
    finish(run)
    for data in (b"", b"{}", b"[]\n[]", run.manifest.to_bytes()[:-30], b"\xff"):
        run.output.put(NAME, data)
        with pytest.raises(OutputError, match="manifest"):
            started(place)


def test_blind_parts_are_not_in_the_order_of_the_names(place: str) -> None:
    write(place, **{f"in/{number:02}.pdf": b"x" for number in range(20)})
    run = started(place, aim=replace(AIM, job=replace(AIM.job, blind=True)))
    assert sorted(run.manifest.files) != list(run.manifest.files)
    assert len(set(run.manifest.files)) == 20


def test_another_version_of_a_worker_does_nothing(place: str) -> None:
    five(place)
    run = started(place)
    with pytest.raises(ClusterError, match=f"atscheck {__version__} and not 99"):
        run_shard(run.manifest.shard(0, run.results), AIM, "99")
    assert run.results.names() == []


def test_a_worker_that_does_not_see_the_folders_says_so(tmp_path: Path) -> None:
    five(str(tmp_path))
    run = started(str(tmp_path))
    hidden = replace(run.manifest.shard(0, run.results), files=("/none/of/this/a.pdf",))
    with pytest.raises(ClusterError, match="a worker does not see this folder"):
        run_shard(hidden, AIM, __version__)
    (tmp_path / "out/results").rmdir()
    with pytest.raises(OutputError, match="no such folder"):
        run_shard(run.manifest.shard(0, run.results), AIM, __version__)


def test_a_part_is_put_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    five(str(tmp_path))
    run = started(str(tmp_path))

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError, match="No space left on device; free some space") as raised:
        finish(run)
    assert raised.value.exit_code == 74
    assert list((tmp_path / "out/results").iterdir()) == []


def test_half_files_of_killed_workers_are_swept(tmp_path: Path) -> None:
    five(str(tmp_path))
    run = started(str(tmp_path))
    (tmp_path / "out/results" / f"{places.HALF}x").write_bytes(b"half")
    finish(run)
    run.overview()
    assert len(list((tmp_path / "out/results").iterdir())) == 3


def test_a_store_is_listed_as_a_folder_is(tmp_path: Path) -> None:
    names = ("a.pdf", "b.DOCX", "sub/c.txt", "README.md", "notes.xlsx", ".d.pdf", "~$e.docx")
    found = []
    for place in (str(tmp_path), f"memory://{uuid4().hex}"):
        write(place, **{f"in/{name}": b"x" for name in (*names, ".git/f.pdf", "out/g.pdf")})
        files, passed_over = find_inputs([f"{place}/in"], places.absolute(f"{place}/in/out"))
        found.append(([f.removeprefix(places.absolute(place)) for f in files], passed_over))
        (one,) = find_inputs([f"{place}/in/README.md"], "")[0]
        assert one.endswith("README.md")
        assert len(find_inputs([f"{place}/in/*.pdf"], "")[0]) == 1
    assert found[0] == found[1] == (["/in/a.pdf", "/in/b.DOCX", "/in/sub/c.txt"], 2)


@pytest.mark.parametrize(
    ("address", "kind", "told"),
    [
        ("memory://none/at/all", InputError, "no resume there"),
        ("nonsense://x", ClusterError, "no such kind of address"),
        ("/none/at/all", InputError, "no resume there"),
    ],
)
def test_inputs_that_are_none_are_told(address: str, kind: type[AtscheckError], told: str) -> None:
    with pytest.raises(kind, match=told):
        find_inputs([address], "/out")


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(MissingError, match="s3://"):
        find_inputs(["s3://bucket/in"], "/out")


def test_names_of_copies_are_harmless(monkeypatch: pytest.MonkeyPatch) -> None:
    place = f"memory://{uuid4().hex}"
    names = ("in/" + "x" * 300 + ".pdf", "in/=1+1.pdf", "in/a b\n.pdf")
    write(place, **dict.fromkeys(names, b"x"))
    run = started(place)
    finish(run)
    assert sorted(r["path"] for r in rows(run)) == sorted(
        places.absolute(f"{place}/{name}") for name in names
    )


def test_the_manifest_says_what_the_run_is(place: str) -> None:
    five(place)
    run = started(place)
    head, *files = map(json.loads, run.manifest.to_bytes().splitlines())
    assert head["run"]["pack"] == "machine-learning-research"
    assert head["run"]["atscheck"] == __version__
    assert len(files) == head["files"] == 5
