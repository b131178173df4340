"""The degrees that a posting asks for, and of what subjects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from atscheck.data import load_words
from atscheck.documents.model import Document
from atscheck.jobs.clauses import Clause
from atscheck.jobs.quoting import quote
from atscheck.skills.demand_words import any_of, demand_words, either_of
from atscheck.skills.demands import LEVELS, Degree, DegreeLevel

_ANY_DEGREE = re.compile(
    r"\b(?:academic|university|college|technical|science|an?|relevant|engineering|higher)\s+degree\b"
    r"|(?<!high )(?<!some )(?<!certain )\bdegree(?=\s+in\b)"
    r"|\bdegree(?=[ -](?:educated|level|qualified)\b)",
    re.IGNORECASE,
)
_OR_EXPERIENCE = re.compile(
    r"\bor\b(?:\W+(?!field|discipline|subject|area|degree|and|plus|with\b)\w+){0,5}?"
    r"\W+(?:experience|background|practice|training)\b",
    re.IGNORECASE,
)
_NOT_HELD = re.compile(
    r"^[\s'’s-]*(?:candidate|student|stipend|fellow|position|program|project|thes[ie]s|scholar"
    r"|supervis|level|school|cours|research|stud(?!(?:y|ies)\s+(?:in|of)\b)|teach|train|office|excel|word|sql"
    r"|access|teams|windows|azure|dynamics|data)"
    r"|^\s*(?:(?:EN|ISO|IEC)\b|\d{2,})",  # "BS 7671", "BS EN 1090": British Standards
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*(?:[,/&]\s*)?(?:(?:and|or)\s+)?", re.IGNORECASE)
_SUBJECT_OPENS = re.compile(
    r"(?:\s*(?:/\s*)?(?:['’]?s\b|degrees?\b|studies\b|[ -](?:educated|level|qualified)\b"
    r"|or\s+(?:higher|above|better)\b|\([^()]{0,40}\)"
    r"|,?\s*(?:preferably|ideally)\b))*"
    r"\s*,?\s*(?:in|of)\s+(?!progress\b|order\b|addition\b)",
    re.IGNORECASE,
)
_NEXT_SUBJECT = re.compile(r"\s*(?:[,/&]|\b(?:and|or|and/or)\b)\s*", re.IGNORECASE)
_NEAR = 40
"""The most characters behind a degree that tell that nobody is to hold it."""

_SUBJECT_WORDS = 5
_SUBJECTS = 10
_REACH = 240
"""The most words of a subject, subjects of a degree, and characters that name them."""


def degrees_of(clauses: Sequence[Clause], document: Document) -> Iterator[Degree]:
    """Each degree asked for, of a clause the lowest."""
    for clause in clauses:
        if clause.tier is None or clause.part == "stack":
            continue
        held = _held(clause.text)
        if held:
            level = min((level for level, _, _ in held), key=LEVELS.index)
            fields, related = _subjects(clause.text, held)
            last = max(end for _, _, end in held)
            stand_in = _OR_EXPERIENCE.search(clause.text, last) is not None
            said = quote(clause, held[0][1], document)
            yield Degree(*said, level, fields, related, stand_in)


def _held(text: str) -> list[tuple[DegreeLevel, int, int]]:
    """The degrees that a clause names as something to hold, with their places."""
    named = sorted(
        (found.start(), found.end(), level)
        for level, pattern in _degrees()
        for found in pattern.finditer(text)
        if _is_degree(found[0])
    )
    held: list[tuple[DegreeLevel, int, int]] = []
    following: tuple[int, bool] = (len(text), True)
    for start, end, level in reversed(named):
        at, is_held = following
        # In "BSc, MSc and PhD students" nobody is to hold any of them.
        if at < end or not _JOINT.fullmatch(text, end, at):
            is_held = not _NOT_HELD.match(text[end : end + _NEAR])
        if is_held:
            held.insert(0, (level, start, end))
        following = start, is_held
    return held or [
        ("bachelor", found.start(), found.end())
        for found in _ANY_DEGREE.finditer(text)
        if not _measures().match(text, found.end())
    ]


def _subjects(
    text: str, held: Sequence[tuple[DegreeLevel, int, int]]
) -> tuple[tuple[str, ...], bool]:
    """The subjects named behind the degrees, and whether a related one will do."""
    for _, _, end in sorted(held, key=lambda degree: -degree[2]):
        opens = _SUBJECT_OPENS.match(text, end)
        if opens is not None:
            return _listed(text[opens.end() : opens.end() + _REACH])
    return (), False


def _listed(text: str) -> tuple[tuple[str, ...], bool]:
    """The subjects at the start of ``text``, and whether one without a name is among them."""
    fields: list[str] = []
    related = False
    stretch = re.split(r"[.;:](?:\s|$)", _ends().split(text)[0])[0]
    for part in _NEXT_SUBJECT.split(re.sub(r"[()]", ",", stretch))[:_SUBJECTS]:
        words = _fillers().sub(" ", part).strip(" -–—*").split()
        named = [*takewhile(lambda word: word.casefold() not in _vague(), words)]
        related = related or len(named) < len(words)
        subject = " ".join(named)
        if named and (len(named) > _SUBJECT_WORDS or not _is_name(subject)):
            break
        if len(words) - len(named) > _SUBJECT_WORDS:
            break
        if named and not any(pattern.fullmatch(subject) for _, pattern in _degrees()):
            fields.append(subject)
    return tuple(dict.fromkeys(fields)), related


def _is_name(subject: str) -> bool:
    told = any_of("degrees", "verbs").search(subject)
    return told is None and re.fullmatch(r"[^\W\d_][^\d<>@]*", subject) is not None


def _vague() -> frozenset[str]:
    return demand_words("degrees", "vague")


@cache
def _degrees() -> list[tuple[DegreeLevel, re.Pattern[str]]]:
    """For each level what names it."""
    table: dict[str, list[str]] = load_words("degrees")["degrees"]
    return [
        (level, re.compile(rf"(?<![\w.])(?:{'|'.join(map(_named, table[level]))})(?![\w-])", re.I))
        for level in LEVELS
    ]


def _named(name: str) -> str:
    """A pattern of a degree's name; "master" alone is one only where a degree can stand."""
    pattern = re.escape(name).replace("'", "['’]")
    return (
        rf"(?<!scrum ){pattern}(?=\s*(?:[/,;.)]|$|(?:or|and|in|of)\b))"
        if name == "master"
        else pattern
    )


def _is_degree(written: str) -> bool:
    """Whether a short form is written as one ("BSc", "M.A."), not as a word ("ms", "march")."""
    return len(written) > 5 or sum(c.isupper() for c in written) >= 2


@cache
def _measures() -> re.Pattern[str]:
    return re.compile(rf"\s+of\s+(?:[\w-]+\s+){{0,2}}?{either_of('degrees', 'other')}", re.I)


@cache
def _ends() -> re.Pattern[str]:
    return any_of("degrees", "ends")


@cache
def _fillers() -> re.Pattern[str]:
    return any_of("degrees", "fillers")
