"""Mentions by the way: a posting names a term there without asking for it."""

from __future__ import annotations

import re
from functools import cache

from atscheck.data import load_words
from atscheck.jobs.clauses import Clause
from atscheck.matching.model import Form
from atscheck.skills.model import Term

_PERSONAL = "soft-skills"
"""The field of the terms that also describe a workplace or the people there."""

_REACH = 60
"""The most characters before a mention in which it is said whose team it is."""

_INSTANCES = re.compile(
    r"\W*?(?::|such as|like|e\.?g\b|i\.?e\b|for example|for instance)", re.IGNORECASE
)
_OR_OTHERS = re.compile(
    r"\bor\s+(?:(?:an?|any)\s+)?(?:other|similar|equivalent|comparable|related)\s+$", re.IGNORECASE
)

_ARTICLE = re.compile(r"\b(?:an?|the)\s+$", re.IGNORECASE)


def is_aside(clause: Clause, start: int, end: int, term: Term, form: Form) -> bool:
    """Whether ``clause.text[start:end]``, which is ``term`` by ``form``, asks for nothing.

    So do colleagues ("with our product managers", "the QA team"), bodies ("the Department of
    Chemistry"), attributes ("a leading conference" is no leadership) and the kind of what is named
    ("programming languages such as Java", "Java or other programming languages"). Where neither a
    heading nor the wording says that a demand stands there, so do a quality of the workplace ("a
    friendly environment") and a word derived from a term ("the values of the team" are no
    valuation), unless it is a verb that says what to do ("you communicate clearly").
    """
    before, after = clause.text[max(0, start - _REACH) : start], clause.text[end:]
    named = clause.text[start:end]
    owned = _pattern("owners").search(before) is not None
    if _pattern("roles").search(named):
        return owned or named.endswith("s")
    if owned and _pattern("groups").match(after):
        return True
    if _pattern("kinds").search(named) and (_INSTANCES.match(after) or _OR_OTHERS.search(before)):
        return True
    if named[:1].isupper() and (
        _pattern("bodies").search(before) or _pattern("named").match(after)
    ):
        return True
    if form == "inflection" and named.endswith("ing") and _ARTICLE.search(before):
        return True
    if clause.firm:
        return False
    if term.field == _PERSONAL and _pattern("workplaces").match(after):
        return True
    return (
        form == "inflection"
        and not _is_number_of(named, term)
        and _pattern("verbs").search(before) is None
    )


def _is_number_of(named: str, term: Term) -> bool:
    """Whether ``named`` is of several words, or the plural or singular of a name of ``term``."""
    if re.search(r"\W", named):
        return True
    singular = _singular(named)
    return any(singular == _singular(n) for n in (term.name, *term.aliases, *term.acronyms))


def _singular(word: str) -> str:
    return re.sub(r"ies$", "y", word.casefold()).removesuffix("s").removesuffix("e")


_PLAIN = r"(?!(?:across|an?|and|at|by|for|from|in|of|on|or|the|to|towards?|with)\b)[\w-]+"
"""A word that may stand between a quality and what has it."""


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """What tells an aside of one kind: the mention itself, what stands before it, or behind it."""
    words: dict[str, list[str]] = load_words("postings")["asides"]
    if kind == "roles":
        words = {"roles": load_words("roles")["titles"]}
    if kind == "named":
        names = "|".join(word.capitalize() for word in words["bodies"])
        return re.compile(rf"(?:\s+[A-Z][\w-]*){{0,2}}\s+(?:{names})\b")
    some = "|".join(map(re.escape, sorted(words[kind], key=len, reverse=True)))
    pattern = {
        "roles": rf"\b(?:{some})s?$",
        "owners": rf"\b(?:{some})\s+(?:[\w-]+\s+){{0,2}}$",
        "verbs": rf"(?:^|\b(?:{some})\s+|[^\w\s]\s*)$",
        "bodies": rf"\b(?:{some})s? (?:of|for) (?:the )?(?:\w+(?:,| and)(?: of)? )?$",
        "kinds": rf"\b(?:{some})$",
        "groups": rf"\s+(?:{_PLAIN}\s+)?(?:{some})\b",
        "workplaces": rf"\s+(?:and\s+)?(?:{_PLAIN},?\s+){{0,2}}(?:{some})\b(?! player)",
    }
    return re.compile(pattern[kind], re.IGNORECASE)
