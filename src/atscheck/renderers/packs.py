"""A keyword pack for people to read."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from atscheck.renderers.console import printed
from atscheck.renderers.safe import one_line
from atscheck.renderers.view import View
from atscheck.skills.model import Target


def render_pack(target: Target, *, width: int, color: bool) -> str:
    """A pack's keywords, sub-skills, levels, red flags, resources and advice."""
    return printed(_pack(target), View(width, color))


def _pack(target: Target) -> Iterator[Text]:
    yield Text(one_line(target.title), "bold")
    yield Text(one_line(target.summary))
    for keyword in target.keywords:
        yield Text(f"  {keyword.tier}  {one_line(keyword.name)}")
