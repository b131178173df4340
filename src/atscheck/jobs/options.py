"""Which things in a list are alternatives: "A or B", "A, B or C", "A/B"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar


class Placed(Protocol):
    """Something at a place in a text."""

    @property
    def start(self) -> int:
        """The offset of its first character."""
        ...

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        ...


P = TypeVar("P", bound=Placed)

_OR = re.compile(r"\s*\)?\s*(?:/|,?\s*(?:or|and/or)\b)(?:\s+an?\b)?\s*\(?\s*", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*")


def options(text: str, placed: Sequence[P]) -> Iterator[list[P]]:
    """The groups of which any will do, in order; what no "or" joins stands alone."""
    run: list[P] = []
    joints: list[str] = []
    for each in placed:
        joint = _joint(text[run[-1].end : each.start]) if run else ""
        if run and not joint:
            yield from _divided(run, joints)
            run, joints = [], []
        run.append(each)
        joints += [joint] if joint else []
    yield from _divided(run, joints)


def _divided(run: list[P], joints: Sequence[str]) -> Iterator[list[P]]:
    """A list that "or" ends is one group; in another only what "or" joins is."""
    if joints and joints[-1] == "or":
        yield run
        return
    group = run[:1]
    for each, joint in zip(run[1:], joints, strict=True):
        if joint == ",":
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _joint(between: str) -> str:
    return "or" if _OR.fullmatch(between) else "," if _COMMA.fullmatch(between) else ""
