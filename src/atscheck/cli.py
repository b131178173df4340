"""The command line: its commands and general options, and errors as one line and an exit code."""

from __future__ import annotations

import logging
import sys
import warnings
from pathlib import Path
from typing import Any

import click

from atscheck import __version__
from atscheck.commands.batch import batch
from atscheck.commands.check import compare, scan
from atscheck.commands.diff import diff
from atscheck.commands.packs import packs
from atscheck.commands.rules import rules
from atscheck.commands.show import job, text
from atscheck.errors import AtscheckError, ExitCode, StoppedError
from atscheck.options import CommandGroup, general_options
from atscheck.streams import complain, warn

INTERNAL = 70
"""A fault of our own (EX_SOFTWARE of sysexits.h)."""


def _configure(ctx: click.Context, param: click.Parameter, value: Path | None) -> None:
    """Take the defaults of every option from the configuration file, before any is parsed."""
    from atscheck.config import find_config, load_config

    path = value or find_config(Path.cwd())
    group = ctx.command
    if path is not None and isinstance(group, click.Group) and not ctx.resilient_parsing:
        ctx.default_map = load_config(path, group)


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    """Show the version, and what holds the processes that read files (docs/isolation.md)."""
    if value and not ctx.resilient_parsing:
        from atscheck.sandbox import level

        click.echo(f"atscheck, version {__version__}\nisolation: {level()}")
        ctx.exit()


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--config", is_eager=True, expose_value=False, callback=_configure, metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Configuration file (default: the nearest atscheck.toml, or pyproject.toml with "
    "[tool.atscheck]).",
)  # fmt: skip
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version,
    help="Show the version and how files are isolated here, and exit.",
)  # fmt: skip
def cli() -> None:
    """Tell what an applicant tracking system reads in a resume, and how well it covers a role."""


cli.params += general_options()
for command in (scan, compare, diff, batch, text, job, packs, rules):
    cli.add_command(command)


def main() -> None:
    """Run the command line; the one place where errors become exit codes."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    debug = "--debug" in sys.argv
    if not debug:
        # What libraries say to programmers is no news to the user.
        logging.basicConfig(level=logging.CRITICAL)
        warnings.simplefilter("ignore")
    sys.exit(_run(debug))


def _run(debug: bool) -> int:
    try:
        return int(cli.main(prog_name="atscheck", standalone_mode=False) or ExitCode.DONE)
    except click.UsageError as error:
        _refuse(error)
        return ExitCode.USAGE
    except click.ClickException as error:
        complain(error, error.format_message(), debug=debug)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        warn("interrupted")
        return ExitCode.INTERRUPTED
    except StoppedError as error:
        warn(str(error))
        return error.exit_code
    except AtscheckError as error:
        complain(error, debug=debug)
        return error.exit_code
    except Exception as error:
        message = f"a fault of atscheck ({type(error).__name__}); please report it with --debug"
        complain(error, message, debug=debug)
        return INTERNAL


def _refuse(error: click.UsageError) -> None:
    """Say on one line what is wrong with the arguments; without any, show the help."""
    without: Any = getattr(click.exceptions, "NoArgsIsHelpError", ())
    if isinstance(error, without):
        click.echo(error.format_message(), err=True)
        return
    command = error.ctx.command_path if error.ctx else "atscheck"
    message = error.format_message().rstrip(".").replace("\n", " ")
    warn(f"error: {message}{' ' if message.endswith('?') else '; '}see {command} --help")
