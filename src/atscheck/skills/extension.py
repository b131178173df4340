"""A pack that is built on another one: what it takes from its base, and what is its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from atscheck.skills.lexicon import surface_key
from atscheck.skills.model import Group, Keyword, Phrasing, RedFlag, Resource, Target


def inherited(
    base: Iterable[Keyword], own: tuple[Keyword, ...], dropped: Collection[str]
) -> tuple[Keyword, ...]:
    """A pack's keywords: those of its base, without those it drops or names itself, and its own."""
    named = {surface_key(keyword.name) for keyword in own}
    kept = (k for k in base if k.name not in dropped and surface_key(k.name) not in named)
    return (*kept, *own)


def extended(base: Target, own: Target) -> Target:
    """``own``, whose keywords are all there, with the rest of ``base``.

    Sub-skills and levels are those of the base, unless the pack has its own: their weights and
    order make sense only together. All else is added to the base's; what has the name of a thing
    in the base stands in its place. What is left without keywords is gone.
    """
    names = {keyword.name for keyword in own.keywords}
    flags = {flag.name: flag for flag in (*_flags(base, names), *own.red_flags)}
    advice = {each.question: each for each in (*base.advice, *own.advice)}
    return replace(
        own,
        summary=own.summary or base.summary,
        sources=tuple(dict.fromkeys((*own.sources, *base.sources))),
        groups=own.groups or tuple(_groups(base, names)),
        levels=own.levels or base.levels,
        red_flags=tuple(flags.values()),
        phrasing=(*own.phrasing, *_phrasing(base, names)),
        resources=(*own.resources, *_resources(base, names)),
        advice=tuple(advice.values()),
        titles=own.titles or base.titles,
        occupations=own.occupations or base.occupations,
    )


def _groups(base: Target, names: Collection[str]) -> Iterable[Group]:
    """The base's sub-skills that still have keywords, their weights made to sum to 1 again."""
    kept = [(group, _kept(group.keywords, names)) for group in base.groups]
    total = sum(group.weight for group, keywords in kept if keywords)
    for group, keywords in kept:
        if keywords:
            yield replace(group, weight=group.weight / total, keywords=keywords)


def _flags(base: Target, names: Collection[str]) -> Iterable[RedFlag]:
    """The base's red flags that can still be raised."""
    for flag in base.red_flags:
        listed = _kept(flag.listed_only, names)
        if flag.pattern or len(listed) >= flag.at_least:
            yield replace(flag, listed_only=listed)


def _phrasing(base: Target, names: Collection[str]) -> Iterable[Phrasing]:
    for phrasing in base.phrasing:
        if keywords := _kept(phrasing.keywords, names):
            yield replace(phrasing, keywords=keywords)


def _resources(base: Target, names: Collection[str]) -> Iterable[Resource]:
    for resource in base.resources:
        if keywords := _kept(resource.keywords, names):
            yield replace(resource, keywords=keywords)


def _kept(keywords: Iterable[str], names: Collection[str]) -> tuple[str, ...]:
    return tuple(name for name in keywords if name in names)
