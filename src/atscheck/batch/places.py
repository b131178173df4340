"""Files and folders by their addresses: on this machine, or in an object store, by fsspec.

An address is a path, or ``s3://bucket/name`` and the like. Which credentials are used is the
store's own matter: its environment variables and configuration files.
"""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from atscheck.batch.files import find_files, is_resume
from atscheck.errors import (
    AtscheckError,
    ClusterError,
    InputCode,
    InputError,
    MissingError,
    OutputError,
)

LOCAL = "file://"

HALF = ".half-"
"""How the name of a file begins while it is being written; it gets its own when it is whole."""


def is_remote(address: str) -> bool:
    """Whether ``address`` names something that is not a path of this machine."""
    return "://" in address and not address.startswith(LOCAL)


def absolute(address: str) -> str:
    """The address as the store writes it, a path from the root: workers run in other folders.

    Raises:
        AtscheckError: if there is no such kind of address, or its library is not installed.
    """
    if is_remote(address):
        fs, path = _connected(address)
        return str(fs.unstrip_protocol(path)).rstrip("/")
    return os.path.abspath(address.removeprefix(LOCAL))  # noqa: PTH100 (links are not followed)


def find_inputs(inputs: Sequence[str], output: str) -> tuple[list[str], int]:
    """The addresses of the files that ``inputs`` name, sorted, and how many were passed over.

    They are found as by `find_files`; what lies in the folder ``output`` is left out.

    Raises:
        InputError: if an input names nothing, or cannot be listed.
    """
    found: set[str] = set()
    passed_over = 0
    for address in map(absolute, inputs):
        if is_remote(address):
            names = [n for n in _listed(address) if not n.startswith(f"{output}/")]
            taken = [n for n in names if n == address or is_resume(PurePosixPath(n))]
            passed_over += len(names) - len(taken)
            if not taken:
                raise InputError("not-found", "there is no resume there", "check it", address)
            found.update(taken)
        else:
            folder = Path(output)
            here = find_files([address], without=folder if folder.is_dir() else None)
            found.update(str(path) for path in here.paths)
            passed_over += here.passed_over
    return sorted(found), passed_over


def read(address: str, most: int) -> bytes:
    """The first ``most`` bytes of a file in a store.

    Raises:
        InputError: if there is no such file, or it may not be read.
        ClusterError: if the store does not answer, which is not the file's fault.
    """
    try:
        fs, path = _connected(address)
        with fs.open(path, "rb") as file:
            data: bytes = file.read(most)
        return data
    except FileNotFoundError as error:
        message = "there is no such file"
        raise InputError("not-found", message, "check the path", address) from error
    except PermissionError as error:
        hint = "check the file's permissions"
        raise InputError("no-permission", "it may not be read", hint, address) from error
    except AtscheckError:
        raise
    except Exception as error:
        raise ClusterError(f"{address}: {_why(error)[0]}", AGAIN) from error


def _listed(address: str) -> list[str]:
    """The files at and below an address in a store, or those that a pattern names."""
    try:
        fs, path = _connected(address)
        paths = fs.glob(path) if "*" in path else fs.find(path)
    except AtscheckError:
        raise
    except Exception as error:
        code: InputCode = "no-permission" if isinstance(error, PermissionError) else "not-found"
        raise InputError(code, *_why(error), address) from error
    inside = path.partition("*")[0]
    return [
        str(fs.unstrip_protocol(p))
        for p in paths
        if not any(part.startswith((".", "~$")) for part in p.removeprefix(inside).split("/"))
    ]


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder for results; each file in it is there whole, or not at all."""

    address: str

    @property
    def path(self) -> Path | None:
        """Where it is on this machine, if it is."""
        return None if is_remote(self.address) else Path(self.address)

    def make(self) -> None:
        """Make it on this machine; an object store has no folders to be made."""
        with self._told():
            if self.path is not None:
                self.path.mkdir(parents=True, exist_ok=True)

    def names(self) -> list[str]:
        """The names of what is in it, sorted; none if there is no such folder."""
        with self._told() as (fs, path):
            try:
                return sorted(PurePosixPath(p).name for p in fs.ls(path, detail=False))
            except FileNotFoundError:
                return []

    def remove(self, name: str) -> None:
        """Remove a file."""
        with self._told() as (fs, path):
            fs.rm_file(f"{path}/{name}")

    @contextmanager
    def opened(self, name: str) -> Iterator[IO[bytes]]:
        """A file in it, to read from."""
        with self._told() as (fs, path), fs.open(f"{path}/{name}", "rb") as file:
            yield file

    def put(self, name: str, data: bytes) -> None:
        """Write a file whole, in place of any other of that name.

        A store takes an object whole; on this machine it is written beside its place, in a folder
        that must be there: a worker that does not see it must not make one of its own.
        """
        with self._told() as (fs, path):
            if self.path is None:
                fs.pipe_file(f"{path}/{name}", data)
            else:
                _replace(self.path / name, data)

    @contextmanager
    def _told(self) -> Iterator[tuple[Any, str]]:
        """The file system and the folder in it.

        Raises:
            OutputError: for whatever is wrong with them in the block.
        """
        try:
            yield _connected(self.address)
        except AtscheckError:
            raise
        except Exception as error:
            message, hint = _why(error)
            raise OutputError(f"{self.address}: {message}", hint) from error


def _replace(path: Path, data: bytes) -> None:
    descriptor, half = tempfile.mkstemp(dir=path.parent, prefix=HALF)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(half).replace(path)
    except OSError:
        Path(half).unlink(missing_ok=True)
        raise


def _connected(address: str) -> tuple[Any, str]:
    """The file system that an address names, and the path in it.

    Raises:
        ClusterError: if there is no such kind of address.
        MissingError: if the library for it is not installed.
    """
    import fsspec

    try:
        # A listing that is kept would not show what workers have written since.
        fs, path = fsspec.core.url_to_fs(address, use_listings_cache=False)
    except ImportError as error:
        kind = address.partition(":")[0]
        hint = f"pip install what fsspec needs for {kind}://"
        raise MissingError(f"{address}: its library is not installed", hint) from error
    except ValueError as error:
        hint = "use a path, or an address such as s3://bucket/folder"
        raise ClusterError(f"{address}: no such kind of address is known", hint) from error
    return fs, path


def _why(error: Exception) -> tuple[str, str]:
    """What is wrong with a place and what to do; a store's own answer may hold anything."""
    if "Credentials" in type(error).__name__:
        return "no credentials for it are found", _CREDENTIALS
    if isinstance(error, PermissionError):
        return "it may not be read or written", _CREDENTIALS
    if isinstance(error, FileNotFoundError):
        return "there is no such folder or bucket", "make it where all workers see it"
    if isinstance(error, OSError) and error.strerror:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        return error.strerror, f"free some space, then {AGAIN}" if full else AGAIN
    return f"it cannot be reached ({type(error).__name__})", AGAIN


AGAIN = "run the same command again, which does what is left"

_CREDENTIALS = "give all workers permission or credentials to use it (docs/cluster.md)"
