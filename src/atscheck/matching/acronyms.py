"""Acronyms that the resume itself spells out: "Neuro-Linguistic Programming (NLP)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atscheck.matching.docs import BREAK
from atscheck.matching.phrases import Candidate
from atscheck.matching.pipeline import PhraseIndex
from atscheck.matching.reading import Reading
from atscheck.matching.surfaces import Surface, stem, surfaces_of
from atscheck.matching.tokens import norms_of
from atscheck.matching.typos import is_alike

_SMALL_WORDS = frozenset(["and", "for", "in", "of", "on", "the", "to", "with"])
"""Words whose initials an acronym may leave out: "Bachelor of Science (BS)"."""
_ACRONYM = re.compile(r"[A-Z](?:[A-Za-z]{0,6}[A-Z])s?")
_QUOTES = frozenset("\"'“”‘’")
_LONGEST = 12
"""How many tokens the words of an acronym may be."""


@dataclass(frozen=True, slots=True)
class Definition:
    """An acronym that the resume spells out, in capitals, and the tokens of its words."""

    acronym: str
    start: int
    end: int


def definitions(reading: Reading) -> tuple[Definition, ...]:
    """Where the resume says what an acronym means: "Mean Error (ME)" or "ME (Mean Error)"."""
    return tuple(
        definition
        for at, token in enumerate(reading.tokens)
        if token.norm == "("
        for definition in (_behind(at, reading), _before(at, reading))
        if definition is not None
    )


def redefined(
    spelt: Sequence[Definition], reading: Reading, index: PhraseIndex
) -> frozenset[tuple[str, Surface]]:
    """The acronyms, as term and surface, that the resume defines as something else.

    What "(NLP)" stands for behind words with these initials, it stands for in the whole resume.
    """
    words: dict[str, list[list[str]]] = {}
    for each in spelt:
        norms = [token.norm for token in reading.tokens[each.start : each.end]]
        words.setdefault(each.acronym, []).append(norms)
    short = {
        (c.term, c.surface)
        for c in reading.candidates
        if c.surface.form == "acronym" or _is_short_form(c, index)
    }
    return frozenset(
        (term, surface)
        for term, surface in short
        if (meant := words.get(surface.text.removesuffix("s").upper()))
        and not any(_means(norms, term, index) for norms in meant)
    )


def _is_short_form(candidate: Candidate, index: PhraseIndex) -> bool:
    """Whether a name is an acronym whose words the lexicon knows ("AWS", Amazon Web Services)."""
    if not _ACRONYM.fullmatch(candidate.surface.text.removesuffix("s")):
        return False
    term = index.terms[candidate.term]
    return any(" " in name for name in (term.canonical, *term.aliases, *term.acronyms))


def own_acronyms(spelt: Sequence[Definition], reading: Reading) -> Iterator[Candidate]:
    """Where an acronym stands that the resume spells out as one of the terms."""
    names = {(each.start, each.end): each.acronym for each in spelt}
    terms: dict[str, set[str]] = {}
    for c in reading.candidates if spelt else ():
        acronym = names.get((c.start, c.end))
        if acronym and not c.surface.context:
            terms.setdefault(acronym, set()).add(c.term)
    if not terms:
        return
    for at, token in enumerate(reading.tokens):
        acronym = token.norm.upper()
        acronym = acronym if acronym in terms else acronym.removesuffix("S")
        for term in sorted(terms.get(acronym, ())):
            yield Candidate(term, Surface(acronym, "acronym", case=True), at, at + 1)


def _acronym_at(at: int, reading: Reading) -> str:
    """The token at ``at`` if it is an acronym, without a plural's "s"; else ""."""
    if at < 0 or reading.tokens[at].norm == BREAK:
        return ""
    text = reading.text(at, at + 1)
    return text.removesuffix("s") if _ACRONYM.fullmatch(text) else ""


def _behind(at: int, reading: Reading) -> Definition | None:
    """The acronym in the bracket that opens at ``at``, with the words before it."""
    inside = at + 1
    if reading.tokens[inside].norm in _QUOTES:
        inside += 1
    acronym = _acronym_at(inside, reading)
    first = max(0, at - _LONGEST)
    width = _spelling(acronym, [token.norm for token in reading.tokens[first:at]])
    return Definition(acronym, at - width, at) if width else None


def _before(at: int, reading: Reading) -> Definition | None:
    """The acronym before the bracket that opens at ``at``, with the words in it."""
    inside = [token.norm for token in reading.tokens[at + 1 : at + 2 + _LONGEST]]
    if ")" not in inside:
        return None
    words = inside[: inside.index(")")]
    acronym = _acronym_at(at - 1, reading)
    if not words or _spelling(acronym, words) != len(words):
        return None
    return Definition(acronym, at + 1, at + 1 + len(words))


def _spelling(acronym: str, norms: Sequence[str]) -> int:
    """How many of the last ``norms`` the letters of ``acronym`` are the initials of; 0 if none."""
    letters = list(acronym.casefold())
    for width, norm in enumerate(reversed(norms), start=1):
        if not letters or not norm.isalpha():
            return 0
        if norm[0] == letters[-1]:
            letters.pop()
        elif norm not in _SMALL_WORDS:
            return 0
        if not letters:
            return width
    return 0


def _means(words: Sequence[str], term: str, index: PhraseIndex) -> bool:
    """Whether most of the words are, in any form or misspelt, those of one of the term's names."""
    words = [word for word in words if word not in _SMALL_WORDS] or words
    for surface in surfaces_of(index.terms[term]):
        names = norms_of(surface.text, index.vocabulary)
        shared = sum(any(stem(w) == stem(n) or is_alike(w, n) for n in names) for w in words)
        if shared > len(words) / 2:
            return True
    return False
