"""Options from atscheck.toml, or [tool.atscheck] of pyproject.toml, as click's default map."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from atscheck.errors import ConfigError

Options = dict[str, click.Option]
"""Options by their long names, without the dashes."""


def find_config(folder: Path) -> Path | None:
    """The nearest atscheck.toml, or pyproject.toml with [tool.atscheck], in ``folder`` or above.

    Raises:
        ConfigError: if a pyproject.toml that names atscheck is not valid.
    """
    for place in (folder, *folder.parents):
        own, project = place / "atscheck.toml", place / "pyproject.toml"
        try:
            if own.is_file():
                return own
            if project.is_file() and b"atscheck" in project.read_bytes() and _table(project):
                return project
        except PermissionError:
            continue
    return None


def load_config(path: Path, group: click.Group) -> dict[str, Any]:
    """The file's options as defaults for ``group`` and its commands.

    Keys of the top level hold for every command that has the option; a table named like a command
    holds for that one.

    Raises:
        ConfigError: if the file cannot be read, names an option that does not exist, or gives it
            a value that it does not take.
    """
    table = _table(path)
    general = _options(group)
    commands = {name: _options(command) for name, command in group.commands.items()}
    own = {name: values for name, values in table.items() if isinstance(values, dict)}
    common = {key: value for key, value in table.items() if key not in own}
    every = {**general, **{k: o for options in commands.values() for k, o in options.items()}}
    _known(path, "", "option", common, every)
    _known(path, "", "command", own, commands)
    result: dict[str, Any] = _defaults(path, "", common, general)
    for name, options in commands.items():
        where = f"[{name}] "
        _known(path, where, "option", own.get(name, {}), options)
        result[name] = {
            **_defaults(path, "", common, options),
            **_defaults(path, where, own.get(name, {}), options),
        }
    return result


def _options(command: click.Command) -> Options:
    """The options that a file may set: not ``--help``, ``--version`` and the like, nor --config."""
    return {
        name[2:]: param
        for param in command.params
        if isinstance(param, click.Option) and not param.is_eager
        for name in param.opts
        if name.startswith("--")
    }


def _known(path: Path, where: str, noun: str, given: Iterable[str], known: Iterable[str]) -> None:
    valid = sorted(known)
    for key in given:
        if key not in valid:
            import difflib

            near = difflib.get_close_matches(key, valid, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(valid)}"
            raise ConfigError(f"{path}: {where}there is no {noun} {key!r}", hint)


def _defaults(path: Path, where: str, given: dict[str, Any], options: Options) -> dict[str, Any]:
    return {
        str(options[key].name): _value(f"{path}: {where}{key}", value, options[key])
        for key, value in given.items()
        if key in options
    }


def _value(place: str, value: Any, option: click.Option) -> Any:
    """``value``, after a check that the option takes it; click converts it when it parses."""
    if option.multiple:
        if not (isinstance(value, list) and all(isinstance(each, str) for each in value)):
            raise ConfigError(f"{place}: {value!r} is not a list", 'write it like ["a", "b"]')
        return value
    plain = str(value) if isinstance(value, dt.date | dt.time) else value
    if not isinstance(plain, str | int | float):
        raise ConfigError(f"{place}: {value!r} is not a single value", "give one value")
    try:
        option.type.convert(plain, option, None)
    except click.BadParameter as error:
        reason = error.message.rstrip(".")
        raise ConfigError(f"{place}: {reason}", "correct that line") from error
    return plain


def _table(path: Path) -> dict[str, Any]:
    """The options in a file; {} if it is a pyproject.toml without any."""
    import tomllib

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}", "check the path") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}", "correct that line") from error
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("atscheck", {})
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: tool.atscheck is not a table", "write [tool.atscheck]")
    return table
