"""Subjects of study, and which of them are of one field (words/study_fields.toml)."""

from __future__ import annotations

import re
from functools import cache

from atscheck.data import load_words


def names_subject(text: str, subject: str) -> bool:
    """Whether ``text`` has all words of ``subject``, or is of the field that this is the name of.

    "Computer Science and Engineering" names computer science, "B.Tech, Electrical" engineering.
    """
    wanted = _words(subject)
    if wanted and wanted <= _words(text):
        return True
    return subject.casefold() in _fields(text)


def are_related(text: str, subject: str) -> bool | None:
    """Whether ``text`` names a subject of the same field as ``subject``; None if not known."""
    named, wanted = _fields(text), _fields(subject)
    return bool(named & wanted) if named and wanted else None


def _fields(text: str) -> frozenset[str]:
    """The fields of the longest subjects that ``text`` names."""
    words = _words(text)
    named = [(own, field) for own, field in _subjects().items() if own <= words]
    most = max((len(own) for own, _ in named), default=0)
    return frozenset(field for own, field in named if len(own) == most)


@cache
def _subjects() -> dict[frozenset[str], str]:
    table: dict[str, list[str]] = load_words("study_fields")["fields"]
    return {_words(subject): field for field, subjects in table.items() for subject in subjects}


def _words(text: str) -> frozenset[str]:
    """The words of a subject or degree, short forms written out, in the singular."""
    table = load_words("study_fields")
    long: dict[str, str] = {**table["degrees"], **table["short"]}
    words = re.findall(r"[^\W\d_]+", text.casefold().replace(".", ""))
    whole = " ".join(long.get(word, word) for word in words).split()
    return frozenset(word.removesuffix("s") for word in whole) - {"and", "in", "of", "the"}
