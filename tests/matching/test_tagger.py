"""The shipped tagger: what it is made of, what it says, and that it is asked only in doubt."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from atscheck.data import load_words
from atscheck.matching.tagger import parts_of_speech
from atscheck.skills.lexicon import load_lexicon
from tests.matching.test_design import run

FOLDER = Path(str(files("atscheck"))) / "models/english"


def best(words: str, index: int) -> str:
    likely = parts_of_speech(words.split(), index)
    return max(likely, key=lambda tag: likely[tag])


def test_files_are_small_and_no_pickle() -> None:
    names = {str(p.relative_to(FOLDER)) for p in FOLDER.rglob("*") if p.is_file()}
    assert names == {
        "LICENSE.txt", "README.md", "config.cfg", "meta.json", "tagger/cfg", "tagger/model",
    }  # fmt: skip
    assert sum((FOLDER / name).stat().st_size for name in names) < 4_000_000
    # A pickle starts with 0x80 and its protocol; MessagePack with a map of few keys.
    assert (FOLDER / "tagger/model").read_bytes()[0] & 0xF0 == 0x80
    assert not (FOLDER / "tagger/model").read_bytes().startswith((b"\x80\x04", b"\x80\x05"))


def test_licence_of_the_data_is_named() -> None:
    assert "Attribution-ShareAlike 4.0" in (FOLDER / "LICENSE.txt").read_text("utf-8")
    meta = json.loads((FOLDER / "meta.json").read_text("utf-8"))
    assert meta["license"] == "CC BY-SA 4.0"
    assert meta["sources"][0]["name"] == "UD English EWT"
    assert meta["performance"]["test"] > 0.92


@pytest.mark.parametrize(
    ("words", "index", "tag"),
    [
        ("Managed a team of five engineers", 0, "VERB"),
        ("Managed a team of five engineers", 3, "ADP"),
        ("• Wrote weekly reports for the board", 3, "NOUN"),
        ("A quick answer to every customer", 1, "ADJ"),
    ],
)
def test_tells_words_of_a_statement(words: str, index: int, tag: str) -> None:
    assert best(words, index) == tag


def test_probabilities_sum_to_one_and_depend_on_near_words_only() -> None:
    near = "with a quick answer to every customer in town".split()
    likely = parts_of_speech(near, 4)
    assert sum(likely.values()) == pytest.approx(1, abs=1e-4)
    assert parts_of_speech(["Far", "away", *near, "and", "beyond"], 6) == likely


def test_is_loaded_only_when_asked() -> None:
    code = (
        "from atscheck.matching import context, matcher, models\n"
        "from atscheck.matching.matcher import find_terms\n"
        "from atscheck.documents.assemble import from_text\n"
        "from atscheck.resume import parse\n"
        "find_terms(parse(from_text('SKILLS\\nPython, SQL, Docker\\n')).passages)\n"
        "assert models.load_model.cache_info().currsize == 0\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("Spark", "Spark the curiosity of Python beginners"),
        ("Harness", "Harness the power of Python for good"),
        ("Sketch", "Sketch new layouts in Figma"),
        ("Bootstrap", "Bootstrap a team of Java developers"),
        ("Rally", "Rally the team around SQL"),
        ("Canvas", "Canvas the district"),
        ("Elastic", "Elastic response to peaks"),
    ],
)
def test_verb_is_no_tool(keyword: str, text: str) -> None:
    assert run(keyword, text).status == "missing"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Bootstrap pages in HTML", "found"),
        ("Bootstrap pages for the shop", "ambiguous"),
    ],
)
def test_name_counts_together_with_what_is_known_only(text: str, status: str) -> None:
    assert run("Bootstrap", text).status == status


def test_adjective_in_capitals_inside_a_line_is_a_name() -> None:
    assert run("Elastic", "Developed Elastic applications for Linux").status == "found"


@pytest.mark.parametrize(
    ("keyword", "text", "status"),
    [
        ("Excel", "Strong Desire To Excel", "missing"),
        ("Excel", "Ability To Excel Under Pressure", "missing"),
        ("React", "Ability To React Quickly To Change", "missing"),
        ("React", "HTML CSS React Express Swift Sketch", "found"),
        ("Express", "HTML CSS React Express Swift Sketch", "found"),
        ("Slack", "Chat Slack Zoom Teams", "found"),
        ("Excel", "Advanced Excel Knowledge", "found"),
    ],
)
def test_titles_in_a_list_of_skills(keyword: str, text: str, status: str) -> None:
    assert run(keyword, text, "skills").status == status


VERBS = sorted(
    {v.capitalize() for v in load_words("context")["verbs"]} & load_lexicon().terms.keys()
)


@pytest.mark.parametrize("keyword", VERBS)
def test_each_verb_is_told_from_its_tool(keyword: str) -> None:
    assert run(keyword, f"{keyword} the team towards a goal with Python").status == "missing"
    assert run(keyword, f"Wanted To {keyword} The Work Of Java Teams").status == "missing"
    assert run(keyword, f"Experience with {keyword} and Docker").status == "found"
