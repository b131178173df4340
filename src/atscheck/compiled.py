"""Tables made of the keyword data beforehand: keywords/compiled/, written by ``make tables``.

Making terms of the lexicon's TOML files, and phrases of the terms, takes twice as long as the scan
that needs a few of them. So both are kept as tables of text, whose rows are taken apart when they
are asked for. The first line of a table is the fingerprint of the data that it was made of: where
someone has changed the data since, the table is made anew, in memory, and nothing is ever stale.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from atscheck.data import data_root, load_table, table_names

FOLDER = "compiled"


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


def load_rows(
    name: str, make: Callable[[], Iterable[str]], folders: tuple[str, ...] = LEXICON
) -> list[str]:
    """The rows of a table that is made of the data in ``folders``.

    They are those in its file, or what ``make`` gives where that is missing or outdated.
    """
    path = data_root().joinpath(FOLDER, f"{name}.txt")
    if path.is_file():
        made_of, *rows = path.read_text(encoding="utf-8").split("\n")
        if made_of == fingerprint(folders):
            return rows[:-1]
    return list(make())


def as_text(rows: Iterable[str], folders: tuple[str, ...] = LEXICON) -> str:
    """The text of a table's file."""
    return "".join(f"{line}\n" for line in (fingerprint(folders), *rows))


class SortedRows:
    """Rows of a key and, behind a tabulator, what belongs to it, found by their key."""

    def __init__(self, rows: Sequence[str]) -> None:
        self._rows = rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def of(self, key: str) -> Iterator[str]:
        """What stands behind ``key`` in each of its rows."""
        start = key + "\t"
        at = bisect_left(self._rows, start)
        while at < len(self._rows) and self._rows[at].startswith(start):
            yield self._rows[at][len(start) :]
            at += 1


@cache
def lexicon_words() -> frozenset[str]:
    """The single words, in lower case, that the lexicon's canonical terms are made of."""
    return frozenset(load_rows("words_of_terms", lexicon_word_rows))


def lexicon_word_rows() -> list[str]:
    """The rows of the table for `lexicon_words`."""
    terms = (term for table in english_tables() for term in table["terms"])
    return sorted({word for term in terms for word in term.casefold().split()})


def english_tables() -> Iterator[dict[str, Any]]:
    """The files of the lexicon whose terms are English."""
    tables = (load_table("lexicon", name) for name in table_names("lexicon"))
    return (table for table in tables if table.get("language", "en") == "en")
