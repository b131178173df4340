"""What the commands share: options, and writing a report where the user wants it."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from atscheck.errors import OutputError
from atscheck.renderers import RENDERERS

Command = TypeVar("Command", bound=Callable[..., Any])

SEVERITIES = ("info", "warning", "error")


def output_options(command: Command) -> Command:
    """``--format``, ``-o``, ``-v``."""
    for option in (
        click.option("-v", "--verbose", is_flag=True, help="Show every keyword and finding."),
        click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to a file."),
        click.option(
            "--format",
            "format_",
            type=click.Choice(list(RENDERERS)),
            default="text",
            show_default=True,
            help="Form of the report.",
        ),
    ):
        command = option(command)
    return command


def threshold_options(command: Command) -> Command:
    """``--fail-under``, ``--fail-on``."""
    for option in (
        click.option(
            "--fail-on",
            type=click.Choice(SEVERITIES),
            help="Exit with 1 if a finding is this severe.",
        ),
        click.option(
            "--fail-under",
            type=click.FloatRange(0, 100),
            metavar="SCORE",
            help="Exit with 1 if the score is lower.",
        ),
    ):
        command = option(command)
    return command


def as_of_option(command: Command) -> Command:
    """``--as-of``."""
    return click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="DATE",
        help='What "present" means (default: today).',
    )(command)


def as_date(value: dt.datetime | None) -> dt.date:
    """The date of ``--as-of``; the one place where the clock is read."""
    return dt.date.today() if value is None else value.date()


def color_wanted(choice: str, stream: Any) -> bool:
    """Whether to style: ``--color`` wins, then NO_COLOR, then FORCE_COLOR, then the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def terminal_width() -> int:
    """The columns to fill: the terminal's, at most 100; 80 in a pipe."""
    if not sys.stdout.isatty() and "COLUMNS" not in os.environ:
        return 80
    return max(40, min(100, shutil.get_terminal_size((80, 24)).columns))


def emit(text: str, output: Path | None) -> None:
    """Write a report to standard output, or whole to a file.

    Raises:
        OutputError: if the file cannot be written.
    """
    if output is None:
        click.echo(text, nl=False, color=True)
        return
    part = output.with_name(f".{output.name}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="")
        part.replace(output)
    except OSError as error:
        raise OutputError(f"{output}: {error.strerror}", "name a place you may write to") from error
