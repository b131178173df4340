"""The headings of a posting's parts, on lines of their own or run together with the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from atscheck.data import load_words

Part = Literal[
    "required", "preferred", "stack", "duties",
    "unneeded", "company", "benefits", "legal", "application", "page",
    "unknown",
]  # fmt: skip
"""What a part of a posting holds; "unneeded" is what it says it does not ask for, "page" what
stands around it: facts of the advertisement, and menus."""

NOISE: frozenset[Part] = frozenset(
    ("unneeded", "company", "benefits", "legal", "application", "page")
)
"""The parts that ask for nothing."""

PLACEHOLDER = re.compile(r"<[A-Z]+>")
"""What stands for a name in a posting that was made anonymous."""

MARK = re.compile(r"\s*(?:[-*•·▪◦‣●○■–—>+]|\d{1,2}[.)])\s+")
"""The mark of a list's item."""

_ENDS = re.compile(
    r"(?!(?:an?|and|as|at|by|for|in|of|on|or|our|the|their|this|to|with|your)$)[^A-Z]*[^\WA-Z]"
)
"""A word without a capital after which a sentence may end."""

_OPENER = re.compile(r"(?:about|how|our|what|who|why|your)\b", re.IGNORECASE)
"""How a heading begins that may follow a sentence on its line."""

_SENTENCE = re.compile(r"[A-Z]\w*(?: [^\WA-Z][\w'’]*){2,}$")
"""A heading in lower case but for its first word, which may follow a name."""

_NUMBER = re.compile(r"^\W*(?:\d{1,2}|[IVX]{1,4}|[A-Ha-h])[.)]\s+")
_BRACKET = re.compile(r"(?<=\w)\s*[(\[][^()\[\]]*[)\]]\W*$")

_MAX_WORDS = 9
_MAX_INTRO_WORDS = 10
_MAX_OPENED_WORDS = 3
"""The most words with which a line goes on that begins like a heading."""

_CLOSED = re.compile(r"(?::|…|\.{3})\s*$")


_ASKS_ITSELF = re.compile(r"\d|\b(?:any|either|more|one|some) of\b", re.IGNORECASE)
"""What no heading has ("3+ years of experience in one of the following:")."""


_HANGING = re.compile(
    r" (?:candidate|youd?|youll)(?: \w+)? (?:are|bring|can|have|know|need|will) $"
)
"""The end of a line that a list must follow ("It would help us if you also have")."""


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


def find_headings(text: str, *, set_off: bool = False) -> list[Heading]:
    """The headings in a paragraph of a posting, in order.

    ``set_off`` is whether it is one line that looks like a heading, in bold or large type.
    """
    intro = _intro(text, set_off=set_off)
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
        part = _part(text[start:end], whole=len(words) == last - first)
        if part is not None:
            yield Heading(start, end, part, _is_label(text[start:end], part))
        first = last


def _last_word(text: str, words: list[re.Match[str]], first: int) -> int | None:
    """The end (half-open) of the longest heading that starts at the word ``first``."""
    opens = first == 0 or words[first - 1].group()[-1] in ".!?;)"
    for last in range(min(first + _MAX_WORDS, len(words)), first, -1):
        phrase = text[words[first].start() : words[last - 1].end()]
        interrupts = not opens and _interrupts(phrase, words, first, last)
        if not (opens or interrupts or (phrase[0].isupper() and phrase.endswith(":"))):
            continue
        if not _part(phrase, whole=last - first == len(words)):
            continue
        if interrupts or _stands_apart(phrase, words, first, last):
            return last
    return None


def _interrupts(phrase: str, words: list[re.Match[str]], first: int, last: int) -> bool:
    """Whether several words with a capital stand between words that do not go on with them."""
    return bool(
        last - first > 1
        and phrase[0].isupper()
        and (_ENDS.fullmatch(words[first - 1].group()) is not None or _SENTENCE.match(phrase))
        and last < len(words)
        and re.match(r"[A-Z\d•*-]", words[last].group()) is not None
    )


