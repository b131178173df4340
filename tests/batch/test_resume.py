"""A batch that ended early goes on, and what comes out is as if it had not ended."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import os
import sys
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from atscheck import Report
from atscheck.batch import load_target, outcome, run
from atscheck.batch.journal import Journal, Record
from atscheck.batch.pool import Job, Outcome
from tests.support.command import atscheck
from tests.support.stub_batch import stub_target
from tests.support.stub_worker import report
from tests.test_cli import PACK

Files = dict[str, bytes]
TEXTS = {f"{name}.txt": name.encode() for name in "abcdefgh"} | {"empty.txt": b"", "=e.txt": b""}


class Reader:
    """In place of `pool.run`: reads in this process.

    ``before`` and ``after`` are called with the number of files done, around each; ``read`` are
    the files read so far.
    """

    def __init__(self, check: Callable[[str], dict[str, object]] = report) -> None:
        self.check = check
        self.read: list[str] = []
        self.before: Callable[[int], object] = int
        self.after: Callable[[int], object] = int

    def __call__(self, paths: Iterable[Path], *_: object) -> Iterator[Outcome]:
        for path in paths:
            self.before(len(self.read))
            self.read.append(path.name)
            yield Outcome(path, self.check(str(path)))
            self.after(len(self.read))


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    reader = Reader()
    monkeypatch.setattr(run, "run", reader)
    monkeypatch.setattr(run, "load_target", stub_target)
    return reader


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "in"
    place.mkdir()
    for name, data in TEXTS.items():
        (place / name).write_bytes(data)
    return place


def batch(folder: Path, out: str = "out", *options: str) -> CompletedProcess[str]:
    where = ("-o", str(folder.parent / out), "--pack", PACK, "--as-of", "2026-01-01")
    return atscheck("batch", str(folder), *where, *options)


def files(folder: Path, out: str = "out") -> Files:
    place = folder.parent / out
    found = (path for path in place.rglob("*") if path.is_file() and path.name != ".lock")
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def whole(folder: Path, reader: Reader) -> Files:
    """The files of a run that did not end early."""
    assert batch(folder, "whole").returncode == 3
    reader.read.clear()
    return files(folder, "whole")


def interrupt_at(count: int) -> Callable[[int], None]:
    def interrupt(done: int) -> None:
        if done == count:
            raise KeyboardInterrupt

    return interrupt


@pytest.mark.parametrize("count", range(len(TEXTS)))
def test_an_interrupted_run_goes_on(folder: Path, reader: Reader, whole: Files, count: int) -> None:
    reader.before = interrupt_at(count)
    done = batch(folder)
    assert (done.returncode, done.stdout) == (130, "")
    told = f"interrupted: {count} of 10 files are done; run the same command again to go on\n"
    assert done.stderr.endswith(told)
    reader.before = int
    assert batch(folder).returncode == 3
    assert files(folder) == whole
    assert sorted(reader.read) == sorted(set(reader.read))
    assert set(reader.read) == set(TEXTS)


def test_interrupted_before_it_reads_it_tells_what_was_done_before(
    folder: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.before = interrupt_at(4)
    batch(folder)

    def interrupted(*_: object, **__: object) -> Iterator[object]:
        raise KeyboardInterrupt
        yield

    monkeypatch.setattr(run, "plan", interrupted)
    done = batch(folder)
    assert done.returncode == 130
    assert done.stderr.startswith("interrupted: 4 of 10 files are done; ")


@pytest.mark.skipif(sys.platform != "linux", reason="names that other systems refuse")
def test_files_of_any_name_are_gone_on_with(folder: Path, reader: Reader) -> None:
    for name in ("new\nline.txt", "\x1b[31m.txt", "\u202etxt.exe.txt", "\udcff.txt", "a\u0308.txt"):
        (folder / name).write_bytes(b"")
    batch(folder, "whole")
    reader.read.clear()
    reader.before = interrupt_at(12)
    assert batch(folder).returncode == 130
    reader.before = int
    batch(folder)
    assert files(folder) == files(folder, "whole")
    assert len(reader.read) == len(TEXTS) + 5
    lines = files(folder)["errors.csv"].decode().splitlines()
    assert len(lines) == 8
    assert all(line.isprintable() for line in lines)


def test_errors_are_a_table_of_their_own(folder: Path, whole: Files) -> None:
    rows = list(csv.DictReader(io.StringIO(whole["errors.csv"].decode())))
    assert [set(row) for row in rows] == [{"path", "code", "message", "hint"}] * 2
    assert [row["code"] for row in rows] == ["empty", "empty"]
    assert rows[0]["message"] == "'=the file is empty"
    assert len(whole["summary.csv"].splitlines()) == len(TEXTS) + 1


def test_what_is_left_half_done_is_swept(folder: Path, reader: Reader, whole: Files) -> None:
    reader.before = interrupt_at(4)
    batch(folder)
    reports = folder.parent / "out/reports"
    for name in (".b.txt.json.part", "b.txt.html", "gone.txt.json"):
        (reports / name).write_text("half")
    (reports.parent / ".summary.csv.part").write_text("half")
    (reports / "a.txt.json").unlink()
    reader.before = int
    batch(folder)
    assert files(folder) == whole
    assert reader.read.count("a.txt") == 2


@pytest.mark.parametrize("option", ["--ignore=AC", "--blind", "--as-of=2026-01-02", "--html"])
def test_an_unfinished_run_of_something_else_is_left_alone(
    folder: Path, reader: Reader, option: str
) -> None:
    reader.before = interrupt_at(2)
    batch(folder)
    before = files(folder)
    other = batch(folder, "out", option)
    assert other.returncode == 74
    assert "holds an unfinished run with another target" in other.stderr
    assert other.stderr.count("\n") == 1
    assert files(folder) == before
    reader.before = int
    assert batch(folder, "out", option, "--overwrite").returncode == 3
    assert "journal.jsonl" not in files(folder)


def test_a_damaged_first_line_is_another_run(folder: Path, reader: Reader, whole: Files) -> None:
    reader.before = interrupt_at(2)
    batch(folder)
    (folder.parent / "out/journal.jsonl").write_bytes(b"x")
    reader.before = int
    assert batch(folder).returncode == 74
    assert batch(folder, "out", "--overwrite").returncode == 3
    assert files(folder) == whole


def test_a_pack_that_has_changed_is_another_target(
    folder: Path, reader: Reader, tmp_path: Path
) -> None:
    pack = tmp_path / "mine.toml"
    pack.write_text("a")
    reader.before = interrupt_at(2)
    where = ("batch", str(folder), "-o", str(tmp_path / "out"), "--pack", str(pack))
    assert atscheck(*where).returncode == 130
    pack.write_text("b")
    assert atscheck(*where).returncode == 74
    pack.write_text("a")
    assert atscheck(*where).returncode == 130
    assert reader.read == ["=e.txt", "a.txt"]


def test_a_run_goes_on_as_of_the_day_it_began(
    folder: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = iter([dt.date(2026, 1, 31), dt.date(2026, 2, 1)])
    scan = import_module("atscheck.scan")
    monkeypatch.setattr(scan, "present", lambda as_of: as_of or next(days))
    where = ("batch", str(folder), "-o", str(folder.parent / "out"), "--pack", PACK)
    reader.before = interrupt_at(2)
    assert atscheck(*where).returncode == 130
    reader.before = int
    assert atscheck(*where).returncode == 3
    assert b"2026-01-31" in files(folder)["overview.html"]
    assert b"2026-02-01" not in files(folder)["overview.html"]


def test_files_that_have_changed_since_are_read_again(folder: Path, reader: Reader) -> None:
    reader.before = interrupt_at(6)
    batch(folder)
    (folder / "a.txt").write_bytes(b"another a")
    (folder / "b.txt").unlink()
    (folder / "0.txt").write_bytes(b"new")
    reader.before = int
    batch(folder)
    assert batch(folder, "fresh").returncode == 3
    assert files(folder) == files(folder, "fresh")


def test_files_that_go_by_another_path_are_read_again(
    folder: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.before = interrupt_at(6)
    batch(folder)
    monkeypatch.chdir(folder.parent)
    reader.before = int
    options = ("--pack", PACK, "--as-of", "2026-01-01")
    for out in ("out", "fresh"):
        assert atscheck("batch", "in", "-o", out, *options).returncode == 3
    assert files(folder) == files(folder, "fresh")


class Disk:
    """One that is full from the call ``number`` of a kind on, or (not ``lasting``) at that call."""

    def __init__(self, number: int, *, lasting: bool = True) -> None:
        self._number, self._lasting, self._calls = number, lasting, 0

    def check(self) -> None:
        self._calls += 1
        past = self._calls - 1 - self._number
        if past == 0 or (past > 0 and self._lasting):
            raise OSError(28, "No space left on device")

    def checked(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """``real``, if there is space."""
        return lambda *arguments: self.check() or real(*arguments)

    def opened(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """``real``, which opens files, of which those that are written can be torn."""

        def opening(place: Any, mode: str = "r", *rest: Any, **options: Any) -> Any:
            file = real(place, mode, *rest, **options)
            return Torn(file, self) if set("w+").intersection(mode) else file

        return opening


class Torn:
    """A file of which only half of what is written gets on a disk that is full."""

    def __init__(self, file: Any, disk: Disk) -> None:
        self._file, self._disk = file, disk

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> Torn:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> Any:
        try:
            self._disk.check()
        except OSError:
            self._file.write(data[: len(data) // 2])
            raise
        return self._file.write(data)

    def writelines(self, lines: Iterable[bytes]) -> None:
        for line in lines:
            self.write(line)


CALLS: dict[str, list[tuple[Any, str, Any]]] = {
    "write": [(Path, "open", Disk.opened), (os, "fdopen", Disk.opened)],
    "fsync": [(os, "fsync", Disk.checked)],
    "replace": [(Path, "replace", Disk.checked)],
}


@pytest.mark.parametrize("lasting", [True, False])
@pytest.mark.parametrize("call", CALLS)
def test_a_full_disk_at_any_call_costs_nothing(
    folder: Path,
    reader: Reader,
    whole: Files,
    call: str,
    lasting: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for number in range(200):
        disk = Disk(number, lasting=lasting)
        with monkeypatch.context() as patch:
            for owner, name, change in CALLS[call]:
                patch.setattr(owner, name, change(disk, getattr(owner, name)))
            done = batch(folder)
        if done.returncode == 3:
            break
        assert done.returncode == 74, done.stderr
        assert "No space left on device; free some space" in done.stderr
        assert not [name for name in files(folder) if name.endswith(".part")]
        again = batch(folder, "out", "--overwrite") if number % 2 else batch(folder)
        assert again.returncode == 3, again.stderr
        assert files(folder) == whole
        for path in sorted((folder.parent / "out").rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
    assert len(TEXTS) < number < 199


def test_a_file_is_on_the_disk_before_its_name_and_its_name_before_the_end(
    folder: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order in which a disk that loses its power may be asked: write, sync, rename, sync."""
    out = folder.parent / "out"
    names, done = dict[int, str](), list[tuple[str, str, int]]()
    fsync, replace, unlink, add = os.fsync, Path.replace, Path.unlink, Journal.add

    def synced(descriptor: int) -> None:
        found = os.fstat(descriptor)
        done.append(("sync", names.get(found.st_ino, ""), found.st_size))
        fsync(descriptor)

    def renamed(path: Path, target: Path) -> Path:
        done.append(("rename", target.name, path.stat().st_size))
        assert ("sync", "", path.stat().st_size) == done[-2]
        names[path.stat().st_ino] = target.name
        return replace(path, target)

    def unlinked(path: Path, missing_ok: bool = False) -> None:
        done.append(("unlink", path.name, 0))
        unlink(path, missing_ok)

    def added(journal: Journal, record: Record) -> None:
        done.append(("acknowledge", record.name, 0))
        add(journal, record)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", renamed)
    monkeypatch.setattr(Path, "unlink", unlinked)
    monkeypatch.setattr(Journal, "add", added)
    (out / "reports").mkdir(parents=True)
    names.update({place.stat().st_ino: place.name for place in (out, out / "reports")})
    assert batch(folder).returncode == 3
    acts = [(act, name) for act, name, _ in done]
    assert acts[:3] == [("sync", ""), ("rename", "journal.jsonl"), ("sync", "out")]
    reports = [name for act, name in acts if act == "acknowledge"]
    assert len(reports) == len(TEXTS)
    for name in reports:
        at = acts.index(("acknowledge", name))
        assert acts[at - 2 : at] == [("sync", ""), ("rename", name)]
    renames = [at for at, (act, _) in enumerate(acts) if act == "rename"]
    assert acts[-3:] == [("sync", "reports"), ("sync", "out"), ("unlink", "journal.jsonl")]
    assert len(renames) == len(TEXTS) + 5
    assert renames[-1] < len(acts) - 3


