"""Where the work of a posting is done, and whether it asks to travel or to move."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from atscheck.documents.model import Document, Line
from atscheck.jobs.clauses import Clause
from atscheck.jobs.headings import find_headings
from atscheck.jobs.quoting import Said, cut, quote
from atscheck.matching.regions import regions_in
from atscheck.resume.places import find_place
from atscheck.skills.demand_words import any_of, demand_words, either_of
from atscheck.skills.demands import Mobility, Mode, Workplace

_MODES: tuple[Mode, ...] = ("hybrid", "remote", "on-site")
"""In this order: "hybrid, with two days on-site" is hybrid."""

_MOBILITY: tuple[Literal["travel", "relocation"], ...] = ("travel", "relocation")

_TOP = 15
"""The lines in which a place without a label stands."""

_NAME = (
    r"(?:the\s+)?[A-Z][\w.'’]*(?:[ -][A-Z][\w'’]+){0,3}"
    r"(?:,\s*(?:[A-Z]{2}\b|[A-Z][a-z]\w+)(?: [A-Z]\w+){0,2})?"
)
"""A place's name in a sentence: "San Jose, CA", "the UK"."""

_NEAR = 40
"""The most characters between a place and what says whose it is."""

_NOT = re.compile(r"\b(?:no|not)\b", re.IGNORECASE)
_NOT_A = re.compile(
    r"(?:\b(?:no|not)|n['’]t)(?:\s+an?)?(?:\s+(?:fully|purely))?\s+$", re.IGNORECASE
)
_CELLS = re.compile(r"\s*[|•·;()\t]\s*|\s+[-–—]\s+")
_SHARE = re.compile(
    r"\d\s?%\s+(?:of\s+travel|travel)\b|\btravel\w*\W{1,3}(?:of\s+)?(?:up\s+to\s+)?\d{1,3}\s?%"
    r"|\btravel(?:ling)?\b[^.;]{0,50}\b(?:is|may be|will be)\s+(?:expected|necessary|required)\b",
    re.IGNORECASE,
)
"""How much of the time one travels."""

_OR = re.compile(r"\s*(?:/|\bor\b)\s*")


@dataclass(frozen=True, slots=True)
class _Told:
    """A place or mode that a line or clause tells."""

    said: Said
    places: tuple[str, ...]
    mode: Mode | None


def workplaces_of(clauses: Sequence[Clause], document: Document) -> Iterator[Workplace]:
    """Where the work is done: from labels and the lines above the text, then from clauses.

    A mode told apart from the place ("Leeds", and later "hybrid") is put with it.
    """
    told = [*_in_lines(document), *_in_clauses(clauses, document)]
    placed = [each for each in told if each.places]
    mode = next((each.mode for each in told if each.mode), None)
    if not placed:
        yield from (Workplace(*each.said, (), each.mode) for each in told[:1])
        return
    if placed[0].mode is None:
        placed[0] = replace(placed[0], mode=mode)
    seen: set[str] = set()
    for each in placed:
        towns = {place.partition(",")[0].casefold() for place in each.places}
        if not seen & towns:
            yield Workplace(*each.said, each.places, each.mode)
        seen |= towns


def mobility_of(clauses: Sequence[Clause], document: Document) -> Iterator[Mobility]:
    """The will to travel and the will to move, each once."""
    for what in _MOBILITY:
        for clause in clauses:
            found = any_of("mobility", what).search(clause.text)
            if what == "travel":
                found = found or _SHARE.search(clause.text)
            if found is not None and clause.tier is not None:
                yield Mobility(*quote(clause, found.start(), document), what)
                break


def _in_lines(document: Document) -> Iterator[_Told]:
    """The labelled places ("Location: Leeds"), and what stands alone above the text."""
    above = True
    pending = False
    for line in document.lines:
        text = document.line_text(line)
        label = _label().match(text)
        if label or pending:
            value = label["value"] if label else text
            pending = bool(label) and not value.strip()
            if told := _told(value, line, labelled=True):
                yield told
            continue
        headings = [h for h in find_headings(text) if not h.label]
        above = above and line.number <= _TOP and not headings
        if above and (told := _told(text, line, labelled=False)):
            yield told


def _told(text: str, line: Line, *, labelled: bool) -> _Told | None:
    """What a line tells, by its cells; without a label each cell must be all place and mode."""
    places: list[str] = []
    mode = None
    for cell in _CELLS.split(text):
        own = _mode(cell)
        rest = _mode_words().sub(" ", cell).strip(" ,.-–") if own else cell.strip(" ,.")
        names = [*_places(rest, labelled=labelled)] if rest else []
        if rest and not names and not labelled:
            continue
        mode = mode or own
        places += names
    if not places and mode is None:
        return None
    return _Told(("must", cut(text), line.number), tuple(dict.fromkeys(places)), mode)


