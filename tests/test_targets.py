"""The benchmark of every target: its files, its lines, its measure."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from atscheck import documents
from benchmarks import runs, targets
from benchmarks.resumes import make_resumes
from benchmarks.rounds import ratios
from benchmarks.targets import Line


def test_made_resumes_are_whole_and_the_same_in_every_run(tmp_path: Path) -> None:
    one, other = (make_resumes(tmp_path, 2) for _ in range(2))
    first, second = (path.read_bytes() for path in one)
    assert first != second
    assert first == other[0].read_bytes()
    read = documents.read(one[0])
    assert (len(read.pages), read.losses) == (2, ())
    assert len(read.text.split()) > 400


@pytest.mark.parametrize(
    ("line", "met", "shown"),
    [
        (Line("a", 2.0, 3), True, "2.00 x  <= 3 x      met"),
        (Line("a", 3.5, 3), False, "NOT MET"),
        (Line("a", 1.9, 1.8, least=True), True, ">= 1.8 x"),
        (Line("a", 1.7, 1.8, least=True), False, "NOT MET"),
        (Line("a", None, 50, "MiB", note="no /proc"), None, "<= 50 MiB   skipped  no /proc"),
    ],
)
def test_a_line_says_whether_its_target_is_met(line: Line, met: bool | None, shown: str) -> None:
    assert line.met is met
    assert shown in str(line)


def test_a_ratio_is_of_interleaved_runs() -> None:
    order: list[str] = []

    def run(name: str, seconds: float) -> None:
        order.append(name)
        time.sleep(seconds)

    found = ratios(lambda: run("base", 0.001), {"slow": lambda: run("slow", 0.05)}, 3)
    assert order == ["base", "slow"] * 3
    assert found["slow"].wall > 1


def test_what_cannot_be_measured_is_skipped_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "find_spec", lambda name: None)
    with pytest.raises(runs.SkippedError, match="distributed is not installed"):
        runs.dask(tmp_path)


def test_both_contenders_find_keywords(tmp_path: Path) -> None:
    pytest.importorskip("ahocorasick")
    (path,) = make_resumes(tmp_path, 1)
    assert targets.yardstick(path)
    assert '"schema": "atscheck.report/1"' in str(targets.scan(path))
