"""Keyword packs: TOML files written by people, read into a `Target` (docs/packs.md)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from atscheck.data import MAX_BYTES, load_table, parse_toml, table_names
from atscheck.errors import PackError
from atscheck.skills.lexicon import Lexicon, load_lexicon, surface_key
from atscheck.skills.model import (
    Advice,
    Group,
    Keyword,
    Level,
    Phrasing,
    RedFlag,
    Resource,
    Target,
    Tier,
)
from atscheck.skills.patterns import read_patterns
from atscheck.skills.tables import MAX_TEXT, Table, nearest, quoted

MAX_KEYWORDS = 20_000
"""The most keywords that a pack may have (reliability.md, 8.2)."""

WEIGHT_TOLERANCE = 0.001
"""How far the groups' weights may be from 1: three times 0.333 is near enough."""

_KEYS = (
    "schema", "name", "title", "summary", "language", "titles", "occupations", "sources", "licence",
    "keywords", "groups", "levels", "red_flags", "phrasing", "resources", "advice",
)  # fmt: skip
_TIERS: tuple[Tier, ...] = ("must", "good")
_SEVERITIES: tuple[Literal["info", "warning"], ...] = ("info", "warning")


def pack_names() -> tuple[str, ...]:
    """The names of the packs that come with atscheck, sorted."""
    return table_names("packs")


def load_pack(name_or_path: str | Path) -> Target:
    """The target that a pack makes: a pack file if there is one of that path, else by its name.

    Raises:
        PackError: naming file, key and remedy, if there is no such pack or it is not valid.
    """
    path = Path(name_or_path)
    there = _there(path)
    if there == "file":
        return read_pack(parse_toml(_read(path), str(path)), str(path))
    name = str(name_or_path)
    if name in pack_names():
        return read_pack(load_table("packs", name), f"packs/{name}.toml")
    if name and there == "folder":
        raise PackError(name, "this is a folder, not a pack", "name one of the files in it")
    if isinstance(name_or_path, Path) or path.suffix == ".toml" or re.search(r"[/\\]", name):
        raise PackError(name, "there is no such file", "check the path")
    guess = nearest(name, pack_names())
    listing = "atscheck packs list shows the packs there are"
    raise PackError(name, "there is no pack of this name", f"{guess} {listing}".strip())


def _there(path: Path) -> Literal["file", "folder", ""]:
    """What stands at ``path``; nothing where no file could have that name."""
    try:
        return "file" if path.is_file() else "folder" if path.is_dir() else ""
    except (OSError, ValueError):
        return ""


def _read(path: Path) -> bytes:
    """The file's bytes; one more than `parse_toml` takes, if there are more."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        hint = "check that you may read it"
        raise PackError(str(path), f"cannot be read: {error.strerror}", hint) from error


def read_pack(values: dict[str, Any], file: str) -> Target:
    """The target in a pack file's table; messages call the file ``file``.

    Raises:
        PackError: naming file, key and remedy.
    """
    pack = Table(file, "", values)
    pack.only(_KEYS)
    if pack.count("schema", most=1_000) != 1:
        pack.fail("schema", "this atscheck reads schema 1 only", "write schema = 1")
    pack.text("licence", default="")
    keywords = _keywords(pack, load_lexicon())
    names = _Names(keywords)
    groups = tuple(_groups(pack, names))
    group_of = {name: group.name for group in groups for name in group.keywords}
    return Target(
        kind="pack",
        name=pack.text("name"),
        title=pack.text("title"),
        keywords=tuple(replace(k, group=group_of.get(k.name)) for k in keywords),
        summary=pack.text("summary", limit=MAX_TEXT, default=""),
        language=_language(pack),
        titles=pack.texts("titles"),
        occupations=_occupations(pack),
        sources=pack.texts("sources"),
        groups=groups,
        levels=tuple(_levels(pack)),
        red_flags=tuple(_red_flags(pack, names)),
        phrasing=tuple(
            Phrasing(names.of(table, "for"), table.text("text", limit=MAX_TEXT))
            for table in pack.tables("phrasing", ("for", "text"))
        ),
        resources=tuple(
            Resource(table.text("title"), names.of(table, "for"), _url(table))
            for table in pack.tables("resources", ("title", "for", "url"))
        ),
        advice=tuple(
            Advice(table.text("question"), table.text("answer", limit=MAX_TEXT))
            for table in pack.tables("advice", ("question", "answer"))
        ),
    )


def _language(pack: Table) -> str:
    """The language of the pack's keywords by its ISO 639-1 code."""
    code = pack.text("language", default="en")
    if not re.fullmatch(r"[a-z]{2}", code):
        pack.fail("language", f"{quoted(code)} is no code of a language", 'write "en", for example')
    return code


