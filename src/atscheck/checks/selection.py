"""Which rules speak of a resume, and how they are set: by the user, and in the resume itself."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from atscheck.checks.rule import RULES, Hit, Rule
from atscheck.documents.model import Document
from atscheck.errors import SelectionError

ALWAYS = ("PA6", "KW204")
"""The rules about what a file hides: the file itself cannot silence them."""

_SETTING = re.compile(r"([^.=\s]+)\.([^.=\s]+)\s*=\s*(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Selection:
    """The rules that a user wants to hear: codes, their beginnings ("AC", "WR2"), or names.

    Attributes:
        select: those that speak; all if empty.
        ignore: those that are silent, even where they are selected.
        options: what the user sets of a rule, by code and by the option's name.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        settings: Iterable[str] = (),
    ) -> Selection:
        """The selection that a user asks for; settings as "AC401.words=40".

        Raises:
            SelectionError: if there is no such rule or option.
        """
        options: dict[str, dict[str, int]] = {}
        for setting in settings:
            rule, name, value = _setting(setting)
            options.setdefault(rule.code, {})[name] = value
        return cls(tuple(map(_known, select)), tuple(map(_known, ignore)), options)

    def hears(self, rule: Rule) -> bool:
        """Whether the user wants to hear ``rule``."""
        if self.select and not _names(self.select, rule):
            return False
        return not (self.ignore and _names(self.ignore, rule))


EVERY = Selection()
"""All rules, as they are declared."""


def is_silenced(hit: Hit, rule: Rule, document: Document) -> bool:
    """Whether the resume's own text says that ``rule`` is not to speak of that place."""
    if rule.code.startswith(ALWAYS):
        return False
    touched = {line.number for line in document.lines_of(hit.span)} if hit.span else set()
    return any(
        _names(directive.rules, rule) and (directive.line is None or directive.line in touched)
        for directive in document.directives
    )


def unknown(document: Document) -> tuple[str, ...]:
    """What the resume's own text names as a rule and is none."""
    named = [name for directive in document.directives for name in directive.rules]
    return tuple(dict.fromkeys(n for n in named if not _named_by(n)))


def _names(rules: Iterable[str], rule: Rule) -> bool:
    return any(rule.code.startswith(name.upper()) or rule.name == name.lower() for name in rules)


def _named_by(name: str) -> list[Rule]:
    return [rule for rule in RULES.values() if _names([name], rule)]


def _known(name: str) -> str:
    if not _named_by(name):
        near = _near(name.lower(), [rule.name for rule in RULES.values()])
        raise SelectionError(f"there is no rule {name!r}", near or "atscheck rules list shows them")
    return name


def _setting(setting: str) -> tuple[Rule, str, int]:
    """The rule, the option's name and the value that "AC401.words=40" means."""
    found = _SETTING.fullmatch(setting.strip())
    if found is None:
        raise SelectionError(f"{setting!r} sets nothing", "write it like AC401.words=40")
    rules = [r for r in RULES.values() if found[1].upper() == r.code or found[1].lower() == r.name]
    if not rules:
        _known(found[1])
        raise SelectionError(f"{found[1]!r} names several rules", "give one rule's whole code")
    names = [option.name for option in rules[0].options]
    if found[2] not in names:
        raise SelectionError(
            f"{rules[0].code} has no option {found[2]!r}",
            f"it has: {', '.join(names)}" if names else "it has none",
        )
    return rules[0], found[2], int(found[3])


def _near(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"did you mean {near[0]!r}?" if near else ""
