"""What asks for nothing by its wording: benefits, law, how to apply, and a company on itself."""

from __future__ import annotations

import re
from functools import cache

from atscheck.data import load_words
from atscheck.jobs.cues import phrases
from atscheck.jobs.headings import PLACEHOLDER, Part

_NOISE: tuple[Part, ...] = ("legal", "benefits", "application", "page", "company")

_LOOSE: frozenset[Part] = frozenset(("company", "page"))
"""The parts in which a posting that lacks a heading may come to what the applicant will do."""

_SENTENCE_WORDS = 40
"""The most words of a sentence; of a longer text, the line breaks are lost."""

_LINK_BREAK = re.compile(r"\s*[|•·›»>←→]\s*|\s+/\s+|\s{3,}|\t")
_FEWEST_LINKS, _SURE_LINKS, _LINK_WORDS = 3, 2, 5
"""How many items a menu has at least, how many of them are known links, and the most words of one.
Judgement: a line of a stack ("Python | Go | Search") has one such item at most."""

_ANONYMOUS = re.compile(rf"(?:\b[Tt]he\s+)?(?:{PLACEHOLDER.pattern}\s*)+")
_VERB = re.compile(
    r"\b(?:aims?|are|combines?|develops?|ha[ds]|have|helps?|is|makes?|offers?|provides?|was|were"
    r"|will|works?)\b",
    re.IGNORECASE,
)
"""What a sentence about a company has, and a title or a line of an address has not."""

_OF_OURS = re.compile(
    r"(?:across|additionally|among|as|at|currently|for|from|further|in|moreover|on|since|through"
    r"|to|today|with|within)\b[^.;:!?]{0,80}?,?\swe\b",
    re.IGNORECASE,
)
"""The beginning of a sentence whose subject is the company ("For the front end we use …")."""

_READER = re.compile(r"\byou(?:rs?)?\b", re.IGNORECASE)
_NAMED = re.compile(r"(?:[A-Z][\w&.'’-]*\s+){1,5}(?:is|are)\s+(?:an?|the|one of)\b(.{0,80})")
"""A name, and what it is said to be ("Sample Systems is a small firm")."""


def speaks_of_job(clause: str, part: Part) -> bool:
    """Whether a clause asks after all, below a heading of what asks for nothing."""
    kinds = ("candidates", "duties") if part in _LOOSE else ("candidates",)
    return part != "legal" and any(phrases("company", kind).search(clause) for kind in kinds)


def noise_of(clause: str, part: Part) -> Part | None:
    """The part that the clause belongs to by its wording, if that asks for nothing."""
    if is_menu(clause):
        return "page"
    if part != "unknown" and phrases("noise", "asks").search(clause):
        return None
    if part not in ("required", "preferred") and phrases("noise", "checks").search(clause):
        return "legal"  # among the demands "a clean DBS check" is one
    kinds = _NOISE if len(clause.split()) <= _SENTENCE_WORDS else _NOISE[:-1]
    return next((kind for kind in kinds if phrases("noise", kind).search(clause)), None)


def is_menu(line: str) -> bool:
    """Whether a line is of a page's links: "Home / Jobs / Baker", "News | About us | Log in"."""
    items = [item.strip() for item in _LINK_BREAK.split(line.casefold()) if item.strip()]
    if len(items) < _FEWEST_LINKS or any(len(item.split()) > _LINK_WORDS for item in items):
        return False
    return len(_links().intersection(items)) >= _SURE_LINKS


@cache
def _links() -> frozenset[str]:
    return frozenset(load_words("posting_parts")["page"]["links"])


def is_about_company(clause: str) -> bool:
    """Whether the company speaks of itself, not of whom it looks for."""
    anonymous = _ANONYMOUS if _VERB.search(clause) else PLACEHOLDER
    named = anonymous.sub("the company ", clause)
    text = re.sub(r"^[\W\d]+", "", named)
    if _OF_OURS.match(text) and not _READER.search(text):
        return phrases("company", "asking").search(text) is None
    subject = phrases("company", "subjects").match(text)
    if subject is None:
        said = _NAMED.match(text)
        return said is not None and phrases("company", "kinds").search(said[1]) is not None
    return phrases("company", "asking").search(text, subject.end()) is None
