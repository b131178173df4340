"""``scan`` and ``compare``: resumes against a pack or a posting."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from atscheck.errors import ExitCode, InputError, TargetError
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
from atscheck.streams import Reading, complain, emit, link_folder, warn

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from atscheck.documents.model import Document
    from atscheck.report import Report
    from atscheck.skills.model import Target

    Choice = Callable[[Document], Target]
    """What says which target a resume is checked against."""

resumes_argument = click.argument(
    "resumes", nargs=-1, required=True, metavar="RESUME...", type=click.Path(allow_dash=True)
)


@click.command(cls=Command)
@resumes_argument
@pack_option(required=True, auto=True)
@report_options
@click.pass_context
def scan(
    ctx: click.Context, /, resumes: tuple[str, ...], pack: str, ocr: bool, **options: Any
) -> None:
    """Check resumes against a keyword pack.

    RESUME is a PDF, Word, text, Markdown or HTML file, or - for standard input.
    """
    from atscheck.skills.packs import AUTO, load_pack

    readings = _started(resumes, ocr=ocr)
    if pack == AUTO:
        choose = partial(_fitting, blind=options["blind"], quiet=is_set(ctx, "quiet"))
        _check(ctx, readings, choose, **options)
    else:
        _check(ctx, readings, _always(load_pack(pack)), **options)


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
    posting = Reading(job, ocr=ocr)
    posting.start()
    readings = _started(resumes, ocr=ocr)
    _check(ctx, readings, _always(with_alternatives(read_job(posting.document()))), **options)


def _always(target: Target) -> Choice:
    """The one target, whatever the resume."""
    return lambda _: target


def _fitting(document: Document, *, blind: bool, quiet: bool) -> Target:
    """The pack that a resume fits best, with a word on why, and on the next ones."""
    from atscheck.renderers.phrases import fitting
    from atscheck.report import blind_name
    from atscheck.scan import fitting_pack

    name = blind_name(document.sha256) if blind else document.path
    try:
        target, found = fitting_pack(document)
    except TargetError as error:
        raise TargetError(f"{name}: {error.message}", error.hint) from error
    if not quiet:
        warn(f"{name}: {fitting(found)}")
    return target


def _started(resumes: tuple[str, ...], *, ocr: bool) -> list[Reading]:
    """The resumes, the first of which is read while this process loads what it needs."""
    readings = [Reading(name, ocr=ocr) for name in resumes]
    readings[0].start()
    return readings


def _check(
    ctx: click.Context,
    resumes: list[Reading],
    choose: Choice,
    *,
    format_: str,
    output: Path | None,
    verbose: bool,
    blind: bool,
    **others: Any,
) -> None:
    """Check, render, and choose the exit code; a file that cannot be read costs itself only."""
    from atscheck.data import lasting

    with lasting():
        from atscheck.renderers import render_all
        from atscheck.report import blinded

    _require_alone([reading.name for reading in resumes], format_)
    limits = {name: others.pop(name) for name in ("fail_under", "fail_on")}
    reports = [*_reports(ctx, resumes, choose, blind=blind, **others)]
    shown = [blinded(report) for report in reports] if blind else reports
    if reports:
        look = page(ctx, output)
        links = link_folder(sys.stdout) if look["color"] and output is None else ""
        told = None if is_set(ctx, "quiet") else warn
        emit(render_all(shown, format_, verbose=verbose, links=links, warn=told, **look), output)
    missed = [
        why
        for report, named in zip(reports, shown, strict=True)
        for why in _misses(report, named.path, **limits)
    ]
    if not is_set(ctx, "quiet"):
        for why in missed:
            warn(why)
    if len(reports) < len(resumes):
        ctx.exit(ExitCode.INPUT)
    if missed:
        ctx.exit(ExitCode.THRESHOLD)


def read_resume(reading: Reading, *, blind: bool = False) -> Document:
    """The resume that is read, with a warning of each rule it silences and nobody knows.

    Raises:
        InputError: if it cannot be read.
    """
    from atscheck.checks.selection import unknown
    from atscheck.report import blind_name

    document = reading.document()
    name = blind_name(document.sha256) if blind else reading.name
    for rule in unknown(document):
        warn(f"{name}: its own text wants rule {rule!r} silent, and there is none")
    return document


def _require_alone(resumes: list[str], format_: str) -> None:
    """Refuse several resumes where only one makes sense."""
    if len(resumes) == 1:
        return
    if "-" in resumes:
        raise click.UsageError("- (standard input) must be the only resume")
    if format_ == "pdf":
        raise click.UsageError("--format pdf marks one resume at a time")


def _reports(
    ctx: click.Context,
    resumes: list[Reading],
    choose: Choice,
    *,
    blind: bool,
    as_of: dt.date | None,
    **checks: Any,
) -> Iterator[Report]:
    """The report of each resume that can be read; of the others it says why not."""
    from atscheck.documents import sha256_of
    from atscheck.matching import prepare
    from atscheck.report import blind_name
    from atscheck.scan import check, present

    today = present(as_of)
    selection = take_selection(checks)
    prepare()
    for resume, following in zip_longest(resumes, resumes[1:]):
        try:
            document = read_resume(resume, blind=blind)
            if following:
                following.start()
            target = choose(document)
        except (InputError, TargetError) as error:
            if isinstance(error, InputError) and blind and resume.name != "-":
                error.path = blind_name(sha256_of(resume.name))
            complain(error, debug=is_set(ctx, "debug"))
            continue
        yield check(document, target, as_of=today, selection=selection)


def _misses(report: Report, path: str, fail_under: float | None, fail_on: str | None) -> list[str]:
    """The thresholds of the user that the report of ``path`` misses, in words."""
    missed = []
    if fail_under is not None and report.score is None:
        missed.append(f"{path}: there is no score, so none of {fail_under:g} or more")
    elif fail_under is not None and report.score and report.score.overall < fail_under:
        missed.append(f"{path}: the score {report.score.overall:g} is under {fail_under:g}")
    if fail_on is not None:
        limit = SEVERITIES.index(fail_on) + 1
        severe = sum(f.severity >= limit for f in report.findings)
        if severe:
            missed.append(f"{path}: findings of severity {fail_on} or more: {severe}")
    return missed
