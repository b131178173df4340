"""``job`` and ``text``: what a posting asks for, and what a machine reads in a resume."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from atscheck.options import (
    Command,
    blind_option,
    file_option,
    format_option,
    ocr_option,
    page,
    verbose_option,
    view_option,
)
from atscheck.streams import emit, read_document

if TYPE_CHECKING:
    from atscheck.renderers.lines import Order


@click.command(cls=Command)
@click.argument("jobs", nargs=-1, required=True, metavar="JOB...", type=click.Path(allow_dash=True))
@ocr_option
@format_option(("text", "json", "toml"), "toml writes a keyword pack to edit and keep.")
@file_option()
@click.pass_context
def job(
    ctx: click.Context, jobs: tuple[str, ...], ocr: bool, format_: str, output: Path | None
) -> None:
    """Show what job descriptions ask for. JOB is a file, or - for standard input."""
    from atscheck.jobs import read_job
    from atscheck.renderers import render_jobs

    if format_ == "toml" and len(jobs) > 1:
        raise click.UsageError("--format toml makes a pack of one JOB")
    targets = [read_job(read_document(name, ocr=ocr)) for name in jobs]
    emit(render_jobs(targets, format_, **page(ctx, output)), output)


@click.command(cls=Command, short_help="Show what an ATS reads in a resume.")
@click.argument("resume", type=click.Path(allow_dash=True))
@ocr_option
@view_option
@format_option(("text", "json", "jsonresume"), "jsonresume is a resume in the JSON Resume schema.")
@file_option()
@verbose_option("Show every loss.")
@blind_option
@click.pass_context
def text(
    ctx: click.Context,
    resume: str,
    ocr: bool,
    order: Order,
    format_: str,
    output: Path | None,
    verbose: bool,
    blind: bool,
) -> None:
    """Show what an ATS reads: what it files, what may be lost, and the text in order.

    RESUME is a PDF, Word, text, Markdown or HTML file, or - for standard input.
    """
    from atscheck.renderers import render_text
    from atscheck.report import blinded_resume
    from atscheck.resume import parse

    parsed = parse(read_document(resume, ocr=ocr))
    if blind:
        parsed = blinded_resume(parsed)
    look = page(ctx, output)
    emit(render_text(parsed, format_, order=order, verbose=verbose, **look), output)
