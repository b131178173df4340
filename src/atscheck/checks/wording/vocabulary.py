"""Which words are spelt right, and what a word that is not was meant to be."""

from __future__ import annotations

import gzip
import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from atscheck.compiled import english_tables, load_rows
from atscheck.data import load_words
from atscheck.matching.english import base_forms, is_english
from atscheck.resume.words import common_words, words
from atscheck.skills.lexicon import load_lexicon

_PART = 4
"""Letters of each part of a word that two words make ("timesheet")."""


@lru_cache(maxsize=20_000)
def is_known(word: str) -> bool:
    """Whether ``word``, in lower case and of letters and apostrophes, is spelt right.

    It is in the dictionary or the lexicon, is a form of a word that is, begins with a prefix, or
    is made of two words.
    """
    bare = re.sub(r"['’]s?$", "", word)
    if _stands(bare):
        return True
    derived = _is_form(bare) or _is_able(bare) or _is_prefixed(bare) or _is_joined(bare)
    return derived and not _is_doubled_wrong(bare)


def _is_form(word: str) -> bool:
    """Whether a word is a regular form of another ("scaffolders")."""
    return any(map(_stands, base_forms(word)))


def _is_doubled_wrong(word: str) -> bool:
    """Whether a word has a letter once that is doubled in a common one, or the other way round.

    Before an ending both are found ("travelled", "focussed"), but for short vowels that are long
    ("writting").
    """
    for at, letter in enumerate(word):
        once = word[:at] + word[at + 1 :]
        if _frequency(word[:at] + letter + word[at:]) >= _RARE:
            return True
        if word[at + 1 : at + 2] == letter and _frequency(once) >= _RARE:
            stem = re.sub(r"(?:ed|ing|ers?|ors?)$", "", once)
            if stem == once or stem + "e" in _dictionary():
                return True
    return False


def _is_able(word: str) -> bool:
    """Whether a word is one that "able" was put behind ("configurability", no "noticable")."""
    stem = re.sub(r"abl[ey]$|ability$", "", word)
    if len(stem) < _PART or stem == word:
        return False
    return is_english(stem) or (is_english(stem + "e") and stem[-1] not in "cgs")


def _is_prefixed(word: str) -> bool:
    return any(
        word.startswith(prefix)
        and len(word) - len(prefix) >= shortest
        and any(base in _dictionary() for base in base_forms(word[len(prefix) :]))
        for key, shortest in (("prefixes", _PART), ("short_prefixes", 2 * _PART))
        for prefix in words("vocabulary", key)
    )


def _is_joined(word: str) -> bool:
    """Whether two common words stand in ``word`` without a space ("timesheet", "workingin")."""
    short = words("vocabulary", "short_parts")
    return any(
        (len(rest) >= _PART or rest in short)
        and (len(first) >= _PART or first in short)
        and rest not in words("vocabulary", "never_parts")
        and (rest in common_words() or rest.removesuffix("s") in common_words())
        and is_english(first)
        for first, rest in ((word[:at], word[at:]) for at in range(2, len(word) - 1))
    )


@lru_cache(maxsize=4_000)
def correction(word: str) -> str | None:
    """What ``word``, which is not known, was meant to be; None unless that is clear.

    One slip (a letter missing, too many, wrong, or two in the other order), in a long word two,
    makes it of one common word, or of one that is far more likely than any other.
    """
    if word[0] == word[1]:  # the first letter is lost: "ccounting"
        return None
    near = _near(word) or (_farther(word) if len(word) >= _LONG else [])
    ranked = sorted(near, key=lambda other: (-_weight(word, other), other))
    rivals = (_weight(word, other) for other in ranked[1:])
    if ranked and _weight(word, ranked[0]) >= _CLEARLY * max(rivals, default=0):
        return ranked[0] if _may_be_slip(word, ranked[0]) else None
    return None


_LONG = 9
"""Letters from which on a word may have two slips."""

_CLEARLY = 10
"""How many times as likely a word has to be as the next one to be the one that is meant."""


def _weight(word: str, other: str) -> float:
    """How likely a slip: how common the word is, and more where letters are doubled or swapped."""
    first = 1 if word[0] == other[0] else _FIRST_LETTER
    return _frequency(other) * first * (_SURE if _is_sure(word, other) else 1)


_SURE, _FIRST_LETTER = 20, 0.02
"""How much likelier letters doubled or in the other order are, and a slip in the first letter."""


def _is_sure(word: str, other: str) -> bool:
    """Whether two words have the same letters, but for their order or for doubled ones."""
    return sorted(word) == sorted(other) or _undoubled(word) == _undoubled(other)


