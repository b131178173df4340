"""A pack to fill in, for people who write one."""

from __future__ import annotations

import re

from atscheck.data import data_root
from atscheck.errors import PackError

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def pack_template(name: str) -> str:
    """The text of a pack file called ``name``, without keywords yet.

    Raises:
        PackError: if a pack cannot have that name.
    """
    if not _NAME.fullmatch(name) or len(name) > 60:
        hint = "write small letters, digits and hyphens, such as bakery-manager"
        raise PackError(name, "a pack cannot have this name", hint)
    text = data_root().joinpath("pack-template.toml").read_text(encoding="utf-8")
    title = name.replace("-", " ").capitalize()
    return text.replace("my-role", name).replace("My role", title)
