"""Our tokenizer and normaliser: the words of a text, as a spaCy `Doc` for phrase matching.

spaCy's own tokenizer splits C++, C#, .NET and R&D apart and needs quadratic time on some runs of
symbols; this one is a single linear regular expression with a few rules on top:

* names with symbols (C++, C#, .NET, Node.js, R&D) are one token;
* a hyphen or underscore inside a word ("machine-learning") is no token, so that it equals a space;
* a version joined to a name ("Python3.11") is a token of its own;
* words that the lexicon writes as one ("Java Script", "Snow fl ake") are one token.

A token's norm is its lower case in American spelling, without dots ("B.A." is "ba").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from atscheck.data import load_words

MAX_WORD = 100
"""Longer runs of letters and digits are cut, in characters (reliability.md, 8.2)."""

_TOP_LEVEL = "com|org|net|io|edu|gov|in|de|uk|me|co|dev"
_TOKEN = re.compile(
    rf"""
    (?P<link>(?:https?://|www\.)\S{{1,300}}|[\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}})+
       |(?<![\w.@-])[\w-]{{2,64}}(?:\.[\w-]{{2,64}}){{0,3}}\.(?:{_TOP_LEVEL})/[\w./~%+-]{{1,200}})
    |(?P<symbol>(?<!\w)\.NET\b|\b[Cc]\ ?\+\+|\b[CcFfJjQq]\#)
    |(?P<joint>\b[^\W\d_]{{1,2}}(?:&[^\W\d_]{{1,2}})+(?![\w+\#]))
    |(?P<number>\d{{1,40}}(?:[.,]\d{{1,40}}){{0,20}}(?![^\W_]))
    |(?P<dotted>[^\W_]{{1,{MAX_WORD}}}(?:\.[^\W_]{{1,{MAX_WORD}}})+\.?)
    |(?P<word>[^\W_]{{1,{MAX_WORD}}}(?:['’][^\W\d_]{{1,3}}\b)?)
    |(?P<hyphen>(?<=\w)[-_\u2010-\u2014](?=\w))
    |(?P<other>\S)
    """,
    re.VERBOSE,
)
_ABBREVIATION = re.compile(r"(?:[^\W\d_]{1,2}\.)*[^\W\d_]{1,5}\.?")
_VERSIONED = re.compile(r"([^\W\d_]{3,})(\d+)")
_DOTTED_VERSION = re.compile(r"([^\W\d_]{3,})(\d+(?:\.\d+)+)")
_QUANTIFIED = re.compile(r"(\d+)([^\W\d_]{4,})")
_SEPARATOR = re.compile(r"[\s/_-]")
_COMPOUND = re.compile(r"\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b")
_HOST = re.compile(rf".*\.(?:{_TOP_LEVEL})")
_LIGATURES = frozenset(["ff", "fi", "fl", "ffi", "ffl"])
"""Word parts that some parsers set apart: "Snow fl ake", "Pro fi le" (users.md, section 1.1)."""
_NEVER_JOINED = frozenset(
    "a an and as at be by do for from he i if in is it me my no not of on one or our so than the "
    "to up us was we with you your".split()
)
"""Function words: "experience in design" must not read as InDesign."""


class Token(NamedTuple):
    """A token: its range in the text, its norm, and whether it is a link or e-mail address."""

    start: int
    end: int
    norm: str
    link: bool = False


@cache
def _american() -> dict[str, str]:
    words = load_words("spelling")
    return {**words["british_to_american"], **words["abbreviations"]}


def is_abbreviation(word: str) -> bool:
    """Whether a word in lower case is a short form that its norm writes out ("mgmt")."""
    return word in load_words("spelling")["abbreviations"]


@lru_cache(maxsize=50_000)
def word_norm(word: str) -> str:
    """The norm of one word: lower case, no accents, no possessive, no dots, American spelling."""
    norm = word.casefold()
    if not norm.isascii():
        plain = unicodedata.normalize("NFD", norm.replace("’", "'"))
        norm = "".join(c for c in plain if not unicodedata.combining(c)) or norm
    if norm.isalpha():
        return _american().get(norm, norm)
    norm = norm.removesuffix("'s")
    if norm != ".net":
        norm = norm.replace(".", "")
    norm = norm.replace("'", "")
    return _american().get(norm, norm)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words, by norm, that the lexicon and the target write as one."""

    words: frozenset[str]

    @classmethod
    def of(cls, surfaces: Iterable[str]) -> Vocabulary:
        """Of ``surfaces`` those that are one word, and compounds in others (Google AdWords)."""
        words: set[str] = set()
        for surface in surfaces:
            if not _SEPARATOR.search(surface):
                words.update((surface.casefold(), word_norm(surface)))
            elif compound := _COMPOUND.search(surface):
                words.add(compound.group().casefold())
        return cls(frozenset(words))

    def __or__(self, other: Vocabulary) -> Vocabulary:
        return self if other.words <= self.words else Vocabulary(self.words | other.words)


def tokenize(text: str, vocabulary: Vocabulary) -> list[Token]:
    """The tokens of ``text`` in order."""
    return _joined(list(_raw(text, vocabulary)), text, vocabulary)


def norms_of(phrase: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The norms of a phrase's tokens; quicker than `tokenize` where it is plain words."""
    words = phrase.split(" ")
    if all(map(str.isalpha, words)):
        norms = tuple(map(word_norm, words))
        if not any(a + b in vocabulary.words for a, b in pairwise(norms)):
            return norms
    return tuple(token.norm for token in tokenize(phrase, vocabulary))


def _raw(text: str, vocabulary: Vocabulary) -> Iterator[Token]:
    """The tokens of ``text`` before neighbours are joined."""
    at = 0
    while found := _TOKEN.search(text, at):
        kind, word, (start, at) = found.lastgroup, found.group(), found.span()
        if kind == "word":
            if word.isalpha():
                yield Token(start, at, word_norm(word) or word)
            else:
                yield from _word(word, start, vocabulary)
        elif kind == "hyphen":
            continue
        elif kind == "dotted":
            yield from _dotted(word, start, vocabulary)
        elif kind == "link" and (host := word.split("/", 1)[0]).casefold() in vocabulary.words:
            # "asp.net/c#" is two skills
            yield from _dotted(host, start, vocabulary)
            at = start + len(host)
        elif kind == "joint" and word.casefold() not in vocabulary.words:
            for part in re.finditer(r"&|[^&]+", word):
                yield Token(start + part.start(), start + part.end(), word_norm(part.group()))
        else:
            norm = word_norm(word) if word == "&" else word.casefold().replace(" ", "")
            yield Token(start, at, norm, kind == "link")


def _dotted(word: str, start: int, vocabulary: Vocabulary) -> Iterator[Token]:
    """Node.js and B.Com are one token, "end.Start" is two words, "site.com" is a link."""
    bare = word.removesuffix(".")
    known = bare.casefold() in vocabulary.words
    if known or (_ABBREVIATION.fullmatch(word) and not bare.islower()):
        yield Token(start, start + len(bare), word_norm(bare))
        if known and bare != word:
            yield Token(start + len(bare), start + len(word), ".")
        return
    versioned = _DOTTED_VERSION.fullmatch(bare)
    if versioned:
        yield from _word(versioned[1], start, vocabulary)
        yield Token(start + versioned.start(2), start + len(bare), versioned[2])
    elif bare.islower() and _HOST.fullmatch(bare):
        yield Token(start, start + len(bare), bare, link=True)
    else:
        for part in re.finditer(r"\.|[^.]+", bare):
            yield from _word(part.group(), start + part.start(), vocabulary)
    if bare != word:
        yield Token(start + len(bare), start + len(word), ".")


def _word(word: str, start: int, vocabulary: Vocabulary) -> Iterator[Token]:
    """One word, its version number split off unless the lexicon knows them as one name."""
    split = None
    if not word.isalpha() and word.casefold() not in vocabulary.words:
        split = _VERSIONED.fullmatch(word) or _QUANTIFIED.fullmatch(word)
    if split is None:
        yield Token(start, start + len(word), word_norm(word) or word)
        return
    middle = start + len(split[1])
    yield Token(start, middle, word_norm(split[1]))
    yield Token(middle, start + len(word), word_norm(split[2]))


def _joined(tokens: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """The tokens, neighbours that the lexicon writes as one word made one."""
    joined: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        parts = 1
        if index + 1 < len(tokens) and (
            token.norm + (after := tokens[index + 1].norm) in vocabulary.words
            or after in _LIGATURES
        ):
            parts = _parts(tokens[index : index + 3], text, vocabulary)
        if parts > 1:
            norm = "".join(part.norm for part in tokens[index : index + parts])
            token = Token(token.start, tokens[index + parts - 1].end, norm)
        joined.append(token)
        index += parts
    return joined


def _parts(tokens: list[Token], text: str, vocabulary: Vocabulary) -> int:
    """How many of ``tokens`` (two or three) are, together, one word that the lexicon knows."""
    first, second = tokens[:2]
    between = text[first.end : second.start]
    if between not in (" ", "-"):
        return 1
    if len(tokens) == 3 and second.norm in _LIGATURES and between == " ":
        third = tokens[2]
        whole = first.norm + second.norm + third.norm
        if text[second.end : third.start] == " " and whole in vocabulary.words:
            return 3
    whole = first.norm + second.norm
    if whole not in vocabulary.words or not whole.isalpha():
        return 1
    if between == "-" or first.norm in _LIGATURES or second.norm in _LIGATURES:
        return 2 if len(whole) >= 5 else 1
    plain = first.norm not in _NEVER_JOINED and second.norm not in _NEVER_JOINED
    return 2 if plain and len(whole) >= 6 else 1
