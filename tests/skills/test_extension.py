"""Packs that are built on others, and where packs lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from atscheck.errors import PackError
from atscheck.skills import load_pack, pack_names, shelves

BASE = """
schema = 1
name = "base"
title = "Base"
sources = ["read in 2026"]
titles = ["Baker"]
[keywords]
must = ["food safety", "Excel | Google Sheets"]
good = ["budgeting", "inventory management"]
[[groups]]
name = "kitchen"
title = "Kitchen"
weight = 0.6
keywords = ["food safety"]
[[groups]]
name = "office"
title = "Office"
weight = 0.4
keywords = ["Excel", "budgeting", "inventory management"]
[[levels]]
name = "junior"
title = "Junior: helps"
at_least = 1
evidence = ["food safety"]
[[red_flags]]
name = "sales"
severity = "info"
message = "sales are claimed"
advice = "say how many"
pattern = ["increased sales"]
[[phrasing]]
for = ["food safety"]
text = "Kept food safety at {n}."
[[advice]]
question = "How long?"
answer = "One page."
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project's folder, with a home folder of its own for the user."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    (tmp_path / "work/base.toml").write_text(BASE, encoding="utf-8")
    return tmp_path / "work"


def extension(folder: Path, text: str, name: str = "own", base: str = "base.toml") -> Path:
    path = folder / f"{name}.toml"
    head = f'schema = 1\nname = "{name}"\ntitle = "Own"\nextends = "{base}"\n'
    path.write_text(head + text, encoding="utf-8")
    return path


def tiers(path: Path) -> dict[str, str]:
    return {k.name: k.tier for k in load_pack(path).keywords}


def test_keywords_are_added_moved_and_dropped(folder: Path) -> None:
    path = extension(
        folder, '[keywords]\nmust = ["budgeting"]\ngood = ["sourdough"]\ndrop = ["Excel"]\n'
    )
    assert tiers(path) == {
        "food safety": "must", "inventory management": "good", "budgeting": "must",
        "sourdough": "good",
    }  # fmt: skip


def test_the_rest_of_the_base_is_kept(folder: Path) -> None:
    pack = load_pack(extension(folder, '[keywords]\ngood = ["sourdough"]\n'))
    base = load_pack(folder / "base.toml")
    assert (pack.name, pack.title) == ("own", "Own")
    assert pack.groups == base.groups
    assert (pack.levels, pack.red_flags, pack.phrasing) == (
        base.levels, base.red_flags, base.phrasing,
    )  # fmt: skip
    assert (pack.sources, pack.titles, pack.advice) == (base.sources, base.titles, base.advice)
    assert {k.name: k.group for k in pack.keywords}["food safety"] == "kitchen"


def test_the_language_is_the_bases_unless_the_pack_says_one(folder: Path) -> None:
    german = BASE.replace('title = "Base"', 'title = "Base"\nlanguage = "de"')
    (folder / "base.toml").write_text(german, encoding="utf-8")
    assert load_pack(extension(folder, "[keywords]\n")).language == "de"
    assert load_pack(extension(folder, 'language = "en"\n[keywords]\n')).language == "en"


def test_what_lost_its_keywords_is_gone(folder: Path) -> None:
    pack = load_pack(extension(folder, '[keywords]\ndrop = ["food safety"]\n'))
    assert [(g.name, g.weight) for g in pack.groups] == [("office", 1.0)]
    assert pack.phrasing == ()


def test_own_parts_stand_in_the_place_of_the_same_name(folder: Path) -> None:
    flag = '[[red_flags]]\nname = "sales"\nseverity = "warning"\nmessage = "m"\nadvice = "a"\n'
    levels = '[[levels]]\nname = "one"\ntitle = "One"\nat_least = 1\nevidence = ["Excel"]\n'
    pack = load_pack(extension(folder, f'[keywords]\n{flag}pattern = ["sold"]\n{levels}'))
    assert [(f.name, f.severity) for f in pack.red_flags] == [("sales", "warning")]
    assert [level.name for level in pack.levels] == ["one"]


def test_a_mistake_in_the_base_is_told_of_the_base(folder: Path) -> None:
    (folder / "base.toml").write_text(BASE.replace("weight = 0.6", "weight = 0.7"))
    with pytest.raises(PackError, match=r"base\.toml: groups: the weights"):
        load_pack(extension(folder, "[keywords]\n"))


def test_only_a_pack_that_is_built_on_another_drops(folder: Path) -> None:
    (folder / "base.toml").write_text(BASE.replace("[keywords]", '[keywords]\ndrop = ["Excel"]'))
    with pytest.raises(PackError, match='there is no key "drop" here'):
        load_pack(folder / "base.toml")


def test_what_is_dropped_must_be_in_the_base(folder: Path) -> None:
    with pytest.raises(PackError, match=r'drop: "Exel" is no keyword of this pack; .*"Excel"'):
        load_pack(extension(folder, '[keywords]\ndrop = ["Exel"]\n'))


@pytest.mark.parametrize("base", ["own.toml", "./own.toml", "../work/own.toml"])
def test_a_pack_that_leads_back_to_itself_is_refused(folder: Path, base: str) -> None:
    with pytest.raises(PackError, match=r"extends: .* leads back to this pack"):
        load_pack(extension(folder, "[keywords]\n", base=base))


def test_packs_lie_beside_the_project_with_the_user_and_in_atscheck(folder: Path) -> None:
    shipped = pack_names()
    for place, name in ((folder / shelves.BESIDE, "ours"), (shelves.user_folder(), "mine")):
        place.mkdir(parents=True)
        extension(place, "[keywords]\n", name=name, base=shipped[0])
    assert set(pack_names()) == {*shipped, "ours", "mine"}
    assert (
        load_pack("ours").keywords == load_pack("mine").keywords == load_pack(shipped[0]).keywords
    )


def test_a_folder_above_is_the_projects_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / shelves.BESIDE).mkdir()
    (folder / "deep/er").mkdir(parents=True)
    monkeypatch.chdir(folder / "deep/er")
    assert shelves.project_folder() == folder / shelves.BESIDE


def test_a_users_pack_may_stand_before_the_shipped_one_and_build_on_it(folder: Path) -> None:
    name = pack_names()[0]
    shelves.user_folder().mkdir(parents=True)
    before = load_pack(name)
    extension(shelves.user_folder(), '[keywords]\ngood = ["sourdough"]\n', name=name, base=name)
    assert {k.name for k in load_pack(name).keywords} - {k.name for k in before.keywords} == {
        "sourdough"
    }
