"""Whether a text names a role or employer (words/roles.toml), or a degree."""

from __future__ import annotations

import re
from functools import cache

from atscheck.data import load_words
from atscheck.resume.words import either

_MOST_WORDS = 10  # a longer text is a sentence that mentions a role
_LABELS = {"title": "title_labels", "organisation": "organisation_labels", "dates": "date_labels"}


def is_title(text: str) -> bool:
    """Whether ``text`` is short and names a role."""
    return len(re.findall(r"\w+", text)) <= _MOST_WORDS and bool(_pattern("titles").search(text))


def is_organisation(text: str) -> bool:
    """Whether ``text`` has a word that employers' names have."""
    return bool(_pattern("organisations").search(text))


def is_degree(text: str) -> bool:
    """Whether ``text`` is nothing but a degree's name."""
    return text.strip(" .,:").casefold() in _degrees()


def job_label(text: str) -> re.Match[str] | None:
    """The label of a job's field that ``text`` begins with ("Designation : "), and what of.

    The match ends where the value begins; its ``lastgroup`` is "title", "organisation" or "dates".
    """
    return _labels().match(text)


@cache
def _degrees() -> frozenset[str]:
    levels = load_words("degrees")["degrees"].values()
    return frozenset(name.strip(".") for names in levels for name in names)


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either('roles', key)})(?!\w)", re.IGNORECASE)


@cache
def _labels() -> re.Pattern[str]:
    kinds = "|".join(f"(?P<{kind}>{either('roles', key)})" for kind, key in _LABELS.items())
    other = r"(?:\s?/\s?[a-z]{3,20})?"  # "Company / Country"
    return re.compile(rf"^[\W\d]{{0,4}}(?:{kinds})\b{other}\s*[:\t-]+[\s:-]*", re.IGNORECASE)