def test_a_place_that_takes_no_reports(folder: Path, reader: Reader) -> None:
    out = folder.parent / "out"
    out.mkdir()
    (out / "reports").write_text("in the way")
    done = batch(folder)
    assert done.returncode == 74
    assert done.stderr.count("\n") == 1
    assert reader.read == []


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root may write anywhere")
def test_a_place_that_may_not_be_written_to(folder: Path, reader: Reader) -> None:
    out = folder.parent / "out"
    out.mkdir(mode=0o500)
    assert batch(folder).returncode == 74
    assert reader.read == []


@pytest.fixture
def copies(folder: Path) -> Path:
    for name in ("a", "b", "c"):
        (folder / name).mkdir()
        (folder / name / "Jane_Example.txt").write_bytes(b"the same")
    return folder


def test_files_that_are_alike_are_read_once(copies: Path, reader: Reader) -> None:
    batch(copies)
    assert reader.read.count("Jane_Example.txt") == 1
    rows = list(csv.DictReader(io.StringIO(files(copies)["summary.csv"].decode())))
    same = [row for row in rows if row["file"].endswith("Jane_Example.txt")]
    assert len(same) == 3
    for row in same:
        told = json.loads(files(copies)[row["report"]])
        assert told == report(row["file"])


def test_a_file_that_changes_while_it_is_read_does_not_speak_for_others(
    copies: Path, reader: Reader
) -> None:
    def change(done: int) -> None:
        (copies / "a/Jane_Example.txt").write_bytes(b"the same and more")

    reader.before = change
    batch(copies)
    assert reader.read.count("Jane_Example.txt") == 2
    made = files(copies)
    for name in ("a", "b", "c"):
        told = json.loads(made[f"reports/{name}__Jane_Example.txt.json"])
        assert told == report(str(copies / name / "Jane_Example.txt"))


