"""Tables made of the keyword data beforehand: current, and never used when they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from atscheck import compiled, data
from atscheck.compiled import SortedRows, as_text, load_rows
from atscheck.data import FOLDER, data_root
from atscheck.matching.docs import Words
from atscheck.matching.tables import TermIndex, load_index
from atscheck.matching.tokens import tokenize
from atscheck.skills.lexicon import load_lexicon, read_lexicon
from training.tables import TABLES, text_of


@pytest.mark.parametrize("name", TABLES)
def test_a_shipped_table_is_what_the_data_gives(name: str) -> None:
    shipped = data_root().joinpath(FOLDER, f"{name}.txt").read_text(encoding="utf-8")
    assert shipped == text_of(name), "run make tables"


def test_every_shipped_table_is_known() -> None:
    names = {path.name for path in data_root().joinpath(FOLDER).iterdir()}
    assert names == {f"{name}.txt" for name in TABLES}


def test_the_tables_hold_the_lexicon() -> None:
    loaded, written = load_lexicon(), read_lexicon()
    assert list(loaded.terms.items()) == list(written.terms.items())
    assert dict(loaded.surfaces) == dict(written.surfaces)
    assert "no such term" not in loaded.terms
    assert "no such surface" not in loaded.surfaces


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of keyword data with one table, which was made of that data."""
    for name in ("lexicon", "words", FOLDER):
        (tmp_path / name).mkdir()
    (tmp_path / "lexicon/one.toml").write_text("a = 1")
    monkeypatch.setattr(compiled, "data_root", lambda: tmp_path)
    monkeypatch.setattr(compiled, "table_names", lambda name: ("one",) * (name == "lexicon"))
    monkeypatch.setattr(compiled, "fingerprint", compiled.fingerprint.__wrapped__)
    (tmp_path / FOLDER / "t.txt").write_text(as_text(["shipped"]))
    return tmp_path


def test_a_table_is_read_from_its_file(folder: Path) -> None:
    assert load_rows("t", lambda: ["made"]) == ["shipped"]


def test_a_table_of_other_data_is_made_anew(folder: Path) -> None:
    (folder / "lexicon/one.toml").write_text("a = 2")
    assert load_rows("t", lambda: ["made"]) == ["made"]


@pytest.mark.parametrize("text", [None, "", "shipped\n"])
def test_a_table_that_is_missing_or_no_table_is_made_anew(folder: Path, text: str | None) -> None:
    path = folder / FOLDER / "t.txt"
    path.unlink() if text is None else path.write_text(text)
    assert load_rows("t", lambda: ["made"]) == ["made"]


def test_a_table_without_rows_has_none(folder: Path) -> None:
    (folder / FOLDER / "t.txt").write_text(as_text([]))
    assert load_rows("t", lambda: ["made"]) == []


def test_rows_are_found_by_their_whole_key() -> None:
    rows = SortedRows.made(sorted(["a\t1", "a b\t2", "ab\t3", "a\t4", "ä\t5"]))
    assert [list(rows.of(key)) for key in ("a", "ab", "ä", "b", "")] == [
        ["1", "4"], ["3"], ["5"], [], [],
    ]  # fmt: skip


def test_phrases_of_a_table_are_found_as_those_made_now() -> None:
    made = TermIndex.of(read_lexicon().terms)
    assert made.vocabulary == load_index().vocabulary
    text = "Led code reviews and machine-learning project with React, Node.js, k8s & R&D in C++"
    words = Words.of(tokenize(text, made.vocabulary))
    found, again = (set(index.phrases.find(words)) for index in (made, load_index()))
    assert found == again
    assert len(found) > 5


def test_a_data_file_that_was_changed_is_read_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("packs", "words", FOLDER):
        (tmp_path / name).mkdir()
    (tmp_path / "words/one.toml").write_text("a = 1")
    (tmp_path / "words/two.toml").write_text("a = 1")
    monkeypatch.setattr(data, "data_root", lambda: tmp_path)
    monkeypatch.setattr(data, "_parsed", data._parsed.__wrapped__)
    monkeypatch.setattr(data, "table_names", data.table_names.__wrapped__)
    rows = [row.replace('{"a": 1}', '{"a": "of the table"}') for row in data.parsed_rows()]
    (tmp_path / FOLDER / f"{data.PARSED}.txt").write_text(as_text(rows, ()))
    (tmp_path / "words/two.toml").write_text("a = 2")
    read = data.load_table.__wrapped__
    assert [read("words", name) for name in ("one", "two")] == [{"a": "of the table"}, {"a": 2}]
    (tmp_path / FOLDER / f"{data.PARSED}.txt").unlink()
    assert read("words", "one") == {"a": 1}


@pytest.mark.parametrize("number", [0, 1, 2, 7, 5000])
def test_rows_are_found_in_every_block(number: int) -> None:
    made = sorted(f"{n // 3:x}é\t{n}" for n in range(number))
    rows = SortedRows.made(made)
    assert (list(rows), len(rows)) == (made, number)
    wanted: dict[str, list[str]] = {"": [], "zz": [], "0": []}
    for row in made:
        key, _, value = row.partition("\t")
        wanted.setdefault(key, []).append(value)
    assert {key: list(rows.of(key)) for key in wanted} == wanted
