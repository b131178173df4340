"""The command ``atscheck diff``: its inputs, formats and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command import atscheck
from tests.test_versions import OLD, POSTING


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two versions, of which the new one lacks a must-have and a good-to-have keyword."""
    (tmp_path / "job.txt").write_text(POSTING)
    (tmp_path / "old.txt").write_text(OLD)
    (tmp_path / "new.txt").write_text(OLD.replace(", Redis", "").replace("Docker ", ""))
    (tmp_path / "less.txt").write_text(OLD.replace(", Redis", ""))
    return tmp_path


def test_text_fits_80_columns_and_a_screen(folder: Path) -> None:
    done = atscheck("diff", "old.txt", "new.txt", "--job", "job.txt", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "old.txt → new.txt against Backend Developer"
    assert max(map(len, lines)) <= 80
    assert len(lines) < 40
    assert "- keyword        Docker  must-have" in done.stdout
    assert "\x1b" not in done.stdout


def test_formats_and_output_file(folder: Path) -> None:
    arguments = ("diff", "old.txt", "new.txt", "--job", "job.txt", "--as-of", "2026-01-01")
    data = json.loads(atscheck(*arguments, "--format", "json", cwd=folder).stdout)
    assert data["schema"] == "atscheck.diff/1"
    assert data["old"]["as_of"] == data["new"]["as_of"] == "2026-01-01"
    assert [k["term"] for k in data["keywords"]["lost"]] == ["Docker", "Redis"]
    done = atscheck(*arguments, "--format", "markdown", "-o", "diff.md", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert "\n## Lost\n" in (folder / "diff.md").read_text("utf-8")
    assert "was “" in atscheck(*arguments, "-v", cwd=folder).stdout


def test_rules_are_chosen(folder: Path) -> None:
    arguments = ("diff", "old.txt", "old.txt", "--job", "job.txt")
    assert "AC201" in atscheck(*arguments, cwd=folder).stdout
    assert "AC201" not in atscheck(*arguments, "--ignore", "AC2", cwd=folder).stdout
    assert "PA114" not in atscheck(*arguments, "--select", "AC", cwd=folder).stdout
    assert atscheck(*arguments, "--ignore", "AX1", cwd=folder).returncode == 2


def test_the_same_file_twice_is_no_difference(folder: Path) -> None:
    done = atscheck("diff", "old.txt", "old.txt", "--pack", "machine-learning-research", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "No difference: both versions say the same." in done.stdout


@pytest.mark.parametrize("names", [("old.txt", "-"), ("-", "old.txt")])
def test_either_version_is_standard_input(folder: Path, names: tuple[str, str]) -> None:
    new = (folder / "new.txt").read_bytes()
    done = atscheck("diff", *names, "--job", "job.txt", stdin=new, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "standard input" in done.stdout.splitlines()[0]
    assert ("- keyword        Docker" in done.stdout) == (names[1] == "-")


def test_the_posting_is_standard_input(folder: Path) -> None:
    job = POSTING.encode()
    done = atscheck("diff", "old.txt", "new.txt", "--job", "-", stdin=job, cwd=folder)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("-", "-", "--job", "job.txt"),
        ("-", "old.txt", "--job", "-"),
        ("old.txt", "new.txt"),
        ("old.txt", "new.txt", "--job", "job.txt", "--pack", "machine-learning-research"),
        ("old.txt", "--job", "job.txt"),
        ("old.txt", "new.txt", "--pack", "no-such-pack"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(folder: Path, arguments: tuple[str, ...]) -> None:
    done = atscheck("diff", *arguments, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("names", [("bad.pdf", "old.txt"), ("old.txt", "bad.pdf")])
def test_a_version_that_cannot_be_read_is_one_line_and_exit_3(
    folder: Path, names: tuple[str, str]
) -> None:
    (folder / "bad.pdf").write_bytes(b"")
    done = atscheck("diff", *names, "--job", "job.txt", cwd=folder)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("error: bad.pdf: ")
    assert done.stderr.count("\n") == 1


def test_a_lost_must_have_decides_the_exit_code_only_on_request(folder: Path) -> None:
    target = ("--job", "job.txt", "--fail-on-loss")
    assert atscheck("diff", "old.txt", "new.txt", *target[:2], cwd=folder).returncode == 0
    lost = atscheck("diff", "old.txt", "new.txt", *target, cwd=folder)
    assert lost.returncode == 1
    assert lost.stderr == "new.txt: must-have keywords lost: Docker\n"
    assert atscheck("diff", "old.txt", "new.txt", *target, "-q", cwd=folder).stderr == ""
    for names in (("old.txt", "less.txt"), ("new.txt", "old.txt"), ("new.txt", "new.txt")):
        assert atscheck("diff", *names, *target, cwd=folder).returncode == 0


def test_a_flag_wins_over_the_other_target_of_the_configuration(folder: Path) -> None:
    (folder / "atscheck.toml").write_text('pack = "machine-learning-research"\n')
    done = atscheck("diff", "old.txt", "new.txt", "--job", "job.txt", cwd=folder)
    assert done.stdout.splitlines()[0].endswith("against Backend Developer")


def test_what_a_version_silences_and_nobody_knows_is_told(folder: Path) -> None:
    (folder / "new.txt").write_text(f"# atscheck: ignore zzz\n{OLD}")
    done = atscheck("diff", "old.txt", "new.txt", "--job", "job.txt", cwd=folder)
    assert done.stderr == ("new.txt: its own text wants rule 'zzz' silent, and there is none\n")
