"""The command line: parse, call, render, exit code; nothing else."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from atscheck import __version__
from atscheck.errors import AtscheckError, ExitCode
from atscheck.options import (
    SEVERITIES,
    as_date,
    as_of_option,
    color_wanted,
    emit,
    output_options,
    terminal_width,
    threshold_options,
)

if TYPE_CHECKING:
    import datetime as dt

    from atscheck.report import Report
    from atscheck.skills.model import Target


class _Group(click.Group):
    """A group whose options can stand in a configuration file."""

    def option_names(self) -> dict[str, dict[str, str]]:
        """For each command the long names of its options, and click's names for them."""
        return {
            name: {
                opt[2:]: str(param.name)
                for param in command.params
                if isinstance(param, click.Option)
                for opt in param.opts
                if opt.startswith("--")
            }
            for name, command in self.commands.items()
        }


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="atscheck")
@click.option("--config", type=click.Path(path_type=Path), help="Configuration file.")
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour."
)
@click.option("-q", "--quiet", is_flag=True, help="No progress and no warnings.")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.pass_context
def cli(ctx: click.Context, config: Path | None, color: str, quiet: bool, debug: bool) -> None:
    """Tell what an applicant tracking system reads in a resume, and how well it covers a role."""
    from atscheck.config import find_config, load_config

    group = ctx.command
    path = config or find_config(Path.cwd())
    if path is not None and isinstance(group, _Group):
        ctx.default_map = load_config(path, group.option_names())
    ctx.obj = {"color": color_wanted(color, sys.stdout), "quiet": quiet, "debug": debug}


@cli.command()
@click.argument("resumes", nargs=-1, required=True, metavar="RESUME...")
@click.option("--pack", required=True, metavar="NAME|FILE", help="Keyword pack to check against.")
@output_options
@threshold_options
@as_of_option
@click.pass_context
def scan(ctx: click.Context, /, resumes: tuple[str, ...], pack: str, **options: Any) -> None:
    """Check resumes against a keyword pack. RESUME is a file, or - for standard input."""
    from atscheck.skills import load_pack

    _check_resumes(ctx, resumes, load_pack(pack), **options)


@cli.command()
@click.argument("resumes", nargs=-1, required=True, metavar="RESUME...")
@click.option("--job", required=True, metavar="FILE", help="Job description; - for standard input.")
@output_options
@threshold_options
@as_of_option
@click.pass_context
def compare(ctx: click.Context, /, resumes: tuple[str, ...], job: str, **options: Any) -> None:
    """Check resumes against a job description."""
    from atscheck.jobs import read_job, with_alternatives

    if job == "-" and "-" in resumes:
        raise click.UsageError("only one of RESUME and --job can be standard input")
    _check_resumes(ctx, resumes, with_alternatives(read_job(_read(job))), **options)


def _check_resumes(
    ctx: click.Context,
    resumes: tuple[str, ...],
    target: Target,
    *,
    format_: str,
    output: Path | None,
    verbose: bool,
    as_of: dt.datetime | None,
    **thresholds: Any,
) -> None:
    """Check, render, and choose the exit code; a file that cannot be read costs itself only."""
    from atscheck.errors import InputError
    from atscheck.renderers import render_all
    from atscheck.scan import check

    if "-" in resumes and len(resumes) > 1:
        raise click.UsageError("- (standard input) must be the only resume")
    reports: list[Report] = []
    for resume in resumes:
        try:
            reports.append(check(_read(resume), target, as_of=as_date(as_of)))
        except InputError as error:
            _complain(error, ctx)
    if reports:
        color = ctx.obj["color"] and output is None
        text = render_all(reports, format_, width=terminal_width(), color=color, verbose=verbose)
        emit(text, output)
    if len(reports) < len(resumes):
        ctx.exit(ExitCode.INPUT)
    if any(_misses(report, **thresholds) for report in reports):
        ctx.exit(ExitCode.THRESHOLD)


def _misses(report: Report, fail_under: float | None, fail_on: str | None) -> bool:
    """Whether a report misses a threshold that the user set; one without a score misses any."""
    if fail_under is not None and (report.score is None or report.score.overall < fail_under):
        return True
    if fail_on is None:
        return False
    return any(f.severity >= SEVERITIES.index(fail_on) + 1 for f in report.findings)


@cli.command()
@click.argument("inputs", nargs=-1, required=True, metavar="FOLDER|GLOB|FILE...")
@click.option("--pack", metavar="NAME|FILE", help="Keyword pack to check against.")
@click.option("--job", metavar="FILE", help="Job description to check against.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FOLDER",
    help="Folder for the results.",
)
@click.option("--workers", type=click.IntRange(1, 64), help="Processes (default: cores, up to 4).")
@click.option("--overwrite", is_flag=True, help="Replace the results of an earlier run.")
@as_of_option
@click.pass_context
def batch(
    ctx: click.Context,
    inputs: tuple[str, ...],
    pack: str | None,
    job: str | None,
    output: Path,
    workers: int | None,
    overwrite: bool,
    as_of: dt.datetime | None,
) -> None:
    """Check a folder of resumes: a report each, summary.csv, and an overview."""
    from atscheck.batch.run import run_batch

    if (pack is None) == (job is None):
        raise click.UsageError("give either --pack or --job")
    overview, failed = run_batch(
        inputs, pack, job, output, workers=workers, overwrite=overwrite, as_of=as_date(as_of),
        quiet=ctx.obj["quiet"],
    )  # fmt: skip
    click.echo(overview, nl=False)
    if failed:
        ctx.exit(ExitCode.INPUT)


