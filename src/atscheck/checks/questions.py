"""What to ask of a statement without an amount, by its verb and its object (words/asking.toml)."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from atscheck.checks.openings import base
from atscheck.data import load_words

_MOST_WORDS = 8
"""Words of a statement among which its object is looked for."""


@cache
def _words() -> dict[str, Any]:
    return load_words("asking")


def question(verb: str | None, text: str = "") -> str:
    """What to ask of a statement with ``verb`` that names no amount; ``text`` follows the verb."""
    name = base(verb) if verb else None
    named = _named(text)
    for entry in _words()["questions"]:
        objects = entry.get("objects", ())
        found = next((word for word in named if word in objects), None)
        if (not entry["verbs"] or name in entry["verbs"]) and (found or not objects):
            return str(entry["ask"]).format(object=found)
    raise LookupError("the last question must fit every statement")


def verbs_for(text: str, otherwise: str) -> list[str]:
    """Verbs to choose from for what ``text`` names, else those of the list ``otherwise``."""
    named = _named(text)
    entries = (e for e in _words()["choices_for"] if any(word in e["objects"] for word in named))
    return list(next((e["verbs"] for e in entries), _words()[otherwise]))


def _named(text: str) -> list[str]:
    """The words among which the object of a statement stands, in lower case."""
    return re.findall(r"[^\W\d_]+", text.casefold())[:_MOST_WORDS]
