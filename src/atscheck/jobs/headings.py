"""The headings of a posting's parts, on lines of their own or run together with the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from atscheck.data import load_words

Part = Literal["required", "preferred", "stack", "duties", "noise", "unknown"]
"""What a part of a posting holds. "noise" asks for nothing: the company, the benefits, the law."""

PLACEHOLDER = re.compile(r"<[A-Z]+>")
"""What stands for a name in a posting that was made anonymous."""

_ENDS = re.compile(
    r"(?!(?:an?|and|as|at|by|for|in|of|on|or|our|the|their|this|to|with|your)$)[^A-Z]*[^\WA-Z]"
)
"""A word without a capital after which a sentence may end."""

_MAX_WORDS = 8
_MAX_INTRO_WORDS = 10
_MAX_OPENING_WORDS = 5


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a text, its colon included.

    Attributes:
        label: it names one value ("Location: Leeds"), after which the part before it goes on.
    """

    start: int
    end: int
    part: Part
    label: bool = False


def find_headings(text: str) -> list[Heading]:
    """The headings in a paragraph of a posting, in order."""
    intro = _intro(text)
    return list(_listed(text)) or ([intro] if intro else [])


def _listed(text: str) -> Iterator[Heading]:
    """Headings whose wording the word list has.

    Such a wording is a heading where it is the whole text or has a colon. Text copied from a web
    page often loses its line breaks, so it also is one where it opens the text and a capital
    follows, where it closes the text in title case after the end of a sentence, or where its
    capital interrupts the text ("and teamwork What you bring Python").
    """
    words = list(re.finditer(r"\S+", text))
    first = 0
    while first < len(words):
        last = _last_word(text, words, first)
        if last is None:
            first += 1
            continue
        start, end = words[first].start(), words[last - 1].end()
        plain = _plain(text[start:end])
        part = _part(plain, whole=len(words) == last - first)
        if part is not None:
            label = plain in _labels() and text[start:end].endswith(":")
            yield Heading(start, end, part, label)
        first = last


def _last_word(text: str, words: list[re.Match[str]], first: int) -> int | None:
    """The end (half-open) of the longest heading that starts at the word ``first``."""
    opens = first == 0 or words[first - 1].group()[-1] in ".!?;)"
    for last in range(min(first + _MAX_WORDS, len(words)), first, -1):
        phrase = text[words[first].start() : words[last - 1].end()]
        interrupts = not opens and _interrupts(phrase, words, first, last)
        if not (opens or interrupts or (phrase[0].isupper() and phrase.endswith(":"))):
            continue
        whole = last - first == len(words)
        if not _part(_plain(phrase), whole=whole):
            continue
        if interrupts or _stands_apart(phrase, words, first, last):
            return last
    return None


def _interrupts(phrase: str, words: list[re.Match[str]], first: int, last: int) -> bool:
    """Whether several words with a capital stand between words that do not go on with them."""
    return (
        last - first > 1
        and phrase[0].isupper()
        and _ENDS.fullmatch(words[first - 1].group()) is not None
        and last < len(words)
        and re.match(r"[A-Z\d•*-]", words[last].group()) is not None
    )


def _stands_apart(phrase: str, words: list[re.Match[str]], first: int, last: int) -> bool:
    """Whether the words ``first`` to ``last`` are no part of a sentence."""
    if phrase[-1] in ":;?!…" or last - first == len(words):
        return True
    letters = re.sub(r"^\W+", "", phrase)
    if last - first < 2 or not letters[:1].isupper():
        return False
    if first == 0:
        return words[last].group()[0].isupper() and phrase[-1].isalpha()
    return last == len(words) and all(w[0].isupper() or len(w) < 4 for w in letters.split())


def _intro(text: str) -> Heading | None:
    """A heading of the author's own wording: a short line in capitals or with a colon."""
    words = _plain(text).split()
    closed = re.search(r"(?::|…|\.{3})\s*$", text) is not None
    if not 0 < len(words) <= _MAX_INTRO_WORDS or not (closed or text.isupper()):
        return None
    if re.search(r"\d", text):  # "3+ years of experience in one of the following:" asks itself
        return None
    plain = f" {' '.join(words)} "
    table: dict[Part, list[str]] = load_words("postings")["intros"]
    for part, cues in table.items():
        if any(f" {cue} " in plain for cue in cues):
            return Heading(0, len(text), part)
    return None


def _plain(text: str) -> str:
    """``text`` as the word list writes it: lower case, no punctuation, no placeholders."""
    folded = PLACEHOLDER.sub("", text).casefold().replace("&", "and")
    return " ".join(re.sub(r"[^\w ]|_", "", re.sub(r"[-/–—]", " ", folded)).split())


def _part(plain: str, *, whole: bool) -> Part | None:
    """The part that a heading opens; a whole line may also be "About" and the company's name."""
    exact = _table("headings").get(plain)
    short = 1 < len(plain.split()) <= _MAX_OPENING_WORDS and not re.search(r"\d", plain)
    if exact is not None or not (whole and short):
        return exact
    found = [start for start in _table("openings") if plain.startswith(start + " ")]
    return _table("openings")[max(found, key=len)] if found else None


@cache
def _table(key: str) -> dict[str, Part]:
    table: dict[Part, list[str]] = load_words("postings")[key]
    return {text: part for part, texts in table.items() for text in texts}


@cache
def _labels() -> frozenset[str]:
    return frozenset(load_words("postings")["labels"])