@cli.command()
@click.argument("jobs", nargs=-1, required=True, metavar="JOB...")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "toml"]),
    default="text",
    show_default=True,
    help="toml writes a keyword pack to edit and keep.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to a file.")
@click.pass_context
def job(ctx: click.Context, jobs: tuple[str, ...], format_: str, output: Path | None) -> None:
    """Show what a job description asks for. JOB is a file, or - for standard input."""
    from atscheck.jobs import read_job
    from atscheck.renderers import render_jobs

    targets = [read_job(_read(name)) for name in jobs]
    color = ctx.obj["color"] and output is None
    emit(render_jobs(targets, format_, width=terminal_width(), color=color), output)


@cli.command()
@click.argument("resume")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the output.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to a file.")
@click.pass_context
def text(ctx: click.Context, resume: str, format_: str, output: Path | None) -> None:
    """Show what an ATS reads: the text in order, sections, contact, and what it may lose."""
    from atscheck.renderers import render_text
    from atscheck.resume import parse

    color = ctx.obj["color"] and output is None
    emit(render_text(parse(_read(resume)), format_, width=terminal_width(), color=color), output)


@cli.group()
def packs() -> None:
    """Keyword packs: list, show, check."""


@packs.command("list")
def list_packs() -> None:
    """List the packs that come with atscheck."""
    from atscheck.skills import load_pack, pack_names

    for name in pack_names():
        pack = load_pack(name)
        must = sum(k.tier == "must" for k in pack.keywords)
        good = len(pack.keywords) - must
        click.echo(f"{name}  {pack.title}: {must} must-have, {good} good-to-have keywords")


@packs.command("show")
@click.argument("name")
@click.pass_context
def show_pack(ctx: click.Context, name: str) -> None:
    """Show a pack's keywords, sub-skills, levels and red flags."""
    from atscheck.renderers.packs import render_pack
    from atscheck.skills import load_pack

    click.echo(
        render_pack(load_pack(name), width=terminal_width(), color=ctx.obj["color"]), nl=False
    )


@packs.command("check")
@click.argument("names", nargs=-1, metavar="[NAME|FILE]...")
def check_packs(names: tuple[str, ...]) -> None:
    """Check packs (all that come with atscheck if none is named) and the lexicon."""
    from atscheck.skills import load_pack, pack_names
    from atscheck.skills.lexicon import load_lexicon

    lexicon = load_lexicon()
    click.echo(f"lexicon: {len(lexicon.terms)} terms, {len(lexicon.surfaces)} names")
    for name in names or pack_names():
        pack = load_pack(name)
        unknown = [
            k.name for k in pack.keywords if not any(t.name in lexicon.terms for t in k.terms)
            and not any(t.field for t in k.terms)
        ]  # fmt: skip
        note = f", {len(unknown)} not in the lexicon: {', '.join(unknown)}" if unknown else ""
        click.echo(f"{name}: {len(pack.keywords)} keywords{note}")


@cli.group()
def rules() -> None:
    """The checks: list, show."""


@rules.command("list")
def list_rules() -> None:
    """List every rule with its severity and summary."""
    from atscheck.checks import RULES

    for rule in sorted(RULES.values(), key=lambda r: r.code):
        click.echo(f"{rule.code}  {rule.severity!s:7}  {rule.name:28}  {rule.summary}")


@rules.command("show")
@click.argument("code")
def show_rule(code: str) -> None:
    """Show a rule with its reason, source and examples."""
    from atscheck.checks import RULES
    from atscheck.checks.docs import rule_text

    by_name = {rule.name: rule for rule in RULES.values()}
    rule = RULES.get(code.upper()) or by_name.get(code.lower())
    if rule is None:
        raise click.UsageError(f"there is no rule {code!r}; see atscheck rules list")
    click.echo(rule_text(rule))


def _read(name: str) -> Any:
    """The document that an argument names."""
    from atscheck import documents

    if name == "-":
        return documents.read(sys.stdin.buffer.read(), path="-")
    return documents.read(name)


def _complain(error: AtscheckError, ctx: click.Context | None = None) -> None:
    """One line on standard error: what is wrong; what to do."""
    from atscheck.renderers.safe import term_safe

    click.echo(f"error: {term_safe(str(error))}", err=True)
    if ctx is not None and ctx.obj.get("debug"):
        import traceback

        traceback.print_exception(error)


def main() -> None:
    """Run the command line; the one place where errors become exit codes."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    logging.basicConfig(level=logging.CRITICAL)
    debug = "--debug" in sys.argv
    try:
        code = cli.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        code = ExitCode.INTERRUPTED
    except AtscheckError as error:
        if debug:
            raise
        _complain(error)
        code = error.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        code = ExitCode.DONE
    except Exception as error:
        if debug:
            raise
        message = f"a fault of atscheck ({type(error).__name__}); please report it with --debug"
        click.echo(f"error: {message}", err=True)
        code = 70
    sys.exit(int(code or 0))
