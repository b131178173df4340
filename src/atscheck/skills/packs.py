"""Keyword packs: TOML files written by people, read into a `Target` (docs/packs.md)."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from atscheck.data import MAX_BYTES, load_table, parse_toml, table_names
from atscheck.errors import PackError
from atscheck.skills import parts
from atscheck.skills.extension import extended, inherited
from atscheck.skills.lexicon import Lexicon, load_lexicon, surface_key
from atscheck.skills.model import Keyword, Target, Tier
from atscheck.skills.shelves import packs_by_name
from atscheck.skills.tables import MAX_TEXT, Table, nearest, quoted

AUTO = "auto"
"""What stands for the pack that fits a resume best, where a command can choose one."""

MOST_BASES = 5
"""How many packs may stand below one, each built on the next."""

KEYS = (
    "schema", "name", "title", "extends", "summary", "language", "titles", "occupations", "sources",
    "licence", "keywords", "groups", "levels", "red_flags", "phrasing", "resources", "advice",
)  # fmt: skip
"""The keys at the top of a pack."""

_TIERS: tuple[Tier, ...] = ("must", "good")


def pack_names() -> tuple[str, ...]:
    """The names of all packs there are, sorted: shipped, the user's, the project's."""
    return tuple(sorted(packs_by_name()))


def load_pack(name_or_path: str | Path) -> Target:
    """The target that a pack makes: a pack file if there is one of that path, else by its name.

    Raises:
        PackError: naming file, key and remedy, if there is no such pack or it is not valid.
    """
    return _load(name_or_path, ())


def _load(name_or_path: str | Path, above: tuple[str, ...]) -> Target:
    """A pack that those of the files ``above`` are built on, the last one directly."""
    path = Path(name_or_path)
    there = _there(path)
    if there == "file":
        return _read_file(path, above)
    name = str(name_or_path)
    known = packs_by_name()
    own = known.get(name)
    if own is not None and str(own) not in above:
        return _read_file(own, above)
    if name in table_names("packs"):
        return read_pack(load_table("packs", name), f"packs/{name}.toml", above)
    if name == AUTO:
        hint = "name one; atscheck packs match says which packs a resume fits"
        raise PackError(name, "a pack can be chosen for atscheck scan only", hint)
    if name and there == "folder":
        raise PackError(name, "this is a folder, not a pack", "name one of the files in it")
    if isinstance(name_or_path, Path) or path.suffix == ".toml" or re.search(r"[/\\]", name):
        raise PackError(name, "there is no such file", "check the path")
    guess = nearest(name, known)
    listing = "atscheck packs list shows the packs there are"
    raise PackError(name, "there is no pack of this name", f"{guess} {listing}".strip())


def _there(path: Path) -> Literal["file", "folder", ""]:
    """What stands at ``path``; nothing where no file could have that name."""
    try:
        return "file" if path.is_file() else "folder" if path.is_dir() else ""
    except (OSError, ValueError):
        return ""


def _read_file(path: Path, above: tuple[str, ...]) -> Target:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        hint = "check that you may read it"
        raise PackError(str(path), f"cannot be read: {error.strerror}", hint) from error
    return read_pack(parse_toml(data, str(path)), str(path), above)


def read_pack(values: dict[str, Any], file: str, above: tuple[str, ...] = ()) -> Target:
    """The target in a pack file's table; messages call the file ``file``.

    ``above`` are the files of the packs that are built on this one, the last one directly.

    Raises:
        PackError: naming file, key and remedy.
    """
    pack = Table(file, "", values)
    pack.only(KEYS)
    if pack.count("schema", most=1_000) != 1:
        pack.fail("schema", "this atscheck reads schema 1 only", "write schema = 1")
    pack.text("licence", default="")
    base = _base(pack, above)
    keywords = _keywords(pack, load_lexicon())
    if base is not None:
        dropped = parts.Names(base.keywords).of(pack.table("keywords"), "drop", required=False)
        keywords = inherited(base.keywords, keywords, dropped)
    names = parts.Names(keywords)
    groups = tuple(parts.read_groups(pack, names))
    own = Target(
        kind="pack",
        name=pack.text("name"),
        title=pack.text("title"),
        keywords=keywords,
        summary=pack.text("summary", limit=MAX_TEXT, default=""),
        sources=pack.texts("sources"),
        groups=groups,
        levels=tuple(parts.read_levels(pack)),
        red_flags=tuple(parts.read_red_flags(pack, names)),
        phrasing=tuple(parts.read_phrasing(pack, names)),
        resources=tuple(parts.read_resources(pack, names)),
        advice=tuple(parts.read_advice(pack)),
        language=pack.language("en" if base is None else base.language),
        titles=pack.texts("titles"),
        occupations=_occupations(pack),
    )
    return _grouped(own if base is None else extended(base, own))


def _grouped(target: Target) -> Target:
    """``target``, each keyword with the sub-skill that it shows."""
    group_of = {name: group.name for group in target.groups for name in group.keywords}
    keywords = tuple(replace(k, group=group_of.get(k.name)) for k in target.keywords)
    return replace(target, keywords=keywords)


def _base(pack: Table, above: tuple[str, ...]) -> Target | None:
    """The pack that this one is built on: a file beside it, or a pack by its name."""
    if "extends" not in pack.values:
        return None
    name, chain = pack.text("extends"), (*above, pack.file)
    beside = Path(pack.file).parent / name
    base: str | Path = beside if _there(beside) == "file" else name
    if len(chain) > MOST_BASES or str(base) in chain or f"packs/{name}.toml" in chain:
        message = f"{quoted(name)} leads back to this pack, or over more than {MOST_BASES} others"
        pack.fail("extends", message, "name a pack that stands by itself")
    return _load(base, chain)


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
    table = pack.table("keywords", (*_TIERS, *(("drop",) if "extends" in pack.values else ())))
    asked = [(tier, value) for tier in _TIERS for value in table.items(tier)]
    if len(asked) > parts.MAX_KEYWORDS:
        most = parts.MAX_KEYWORDS
        message = f"the pack has {len(asked)} keywords; {most} are the most it may have"
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
    return parts.alternatives(table, tier, table.as_text(tier, value)), weight
