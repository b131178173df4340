"""What postings ask for, as text, JSON, or a keyword pack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from atscheck.renderers import json
from atscheck.renderers.console import printed
from atscheck.renderers.safe import one_line
from atscheck.renderers.view import View
from atscheck.report import job_to_dict
from atscheck.skills.model import Target


def render_jobs(targets: Sequence[Target], format: str, view: View) -> str:
    """The postings one below the other (as JSON: one object, or a list)."""
    if format == "json":
        data = [job_to_dict(target) for target in targets]
        return json.dump(data[0] if len(data) == 1 else data)
    if format == "toml":
        return "\n".join(_pack(target) for target in targets)
    return "\n".join(printed(_posting(target), view) for target in targets)


def _posting(target: Target) -> Iterator[Text]:
    yield Text(one_line(target.title), "bold")
    for keyword in target.keywords:
        yield Text(f"  {keyword.tier}  {one_line(keyword.name)}")


def _pack(target: Target) -> str:
    lines = ["schema = 1", f"name = {_quoted('job')}", f"title = {_quoted(target.title)}"]
    lines.append("[keywords]")
    for tier in ("must", "good"):
        names = [k.name for k in target.keywords if k.tier == tier]
        lines.append(f"{tier} = [{', '.join(map(_quoted, names))}]")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    r"""``text`` as a TOML string: JSON's escapes are TOML's, except for halves of characters."""
    return json.dump(one_line(text)).strip()