def _places(text: str, *, labelled: bool) -> Iterator[str]:
    """The places that a cell consists of; behind a label also names that are not known."""
    for part in _OR.split(text):
        found = find_place(part)
        known = found is not None and not part[: found[0]].strip() and not part[found[1] :].strip()
        region = [name for name, _ in regions_in(part)]
        if known or region == [part] or (labelled and re.fullmatch(_NAME, part)):
            yield part


def _in_clauses(clauses: Sequence[Clause], document: Document) -> Iterator[_Told]:
    for clause in clauses:
        if clause.tier is None or clause.part == "stack":
            continue
        text = clause.text
        sited = next((m for m in _sited().finditer(text) if _is_applicants(text, m.start())), None)
        offered = next((m for m in _offered().finditer(text) if not _is_denied(text, m)), None)
        at = sited or offered
        if at is None:
            continue
        near = offered[0] + text[offered.end() : offered.end() + _NEAR] if offered else ""
        names = _OR.split(sited["names"]) if sited else [name for name, _ in regions_in(near)]
        mode = _mode(near) or _mode(at[0])
        if names or mode:
            places = tuple(name.strip(" .,") for name in names)
            yield _Told(quote(clause, at.start(), document), places, mode)


def _is_applicants(text: str, at: int) -> bool:
    """Whether it is the applicant who is said to be there, not customers or the company."""
    return _others().search(text[max(0, at - _NEAR) : at]) is None


def _is_denied(text: str, offered: re.Match[str]) -> bool:
    """Whether the job is said not to be of the mode ("this is not a remote role")."""
    before = text[max(0, offered.start() - _NEAR) : offered.start()]
    return _NOT.search(offered[0]) is not None or _NOT_A.search(before) is not None


def _mode(text: str) -> Mode | None:
    return next((mode for mode in _MODES if any_of("workplace", mode).search(text)), None)


@cache
def _mode_words() -> re.Pattern[str]:
    words = "|".join(either_of("workplace", mode) for mode in _MODES)
    anywhere = either_of("workplace", "anywhere")
    return re.compile(rf"(?:{words}|{anywhere}|\b(?:only|within|from|in|position|role)\b)", re.I)


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(map(re.escape, sorted(demand_words("workplace", "labels"), key=len)[::-1]))
    return re.compile(rf"^\W{{0,6}}(?:{labels})\W{{0,3}}:\W{{0,3}}(?P<value>.{{0,80}})$", re.I)


@cache
def _sited() -> re.Pattern[str]:
    """A place behind words that say who is to be there: "based in Leeds", "our Leeds office"."""
    cues = either_of("workplace", "cues")
    modes = "|".join(either_of("workplace", mode) for mode in _MODES)
    sites = either_of("workplace", "sites")
    units = either_of("workplace", "units")
    names = rf"(?P<names>(?>{_NAME})(?:(?:/|\s+or\s+)(?>{_NAME}))*)"
    return re.compile(
        rf"(?:(?i:(?:{cues}|(?:{modes})\s+(?:in|at|from|within))"
        rf"(?:\s+(?:and|or)\s+(?:around|close\s+to|near))?\s+(?:(?:our|the|an?)\s+)?)"
        rf"|\b(?:our|the)\s+(?=(?>{_NAME})\s+{sites}\s*(?:[^\w\s]|$|(?:and|at|for|in|on|or|to|with)\b)))"
        rf"{names}(?!['’\w]|\s+(?i:{units}))",
    )


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"{either_of('workplace', 'others')}\s+(?:\w+\s+)?$", re.IGNORECASE)


@cache
def _offered() -> re.Pattern[str]:
    """What says that the job is of a mode: "a hybrid role", "remote (EU)"."""
    modes = "|".join(either_of("workplace", mode) for mode in _MODES)
    job = r"(?:position|role|job|opportunity|basis|contract|schedule|setup|model|set-up)"
    return re.compile(
        rf"(?:{modes})\s*(?:[,/-]\s*)?(?:full[- ]time\s+|part[- ]time\s+)?\b{job}\b"
        rf"|\b{job}\s+(?:is|will be|can be)\s+(?:\w+\s+){{0,2}}(?:{modes})"
        rf"|\byou(?:['’]ll)?\s+(?:will\s+|can\s+|must\s+)?work\s+(?:\w+\s+)?(?:{modes})"
        rf"|(?:{modes})\s*(?:\([^()]{{2,40}}\)|[-–—]\s*[A-Z][\w .]{{1,30}})"
        rf"|(?:{modes})\s+(?:is\s+)?(?:an\s+option|available|possible)\b"
        rf"|^\W*(?:100\s?%\s+)?(?:{modes})[^\w]*$",
        re.IGNORECASE,
    )
