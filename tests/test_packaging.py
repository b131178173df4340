"""The wheel holds the keyword data, and the installed package finds it."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        importlib.util.find_spec("hatchling") is None, reason="hatchling is not installed"
    ),
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (built,) = place.glob("*.whl")
    return built


def run(*arguments: str, cwd: Path, path: Path | None) -> str:
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    if path is not None:
        env["PYTHONPATH"] = str(path)
    done = subprocess.run(
        [sys.executable, *arguments], cwd=cwd, env=env, check=True, capture_output=True, text=True
    )
    return done.stdout


def test_wheel_holds_code_and_data_at_their_places(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "atscheck/keywords/packs/machine-learning-research.toml" in names
    assert any(n.startswith("atscheck/keywords/lexicon/") for n in names)
    assert "atscheck/py.typed" in names
    assert "atscheck/models/english/tagger/model" in names
    assert "atscheck/models/english/LICENSE.txt" in names
    assert "atscheck/models/postings/marks_1/model" in names
    assert "atscheck/models/postings/LICENSE.txt" in names
    assert not any(n.startswith(("keywords/", "src/", "tests/", "training/")) for n in names)
    assert "atscheck/checks/keywords/missing.py" in names
    assert not any(n.startswith("atscheck/keywords/") and n.endswith(".py") for n in names)


def test_installed_package_lists_the_same_packs(wheel: Path, tmp_path: Path) -> None:
    site, empty = tmp_path / "site", tmp_path / "empty"
    empty.mkdir()
    zipfile.ZipFile(wheel).extractall(site)
    where = run("-c", "import atscheck; print(atscheck.__file__)", cwd=empty, path=site)
    assert where.startswith(str(site))
    packed = run("-m", "atscheck", "packs", "list", cwd=empty, path=site)
    assert packed == run("-m", "atscheck", "packs", "list", cwd=empty, path=None)
    assert "machine-learning-research" in packed
