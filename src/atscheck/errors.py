"""What can go wrong outside our own code, each with a remedy, and the exit codes."""

from __future__ import annotations

from enum import IntEnum
from typing import Literal

InputCode = Literal[
    "empty",
    "not-found",
    "not-a-file",
    "no-permission",
    "too-large",
    "unsupported",
    "encrypted",
    "corrupt",
    "no-text",
    "expansion",
    "forbidden-xml",
    "timeout",
    "memory",
    "crash",
    "internal",
]


class ExitCode(IntEnum):
    """The exit codes of the command line; part of the stable interface."""

    DONE = 0
    THRESHOLD = 1
    USAGE = 2
    INPUT = 3
    OUTPUT = 74
    LOCKED = 75
    INTERRUPTED = 130


class AtscheckError(Exception):
    """Something the user can mend: what is wrong, and what to do about it."""

    exit_code = ExitCode.USAGE

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message


class InputError(AtscheckError):
    """A resume or posting that cannot be read.

    ``code`` is stable; ``path`` is the file as the user named it, filled in by `documents.read`.
    """

    exit_code = ExitCode.INPUT

    def __init__(self, code: InputCode, message: str, hint: str = "", path: str = "") -> None:
        super().__init__(message, hint)
        self.code = code
        self.path = path

    def __str__(self) -> str:
        what = super().__str__()
        return f"{self.path}: {what}" if self.path else what


def out_of_memory() -> InputError:
    """The error for a file that takes too much memory.

    Whether Python notices, a library gives up or the system ends the reader is chance; the error
    is the same.
    """
    what = "reading it needs more memory than allowed"
    return InputError("memory", what, "export the document again")


class PackError(AtscheckError):
    """Keyword data that is not valid: names the file, the key and the remedy."""

    def __init__(self, path: str, message: str, hint: str = "", key: str = "") -> None:
        place = f"{path}: {key}" if key else path
        super().__init__(f"{place}: {message}", hint)
        self.path = path
        self.key = key


class MissingError(AtscheckError):
    """An optional part of atscheck that is asked for and not installed."""


class ConfigError(AtscheckError):
    """A configuration file that is not valid."""


class SelectionError(AtscheckError):
    """A rule, or an option of one, that a user names and that does not exist."""


class TargetError(AtscheckError):
    """A pack or posting that asks for nothing, so that nothing can be scored."""


class FormatError(AtscheckError):
    """A format of the report that cannot show this resume; others can."""


class OutputError(AtscheckError):
    """A report that cannot be written."""

    exit_code = ExitCode.OUTPUT


class ClusterError(AtscheckError):
    """A cluster that cannot be reached, or that this run does not fit."""


class LockedError(AtscheckError):
    """Another run holds the output folder."""

    exit_code = ExitCode.LOCKED


class StoppedError(AtscheckError):
    """A run that the user ended early, and that can go on."""

    exit_code = ExitCode.INTERRUPTED


def is_ours(error: BaseException) -> bool:
    """Whether ``error`` was raised by a line of this package, not inside a library."""
    if isinstance(error, RecursionError):
        return False
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    name = "" if trace is None else str(trace.tb_frame.f_globals.get("__name__"))
    return name.startswith(f"{__package__}.")
