"""The checks, by family; importing this package declares every rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from atscheck.checks import (  # noqa: F401
    contact,
    dates,
    keywords,
    pack,
    parsing,
    personal,
    statements,
    wording,
)
from atscheck.checks.rule import RULES, Facts, Finding, Hit, Rule, uncovered
from atscheck.checks.selection import EVERY, Selection, is_silenced

__all__ = ["PRIVATE", "RULES", "Checked", "run"]


_OF_THE_FILE = ("PA1", "PA2", "PA3", "PA502", "PA6")
"""The rules about the file, its characters and layout and what it hides: they need no words, or
say that the words are none of ours."""

_OF_ENGLISH = ("AC2", "AC3", "AC406", "WR1", "WR4", "WR5")
"""The rules about English words and their forms."""


PRIVATE = ("PI", "DA")
"""Rules about the person, dates and gaps: for the writer alone, no matter for those who look over
many resumes (rules.md, "How findings speak")."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules found.

    Attributes:
        findings: those to show: worst first, then in document order, a rule's own in its order.
        broken: the rules that found something, whether or not anybody wants to hear of it.
        silenced: how many places the resume's own text keeps the selected rules from telling.
        heard: the codes of the rules that were asked and that somebody wants to hear.
    """

    findings: tuple[Finding, ...]
    broken: tuple[Rule, ...]
    silenced: int = 0
    heard: tuple[str, ...] = ()


def run(facts: Facts, selection: Selection = EVERY) -> Checked:
    """Every rule's findings.

    Of a text that cannot be read with confidence, or in a language that is not known, nobody can
    say what it lacks or how it is written, so that only the rules about the file speak.
    """
    unasked = _unasked(facts)
    findings: list[Finding] = []
    broken: list[Rule] = []
    heard: list[str] = []
    silenced = 0
    for rule in RULES.values():
        if unasked(rule.code):
            continue
        hits = tuple(rule.check(facts, **selection.options.get(rule.code, {})))
        if hits:
            broken.append(rule)
        if not selection.hears(rule):
            continue
        heard.append(rule.code)
        told = _told(hits, rule, facts)
        silenced += len(hits) - len(told)
        findings.extend(rule.findings(told))
    ordered = tuple(sorted(uncovered(findings), key=_place))
    return Checked(ordered, tuple(broken), silenced, tuple(heard))


def _unasked(facts: Facts) -> Callable[[str], bool]:
    """What says of a rule by its code that it has nothing to say of this text."""
    language = facts.resume.language
    if facts.document.doubt or (language and not language.known):
        return lambda code: not code.startswith(_OF_THE_FILE)
    if language and language.code != "en":
        return lambda code: code.startswith(_OF_ENGLISH)
    return lambda _: False


def _told(hits: tuple[Hit, ...], rule: Rule, facts: Facts) -> tuple[Hit, ...]:
    if not facts.document.directives:
        return hits
    return tuple(hit for hit in hits if not is_silenced(hit, rule, facts.document))


def _place(finding: Finding) -> tuple[int, int, str]:
    return -finding.severity, -1 if finding.span is None else finding.span.start, finding.rule
