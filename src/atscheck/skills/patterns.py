"""Patterns of red flags: phrases, and a safe part of spaCy's token patterns.

What a pack may write must never cost more than one pass over a resume. So a token is compared with
words, and no operator repeats it: spaCy's ``OP = "*"`` three times over ran without end, and so did
a nested ``REGEX`` (measured; reliability.md, 1.4). Patterns of a fixed length without them are
linear.
"""

from __future__ import annotations

from atscheck.skills.tables import Table, nearest, quoted

Pattern = str | tuple[dict[str, object], ...]

MAX_TOKENS = 20
"""The longest token pattern, in tokens."""

_WORDS = ("LOWER", "NORM", "LEMMA")
_FLAGS = ("IS_DIGIT", "LIKE_NUM")


def read_patterns(table: Table, key: str) -> tuple[Pattern, ...]:
    """The phrases and token patterns in the list at ``key``."""
    return tuple(_pattern(table, key, value) for value in table.items(key))


def _pattern(table: Table, key: str, value: object) -> Pattern:
    if not isinstance(value, list):
        return table.as_text(key, value)
    if not 0 < len(value) <= MAX_TOKENS:
        hint = "write a shorter one" if value else "write a phrase in quotes"
        table.fail(key, f"a token pattern has 1 to {MAX_TOKENS} tokens, not {len(value)}", hint)
    return tuple(_token(table, key, token) for token in value)


def _token(table: Table, key: str, token: object) -> dict[str, object]:
    if not isinstance(token, dict) or not token:
        hint = 'write [{ LOWER = "p" }, { LOWER = "value" }], for example'
        table.fail(key, "a token of a pattern must be a table with a key", hint)
    return {str(name): _condition(table, key, str(name), want) for name, want in token.items()}


def _condition(table: Table, key: str, name: str, want: object) -> object:
    """What a token's attribute must be: a word, one of some words, true or false."""
    if name in _FLAGS:
        if not isinstance(want, bool):
            table.fail(key, f"{name} must be true or false", f"write {name} = true")
        return want
    if name not in _WORDS:
        known = (*_WORDS, *_FLAGS)
        hint = nearest(name, known) or f"a token may have {', '.join(known)}"
        table.fail(key, f"a token cannot have {quoted(name)}", hint)
    if not isinstance(want, dict):
        return _word(table, key, name, want)
    if set(want) != {"IN"} or not isinstance(want["IN"], list) or not want["IN"]:
        table.fail(key, f"{name} may only have IN with a list", f'write {name} = {{ IN = ["…"] }}')
    return {"IN": [_word(table, key, name, value) for value in want["IN"]]}


def _word(table: Table, key: str, name: str, value: object) -> str:
    """One word in lower case, as the tokens of a resume are compared."""
    word = table.as_text(key, value).casefold()
    if " " in word:
        table.fail(key, f"{name} has more than one word", "write one token for each word")
    return word
