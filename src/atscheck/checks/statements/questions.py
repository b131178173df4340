"""What to ask of a statement without an amount, by its verb and its object (words/asking.toml)."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from atscheck.checks.statements.openings import base
from atscheck.data import load_words

_MOST_WORDS = 8
"""Words of a statement among which its object is looked for."""


@cache
def _words() -> dict[str, Any]:
    return load_words("asking")


def question(verb: str | None, text: str = "") -> str:
    """What to ask of a statement with ``verb`` that names no amount; ``text`` follows the verb."""
    name, about = base(verb) if verb else None, _head(text)
    for entry in _words()["questions"]:
        fits = about in entry.get("objects", (about,))
        if fits and (not entry["verbs"] or name in entry["verbs"]):
            return str(entry["ask"]).format(object=about)
    raise LookupError("the last question must fit every statement")


def verbs_for(text: str, otherwise: str, *, people: bool = True) -> list[str]:
    """Verbs to choose from for what ``text`` is about, else those of the list ``otherwise``.

    Without ``people``, what is about people is left to the list.
    """
    about = _head(text)
    for entry in _words()["choices_for"]:
        if about in entry["objects"] and (people or not entry.get("people")):
            return list(entry["verbs"])
    return list(_words()[otherwise])


def _head(text: str) -> str:
    """The noun that a text opens with: "reports" of "the weekly reports for the board"."""
    head = ""
    for word in re.findall(r"[^\W\d_]+|[^\w\s]", text.casefold())[:_MOST_WORDS]:
        if head and (not word.isalpha() or word in _words()["ends"] or word.endswith("ed")):
            break
        head = word if word.isalpha() and word not in _words()["ends"] else head
    return head
