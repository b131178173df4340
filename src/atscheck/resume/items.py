"""Entries of lists that are filed as they are: certificates, and languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from atscheck.resume.heading_texts import heading_key, known_kind
from atscheck.resume.model import Item, Passage, SectionKind
from atscheck.resume.parts import part, pieces
from atscheck.resume.words import words

_LABEL = re.compile(r"^([^:\t]{3,40}?)\s*(?::\s*-?|\t)\s*")
_BETWEEN = re.compile(r"[,;/|•\t]|\s(?:and|&)\s|\.\s")
_LABELLED: frozenset[SectionKind] = frozenset(["personal", "contact", "other"])
"""Sections in which a label tells that languages follow."""
_LANGUAGE_WORDS = 5  # with how well it is spoken


def find_certifications(passages: Sequence[Passage]) -> tuple[Item, ...]:
    """The entries of the sections of certificates and courses."""
    own = (p for p in passages if p.section == "certifications" and p.kind != "heading")
    return tuple(Item(p.text, p.span()) for p in own if not p.hidden)


def find_languages(passages: Sequence[Passage]) -> tuple[Item, ...]:
    """The languages, from a section of them or a line of personal data that is labelled so."""
    return tuple(item for p in passages if not p.hidden for item in _languages_in(p))


def _languages_in(passage: Passage) -> Iterator[Item]:
    listed = passage.section == "languages" and passage.kind != "heading"
    if not listed and passage.section not in _LABELLED:
        return
    label = _LABEL.match(passage.text)
    named = label is not None and known_kind(heading_key(label[1])) == "languages"
    if not (listed or named):
        return
    start = label.end() if named and label is not None else 0
    for first, last in pieces(passage.text, _BETWEEN, start):
        found = part(passage, passage.text, first, last)
        if found and found.text[0].isalpha() and _names_language(found.text):
            yield Item(found.text, found.span)


def _names_language(text: str) -> bool:
    """Whether an entry is short and more than what is done in a language ("write")."""
    named = text.casefold().split()
    return len(named) <= _LANGUAGE_WORDS and not words("contact", "language_skills").issuperset(
        named
    )
