"""What postings ask for, as text, JSON, or a keyword pack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from atscheck.jobs import with_alternatives
from atscheck.jobs.shared import joint_target, shared_by
from atscheck.renderers import content, json, sightings
from atscheck.renderers.console import QUIET, heading, indented, printed, rows
from atscheck.renderers.safe import one_line
from atscheck.renderers.view import View
from atscheck.report import job_to_dict
from atscheck.skills.model import Keyword, Target, Tier
from atscheck.skills.template import toml_list, toml_text

Parts = Iterator[RenderableType]


def render_jobs(targets: Sequence[Target], format: str, view: View) -> str:
    """What several postings share, then each (as JSON: one object, or a list).

    As a pack it is one: the posting, or what several share.
    """
    if format == "json":
        data = [job_to_dict(target) for target in targets]
        return json.dump(data[0] if len(data) == 1 else data)
    if format == "toml":
        return _pack(joint_target(targets), [target.name for target in targets])
    shown = [printed(_posting(target), view) for target in targets]
    if len(targets) > 1:
        shown.insert(0, printed(_shared(targets), view))
    return "\n\n".join(shown)


def _shared(targets: Sequence[Target]) -> Parts:
    yield Text(f"What {len(targets)} postings share", "bold")
    table = rows(8, None)
    shared = shared_by(targets)
    for each in shared:
        name = Text(one_line(each.keyword.name))
        name.append("  must" if each.demands == each.postings else "", QUIET)
        if 0 < each.demands < each.postings:
            name.append(f"  must in {each.demands}", QUIET)
        table.add_row(Text(f"{each.postings} of {len(targets)}", QUIET), name)
    yield indented(table) if shared else Text("  nothing that two of them ask for", QUIET)


def _posting(target: Target) -> Parts:
    yield Text(one_line(target.title), "bold")
    yield Text(one_line(target.name), QUIET)
    whole = with_alternatives(target)
    for tier, title in sightings.TIERS:
        keywords = [k for k in whole.keywords if k.tier == tier]
        if keywords:
            yield from (
                "",
                heading(title, f"{len(keywords)}, with the line and the words of the posting"),
            )
            yield from _keywords(keywords)
    if target.requirements is not None:
        yield from ("", heading("Besides keywords"))
        table = rows(11, None)
        for label, value in content.requirements(target.requirements):
            table.add_row(Text(label, QUIET), value)
        yield indented(table)


def _keywords(keywords: Sequence[Keyword]) -> Parts:
    table = rows(5, None)
    for keyword in keywords:
        name = sightings.either([term.name for term in keyword.terms], 99)
        text = Text(name)
        own = one_line(keyword.text or keyword.name)
        if own.casefold() != keyword.terms[0].name.casefold():
            text.append(f"  “{own}”", QUIET)
        table.add_row(Text(f"l{keyword.line}" if keyword.line else "", QUIET), text)
    yield indented(table)


def _pack(target: Target, files: Sequence[str]) -> str:
    """The target as a keyword pack, one keyword to a line; ``files`` are where it comes from."""
    told = (f"job description: {one_line(name)}" for name in dict.fromkeys(files))
    lines = [
        "# Made by atscheck from a job description: edit it and keep it.",
        "schema = 1",
        f"name = {toml_text(_slug(target.title))}",
        f"title = {toml_text(one_line(target.title))}",
        f"sources = {toml_list(told)}",
        *_besides(target),
        "",
        "[keywords]",
    ]
    tiers: tuple[Tier, ...] = ("must", "good")
    for tier in tiers:
        names = (one_line(k.name) for k in target.keywords if k.tier == tier)
        lines.append(f"{tier} = {toml_list(names)}")
    return "\n".join(lines) + "\n"


def _besides(target: Target) -> Iterator[str]:
    """What a pack has no place for, as comments."""
    asked = [*content.requirements(target.requirements)] if target.requirements else []
    told = [f"# - {kind}: {value}" for kind, value in asked if kind not in ("either", "tiers")]
    if told:
        yield from ("", "# Besides keywords the posting asks for:", *told)


def _slug(title: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", title.casefold())) or "job"
