"""Our tokenizer and normaliser: the words of a text, as a spaCy `Doc` for phrase matching.

spaCy's own tokenizer splits C++, C#, .NET and R&D apart and needs quadratic time on some runs of
symbols; this one is a single linear regular expression with a few rules on top:

* names with symbols (C++, C#, .NET, Node.js, R&D) are one token;
* a hyphen inside a word ("machine-learning") is no token, so that it equals a space;
* a version joined to a name ("Python3.11") is a token of its own;
* two words that the lexicon writes as one ("Java Script") are one token.

A token's norm is its lower case in American spelling, without dots ("B.A." is "ba").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from atscheck.data import load_words

_TOKEN = re.compile(
    r"""
    (?P<link>(?:https?://|www\.)\S{1,300}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+
       |(?<![\w.@-])[\w-]{2,64}(?:\.[\w-]{2,64}){0,3}\.[a-z]{2,6}/[\w./~%+-]{1,200})
    |(?P<symbol>(?<![\w])\.NET\b|\b[Cc]\+\+|\b[CFJQ]\#|\bR&D\b|\bP&L\b|\bM&A\b|\bGD&T\b)
    |(?P<number>\d+(?:[.,]\d+)*)(?![^\W\d_])
    |(?P<dotted>[^\W_]+(?:\.[^\W_]+)+\.?)
    |(?P<word>[^\W_]+(?:'[^\W\d_]{1,3}\b)?)
    |(?P<hyphen>(?<=\w)-(?=\w))
    |(?P<other>\S)
    """,
    re.VERBOSE,
)
_ABBREVIATION = re.compile(r"(?:[^\W\d_]{1,2}\.)*[^\W\d_]{1,5}\.?")
_VERSIONED = re.compile(r"([^\W\d_]{3,})(\d+)")
_DOTTED_VERSION = re.compile(r"([^\W\d_]{3,})(\d+(?:\.\d+)+)")
_QUANTIFIED = re.compile(r"(\d+)([^\W\d_]{4,})")
_TOP_LEVEL = frozenset(
    ["com", "org", "net", "io", "edu", "gov", "in", "de", "uk", "me", "co", "dev"]
)
_NEVER_JOINED = frozenset(
    "a an and as at be by do for from he i if in is it me my no not of on one or our so than the "
    "to up us was we with you your".split()
)
"""Function words: "experience in design" must not read as InDesign."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its range in the text, its norm, and whether it is a link or e-mail address."""

    start: int
    end: int
    norm: str
    link: bool = False


@cache
def _american() -> dict[str, str]:
    spelling: dict[str, str] = load_words("spelling")["british_to_american"]
    return spelling


@lru_cache(maxsize=50_000)
def word_norm(word: str) -> str:
    """The norm of one word: lower case, no accents, no possessive, no dots, American spelling."""
    norm = word.casefold()
    if not norm.isascii():
        norm = "".join(
            c for c in unicodedata.normalize("NFKD", norm) if not unicodedata.combining(c)
        )
    if norm.endswith("'s"):
        norm = norm[:-2]
    if norm != ".net":
        norm = norm.replace(".", "")
    norm = norm.replace("'", "")
    return _american().get(norm, norm)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The single-token norms that the lexicon and the target know."""

    words: frozenset[str]

    @classmethod
    def of(cls, surfaces: Iterable[str]) -> Vocabulary:
        """The vocabulary of all ``surfaces`` that are written as one word."""
        words = (s.casefold() for s in surfaces if not re.search(r"[\s/-]", s))
        return cls(frozenset(form for w in words for form in (w, word_norm(w))))


def tokenize(text: str, vocabulary: Vocabulary) -> list[Token]:
    """The tokens of ``text`` in order."""
    tokens = list(_raw(text, vocabulary))
    return list(_joined(tokens, text, vocabulary))


def _raw(text: str, vocabulary: Vocabulary) -> Iterator[Token]:
    for found in _TOKEN.finditer(text):
        kind, word, start = found.lastgroup, found.group(), found.start()
        if kind == "hyphen":
            continue
        if kind == "link":
            yield Token(start, found.end(), word.casefold(), link=True)
        elif kind == "dotted":
            yield from _dotted(word, start, vocabulary)
        elif kind == "word":
            yield from _word(word, start, vocabulary)
        else:
            yield Token(start, found.end(), word.casefold())


def _dotted(word: str, start: int, vocabulary: Vocabulary) -> Iterator[Token]:
    """Node.js and B.Com are one token, "end.Start" is two words, "site.com" is a link."""
    bare = word.rstrip(".")
    known = bare.casefold() in vocabulary.words
    versioned = _DOTTED_VERSION.fullmatch(bare)
    if known or (_ABBREVIATION.fullmatch(word) and not bare.islower()):
        yield Token(start, start + len(bare), word_norm(bare))
    elif versioned:
        yield from _word(versioned[1], start, vocabulary)
        yield Token(start + versioned.start(2), start + len(bare), versioned[2])
    elif bare.islower() and bare.rsplit(".", 1)[-1] in _TOP_LEVEL:
        yield Token(start, start + len(bare), bare, link=True)
    else:
        at = start
        for part in bare.split("."):
            yield from _word(part, at, vocabulary)
            at += len(part) + 1
    if len(bare) < len(word) and (known or not _ABBREVIATION.fullmatch(word)):
        yield Token(start + len(bare), start + len(word), ".")


def _word(word: str, start: int, vocabulary: Vocabulary) -> Iterator[Token]:
    """One word, its version number split off unless the lexicon knows them as one name."""
    split = None
    if word.casefold() not in vocabulary.words:
        split = _VERSIONED.fullmatch(word) or _QUANTIFIED.fullmatch(word)
    if split is None:
        yield Token(start, start + len(word), word_norm(word))
        return
    middle = start + len(split[1])
    yield Token(start, middle, word_norm(split[1]))
    yield Token(middle, start + len(word), word_norm(split[2]))


def _joined(tokens: list[Token], text: str, vocabulary: Vocabulary) -> Iterator[Token]:
    """Neighbouring words that the lexicon writes as one word become one token."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if after is not None and _joins(token, after, text, vocabulary):
            yield Token(token.start, after.end, token.norm + after.norm)
            index += 2
        else:
            yield token
            index += 1


def _joins(token: Token, after: Token, text: str, vocabulary: Vocabulary) -> bool:
    norm = token.norm + after.norm
    return (
        len(norm) >= 6
        and norm in vocabulary.words
        and text[token.end : after.start] in (" ", "-")
        and token.norm not in _NEVER_JOINED
        and after.norm not in _NEVER_JOINED
        and token.norm.isalpha()
        and after.norm.isalpha()
    )
