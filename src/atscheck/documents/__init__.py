"""Reading documents: bytes to lines with their places."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from atscheck.documents.detect import detect
from atscheck.documents.model import Document, Format
from atscheck.documents.ocr import Recognise, tesseract
from atscheck.errors import InputError, is_ours, out_of_memory

MAX_BYTES = 20 * 2**20
"""The largest file read (reliability.md: the largest real resume has under 4 MB; Greenhouse does
not parse one over 2.5 MB)."""

Reader = Callable[..., Document]
"""Takes a file's bytes and what to call it; that of PDF files also what recognises characters."""

READERS: dict[Format, str] = {
    "pdf": "atscheck.documents.pdf:read_pdf",
    "docx": "atscheck.documents.docx:read_docx",
    "text": "atscheck.documents.text:read_text",
    "markdown": "atscheck.documents.markdown:read_markdown",
    "html": "atscheck.documents.html:read_html",
}
"""The reader of each format as "module:function", imported on first use."""


def read(source: str | Path | bytes, *, path: str | None = None, ocr: bool = False) -> Document:
    """The document at ``source``, a path or a file's bytes; its type is decided by its content.

    Args:
        source: the file.
        path: what to call it; by default its path, or "-" for bytes.
        ocr: whether character recognition reads the pages of a PDF file that are pictures.

    Raises:
        InputError: whatever is wrong with the file, with ``path`` filled in.
        MissingError: if recognition is asked for and not installed.
    """
    if ocr:
        tesseract()
    name = name_of(source, path)
    return parse(load(source, name), name, ocr=ocr)


def name_of(source: str | Path | bytes, path: str | None = None) -> str:
    """What to call the document at ``source``: as in `read`."""
    return path or ("-" if isinstance(source, bytes) else str(source))


def load(source: str | Path | bytes, path: str) -> bytes:
    """The bytes of the document at ``source``, which is called ``path``.

    Raises:
        InputError: if they cannot be had, or are more than `MAX_BYTES`.
    """
    with _named(path):
        data = source if isinstance(source, bytes) else _load(source)
        if len(data) > MAX_BYTES:
            raise InputError(
                "too-large",
                f"it is larger than {MAX_BYTES >> 20} MiB",
                "leave out or shrink its pictures",
            )
        return data


def parse(data: bytes, path: str, *, ocr: bool = False) -> Document:
    """The document in ``data``: what `read` does once it has the bytes."""
    with _named(path):
        return _parse(data, path, tesseract() if ocr else None)


@contextmanager
def _named(path: str) -> Iterator[None]:
    """Put ``path`` into the errors that leave this block."""
    try:
        yield
    except InputError as error:
        error.path = path
        raise


def sha256_of(path: str | Path) -> str | None:
    """The SHA-256 of a file's bytes in hexadecimal, readable as a resume or not; else None.

    Of a file that is too large to be read as one, that of its beginning.
    """
    try:
        return hashlib.sha256(_load(path)).hexdigest()
    except InputError:
        return None


def reader(format: Format) -> Reader:
    """The reader of ``format``."""
    module, _, function = READERS[format].partition(":")
    found: Reader = getattr(import_module(module), function)
    return found


def _parse(data: bytes, path: str, recognise: Recognise | None) -> Document:
    """The document in ``data``; what the libraries raise becomes an `InputError` here.

    Broken files make the libraries raise nearly anything (reliability.md lists 30 types), so that
    only the place tells a broken file from a fault of our own.
    """
    format = detect(data)
    options = {"recognise": recognise} if format == "pdf" else {}
    try:
        return replace(reader(format)(data, path, **options), data=data)
    except InputError:
        raise
    except MemoryError as error:
        raise out_of_memory() from error
    except Exception as error:
        if is_ours(error):
            raise InputError(
                "internal",
                f"a fault of atscheck ({type(error).__name__})",
                "please report it with --debug",
            ) from error
        raise InputError(
            "corrupt",
            f"the {_NAMES[format]} file is damaged ({type(error).__name__})",
            "open it in the program it was made with and save or export it again",
        ) from error


_NAMES: dict[Format, str] = {
    "pdf": "PDF",
    "docx": "Word",
    "text": "text",
    "markdown": "Markdown",
    "html": "HTML",
}


def _load(path: str | Path) -> bytes:
    """The bytes of a regular file, opened once; at most one more than `MAX_BYTES`."""
    # O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise InputError("not-a-file", "it is not a regular file", "name a file")
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise InputError("not-found", "there is no such file", "check the path") from error
    except PermissionError as error:
        raise InputError(
            "no-permission", "it may not be read", "check the file's permissions"
        ) from error
    except IsADirectoryError as error:
        raise InputError("not-a-file", "it is a folder", "name a file") from error
    except (OSError, ValueError) as error:
        reason = errno.errorcode.get(getattr(error, "errno", None) or 0, "not a valid path")
        raise InputError("not-a-file", f"it cannot be opened ({reason})", "name a file") from error
