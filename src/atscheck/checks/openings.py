"""How a statement opens, and how it could open instead (words/openings.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from atscheck.data import load_words

_LONGEST = 90
"""Characters of a statement that a suggestion repeats."""


@cache
def _words() -> dict[str, Any]:
    return load_words("openings")


@cache
def _verbs() -> frozenset[str]:
    return frozenset(load_words("verbs")["verbs"])


@cache
def _opening(key: str) -> re.Pattern[str]:
    """The phrases of ``key`` where a statement opens with one, behind at most four lead words."""
    phrases = sorted(_words()[key], key=len, reverse=True)
    leads = "|".join(_words()["leads"])
    body = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases)
    return re.compile(rf"(?:(?:{leads})\s+){{0,4}}(?P<phrase>{body})\b:?\s*", re.IGNORECASE)


def opening(text: str, key: str) -> re.Match[str] | None:
    """The phrase of the list ``key`` that ``text`` opens with; it ends where the rest begins."""
    return _opening(key).match(text)


def base(verb: str) -> str | None:
    """The base form of a known verb in any of its forms ("managing", "led"), else None."""
    word = verb.casefold()
    irregular = {past: name for name, past in _words()["past"].items()}
    if word in irregular:
        return str(irregular[word])
    return next((form for form in _bases(word) if form in _verbs()), None)


def _bases(word: str) -> Iterator[str]:
    """What ``word`` may be a form of, the likeliest first."""
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 2:
            continue
        if stem.endswith("i"):
            yield f"{stem[:-1]}y"
        yield f"{stem}e"
        yield stem
        if stem[-1] == stem[-2]:
            yield stem[:-1]
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    if word.endswith("s"):
        yield word[:-1]
        yield word[:-2]
    yield word


def past(verb: str) -> str | None:
    """The past form of a known verb given by its base form, else None."""
    irregular: str | None = _words()["past"].get(verb)
    if irregular:
        return irregular
    forms = (f"{verb}ed", f"{verb}d", f"{verb[:-1]}ied", f"{verb}{verb[-1]}ed")
    return next((form for form in forms if form in _verbs()), None)


def restated(text: str, phrase: re.Match[str], *, current: bool) -> str | None:
    """``text`` without its opening ``phrase``, starting with the verb that follows it, else None.

    The verb stands in the past form, or in the present for a job that lasts (``current``); the
    forms that "and" or a comma joins to it are left for the writer.
    """
    rest = text[phrase.end() :]
    word = re.match(r"(?:the\s+)?([A-Za-z]+ing)\b(?!\s+of\b)\s*", rest)
    verb = base(word[1]) if word else None
    form = verb if current or verb is None else past(verb)
    if word is None or form is None or verb == word[1].casefold():
        return None
    return f"{form.capitalize()} {shortened(rest[word.end() :])}".strip()


def shortened(text: str) -> str:
    """``text`` without its full stop, cut at a word where it is long."""
    clean = text.strip().rstrip(".;,")
    if len(clean) <= _LONGEST:
        return clean
    return f"{clean[:_LONGEST].rsplit(' ', 1)[0]} …"


def question(verb: str | None) -> str:
    """What to ask of a statement with ``verb`` that names no amount."""
    name = base(verb) if verb else None
    entries = _words()["questions"]
    found = next((e["ask"] for e in entries if name in e["verbs"]), entries[-1]["ask"])
    return str(found)


def choices(key: str) -> str:
    """The verbs to choose from in list ``key``, as prose."""
    *most, last = _words()[key]
    return f"{', '.join(most)} or {last}"
