"""A keyword pack for people to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from atscheck.matching.fit import Fit
from atscheck.renderers import phrases, sightings
from atscheck.renderers.console import QUIET, advice, heading, indented, printed, rows
from atscheck.renderers.safe import one_line
from atscheck.renderers.view import View
from atscheck.skills.model import Target
from atscheck.skills.statistics import Statistics

Parts = Iterator[RenderableType]

ALL = 999
"""More alternatives than any keyword has."""

EXPLAINED = 3
"""For how many packs the reasons of a fit are told: who is like a fourth role has seen enough."""


def render_pack(target: Target, *, width: int, color: bool) -> str:
    """A pack's keywords, sub-skills, levels, red flags, phrasing, resources and advice."""
    return printed(_pack(target), View(width, color))


def render_fits(fits: Sequence[Fit], *, width: int, color: bool) -> str:
    """How a resume fits packs, the best first, and why it fits the first few."""
    longest = max((len(fit.pack.name) for fit in fits), default=0)
    table = rows(longest, None)
    for at, fit in enumerate(fits):
        asked = (len(fit.must), len(fit.pack.must), len(fit.good), len(fit.pack.good))
        table.add_row(
            Text(one_line(fit.pack.name), "bold" if at < EXPLAINED else ""),
            "must-have {} of {}, good-to-have {} of {}".format(*asked),
        )
        if at < EXPLAINED and (reasons := phrases.reasons(fit)):
            table.add_row("", Text(one_line(", ".join(reasons)), QUIET))
    return printed([table], View(width, color))


def render_statistics(figures: Sequence[Statistics], *, width: int, color: bool) -> str:
    """What packs have, a line for each."""
    longest = max((len(each.name) for each in figures), default=0)
    heads = ("must", "good", "skills", "flags", "phrases", "links", "known")
    table = rows(longest, *(len(head) for head in heads))
    table.add_row("", *(Text(head, QUIET, justify="right") for head in heads))
    for each in figures:
        counts = (
            each.must, each.good, each.skills, each.flags, each.phrasing,
            each.resources, phrases.percent(each.known),
        )  # fmt: skip
        right = (Text(str(count), justify="right") for count in counts)
        table.add_row(one_line(each.name), *right)
    nearest = rows(longest, None)
    for each in sorted(figures, key=lambda each: -each.overlap):
        if each.nearest:
            share = f"{phrases.percent(each.overlap)} {one_line(each.nearest)}"
            nearest.add_row(one_line(each.name), share)
    parts: list[RenderableType] = [table]
    if nearest.row_count:
        parts += [Text(), heading("Most in common", "of what either of two asks for"), nearest]
    return printed(parts, View(width, color))


def _pack(target: Target) -> Parts:
    yield Text.assemble((one_line(target.title), "bold"), (f"  {one_line(target.name)}", QUIET))
    if target.summary:
        yield Text(one_line(target.summary))
    yield from _keywords(target)
    yield from _skills(target)
    yield from _levels(target)
    yield from _flags(target)
    yield from _texts(target)
    yield from _list("Sources", target.sources)


def _keywords(target: Target) -> Parts:
    for tier, title in sightings.TIERS:
        keywords = [k for k in target.keywords if k.tier == tier]
        if keywords:
            yield from ("", heading(title, str(len(keywords))))
        for keyword in keywords:
            yield _item(sightings.named([term.name for term in keyword.terms], ALL))


def _skills(target: Target) -> Parts:
    if target.groups:
        yield from ("", heading("Sub-skills", "share of the role"))
    table = rows(5, None)
    for group in target.groups:
        weight = Text(phrases.percent(group.weight), justify="right")
        table.add_row(weight, Text(one_line(group.title), "bold"))
        names = [one_line(name.split("|")[0].strip()) for name in group.keywords]
        table.add_row("", Text(", ".join(names), QUIET))
    yield from _shown(table.row_count, table)


def _levels(target: Target) -> Parts:
    if target.levels:
        yield from ("", heading("Levels"))
    for level in target.levels:
        yield indented(Text(one_line(level.title), "bold"))
        shown = ", ".join(sightings.named(text.split("|"), ALL) for text in level.evidence)
        yield Padding(Text(f"{level.at_least} of: {shown}", QUIET), (0, 0, 0, 4))


def _flags(target: Target) -> Parts:
    if target.red_flags:
        yield from ("", heading("Red flags"))
    for flag in target.red_flags:
        note = (f"  {one_line(flag.name)}, {flag.severity}", QUIET)
        yield _item(Text.assemble(one_line(flag.message), note))
        yield Padding(advice(one_line(flag.advice)), (0, 0, 0, 4))


def _texts(target: Target) -> Parts:
    if target.phrasing:
        yield from ("", heading("Phrasing", "sentences to start from where they are true"))
    for phrasing in target.phrasing:
        names = [name.split("|")[0].strip() for name in phrasing.keywords]
        yield _item(one_line(", ".join(names)))
        yield Padding(advice(one_line(phrasing.text)), (0, 0, 0, 4))
    yield from _list(
        "Where to learn",
        tuple(r.title + (f", {r.url}" if r.url else "") for r in target.resources),
    )
    if target.advice:
        yield from ("", heading("Questions"))
    for item in target.advice:
        yield indented(Text(one_line(item.question), "bold"))
        yield Padding(one_line(item.answer), (0, 0, 0, 4))


def _list(title: str, items: tuple[str, ...]) -> Parts:
    if items:
        yield from ("", heading(title))
    for item in items:
        yield _item(one_line(item))


def _item(text: str | Text) -> RenderableType:
    """One entry of a list, its further lines hanging."""
    table = rows(1, None)
    table.padding = (0, 1, 0, 0)
    table.add_row("•", text)
    return indented(table)


def _shown(count: int, table: RenderableType) -> Parts:
    if count:
        yield indented(table)
