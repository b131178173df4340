"""Options from atscheck.toml, or [tool.atscheck] of pyproject.toml, as click's default map."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rapidfuzz import process

from atscheck.errors import ConfigError


def find_config(folder: Path) -> Path | None:
    """The nearest atscheck.toml, or pyproject.toml with [tool.atscheck], in ``folder`` or above."""
    for place in (folder, *folder.parents):
        if (place / "atscheck.toml").is_file():
            return place / "atscheck.toml"
        project = place / "pyproject.toml"
        if project.is_file() and "atscheck" in _read(project).get("tool", {}):
            return project
    return None


def load_config(path: Path, commands: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The file's options by command, for click.

    Keys of the top level hold for every command that has the option; a table named like a
    command holds for that one. ``commands`` gives each command's options by their long names.

    Raises:
        ConfigError: if the file cannot be read, or names an option that does not exist.
    """
    table = _read(path)
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("atscheck", {})
    common = {k: v for k, v in table.items() if not isinstance(v, dict)}
    every = sorted({option for options in commands.values() for option in options})
    for key in common:
        _check(path, key, every, "")
    result: dict[str, Any] = {}
    for name, options in commands.items():
        result[name] = {options[k]: v for k, v in common.items() if k in options}
    for name, own in table.items():
        if not isinstance(own, dict):
            continue
        _check(path, name, sorted(commands), "")
        for key, value in own.items():
            _check(path, key, sorted(commands[name]), f"[{name}] ")
            result[name][commands[name][key]] = value
    return result


def _check(path: Path, key: str, valid: list[str], where: str) -> None:
    if key not in valid:
        nearest = process.extractOne(key, valid)
        hint = f"did you mean {nearest[0]!r}?" if nearest else "remove it"
        raise ConfigError(f"{path}: {where}there is no option {key!r}", hint)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}", "check the path") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}", "correct that line") from error
