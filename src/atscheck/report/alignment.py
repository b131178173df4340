"""Which statement and which finding of one version of a resume is which of the other version."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rapidfuzz import fuzz, process

from atscheck.checks import RULES
from atscheck.checks.rule import Finding
from atscheck.documents.model import Document
from atscheck.resume.belonging import owners
from atscheck.resume.model import Bullet, Resume

Value = TypeVar("Value")

ALIKE, ALIKE_IN_JOB = 70.0, 55.0
"""Likeness (0 to 100, rapidfuzz's token_set_ratio) from which a statement is another one reworded,
and that within the same job. Set by hand: of nine statements of the examples that were rewritten
whole, seven reach 55; two of the same resume that tell of different things mostly stay below 57,
and in three of four cases below 75, but the likest is paired first."""

MOST, MOST_CHARACTERS = 400, 400
"""Statements of each version that are compared with all of the other, and characters of each: far
more than a resume has, and little enough for any file."""


@dataclass(frozen=True, slots=True)
class Pair(Generic[Value]):
    """The same thing in the old and in the new version."""

    old: Value
    new: Value


Sides = Pair[Value | None]
"""The same thing in both versions; None where one of them has none."""


def align_statements(old: Resume, new: Resume) -> tuple[Sides[Bullet], ...]:
    """The claims of both versions: those of the same words, reworded, removed and added ones.

    They come in the order of the new version, removed ones last.
    """
    pairs, lost, added = _matched(old.bullets, new.bullets, _text)
    reworded = list(_reworded(old, new, lost, added))
    pairs += reworded
    kept = {id(pair.old) for pair in reworded}, {id(pair.new) for pair in reworded}
    pairs += [Pair(None, bullet) for bullet in added if id(bullet) not in kept[1]]
    pairs.sort(key=lambda pair: pair.new.passage.offsets[0] if pair.new else 0)
    return (*pairs, *(Pair(bullet, None) for bullet in lost if id(bullet) not in kept[0]))


def same_words(pair: Sides[Bullet]) -> bool:
    """Whether a statement stands in both versions in the same words."""
    return pair.old is not None and pair.new is not None and _text(pair.old) == _text(pair.new)


def _text(bullet: Bullet) -> str:
    return folded(bullet.passage.text)


def folded(text: str) -> str:
    """``text`` apart from case, white space and a closing full stop."""
    return " ".join(text.casefold().split()).rstrip(".;")


def _reworded(
    old: Resume, new: Resume, lost: Sequence[Bullet], added: Sequence[Bullet]
) -> Iterator[Sides[Bullet]]:
    """The likest pairs first, each statement once."""
    before, after = lost[:MOST], added[:MOST]
    texts = [_text(bullet)[:MOST_CHARACTERS] for bullet in after]
    jobs = Pair(_jobs(before, old), _jobs(after, new))
    found = [
        (-score, i, j)
        for i, bullet in enumerate(before)
        for _, score, j in process.extract(
            _text(bullet)[:MOST_CHARACTERS], texts, scorer=fuzz.token_set_ratio,
            score_cutoff=ALIKE_IN_JOB, limit=None,
        )
        if score >= ALIKE or jobs.old[i] == jobs.new[j]
    ]  # fmt: skip
    paired: tuple[set[int], set[int]] = set(), set()
    for _, i, j in sorted(found):
        if i not in paired[0] and j not in paired[1]:
            paired[0].add(i)
            paired[1].add(j)
            yield Pair(before[i], after[j])


def _jobs(bullets: Sequence[Bullet], resume: Resume) -> list[tuple[str, str]]:
    """The section of each statement, and the job it is of by its employer or title."""
    numbers = owners((bullet.passage.offsets[0] for bullet in bullets), resume)
    jobs = [None if number is None else resume.positions[number] for number in numbers]
    names = ["" if job is None else folded(job.organisation or job.title or "") for job in jobs]
    return [(b.passage.section, name) for b, name in zip(bullets, names, strict=True)]


def align_findings(
    old: Sequence[Finding],
    new: Sequence[Finding],
    documents: Pair[Document],
    statements: Iterable[Sides[Bullet]],
) -> tuple[Sides[Finding], ...]:
    """The findings that stay, those that are new, those that are mended.

    A finding stays where its rule finds fault with the same words, wherever these now stand, or
    with the same statement in other words. One of the whole document stays with its rule. What a
    rule that tells only its first findings leaves out is neither new nor mended.
    """
    known = list(statements)
    pairs, mended, added = _matched(
        old,
        new,
        _anchors([pair.old for pair in known], documents.old),
        _anchors([pair.new for pair in known], documents.new),
    )
    pairs += [Pair(None, f) for f in added if not _left_out(f, old, documents.new, documents.old)]
    gone = [f for f in mended if not _left_out(f, new, documents.old, documents.new)]
    return (*pairs, *(Pair(finding, None) for finding in gone))


def _anchors(
    statements: Sequence[Bullet | None], document: Document
) -> Callable[[Finding], Hashable]:
    """What tells a finding of one version from others of its rule."""
    places = [
        (bullet.passage.span(), number)
        for number, bullet in enumerate(statements)
        if bullet is not None
    ]

    def anchor(finding: Finding) -> Hashable:
        span, rule = finding.span, RULES.get(finding.rule)
        if span is None or (rule is not None and rule.most == 1):
            return finding.rule
        own = (number for place, number in places if place.overlaps(span))
        return finding.rule, next(own, folded(document.quote(span)))

    return anchor


def _left_out(finding: Finding, others: Sequence[Finding], own: Document, other: Document) -> bool:
    """Whether the other version's findings may lack this one only because its rule tells few."""
    rule = RULES.get(finding.rule)
    if rule is None or finding.span is None:
        return False
    if sum(f.rule == finding.rule for f in others) < rule.most:
        return False
    text = folded(own.line_text(own.line_at(finding.span.start)))
    return any(folded(other.line_text(line)) == text for line in other.lines)


def _matched(
    old: Iterable[Value],
    new: Iterable[Value],
    key: Callable[[Value], Hashable],
    key_of_new: Callable[[Value], Hashable] | None = None,
) -> tuple[list[Sides[Value]], list[Value], list[Value]]:
    """Pairs of the same key in their order, then what is left over of ``old`` and of ``new``."""
    waiting: dict[Hashable, list[Value]] = defaultdict(list)
    for value in old:
        waiting[key(value)].append(value)
    pairs: list[Sides[Value]] = []
    added = []
    for value in new:
        same = waiting[(key_of_new or key)(value)]
        if same:
            pairs.append(Pair(same.pop(0), value))
        else:
            added.append(value)
    return pairs, [value for values in waiting.values() for value in values], added
