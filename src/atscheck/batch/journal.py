"""The journal of a batch: what is done, line by line, so that a run that was killed can go on.

The first line names the run's task, each other one an outcome whose report is on the disk. A line
is a CRC-32 in hexadecimal, a space, and JSON. Lines are only ever added, so what a crash can spoil
is the end: from the first line on that is not whole, nothing counts, and its files are read again.
The journal is there as long as a run is unfinished.
"""

from __future__ import annotations

import json
import os
import zlib
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from atscheck.batch.disk import sync_folder, write_text, writing
from atscheck.batch.names import page_name
from atscheck.errors import OutputError

NAME = "journal.jsonl"

SYNC_EVERY = 32
"""Outcomes after which the disk is made to keep them. Any end of a process loses none; a power cut
costs at most so many, whose files are read again."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept of an outcome.

    Attributes:
        name: of its report.
        sha256: of the file as it was planned to be read, None if it could not be opened.
        page: whether there is an HTML page of it, too.
        data: the outcome, as far as the summaries need it (`atscheck.batch.overview.gist`).
    """

    name: str
    sha256: str | None
    page: bool
    data: dict[str, Any]

    @property
    def files(self) -> tuple[str, ...]:
        """The names of its report and, behind it, of its page if there is one."""
        return (self.name, page_name(self.name)) if self.page else (self.name,)


class Journal:
    """The journal in a file; its records stay there, in memory is only where each one stands."""

    def __init__(self, path: Path) -> None:
        """Open the journal that is there.

        Raises:
            OutputError: if it cannot be read and written, or is a link.
        """
        self._path = path
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0
        self._unsynced = 0
        with writing(path):
            flags = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
            self._file = os.fdopen(os.open(path, flags), "r+b", buffering=0)
            self._load()

    @classmethod
    def begin(cls, path: Path, task: dict[str, Any]) -> Journal:
        """A new journal; it appears with its first line or not at all.

        Raises:
            OutputError: if it cannot be written.
        """
        write_text(path, _line(task).decode())
        sync_folder(path.parent)
        return cls(path)

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the disk keep what is done; the file stays."""
        with suppress(OSError, ValueError):  # it was refused before, or the file is removed
            os.fsync(self._file.fileno())
        self._file.close()

    def __len__(self) -> int:
        """How many reports it names."""
        return len(self._places)

    def __getitem__(self, name: str) -> Record:
        """The record of the report called ``name``."""
        start, size = self._places[name]
        self._file.seek(start)
        values = _values(self._file.read(size))
        if values is None:
            raise OutputError(f"{self._path}: has changed under way", "run the command again")
        return Record(**values)

    def get(self, name: str) -> Record | None:
        """The record of the report called ``name``, if there is one."""
        return self[name] if name in self._places else None

    def add(self, record: Record) -> None:
        """Acknowledge an outcome whose report is on the disk.

        Raises:
            OutputError: if it cannot be written; the journal is then as before.
        """
        line = _line(asdict(record))
        with writing(self._path):
            try:
                self._file.seek(self._end)
                self._file.truncate()
                rest = memoryview(line)
                while rest:
                    rest = rest[self._file.write(rest) :]
                self._unsynced += 1
                if self._unsynced >= SYNC_EVERY:
                    os.fsync(self._file.fileno())
                    self._unsynced = 0
            except BaseException:
                with suppress(OSError):
                    self._file.truncate(self._end)
                raise
        self._places[record.name] = (self._end, len(line))
        self._end += len(line)

    def remove(self) -> None:
        """Remove the file: the run is finished.

        Raises:
            OutputError: if it cannot be removed.
        """
        with writing(self._path):
            self._file.close()
            self._path.unlink()

    def _load(self) -> None:
        """Take in what is whole."""
        with self._path.open("rb") as lines:
            for line in lines:
                values = _values(line)
                if values is None:
                    return
                if self._end:
                    self._places[values["name"]] = (self._end, len(line))
                self._end += len(line)


def task_of(path: Path) -> dict[str, Any] | None:
    """What the run of the journal at ``path`` is about, None if the line that says so is damaged.

    Raises:
        OutputError: if it cannot be read.
    """
    with writing(path), path.open("rb") as file:
        return _values(file.readline())


def _line(values: dict[str, Any]) -> bytes:
    body = json.dumps(values, allow_nan=False, separators=(",", ":")).encode()
    return b"%08x %s\n" % (zlib.crc32(body), body)


def _values(line: bytes) -> dict[str, Any] | None:
    """What a line holds, None unless it is whole."""
    sum_, _, body = line.removesuffix(b"\n").partition(b" ")
    if not line.endswith(b"\n") or sum_ != b"%08x" % zlib.crc32(body):
        return None
    values: dict[str, Any] = json.loads(body)
    return values
