"""Normalised characters, each with the index of the source character it comes from.

What is folded and why stands in matching.md ("Text is normalised before matching"): compatibility
forms (NFKC), ligatures, quotes, dashes and spaces become plain; soft hyphens, zero-width and
control characters go; private-use glyphs of icon fonts go and are counted, those that symbol fonts
use as bullets become bullets. Superscript digits stay, so that "10³" never reads as 103. A letter
that its font does not name stays as U+FFFD, so that what is missing can be seen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median_low

BULLET = "•"

UNMAPPED = "\ufffd"
"""Stands for a glyph whose font does not say which character it is."""

_BULLETS = frozenset("•‣▪▫■□●○◦◉◆◇►▸▶➢➤❖✓✔✦★☆∙⁃⚫⦿")
# Private-use code points that Symbol and Wingdings use for list bullets in Word files. Not U+F0E0,
# which is an arrow there: in icon fonts it is the envelope before an e-mail address.
_PRIVATE_BULLETS = frozenset("\uf0b7\uf0a7\uf076\uf0d8\uf0fc\uf0a8\uf06e\uf071\uf046")
# A private-use or unmapped glyph at the start of a line or table cell, alone.
_LEADING = re.compile(r"(?:^|\t)\s*([\ue000-\uf8ff]|\ufffd(?=\s))(?=\s*\S)")
# Nothing of a line like this is folded, and most are.
_PRINTED = re.compile(r"[!-~]++(?: [!-~]++)*+")
_LONE = re.compile(r"(?<![\w\ufffd])\ufffd(?![\w\ufffd])")
_PLAIN = {
    **dict.fromkeys(_BULLETS | _PRIVATE_BULLETS, BULLET),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("‘’‚‛′´", "'"),
    **dict.fromkeys("“”„″", '"'),
    "\uf020": " ",  # the space of symbol fonts
    "\t": "\t",
}
"""What characters become that Unicode's compatibility forms do not fold."""

_KEEP = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉™®½¼¾…")
_DROP_CATEGORIES = frozenset(["Cc", "Cf", "Cs"])
_SPACES = re.compile(r"[ \t]+")
# No spaces of this are collapsed.
_TIDY = re.compile(r"[^ \t]++(?:[ \t][^ \t]++)*+")
_OTHERS = re.compile(r"[^ -~]+")
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


@dataclass(frozen=True, slots=True)
class Normalised:
    """Normalised text: ``offsets[i]`` is the source index that ``text[i]`` comes from.

    Attributes:
        lost: how many source characters of each kind say nothing: "icon", "invisible" and
            "direction" ones are dropped, "unmapped" ones stay as U+FFFD.
    """

    text: str
    offsets: tuple[int, ...]
    lost: dict[str, int] = field(default_factory=dict)


def _fold(cluster: str) -> str:
    """One base character with its combining marks, normalised ("" drops it)."""
    char = cluster[0]
    if len(cluster) == 1 and " " <= char <= "~":
        return char
    if char in _KEEP:
        return cluster
    if char in _PLAIN:
        return _PLAIN[char]
    category = unicodedata.category(char)
    if category == "Zs":
        return " "
    if "\x80" <= char <= "\x9f":
        # These are control characters that nobody uses; programs mean those of Windows-1252.
        meant = char.encode("latin-1").decode("cp1252", "ignore")
        return _fold(meant) if meant else ""
    if category in _DROP_CATEGORIES or category == "Co":
        return ""
    # U+FDFA grows to 18 characters, and a lone diaeresis to a space with a mark; nothing that a
    # resume needs does either.
    folded = unicodedata.normalize("NFKC", cluster)
    if folded == cluster or len(folded) > 4 or folded[0] == " ":
        return cluster
    return "".join(map(_fold, folded))


def _kind_dropped(char: str) -> str:
    if unicodedata.category(char) == "Co" or char == UNMAPPED:
        return "icon"
    return "direction" if char in _BIDI else "invisible"


def list_marks(texts: Iterable[str]) -> frozenset[str]:
    """The private-use or unmapped glyphs that mark list items.

    Those open three lines or more, mostly within three lines of one another: an icon before each
    job's dates is none.
    """
    places: dict[str, list[int]] = {}
    for index, text in enumerate(texts):
        for char in {found[1] for found in _LEADING.finditer(text)}:
            places.setdefault(char, []).append(index)
    return frozenset(
        char
        for char, lines in places.items()
        if len(lines) >= 3 and median_low([b - a for a, b in pairwise(lines)]) <= 3
    )


def normalise(source: str, marks: Collection[str] = frozenset()) -> Normalised:
    """``source`` (one line, no line breaks) with every character folded and traced back.

    ``marks`` are glyphs that become bullets where they open the line (see `list_marks`). Runs of
    spaces become one space, or one tab if they hold a tab (a wide gap, as between the cells of a
    table), except that they are kept until letter-spaced words ("S K I L L S") have been closed up;
    spaces at both ends go.
    """
    if _PRINTED.fullmatch(source) and not is_letter_spaced(source):
        return Normalised(source, tuple(range(len(source))))
    bullets = {m.start(1) for m in _LEADING.finditer(source) if m[1] in marks} if marks else ()
    icons = {m.start() for m in _LONE.finditer(source)} if UNMAPPED in source else ()
    parts: list[str] = []
    offsets: list[int] = []
    lost: dict[str, int] = {}
    done = 0
    for start, end in _clusters(source):
        folded = "" if start in icons else _fold(source[start:end])
        folded = BULLET if start in bullets else folded
        if not folded or folded == UNMAPPED:
            kind = "unmapped" if folded else _kind_dropped(source[start])
            lost[kind] = lost.get(kind, 0) + 1
        parts += source[done:start], folded
        offsets += range(done, start)
        offsets += [start] * len(folded)
        done = end
    text = "".join([*parts, source[done:]])
    offsets += range(done, len(source))
    if _TIDY.fullmatch(text) and not is_letter_spaced(text):
        return Normalised(text, tuple(offsets), lost)
    keep = _kept_positions(text)
    return Normalised("".join([text[i] for i in keep]), tuple([offsets[i] for i in keep]), lost)


def _clusters(source: str) -> Iterator[tuple[int, int]]:
    """Where all but plain ASCII characters stand, which may be folded, with combining marks."""
    for others in _OTHERS.finditer(source):
        start, end = others.span()
        if start and unicodedata.combining(source[start]):
            start -= 1
        while start < end:
            after = start + 1
            while after < end and unicodedata.combining(source[after]):
                after += 1
            yield start, after
            start = after


# Four or more single letters with one space between each: "S K I L L S", but not "A B C".
_SPACED = re.compile(r"(?<![^\s])(?:[^\W\d_] ){3,}[^\W\d_](?![^\s,.;:/|)&-])")


def _kept_positions(text: str) -> list[int]:
    """Indices of ``text`` that stay when letter-spacing is closed and spaces are collapsed."""
    closed: set[int] = set()
    for spaced in _SPACED.finditer(text):
        closed.update(i for i in range(*spaced.span()) if text[i] == " ")
    keep: list[int] = []
    done = 0
    for spaces in _SPACES.finditer(text):
        start, end = spaces.span()
        keep += range(done, start)
        if keep and end < len(text) and start not in closed:
            keep.append(max(start, text.rfind("\t", start, end)))
        done = end
    keep += range(done, len(text))
    return keep


def is_letter_spaced(source: str) -> bool:
    """Whether ``source`` has a word written with a space between its letters."""
    return bool(_SPACED.search(source))
