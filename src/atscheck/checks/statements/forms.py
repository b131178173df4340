"""Whether a statement surely opens with a verb, and in which form."""

from __future__ import annotations

from functools import cache

from atscheck.checks.statements.openings import base, past
from atscheck.data import load_words


@cache
def _sure() -> frozenset[str]:
    return frozenset(load_words("tense")["verbs"])


@cache
def _objects() -> frozenset[str]:
    return frozenset(load_words("tense")["objects"])


@cache
def _trades() -> frozenset[str]:
    return frozenset(load_words("openings")["trades"])


def present(text: str) -> tuple[str, str] | None:
    """The verb that ``text`` surely opens with in the present tense, and its past form."""
    first, *others = text.split(maxsplit=3)
    if not (others and first.isalpha() and first[0].isupper() and first[1:].islower()):
        return None
    word = first.casefold()
    name = base(word)
    form = past(name) if name else None
    if name is None or form is None or word == form or word not in (name, _third(name)):
        return None
    following = others[0].casefold()
    if following == "and" and len(others) > 1:
        sure = others[1].casefold() in _sure()
    else:
        sure = name in _sure() or following in _objects()
    return (first, form.capitalize()) if sure else None


def _third(name: str) -> str:
    """The form of the third person ("manages", "carries", "teaches")."""
    if name.endswith("y") and name[-2:-1] not in tuple("aeiou"):
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{name}s"


def opens_with_verb(text: str) -> bool:
    """Whether ``text`` surely opens with a verb, and is neither a name nor a trade or subject."""
    first, *others = text.split()
    word = first.casefold()
    name = base(word) if first[:1].isupper() else None
    if name is None or not others or all(w[0].isupper() for w in others if w[0].isalpha()):
        return False
    if word.endswith("ing") and word != name:
        subject = len(others) == 1 or others[0] in ("and", "&", "/") or others[0].istitle()
        return word not in _trades() and not subject
    return (word == past(name) and word != name) or present(text) is not None
