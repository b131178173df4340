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


# Words in -ing that begin the rest of a statement, joined by commas and "and" ("planning, testing
# and running the …"); what follows them must go on as their object, so no comma and no "of".
_SERIES = re.compile(
    r"(?:the\s+)?((?:[a-z]+ing\s*(?:,\s*and\s|,|and\s|&|/)\s*)*[a-z]+ing)\s+(?!of\b|and\b|&|[a-z]+ing\b)(?=\w)",
    re.IGNORECASE,
)
_ING = re.compile(r"[A-Za-z]+ing\b")
_LATER_ING = re.compile(r"\s*(?:,|\band\b|&|,\s*and\b)\s*[A-Za-z]+ing\b")


def restated(text: str, phrase: re.Match[str], *, current: bool) -> str | None:
    """``text`` without its opening ``phrase``, starting with the verbs that follow it, else None.

    The verbs stand in the past form, or in the present for a job that lasts (``current``). What
    later verbs in -ing would need another form is cut off.
    """
    rest = text[phrase.end() :].lstrip(" ,;:-")
    if phrase["phrase"].casefold().endswith(" to"):
        return _from_infinitive(rest, current=current)
    series = _SERIES.match(rest)
    if series is None:
        return None
    forms = {word: _form(word, current=current) for word in _ING.findall(series[1])}
    if None in forms.values():
        return None
    verbs = _ING.sub(lambda found: str(forms[found[0]]), series[1])
    return f"{_capital(verbs)} {shortened(_before_later_verb(rest[series.end() :]))}"


def _from_infinitive(rest: str, *, current: bool) -> str | None:
    """What follows "tasked to" with its verb in the past ("Wrote reports"), else None."""
    verb, _, thing = rest.partition(" ")
    if base(verb) != verb.casefold():
        return None
    form = verb.casefold() if current else past(verb.casefold())
    return f"{_capital(form)} {shortened(thing)}" if form and thing else None


def _form(word: str, *, current: bool) -> str | None:
    """The base or the past form of a verb in -ing, None where it is not known as a verb."""
    verb = base(word)
    if verb is None or verb == word.casefold():
        return None
    return verb if current else past(verb)


def _before_later_verb(text: str) -> str:
    later = _LATER_ING.search(text)
    return f"{text[: later.start()]} …" if later else text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def shortened(text: str) -> str:
    """``text`` without its full stop, cut at a word where it is long."""
    clean = re.sub(r"\s+([,;.])", r"\1", " ".join(text.split())).strip(" .,;:-")
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
