"""One run at a time in an output folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from atscheck.errors import LockedError, OutputError

try:
    import fcntl
except ImportError:  # Windows has no such locks: two runs in one folder are not noticed there
    fcntl = None  # type: ignore[assignment]

NAME = ".lock"


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold ``folder`` for the block; the system frees it when the process ends, however it ends.

    Raises:
        LockedError: if another run holds it.
        OutputError: if nothing can be written to it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / NAME).open("a")
    except OSError as error:
        hint = "name a folder you may write to"
        raise OutputError(f"{folder}: {error.strerror}", hint) from error
    with file:
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                hint = "wait for it to end, or name another folder"
                raise LockedError(f"{folder}: another run holds this folder", hint) from error
            except OSError:
                pass  # a file system without locks
        yield