def test_a_file_that_vanishes_does_not_take_others_along(copies: Path, reader: Reader) -> None:
    reader.before = lambda done: (copies / "a/Jane_Example.txt").unlink(missing_ok=True)
    assert batch(copies).returncode == 3
    rows = list(csv.DictReader(io.StringIO(files(copies)["summary.csv"].decode())))
    assert {row["file"][-18:-17] + row["error"] for row in rows if "Jane" in row["file"]} == {
        "anot-found", "b", "c",
    }  # fmt: skip


def test_the_report_of_a_copy_equals_that_of_its_own_reading(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, day = load_target(PACK, None), dt.date(2026, 1, 1)

    def check(path: str) -> dict[str, object]:
        found = outcome(path, target, day)
        assert isinstance(found, Report)
        return json.loads(json.dumps(found.to_dict()))  # type: ignore[no-any-return]

    text = "Jane Example\njane@example.org\nEXPERIENCE\n- Trained PyTorch models.\nSKILLS\nPython\n"
    names = ["a/Jane_Example.txt", "b/Jane_Example_CV.txt", "cv.txt", "c/cv.txt", "b/cv (2).txt"]
    for name in names:
        place = tmp_path / "in" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
    reader.check = check
    assert batch(tmp_path / "in").returncode == 0
    assert len(reader.read) == 3  # a good name, "cv", and "cv (2)"
    for name in names:
        made = files(tmp_path / "in")[f"reports/{name.replace('/', '__')}.json"]
        assert json.loads(made) == check(str(tmp_path / "in" / name))


def test_blind_runs_go_on_too_and_name_nobody(copies: Path, reader: Reader) -> None:
    def blind(path: str) -> dict[str, object]:
        data = report(path)
        data["file"]["path"] = f"resume-{data['file'].get('sha256', 'unopened')[:8]}"
        return data

    reader.check = blind
    batch(copies, "whole", "--blind")
    reader.read.clear()
    reader.before = interrupt_at(5)
    assert batch(copies, "out", "--blind").returncode == 130
    assert b"Jane" not in b"".join(
        data for name, data in files(copies).items() if name != "journal.jsonl"
    )
    assert str(copies).encode() not in files(copies)["journal.jsonl"]
    reader.before = int
    batch(copies, "out", "--blind")
    assert files(copies) == files(copies, "whole")
    assert len(reader.read) == len(TEXTS)  # of the copies one, of the empty files one


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("quiet", [True, False])
def test_progress_is_shown_on_a_terminal_unless_it_is_to_be_quiet(
    folder: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch, quiet: bool
) -> None:
    assert batch(folder, "whole").stderr == ""
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    job = Job(PACK, None, dt.date(2026, 1, 1))
    options = {"dated": True, "workers": 1, "overwrite": False, "quiet": quiet, "parquet": False}
    run.run_batch([str(folder)], job, folder.parent / "out", **options)
    assert terminal.getvalue().startswith("\rchecking 0/10") is not quiet
    assert bool(terminal.getvalue()) is not quiet


def test_memory_does_not_grow_with_the_reports(tmp_path: Path, reader: Reader) -> None:
    def long_report(path: str) -> dict[str, object]:
        return {**report(path), "resume": "x" * 50_000}

    def peak(count: int) -> int:
        place = tmp_path / str(count) / "in"
        place.mkdir(parents=True)
        for number in range(count):
            (place / f"{number}.txt").write_text(f"{number} of many")
        tracemalloc.start()
        batch(place)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    reader.check = long_report
    peak(10)  # the first run loads templates
    assert peak(250) - peak(50) < 200 * 5_000  # for 10,000 files: 50 MB
