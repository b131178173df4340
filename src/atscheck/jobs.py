"""Job postings: the parts of a posting, and the target that it makes.

It stands above matching, not beside packs, because it finds terms with the same matcher.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Literal

from atscheck.data import load_words
from atscheck.documents.model import Document, Line, Span
from atscheck.errors import TargetError
from atscheck.matching import find_terms
from atscheck.matching.model import Evidence
from atscheck.resume.model import Passage
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Keyword, Requirements, Target, Tier, Years

Part = Literal["required", "preferred", "duties", "noise", "unknown"]

_CLAUSE = re.compile(r"[.;!?](?=\s|$)|\n")
_YEARS = re.compile(
    r"(?P<low>\d{1,2}|[a-z]+)(?:\s*\(\d{1,2}\))?\s*(?:\+|plus)?\s*"
    r"(?:(?:-|to|or)\s*(?:\d{1,2}|[a-z]+)\s*\+?\s*)?\+?\s*(?:years?|yrs?)\b",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"<[A-Z]+>")
_ALTERNATIVE = re.compile(r"\s*(?:,?\s*or|/)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a posting: its place, the part of the posting, and the tier it speaks of."""

    span: Span
    text: str
    part: Part
    tier: Tier | None


def read_job(document: Document) -> Target:
    """What the posting in ``document`` asks for.

    Raises:
        TargetError: if no keyword is found in it.
    """
    parts = _parts(document)
    clauses = [c for line, part in parts for c in _clauses(document, line, part)]
    tiered = any(part in ("required", "preferred") for _, part in parts)
    keywords = tuple(_keywords(document, [c for c in clauses if c.part != "noise"]))
    if not keywords:
        raise TargetError(
            f"{document.path}: no skill that atscheck knows is asked for in this text",
            "check that it is the posting itself, or write a pack of your own",
        )
    title = _title(document)
    requirements = Requirements(
        title, _degree(clauses), tuple(_years(document, clauses, keywords)),
        tuple(_any_of(document, keywords)), untiered=not tiered,
    )  # fmt: skip
    return Target("job", document.path, title or document.path, keywords, requirements=requirements)


def with_alternatives(target: Target) -> Target:
    """``target`` with each group of alternatives as one keyword that any of them meets."""
    groups = target.requirements.any_of if target.requirements else ()
    by_name = {keyword.name: keyword for keyword in target.keywords}
    heads = {group[0]: group for group in groups}
    others = {name for group in groups for name in group[1:]}
    keywords: list[Keyword] = []
    for keyword in target.keywords:
        group = heads.get(keyword.name)
        if group is not None:
            members = [by_name[name] for name in group]
            terms = tuple(term for member in members for term in member.terms)
            keywords.append(replace(keyword, name=" | ".join(group), terms=terms))
        elif keyword.name not in others:
            keywords.append(keyword)
    return replace(target, keywords=tuple(keywords))


@cache
def _headings() -> dict[str, Part]:
    table: dict[Part, list[str]] = load_words("postings")["headings"]
    return {text: part for part, texts in table.items() for text in texts}


@cache
def _cues(kind: str) -> re.Pattern[str]:
    phrases = sorted(load_words("postings")["cues"][kind], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)", re.IGNORECASE)


def _heading_part(text: str) -> tuple[Part, int] | None:
    """The part that a line opens as a heading, and how wide the heading is."""
    label = re.match(r"^[\W_]*([^:?!]{2,60}?)\s*(?:[:?!][\s:-]*|$)", text)
    if label is None:
        return None
    plain = re.sub(r"[^a-z0-9 ]", "", label[1].casefold().replace("&", "and").replace("-", " "))
    part = _headings().get(" ".join(_PLACEHOLDER.sub("", plain).split()))
    whole = label.end() >= len(text) or text[label.end(1) :].lstrip().startswith(":")
    return (part, label.end()) if part and whole else None


def _parts(document: Document) -> list[tuple[Line, Part]]:
    """Each line with the part it stands in; the heading's own line belongs to the part it opens."""
    part: Part = "unknown"
    parts: list[tuple[Line, Part]] = []
    for line in document.lines:
        opened = _heading_part(document.line_text(line))
        if opened is not None:
            part = opened[0]
        parts.append((line, part))
    return parts


def _clauses(document: Document, line: Line, part: Part) -> Iterator[Clause]:
    """The line's clauses, each with the tier that its part and its own cues give it."""
    text, start = document.line_text(line), 0
    opened = _heading_part(text)
    if opened is not None:
        start = opened[1]
    ends = [m.end() for m in _CLAUSE.finditer(text) if m.end() > start] + [len(text)]
    for end in ends:
        clause = text[start:end]
        if clause.strip():
            span = Span(line.span.start + start, line.span.start + end)
            own: Part = "noise" if _cues("noise").search(clause) else part
            yield Clause(span, clause, own, _tier(clause, own))
        start = end


def _tier(clause: str, part: Part) -> Tier | None:
    if part == "noise" or _cues("not_needed").search(clause):
        return None
    preferred, required = _cues("preferred").search(clause), _cues("required").search(clause)
    if preferred and not (required and part != "preferred" and required.start() > preferred.end()):
        return "good"
    return "good" if part == "preferred" else "must"


