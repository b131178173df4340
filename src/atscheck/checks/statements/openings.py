"""How a statement opens, and how it could open instead (words/openings.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from atscheck.checks.quotes import shortened
from atscheck.data import load_words


@cache
def _words() -> dict[str, Any]:
    return load_words("openings")


@cache
def _verbs() -> frozenset[str]:
    return frozenset(load_words("verbs")["verbs"])


def _any_of(key: str) -> str:
    """The phrases of list ``key`` as the body of a pattern, the longest first."""
    phrases = sorted(_words()[key], key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)


@cache
def _opening(key: str) -> re.Pattern[str]:
    """The phrases of ``key`` where a statement opens with one, behind at most four lead words."""
    leads = "|".join(_words()["leads"])
    return re.compile(rf"(?:(?:{leads})\s+){{0,4}}(?P<phrase>{_any_of(key)})\b:?\s*", re.IGNORECASE)


def opening(text: str, key: str) -> re.Match[str] | None:
    """The phrase of the list ``key`` that ``text`` opens with; it ends where the rest begins."""
    return _opening(key).match(text)


@cache
def _event() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of('events')})s?\b", re.IGNORECASE)


def is_attendance(text: str) -> bool:
    """Whether ``text`` says that an event was attended: there is no part of one's own to name."""
    return opening(text, "attending") is not None and _event().search(text) is not None


@cache
def _irregular() -> dict[str, str]:
    """The base form of each irregular past form."""
    return {past: name for name, past in _words()["past"].items()}


def base(verb: str) -> str | None:
    """The base form of a known verb in any of its forms ("managing", "led"), else None."""
    word = verb.casefold()
    if word in _irregular():
        return _irregular()[word]
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


_AND = r"\s*(?:,\s*and\s|,|\band\s|&|/)\s*"

# Words in -ing that begin the rest of a statement ("planning, testing and running the plant"); what
# follows them must go on as their object.
_DOING = re.compile(
    rf"((?:[a-z]+ing{_AND}){{0,5}}[a-z]+ing)\s+(?!(?:of|and|in|for|to|with)\b|&|[a-z]+ing\b)(?=\w)",
    re.IGNORECASE,
)
# Actions as nouns, up to the "of" before their object ("the design, testing and review of tools").
_ACTIONS = re.compile(
    rf"(?:the\s+)?((?:[a-z-]+\s)?(?:[a-z-]+{_AND}){{0,5}}[a-z-]+)\s+of\s+(?=\w)", re.IGNORECASE
)
_OBJECT = re.compile(r"(?:the|a|an|all|any|new|our|its|their|his|her|each|every|\d+)\b")
_WORD = re.compile(r"\b(?!and\b)[a-z-]+", re.IGNORECASE)
# What would need another form when the words in front of it have changed.
LATER = re.compile(r"\s*(?:,\s*and\b|,|\band\b|&)\s*(?:(?:also\s+)?for\b|[A-Za-z]+ing\b)")
# A word that another one is joined to ("and offer").
_JOINED = re.compile(r"\s*(?:,\s*and|,|\band|&)\s+([a-z]+)\s+(?=\w)")
_SENTENCE_END = re.compile(r"(?<=[\w)])[.!?;]\s+(?=[A-Z])")


def restated(text: str, phrase: re.Match[str], *, current: bool) -> str | None:
    """``text`` without its opening ``phrase``, starting with the verbs that follow it, else None.

    The verbs stand in the past form, or in the present for a job that lasts (``current``). What
    later verbs in -ing would need another form is cut off.
    """
    rest = first_sentence(text[phrase.end() :])
    if phrase["phrase"].casefold().endswith(" to"):
        return _from_infinitive(rest, current=current)
    return with_verbs(rest, current=current)


def with_verbs(text: str, *, current: bool) -> str | None:
    """``text``, which opens with actions as nouns or in -ing, with verbs for them, else None."""
    rest = first_sentence(text)
    return _from_verbs(rest, _ACTIONS.match(rest), current=current) or _from_verbs(
        rest, _doing(rest), current=current
    )


def first_sentence(text: str) -> str:
    """The first sentence of what follows an opening."""
    return _SENTENCE_END.split(text, maxsplit=1)[0].lstrip(" ,;:-")


def _doing(rest: str) -> re.Match[str] | None:
    """The verbs in -ing before an object; a trade ("training programs") needs a sure object."""
    found = _DOING.match(rest)
    if found is None or found[1].casefold() not in _words()["trades"]:
        return found
    return found if _OBJECT.match(rest[found.end() :].casefold()) else None


def _from_verbs(rest: str, actions: re.Match[str] | None, *, current: bool) -> str | None:
    """``rest`` with the words of ``actions`` as verbs, None where one of them is not known."""
    if actions is None:
        return None
    lead, _, without = actions[1].partition(" ")
    words = without if lead.casefold() in _words()["manners"] else actions[1]
    forms = {word: verb_of(word, current=current) for word in _WORD.findall(words)}
    if not forms or None in forms.values():
        return None
    verbs = _WORD.sub(lambda found: str(forms[found[0]]), words)
    return f"{capital(verbs)} {before(LATER, rest[actions.end() :])}"


def _from_infinitive(rest: str, *, current: bool) -> str | None:
    """What follows "tasked to" with its verb in the past ("Wrote reports"), else None."""
    verb, _, thing = rest.partition(" ")
    if base(verb) != verb.casefold():
        return None
    form = verb.casefold() if current else past(verb.casefold())
    thing = thing if current else _without_later_verbs(thing)
    return f"{capital(form)} {shortened(thing)}" if form and thing else None


def _without_later_verbs(text: str) -> str:
    """``text`` up to a later verb that would need the past form as well."""
    for found in _JOINED.finditer(text):
        if base(found[1]) == found[1]:
            return f"{shortened(text[: found.start()]).removesuffix(' …')} …"
    return text


def verb_of(word: str, *, current: bool) -> str | None:
    """The base or the past form of an action ("planning", "review"), None where it is none."""
    name = word.casefold()
    verb: str | None = _words()["actions"].get(name) or (base(name) if _is_ing(name) else None)
    if verb is None or (verb == name and _is_ing(name)):
        return None
    return verb if current else past(verb)


def _is_ing(word: str) -> bool:
    return word.endswith("ing")


def before(pattern: re.Pattern[str], text: str) -> str:
    """``text`` shortened, and without what stands from the pattern on."""
    found = pattern.search(text)
    if found is None:
        return shortened(text)
    return f"{shortened(text[: found.start()]).removesuffix(' …')} …"


def capital(text: str) -> str:
    """``text`` with a capital first."""
    return text[:1].upper() + text[1:]
