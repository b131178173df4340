"""What the difference of two versions says, apart from how it looks: chosen once, for every format.

Everything is told with the words and the place of the version that it stands in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from atscheck.checks.rule import Finding
from atscheck.documents.model import Document
from atscheck.matching.literal import has_own_words
from atscheck.matching.model import Evidence, LevelMatch, Match
from atscheck.matching.requirements import Requirement
from atscheck.renderers import content, filed
from atscheck.renderers.phrases import GLUE, counted, file_name, percent, place, quoted, snippet
from atscheck.renderers.safe import one_line
from atscheck.renderers.sightings import DOUBTS, TIER_NAMES, TIERS, best, title
from atscheck.report import Difference, Pair, Report, by_rule, is_better
from atscheck.resume.model import Bullet, Position


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that differs: its name, or the statement that it is, with what to say of it.

    Attributes:
        place: where it stands; "" without a place.
        was: a statement's words in the old version, and where they stood.
    """

    name: str = ""
    place: str = ""
    note: str = ""
    said: str = ""
    was: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Block:
    """Things that differ in the same way; of those that ``run`` names and places tell enough."""

    label: str
    entries: tuple[Entry, ...]
    run: bool = False


def moved(old: object, new: object) -> str:
    """From what to what: "13 → 14"; once where nothing differs."""
    return f"{old}" if old == new else f"{old}{GLUE}→ {new}"


def files(found: Difference) -> str:
    """The two files: "cv.pdf → cv-2.pdf"."""
    return f"{file_name(found.old.path)}{GLUE}→ {file_name(found.new.path)}"


def summary(found: Difference) -> str:
    """What there is to say where nothing was won or lost, "" elsewhere."""
    if found.unscored or found.anything:
        return ""
    if found.old.document.text == found.new.document.text:
        return "No difference: both versions say the same."
    nothing = "Nothing was won and nothing lost: "
    if found.moved:
        verb = "stands" if found.moved == 1 else "stand"
        return f"{nothing}{counted(found.moved, 'statement')} {verb} in another place."
    return f"{nothing}what differs does not count against this target."


def unscored(found: Difference) -> Iterator[tuple[Report, str]]:
    """The versions that are not scored, and why."""
    for version, report in (("old", found.old), ("new", found.new)):
        if report.score is None:
            yield report, f"the {version} version: {one_line(report.not_scored)}"


def overall(found: Difference) -> str:
    """The score of both versions, and the change: "89.1 → 91.7 of 100, +2.6"."""
    old, new = found.old.score, found.new.score
    if old is None or new is None:
        return ""
    change = _signed(new.overall - old.overall)
    total = f"{moved(f'{old.overall:g}', f'{new.overall:g}')} of 100"
    return f"{total}, {change}" if change else total


def parts(found: Difference) -> Iterator[tuple[str, str, str]]:
    """Each part of the score, its points in both versions, and their change, "" for none."""
    old, new = (_parts(report) for report in (found.old, found.new))
    for name in dict.fromkeys([*old, *new]):
        before, after = old.get(name), new.get(name)
        points = [f"{p[0]:g}" if p else "not graded" for p in (before, after)]
        whole = (after or before or (0.0, 0.0))[1]
        change = _signed(after[0] - before[0]) if before and after else ""
        yield name, f"{moved(*points)} of {whole:g}", change


def _parts(report: Report) -> dict[str, tuple[float, float]]:
    return {p.name: (p.points, p.of) for p in report.score.parts} if report.score else {}


def _signed(change: float) -> str:
    return f"{change:+.1f}".removesuffix(".0") if abs(change) >= 0.05 else ""


def coverages(found: Difference) -> Iterator[tuple[str, str]]:
    """How many keywords of each tier count, and how many of these are found word for word."""
    for tier, _ in TIERS:
        own = [pair for pair in found.keywords if pair.new.keyword.tier == tier]
        if own:
            every = moved(sum(p.old.found for p in own), sum(p.new.found for p in own))
            literal = moved(_literal(p.old for p in own), _literal(p.new for p in own))
            yield (
                f"{TIER_NAMES[tier]} keywords",
                f"{every} of {len(own)} found, {literal} word for word",
            )


def _literal(matches: Iterable[Match]) -> int:
    return sum(match.found and match.literal for match in matches)


def groups(found: Difference) -> Iterator[tuple[str, str]]:
    """The sub-skills whose coverage differs."""
    for group in found.new.target.groups:
        old, new = (percent(content.group_share(r, group)) for r in (found.old, found.new))
        if old != new:
            yield one_line(group.title), moved(old, new)