def _keywords(document: Document, clauses: Sequence[Clause]) -> Iterator[Keyword]:
    """The lexicon terms that the clauses ask for, in the posting's order."""
    asked = [c for c in clauses if c.tier is not None]
    passages = [_passage(document, c) for c in asked]
    tiers = {p.offsets[0]: c.tier for p, c in zip(passages, asked, strict=True)}
    starts = sorted(tiers)
    lexicon = load_lexicon()
    found = find_terms(passages)
    counted = {
        name: places
        for name, evidence in found.items()
        if (places := [e for e in evidence if e.status == "found" and e.form != "implied"])
    }
    for name, places in sorted(counted.items(), key=lambda item: item[1][0].span.start):
        if all(_is_covered(e, name, counted) for e in places):
            continue
        own = [tiers[max(s for s in starts if s <= e.span.start)] for e in places]
        tier: Tier = "must" if "must" in own else "good"
        line = document.line_at(places[0].span.start).number
        weight = round(min(2.0, 1 + 0.25 * (len(places) - 1)), 2)
        text = document.quote(places[0].span)
        yield Keyword(name, (lexicon.terms[name],), tier, weight, text=text, line=line)


def _is_covered(evidence: Evidence, name: str, counted: dict[str, list[Evidence]]) -> bool:
    """Whether a longer term holds this place ("machine learning" before "engineer")."""
    span = evidence.span
    return any(
        other != name and e.span.start <= span.start and span.end <= e.span.end
        and e.span.end - e.span.start > span.end - span.start
        for other, places in counted.items()
        for e in places
    )  # fmt: skip


def _passage(document: Document, clause: Clause) -> Passage:
    text = clause.text
    lead = len(text) - len(text.lstrip())
    start = clause.span.start + lead
    number = document.line_at(start).number
    body = text.strip()
    return Passage(
        "sentence", "skills", body, tuple(range(start, start + len(body))), (number, number)
    )


def _title(document: Document) -> str | None:
    """The job's title: a labelled one, else the first short line that names a role."""
    for line in document.lines:
        label = re.match(
            r"^(?:job |position )?title\s*:\s*(.{3,100})$", document.line_text(line), re.I
        )
        if label:
            return label[1].strip()
    roles = re.compile(
        rf"\b(?:{'|'.join(map(re.escape, load_words('roles')['titles']))})\b", re.IGNORECASE
    )
    for line in document.lines[:10]:
        text = _PLACEHOLDER.sub("", document.line_text(line)).strip(" -|,")
        if roles.search(text) and len(text.split()) <= 14 and not text.endswith("."):
            return " ".join(text.split())
    return None


@cache
def _degrees() -> list[tuple[str, re.Pattern[str]]]:
    table: dict[str, list[str]] = load_words("degrees")["degrees"]
    return [
        (level, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE))
        for level, names in table.items()
    ]


_RANKS = ("high-school", "diploma", "associate", "bachelor", "master", "phd")


def _degree(clauses: Sequence[Clause]) -> str | None:
    """The lowest degree that the posting requires, or None."""
    found = [
        level
        for clause in clauses
        if clause.tier == "must" and clause.part != "duties"
        for level, pattern in _degrees()
        if pattern.search(clause.text) and not re.search(r"or equivalent", clause.text, re.I)
    ]
    return min(found, key=_RANKS.index, default=None)


def _years(
    document: Document, clauses: Sequence[Clause], keywords: Sequence[Keyword]
) -> Iterator[Years]:
    """Years of experience asked for; where two stand for the same skill, the lower one counts."""
    numbers: dict[str, int] = load_words("postings")["numbers"]
    lowest: dict[str | None, Years] = {}
    for clause in clauses:
        if clause.tier is None or not re.search(r"experience|background", clause.text, re.I):
            continue
        if re.search(r"\b(?:we|our|company)\b.{0,40}years", clause.text, re.IGNORECASE):
            continue
        for found in _YEARS.finditer(clause.text):
            low = found["low"].casefold()
            years = int(low) if low.isdigit() else numbers.get(low)
            if years is None or not 0 < years <= 30:
                continue
            line = document.line_at(clause.span.start).number
            after = clause.text[found.end() :].casefold()
            named = [k.name for k in keywords if k.line == line and _named(k, after)]
            terms: list[str | None] = [*named] or [None]
            for term in terms:
                if term not in lowest or years < lowest[term].years:
                    lowest[term] = Years(term, years, line)
    yield from lowest.values()


def _named(keyword: Keyword, text: str) -> bool:
    written = (keyword.text or keyword.name).casefold()
    return re.search(rf"(?<!\w){re.escape(written)}(?!\w)", text) is not None


def _any_of(document: Document, keywords: Sequence[Keyword]) -> Iterator[tuple[str, ...]]:
    """Keywords that the posting offers as alternatives ("PyTorch or JAX", "Java/Kotlin")."""
    places = sorted(_places(document, keywords))
    group: list[str] = []
    for (_, end, name), (start, _, after) in pairwise(places):
        between = document.text[end:start]
        if _ALTERNATIVE.fullmatch(between):
            group = [*group, after] if group else [name, after]
        elif group:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def _places(document: Document, keywords: Sequence[Keyword]) -> Iterator[tuple[int, int, str]]:
    """Where each keyword's own wording stands in its line."""
    for keyword in keywords:
        if keyword.line is None or keyword.text is None:
            continue
        line = document.lines[keyword.line - 1]
        at = document.text.find(keyword.text, line.span.start, line.span.end)
        if at >= 0:
            yield at, at + len(keyword.text), keyword.name
