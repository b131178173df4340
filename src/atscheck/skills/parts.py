"""The parts of a pack that refer to its keywords: sub-skills, levels, red flags and the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from atscheck.skills.lexicon import surface_key
from atscheck.skills.model import Advice, Group, Keyword, Level, Phrasing, RedFlag, Resource
from atscheck.skills.patterns import read_patterns
from atscheck.skills.tables import MAX_TEXT, Table, nearest, quoted

MAX_KEYWORDS = 20_000
"""The most keywords that a pack may have (reliability.md, 8.2)."""

WEIGHT_TOLERANCE = 0.001
"""How far the groups' weights may be from 1: three times 0.333 is near enough."""

_SEVERITIES: tuple[Literal["info", "warning"], ...] = ("info", "warning")


def alternatives(table: Table, key: str, text: str) -> tuple[str, ...]:
    """The names in a text like "PyTorch | TensorFlow", which stands at ``key``."""
    names = tuple(name.strip() for name in text.split("|"))
    if "" in names:
        table.fail(key, f"{quoted(text)} lacks a name beside a bar", "write A | B, or take it out")
    if len({surface_key(name) for name in names}) < len(names):
        table.fail(key, f"{quoted(text)} names the same thing twice", "take one out")
    return names


class Names:
    """The ways in which the rest of a pack may name its keywords.

    A keyword with alternatives goes by its first one too: "PyTorch" for "PyTorch | TensorFlow".
    """

    def __init__(self, keywords: Iterable[Keyword]) -> None:
        names = [keyword.name for keyword in keywords]
        first = {name.split(" | ")[0]: name for name in reversed(names)}
        self._names = {**first, **{name: name for name in names}}

    def of(self, table: Table, key: str, *, required: bool = True) -> tuple[str, ...]:
        """The names of the keywords in the list at ``key``."""
        found: dict[str, None] = {}
        for text in table.texts(key, required=required):
            name = self._names.get(" | ".join(part.strip() for part in text.split("|")))
            if name is None:
                hint = nearest(text, self._names) or "add it to must or good under [keywords]"
                table.fail(key, f"{quoted(text)} is no keyword of this pack", hint)
            if name in found:
                table.fail(key, f"{quoted(name)} stands in it twice", "take one out")
            found[name] = None
        return tuple(found)


def read_groups(pack: Table, names: Names) -> Iterator[Group]:
    """The sub-skills; a keyword shows one of them at most, and the weights sum to 1."""
    total, owner = 0.0, dict[str, str]()
    for table in _named(pack, "groups", ("name", "title", "weight", "keywords")):
        group = Group(
            table.text("name"),
            table.text("title"),
            table.number("weight"),
            names.of(table, "keywords"),
        )
        for name in group.keywords:
            if name in owner:
                message = f"{quoted(name)} stands in the group {quoted(owner[name])} as well"
                table.fail("keywords", message, "keep it in one group")
            owner[name] = group.name
        total += group.weight
        yield group
    if owner and abs(total - 1) > WEIGHT_TOLERANCE:
        message = f"the weights of the groups sum to {total:.4g}"
        pack.fail("groups", message, "change them so that they sum to 1")


def read_levels(pack: Table) -> Iterator[Level]:
    """The levels of proficiency, the lowest first."""
    for table in _named(pack, "levels", ("name", "title", "at_least", "evidence")):
        evidence = tuple(
            " | ".join(alternatives(table, "evidence", text))
            for text in table.texts("evidence", required=True)
        )
        at_least = table.count("at_least", most=len(evidence))
        yield Level(table.text("name"), table.text("title"), evidence, at_least)


def read_red_flags(pack: Table, names: Names) -> Iterator[RedFlag]:
    """What makes an expert doubt."""
    keys = (
        "name", "message", "advice", "severity", "pattern", "unless", "listed_only", "at_least",
    )  # fmt: skip
    for table in _named(pack, "red_flags", keys):
        flag = RedFlag(
            name=table.text("name"),
            message=table.text("message", limit=MAX_TEXT),
            advice=table.text("advice", limit=MAX_TEXT),
            severity=table.choice("severity", _SEVERITIES),
            pattern=read_patterns(table, "pattern"),
            unless=read_patterns(table, "unless"),
            listed_only=names.of(table, "listed_only", required=False),
            at_least=table.count("at_least", most=MAX_KEYWORDS, default=1),
        )
        if not flag.pattern and not flag.listed_only:
            hint = 'add pattern = ["…"] with the phrases that raise it'
            table.fail("", "nothing raises this red flag", hint)
        if flag.listed_only and not flag.pattern and flag.at_least > len(flag.listed_only):
            message = f"is more than the {len(flag.listed_only)} keywords of listed_only"
            table.fail("at_least", message, "lower it, so that the flag can be raised")
        yield flag


def read_phrasing(pack: Table, names: Names) -> Iterator[Phrasing]:
    """The statements to start from."""
    for table in pack.tables("phrasing", ("for", "text")):
        yield Phrasing(names.of(table, "for"), table.text("text", limit=MAX_TEXT))


def read_resources(pack: Table, names: Names) -> Iterator[Resource]:
    """Where to learn keywords."""
    for table in pack.tables("resources", ("title", "for", "url")):
        yield Resource(table.text("title"), names.of(table, "for"), _url(table))


def read_advice(pack: Table) -> Iterator[Advice]:
    """What people ask, and the answers."""
    for table in pack.tables("advice", ("question", "answer")):
        yield Advice(table.text("question"), table.text("answer", limit=MAX_TEXT))


def _named(pack: Table, key: str, keys: tuple[str, ...]) -> Iterator[Table]:
    """The tables at ``key``, each with a ``name`` of its own."""
    names: set[str] = set()
    for table in pack.tables(key, keys):
        name = table.text("name")
        if name in names:
            table.fail("name", f"{quoted(name)} is the name of another one", "choose a name")
        names.add(name)
        yield table


def _url(table: Table) -> str | None:
    url = table.text("url", default="")
    if url and not re.fullmatch(r"https?://[^\s/]+(?:/\S*)?", url):
        table.fail("url", f"{quoted(url)} is no web address", "write one that begins https://")
    return url or None
