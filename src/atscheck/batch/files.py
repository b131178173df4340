"""The files of a batch: folders walked, patterns expanded, in one order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from atscheck.errors import InputError

SUFFIXES = frozenset([".pdf", ".docx", ".docm", ".dotx", ".doc", ".txt", ".md", ".markdown",
                      ".html", ".htm", ".rtf", ".odt"])  # fmt: skip
"""Files taken from a folder; their type is decided by content when they are read. Types that
cannot be read are taken too, so that each resume of a folder has its row."""

ABOUT_FOLDERS = frozenset(["changelog", "copying", "licence", "license", "notice", "readme"])
"""Names, without endings, of files that speak of the folder that they lie in."""

MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, each once, ordered by path, and how many others the folders hold."""

    paths: tuple[Path, ...]
    passed_over: int = 0


def find_files(inputs: Iterable[str], without: Path | None = None) -> Found:
    """The files that ``inputs`` (files, folders, patterns) name, but those in ``without``.

    Of a folder, links, files of other types and those about the folder (``README.md``) are passed
    over and counted; dot files and Word's lock files (``~$…``) are not counted either.

    Raises:
        InputError: if an input names nothing, or a folder cannot be listed or is too deep.
    """
    found: dict[Path, None] = {}
    passed_over = 0
    for name in inputs:
        path = Path(name)
        if path.is_dir():
            entries = list(_walk(path, without, 0))
            matches = [p for p, taken in entries if taken]
            passed_over += len(entries) - len(matches)
        elif path.exists() or path.is_symlink():
            matches = [path]
        else:
            names = glob.glob(name, recursive=True)  # noqa: PTH207 (absolute patterns)
            matches = [Path(p) for p in names if Path(p).is_file()]
        if not matches:
            raise InputError("not-found", "there is no resume there", "check the path", name)
        found.update(dict.fromkeys(matches))
    return Found(tuple(sorted(found, key=os.fspath)), passed_over)


def _walk(folder: Path, without: Path | None, depth: int) -> Iterator[tuple[Path, bool]]:
    """The files below ``folder``, and whether each is one to read."""
    if depth > MAX_DEPTH:
        message = f"the folder is more than {MAX_DEPTH} folders deep"
        raise InputError("too-large", message, "name its inner folders", str(folder))
    try:
        entries = sorted(os.scandir(folder), key=lambda e: e.name)
    except OSError as error:
        message = f"the folder cannot be listed: {error.strerror}"
        raise InputError("no-permission", message, "check its permissions", str(folder)) from error
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith((".", "~$")):
            continue
        if not entry.is_dir(follow_symlinks=False):
            yield path, entry.is_file(follow_symlinks=False) and is_resume(path)
        elif without is None or not path.samefile(without):
            yield from _walk(path, without, depth + 1)


def is_resume(path: PurePath) -> bool:
    """Whether a file of a folder is one to read, by its name."""
    return path.suffix.lower() in SUFFIXES and path.stem.lower() not in ABOUT_FOLDERS
