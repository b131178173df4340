"""Results as Parquet: the columns, the rows, and the file that holds them."""

from __future__ import annotations

import csv
import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import atscheck
from atscheck.batch import parquet
from atscheck.batch.overview import Overview
from atscheck.errors import OutputError
from tests.support.command import atscheck as run
from tests.test_cli import EXAMPLES, PACK

pa = pytest.importorskip("pyarrow", reason="needs atscheck[parquet]")
pq = pytest.importorskip("pyarrow.parquet", reason="needs atscheck[parquet]")

AGAINST = parquet.Against("Machine Learning Research", dt.date(2026, 1, 1))


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    path = EXAMPLES / "office-administrator.docx"
    return atscheck.scan(path, pack=PACK, as_of=AGAINST.as_of).to_dict()


def failure(path: str = "b.pdf") -> dict[str, Any]:
    return atscheck.Failure(path, "corrupt", "it is damaged", "save it again").to_dict()


def table(tmp_path: Path, *outcomes: dict[str, Any]) -> list[dict[str, Any]]:
    path = tmp_path / "results.parquet"
    rows = [parquet.row(data, AGAINST) for data in outcomes]
    assert parquet.write_results(path, rows) == len(outcomes)
    found: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return found


def test_a_report_keeps_its_keywords_and_findings(tmp_path: Path, report: dict[str, Any]) -> None:
    (row,) = table(tmp_path, report)
    assert (row["path"], row["sha256"]) == (report["file"]["path"], report["file"]["sha256"])
    assert row["as_of"] == AGAINST.as_of
    assert row["target"] == AGAINST.target
    assert row["must_coverage"] == report["score"]["must"]["coverage"]
    assert row["error"] is None
    names = ("term", "tier", "group", "status", "in_context", "literal")
    assert row["keywords"] == [{n: k[n] for n in names} for k in report["keywords"]]
    assert {o["term"] for o in row["other_keywords"]} == {
        o["term"] for o in report["other_keywords"]
    }
    assert "overall" not in str(pq.read_schema(tmp_path / "results.parquet"))


def test_persons_and_dates_stay_in_the_report(tmp_path: Path, report: dict[str, Any]) -> None:
    private = {"rule": "PI100", "name": "photo", "severity": "info", "page": 1, "line": 1}
    (row,) = table(tmp_path, {**report, "findings": [*report["findings"], private]})
    rules = [f["rule"] for f in row["findings"]]
    assert rules
    assert not any(rule.startswith(("PI", "DA")) for rule in rules)


def test_a_failure_has_a_row_with_code_and_hint(tmp_path: Path) -> None:
    (row,) = table(tmp_path, failure())
    told = {key: value for key, value in row.items() if value is not None}
    assert told == {
        "path": "b.pdf", "target": AGAINST.target, "as_of": AGAINST.as_of,
        "atscheck": atscheck.__version__, "error": "corrupt", "message": "it is damaged",
        "hint": "save it again",
    }  # fmt: skip


def test_a_name_that_is_no_text_has_its_row(tmp_path: Path) -> None:
    (row,) = table(tmp_path, failure("cv-\udcff.pdf"))
    assert row["path"] == r"cv-\udcff.pdf"


def test_what_is_not_scored_misses_no_keyword(tmp_path: Path, report: dict[str, Any]) -> None:
    (row,) = table(tmp_path, {**report, "score": None, "not_scored": "letters are lost"})
    assert row["keywords"] is None
    assert row["not_scored"] == "letters are lost"


def test_rows_are_taken_and_written_a_group_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "ROWS", 10)
    path = tmp_path / "r.parquet"
    rows = (parquet.row(failure(f"{number}.pdf"), AGAINST) for number in range(25))
    assert parquet.write_results(path, rows) == 25
    footer = pq.read_metadata(path)
    assert [footer.row_group(n).num_rows for n in range(footer.num_row_groups)] == [10, 10, 5]
    assert footer.metadata[b"atscheck.schema"] == parquet.VERSION.encode()


def test_the_same_rows_are_the_same_bytes(report: dict[str, Any]) -> None:
    rows = [parquet.row(data, AGAINST) for data in (report, failure())]
    assert parquet.to_bytes(rows, {"a": "b"}) == parquet.to_bytes(rows, {"a": "b"})


def test_a_file_that_cannot_be_written_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "results.parquet"
    path.write_bytes(b"before")

    def rows() -> Iterator[dict[str, Any]]:
        yield parquet.row(failure(), AGAINST)
        raise OSError(28, "No space left on device")

    with pytest.raises(OutputError, match="No space left"):
        parquet.write_results(path, rows())
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_batch_writes_the_rows_of_its_summary(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "cv.docx").write_bytes((EXAMPLES / "office-administrator.docx").read_bytes())
    options = ("--pack", PACK, "--as-of", "2026-01-01", "--workers", "1", "--parquet")
    done = run("batch", str(folder), "-o", str(tmp_path / "out"), *options)
    assert done.returncode == 3, done.stderr
    lines = (tmp_path / "out/summary.csv").read_text("utf-8").splitlines()
    rows = pq.read_table(tmp_path / "out/results.parquet").to_pylist()
    summary = list(csv.DictReader(lines))
    assert [r["path"] for r in rows] == [line["file"] for line in summary]
    assert [r["error"] or "" for r in rows] == [line["error"] for line in summary]
    for name in ("words", "must_found", "must_coverage", "statements", "warnings"):
        shown = ["" if r[name] is None else str(r[name]) for r in rows]
        assert shown == [line[name] for line in summary]


def test_overviews_add_up(report: dict[str, Any]) -> None:
    outcomes = [report, failure(), {**report, "score": None}, report]
    whole, parts = Overview(), Overview()
    for data in outcomes:
        whole.add(data)
        part = Overview()
        part.add(data)
        parts.add_values(part.to_values())
    assert list(parts.lines("t")) == list(whole.lines("t"))
    assert parts.to_values() == whole.to_values()


def test_without_pyarrow_it_is_said_how_to_get_it(tmp_path: Path) -> None:
    code = "import sys; sys.modules['pyarrow'] = None; from atscheck.cli import main; main()"
    options = ("batch", str(EXAMPLES), "--pack", PACK, "-o", str(tmp_path / "o"), "--parquet")
    done = subprocess.run(
        [sys.executable, "-c", code, *options], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "pip install 'atscheck[parquet]'" in done.stderr
    assert not (tmp_path / "o").exists()
