"""A check: one function with its declaration, from which docs, tests and messages come."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Literal, TypeVar

from atscheck.documents.model import Document, Loss, LossKind, Span
from atscheck.matching.model import Evidence, FlagMatch, Match, Status
from atscheck.resume.model import Resume
from atscheck.skills.model import RedFlag, Target

Value = TypeVar("Value")


class Severity(IntEnum):
    """What a finding costs: content in an ATS, a reader's trust or a match, or nothing yet."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a rule may see. ``as_of`` is what "present" means; no rule reads the clock."""

    resume: Resume
    target: Target
    matches: tuple[Match, ...]
    as_of: dt.date
    flags: tuple[FlagMatch, ...] = ()
    _known: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, work: Callable[[Facts], Value]) -> Value:
        """What ``work`` makes of these facts, worked out once for all rules that ask for it."""
        if work not in self._known:
            self._known[work] = work(self)
        found: Value = self._known[work]
        return found

    @property
    def document(self) -> Document:
        """The document that the resume was read from."""
        return self.resume.document

    def losses(self, kind: LossKind) -> tuple[Loss, ...]:
        """What the reader noticed of that kind."""
        return tuple(loss for loss in self.document.losses if loss.kind == kind)

    def told(self, suggestion: str, *kinds: LossKind) -> Iterator[Hit]:
        """Each loss of some kinds, in the reader's own words, with what to do about it."""
        for kind in kinds:
            for loss in self.losses(kind):
                yield Hit(loss.span, loss.message, suggestion)

    def with_status(self, status: Status) -> list[tuple[Match, Evidence]]:
        """The keywords whose best evidence has ``status``, with the first such place."""
        return [
            (m, next(e for e in m.evidence if e.status == status))
            for m in self.matches
            if m.status == status
        ]


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check yields: the place (None for the whole document), what is wrong, what to do."""

    span: Span | None
    message: str
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit of a rule."""

    rule: str
    name: str
    severity: Severity
    message: str
    span: Span | None
    suggestion: str | None


@dataclass(frozen=True, slots=True)
class Sample:
    """An example that needs more than the resume's text.

    Attributes:
        document: the resume, as read.
        note: what its text alone does not show, in words.
        must, good: the keywords that the target asks for, by tier.
        kind: whether a pack or a posting asks for them.
        flags: the red flags that the target declares.
        title: the job's, of a posting.
    """

    document: Document
    note: str = ""
    must: tuple[str, ...] = ()
    good: tuple[str, ...] = ()
    kind: Literal["pack", "job"] = "pack"
    flags: tuple[RedFlag, ...] = ()
    title: str = ""


Check = Callable[..., Iterator[Hit]]
"""Takes `Facts`, and by keyword a whole number for each option of its rule."""

Example = str | Sample
"""A resume's text, or a sample where its layout or the target matters."""

Examples = tuple[Example, ...] | Callable[[], tuple[Example, ...]]
"""The examples, or what makes them: those with samples take long, and no scan looks at them."""


@dataclass(frozen=True, slots=True)
class Option:
    """A whole number by which users fit a rule to their case; what ``about`` says it counts."""

    name: str
    default: int
    about: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its declaration.

    ``summary`` and ``why`` come from the docstring, the defaults of ``options`` from the check's
    keyword parameters. ``most`` is how many findings it makes of one resume: thirty equal ones
    would not be read. Where it speaks, the rules whose codes begin with one of ``covers`` do not.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    source: str
    flagged: Examples
    fine: Examples
    most: int
    options: tuple[Option, ...]
    check: Check
    covers: tuple[str, ...] = ()

    @property
    def bad(self) -> tuple[Example, ...]:
        """Examples in which it finds something."""
        return self.flagged() if callable(self.flagged) else self.flagged

    @property
    def good(self) -> tuple[Example, ...]:
        """Examples in which it finds nothing."""
        return self.fine() if callable(self.fine) else self.fine

    def run(self, facts: Facts) -> Iterator[Finding]:
        """What it finds as it is declared."""
        return self.findings(self.check(facts))

    def findings(self, found: Iterable[Hit]) -> Iterator[Finding]:
        """The first ``most`` of what was found; the last one says how many more there are."""
        hits = tuple(found)
        for number, hit in enumerate(hits[: self.most], start=1):
            more = len(hits) - number if number == self.most else 0
            message = f"{hit.message} (and {more} more like it)" if more else hit.message
            yield Finding(self.code, self.name, self.severity, message, hit.span, hit.suggestion)


def uncovered(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that another one speaks for."""
    told = list(findings)
    by = {f.rule: RULES[f.rule].covers for f in told}
    return [
        f
        for f in told
        if not any(f.rule != code and f.rule.startswith(covers) for code, covers in by.items())
    ]


RULES: dict[str, Rule] = {}
"""Every declared rule by code, filled when `atscheck.checks` is imported."""


def rule(
    code: str,
    severity: Severity,
    *,
    source: str,
    bad: Examples,
    good: Examples,
    most: int = 5,
    options: Mapping[str, str] = {},
    covers: tuple[str, ...] = (),
) -> Callable[[Check], Check]:
    """Declare the decorated function as a rule; its name becomes the rule's, with hyphens.

    ``options`` says of each keyword parameter of the function what it counts, ``covers`` for
    which other rules it speaks.

    Raises:
        ValueError: if the code is taken, the docstring has no reason, or an option has no words.
    """

    def declare(check: Check) -> Check:
        summary, _, why = inspect.cleandoc(check.__doc__ or "").partition("\n\n")
        if code in RULES or not why:
            raise ValueError(f"{code}: the code is taken, or the docstring gives no reason")
        defaults = check.__kwdefaults__ or {}
        if defaults.keys() != options.keys():
            raise ValueError(f"{code}: its options are {[*defaults]}, told are {[*options]}")
        RULES[code] = Rule(
            code,
            check.__name__.replace("_", "-"),
            severity,
            summary,
            " ".join(why.split()),
            source,
            bad,
            good,
            most,
            tuple(Option(name, defaults[name], about) for name, about in options.items()),
            check,
            covers,
        )
        return check

    return declare
