"""Tables made beforehand of the keyword data and the rules: keywords/compiled/ (``make tables``).

Making terms of the lexicon's TOML files, and phrases of the terms, takes twice as long as the scan
that needs a few of them. So both are kept as tables of text, whose rows are taken apart when they
are asked for. The first line of a table is the fingerprint of the data that it was made of: where
someone has changed that since, the table is made anew, in memory, and nothing is ever stale.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from atscheck.data import FOLDER, data_root, load_table, table_names

_BLOCK = 4096
"""Bytes of a block of `SortedRows`."""

LEXICON = ("lexicon", "words")
"""The folders that tables of the lexicon are made of."""


@cache
def fingerprint(folders: tuple[str, ...] = LEXICON) -> str:
    """The SHA-256 of the data in some folders of keywords/, in hexadecimal digits."""
    digest = hashlib.sha256()
    for folder in folders:
        for name in table_names(folder):
            data = data_root().joinpath(folder, f"{name}.toml").read_bytes()
            digest.update(f"{folder}/{name} {len(data)}\n".encode() + data)
    return digest.hexdigest()


def code_fingerprint(package: str) -> str:
    """The SHA-256 of the code of one of our packages, in hexadecimal digits."""
    digest = hashlib.sha256()
    for path in sorted((Path(__file__).parent / package).rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def load_rows(
    name: str, make: Callable[[], Iterable[str]], made_of: Callable[[], str] | None = None
) -> list[str]:
    """The rows of a table that is made of what ``made_of`` gives the fingerprint of (the lexicon).

    They are those in its file, or what ``make`` gives where that is missing or outdated.
    """
    return _text(name, make, made_of).decode().split("\n")[1:-1]


def load_sorted(name: str, make: Callable[[], Iterable[str]]) -> SortedRows:
    """The rows of a table of the lexicon that are sorted, as `load_rows` finds them."""
    return SortedRows(_text(name, make, None))


def _text(name: str, make: Callable[[], Iterable[str]], made_of: Callable[[], str] | None) -> bytes:
    """The rows, with a line feed before the first one and behind each."""
    path = data_root().joinpath(FOLDER, f"{name}.txt")
    if path.is_file():
        text = path.read_bytes()
        start = f"{(made_of or fingerprint)()}\n".encode()
        if text.startswith(start):
            return text[len(start) - 1 :]
    return _joined(make())


def _joined(rows: Iterable[str]) -> bytes:
    return "".join(f"\n{row}" for row in rows).encode() + b"\n"


def as_text(rows: Iterable[str], made_of: Callable[[], str] | None = None) -> str:
    """The text of a table's file."""
    return "".join(f"{line}\n" for line in ((made_of or fingerprint)(), *rows))


class SortedRows:
    """Rows of a key and, behind a tabulator, what belongs to it, found by their key.

    They stay one text: only the first rows of its blocks are taken out, to know where to look.
    """

    def __init__(self, text: bytes) -> None:
        self._text = text
        places = (text.find(b"\n", at) for at in range(0, len(text) - 1, _BLOCK))
        self._places = sorted({at for at in places if at < len(text) - 1})
        self._firsts = [text[at + 1 : text.find(b"\n", at + 1)] for at in self._places]

    @classmethod
    def made(cls, rows: Iterable[str]) -> SortedRows:
        """Those of sorted rows."""
        return cls(_joined(rows))

    def __iter__(self) -> Iterator[str]:
        return iter(self._text.decode().split("\n")[1:-1])

    def __len__(self) -> int:
        return self._text.count(b"\n") - 1

    def of(self, key: str) -> Iterator[str]:
        """What stands behind ``key`` in each of its rows."""
        start = f"\n{key}\t".encode()
        block = bisect_left(self._firsts, start[1:])
        # The first such row is in the block before, or it is the first one of this block.
        begin = self._places[block - 1] if block else 0
        end = self._places[block] + len(start) if block < len(self._places) else len(self._text)
        at = self._text.find(start, begin, end)
        while at >= 0 and self._text.startswith(start, at):
            at, begin = self._text.index(b"\n", at + 1), at + len(start)
            yield self._text[begin:at].decode()


@cache
def lexicon_words() -> frozenset[str]:
    """The single words, in lower case, that the lexicon's canonical terms are made of."""
    return frozenset(load_rows("words_of_terms", lexicon_word_rows))


def lexicon_word_rows() -> list[str]:
    """The rows of the table for `lexicon_words`."""
    terms = (term for table in english_tables() for term in table["terms"])
    return sorted({word for term in terms for word in term.casefold().split()})


def english_fields() -> frozenset[str]:
    """The fields of the lexicon whose terms are English."""
    return frozenset(table["field"] for table in english_tables())


def english_tables() -> Iterator[dict[str, Any]]:
    """The files of the lexicon whose terms are English."""
    tables = (load_table("lexicon", name) for name in table_names("lexicon"))
    return (table for table in tables if table.get("language", "en") == "en")
