"""``scan`` and ``compare``: resumes against a pack or a posting."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from atscheck.errors import ExitCode, InputError
from atscheck.options import (
    SEVERITIES,
    Command,
    is_set,
    job_option,
    pack_option,
    page,
    report_options,
    take_selection,
)
from atscheck.streams import complain, emit, link_folder, read_document, warn

if TYPE_CHECKING:
    import datetime as dt

    from atscheck.report import Report
    from atscheck.skills.model import Target

resumes_argument = click.argument(
    "resumes", nargs=-1, required=True, metavar="RESUME...", type=click.Path(allow_dash=True)
)


@click.command(cls=Command)
@resumes_argument
@pack_option(required=True)
@report_options
@click.pass_context
def scan(ctx: click.Context, /, resumes: tuple[str, ...], pack: str, **options: Any) -> None:
    """Check resumes against a keyword pack.

    RESUME is a PDF, Word, text, Markdown or HTML file, or - for standard input.
    """
    from atscheck.skills import load_pack

    _check(ctx, resumes, load_pack(pack), **options)


@click.command(cls=Command)
@resumes_argument
@job_option(required=True)
@report_options
@click.pass_context
def compare(
    ctx: click.Context, /, resumes: tuple[str, ...], job: str, ocr: bool, **options: Any
) -> None:
    """Check resumes against a job description.

    RESUME is a PDF, Word, text, Markdown or HTML file, or - for standard input.
    """
    from atscheck.jobs import read_job, with_alternatives

    if job == "-" and "-" in resumes:
        raise click.UsageError("only one of RESUME and --job can be standard input")
    _check(
        ctx, resumes, with_alternatives(read_job(read_document(job, ocr=ocr))), ocr=ocr, **options
    )


def _check(
    ctx: click.Context,
    resumes: tuple[str, ...],
    target: Target,
    *,
    format_: str,
    output: Path | None,
    verbose: bool,
    as_of: dt.date | None,
    ocr: bool,
    **others: Any,
) -> None:
    """Check, render, and choose the exit code; a file that cannot be read costs itself only."""
    from atscheck.checks.selection import unknown
    from atscheck.renderers import render_all
    from atscheck.scan import check, present

    _require_alone(resumes, format_)
    today = present(as_of)
    selection = take_selection(others)
    reports: list[Report] = []
    for resume in resumes:
        try:
            document = read_document(resume, ocr=ocr)
            for name in unknown(document):
                warn(f"{resume}: its own text wants rule {name!r} silent, and there is none")
            reports.append(check(document, target, as_of=today, selection=selection))
        except InputError as error:
            complain(error, debug=is_set(ctx, "debug"))
    if reports:
        look = page(ctx, output)
        links = link_folder(sys.stdout) if look["color"] and output is None else ""
        emit(render_all(reports, format_, verbose=verbose, links=links, **look), output)
    missed = [why for report in reports for why in _misses(report, **others)]
    if not is_set(ctx, "quiet"):
        for why in missed:
            warn(why)
    if len(reports) < len(resumes):
        ctx.exit(ExitCode.INPUT)
    if missed:
        ctx.exit(ExitCode.THRESHOLD)


def _require_alone(resumes: tuple[str, ...], format_: str) -> None:
    """Refuse several resumes where only one makes sense."""
    if len(resumes) == 1:
        return
    if "-" in resumes:
        raise click.UsageError("- (standard input) must be the only resume")
    if format_ == "pdf":
        raise click.UsageError("--format pdf marks one resume at a time")


def _misses(report: Report, fail_under: float | None, fail_on: str | None) -> list[str]:
    """The thresholds of the user that a report misses, in words."""
    missed = []
    if fail_under is not None and report.score is None:
        missed.append(f"{report.path}: there is no score, so none of {fail_under:g} or more")
    elif fail_under is not None and report.score and report.score.overall < fail_under:
        missed.append(f"{report.path}: the score {report.score.overall:g} is under {fail_under:g}")
    if fail_on is not None:
        limit = SEVERITIES.index(fail_on) + 1
        severe = sum(f.severity >= limit for f in report.findings)
        if severe:
            missed.append(f"{report.path}: findings of severity {fail_on} or more: {severe}")
    return missed
