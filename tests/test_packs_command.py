"""``atscheck packs`` and ``--pack auto``, as they are typed."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from atscheck.skills import load_pack
from atscheck.skills.packs import KEYS
from tests.support.command import atscheck

ROOT = Path(__file__).parents[1]
RESUME = "examples/ml-researcher.pdf"
PACK = "machine-learning-research"


def test_packs_are_found_by_words() -> None:
    lines = atscheck("packs", "list", "machine", "pytorch").stdout.splitlines()
    assert PACK in {line.split()[0] for line in lines}
    nothing = atscheck("packs", "list", "machine", "zymurgy")
    assert (nothing.returncode, nothing.stdout, nothing.stderr.count("\n")) == (1, "", 1)


def test_the_pack_that_fits_is_chosen_and_said_why() -> None:
    done = atscheck("scan", RESUME, "--pack", "auto", "--format", "json")
    assert json.loads(done.stdout)["target"]["name"] == PACK
    assert done.stderr.startswith(f"{RESUME}: fits {PACK} best (")
    assert atscheck("--quiet", "scan", RESUME, "--pack", "auto").stderr == ""


def test_where_no_pack_fits_it_is_said(tmp_path: Path) -> None:
    resume = tmp_path / "cv.txt"
    resume.write_text("Ana Example\nana@example.org\n\nEXPERIENCE\n- Did nothing much.\n")
    done = atscheck("scan", str(resume), RESUME, "--pack", "auto", "--blind")
    assert done.returncode == 3
    assert "no pack fits this resume; name the one" in done.stderr
    assert "cv.txt" not in done.stderr
    assert "Machine Learning" in done.stdout


@pytest.mark.parametrize("command", [["batch", "examples", "-o", "out"], ["diff", RESUME, RESUME]])
def test_elsewhere_no_pack_is_chosen(command: list[str]) -> None:
    done = atscheck(*command, "--pack", "auto")
    assert done.returncode == 2
    assert "name one" in done.stderr


def test_a_pack_is_made_of_postings(tmp_path: Path) -> None:
    made = tmp_path / "my-role.toml"
    texts = (
        "Requirements: Python, Docker and SQL.",
        "You need Python and SQL.",
        "Requirements: Kubernetes.",
    )
    jobs = []
    for number, text in enumerate(texts):
        jobs.append(str(tmp_path / f"{number}.txt"))
        Path(jobs[-1]).write_text(f"Developer\n\nRequirements\n{text}\n")
    done = atscheck("packs", "new", "my-role", "--from-jobs", *jobs, "-o", str(made))
    assert (done.returncode, done.stderr) == (0, "")
    pack = load_pack(made)
    assert {k.name for k in pack.keywords} == {"Python", "SQL"}
    assert pack.sources == tuple(f"job description: {job}" for job in jobs)
    assert atscheck("packs", "new", "my-role", "--from-jobs").returncode == 2
    assert atscheck("packs", "new", "my-role", *jobs).returncode == 2


POSTING = """Bakery Manager

{} runs three bakeries and looks for a manager of its largest shop.

What you bring
- {} years of experience in food safety and HACCP
- inventory management and staff scheduling
- {}

Nice to have
- {}
"""


def test_the_ten_minutes_of_the_documentation(tmp_path: Path) -> None:
    texts = [
        POSTING.format("Crumb Ltd", "Three", "Excel, budgeting", "sourdough baking, menu costing"),
        POSTING.format("Loaf and Sons", "Two", "budgeting, recruitment", "sourdough baking"),
        POSTING.format("Rye Ltd", "Five", "Excel and profit and loss", "visual merchandising"),
    ]
    for number, text in enumerate(texts):
        (tmp_path / f"posting-{number}.txt").write_text(text)
    resume = tmp_path / "cv.txt"
    resume.write_text(
        "Ana Example\nana@example.org\n\nEXPERIENCE\nBakery Manager, Example Ltd, 2020 - present\n"
        "- Passed 6 food safety audits in a row under HACCP.\n"
        "- Cut waste by 12% through inventory management.\n"
    )
    told = (ROOT / "docs/packs.md").read_text(encoding="utf-8")
    block = re.search(r"```\n(atscheck packs new [^`]*posting-\*[^`]*)```", told)
    assert block is not None
    for command in block[1].splitlines():
        words = [
            part
            for word in command.split()[1:]
            for part in (sorted(p.name for p in tmp_path.glob(word)) if "*" in word else [word])
        ]
        done = atscheck(*words, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
    pack = load_pack(tmp_path / "bakery-manager.toml")
    must = {keyword.name for keyword in pack.keywords if keyword.tier == "must"}
    assert {"food safety", "HACCP", "inventory management"} <= must
    assert "visual merchandising" not in {keyword.name for keyword in pack.keywords}
    report = atscheck(
        "scan", "cv.txt", "--pack", "bakery-manager.toml", "--format", "json", cwd=tmp_path
    )
    keywords = json.loads(report.stdout)["keywords"]
    found = {keyword["term"] for keyword in keywords if keyword["status"] == "found"}
    assert found >= {"food safety", "HACCP", "inventory management"}


def test_a_pack_is_built_on_another(tmp_path: Path) -> None:
    made = tmp_path / "my-lab.toml"
    assert atscheck("packs", "new", "my-lab", "--extends", PACK, "-o", str(made)).returncode == 0
    assert [k.name for k in load_pack(made).keywords] == [k.name for k in load_pack(PACK).keywords]
    assert atscheck("packs", "new", "my-lab", "--extends", "nothing").returncode == 2


def test_packs_have_figures() -> None:
    lines = atscheck("packs", "check", PACK, PACK, "--stats").stdout.splitlines()
    assert lines[-1].split()[-2:] == ["100", "%"]


def test_packs_have_a_schema_for_editors() -> None:
    schema = json.loads(atscheck("packs", "schema").stdout)
    check = Draft202012Validator(schema)
    for path in (ROOT / "keywords/packs").glob("*.toml"):
        check.validate(tomllib.loads(path.read_text(encoding="utf-8")))
    assert set(schema["properties"]) == set(KEYS)
