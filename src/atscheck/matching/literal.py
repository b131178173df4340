"""Does a resume have a keyword's own words, as a search that compares letters asks for them?

Systems differ: Greenhouse's search is said to compare words exactly (passfirstround.com, a third
party), Lever's takes endings off (jobeezy.com, another), SmoothHiring's finds parts of words (its
help pages). What counts here is what the strictest finds, so it is the least that any does: the
words as they are asked for, of which only capitals, hyphens, slashes, a possessive's ending and
British spelling may differ, and not a plural.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from atscheck.documents.model import Document
from atscheck.matching.model import Evidence
from atscheck.matching.tokens import is_abbreviation, word_norm
from atscheck.skills.model import Keyword


def has_own_words(keyword: Keyword, claims: Iterable[Evidence], document: Document) -> bool:
    """Whether ``claims``, which are for ``keyword``, hold its words.

    Those are what a posting writes for any of its terms, and else the terms' own names.
    """
    if not keyword.wordings:
        return any(claim.literal for claim in claims)
    written = {document.quote(claim.span) for claim in claims}
    return any(holds(text, wording.text) for text in written for wording in keyword.wordings)


def holds(text: str, wording: str) -> bool:
    """Whether ``text`` has the words of ``wording`` one behind the other."""
    own, wanted = norms(text), norms(wording)
    if "".join(own) == "".join(wanted):
        return True  # "back-end" and "backend"
    width = len(wanted)
    return width > 0 and any(own[at : at + width] == wanted for at in range(len(own) - width + 1))


def norms(text: str) -> list[str]:
    """The words of ``text`` in American spelling; short forms ("mgmt") stay as they are."""
    words = " ".join(words_of(text)).replace("/", " ").split()
    return [word if is_abbreviation(word) else word_norm(word) for word in words]


def words_of(text: str) -> list[str]:
    """The words of ``text`` as a system that compares letters tells them apart."""
    text = re.sub(r"['’]s\b| (?=/)|(?<=/) ", "", text.casefold())
    return text.replace("-", " ").split()