def _stands_apart(phrase: str, words: list[re.Match[str]], first: int, last: int) -> bool:
    """Whether the words ``first`` to ``last`` are no part of a sentence."""
    if phrase[-1] in ":;?!…" or last - first == len(words):
        return True
    letters = re.sub(r"^\W+", "", phrase)
    if " " not in letters or not letters[:1].isupper():
        return False
    if last < len(words) and (first == 0 or _OPENER.match(letters)):
        return words[last].group()[0].isupper() and phrase[-1].isalpha()
    return last == len(words) and all(w[0].isupper() or len(w) < 4 for w in letters.split())


def _intro(text: str, *, set_off: bool) -> Heading | None:
    """A heading of the author's own wording: a short line in capitals, set off or with a colon."""
    words = _plain(text).split()
    plain = f" {' '.join(words)} "
    shown = set_off or text.isupper() or _CLOSED.search(text) or _HANGING.search(plain)
    if not 0 < len(words) <= _MAX_INTRO_WORDS or not shown:
        return None
    if _ASKS_ITSELF.search(text):
        return None
    table: dict[Part, list[str]] = load_words("posting_parts")["intros"]
    for part, cues in table.items():
        if any(f" {cue} " in plain for cue in cues):
            return Heading(0, len(text), part)
    return None


def _plain(text: str) -> str:
    """``text`` as the word list writes it: no capitals, punctuation, placeholders or number."""
    text = _BRACKET.sub("", _NUMBER.sub("", PLACEHOLDER.sub("", text)))
    folded = text.casefold().replace("&", "and")
    return " ".join(re.sub(r"[^\w ]|_", "", re.sub(r"[-/–—]", " ", folded)).split())


def _part(phrase: str, *, whole: bool) -> Part | None:
    """The part that a heading opens.

    A whole line may be worded more freely: it may be "About" and the company's name, and of words
    that only headings are made of.
    """
    plain = _plain(phrase)
    exact = _table("headings").get(plain)
    if exact is not None:
        return exact
    if phrase.endswith(":") and plain in _labels():
        return "page"
    if not whole or MARK.match(phrase) or re.search(r"\d", plain):
        return None
    return _composed(plain) or _opened(phrase, plain)


def _composed(plain: str) -> Part | None:
    """The part of "Education and Work Experience", which is of words that headings are made of."""
    words = set(plain.split())
    kinds: dict[str, list[str]] = load_words("posting_parts")["composed"]
    if not words <= {word for some in kinds.values() for word in some}:
        return None
    if words.isdisjoint(kinds["required"]):
        return None if words.isdisjoint(kinds["duties"]) else "duties"
    return "required" if words.isdisjoint(kinds["preferred"]) else "preferred"


def _opened(phrase: str, plain: str) -> Part | None:
    """The part of "About Example Labs", which begins like a heading.

    A sentence begins so too ("About ten people work here"), so what follows is short, and is a
    name or speaks of the reader or the writer.
    """
    found = [start for start in _table("openings") if plain.startswith(start + " ")]
    if not found or re.search(r"[.,;]\W*$", phrase):
        return None
    start = max(found, key=len)
    rest = plain[len(start) :].split()
    named = re.findall(r"\w[\w'’]*", phrase)[-len(rest) :][0]
    if len(rest) > _MAX_OPENED_WORDS or not (named[0].isupper() or rest[0] in _GOES_ON):
        return None
    if start.endswith(" if") and rest[-1] not in _HANGS and not _CLOSED.search(phrase):
        return None  # "Even better if you know Python" says it all
    return _table("openings")[start]


_GOES_ON = frozenset(
    "a be have if in of our the this to us we were well you youd your youll youre youve".split()
)
"""Words with which a heading goes on in lower case."""


_HANGS = frozenset(("are", "be", "bring", "can", "have", "know", "need", "will"))
"""Words after which a list must follow."""


def _is_label(phrase: str, part: Part) -> bool:
    """Whether one value follows; without a colon only what stands around a posting is so told."""
    return _plain(phrase) in _labels() and (phrase.endswith(":") or part == "page")


@cache
def _table(key: str) -> dict[str, Part]:
    table: dict[Part, list[str]] = load_words("posting_parts")[key]
    return {text: part for part, texts in table.items() for text in texts}


@cache
def _labels() -> frozenset[str]:
    return frozenset(load_words("posting_parts")["labels"])
