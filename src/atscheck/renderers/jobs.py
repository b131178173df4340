"""What postings ask for, as text, JSON, or a keyword pack."""

from __future__ import annotations

import json as standard_json
import re
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from atscheck.jobs import with_alternatives
from atscheck.renderers import content, json, sightings
from atscheck.renderers.console import QUIET, heading, indented, printed, rows
from atscheck.renderers.safe import one_line
from atscheck.renderers.view import View
from atscheck.report import job_to_dict
from atscheck.skills.model import Keyword, Target, Tier

Parts = Iterator[RenderableType]


def render_jobs(targets: Sequence[Target], format: str, view: View) -> str:
    """The postings one below the other (as JSON: one object, or a list)."""
    if format == "json":
        data = [job_to_dict(target) for target in targets]
        return json.dump(data[0] if len(data) == 1 else data)
    if format == "toml":
        return "\n".join(_pack(with_alternatives(target)) for target in targets)
    return "\n\n".join(printed(_posting(target), view) for target in targets)


def _posting(target: Target) -> Parts:
    yield Text(one_line(target.title), "bold")
    yield Text(one_line(target.name), QUIET)
    whole = with_alternatives(target)
    for tier, title in sightings.TIERS:
        keywords = [k for k in whole.keywords if k.tier == tier]
        if keywords:
            yield heading(title, f"{len(keywords)}, with the line and the words of the posting")
            yield from _keywords(keywords)
    if target.requirements is not None:
        yield heading("Besides keywords")
        table = rows(10, None)
        for label, value in content.requirements(target.requirements):
            table.add_row(Text(label, QUIET), value)
        yield indented(table)


def _keywords(keywords: Sequence[Keyword]) -> Parts:
    table = rows(5, None)
    for keyword in keywords:
        name = sightings.named([term.name for term in keyword.terms], 99)
        text = Text(name)
        own = one_line(keyword.text or keyword.name)
        if own.casefold() != keyword.terms[0].name.casefold():
            text.append(f"  “{own}”", QUIET)
        table.add_row(Text(f"l{keyword.line}" if keyword.line else "", QUIET), text)
    yield indented(table)


def _pack(target: Target) -> str:
    """The posting as a keyword pack, one keyword to a line."""
    lines = [
        "# Made by atscheck from a job description: edit it and keep it.",
        "schema = 1",
        f"name = {_quoted(_slug(target.title))}",
        f"title = {_quoted(target.title)}",
        f"sources = [{_quoted(f'job description: {target.name}')}]",
        "",
        "[keywords]",
    ]
    tiers: tuple[Tier, ...] = ("must", "good")
    for tier in tiers:
        names = [k.name for k in target.keywords if k.tier == tier]
        lines += [f"{tier} = [", *(f"    {_quoted(name)}," for name in names), "]"]
    return "\n".join(lines) + "\n"


def _slug(title: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", title.casefold())) or "job"


def _quoted(text: str) -> str:
    """``text`` as a TOML string: once it is safe to show, JSON's escapes are TOML's."""
    return standard_json.dumps(one_line(text), ensure_ascii=False)