def _undoubled(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


def _near(word: str) -> list[str]:
    """The common words one slip away."""
    return [other for other in set(_edits(word)) if _is_common(other)]


def _edits(word: str) -> Iterator[str]:
    """Every word one slip away, as Peter Norvig's spelling corrector has them."""
    for first, rest in ((word[:at], word[at:]) for at in range(len(word) + 1)):
        if rest:
            yield first + rest[1:]
        if len(rest) > 1:
            yield first + rest[1] + rest[0] + rest[2:]
        for letter in _letters():
            yield first + letter + rest
            if rest:
                yield first + letter + rest[1:]


def _farther(word: str) -> list[str]:
    """The common words two slips away."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found = extract(word, _by_letter(word[0]), scorer=OSA.distance, score_cutoff=2, limit=5)
    return [other for other, _, _ in found if _is_common(other)]


def _may_be_slip(word: str, other: str) -> bool:
    """Whether a writer, and no font, language or short form, may have made ``word`` of ``other``.

    Slips at either end of a word are rarer than names and words of other languages that are an
    English one but for their end ("systeme"), and so are other letters in a short word.
    """
    if word[0] != other[0] or _is_lost_ligature(word, other):
        return False
    if _is_sure(word, other):
        return True
    if word[:-1] in (other, other[:-1]) or other[:-1] == word:
        return False
    if len(word) != len(other):
        return len(word) > _SHORT_WORD or len(word) < len(other)
    changed = "".join(a + b for a, b in zip(word, other, strict=True) if a != b)
    kinds = ("aeiouy", "cksz") if len(word) <= _SHORT_WORD else ("aeiouy", "bcdfghjklmnpqrstvwxyz")
    return any(set(changed) <= set(kind) for kind in kinds)


_SHORT_WORD = 6
_RARE = 200
"""How often the library has met a word for it to be common: its texts are films' subtitles."""


def _is_common(word: str) -> bool:
    """Whether a word is one that a slip may be taken for."""
    if word in _common() and is_english(word):
        return True
    return word in _british() or word in _terms()


def _frequency(word: str) -> int:
    american = _british().get(word, word)
    used = _USED if word in _terms() else 1
    return max(used, *(_dictionary().get(way, 1) for way in (word, american)))


_USED = 1000
"""What a word of the lexicon counts as, however rare it is in films."""


def _is_lost_ligature(word: str, other: str) -> bool:
    """Whether ``word`` is ``other`` without letters that one glyph may have shown."""
    return any(
        other[:at] + other[at + len(glyph) :] == word
        for glyph in words("vocabulary", "glyphs")
        for at in range(len(other))
        if other.startswith(glyph, at)
    )


@cache
def _by_letter(letter: str) -> tuple[str, ...]:
    """The common long words that begin with a letter."""
    return tuple(word for word in _common() if word[0] == letter and len(word) >= _LONG - 2)


class Frequencies:
    """How often words were met, found by bisection in the lines of a JSON object, a word each.

    Reading it as JSON takes six times as long, and a scan asks for some forty words.
    """

    def __init__(self, text: str) -> None:
        if text.count("\n") < text.count('": '):
            text = json.dumps(json.loads(text), ensure_ascii=False, indent=0)
        self.lines = sorted(text.split("\n"))

    def get(self, word: str, default: int) -> int:
        """How often a word was met."""
        start = f'"{word}": '
        line = self.lines[bisect_left(self.lines, start) % len(self.lines)]
        return int(line[len(start) :].rstrip(",")) if line.startswith(start) else default

    def __contains__(self, word: str) -> bool:
        return self.get(word, 0) > 0


@cache
def _dictionary() -> Frequencies:
    """The English words of pyspellchecker with how often they were met.

    Only its list is read: the library's own reader takes longer.
    """
    found = find_spec("spellchecker")
    folder = Path(found.origin).parent if found and found.origin else Path()
    packed = (folder / "resources/en.json.gz").read_bytes()
    return Frequencies(gzip.decompress(packed).decode())


@cache
def _common() -> dict[str, int]:
    """The words of the dictionary that are common, in alphabetical order."""
    numbers = (line.partition('": ') for line in _dictionary().lines)
    return {
        word[1:]: count
        for word, _, times in numbers
        if times and (count := int(times.rstrip(","))) >= _RARE
    }


@cache
def _letters() -> frozenset[str]:
    """The letters, and the apostrophe, that the dictionary's words are made of."""
    return frozenset(sign for sign in set("".join(_dictionary().lines)) if sign.isalpha()) | {"'"}


def _stands(word: str) -> bool:
    """Whether a word stands in the dictionary, the lexicon or one of the lists."""
    return (
        word in _dictionary() or word in common_words() or word in _listed() or word in _lexicon()
    )


@cache
def _lexicon() -> frozenset[str]:
    """Every word of the names of the lexicon's English terms, in lower case."""
    return frozenset(load_rows("words_of_names", name_word_rows))


def name_word_rows() -> list[str]:
    """The rows of the table of words of English names."""
    entries = (entry for table in english_tables() for entry in table["terms"].items())
    texts = (text for name, term in entries for text in (name, *term.get("aliases", ())))
    return sorted(set(_BETWEEN.split(" ".join(texts).casefold())))


@cache
def _terms() -> frozenset[str]:
    """The words of the lexicon that are no names: those of English terms in small letters."""
    terms = (name for name in load_lexicon().terms if name.islower())
    long = (word for word in _BETWEEN.split(" ".join(terms)) if len(word) > 4)
    return _lexicon().intersection(long)


@cache
def _british() -> dict[str, str]:
    return dict(load_words("spelling")["british_to_american"])


@cache
def _listed() -> frozenset[str]:
    """Every word of the lists, in lower case."""
    texts = (
        text for name in load_words("vocabulary")["lists"] for text in _strings(load_words(name))
    )
    return frozenset(_BETWEEN.split(" ".join(texts).casefold()))


_BETWEEN = re.compile(r"[\W\d_]+")


def _strings(value: Any) -> Iterator[str]:
    """The strings of a table, its keys among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
