"""Reading TOML tables written by hand: each value of its type, each mistake with its remedy."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NoReturn, TypeVar

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from atscheck.errors import PackError

Choice = TypeVar("Choice", bound=str)

MAX_NAME = 200
"""The longest keyword, name or phrase, in characters (reliability.md, 8.2)."""

MAX_TEXT = 4_000
"""The longest message or answer, in characters: about a page."""

_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "true or false"),
    (str, "a text"),
    (int, "a whole number"),
    (float, "a number"),
    (list, "a list"),
    (dict, "a table"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a data file.

    Attributes:
        file: how messages call the file.
        place: where in the file the table stands ("groups 2"); "" for the file itself.
    """

    file: str
    place: str
    values: dict[str, Any]

    def fail(self, key: str, message: str, hint: str) -> NoReturn:
        """Raise the error that names the file, ``key`` in this table, and the remedy."""
        raise PackError(self.file, message, hint, key=": ".join(p for p in (self.place, key) if p))

    def only(self, keys: Iterable[str]) -> None:
        """Check that the table has no other than ``keys``."""
        known = tuple(keys)
        for key in self.values:
            if key not in known:
                hint = nearest(key, known) or f"the keys are {', '.join(known)}"
                self.fail("", f"there is no key {quoted(key)} here", hint)

    def text(self, key: str, *, limit: int = MAX_NAME, default: str | None = None) -> str:
        """The text at ``key``, spaces and line ends made single spaces."""
        if key not in self.values and default is not None:
            return default
        return self.as_text(key, self._get(key, f'add {key} = "…"'), limit)

    def as_text(self, key: str, value: object, limit: int = MAX_NAME) -> str:
        """``value``, which stands at ``key``, as a text."""
        if not isinstance(value, str):
            self.fail(key, f"must be a text, and is {kind(value)}", "write it in double quotes")
        text = " ".join(value.split())
        if not text:
            self.fail(key, "is an empty text", "write something in it, or take it out")
        if len(text) > limit:
            self.fail(key, f"{quoted(text)} is longer than {limit} characters", "shorten it")
        return text

    def items(self, key: str, *, required: bool = False) -> list[Any]:
        """The list at ``key``; empty if there is none and it is not ``required``."""
        value = self._get(key, f'add {key} = ["…"]') if required else self.values.get(key, [])
        if not isinstance(value, list):
            self.fail(key, f"must be a list, and is {kind(value)}", f'write {key} = ["…", "…"]')
        if required and not value:
            self.fail(key, "is an empty list", "name at least one")
        return value

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """The list of texts at ``key``, none of them twice."""
        found: dict[str, None] = {}
        for value in self.items(key, required=required):
            text = self.as_text(key, value)
            if text in found:
                self.fail(key, f"{quoted(text)} stands in it twice", "take one out")
            found[text] = None
        return tuple(found)

    def number(self, key: str, *, default: float | None = None) -> float:
        """The number above zero at ``key``."""
        value = self.values.get(key, default)
        if value is None:
            self._get(key, f"add {key} = 0.2, for example")
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.fail(key, f"must be a number, and is {kind(value)}", "write it without quotes")
        if not 0 < value <= 1_000_000 or not math.isfinite(value):
            self.fail(key, "must be a number above 0", f"write {key} = 1.0, for example")
        return float(value)

    def count(self, key: str, *, most: int, default: int | None = None) -> int:
        """The whole number from 1 to ``most`` at ``key``."""
        value = self.values.get(key, default)
        if value is None:
            self._get(key, f"add {key} = 1, for example")
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most:
            self.fail(key, f"must be a whole number from 1 to {most}", "correct the number")
        return value

    def flag(self, key: str) -> bool:
        """Whether ``key`` is true; false if there is none."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            self.fail(key, f"must be true or false, and is {kind(value)}", f"write {key} = true")
        return value

    def language(self, default: str = "en") -> str:
        """The language that the file is in, by its ISO 639-1 code; ``default`` if it says none."""
        code = self.text("language", default=default)
        if not re.fullmatch(r"[a-z]{2}", code):
            hint = 'write "en", for example'
            self.fail("language", f"{quoted(code)} is no code of a language", hint)
        return code

    def choice(self, key: str, choices: tuple[Choice, ...]) -> Choice:
        """The text at ``key``, one of ``choices``."""
        text = self.text(key)
        chosen = next((choice for choice in choices if choice == text), None)
        if chosen is None:
            hint = f"write {' or '.join(map(quoted, choices))}"
            self.fail(key, f"cannot be {quoted(text)}", hint)
        return chosen

    def tables(self, key: str, keys: Iterable[str]) -> Iterator[Table]:
        """The tables of the list at ``key``, written ``[[key]]``, which have only ``keys``."""
        value = self.values.get(key, [])
        if not isinstance(value, list):
            self.fail(key, f"must be a list of tables, and is {kind(value)}", f"write [[{key}]]")
        known = tuple(keys)
        for number, item in enumerate(value, start=1):
            place = f"{key} {number}"
            if not isinstance(item, dict):
                self.fail(place, f"must be a table, and is {kind(item)}", f"write [[{key}]]")
            table = Table(self.file, place, item)
            table.only(known)
            yield table

    def table(self, key: str, keys: Iterable[str] | None = None, *, hint: str = "") -> Table:
        """The table at ``key``, written ``[key]``, which has only ``keys`` (None: any)."""
        value = self._get(key, hint or f"add [{key}]")
        if not isinstance(value, dict):
            self.fail(key, f"must be a table, and is {kind(value)}", hint or f"write [{key}]")
        table = Table(self.file, ": ".join(p for p in (self.place, key) if p), value)
        if keys is not None:
            table.only(keys)
        return table

    def _get(self, key: str, hint: str) -> Any:
        if key not in self.values:
            self.fail(key, "is missing", hint)
        return self.values[key]


def nearest(name: str, known: Iterable[str]) -> str:
    """A question after the name in ``known`` that is most like ``name``; "" if none is like it."""
    found = process.extractOne(
        name, tuple(known), scorer=fuzz.ratio, processor=default_process, score_cutoff=60
    )
    return f"did you mean {quoted(found[0])}?" if found else ""


def kind(value: object) -> str:
    """What ``value`` is, in words."""
    return next((words for type_, words in _KINDS if isinstance(value, type_)), "a date or time")


def quoted(text: str) -> str:
    """``text`` in quotes, on one line and shortened for a message."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= 60 else f'"{line[:57]}…"'
