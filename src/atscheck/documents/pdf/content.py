"""The content streams of a PDF page, taken apart into operations.

pdfminer.six reads them byte by byte, for which most of the time of a read went (performance.md, 1).
Here one regular expression takes a run of operands together with their operator, and the operations
are those of pdfminer's parser, with all that it makes of broken content. What is rare and hard to
tell is left to that parser itself: from there on it reads the rest. No pattern goes back over what
it matched, but for a name that no number follows, so that the time is linear in the content
whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import LITERALS_ASCII85_DECODE, PDFStream
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import KWD, PSKeyword, PSLiteral, literal_name
from pdfminer.utils import choplist

from atscheck.documents.pdf.tokens import Values, number, unhexed

Operation = tuple[bytes, list[Any]]
"""An operator, and the operands that stand before it."""

# pdfminer takes a zero byte for a space only where a token may begin.
_SKIPPED = rb"[\s\0]*+(?:%[^\r\n]*+[\s\0]*+)*+"
_NUMBER = rb"[-+]?+(?:\d{1,15}+(?!\d)(?:\.\d*+)?+|\.\d++)"
# Octal escapes beyond one byte, at which pdfminer fails, are left to it.
_STRING = rb"\([^()\\]*+(?:\\(?![4-7][0-7][0-7])[\s\S][^()\\]*+)*+\)"
_HEX = rb"<[\s\dA-Fa-f]*+>(?!>)"
_VALUE = rb"(?:%b|%b|%b)" % (_NUMBER, _STRING, _HEX)
_OPERATOR = rb"[A-Za-z][^#/%\[\]()<>{}\s]*+|[^-+.\dA-Za-z/%(<>\[\]{}\s\0]"

_NAME = rb"/[^/%\[\]()<>{}\s]*+"

# It matches wherever it is tried, at the end as well: a search for the next token skips nothing.
_TOKEN = re.compile(
    rb"""%b(?:
        (?P<operator>%b)
        |(?:
            (?:(?P<key>%b)\s++)?(?P<numbers>(?:%b\s++){1,64}+)
            |(?P<value>%b)\s*+
            |\[(?P<array>(?:[\s\0]*+%b)*+)[\s\0]*+\]\s*+
        )(?P<called>%b)?+
        |(?P<name>%b)
        |<(?!<)(?P<hex>[\s\dA-Fa-f]*+)
        |(?P<odd>(?:[-+]\d*+|\d++)(?:\.\d*+)?+|\.)
        |(?P<bracket>[\[\]{}]|<<|>>)
        |(?P<open>\()
        |(?P<close>>)
        |\Z
    )"""
    % (_SKIPPED, _OPERATOR, _NAME, _NUMBER, _VALUE, _VALUE, _OPERATOR, _NAME),
    re.VERBOSE,
)
_VALUES = re.compile(_VALUE)
_IN_STRING = re.compile(rb"[()]|\\(?:([4-7][0-7][0-7])|[\s\S])")

_LAST_BREAK = re.compile(rb"(\r\n|[\r\n])$")
_IMAGE_ENDS = {
    b"EI": re.compile(rb"E(?:I(?:(\s)|\S)|[^I])"),
    b"~>": re.compile(rb"~(?:>(?:(\s)|\S)|[^>])"),
}
"""What ends the data of an inline image, if there is a space after it, or seems to: pdfminer does
not look twice at a byte."""

_BOOLEANS = {b"true": True, b"false": False}
_SPECIAL = frozenset((*_BOOLEANS, b"BI", b"ID"))
_OPENS = {b"[": "array", b"{": "procedure", b"<<": "dictionary"}
_CLOSES = {b"]": "array", b"}": "procedure", b">>": "dictionary"}


class UnsureError(Exception):
    """What comes is left to pdfminer."""


def operations(streams: Sequence[PDFStream]) -> Iterator[Operation]:
    """The operations that the content streams hold together, in order.

    A stream is decoded when those before it are taken apart.

    Raises:
        InputError: "expansion"; pdfminer's own errors pass through.
    """
    content = Content()
    for index, stream in enumerate(streams):
        content.begin(index, stream.get_data(), last=index == len(streams) - 1)
        try:
            yield from content.operations()
        except UnsureError:
            first, at = content.start
            yield from _by_pdfminer(streams[first:], at, content.pending)
            return


def _by_pdfminer(streams: Sequence[PDFStream], at: int, operands: list[Any]) -> Iterator[Operation]:
    """The operations from a place in the first stream on; ``operands`` stand before it."""
    parser = PDFContentParser(streams)
    parser.seek(at)
    while True:
        try:
            _, found = parser.nextobject()
        except PSEOF:
            return
        if isinstance(found, PSKeyword):
            yield found.name, operands
            operands = []
        else:
            operands.append(found)


class Content:
    """How far content streams are taken apart.

    Attributes:
        start: the number of the stream, and the place in it, where the token begins at which one is
            unsure, or the outermost array or dictionary around it.
        at: the place in the stream where the last operation ends.
        found: what no operator, array or dictionary has taken yet.
        opened: arrays and the like that are not closed, with what was found before each.
    """

    def __init__(self) -> None:
        self.start, self.at = (0, 0), 0
        self._index, self._data, self._last = 0, b"", True
        self.found: list[Any] = []
        self.opened: list[tuple[str, list[Any]]] = []
        self._values = Values()

    @property
    def pending(self) -> list[Any]:
        """The operands before `start` that no operator has taken."""
        return self.opened[0][1] if self.opened else self.found

    def begin(self, index: int, data: bytes, *, last: bool) -> None:
        """Go on with another stream."""
        self._index, self._data, self._last = index, data, last

    def operations(self, at: int = 0) -> Iterator[Operation]:
        """The operations that end in the stream, from a place in it on.

        Raises:
            UnsureError: what comes from `start` on is left to pdfminer.
        """
        while at < len(self._data):
            for token in _TOKEN.finditer(self._data, at):
                kind, at = token.lastgroup or "", token.end()
                if kind == "operator":
                    operator = token[kind]
                elif kind in _RARE:
                    at = _RARE[kind](self, token[kind], token.start(kind))
                    if at != token.end():
                        break
                    continue
                else:
                    operator = self._operands(token)
                    if operator is None:
                        continue
                if self.opened or operator in _SPECIAL:
                    at = self.word(operator, at - len(operator))
                    if at != token.end():
                        break
                    continue
                found, self.found, self.at = self.found, [], at
                yield operator, found
            else:
                return

    def _operands(self, token: re.Match[bytes]) -> bytes | None:
        """Take operands; the operator behind them, if there is one."""
        key, numbers, value, array, operator = token.group(*_OPERANDS)
        found, values = self.found, self._values
        if numbers:
            if key is not None:
                found.append(values[key])
            found += map(values.__getitem__, numbers.split())
        elif value:
            found.append(values[value])
        elif array is not None:
            found.append(list(map(values.__getitem__, _VALUES.findall(array))))
        return operator

    def _name(self, name: bytes, at: int) -> int:
        """Take a name; where the next token may begin."""
        end = at + len(name)
        if end == len(self._data) and not self._last:
            raise self._unsure(at)
        self.found.append(self._values[name])
        return end

    def _hex(self, digits: bytes, at: int) -> int:
        """Take a hexadecimal string that does not end as it should, with what comes instead."""
        end = at + len(digits)
        if end == len(self._data):
            return self._cut_off(at - 1)
        self.found.append(unhexed(digits))
        return end

    def _odd(self, odd: bytes, at: int) -> int:
        """Take a long number, or what only begins like one."""
        with suppress(ValueError):
            self.found.append(number(odd))
        return at + len(odd)

    def word(self, word: bytes, at: int) -> int:
        """Take a word that is no operator: where it stands, or as such."""
        end = at + len(word)
        if word in _BOOLEANS:
            self.found.append(_BOOLEANS[word])
        elif word == b"BI":
            if self.opened:
                raise self._unsure(at)
            self._begin("image", at)
        elif word != b"ID":
            self.found.append(KWD(word))
        elif self.opened and self.opened[-1][0] == "image":
            return self._image(end)
        return end

    def _string(self, _: bytes, at: int) -> int:
        """Take a string with brackets in it, or one that does not end."""
        depth = 0
        for found in _IN_STRING.finditer(self._data, at):
            if found[0] == b"(":
                depth += 1
            elif found[0] == b")":
                depth -= 1
                if not depth:
                    self.found.append(self._values[self._data[at : found.end()]])
                    return found.end()
            elif found[1]:
                raise self._unsure(at)
        return self._cut_off(at)

    def _stray(self, _: bytes, at: int) -> int:
        """Skip the end of a hexadecimal string that none begins."""
        return at + 1 if at + 1 < len(self._data) else self._cut_off(at)

    def _cut_off(self, at: int) -> int:
        """End with a token that the stream does not end: there is nothing after it."""
        if self._last:
            return len(self._data)
        raise self._unsure(at)

    def _bracket(self, bracket: bytes, at: int) -> int:
        """Begin or end an array, procedure or dictionary; brackets that do not fit are nothing."""
        if bracket in _OPENS:
            self._begin(_OPENS[bracket], at)
        elif self.opened and self.opened[-1][0] == _CLOSES[bracket]:
            value: Any = self.found
            if bracket == b">>":
                if len(value) % 2:  # at which pdfminer fails
                    raise self._unsure(at)
                value = _pairs(value)
            self._end().append(value)
        return at + len(bracket)

    def _image(self, at: int) -> int:
        """Take an inline image, whose data begin one byte after ``at``; "EI" is left."""
        if len(self.found) % 2:
            self._end()
            return at
        attributes = _pairs(self.found)
        filters = attributes.get("F", [None])
        filters = [filters] if isinstance(filters, PSLiteral) else filters
        if not (isinstance(filters, list) and filters):
            raise self._unsure(at)
        mark = b"~>" if filters[0] in LITERALS_ASCII85_DECODE else b"EI"
        ends = (end for end in _IMAGE_ENDS[mark].finditer(self._data, at + 1) if end[1])
        end = next(ends, None)
        if end is None:
            return self._cut_off(at)
        image = _LAST_BREAK.sub(b"", self._data[at + 1 : end.start()])
        after = mark == b"~>"
        self._end().append(PDFStream(attributes, image + mark if after else image))
        return end.end() if after else end.start()

    def _begin(self, kind: str, at: int) -> None:
        if not self.opened:
            self.start = self._index, at
        self.opened.append((kind, self.found))
        self.found = []

    def _end(self) -> list[Any]:
        """Go back to what was found before the array or the like that is open."""
        self.found = self.opened.pop()[1]
        return self.found

    def _unsure(self, at: int) -> UnsureError:
        if not self.opened:
            self.start = self._index, at
        return UnsureError()


_OPERANDS = ("key", "numbers", "value", "array", "called")
_RARE: Mapping[str, Callable[[Content, bytes, int], int]] = {
    "name": Content._name,
    "hex": Content._hex,
    "odd": Content._odd,
    "bracket": Content._bracket,
    "open": Content._string,
    "close": Content._stray,
}
"""How to take the tokens that are no operations and operands of one kind."""


def _pairs(values: Sequence[Any]) -> dict[str, Any]:
    return {literal_name(key): value for key, value in choplist(2, values) if value is not None}
