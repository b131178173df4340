"""The marks of list items and numbered headings, counted as Word counts them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from atscheck.documents.characters import BULLET
from atscheck.documents.docx.names import attribute, child, is_on, name_of, value_of, whole
from atscheck.documents.docx.package import Element

_LEVELS = 9
_MOST_TEXT = 50
"""Characters of a level's text that are kept, as they are repeated before each item."""
_MOST_ROMAN = 4_000
"""From here on a Roman number would need ever more letters "m"; it is written as decimal."""
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list (ECMA-376 part 1, 17.9).

    Attributes:
        kind: the format of its number: "bullet", "decimal", "upperRoman", …
        text: what is shown, with "%1" for the number of the first level and so on.
        start: its first number.
        restart: the levels above, so many from the top, after whose items it starts again.
        style: the paragraph style that belongs to it, "" if none.
        legal: whether the numbers of other levels in it are shown as decimal ones.
    """

    kind: str = "bullet"
    text: str = BULLET
    start: int = 1
    restart: int = _LEVELS
    style: str = ""
    legal: bool = False


_UNDEFINED = _Level()


class Lists:
    """A document's lists by id; their numbers are counted as they are asked for."""

    def __init__(self, root: Element | None) -> None:
        """Read the part ``numbering.xml``, if there is one."""
        abstract: dict[str, Element] = {}
        by_style: dict[str, str] = {}
        numbers: list[Element] = []
        for element in () if root is None else root:
            if name_of(element) == "abstractNum":
                key = attribute(element, "abstractNumId") or ""
                abstract[key] = element
                by_style.setdefault(value_of(element, "styleLink"), key)
            elif name_of(element) == "num":
                numbers.append(element)
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counters: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for element in numbers:
            key = value_of(element, "abstractNumId")
            linked = value_of(abstract[key], "numStyleLink") if key in abstract else ""
            self._add(element, abstract.get(by_style.get(linked, key) if linked else key), key)

    def _add(self, number: Element, abstract: Element | None, key: str) -> None:
        list_id = attribute(number, "numId") or ""
        levels = {} if abstract is None else _levels(abstract)
        starts: dict[int, int] = {}
        for override in (e for e in number if name_of(e) == "lvlOverride"):
            levels.update(_levels(override))
            level = whole(attribute(override, "ilvl"))
            if child(override, "startOverride") is not None:
                starts[level] = whole(value_of(override, "startOverride"), 1)
        self._levels[list_id] = levels
        self._counters[list_id] = key
        self._starts[list_id] = starts

    def level_of(self, list_id: str, style_id: str) -> int | None:
        """The level of a list that a paragraph style belongs to, if one is."""
        levels = self._levels.get(list_id, {}).items()
        return next((n for n, level in levels if level.style == style_id and style_id), None)

    def mark(self, list_id: str, level: int) -> str:
        """The mark before the next item of a list at ``level``: a bullet, "2.", "1.2", or ""."""
        levels = self._levels.get(list_id, {})
        found = levels.get(level, _UNDEFINED)
        if found.kind == "bullet":
            return BULLET if found.text else ""
        counts = self._counts.setdefault(self._counters[list_id], {})
        # The first item of a list with a start of its own begins there, once.
        start = self._starts[list_id].pop(level, None)
        before = counts.get(level, found.start - 1)
        counts[level] = before + 1 if start is None else start
        for below in [n for n in counts if n > level]:
            if level < levels.get(below, _UNDEFINED).restart:
                del counts[below]
        return self._text(found, levels, counts).strip()

    def _text(self, level: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str:
        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            other = levels.get(at, _UNDEFINED)
            kind = "decimal" if level.legal else other.kind
            return _number(counts.get(at, other.start), kind)

        return _PLACEHOLDER.sub(number, level.text)


def _levels(parent: Element) -> dict[int, _Level]:
    """The levels that a list or an override defines; those without a number follow one another."""
    found: dict[int, _Level] = {}
    for element in parent:
        if name_of(element) == "lvl" and len(found) < _LEVELS:
            number = attribute(element, "ilvl")
            level = len(found) if number is None else whole(number)
            found[level] = _Level(
                kind=value_of(element, "numFmt") or "decimal",
                text=value_of(element, "lvlText")[:_MOST_TEXT],
                start=whole(value_of(element, "start")),
                restart=whole(value_of(element, "lvlRestart"), level),
                style=value_of(element, "pStyle"),
                legal=is_on(child(element, "isLgl")),
            )
    return found


def _number(count: int, kind: str) -> str:
    """A count in the format ``kind``; formats that are not known here are shown as decimal."""
    match kind:
        case "none":
            return ""
        case "bullet":
            return BULLET
        case "upperLetter" | "lowerLetter" if count > 0:
            # After "z" comes "aa", then "bb".
            text = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 20)
        case "upperRoman" | "lowerRoman":
            text = roman(count)
        case "decimalZero":
            text = f"{count:02}"
        case "ordinal":
            text = f"{count}{_ordinal(count)}"
        case _:
            text = str(count)
    return text.upper() if kind.startswith("upper") else text


def roman(count: int) -> str:
    """A count in small Roman numerals; 0 has none, nor have those from `_MOST_ROMAN` on."""
    if count >= _MOST_ROMAN:
        return str(count)
    text = ""
    for value, letters in _ROMAN:
        text += letters * (count // value)
        count %= value
    return text


def _ordinal(count: int) -> str:
    if count % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
