"""Where packs lie: beside a project, in the user's folder, and those that come with atscheck."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from atscheck.data import table_names

BESIDE = "atscheck-packs"
"""The folder of a project's own packs: in the working folder, or the nearest one above it."""


def project_folder() -> Path | None:
    """The folder of the project's packs, if there is one."""
    here = Path.cwd()
    return next((p / BESIDE for p in (here, *here.parents) if (p / BESIDE).is_dir()), None)


def user_folder() -> Path:
    """The folder for the user's packs, which need not exist.

    ``~/.config/atscheck/packs``, or where the system keeps the settings of programs.
    """
    return Path(click.get_app_dir("atscheck")) / "packs"


def packs_by_name() -> dict[str, Path | None]:
    """All packs: the file of each, or None for those that come with atscheck.

    Of packs of one name, a project's goes before a user's, and that before a shipped one.
    """
    found: dict[str, Path | None] = dict.fromkeys(table_names("packs"))
    found.update(_files(user_folder()))
    if (own := project_folder()) is not None:
        found.update(_files(own))
    return found


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The pack files in a folder, each with the name that it goes by."""
    try:
        paths = sorted(folder.glob("*.toml"))
    except OSError:
        return
    yield from ((path.stem, path) for path in paths)
