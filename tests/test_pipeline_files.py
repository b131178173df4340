"""What the project offers to repositories that hold a resume: the hook and the workflow."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from pathlib import Path

import pytest

from atscheck.renderers import RENDERERS
from tests.support.command import atscheck

ROOT = Path(__file__).parents[1]
RESUME = b"# Jo Sample\njo@example.org\n\n## Experience\n\n- Responsible for the budget.\n"


@pytest.fixture
def hook() -> dict[str, str]:
    """The keys of the one hook; its file holds nothing but plain keys and values."""
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    found = re.findall(r"^[- ] (\w+): (.+)$", text, re.MULTILINE)
    assert len(found) == len(dict(found)) == sum(line[:1] in "- " for line in text.splitlines())
    return dict(found)


def test_the_hook_runs_what_the_project_installs(hook: dict[str, str], tmp_path: Path) -> None:
    assert {"id", "name", "entry", "language", "files"} <= hook.keys()
    assert (hook["id"], hook["language"], hook["require_serial"]) == ("atscheck", "python", "true")
    program, *arguments = shlex.split(hook["entry"])
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert program in project["scripts"]
    (tmp_path / "cv.md").write_bytes(RESUME)
    pack = ("--pack", "machine-learning-research")
    assert atscheck(*arguments, *pack, "cv.md", cwd=tmp_path).returncode == 0
    assert (
        atscheck(*arguments, *pack, "--fail-on", "warning", "cv.md", cwd=tmp_path).returncode == 1
    )
    (tmp_path / "atscheck.toml").write_text('pack = "machine-learning-research"\n')
    assert atscheck(*arguments, "cv.md", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("cv.pdf", True),
        ("CV.PDF", True),
        ("docs/resume.md", True),
        ("Jo_Sample_Resume.docx", True),
        ("jo-sample-cv-2026.html", True),
        ("resume2026.txt", True),
        ("my cv.markdown", True),
        ("lebenslauf.pdf", True),
        ("résumé.pdf", True),
        ("cv.tex", False),
        ("opencv.md", False),
        ("cv/posting.txt", False),
        ("resumes.md", False),
        ("recv.txt", False),
    ],
)
def test_the_hook_takes_files_named_like_a_resume(
    hook: dict[str, str], path: str, taken: bool
) -> None:
    assert bool(re.search(hook["files"], path)) is taken


def test_the_example_workflow_does_what_it_says(tmp_path: Path) -> None:
    text = (ROOT / "examples/github-workflow.yml").read_text(encoding="utf-8")
    (tmp_path / "cv.md").write_bytes(RESUME)
    runs = re.findall(r"- run: atscheck (.+)", text)
    shown = [atscheck(*shlex.split(run), cwd=tmp_path) for run in runs]
    assert [done.returncode for done in shown] == [0, 0]
    (sarif,) = re.findall(r"sarif_file: (.+)", text)
    assert json.loads((tmp_path / sarif).read_text())["version"] == "2.1.0"
    assert "::warning file=cv.md,line=6,endLine=6,title=AC201" in shown[1].stdout
    used = re.findall(r"uses: (\S+)", text)
    assert all(re.fullmatch(r"[\w-]+(?:/[\w-]+)+@v\d+", name) for name in used)
    assert text.count("permissions:") == 2
    assert set(re.findall(r"^ +([\w-]+): write", text, re.MULTILINE)) == {"security-events"}


def test_every_format_is_described() -> None:
    text = (ROOT / "docs/formats.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (\w+)$", text, re.MULTILINE)
    assert headings == list(dict.fromkeys(headings))
    assert set(RENDERERS) <= set(headings)
    for name in RENDERERS:
        assert f"| `{name}` |" in text
