"""Files written whole or not at all, and kept by the disk."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

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


def write_text(path: Path, text: str | Iterable[str]) -> None:
    """Write ``text`` (whole or in pieces) by replacing ``path``, so that no half file is ever seen.

    The disk has it before it appears under its name.

    Raises:
        OutputError: if it cannot be written.
    """
    part = path.with_name(f".{path.name}.part")
    with writing(path):
        try:
            with part.open("w", encoding="utf-8", newline="") as file:
                file.writelines((text,) if isinstance(text, str) else text)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise


def sync_folder(folder: Path) -> None:
    """Make the disk keep the names in ``folder``, where the system can be asked to."""
    with suppress(OSError):  # Windows opens no folders
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
