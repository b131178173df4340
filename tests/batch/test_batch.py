"""Batches: one outcome for every file, whatever the files do."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

import atscheck
from atscheck.batch.files import find_files
from atscheck.batch.output import report_name
from atscheck.errors import InputError
from tests.test_cli import EXAMPLES, PACK
from tests.test_cli import atscheck as run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "in"
    (place / "sub").mkdir(parents=True)
    for name in ("ml-researcher.pdf", "office-administrator.docx"):
        shutil.copy(EXAMPLES / name, place)
    shutil.copy(EXAMPLES / "software-developer.pdf", place / "sub/ml-researcher.pdf")
    (place / "empty.pdf").write_bytes(b"")
    whole = (EXAMPLES / "office-administrator.docx").read_bytes()
    (place / "=broken.docx").write_bytes(whole[: len(whole) // 2])
    (place / "~$lock.docx").write_bytes(b"x")
    (place / "notes.xlsx").write_bytes(b"x")
    return place


def test_count_in_is_count_out(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run("batch", str(folder), "--pack", PACK, "-o", str(out), "--workers", "2")
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    rows = list(csv.DictReader((out / "summary.csv").read_text("utf-8").splitlines()))
    assert len(rows) == 5
    assert [r["file"] for r in rows] == sorted(r["file"] for r in rows)
    assert {r["error"] for r in rows} == {"", "empty", "corrupt"}
    reports = sorted((out / "reports").iterdir())
    assert len(reports) == 5
    assert sum("error" in json.loads(p.read_text()) for p in reports) == 2
    assert "not a ranking" in (out / "overview.txt").read_text()


def test_results_are_not_overwritten_silently(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch = ("batch", str(folder / "sub"), "--pack", PACK, "-o", str(out))
    assert run(*batch).returncode == 0
    again = run(*batch)
    assert again.returncode == 74
    assert "--overwrite" in again.stderr
    assert run(*batch, "--overwrite").returncode == 0


def test_batch_report_equals_a_single_scan(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    file = folder / "ml-researcher.pdf"
    run("batch", str(file), "--pack", PACK, "-o", str(out), "--as-of", "2026-01-01")
    batched = json.loads((out / "reports").joinpath(next((out / "reports").iterdir())).read_text())
    single = run("scan", str(file), "--pack", PACK, "--format", "json", "--as-of", "2026-01-01")
    assert batched == json.loads(single.stdout)


def test_python_batch_yields_reports_and_failures(folder: Path) -> None:
    paths = [folder / "ml-researcher.pdf", folder / "empty.pdf"]
    good, bad = atscheck.batch(paths, pack=PACK)
    assert isinstance(good, atscheck.Report)
    assert good.score is not None
    assert isinstance(bad, atscheck.Failure)
    assert bad.code == "empty"


def test_find_files_is_ordered_and_unique(folder: Path) -> None:
    found = find_files([str(folder), str(folder / "*.pdf"), str(folder / "empty.pdf")])
    assert len(found.paths) == len(set(found.paths)) == 5
    assert list(found.paths) == sorted(found.paths)
    assert found.passed_over == 1  # notes.xlsx; Word's lock file is not counted
    with pytest.raises(InputError):
        find_files([str(folder / "none")])


def test_links_to_folders_are_not_followed(folder: Path) -> None:
    (folder / "loop").symlink_to(folder)
    assert len(find_files([str(folder)]).paths) == 5


def test_report_names_never_collide() -> None:
    taken: set[str] = set()
    names = [report_name(Path(p), None, taken) for p in ("a/b.pdf", "a__b.pdf", "A__B.pdf")]
    assert len({n.casefold() for n in names}) == 3
    assert all("/" not in n for n in names)
