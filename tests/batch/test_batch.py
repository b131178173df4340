"""Batches: one outcome for every file, whatever the files do."""

from __future__ import annotations

import csv
import datetime as dt
import json
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

import atscheck
from atscheck.batch.files import find_files
from atscheck.batch.names import report_name
from atscheck.batch.output import COLUMNS, SUMMARIES, begin, csv_line, summary_row
from atscheck.batch.overview import Overview
from atscheck.errors import InputError, OutputError
from tests.support.command import atscheck as run
from tests.test_cli import EXAMPLES, PACK


@dataclass(frozen=True)
class Run:
    """A batch from the command line: its files, its output folder and how it ended."""

    folder: Path
    out: Path
    done: subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("batch") / "in"
    (place / "sub").mkdir(parents=True)
    for name in ("ml-researcher.pdf", "office-administrator.docx"):
        shutil.copy(EXAMPLES / name, place)
    shutil.copy(EXAMPLES / "software-developer.pdf", place / "sub/ml-researcher.pdf")
    (place / "empty.pdf").write_bytes(b"")
    whole = (EXAMPLES / "office-administrator.docx").read_bytes()
    (place / "=broken.docx").write_bytes(whole[: len(whole) // 2])
    (place / "~$lock.docx").write_bytes(b"x")
    for name in ("notes.xlsx", "LICENSE.md", "README.txt"):
        (place / name).write_bytes(b"The terms of use of the files here.")
    (place / "loop").symlink_to(place)
    return place


@pytest.fixture(scope="module")
def batch(folder: Path) -> Run:
    out = folder.parent / "out"
    options = ("--pack", PACK, "-o", str(out), "--workers", "2", "--as-of", "2026-01-01")
    return Run(folder, out, run("batch", str(folder), *options))


def test_a_batch_hears_the_rules_that_are_chosen(folder: Path, tmp_path: Path) -> None:
    chosen = ("--select", "AC,KW", "--ignore", "KW102", "--set", "AC102.statements=99")
    file = str(folder / "office-administrator.docx")
    done = run("batch", file, "--pack", PACK, "-o", str(tmp_path / "out"), *chosen)
    assert done.returncode == 0, done.stderr
    (report,) = (tmp_path / "out/reports").iterdir()
    rules = {finding["rule"] for finding in json.loads(report.read_text())["findings"]}
    assert {"KW101", "AC201"} <= rules
    assert all(rule.startswith(("AC", "KW")) for rule in rules)
    assert not rules & {"KW102", "AC102"}


def test_count_in_is_count_out(batch: Run) -> None:
    assert batch.done.returncode == 3, batch.done.stderr
    assert batch.done.stderr.startswith("passed over: 4 (")
    assert batch.done.stderr.count("\n") == 1
    rows = list(csv.DictReader((batch.out / "summary.csv").read_text("utf-8").splitlines()))
    assert len(rows) == 5
    assert [r["file"] for r in rows] == sorted(r["file"] for r in rows)
    assert {r["error"] for r in rows} == {"", "empty", "corrupt"}
    reports = sorted((batch.out / "reports").iterdir())
    assert reports == sorted(batch.out / row["report"] for row in rows)
    assert sum("error" in json.loads(p.read_text()) for p in reports) == 2
    overview = (batch.out / "overview.txt").read_text()
    assert "not a ranking" in overview
    assert batch.done.stdout.startswith(overview)


def test_batch_report_equals_a_single_scan(batch: Run) -> None:
    batched = json.loads((batch.out / "reports/sub__ml-researcher.pdf.json").read_text())
    file = batch.folder / "sub/ml-researcher.pdf"
    single = atscheck.scan(file, pack=PACK, as_of=dt.date(2026, 1, 1))
    assert batched == json.loads(json.dumps(single.to_dict()))


def test_results_are_not_overwritten_silently(batch: Run) -> None:
    before = (batch.out / "summary.csv").read_bytes()
    again = run("batch", str(batch.folder), "--pack", PACK, "-o", str(batch.out))
    assert again.returncode == 74
    assert "--overwrite" in again.stderr
    assert (batch.out / "summary.csv").read_bytes() == before


def test_overwrite_removes_the_results_of_an_earlier_run_alone(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    kept = tmp_path / "notes.txt"
    names = (*SUMMARIES, "reports/a.json", "reports/a.html")
    results = [tmp_path / name for name in names]
    for path in (kept, *results):
        path.write_text("x")
    with pytest.raises(OutputError, match="--overwrite"):
        begin(tmp_path, {}, overwrite=False)
    assert all(path.exists() for path in results)
    begin(tmp_path, {}, overwrite=True).close()
    assert kept.exists()
    assert not any(path.exists() for path in results)


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
    assert found.passed_over == 4  # a link, notes.xlsx, two files about the folder; no lock file
    with pytest.raises(InputError):
        find_files([str(folder / "none")])


def test_a_file_about_the_folder_is_read_when_named(folder: Path) -> None:
    assert len(find_files([str(folder / "LICENSE.md")]).paths) == 1


def test_a_summary_line_holds_one_file_and_no_formula() -> None:
    failure = atscheck.Failure("=1+1.pdf", "corrupt", 'the "file", is torn', "export it again")
    line = csv_line(summary_row(failure.to_dict(), "reports/1.json"), COLUMNS)
    (row,) = csv.reader([line])
    assert len(row) == len(COLUMNS)
    assert row[0] != "=1+1.pdf"
    assert row[0].endswith("=1+1.pdf")


def test_the_overview_counts_and_shortens() -> None:
    overview = Overview()
    overview.add({"error": {"code": "empty"}})
    coverage = {"must": {"coverage": 1.0}, "good": {"coverage": 0.0}}
    term = {"term": "PyTorch | " * 12, "tier": "must", "status": "missing"}
    overview.add({"score": coverage, "keywords": [term], "findings": []})
    overview.add({"score": None})
    text = "\n".join(overview.lines("Target"))
    assert text.startswith("3 files against Target: 2 read, 1 not")
    assert "80-100 %      1" in text
    assert "PyTorch …" in text
    assert max(map(len, text.splitlines())) <= 80


def test_report_names_never_collide() -> None:
    taken: Counter[str] = Counter()
    paths = ("a/b.pdf", "a__b-3.pdf", "a__b.pdf", "A__B.pdf", "a/b.pdf")
    names = [report_name(Path(p), None, taken) for p in paths]
    assert len({n.casefold() for n in names}) == 5
    assert all("/" not in n for n in names)


def test_the_overview_tells_nothing_of_persons_dates_and_gaps() -> None:
    overview = Overview()
    score = {"must": {"coverage": 0.5}, "good": {"coverage": 0.5}}
    findings = [
        {"rule": code, "name": code.lower()} for code in ("PI100", "DA101", "DA301", "AC201")
    ]
    overview.add({"score": score, "keywords": [], "findings": findings})
    shown = "\n".join(overview.lines("t"))
    assert "AC201" in shown
    assert "PI100" not in shown
    assert "DA" not in shown
