"""Fields: codes that Word computes text from; the text last computed is shown, the code is not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from atscheck.documents.docx.names import DELETED, attribute, child, name_of, value_of, whole
from atscheck.documents.docx.package import Element
from atscheck.documents.docx.symbols import as_drawn

_ARGUMENT = re.compile(r'"([^"]*)"|(\\\S)|([^\s"\\][^\s"]*)')
_WITH_VALUE = frozenset("\\l \\o \\t \\f \\s".split())
"""Switches of HYPERLINK and SYMBOL that another argument follows (ECMA-376 part 1, 17.16.5)."""

_FONT = re.compile(r'\\f\s+"?([^"\\]{1,50})')
_MOST_CODE = 4_000
"""Characters of a field's code that are kept: addresses are shorter."""


@dataclass(slots=True)
class _Field:
    code: list[str] = field(default_factory=list)
    shows: bool = False
    target: str = ""
    choice: str = ""


class Fields:
    """The fields that are open at some place of a part."""

    def __init__(self) -> None:
        self._prompts = 0
        self._open: list[_Field] = []
        self._in_codes = 0
        self._whole = True

    def enter(self, root: Element) -> None:
        """Begin a part; where a field in it does not end, no text is taken for code."""
        depth = 0
        self._whole = True
        for mark in root.iter("{*}fldChar"):
            if any(name_of(outer) in DELETED for outer in islice(mark.iterancestors(), 3)):
                continue
            depth += {"begin": 1, "end": -1}.get(attribute(mark, "fldCharType") or "", 0)
            self._whole = self._whole and depth >= 0
        self._whole = self._whole and depth == 0
        self._open.clear()
        self._in_codes = 0

    @property
    def in_code(self) -> bool:
        """Whether text here is part of a field's code, which is not shown."""
        return self._whole and self._in_codes > 0

    @property
    def target(self) -> str:
        """Where the text here links to, "" if nowhere."""
        return self._open[-1].target if self._open else ""

    def take_prompts(self) -> int:
        """How many fields have ended since the last call that only ask for text to be typed."""
        prompts, self._prompts = self._prompts, 0
        return prompts

    def code(self, text: str) -> None:
        """Take a part of the code of the innermost field."""
        if self._open and not self._open[-1].shows:
            self._open[-1].code.append(text)

    def mark(self, element: Element) -> str:
        """Follow a ``w:fldChar``; what is shown in its place, which mostly is nothing."""
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            choice = _choice(child(element, "ffData", "ddList"))
            self._open.append(_Field(target=self.target, choice=choice))
            self._in_codes += 1
        elif kind == "separate" and self._open and not self._open[-1].shows:
            opened = self._open[-1]
            opened.shows = True
            opened.target = link_target("".join(opened.code)) or opened.target
            self._in_codes -= 1
        elif kind == "end" and self._open:
            ended = self._open.pop()
            self._in_codes -= not ended.shows
            if not ended.shows and not self.in_code:
                return ended.choice or self._computed("".join(ended.code))
        return ""

    def _computed(self, code: str) -> str:
        """What a field shows that has no stored text."""
        name, *arguments = _arguments(code) or [""]
        if name == "MACROBUTTON":
            self._prompts += 1
        elif name == "SYMBOL" and arguments and whole(arguments[0]) > 0x20:
            font = _FONT.search(code)
            return as_drawn(chr(whole(arguments[0])), font[1] if font else "")
        return ""


def link_target(code: str) -> str:
    """The address that a HYPERLINK field leads to; "" for places in the document itself."""
    name, *arguments = _arguments(code) or [""]
    return arguments[0] if name == "HYPERLINK" and arguments else ""


def _arguments(code: str) -> list[str]:
    """A field's name in capitals and its arguments, without switches and what they take."""
    found: list[str] = []
    taken = False
    for quoted, switch, plain in _ARGUMENT.findall(code[:_MOST_CODE]):
        if switch:
            taken = switch in _WITH_VALUE
        elif taken:
            taken = False
        else:
            found.append(quoted or plain)
    return [found[0].upper(), *found[1:]] if found else []


def _choice(drop_down: Element | None) -> str:
    """The entry that is chosen in a form's list."""
    if drop_down is None:
        return ""
    entries = [attribute(e, "val") or "" for e in drop_down if name_of(e) == "listEntry"]
    index = whole(value_of(drop_down, "result") or value_of(drop_down, "default"))
    return entries[index] if index < len(entries) else ""
