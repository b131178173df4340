"""Labelled details ("Date of birth: ...") and where they stand (words/personal.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atscheck.checks.rule import Facts, Hit
from atscheck.data import load_words
from atscheck.documents.model import Span

HEAD = "Jane Example\njane@example.org | +1 555 010 0199\n\n"
"""The first lines of the examples."""

ENDS = r"[ \t]{0,9}(?:[:=\t]|[ ]?[/&,][ ]?[\w ]{2,20}[:\t]|-+[>:]?[ \t]|-+$|-+(?=\d)|$)[ \t:.=>-]*"
"""What stands between a label and its value, or the end of the line where that is elsewhere."""

_OPENS = r"(?:^|(?<=[\t,;|•/&]))[ ]{0,9}(?:[^\w\t]{1,3}[ ]{0,9}|\d{1,2}[.)][ ]{0,9})?"
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
        rf"{_OPENS}(?P<label>(?:{_any(key)})(?![\w']){extras})(?P<ends>{ENDS})?", re.IGNORECASE
    )


@cache
def value(key: str) -> re.Pattern[str]:
    """Any entry of the list ``key``, where a value begins."""
    return re.compile(rf"[ \t(]*(?:{_any(key)})(?!\w)", re.IGNORECASE)


def labels(facts: Facts, key: str) -> Iterator[tuple[Span, str, bool, str]]:
    """Each label of the list ``key``: its place, words, whether a mark ends it, what follows."""
    for line in facts.document.lines:
        if line.hidden:
            continue
        text = facts.document.line_text(line)
        for found in _label(key).finditer(text):
            start = line.span.start
            place = Span(start + found.start("label"), start + found.end("label"))
            label = " ".join(found["label"].split())
            yield place, label, found["ends"] is not None, text[found.end() :]


def hit(found: tuple[Span, str] | None, what: str, usual: str, advice: str) -> Iterator[Hit]:
    """One finding; its words are those of the label, never those of the value."""
    if found is not None:
        place, label = found
        yield Hit(place, f'{what} ("{label}")', f"{usual}; {advice}")


ELSEWHERE = (
    "elsewhere, as in the US, Canada, the UK, Ireland and Australia, it is best left out: it "
    "invites bias, and many employers there do not want to know"
)
USUAL = "usual in India, the Gulf states, much of Asia and parts of continental Europe"


def with_value(facts: Facts, key: str, values: str) -> tuple[Span, str] | None:
    """A label of the list ``key`` that a mark ends, or one of the list ``values`` follows."""
    for place, label, ends, rest in labels(facts, key):
        if ends or value(values).match(rest):
            return place, label
    return None