def _occupations(pack: Table) -> tuple[str, ...]:
    """The occupations that the pack is for, by their O*NET-SOC codes."""
    codes = pack.texts("occupations")
    for code in codes:
        if not re.fullmatch(r"\d\d-\d{4}\.\d\d", code):
            hint = 'write it like "15-1252.00"; onetonline.org has the codes'
            pack.fail("occupations", f"{quoted(code)} is no O*NET-SOC code", hint)
    return codes


def _keywords(pack: Table, lexicon: Lexicon) -> tuple[Keyword, ...]:
    """The keywords of both tiers, none of them twice."""
    table = pack.table("keywords", _TIERS)
    asked = [(tier, value) for tier in _TIERS for value in table.items(tier)]
    if len(asked) > MAX_KEYWORDS:
        message = f"the pack has {len(asked)} keywords; {MAX_KEYWORDS} are the most it may have"
        table.fail("", message, "make two packs of it")
    entries = [(tier, *_entry(table, tier, value)) for tier, value in asked]
    fields = lexicon.fields_of(name for _, names, _ in entries for name in names)
    found: dict[str, Keyword] = {}
    for tier, names, weight in entries:
        terms = tuple(lexicon.resolve(name, fields) for name in names)
        keyword = Keyword(" | ".join(names), terms, tier, weight)
        key = surface_key(keyword.name)
        if key in found and found[key].tier != tier:
            table.fail(tier, f"{quoted(keyword.name)} stands in must as well", "keep one of them")
        if key in found:
            table.fail(tier, f"{quoted(keyword.name)} stands in it twice", "take one out")
        found[key] = keyword
    return tuple(found.values())


def _entry(table: Table, tier: Tier, value: object) -> tuple[tuple[str, ...], float]:
    """A keyword's names and weight: a text, or a table of its ``term`` and ``weight``."""
    weight = 1.0
    if isinstance(value, dict):
        entry = Table(table.file, f"{table.place}: {tier}", value)
        entry.only(("term", "weight"))
        value, weight = entry.text("term"), entry.number("weight", default=1.0)
    return alternatives(table, tier, table.as_text(tier, value)), weight


def alternatives(table: Table, key: str, text: str) -> tuple[str, ...]:
    """The names in a text like "PyTorch | TensorFlow", which stands at ``key``."""
    names = tuple(name.strip() for name in text.split("|"))
    if "" in names:
        table.fail(key, f"{quoted(text)} lacks a name beside a bar", "write A | B, or take it out")
    if len({surface_key(name) for name in names}) < len(names):
        table.fail(key, f"{quoted(text)} names the same thing twice", "take one out")
    return names


class _Names:
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


def _groups(pack: Table, names: _Names) -> Iterator[Group]:
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


def _levels(pack: Table) -> Iterator[Level]:
    for table in _named(pack, "levels", ("name", "title", "at_least", "evidence")):
        evidence = tuple(
            " | ".join(alternatives(table, "evidence", text))
            for text in table.texts("evidence", required=True)
        )
        at_least = table.count("at_least", most=len(evidence))
        yield Level(table.text("name"), table.text("title"), evidence, at_least)


def _red_flags(pack: Table, names: _Names) -> Iterator[RedFlag]:
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
