"""Heads of jobs: the lines of a section that are no statements, in runs, with their dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from atscheck.resume.dates import DateRange, find_dates, find_ranges, may_hold_date
from atscheck.resume.model import Passage
from atscheck.resume.parts import EDGES, blanked
from atscheck.resume.roles import is_title, job_label
from atscheck.resume.verbs import first_verb
from atscheck.resume.words import either

_LONGEST = 240  # characters of a line that are looked at
_HEAD_WORDS = 14  # a longer passage is a statement, unless it says "worked as"
_DATED_WORDS = 20
_MOST_WORDS = 60
_OTHER_LABEL = re.compile(r"^[^:]{2,40}:\s")
_WORD = re.compile(r"[^\W\d_]{2,}")
NUMBERED = re.compile(r"\(?(?:\d{1,2}\s?[.)]|\d\s?-)\s*(?=[^\W\d])")
"""The number of a job in a list of them."""
_STOP = r"(?=\s(?:in|at|with|for|from|to|as|since|under|on)\s|[,;\"\t]|\.?\s?$)"
_AS = re.compile(
    rf"\bas\s+(?:an?\s+|the\s+)?[\"']?(?P<name>[^,;\"\t]{{3,60}}?)[\"']?{_STOP}", re.IGNORECASE
)
_WITH = re.compile(
    rf"\b(?i:with|at|in|by|joined)\s+[\"']?(?P<name>[A-Z][^,;\"\t]{{2,60}}?)[\"']?{_STOP}"
)
_BEFORE = re.compile(r"(?P<name>[A-Z][^,;:\"\t]{2,60}?)\s-\s")


@dataclass(frozen=True, slots=True)
class Head:
    """A passage of a job's head.

    Attributes:
        text: what is to be read of the passage's text, the rest blanked out; offsets are the
            same.
        dates: the first range in it, or None.
    """

    passage: Passage
    text: str
    dates: DateRange | None


def find_runs(passages: Sequence[Passage]) -> Iterator[list[Head]]:
    """The runs of heads between statements."""
    run: list[Head] = []
    for passage in passages:
        written = passage.text[:_LONGEST]
        if _is_field(passage, written):
            continue
        dates = _dates(written)
        if not _is_head(passage, written, dates):
            if run:
                yield run
            run = []
            continue
        text = _unnumbered(written)
        if text != written:
            dates = _dates(text)
        merged = _over_two_lines(run[-1], text) if run else None
        if merged is not None:
            run[-1], end = merged
            text, dates = blanked(text, 0, end), None
        run.append(Head(passage, text, dates))
    if run:
        yield run


def employment(text: str) -> tuple[re.Match[str] | None, re.Match[str] | None] | None:
    """What a sentence about being employed gives as title and employer ("name"); None for none."""
    if not _employed().search(text):
        return None
    name = _BEFORE.match(text)
    if name is not None and _names_no_employer(name["name"]):
        name = None
    return _AS.search(text), name or _WITH.search(text)


def _names_no_employer(text: str) -> bool:
    """Whether the words that open a sentence about a job are part of it, not a name before it."""
    return is_title(text) or first_verb(text) is not None or bool(_employed().search(text))


@cache
def _employed() -> re.Pattern[str]:
    """The words that tell of a job ("worked as", "joined")."""
    works, before = either("roles", "works"), either("roles", "before_employers")
    return re.compile(
        rf"\b(?:(?:{works})\s(?:{before})|{either('roles', 'employed')})\b", re.IGNORECASE
    )


def _unnumbered(text: str) -> str:
    """``text`` with the number that opens it blanked out."""
    number = NUMBERED.match(text)
    return f"{' ' * number.end()}{text[number.end() :]}" if number else text


def _is_field(passage: Passage, text: str) -> bool:
    """Whether a passage is a field of a job that says neither title, employer nor dates.

    ``text`` is what is looked at of the passage's text.
    """
    if passage.kind not in ("field", "list") or _OTHER_LABEL.match(text) is None:
        return False
    named = job_label(text) is not None or next(find_ranges(text), None) is not None
    return not named and not text.rstrip().endswith(":")


def _is_head(passage: Passage, text: str, dates: DateRange | None) -> bool:
    """Whether a passage is of a job's head and no statement.

    ``text`` is what is looked at of the passage's text, ``dates`` the first range in it.
    """
    if passage.kind == "heading" or passage.hidden or _is_table_head(text):
        return False
    dated = dates is not None
    count = len(_WORD.findall(passage.text))
    told = employment(text)
    if told is not None and (dated or all(told)):
        return count <= _MOST_WORDS
    if passage.kind == "title" or job_label(text):
        return True
    labelled = _OTHER_LABEL.match(text) is not None
    if labelled and passage.kind in ("field", "list") and next(find_ranges(text), None):
        return True
    if count > (_DATED_WORDS if dated else _HEAD_WORDS) or labelled or first_verb(text):
        return False
    return dated or (passage.kind != "bullet" and not text.endswith((".", ":")))


def _is_table_head(text: str) -> bool:
    """Whether ``text`` is a table's first row, which names what its columns hold."""
    cells = text.split("\t")
    return len(cells) >= 2 and sum(job_label(f"{cell}:") is not None for cell in cells) >= 2


def _dates(text: str) -> DateRange | None:
    """The first range in a head, else a date at either end of it or behind a gap."""
    if not may_hold_date(text):
        return None
    ranges = next(find_ranges(text), None)
    if ranges is not None:
        return ranges
    for start, end, date in find_dates(text):
        before, after = text[:start].strip(EDGES), text[end:].strip(EDGES)
        at_edge = not before or not after or text[start - 1 : start] == "\t"
        if at_edge or (text[end:].lstrip().startswith("-") and _is_begun(after)):
            return DateRange(start, end, date, date, False)
    return None


def _is_begun(text: str) -> bool:
    """Whether ``text`` is a date without its year, which stands on the next line."""
    start, end, _ = next(find_dates(f"{text} 2000"), (1, 0, None))
    return start == 0 and end == len(text) + 5


def _over_two_lines(before: Head, text: str) -> tuple[Head, int] | None:
    """``before`` with the range that begins in it and ends at the start of ``text``, and where.

    The break may stand behind the dash or inside the second date ("Jan 2016 - May", "2018").
    """
    dates = before.dates
    if dates is None or dates.last not in (dates.first, None):
        return None
    rest = before.text[dates.end :].strip(" )\t")
    if not rest.startswith("-"):
        return None
    begun = f"{rest[1:].strip()} ".lstrip()
    for broken in (begun, "") if begun[:1].isalpha() else (begun,):
        start, end, date = next(find_dates(broken + text), (1, 0, None))
        if date is None or start or end <= len(broken):
            continue
        if (date.year, date.month or 12) >= (dates.first.year, dates.first.month or 1):
            merged = DateRange(dates.start, dates.end, dates.first, date, False)
            return Head(before.passage, before.text, merged), end - len(broken)
    return None
