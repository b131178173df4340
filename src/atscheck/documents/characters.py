"""Normalised characters, each with the index of the source character it comes from.

What is folded and why stands in matching.md ("Text is normalised before matching"): compatibility
forms (NFKC), ligatures, quotes, dashes and spaces become plain; soft hyphens, zero-width and
control characters go; private-use glyphs of icon fonts go and are counted, those that symbol fonts
use as bullets become bullets. Superscript digits stay, so that "10³" never reads as 103.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

BULLET = "•"

_BULLETS = frozenset("•‣▪▫■□●○◦◉◆◇►▸▶➢➤❖✓✔✦★☆∙⁃⚫⦿")
# Private-use code points that Symbol and Wingdings use for list bullets in Word files.
_PRIVATE_BULLETS = frozenset("\uf0b7\uf0a7\uf076\uf0d8\uf0fc\uf0a8\uf06e\uf071\uf0e0\uf046")
_DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d")
_QUOTES = {"‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "“": '"', "”": '"', "„": '"', "″": '"'}
_KEEP = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉™®½¼¾…")
_DROP_CATEGORIES = frozenset(["Cc", "Cf", "Cs"])
_SPACES = frozenset(" \t")
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


@dataclass(frozen=True, slots=True)
class Normalised:
    """Normalised text: ``offsets[i]`` is the source index that ``text[i]`` comes from.

    Attributes:
        dropped: how many source characters of each kind went ("icon", "invisible", "direction").
    """

    text: str
    offsets: tuple[int, ...]
    dropped: dict[str, int] = field(default_factory=dict)


def _fold(cluster: str) -> str:
    """One base character with its combining marks, normalised ("" drops it)."""
    char = cluster[0]
    if len(cluster) == 1 and " " <= char <= "~":
        return char
    if char in _KEEP:
        return cluster
    if char in _BULLETS or char in _PRIVATE_BULLETS:
        return BULLET
    if char in _DASHES:
        return "-"
    if char in _QUOTES:
        return _QUOTES[char]
    if char == "\t":
        return char
    if unicodedata.category(char) == "Zs":
        return " "
    if unicodedata.category(char) in _DROP_CATEGORIES:
        return ""
    if _is_private(char) or char == "\ufffd":
        return ""
    # U+FDFA grows to 18 characters; nothing that a resume needs grows beyond four.
    folded = unicodedata.normalize("NFKC", cluster)
    return folded if len(folded) <= 4 else cluster


def _is_private(char: str) -> bool:
    return unicodedata.category(char) == "Co"


def _kind_dropped(char: str) -> str:
    if _is_private(char) or char == "\ufffd":
        return "icon"
    return "direction" if char in _BIDI else "invisible"


def normalise(source: str) -> Normalised:
    """``source`` (one line, no line breaks) with every character folded and traced back.

    Runs of spaces become one space, or one tab if they hold a tab (a wide gap, as between the cells
    of a table), except that they are kept until letter-spaced words ("S K I L L S") have been
    closed up; spaces at both ends go.
    """
    chars: list[str] = []
    offsets: list[int] = []
    dropped: dict[str, int] = {}
    index = 0
    while index < len(source):
        end = index + 1
        while end < len(source) and unicodedata.combining(source[end]):
            end += 1
        folded = _fold(source[index:end])
        if not folded:
            kind = _kind_dropped(source[index])
            dropped[kind] = dropped.get(kind, 0) + 1
        chars.extend(folded)
        offsets.extend([index] * len(folded))
        index = end
    text = "".join(chars)
    keep = _kept_positions(text)
    return Normalised("".join(text[i] for i in keep), tuple(offsets[i] for i in keep), dropped)


# Four or more single letters with one space between each: "S K I L L S", but not "A B C".
_SPACED = re.compile(r"(?<![^\s])(?:[^\W\d_] ){3,}[^\W\d_](?![^\s,.;:/|)&-])")


def _kept_positions(text: str) -> list[int]:
    """Indices of ``text`` that stay when letter-spacing is closed and spaces are collapsed."""
    closed: set[int] = set()
    for spaced in _SPACED.finditer(text):
        closed.update(i for i in range(*spaced.span()) if text[i] == " ")
    keep: list[int] = []
    for i, char in enumerate(text):
        if i in closed or (char in _SPACES and not keep):
            continue
        if char in _SPACES and text[keep[-1]] in _SPACES:
            if char == "\t":
                keep[-1] = i
            continue
        keep.append(i)
    if keep and text[keep[-1]] in _SPACES:
        keep.pop()
    return keep


def is_letter_spaced(source: str) -> bool:
    """Whether ``source`` has a word written with a space between its letters."""
    return bool(_SPACED.search(source))
