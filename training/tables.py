"""Writes the tables of keywords/compiled: ``python -m training.tables``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from atscheck.checks.wording.vocabulary import name_word_rows
from atscheck.commands.rules import made_of_rules, rule_rows
from atscheck.compiled import as_text, fingerprint, lexicon_word_rows
from atscheck.data import FOLDER, PARSED, parsed_rows
from atscheck.matching import tables
from atscheck.skills.lexicon import surface_rows, term_rows
from atscheck.skills.outlines import made_of_packs, outline_rows

KEYWORDS = Path(__file__).parents[1] / "keywords"
TABLES: Mapping[str, Callable[[], Iterable[str]]] = {
    "terms": term_rows,
    "surfaces": surface_rows,
    "words_of_terms": lexicon_word_rows,
    "words_of_names": name_word_rows,
    "packs": outline_rows,
    "rules": rule_rows,
    PARSED: parsed_rows,
    **tables.TABLES,
}
"""By name every table, and what makes its rows."""

MADE_OF: Mapping[str, Callable[[], str]] = {
    "packs": made_of_packs,
    "rules": made_of_rules,
    PARSED: lambda: fingerprint(("packs", "words")),
}
"""The fingerprints of what tables are made of which are not made of the lexicon."""


def text_of(name: str) -> str:
    """What the file of a table should hold."""
    return as_text(TABLES[name](), MADE_OF.get(name))


def main() -> None:
    """Write every table."""
    folder = KEYWORDS / FOLDER
    folder.mkdir(exist_ok=True)
    for name in TABLES:
        (folder / f"{name}.txt").write_text(text_of(name), encoding="utf-8")


if __name__ == "__main__":
    main()
