"""The files of a batch: folders walked, patterns expanded, in one order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from atscheck.errors import InputError

SUFFIXES = frozenset([".pdf", ".docx", ".docm", ".dotx", ".doc", ".txt", ".md", ".markdown",
                      ".html", ".htm", ".rtf", ".odt"])  # fmt: skip
"""Files taken from a folder; their type is decided by content when they are read. Types that
cannot be read are taken too, so that each resume of a folder has its row."""

MAX_DEPTH = 20
MAX_FILES = 100_000


def find_files(inputs: Iterable[str]) -> list[Path]:
    """The files that ``inputs`` (files, folders, patterns) name, each once, ordered by path.

    Links to folders are not followed; dot files and Word's lock files (``~$…``) are passed over.

    Raises:
        InputError: if an input names nothing, or there are more than `MAX_FILES`.
    """
    found: dict[Path, None] = {}
    for name in inputs:
        path = Path(name)
        if path.is_dir():
            matches = list(_walk(path, 0))
        elif path.exists() or path.is_symlink():
            matches = [path]
        else:
            found_names = glob.glob(name, recursive=True)  # noqa: PTH207 (absolute patterns)
            matches = [Path(p) for p in found_names if Path(p).is_file()]
        if not matches:
            raise InputError("not-found", f"{name}: there is no resume there", "check the path")
        found.update(dict.fromkeys(matches))
        if len(found) > MAX_FILES:
            raise InputError("too-large", f"more than {MAX_FILES} files", "split the folder")
    return sorted(found, key=os.fspath)


def _walk(folder: Path, depth: int) -> Iterator[Path]:
    if depth > MAX_DEPTH:
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith((".", "~$")):
                continue
            path = Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(path, depth + 1)
            elif entry.is_file(follow_symlinks=False) and path.suffix.lower() in SUFFIXES:
                yield path
