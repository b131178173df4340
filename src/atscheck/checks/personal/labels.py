"""Labelled details ("Date of birth: ...") and where they stand (words/personal.toml)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from atscheck.checks.rule import Facts, Hit
from atscheck.data import load_words
from atscheck.documents.model import Span

HEAD = "Jane Example\njane@example.org | +1 555 010 0199\n\n"
"""The first lines of the examples."""


def details(*lines: str) -> tuple[str, ...]:
    """Resumes that hold one line each among personal details."""
    return tuple(f"{HEAD}PERSONAL DETAILS\n{line}" for line in lines)


def at_work(*statements: str) -> tuple[str, ...]:
    """Resumes that hold one statement each about a job."""
    return tuple(f"{HEAD}EXPERIENCE\nClerk, Acme Ltd, 2015 - 2019\n- {s}" for s in statements)


Found = tuple[Span, str] | None
"""The place of a label, and the label as written."""


ENDS = r"[ \t]{0,9}(?:[:=\t]|[ ]?[/&,][ ]?[\w ]{2,20}[:\t]|-+[>:]?[ \t]|-+$|-+(?=\d)|$)[ \t:.=>-]*"
"""What stands between a label and its value, or the end of the line where that is elsewhere."""

_OPENS = r"(?:^|(?<=[\t,;|•/&]))[ ]{0,9}(?:[^\w\t\n]{1,3}[ ]{0,9}|\d{1,2}[.)][ ]{0,9})?"
"""Where a label stands: where a line or a cell of one begins, perhaps behind a bullet."""


def _any(key: str) -> str:
    """A pattern for any entry of a list, with any spaces and with or without its apostrophe."""
    entries = sorted(load_words("personal")[key], key=lambda word: (-len(word), word))
    return "|".join(
        re.escape(e).replace(r"\ ", "[ ]{1,3}").replace("'", "[ ]?'?[ ]?") for e in entries
    )


@cache
def _label(key: str) -> re.Pattern[str]:
    """A label of the list ``key`` with what stands between it and its value."""
    extras = rf"(?:[ ]*[/(&,-]?[ ]*(?:{_any('extras')})\b\.?\)?){{0,3}}"
    return re.compile(
        rf"{_OPENS}(?P<label>(?:{_any(key)})(?![\w']){extras})(?P<ends>{ENDS})?",
        re.IGNORECASE | re.MULTILINE,
    )


@cache
def value(key: str) -> re.Pattern[str]:
    """Any entry of the list ``key``, where a value begins."""
    return re.compile(rf"[ \t(]*(?:{_any(key)})(?!\w)", re.IGNORECASE)


_OPENING = re.compile(rf"{_OPENS}(?P<word>\w+)", re.MULTILINE)


def _openings(facts: Facts) -> frozenset[str]:
    """The words, in lower case, that stand where a label may."""
    return frozenset(word.casefold() for word in _OPENING.findall(facts.document.text))


@cache
def _first_words(key: str) -> frozenset[str]:
    """What the entries of the list ``key`` begin with, their apostrophe written or not."""
    entries = (entry.casefold() for entry in load_words("personal")[key])
    ways = (way for entry in entries for way in (entry.replace("'", " "), entry.replace("'", "")))
    return frozenset(re.split(r"\W", way, maxsplit=1)[0] for way in ways)


def labels(facts: Facts, key: str) -> Iterator[tuple[Span, str, bool, str]]:
    """Each label of the list ``key``: its place, words, whether a mark ends it, what follows."""
    document = facts.document
    if facts.once(_openings).isdisjoint(_first_words(key)):
        return  # as in most resumes: quicker than looking for them throughout the text
    for found in _label(key).finditer(document.text):
        line = document.line_at(found.start("label"))
        if not line.hidden:
            label = " ".join(found["label"].split())
            rest = document.text[found.end() : line.span.end]
            yield Span(*found.span("label")), label, found["ends"] is not None, rest


def hit(found: Found, what: str, usual: str, advice: str) -> Iterator[Hit]:
    """One finding; its words are those of the label, never those of the value."""
    if found is not None:
        place, label = found
        yield Hit(place, f'{what} ("{label}")', f"{usual}; {advice}")


ELSEWHERE = (
    "elsewhere, as in the US, Canada, the UK, Ireland and Australia, it is best left out: it "
    "invites bias, and many employers there do not want to know"
)
USUAL = "usual in India, the Gulf states, much of Asia and parts of continental Europe"


def with_value(facts: Facts, key: str, values: str) -> Found:
    """A label of the list ``key`` that a mark ends, or one of the list ``values`` follows."""
    for place, label, ends, rest in labels(facts, key):
        if ends or value(values).match(rest):
            return place, label
    return None


Finders = Mapping[str, Callable[[Facts], Found]]
"""How each kind of detail is found, by what it is called."""


def several(facts: Facts, finders: Finders) -> tuple[Span, list[str]] | None:
    """The kinds of details that stand in the resume, in its order, if there are two or more.

    The place runs from the first to the last where they stand in one block, else it is the first.
    """
    by_kind = [(facts.once(find), kind) for kind, find in finders.items()]
    found = sorted((at[0].start, at[0].end, kind) for at, kind in by_kind if at)
    if len(found) < 2:
        return None
    place = Span(found[0][0], max(end for _, end, _ in found))
    together = len(facts.document.lines_of(place)) <= _BLOCK
    return place if together else Span(*found[0][:2]), [kind for _, _, kind in found]


_BLOCK = 20
"""Lines that a block of personal details has at most."""
