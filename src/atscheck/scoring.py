"""The score: our own measure of coverage, every point with its reason (docs/scoring.md).

It predicts nothing about any employer's system. What a resume gives no ground to grade (no
good-to-have keywords asked for, too few statements) is left out and the rest is rescaled, so that
nothing counts as zero for want of evidence. Gaps, names, places, length and hidden text never
count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from atscheck.checks.keywords.edits import Edit
from atscheck.checks.rule import Rule, Severity
from atscheck.matching.model import Match
from atscheck.resume.model import Resume
from atscheck.skills.model import Group, Keyword

MUST, GOOD, CONTEXT, NUMBERS, READING = 50.0, 20.0, 10.0, 10.0, 10.0
"""Points of each part. Judgement: what a role must have weighs most, as in the scores that
products publish (skills first); the other parts are what the writer can mend."""

ENOUGH_STATEMENTS = 3
"""Statements needed to grade their numbers."""

ENOUGH_KEYWORDS = 3
"""Keywords found that are needed to grade whether they stand in a statement."""

ENOUGH_QUANTIFIED = 0.5
"""The share of statements with a number that earns all the points. Judgement: not every line has
an outcome to count, and guides warn of forcing one."""


READING_RULES = ("PA1", "PA2", "PA3", "CT101", "CT102")
"""The rules about what a machine loses: the file, its characters, its layout, e-mail and phone.
Each that is broken costs points once, however often (`READING_POINTS`). A name that is not found
costs nothing: names have no form that tells them, so that another machine may well know one that
this reader does not."""

READING_POINTS = {Severity.ERROR: 4.0, Severity.WARNING: 2.0, Severity.INFO: 0.0}

PARTS = {
    "KW101": "must-have keywords",
    "KW102": "good-to-have keywords",
    "KW201": "keywords in context",
    "AC102": "quantified achievements",
}
"""The part of the score whose lost points a rule gives the reason for."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of some keywords is covered: counts, and shares (0 to 1) by the keywords' weights.

    ``literal`` is the share that a system which compares letters finds too.
    """

    found: int
    total: int
    coverage: float
    literal: float

    @property
    def why(self) -> str:
        """The counts in words, and the share where the weights make it another one."""
        counts = f"{self.found} of {self.total} found"
        by_count = self.found / self.total if self.total else 0.0
        if abs(by_count - self.coverage) < 0.005:
            return counts
        return f"{counts}, {100 * self.coverage:.0f} % by weight"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the score: points got, points to get, and why."""

    name: str
    points: float
    of: float
    why: str


@dataclass(frozen=True, slots=True)
class Score:
    """The overall score, 0 to 100, and what it is made of; ``all`` is of the keywords together."""

    overall: float
    must: Coverage
    good: Coverage
    all: Coverage
    parts: tuple[Part, ...]


def score(resume: Resume, matches: Sequence[Match], broken: Sequence[Rule]) -> Score:
    """The score of a resume against the keywords of ``matches`` (at least one).

    ``broken`` are the rules that find fault with it.
    """
    must = coverage(m for m in matches if m.keyword.tier == "must")
    good = coverage(m for m in matches if m.keyword.tier == "good")
    parts = tuple(_parts(resume, matches, broken, must, good))
    overall = 100 * sum(p.points for p in parts) / sum(p.of for p in parts)
    return Score(round(overall, 1), must, good, coverage(matches, weight_of_all), parts)


def coverage(
    matches: Iterable[Match], weight: Callable[[Keyword], float] = lambda keyword: keyword.weight
) -> Coverage:
    """The coverage of one tier, or of other keywords by another ``weight`` than their own."""
    every = tuple(matches)
    whole = sum(weight(m.keyword) for m in every) or 1.0
    found = sum(weight(m.keyword) for m in every if m.found)
    literal = sum(weight(m.keyword) for m in every if m.found and m.literal)
    return Coverage(
        sum(m.found for m in every), len(every), round(found / whole, 4), round(literal / whole, 4)
    )


def weight_of_all(keyword: Keyword) -> float:
    """What a keyword weighs among those of both tiers: these weigh as in the parts of the score."""
    return keyword.weight * (MUST if keyword.tier == "must" else GOOD)


@dataclass(frozen=True, slots=True)
class Gain:
    """What an edit adds to the literal coverage of all keywords (0 to 1)."""

    edit: Edit
    share: float


def gains(edits: Iterable[Edit], matches: Iterable[Match]) -> tuple[Gain, ...]:
    """The edits for ``matches`` with their gains, the largest first, equal ones as they come."""
    whole = sum(weight_of_all(match.keyword) for match in matches)
    found = [Gain(each, round(weight_of_all(each.match.keyword) / whole, 4)) for each in edits]
    return tuple(sorted(found, key=lambda gain: -gain.share))


def group_coverage(group: Group, matches: Sequence[Match]) -> float:
    """The share, by weight, of a sub-skill's keywords that are found, 0 to 1."""
    return coverage(m for m in matches if m.keyword.name in group.keywords).coverage


def _parts(
    resume: Resume,
    matches: Sequence[Match],
    broken: Sequence[Rule],
    must: Coverage,
    good: Coverage,
) -> Iterator[Part]:
    for name, tier, of in (
        (PARTS["KW101"], must, MUST),
        (PARTS["KW102"], good, GOOD),
    ):
        if tier.total:
            yield Part(name, round(of * tier.coverage, 1), of, tier.why)
    found = [m for m in matches if m.found]
    if len(found) >= ENOUGH_KEYWORDS:
        used = sum(m.in_context for m in found)
        why = f"{used} of {len(found)} used in a statement"
        yield Part(PARTS["KW201"], round(CONTEXT * used / len(found), 1), CONTEXT, why)
    if len(resume.bullets) >= ENOUGH_STATEMENTS:
        quantified = sum(b.quantified for b in resume.bullets)
        share = min(1.0, quantified / len(resume.bullets) / ENOUGH_QUANTIFIED)
        why = f"{quantified} of {len(resume.bullets)} statements name an amount"
        yield Part(PARTS["AC102"], round(NUMBERS * share, 1), NUMBERS, why)
    yield _reading(broken)


def _reading(broken: Sequence[Rule]) -> Part:
    lost = [rule for rule in broken if rule.code.startswith(READING_RULES)]
    lost = sorted((r for r in lost if READING_POINTS[r.severity]), key=lambda r: -r.severity)
    points = max(0.0, READING - sum(READING_POINTS[rule.severity] for rule in lost))
    names = ", ".join(f"{rule.name} ({rule.code})" for rule in lost)
    return Part(
        "readable by machines", points, READING, names or "nothing found that a machine loses"
    )
