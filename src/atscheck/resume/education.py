"""Education: courses of study with school, degree, field, dates and mark, each part as written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from atscheck.data import load_words
from atscheck.resume.dates import DateRange, find_dates, find_ranges
from atscheck.resume.model import Education, Passage
from atscheck.resume.parts import CELLS, Part, blanked, part, pieces
from atscheck.resume.places import is_place
from atscheck.resume.words import any_of, either, words

_LONGEST = 300  # characters of a line that are looked at
_FIELD = re.compile(
    r"(?P<lead>\s*[(:,-]\s*| +)(?P<of>(?i:in|of|en|zum|zur)\s+)?"
    r"(?P<name>[^\W\d_][^\d,;:()\t]{2,60}?)"
    r"(?=\s*(?:[,;:()\t\d]|\s-|-\s|$))"
)
_FIELD_WORDS = 8
_AFTER = re.compile(r"\b(?:from|at)\s*$", re.IGNORECASE)  # before a name without such words
_SHORT = 5  # letters of a degree's name that must be written with capitals


@dataclass(frozen=True, slots=True)
class _Entry:
    """What one line tells of a course of study, or several lines together."""

    line: Passage
    degree: Part | None = None
    field: Part | None = None
    school: Part | None = None
    dates: DateRange | None = None
    when: Part | None = None
    score: Part | None = None

    @property
    def tells(self) -> tuple[str, ...]:
        """The names of the parts that are there, the one that most often leads an entry first."""
        return tuple(n for n in ("degree", "school", "when") if getattr(self, n) is not None)


def find_education(passages: Sequence[Passage]) -> tuple[Education, ...]:
    """The courses of study in the education sections, in reading order."""
    lines = [_read(p) for p in passages if p.section == "education" and p.kind != "heading"]
    told = [entry for entry in lines if entry is not None]
    leading = next((entry.tells[0] for entry in told if entry.tells), "degree")
    return tuple(_filed(e) for e in _joined(told, leading) if e.degree or e.school)


def _joined(lines: Sequence[_Entry], leading: str) -> Iterator[_Entry]:
    """The entries: each begins with what leads the first of them, or with a second degree.

    So does a second school with dates beside it.
    """
    entry: _Entry | None = None
    for line in lines:
        twice = {*line.tells} & ({*entry.tells} if entry else set())
        begins = leading == "degree" in line.tells or bool(twice & {leading, "degree"})
        again = entry is not None and (begins or twice >= {"school", "when"})
        if entry is None or again:
            if entry is not None:
                yield entry
            entry = line
        else:
            entry = _merged(entry, line)
    if entry is not None:
        yield entry


def _merged(entry: _Entry, line: _Entry) -> _Entry:
    """``entry`` with what ``line`` adds to it."""
    dates = (entry.dates, entry.when) if entry.when else (line.dates, line.when)
    return replace(
        entry,
        line=line.line if line.degree and not entry.degree else entry.line,
        degree=entry.degree or line.degree,
        field=entry.field or line.field,
        school=entry.school or line.school,
        dates=dates[0],
        when=dates[1],
        score=entry.score or line.score,
    )


def _filed(entry: _Entry) -> Education:
    dates = entry.dates
    single = dates is not None and dates.first == dates.last
    return Education(
        institution=entry.school.text if entry.school else None,
        degree=entry.degree.text if entry.degree else None,
        field=entry.field.text if entry.field else None,
        start=dates.first if dates and not single else None,
        end=dates.last if dates else None,
        current=dates is not None and dates.current,
        score=entry.score.text if entry.score else None,
        span=entry.line.span(),
        institution_span=entry.school.span if entry.school else None,
        degree_span=entry.degree.span if entry.degree else None,
        field_span=entry.field.span if entry.field else None,
        dates_span=entry.when.span if entry.when else None,
        score_span=entry.score.span if entry.score else None,
    )


def _read(passage: Passage) -> _Entry | None:
    """What a line tells; None for a hidden one, a personal detail or the heads of columns."""
    text = passage.text[:_LONGEST]
    if passage.hidden or _names_columns(text) or _personal().match(text):
        return None
    dates = _dates(text)
    when = part(passage, text, dates.start, dates.end) if dates else None
    if dates is not None:
        text = blanked(text, dates.start, dates.end)
    mark = _score().search(text)
    score = part(passage, text, *mark.span()) if mark else None
    if mark is not None:
        text = blanked(text, *mark.span())
    degree, field, school = _named_in(passage, text)
    found = _Entry(passage, degree, field, school, dates, when, score)
    return found if found.tells or score else None


def names_degree(text: str) -> bool:
    """Whether ``text`` has a degree's name in it."""
    return _degree_in(text, 0, len(text)) is not None


def names_school(text: str) -> bool:
    """Whether ``text`` has a word that schools' names have."""
    return _schools().search(text) is not None


def _named_in(passage: Passage, text: str) -> tuple[Part | None, Part | None, Part | None]:
    """The first degree, field and school in a line without its dates and mark."""
    degree = field = school = board = other = None
    for start, end in pieces(text, _parts()):
        named = _degree_in(text, start, end)
        taught = _schools().search(text, start, end)
        examined = None if taught else _boards().search(text, start, end)
        if named is not None and (taught or examined) and _of_school(text, start, end, named):
            named = None
        elif named is not None and taught and named[1] > taught.start() >= named[0]:
            taught = None
        if named is not None and degree is None:
            degree = Part(text[named[0] : named[1]].strip(), passage.span(*named))
            field = _field_after(passage, text, named)
        if taught is not None and school is None:
            begins = named[1] if named is not None and taught.start() >= named[1] else start
            school = _school(passage, text, begins, end)
        elif examined is not None and board is None:
            board = _school(passage, text, start, end)
        elif named is None and _AFTER.search(text[:start]) and other is None:
            named_after = part(passage, text, start, end)
            other = named_after if named_after and named_after.text[0].isupper() else None
    return degree, field, school or board or other


