"""Options from a configuration file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from atscheck.cli import cli
from atscheck.config import find_config, load_config
from atscheck.errors import ConfigError


def load(path: Path, text: str) -> dict[str, Any]:
    path.write_text(text, encoding="utf-8")
    return load_config(path, cli)


def test_a_key_holds_for_every_command_that_has_the_option(tmp_path: Path) -> None:
    found = load(tmp_path / "atscheck.toml", 'pack = "mine.toml"\nverbose = true\n')
    assert found["scan"] == {"pack": "mine.toml", "verbose": True}
    assert found["batch"] == {"pack": "mine.toml"}
    assert found["compare"] == {"verbose": True}
    assert found["rules"] == {}


def test_a_command_s_table_wins_over_the_top_level(tmp_path: Path) -> None:
    text = 'color = "never"\nfail-under = 50\n[scan]\nfail-under = 70\nformat = "json"\n'
    found = load(tmp_path / "atscheck.toml", text)
    assert found["scan"] == {"color": "never", "fail_under": 70, "format_": "json"}
    assert found["compare"]["fail_under"] == 50
    assert found["color"] == "never"


def test_a_date_is_taken_as_it_is_written(tmp_path: Path) -> None:
    found = load(tmp_path / "atscheck.toml", "as-of = 2026-01-31\n")
    assert found["scan"]["as_of"] == "2026-01-31"


def test_options_that_may_be_given_several_times_are_lists(tmp_path: Path) -> None:
    found = load(
        tmp_path / "atscheck.toml", 'ignore = ["DA", "cliche"]\nset = ["DA101.months=9"]\n'
    )
    assert found["scan"] == {"ignore": ["DA", "cliche"], "settings": ["DA101.months=9"]}
    assert found["batch"] == found["scan"]


def test_options_in_pyproject(tmp_path: Path) -> None:
    text = '[project]\nname = "x"\n[tool.atscheck.scan]\nfail-on = "error"\n'
    assert load(tmp_path / "pyproject.toml", text)["scan"] == {"fail_on": "error"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fail-undr = 70\n", "there is no option 'fail-undr'; did you mean 'fail-under'?"),
        ("[scan]\nfail_under = 70\n", "[scan] there is no option 'fail_under'"),
        ("[scna]\nfail-under = 70\n", "there is no command 'scna'; did you mean 'scan'?"),
        ("zzz = 1\n", "there is no option 'zzz'; there are: "),
        ("[rules]\npack = 'x'\n", "[rules] there is no option 'pack'"),
        ("fail-under = 'high'\n", "fail-under: 'high' is not a valid float"),
        ("fail-under = 170\n", "fail-under: 170.0 is not in the range"),
        ("format = 'xml'\n", "format: 'xml' is not one of"),
        ("pack = ['a', 'b']\n", "pack: ['a', 'b'] is not a single value; give one value"),
        ("ignore = 'DA'\n", "ignore: 'DA' is not a list; write it like"),
        ("ignore = [1]\n", "ignore: [1] is not a list; write it like"),
        ("config = 'other.toml'\n", "there is no option 'config'"),
        ("help = true\n", "there is no option 'help'"),
        ("fail-under = \n", "not valid TOML"),
    ],
)
def test_what_is_wrong_is_named_with_a_remedy(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path / "atscheck.toml", text)
    message = str(caught.value)
    assert message.startswith(f"{tmp_path / 'atscheck.toml'}: ")
    assert said in message
    assert "; " in message
    assert "\n" not in message


def test_the_nearest_file_is_taken(tmp_path: Path) -> None:
    inner = tmp_path / "a/b"
    inner.mkdir(parents=True)
    (tmp_path / "atscheck.toml").write_text("")
    assert find_config(inner) == tmp_path / "atscheck.toml"
    (tmp_path / "a/pyproject.toml").write_text("[project]\nname = 'not-atscheck'\n")
    assert find_config(inner) == tmp_path / "atscheck.toml"
    (tmp_path / "a/pyproject.toml").write_text("[tool.atscheck]\nverbose = true\n")
    assert find_config(inner) == tmp_path / "a/pyproject.toml"
    (tmp_path / "a/atscheck.toml").write_text("")
    assert find_config(inner) == tmp_path / "a/atscheck.toml"
