"""The shape that every part of the report for a terminal has, in short and in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import RenderableType
from rich.text import Text

from atscheck.renderers.console import LABEL, QUIET, heading, indented, rows
from atscheck.renderers.view import View


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report.

    Attributes:
        title, note: its heading, and a remark beside it.
        body: what stands under the heading.
        label, gist: what the first screen says of it in a line or two, without a heading; where
            they are missing, the body stands there too.
        close: whether it follows without a blank line there.
    """

    title: str
    note: str
    body: tuple[RenderableType, ...]
    label: str = ""
    gist: Text | None = None
    close: bool = False


def laid_out(sections: Iterable[Section], view: View) -> Iterator[RenderableType]:
    """The sections in full, or what the first screen has of them, the gists in one table."""
    gists = rows(LABEL, None)
    for section in sections:
        if section.gist is not None and not view.verbose:
            gists.add_row(Text(section.label, QUIET), section.gist)
            continue
        if view.verbose or not section.close:
            yield ""
        yield heading(section.title, section.note)
        yield from map(indented, section.body)
    if gists.row_count:
        yield from ("", heading("In short"))
        yield indented(gists)
