"""Files written whole or not at all, and kept by the disk."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from atscheck.errors import OutputError

PARTS = ".*.part"
"""The pattern of files that are being written. Those of a run that was killed stay."""


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """The block writes ``path``.

    Raises:
        OutputError: if the system refuses it.
    """
    try:
        yield
    except OSError as error:
        hint = "free some space or name another place"
        raise OutputError(f"{path}: {error.strerror}", hint) from error


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file that replaces ``path`` when the block ends, so that no half file is ever seen.

    The disk has it before it appears under its name.

    Raises:
        OutputError: if it cannot be written; ``path`` is then as before.
    """
    part = path.with_name(f".{path.name}.part")
    with writing(path):
        try:
            with part.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise


def write_text(path: Path, text: str | Iterable[str]) -> None:
    """Write ``text``, whole or in pieces, by replacing ``path``.

    Raises:
        OutputError: if it cannot be written.
    """
    with replacing(path) as file:
        file.writelines(each.encode() for each in ((text,) if isinstance(text, str) else text))


def sync_folder(folder: Path) -> None:
    """Make the disk keep the names in ``folder``, where the system can be asked to.

    Raises:
        OutputError: if the disk refuses it.
    """
    if sys.platform == "win32":  # which opens no folders
        return
    with writing(folder):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno != errno.EINVAL:  # a file system that cannot be asked
                raise
        finally:
            os.close(descriptor)
