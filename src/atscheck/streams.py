"""Standard input, standard output and standard error, and the file that ``-o`` names."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, TextIO

import click

from atscheck.errors import AtscheckError, InputError, OutputError
from atscheck.renderers.safe import term_safe, uri_safe

if TYPE_CHECKING:
    from atscheck.documents.model import Document

MOST_COLUMNS = 100
"""Lines longer than this are hard to follow by eye."""

PLAIN = str.maketrans("━╌✓✗○•→…“”‘’–—", "#.+x-*>~\"\"''--")
"""Our own signs, for an output that has no room for them (an ASCII locale)."""


class Reading:
    """The document that an argument names, ``-`` for standard input; ``ocr`` as in the reader."""

    def __init__(self, name: str, *, ocr: bool = False) -> None:
        self.name = name
        self._ocr = ocr
        self._data = b""
        self._found: Document | None = None
        self._error: BaseException | None = None
        self._thread: Thread | None = None

    def start(self) -> None:
        """Let the file be read while this process does something else."""
        if self._thread is None and self.name != "-":
            self._begin()

    def document(self) -> Document:
        """The document.

        Raises:
            InputError: if it cannot be read.
            MissingError: if character recognition is asked for and not installed.
        """
        if self._thread is None:
            self._begin()
        self._thread.join()  # type: ignore[union-attr]
        if self._found is None:
            raise self._error or SystemError
        return self._found

    def _begin(self) -> None:
        """Load the file here, as two threads must not wait for one standard input, and read it."""
        from atscheck import documents

        try:
            self._data = _piped() if self.name == "-" else documents.load(self.name, self.name)
        except InputError as error:
            self._error = error
        # Nobody waits for a thread that is a daemon when the program ends for another reason.
        self._thread = Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        from atscheck import sandbox

        if self._error is None:
            try:
                self._found = sandbox.read(self._data, path=self.name, ocr=self._ocr)
            except BaseException as error:
                self._error = error


def read_document(name: str, *, ocr: bool = False) -> Document:
    """The document that an argument names; arguments and errors are those of `Reading`."""
    return Reading(name, ocr=ocr).document()


def _piped() -> bytes:
    """What comes from standard input.

    Raises:
        InputError: if nothing can, or more than is read of any file.
    """
    from atscheck import documents

    try:
        # One byte more than the limit, so that `documents.load` can tell that it is too large.
        return documents.load(sys.stdin.buffer.read(documents.MAX_BYTES + 1), "-")
    except (OSError, ValueError, AttributeError) as error:
        raise InputError(
            "not-a-file", "standard input cannot be read", "pipe a file into it", path="-"
        ) from error


def emit(result: str | bytes, output: Path | None = None) -> None:
    """Write a command's result to standard output, or whole to the file ``output``.

    Raises:
        OutputError: if it cannot be written.
    """
    if output is not None:
        _write(result if isinstance(result, bytes) else result.encode(), output)
        return
    if isinstance(result, bytes) and sys.stdout.isatty():
        raise OutputError("a terminal cannot show this format", "write to a file with -o")
    try:
        shown = result if isinstance(result, bytes) else _encodable(result, sys.stdout)
        click.echo(shown, nl=False, color=True)
    except BrokenPipeError:
        # The reader has seen enough (head, less). What is still buffered goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise OutputError(f"standard output: {reason}", "write to a file with -o") from error


def _write(data: bytes, output: Path) -> None:
    """Replace a regular file whole; write through to anything else (a pipe, /dev/null)."""
    try:
        place = output.resolve()
        if place.exists() and not place.is_file():
            with place.open("wb") as file:
                file.write(data)
            return
        part = place.with_name(f".{place.name}.part")
        try:
            with part.open("wb") as file:
                file.write(data)
            if place.exists():
                import shutil

                shutil.copymode(place, part)
            part.replace(place)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        hint = "name a place you may write to, or free some space"
        raise OutputError(f"{output}: {error.strerror}", hint) from error


def _encodable(text: str, stream: TextIO) -> str:
    """``text`` with plain signs where the stream's encoding has no others."""
    try:
        "━→“".encode(stream.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return text.translate(PLAIN)
    return text


def warn(message: str) -> None:
    """One line on standard error."""
    click.echo(_encodable(term_safe(message), sys.stderr), err=True)


def complain(error: BaseException, message: str = "", *, debug: bool = False) -> None:
    """An error on one line: what is wrong; what to do. With ``debug`` its traceback before."""
    if debug:
        import traceback

        traceback.print_exception(error)
    if isinstance(error, AtscheckError) and str(error).startswith("-: "):
        message = str(error).replace("-: ", "standard input: ", 1)
    warn(f"error: {message or error}")


def color_wanted(choice: str, stream: Any) -> bool:
    """Whether to style: ``--color`` wins, then NO_COLOR, then FORCE_COLOR, then the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and not _is_dumb())


def link_folder(stream: Any) -> str:
    """The file: URI of the working folder where ``stream`` is a terminal that shows links, else "".

    Links are OSC 8 sequences, which a terminal without them may print as rubbish. So: never in a
    pipe and never where TERM is "dumb"; else as FORCE_HYPERLINK says ("0" or "" for no, anything
    else for yes); else where the environment names a terminal that is known for them. The rule is
    that of the packages called supports-hyperlinks; inside screen and tmux, which hand on the
    variables of the terminal around them, only FORCE_HYPERLINK counts, and Konsole is left out
    because it shows no links unless it is set to.
    """
    if not stream.isatty() or _is_dumb():
        return ""
    import platform

    forced = os.environ.get("FORCE_HYPERLINK")
    if forced in ("", "0") or (forced is None and not _shows_links()):
        return ""
    return f"file://{uri_safe(platform.node().encode())}{uri_safe(os.fsencode(Path.cwd()), '/')}"


_LINKING = {
    "TERM": ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour"),
    "TERM_PROGRAM": ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "mintty"),
}
"""What terminals that show links call themselves."""

_VTE_LINKING = 5000
"""From this version on (0.50) VTE, the terminal inside GNOME Terminal and others, shows links."""


def _shows_links() -> bool:
    environ = os.environ
    if environ.get("TERM", "").startswith(("screen", "tmux", "linux")):
        return False
    if "WT_SESSION" in environ or "DOMTERM" in environ:
        return True
    version = environ.get("VTE_VERSION", "")
    if version.isdecimal() and int(version) >= _VTE_LINKING:
        return True
    return any(environ.get(name, "").startswith(known) for name, known in _LINKING.items())


def _is_dumb() -> bool:
    return os.environ.get("TERM") == "dumb"


def terminal_width() -> int:
    """The columns to fill: the terminal's, at most `MOST_COLUMNS`; 80 in a pipe."""
    if not sys.stdout.isatty() and "COLUMNS" not in os.environ:
        return 80
    import shutil

    return max(40, min(MOST_COLUMNS, shutil.get_terminal_size((80, 24)).columns))