def won(found: Difference) -> list[Block]:
    """What the new version has over the old one."""
    new = found.new.document
    return _blocks(
        Block("keyword", tuple(_stands(p.new, new) for p in found.won)),
        Block("used now", tuple(_stands(p.new, new) for p in found.used), run=True),
        Block(
            "word for word",
            tuple(_claim(p.new, _own_words(p.new, new), new) for p in found.literal),
            run=True,
        ),
        Block("amount", tuple(_reworded(p, found) for p in _amounts(found, gained=True))),
        Block("asked for", tuple(_shown(p, found) for p in found.requirements if is_better(p))),
        Block("level", tuple(_level(found, better=True))),
        Block(
            "filed", tuple(Entry(c.field, note=_filed(c.new)) for c in found.fields if not c.old)
        ),
        Block("mended", tuple(_findings(found.mended, found.old)), run=True),
    )


def lost(found: Difference) -> list[Block]:
    """What the new version lacks that the old one had."""
    old, new = found.old.document, found.new.document
    worse = (p for p in found.requirements if not is_better(p))
    return _blocks(
        Block("keyword", tuple(_gone(pair, old) for pair in found.lost)),
        Block("listed only", tuple(_unused(p, old, new) for p in found.only_listed), run=True),
        Block("other words", tuple(_other_words(p, old, new) for p in found.other_words)),
        Block("amount", tuple(_reworded(p, found) for p in _amounts(found, gained=False))),
        Block("asked for", tuple(_shown(p, found) for p in worse)),
        Block("level", tuple(_level(found, better=False))),
        Block(
            "not filed",
            tuple(Entry(c.field, note=f"was {_filed(c.old)}") for c in found.fields if not c.new),
        ),
        Block("new finding", tuple(_findings(found.found, found.new))),
    )


def _blocks(*blocks: Block) -> list[Block]:
    """Those blocks that have an entry."""
    return [block for block in blocks if block.entries]


def _stands(match: Match, document: Document) -> Entry:
    """A keyword that counts in the new version, in the words around it."""
    return _claim(match, best(match), document)


def _own_words(match: Match, document: Document) -> Evidence | None:
    """Where a keyword stands in the target's own words, else where it stands at all."""
    own = (e for e in match.claims if has_own_words(match.keyword, [e], document))
    return next(own, best(match))


def _other_words(pair: Pair[Match], old: Document, new: Document) -> Entry:
    """A keyword that only the old version has in the target's own words, in both wordings."""
    before, after = _own_words(pair.old, old), best(pair.new)
    written = [
        f"{lead}{quoted(document.quote(evidence.span))} {place(evidence.span, document)}"
        for lead, evidence, document in (("now ", after, new), ("was ", before, old))
        if evidence is not None
    ]
    return Entry(title(pair.new), note=", ".join([TIER_NAMES[pair.new.keyword.tier], *written]))


def _claim(match: Match, evidence: Evidence | None, document: Document) -> Entry:
    if evidence is None:
        return Entry(title(match))
    notes = [TIER_NAMES[match.keyword.tier], snippet(evidence.span, document)]
    notes += [] if match.in_context else ["listed only"]
    notes += ["weak claim"] if evidence.weak else []
    return Entry(title(match), place(evidence.span, document), ", ".join(notes))


def _unused(pair: Pair[Match], old: Document, new: Document) -> Entry:
    """A keyword that is listed only, and the statement that used it in the old version."""
    before, after = best(pair.old), best(pair.new)
    notes = [TIER_NAMES[pair.new.keyword.tier]]
    if before is not None:
        notes.append(f"was used in {snippet(before.span, old)} {place(before.span, old)}")
    return Entry(title(pair.new), place(after.span, new) if after else "", ", ".join(notes))


def _gone(pair: Pair[Match], document: Document) -> Entry:
    """A keyword that counted in the old version, and why it does not now if it still stands."""
    evidence, tier = best(pair.old), TIER_NAMES[pair.new.keyword.tier]
    notes = [tier]
    if evidence is not None:
        where = place(evidence.span, document)
        notes.append(f"was {snippet(evidence.span, document)} {where}")
    if pair.new.status in DOUBTS:
        notes.append(f"now {DOUBTS[pair.new.status]}")
    return Entry(title(pair.old), note=", ".join(notes))


