"""Positions: jobs in the experience sections, with title, employer, start and end.

The lines of a section that are no statements form the heads of jobs. A head has one date range, on
a line of its own or beside the title or the employer; a run of heads without statements between
them is cut by where the first of them has its dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from atscheck.resume.dates import DateRange, find_dates, find_ranges, is_present
from atscheck.resume.heading_texts import heading_key
from atscheck.resume.model import Passage, Position, Section
from atscheck.resume.roles import is_organisation, is_place, is_title, job_label
from atscheck.resume.verbs import first_verb
from atscheck.resume.words import words

_LONGEST = 240  # characters of a line that are looked at
_HEAD_WORDS = 14  # a longer passage is a statement, unless it says "worked as"
_DATED_WORDS = 20
_MOST_WORDS = 60
_PARTS = re.compile(
    r"\t|\||;|•|,(?=\s)|\s-\s?(?=\S)|-\s|\s@\s|\s(?:at|with|for)\s|\sin\s(?=[A-Z])|:\s|\s:|\""
)
_CELLS = re.compile(r"[\t|•]|\s\*\s")
_EDGES = " \t,;:|()[]-•.\"'*"
_OTHER_LABEL = re.compile(r"^[^:]{2,40}:\s")
_NUMBERED = re.compile(r"^\(?\d{1,2}\s?[.)]\s*")
_STOP = r"(?=\s(?:in|at|with|for|from|to|as|since|under|on)\s|[,;\"\t]|\.?\s?$)"
_AS = re.compile(
    rf"\bas\s+(?:an?\s+|the\s+)?[\"']?(?P<name>[^,;\"\t]{{3,60}}?)[\"']?{_STOP}", re.IGNORECASE
)
_WITH = re.compile(
    rf"\b(?:with|at|in|by|joined)\s+[\"']?(?P<name>[A-Z][^,;\"\t]{{2,60}}?)[\"']?{_STOP}"
)
_EMPLOYED = re.compile(
    r"\b(?:work(?:s|ed|ing)?(?=\sas|\s(?:at|with|in|for)\s)|employed|served|serving|experience|joined|appointed)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"-\s*(?:[^\W\d]|$)")


@dataclass(frozen=True, slots=True)
class _Head:
    """A passage of a job's head, with its text to be read and the dates in that."""

    passage: Passage
    text: str
    dates: DateRange | None


def find_positions(
    sections: Sequence[Section], passages: Sequence[Passage]
) -> tuple[Position, ...]:
    """The jobs in the experience sections, in reading order."""
    found: list[Position | None] = []
    for section in sections:
        if section.kind != "experience":
            continue
        own = [p for p in passages if section.span.start <= p.offsets[0] < section.span.end]
        blocks = list(_blocks(own))
        dated = any(head.dates for block in blocks for head in block)
        for block in blocks:
            found.extend(map(_position, _jobs(block) if dated else _undated_jobs(block)))
    return tuple(position for position in found if position is not None)


def _blocks(passages: Sequence[Passage]) -> Iterator[list[_Head]]:
    """The runs of heads between statements."""
    block: list[_Head] = []
    for passage in passages:
        if _is_field(passage):
            continue
        if not _is_head(passage):
            if block:
                yield block
            block = []
            continue
        text = _NUMBERED.sub("", passage.text[:_LONGEST])
        merged = _over_two_lines(block[-1], text) if block else None
        if merged is not None:
            block[-1] = replace(block[-1], dates=merged)
            text = text[next(end for _, end, _ in find_dates(text)) :]
        block.append(_Head(passage, text, None if merged else _dates(text)))
    if block:
        yield block


def _is_field(passage: Passage) -> bool:
    """Whether a passage is a field of a job that says neither title, employer nor dates."""
    text = passage.text[:_LONGEST]
    listed = passage.kind in ("field", "list") and _OTHER_LABEL.match(text) is not None
    named = job_label(text) is not None or next(find_ranges(text), None) is not None
    return listed and not named and not text.rstrip().endswith(":")


def _is_head(passage: Passage) -> bool:
    """Whether a passage is of a job's head and no statement."""
    text = passage.text[:_LONGEST]
    if passage.kind == "heading" or passage.hidden or _is_table_head(text):
        return False
    dated = _dates(text) is not None
    count = len(re.findall(r"[^\W\d_]{2,}", passage.text))
    if _EMPLOYED.search(text) and (dated or (_AS.search(text) and _WITH.search(text))):
        return count <= _MOST_WORDS
    if passage.kind == "title" or job_label(text):
        return True
    if (
        passage.kind in ("field", "list")
        and _OTHER_LABEL.match(text)
        and next(find_ranges(text), None)
    ):
        return True
    if (
        count > (_DATED_WORDS if dated else _HEAD_WORDS)
        or _OTHER_LABEL.match(text)
        or first_verb(text) is not None
    ):
        return False
    return dated or (passage.kind != "bullet" and not text.endswith((".", ":")))