def _of_school(text: str, start: int, end: int, named: tuple[int, int]) -> bool:
    """Whether a degree's name is part of a school's ("Acorn High School")."""
    if not _is_school_level(text, named):
        return False
    rest = f"{text[start : named[0]]} {text[named[1] : end]}".casefold()
    return bool({*re.findall(r"[^\W\d_]{2,}", rest)} - words("studies", "schools"))


def _school(passage: Passage, text: str, start: int, end: int) -> Part | None:
    """A part that names a school: more than "College" or "University board"."""
    own = {*re.findall(r"[^\W\d_]{2,}", text[start:end].casefold())}
    plain = words("studies", "columns") | words("studies", "schools") | {"of", "the"}
    return part(passage, text, start, end) if own - plain else None


def _names_columns(text: str) -> bool:
    """Whether every word is one that heads of columns are made of, three or more in all."""
    found = re.findall(r"[^\W\d_]{3,}", text.casefold())
    heads = sum(word in words("studies", "columns") for word in found)
    return len(found) >= 3 and heads >= len(found) - 1 and not re.search(r"\d", text)


def _dates(text: str) -> DateRange | None:
    """The first range in a line, else its last date."""
    ranges = next(find_ranges(text), None)
    if ranges is not None:
        return ranges
    *_, last = (None, *find_dates(text))
    return DateRange(last[0], last[1], last[2], last[2], False) if last else None


def _degree_in(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the first degree's name stands in a part; a short one needs capitals."""
    for found in _degrees().finditer(text, start, end):
        name = found.group()
        if _no_degree().match(text, found.start()):
            continue
        written = len(name) > _SHORT or name[0].isdigit() or sum(c.isupper() for c in name) >= 2
        if written and name[0] == name[0].upper():
            return found.start(), found.end()
    return None


def _field_after(passage: Passage, text: str, degree: tuple[int, int]) -> Part | None:
    """What was studied, where it stands right behind the degree's name or a short form of that."""
    found = _FIELD.match(text, degree[1])
    if found is not None and _degrees().fullmatch(found["name"]):
        found = _FIELD.match(text, found.end() + 1)
    if found is None:
        return None
    named = _between().split(found["name"])[0].strip()
    told = found["of"] is not None or "(" in found["lead"]
    if not told and (_is_school_level(text, degree) or not named[:1].isupper()):
        return None
    if (
        not named
        or named.casefold() in words("studies", "honours")
        or len(named.split()) > _FIELD_WORDS
        or _schools().search(named)
    ):
        return None
    start = found.start("name")
    return None if is_place(named) else part(passage, text, start, start + len(named))


def _is_school_level(text: str, degree: tuple[int, int]) -> bool:
    level = text[degree[0] : degree[1]].casefold().rstrip(".")
    return level in load_words("degrees")["degrees"]["high-school"]


@cache
def _degrees() -> re.Pattern[str]:
    levels = load_words("degrees")["degrees"].values()
    names = {n for level in levels for n in level} | words("studies", "levels")
    named = any_of(n.removesuffix(" in") for n in names)
    named = re.sub(r"\b(bachelor|master)\\ of", r"\1(?:'?s)?\\ of", named)
    expected = "".join(rf"(?<!{word}\s)" for word in sorted(words("studies", "expected")))
    return re.compile(rf"(?<![\w.]){expected}(?:{named})(?![\w'])\.?", re.IGNORECASE)


@cache
def _no_degree() -> re.Pattern[str]:
    return re.compile(rf"(?:{either('studies', 'not_degrees')})(?!\w)", re.IGNORECASE)


@cache
def _schools() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either('studies', 'schools')})s?(?!\w)", re.IGNORECASE)


@cache
def _boards() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either('studies', 'boards')})(?!\w)", re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{either('studies', 'between')})(?!\S)", re.IGNORECASE)


@cache
def _personal() -> re.Pattern[str]:
    """The label of a personal detail, whose date is none of a study."""
    return re.compile(rf"\W*(?:{either('names', 'fields')})\b(?!\.\w)", re.IGNORECASE)


@cache
def _parts() -> re.Pattern[str]:
    """What stands between the parts of a line."""
    before = either("studies", "between")
    return re.compile(
        rf"{CELLS.pattern}|[,;:]|\s-\s?|-\s|[)(]|(?<=[a-z]{{5}})\.\s|(?<!\S)(?:{before}|in(?=\s*(?:\t|$)))(?!\S)",
        re.IGNORECASE,
    )


@cache
def _score() -> re.Pattern[str]:
    """A mark: a percentage, a number with a word of marks, a number of ten."""
    mark = either("studies", "scores")
    number = r"\d{1,3}(?:\.\d{1,2})?"
    scale = rf"(?:\s?/\s?{number}|\s?%|\spercent\b)?"
    return re.compile(
        rf"(?<!\w)(?:{mark})(?:\s?(?:of|[:=-]|is))?\s{{0,2}}\(?{number}{scale}"
        rf"|(?<![\w.]){number}{scale}\s?\(?(?:{mark})\b\)?"
        rf"|(?<![\w.]){number}\s?%|(?<![\w./]){number}\s?/\s?(?:4|5|10)(?:\.0{{1,2}})?(?![\w/])",
        re.IGNORECASE,
    )