def _amounts(found: Difference, *, gained: bool) -> Iterator[Pair[Bullet]]:
    """Statements in other words that name an amount now and did not, or the other way round."""
    for pair in found.reworded:
        if pair.new.quantified == gained and pair.old.quantified != gained:
            yield pair


def _shown(pair: Pair[Requirement], found: Difference) -> Entry:
    """What a posting asks for, and what the versions show of it."""
    new = pair.new
    notes = [moved(pair.old.outcome, new.outcome), one_line(new.shown)]
    name = f"{new.kind}: {one_line(new.asked)}"
    where = place(new.span, found.new.document)
    return Entry(name, where, ": ".join(note for note in notes if note))


def _level(found: Difference, *, better: bool) -> Iterator[Entry]:
    old, new = found.old.level, found.new.level
    ranks = [-1 if r.level is None else r.levels.index(r.level) for r in (found.old, found.new)]
    if not found.unscored and (ranks[1] > ranks[0] if better else ranks[1] < ranks[0]):
        yield Entry(moved(_reached(old), _reached(new)))


def _reached(level: LevelMatch | None) -> str:
    return "none" if level is None else one_line(level.level.title)


def _findings(findings: Iterable[Finding], report: Report) -> Iterator[Entry]:
    """The findings of each rule that no keyword tells of, with the version they stand in."""
    for group in by_rule(f for f in findings if f.rule not in content.TOLD):
        message = one_line(group.findings[0].message)
        yield Entry(content.note(group, report.document), note=message)


def statements(found: Difference) -> tuple[str, list[Block]]:
    """How many statements name an amount in both versions, and which ones differ otherwise."""
    old, new = found.old, found.new
    counts = [
        f"{sum(b.quantified for b in r.resume.bullets)} of {len(r.resume.bullets)}"
        for r in (old, new)
    ]
    text = f"{moved(*counts)} name an amount"
    if found.unchanged:
        text += f"; {found.unchanged} as before"
    others = (p for p in found.reworded if p.new.quantified == p.old.quantified)
    blocks = _blocks(
        Block("added", tuple(_bullet(bullet, new.document) for bullet in found.added)),
        Block("removed", tuple(_bullet(bullet, old.document) for bullet in found.removed)),
        Block("reworded", tuple(_reworded(pair, found) for pair in others)),
    )
    return text, blocks


def _bullet(bullet: Bullet, document: Document) -> Entry:
    return Entry(place=place(bullet.passage.span(), document), said=one_line(bullet.passage.text))


def _reworded(pair: Pair[Bullet], found: Difference) -> Entry:
    old = _bullet(pair.old, found.old.document)
    return replace(_bullet(pair.new, found.new.document), was=(old.said, old.place))


def filings(found: Difference) -> Iterator[tuple[str, str]]:
    """What an ATS files anew: the field, and both values."""
    for change in found.fields:
        if change.old and change.new:
            yield change.field, moved(_filed(change.old), _filed(change.new))
    for name, kinds in zip(("new sections", "sections gone"), found.sections, strict=True):
        if kinds:
            yield name, ", ".join(kinds)
    old, new = (len(report.resume.positions) for report in (found.old, found.new))
    if old != new:
        yield "positions", moved(old, new)
    for pair in found.positions:
        yield "position", _position(pair.old, pair.new)


def _filed(value: str | None) -> str:
    return one_line(value or "")


def _position(old: Position | None, new: Position | None) -> str:
    if old is not None and new is not None:
        before, after = filed.entry(old), filed.entry(new)
        return f"{moved(before.text, after.text)}: {moved(before.dates, after.dates)}"
    either = new or old
    entry = filed.entry(either) if either else filed.Entry("", "")
    return f"{'new' if new else 'gone'}: {entry.text}, {entry.dates}"


def to_do(found: Difference) -> Iterator[tuple[str, list[str]]]:
    """What the new version still lacks: keywords, and the rules that found the same before."""
    for tier, name in TIER_NAMES.items():
        own = [p.new for p in found.keywords if p.new.keyword.tier == tier]
        yield f"{name} missing", [_asked(match) for match in own if match.status == "missing"]
        yield (
            f"{name} not counted",
            [f"{title(m)} ({DOUBTS[m.status]})" for m in own if m.status in DOUBTS],
        )
    groups = by_rule(f for f in found.remaining if f.rule not in content.TOLD)
    yield "found before too", [content.note(group, found.new.document) for group in groups]


def _asked(match: Match) -> str:
    """A missing keyword: a posting's with its alternatives, a pack's by the first of many."""
    return title(match) if match.keyword.wordings else one_line(match.keyword.terms[0].name)
