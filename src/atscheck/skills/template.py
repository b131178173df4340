"""A pack to fill in, for people who write one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from atscheck.data import data_root
from atscheck.errors import PackError

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a new pack has from the start; names of packs and keywords as they stand in one."""

    title: str = ""
    extends: str = ""
    sources: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    good: tuple[str, ...] = ()


def pack_template(name: str, draft: Draft) -> str:
    """The text of a pack file called ``name``, with what ``draft`` has and room for the rest.

    Raises:
        PackError: if a pack cannot have that name.
    """
    if not _NAME.fullmatch(name) or len(name) > 60:
        hint = "write small letters, digits and hyphens, such as bakery-manager"
        raise PackError(name, "a pack cannot have this name", hint)
    text = data_root().joinpath("pack-template.toml").read_text(encoding="utf-8")
    text = text.replace("my-role", name)
    own = f"title = {toml_text(draft.title or titled(name))}\n"
    if draft.extends:
        # What the base says of itself holds until someone writes something better.
        text = _with(text, "summary", "")
        own += f"extends = {toml_text(draft.extends)}\n"
    text = _with(text, "title", own)
    if draft.sources or draft.extends:
        told = f"sources = {toml_list(draft.sources)}\n" if draft.sources else ""
        text = _with(text, "sources", told)
    for tier, names in (("must", draft.must), ("good", draft.good)):
        text = _with(text, tier, f"{tier} = {toml_list(names)}\n")
    return text


def titled(name: str) -> str:
    """A pack's name as a title."""
    return name.replace("-", " ").capitalize()


def _with(text: str, key: str, line: str) -> str:
    """The template with ``line`` in the place of that of ``key``."""
    return re.sub(rf"^{key} = .*\n", lambda _: line, text, count=1, flags=re.MULTILINE)


def toml_list(texts: Iterable[str]) -> str:
    """A list of texts, one to a line, as TOML."""
    lines = "".join(f"    {toml_text(text)},\n" for text in texts)
    return f"[\n{lines}]" if lines else "[]"


def toml_text(text: str) -> str:
    """``text`` as a TOML string: JSON's escapes are TOML's, which forbids one more character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