def _is_table_head(text: str) -> bool:
    """Whether ``text`` is a table's first row, which names what its columns hold."""
    return sum(job_label(f"{part}:") is not None for part in text.split("\t")) >= 2


def _dates(text: str) -> DateRange | None:
    """The first range in a head, else a date at either end of it or behind a gap."""
    ranges = next(find_ranges(text), None)
    if ranges is not None:
        return ranges
    for start, end, date in find_dates(text):
        before, after = text[:start].strip(_EDGES), text[end:].strip(_EDGES)
        if not before or not after or text[start - 1 : start] == "\t":
            return DateRange(start, end, date, date, False)
    return None


def _over_two_lines(before: _Head, text: str) -> DateRange | None:
    """The range that begins on the line before ("Jan 2016 -") and ends at the start of this one."""
    dates = before.dates
    if dates is None or dates.first != dates.last:
        return None
    start, _, date = next(find_dates(text), (1, 0, None))
    if date is None or start or not _OPEN.match(before.text[dates.end :].lstrip()):
        return None
    return replace(dates, last=date)


def _undated_jobs(block: Sequence[_Head]) -> list[list[_Head]]:
    """The jobs of a section without dates: heads that say all by themselves, else the whole run."""
    alone = [[head] for head in block if _position([head]) is not None]
    return alone or [list(block)]


def _jobs(block: Sequence[_Head]) -> list[list[_Head]]:
    """A run of heads cut into jobs: each has as many lines above its dates as the first one."""
    dated = [i for i, head in enumerate(block) if head.dates]
    if len(dated) < 2:
        return [list(block)] if dated else []
    above = dated[0]
    starts = [0, *(max(last + 1, i - above) for last, i in pairwise(dated))]
    ends = [*starts[1:], len(block)]
    return [list(block[start:end]) for start, end in zip(starts, ends, strict=True)]


def _position(heads: Sequence[_Head]) -> Position | None:
    """The job that ``heads`` describe, or None where they name neither title nor employer."""
    dated = next((head for head in heads if head.dates), None)
    title, employer = _labelled(heads)
    parts: list[str] = []
    for head in sorted(heads, key=lambda h: h is not dated):
        text = _undated(head)
        if _EMPLOYED.search(text):
            title = title or _clean(_AS.search(text))
            employer = employer or _clean(_WITH.search(text))
        elif job_label(text) is None:
            parts += [
                part for cell in _CELLS.split(text) if not is_place(cell) for part in _parts(cell)
            ]
    title = title or next((p for p in parts if is_title(p)), None)
    rest = [p for p in parts if title is None or p not in title]
    employer = employer or next((p for p in rest if is_organisation(p)), None)
    named = [p for p in rest if _is_name(p)]
    employer = employer or next((p for p in named if not is_place(p)), next(iter(named), None))
    if (title is None and employer is None) or (dated is None and not (title and employer)):
        return None
    if dated is None or dated.dates is None:
        return Position(title, employer, None, None, False, heads[0].passage.span())
    dates = dated.dates
    return Position(title, employer, dates.first, dates.last, dates.current, dated.passage.span())


def _labelled(heads: Sequence[_Head]) -> tuple[str | None, str | None]:
    """The title and the employer that labels give; a label alone speaks of the next head."""
    found: dict[str, str] = {}
    for head, after in zip_longest(heads, heads[1:]):
        text = _undated(head)
        label = job_label(text) or job_label(f"{text}:")
        if label is None or label.lastgroup is None:
            continue
        value = text[label.end() :].strip(" \t:")
        if not value and after is not None and job_label(after.text) is None:
            value = after.text
        if value:
            found.setdefault(label.lastgroup, _trimmed(value.split("\t")[0]))
    return found.get("title"), found.get("organisation")


def _undated(head: _Head) -> str:
    """The head's text without its dates and the brackets round them."""
    if head.dates is None:
        return head.text
    text = f"{head.text[: head.dates.start]}\t{head.text[head.dates.end :]}"
    return re.sub(r"[(\[]\s?\t\s?[)\]]|[(\[]\s?\t|\t\s?[)\]]", "\t", text).strip()


def _clean(found: re.Match[str] | None) -> str | None:
    return (_trimmed(found["name"]) or None) if found else None


def _parts(text: str) -> list[str]:
    parts = map(_trimmed, _PARTS.split(text))
    return [part for part in parts if len(part) > 1 and not part.isdigit() and not is_present(part)]


def _trimmed(text: str) -> str:
    """``text`` without marks at its edges, but with the bracket that closes one in it."""
    trimmed = text.strip(_EDGES)
    if trimmed.count("(") <= trimmed.count(")"):
        return trimmed
    if text.count(")") >= text.count("("):
        return f"{trimmed})"
    return trimmed[: trimmed.rindex("(")].strip(_EDGES) or trimmed


def _is_name(text: str) -> bool:
    """Whether a part can be an employer's name: capitalised, short, no title, no heading."""
    if not text[:1].isupper() or len(text.split()) > _HEAD_WORDS // 2 or is_title(text):
        return False
    return heading_key(text) not in words("headings", "parts")
