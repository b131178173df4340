"""The queries of docs/querying.md, run on a batch of the examples."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.command import atscheck as run
from tests.test_cli import EXAMPLES, PACK

pytest.importorskip("pyarrow", reason="needs atscheck[parquet]")
duckdb = pytest.importorskip("duckdb", reason="needs duckdb")

TEXT = (Path(__file__).parents[1] / "docs/querying.md").read_text("utf-8")
QUERIES = {
    section.partition("\n")[0]: sql
    for section in TEXT.split("\n## ")[1:]
    for sql in re.findall(r"```sql\n(.*?)```", section, re.DOTALL)[:1]
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("querying")
    names = ("ml-researcher.pdf", "office-administrator.docx", "software-developer.pdf")
    (place / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    files = [str(EXAMPLES / name) for name in names]
    options = ("--pack", PACK, "--workers", "1", "--parquet")
    for out, day, inputs in (
        ("results", "2026-01-31", [*files, str(place / "broken.pdf")]),
        ("earlier", "2025-01-31", files[:2]),
    ):
        done = run("batch", *inputs, *options, "--as-of", day, "-o", str(place / out))
        assert done.returncode in {0, 3}, done.stderr
    return place


def rows(folder: Path, title: str, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    monkeypatch.chdir(folder)
    with duckdb.connect() as connection:
        found: list[tuple[Any, ...]] = connection.execute(QUERIES[title]).fetchall()
    return found


def test_every_query_is_tested(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(QUERIES) == 6
    monkeypatch.chdir(folder)
    with duckdb.connect() as connection:
        for sql in re.findall(r"```sql\n(.*?)```", TEXT, re.DOTALL):
            assert connection.execute(sql).fetchall(), sql


def test_outcomes_add_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = rows(folder, "What is in the files", monkeypatch)
    assert sorted((outcome, files) for outcome, files, _ in found)[-1] == ("scored", 3)
    assert sum(files for _, files, _ in found) == 4


def test_missing_must_haves_are_those_of_the_overview(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = rows(folder, "Must-haves that are missing most often", monkeypatch)
    overview = (folder / "results/overview.txt").read_text("utf-8")
    _, _, listed = overview.partition("most often missing\n")
    counts = [int(line.split()[0]) for line in listed.partition("\n\n")[0].splitlines()]
    assert [missing for _, missing, _, _ in found] == counts
    assert {resumes for *_, resumes in found} == {3}


def test_coverage_of_several_runs_is_read_together(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = rows(folder, "Coverage over time", monkeypatch)
    told = [(str(day), Path(name).parent.name, resumes) for day, _, name, resumes, *_ in found]
    assert told == [("2025-01-31", "earlier", 2), ("2026-01-31", "results", 3)]


def test_keywords_by_field_are_the_most_claimed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = rows(folder, "Keywords by field", monkeypatch)
    fields = [field for field, *_ in found]
    assert fields == sorted(fields)
    assert max(map(fields.count, fields)) <= 3


def test_files_to_look_at_again_are_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ((code, _, hint, files, path),) = rows(folder, "Files to look at again", monkeypatch)
    assert (code, files, Path(path).name) == ("corrupt", 1, "broken.pdf")
    assert hint
