"""Reports as text: each format is a module with ``render(reports, view)``, loaded when used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from atscheck.renderers.view import View

if TYPE_CHECKING:
    from atscheck.renderers.lines import Order
    from atscheck.report import Difference, Report
    from atscheck.resume.model import Resume
    from atscheck.skills.model import Target

RENDERERS = {
    "text": "terminal",
    "html": "html",
    "json": "json",
    "markdown": "markdown",
    "csv": "csv",
    "sarif": "sarif",
    "github": "github",
    "junit": "junit",
    "pdf": "pdf",
}
"""The formats of a report, and the module of this package that renders each."""


def render_all(
    reports: Sequence[Report],
    format: str,
    *,
    width: int,
    color: bool,
    verbose: bool,
    links: str = "",
    warn: Callable[[str], None] | None = None,
) -> str | bytes:
    """The reports in one of `RENDERERS`: ``width`` columns at most where lines are laid out.

    As "json", one report is one object, several are a list. What is no text comes as bytes.
    ``links`` and ``warn`` are as in `View`.
    """
    render: Callable[[Sequence[Report], View], str | bytes] = _module(RENDERERS[format]).render
    view = View(width, color, verbose, links)
    return render(reports, replace(view, warn=warn) if warn else view)


def render_jobs(targets: Sequence[Target], format: str, *, width: int, color: bool) -> str:
    """What postings ask for, as "text", "json", or "toml" (a keyword pack to edit)."""
    render: Callable[[Sequence[Target], str, View], str] = _module("jobs").render_jobs
    return render(targets, format, View(width, color))


def render_text(
    resume: Resume,
    format: str,
    *,
    order: Order = "visual",
    width: int,
    color: bool,
    verbose: bool = False,
) -> str:
    """What a machine reads in a resume, as "text", "json", or "jsonresume" (JSON Resume 1.0.0).

    ``order`` is that of the lines in "text"; "json" has both.
    """
    render: Callable[[Resume, str, Order, View], str] = _module("reading").render_text
    return render(resume, format, order, View(width, color, verbose))


def render_difference(
    difference: Difference, format: str, *, width: int, color: bool, verbose: bool
) -> str:
    """What a new version of a resume won and lost, as "text", "json" or "markdown"."""
    render: Callable[[Difference, str, View], str] = _module("diff").render_difference
    return render(difference, format, View(width, color, verbose))


def _module(name: str) -> ModuleType:
    return import_module(f"atscheck.renderers.{name}")
