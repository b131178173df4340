"""What the commands share: their options, grouped under headings in ``--help``."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource
from click.shell_completion import CompletionItem

from atscheck.renderers import RENDERERS
from atscheck.streams import color_wanted, terminal_width

if TYPE_CHECKING:
    from atscheck.checks.selection import Selection

Decorated = TypeVar("Decorated", bound=Callable[..., Any])
Decorator = Callable[[Decorated], Decorated]

GENERAL = "General"
SEVERITIES = ("info", "warning", "error")


class Option(click.Option):
    """An option that stands under a heading of its command's help."""

    def __init__(self, *args: Any, section: str = GENERAL, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section = section


class Command(click.Command):
    """A command whose help shows its options by section, and that takes the general ones."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += general_options()

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options' help, section by section."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx) if isinstance(param, click.Option) else None
            if record is not None:
                sections.setdefault(getattr(param, "section", GENERAL), []).append(record)
        for title in sorted(sections, key=GENERAL.__eq__):
            with formatter.section(title):
                formatter.write_dl(sections[title])


class CommandGroup(click.Group):
    """Commands listed in the order in which they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        return list(self.commands)


def general_options() -> list[click.Parameter]:
    """``--color``, ``--quiet``, ``--debug``: taken before and after a command's name."""
    return [
        Option(
            ["--color"], type=click.Choice(["auto", "always", "never"]), expose_value=False,
            callback=_keep, help="Style the output (default: on a terminal).",
        ),
        Option(
            ["-q", "--quiet"], is_flag=True, expose_value=False, callback=_keep,
            help="No progress and no warnings.",
        ),
        Option(
            ["--debug"], is_flag=True, expose_value=False, callback=_keep,
            help="Show the traceback of an error.",
        ),
    ]  # fmt: skip


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Keep a general option's value, if it is given, for the whole run."""
    if value:
        ctx.find_root().ensure_object(dict)[param.name] = value


def is_set(ctx: click.Context, name: str) -> bool:
    """Whether the user gave ``--quiet`` or ``--debug``."""
    return bool(ctx.find_root().ensure_object(dict).get(name))


def page(ctx: click.Context, output: Path | None = None) -> dict[str, Any]:
    """The width and colour that what goes to ``output`` (None: the terminal or a pipe) may use."""
    choice = ctx.find_root().ensure_object(dict).get("color", "auto")
    if output is not None:
        return {"width": 80, "color": choice == "always"}
    return {"width": terminal_width(), "color": color_wanted(choice, sys.stdout)}


def _all(*options: Decorator[Any]) -> Decorator[Any]:
    """One decorator of several, in the order of the help."""

    def decorate(command: Decorated) -> Decorated:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def _option(*names: str, section: str, **settings: Any) -> Decorator[Any]:
    return click.option(*names, cls=Option, section=section, **settings)


def complete_pack(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The packs whose names begin so; else the shell completes a file."""
    from atscheck.skills import pack_names

    names = [CompletionItem(name) for name in pack_names() if name.startswith(incomplete)]
    return names or [CompletionItem(incomplete, type="file")]


def complete_rule(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The rules whose codes or names begin so."""
    from atscheck.checks import RULES

    names = [name for rule in RULES.values() for name in (rule.code, rule.name)]
    return [CompletionItem(name) for name in names if name.lower().startswith(incomplete.lower())]


def pack_option(*, required: bool, auto: bool = False) -> Decorator[Any]:
    """``--pack``; whether it may be left to the resume."""
    which = "; auto: the one that the resume fits best" if auto else ""
    return _option(
        "--pack", section="Target", required=required, metavar="NAME|FILE",
        shell_complete=complete_pack, help=f"Keyword pack to check against{which}.",
    )  # fmt: skip


def job_option(*, required: bool, stdin: bool = True) -> Decorator[Any]:
    """``--job``; whether it may be standard input."""
    return _option(
        "--job", section="Target", required=required, metavar="FILE",
        type=click.Path(allow_dash=True),
        help="Job description to check against" + ("; - for standard input." if stdin else "."),
    )  # fmt: skip


def one_target(
    ctx: click.Context, pack: str | None, job: str | None
) -> tuple[str | None, str | None]:
    """The one target asked for: a flag wins over the other kind in the configuration file."""
    if pack is not None and job is not None:
        kept = {
            n for n in ("pack", "job") if ctx.get_parameter_source(n) is ParameterSource.COMMANDLINE
        }
        pack, job = (pack if "pack" in kept else None), (job if "job" in kept else None)
    if (pack is None) == (job is None):
        raise click.UsageError("give either --pack or --job")
    return pack, job


def _as_date(
    ctx: click.Context, param: click.Parameter, value: dt.datetime | None
) -> dt.date | None:
    return value.date() if value else None


as_of_option = _option(
    "--as-of", section="Target", type=click.DateTime(["%Y-%m-%d"]), callback=_as_date,
    metavar="DATE",
    help='The day that "present" means, as 2026-01-31 (default: today).',
)  # fmt: skip


def format_option(formats: tuple[str, ...], help: str) -> Decorator[Any]:
    """``--format`` with these choices; the first one is the default."""
    return _option(
        "--format", "format_", section="Output", type=click.Choice(formats), default=formats[0],
        show_default=True, help=help,
    )  # fmt: skip


def file_option() -> Decorator[Any]:
    """``-o``, a file."""
    return _option(
        "-o", "--output", section="Output", type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE", help="Write to a file instead, replacing it whole.",
    )  # fmt: skip


def verbose_option(help: str) -> Decorator[Any]:
    """``-v``."""
    return _option("-v", "--verbose", section="Output", is_flag=True, help=help)


view_option = _option(
    "--view", "order", section="Output", type=click.Choice(["visual", "stored"]), default="visual",
    show_default=True,
    help="Order of the text: as a person reads the page, or as the file stores it.",
)  # fmt: skip


ocr_option = _option(
    "--ocr", section="Reading", is_flag=True,
    help="Recognise characters on PDF pages that are pictures (needs Tesseract).",
)  # fmt: skip


def _as_list(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Values that are given one by one, with commas, or both."""
    return tuple(part.strip() for each in value for part in each.split(",") if part.strip())


selection_options = _all(
    _option("--select", section="Checks", multiple=True, callback=_as_list, metavar="RULE,...",
            shell_complete=complete_rule,
            help='Only these: codes, beginnings of codes as "AC", or names.'),
    _option("--ignore", section="Checks", multiple=True, callback=_as_list, metavar="RULE,...",
            shell_complete=complete_rule, help="Not these; the score stays the same."),
    _option("--set", "settings", section="Checks", multiple=True, callback=_as_list,
            metavar="RULE.OPTION=N,...", help="Set an option of a rule, as AC401.words=40."),
)  # fmt: skip
"""``--select``, ``--ignore`` and ``--set``: which rules are heard, and how they are set."""


def take_selection(options: dict[str, Any]) -> Selection:
    """What `selection_options` ask for, taken out of the options of a command.

    Raises:
        SelectionError: if there is no such rule or option of one.
    """
    from atscheck.checks.selection import Selection

    names = ("select", "ignore", "settings")
    return Selection.of(*(options.pop(name) for name in names))


blind_option = _option(
    "--blind", section="Output", is_flag=True,
    help="Hide who it is: name, contact, age and other personal data, and the file's name.",
)  # fmt: skip


report_options = _all(
    as_of_option,
    ocr_option,
    selection_options,
    format_option(tuple(RENDERERS), "Form of the report."),
    file_option(),
    verbose_option("Show every keyword and finding."),
    blind_option,
    _option("--fail-under", section="Exit with 1 if", type=click.FloatRange(0, 100),
            metavar="SCORE", help="The score is lower, or there is none."),
    _option("--fail-on", section="Exit with 1 if", type=click.Choice(SEVERITIES),
            help="A finding is this severe, or more."),
)  # fmt: skip
"""The options of `scan` and `compare` beside their target."""
