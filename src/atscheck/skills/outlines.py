"""What packs ask for, without the rest of them: to list them, search them, and compare with them.

Reading all packs takes longer than most commands that need no more than this, so the outlines of
those that come with atscheck are kept in a table (`atscheck.compiled`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass

from atscheck.compiled import fingerprint, load_rows
from atscheck.data import table_names
from atscheck.skills.shelves import packs_by_name


@dataclass(frozen=True, slots=True)
class Outline:
    """What a pack asks for.

    Attributes:
        language: by its ISO 639-1 code.
        titles: what the role is called.
        must, good: its keywords by their names, alternatives with a bar between them.
    """

    name: str
    title: str
    language: str
    titles: tuple[str, ...]
    must: tuple[str, ...]
    good: tuple[str, ...]

    def answers(self, words: Iterable[str]) -> int:
        """How well the pack answers a search for ``words``, by the one that is found worst.

        3 if it begins a word of the name or title, 2 of another title, 1 of a keyword, 0 of none.
        """
        texts = (
            " ".join((*self.must, *self.good)),
            " ".join(self.titles),
            f"{self.name} {self.title}",
        )
        return min((_best(word.casefold(), texts) for word in words), default=3)


def _best(word: str, texts: Iterable[str]) -> int:
    """The last of ``texts``, from 1, in which a word begins with ``word``; 0 if none has one."""
    begin = f" {word}"
    found = (n for n, text in enumerate(texts, 1) if begin in f" {text.casefold()}")
    return max(found, default=0)


def outlines() -> tuple[Outline, ...]:
    """The outlines of all packs there are, by name: shipped ones, the user's, the project's.

    Raises:
        PackError: if one of the user's or the project's packs is not valid.
    """
    known = packs_by_name()
    rows = load_rows("packs", outline_rows, made_of_packs)
    shipped = {each.name: each for each in map(_read, rows)}
    return tuple(shipped[n] if known[n] is None else _outline(n) for n in sorted(known))


def made_of_packs() -> str:
    """What tells whether the table is current."""
    return fingerprint(("packs",))


def outline_rows() -> Iterator[str]:
    """The rows of the table: an outline in each."""
    for name in table_names("packs"):
        yield json.dumps(astuple(_outline(name)), ensure_ascii=False)


def _read(row: str) -> Outline:
    name, title, language, *lists = json.loads(row)
    return Outline(name, title, language, *map(tuple, lists))


def _outline(name: str) -> Outline:
    from atscheck.skills.packs import load_pack

    pack = load_pack(name)
    must, good = (
        tuple(k.name for k in pack.keywords if k.tier == tier) for tier in ("must", "good")
    )
    return Outline(name, pack.title, pack.language, pack.titles, must, good)
