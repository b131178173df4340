"""The texts that headings of resume sections have (words/headings.toml)."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from atscheck.data import load_words
from atscheck.resume.model import SectionKind

MOST_CHARACTERS = 80
"""The longest heading."""
FRAME = re.compile(r"[-_=*~#.]{3,}")
"""A rule drawn with characters beside a heading."""
_TRAILING = re.compile(r"[\s:;.,_~*=|#•>-]+$")
_LEADING = re.compile(r"^(?:[\s•>*#_=|~-]+|(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s+)", re.IGNORECASE)
_AND = re.compile(r"\s*(?:&|/|\+)\s*")
_BRACKETED = re.compile(r"\s*\([^)]{0,80}\)")
_DURATION = re.compile(r"\s*-\s*\d.*$")
_SHORTEST_MISSPELT, _LONG = (
    10,
    16,
)  # letters: one letter may be wrong from the first, two from _LONG
_MOST_CORE_WORDS = 5
_SOUGHT: frozenset[SectionKind | None] = frozenset(["experience", "education", "skills"])


def heading_key(text: str) -> str:
    """A heading's text as words/headings.toml writes it: lower case, no marks, "and" for "&"."""
    text = FRAME.sub("", text)[:MOST_CHARACTERS].casefold()
    text = _LEADING.sub("", _TRAILING.sub("", text))
    text = _TRAILING.sub("", _DURATION.sub("", _BRACKETED.sub("", text)))
    return " ".join(_AND.sub(" and ", text).replace("'", "").replace("-", " ").split())


def begins_with_capital(text: str) -> bool:
    """Whether the first letter of ``text`` behind marks and numbering is a capital."""
    return _LEADING.sub("", text)[:1].isupper()


def is_heading_text(text: str) -> bool:
    """Whether ``text`` is the text of a known heading, whatever it looks like."""
    return heading_key(text) in _table("headings")


def known_kind(key: str) -> SectionKind | None:
    """The kind of section that ``key`` is known to name."""
    return _table("headings").get(key)


def core_kind(key: str) -> SectionKind | None:
    """The kind of section that an unlisted heading names by its end ("... Awards").

    Of two that are joined, jobs, studies and skills count most ("Skills and Awards").
    """
    ends = key.split()
    if len(ends) > _MOST_CORE_WORDS:
        return None
    cores = _table("cores")
    kind = cores.get(" ".join(ends[-2:])) or cores.get(" ".join(ends[-1:]))
    first, joined, _ = key.partition(" and ")
    before = known_kind(first) if joined else None
    return before if before in _SOUGHT and kind not in _SOUGHT else kind


@cache
def spelt_right(key: str) -> str:
    """The known heading that ``key`` is, or is misspelt from; ``key`` itself where there is none.

    As many letters may be wrong as make no other heading: one from ten letters on, two from
    sixteen, the first letter excepted.
    """
    known = _table("headings")
    if key in known or len(key) < _SHORTEST_MISSPELT:
        return key
    most = 1 if len(key) < _LONG else 2
    found = process.extractOne(
        key, _initials().get(key[0], ()), scorer=OSA.distance, score_cutoff=most
    )
    return found[0] if found else key


@cache
def _table(name: str) -> dict[str, SectionKind]:
    table: dict[SectionKind, list[str]] = load_words("headings")[name]
    return {text: kind for kind, texts in table.items() for text in texts}


@cache
def _initials() -> dict[str, tuple[str, ...]]:
    """The known headings by their first letter."""
    texts = sorted(_table("headings"))
    return {letter: tuple(t for t in texts if t[0] == letter) for letter in {t[0] for t in texts}}
