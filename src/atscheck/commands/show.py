"""``job`` and ``text``: what a posting asks for, and what a machine reads in a resume."""

from __future__ import annotations

from pathlib import Path

import click

from atscheck.options import Command, file_option, format_option, page
from atscheck.streams import emit, read_document


@click.command(cls=Command)
@click.argument("jobs", nargs=-1, required=True, metavar="JOB...", type=click.Path(allow_dash=True))
@format_option(("text", "json", "toml"), "toml writes a keyword pack to edit and keep.")
@file_option()
@click.pass_context
def job(ctx: click.Context, jobs: tuple[str, ...], format_: str, output: Path | None) -> None:
    """Show what job descriptions ask for. JOB is a file, or - for standard input."""
    from atscheck.jobs import read_job
    from atscheck.renderers import render_jobs

    if format_ == "toml" and len(jobs) > 1:
        raise click.UsageError("--format toml makes a pack of one JOB")
    targets = [read_job(read_document(name)) for name in jobs]
    emit(render_jobs(targets, format_, **page(ctx, output)), output)


@click.command(cls=Command, short_help="Show what an ATS reads in a resume.")
@click.argument("resume", type=click.Path(allow_dash=True))
@format_option(("text", "json"), "Form of the output.")
@file_option()
@click.pass_context
def text(ctx: click.Context, resume: str, format_: str, output: Path | None) -> None:
    """Show what an ATS reads: contact, sections, the text in order, and what may be lost.

    RESUME is a PDF, Word, text, Markdown or HTML file, or - for standard input.
    """
    from atscheck.renderers import render_text
    from atscheck.resume import parse

    emit(render_text(parse(read_document(resume)), format_, **page(ctx, output)), output)
