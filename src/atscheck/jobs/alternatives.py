"""The terms of which a posting wants any one ("PyTorch or JAX")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atscheck.documents.model import Document
from atscheck.jobs.mentions import Mention

_OR = re.compile(r"\s*,?\s*(?:or|and/or|or even)\s+", re.IGNORECASE)
_SLASH = re.compile(r"\s*/\s*")
_COMMA = re.compile(r"\s*,\s*")
_OR_SUCH = re.compile(
    r"\s*,?\s*or\s+(?:an? |any |some )?(?:an)?"
    r"(?:other|similar|equivalent|comparable|related|relevant)\b",
    re.IGNORECASE,
)
_ONE_OF = re.compile(r"\b(?:any|one|either)(?: or more)? of\b", re.IGNORECASE)


def options_of(mentions: Sequence[Mention], document: Document) -> tuple[tuple[str, ...], ...]:
    """The groups of terms of which any will do ("PyTorch or JAX", "Java/Kotlin"), none in two.

    A term that the posting also demands for itself is in none.
    """
    found: list[list[Mention]] = [
        group for run in _runs(mentions, document) for group in _alternatives(run) if group[1:]
    ]
    optional = {mention for group in found for mention in group}
    demanded = {
        m.name for m in mentions if m.clause.firm and m.clause.tier == "must" and m not in optional
    }
    groups: list[list[str]] = []
    for group in found:
        names = [mention.name for mention in group if mention.name not in demanded]
        touching = [other for other in groups if set(other) & set(names)]
        groups = [other for other in groups if other not in touching]
        groups.append(list(dict.fromkeys([n for other in touching for n in other] + names)))
    return tuple(tuple(group) for group in groups if group[1:])


@dataclass(frozen=True, slots=True)
class _Item:
    """A mention in a list.

    Attributes:
        joint: what joins it to the one before it: "", ",", "/" or "or".
        open: whether the words around the list say that any will do ("one of", "or similar").
    """

    mention: Mention
    joint: str
    open: bool


def _runs(mentions: Sequence[Mention], document: Document) -> Iterator[list[_Item]]:
    """The terms that only commas, slashes and "or" stand between."""
    run: list[_Item] = []
    last: Mention | None = None
    for mention in mentions:
        joint = "" if last is None else _joint(document, last, mention)
        if not joint:
            if run:
                yield run
            run = []
        run.append(_Item(mention, joint, _is_open(mention, first=not joint)))
        last = mention
    if run:
        yield run


def _is_open(mention: Mention, *, first: bool) -> bool:
    clause = mention.clause
    before = clause.text[: mention.span.start - clause.span.start]
    after = clause.text[mention.span.end - clause.span.start :]
    return bool(_OR_SUCH.match(after)) or (first and bool(_ONE_OF.search(before[-40:])))


def _joint(document: Document, last: Mention, mention: Mention) -> str:
    if last.clause != mention.clause or mention.span.start < last.span.end:
        return ""
    between = document.text[last.span.end : mention.span.start].replace("\n", " ")
    for joint, pattern in (("or", _OR), ("/", _SLASH), (",", _COMMA)):
        if pattern.fullmatch(between):
            return joint
    return ""


def _alternatives(run: Sequence[_Item]) -> Iterator[list[Mention]]:
    """The groups of alternatives in a list.

    "A, B or C" is one; of "A, B/C" only what the slash joins is.
    """
    if run[-1].joint == "or" or run[0].open or run[-1].open:
        yield [item.mention for item in run]
        return
    group: list[Mention] = []
    for item in run:
        if item.joint == ",":
            yield group
            group = []
        group.append(item.mention)
    yield group
