"""What a machine reads in a resume: contact, sections, the text in order, and what is lost."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from atscheck.renderers import json
from atscheck.renderers.console import printed
from atscheck.renderers.safe import term_safe
from atscheck.renderers.view import View
from atscheck.report import reading_to_dict
from atscheck.resume.model import Resume


def render_text(resume: Resume, format: str, view: View) -> str:
    """The resume as read, as "text" or "json"."""
    if format == "json":
        return json.dump(reading_to_dict(resume))
    return printed(_reading(resume), view)


def _reading(resume: Resume) -> Iterator[Text]:
    for line in resume.document.lines:
        yield Text(f"{line.number:>4}  {term_safe(resume.document.line_text(line))}")
