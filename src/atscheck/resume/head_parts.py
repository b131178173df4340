"""What the lines of a job's head hold: labelled title and employer, places, and other parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from atscheck.resume.dates import is_present
from atscheck.resume.heading_texts import heading_key
from atscheck.resume.heads import NUMBERED, Head, employment
from atscheck.resume.parts import CELLS, Part, blanked, part, pieces
from atscheck.resume.places import is_place
from atscheck.resume.roles import is_organisation, is_title, job_label
from atscheck.resume.words import words

_PARTS = re.compile(
    r"\t|\||;|•|,(?=\s)|\s-\s?(?=\S)|-\s|\s@\s|(?<!\S)(?:at|with|for|[Aa][Ss](?:\s(?:an?|the))?)\s|(?<!\S)in\s(?=[A-Z])|:\s|\s:|\""
)
_SITE = re.compile(r"(?:[a-z\d-]{2,40}\.){1,3}[a-z]{2,6}")  # "example.org"
_NAME_WORDS = 7  # of an employer's name


@dataclass(slots=True)
class HeadParts:
    """What the lines of a job's head hold.

    Attributes:
        title, employer: those that a label or a sentence about the job gives.
        named: the parts of the cells that are no places.
        places, before_places: the places in the cells, and their first words.
    """

    title: Part | None = None
    employer: Part | None = None
    named: list[Part] = field(default_factory=list)
    places: list[Part] = field(default_factory=list)
    before_places: list[Part] = field(default_factory=list)


def read_parts(heads: Sequence[Head]) -> HeadParts:
    """What ``heads`` hold, the first with dates read before the others."""
    at = dated_at(heads)
    parts = HeadParts(*_labelled(heads))
    for head in heads if at is None else (heads[at], *heads[:at], *heads[at + 1 :]):
        text = _undated(head)
        told = employment(text)
        if told is not None:
            parts.title = parts.title or _named(head, text, told[0])
            parts.employer = parts.employer or _named(head, text, told[1])
        elif job_label(text) is None:
            for start, end in pieces(text, CELLS):
                _read_cell(head, text, start, end, parts)
    return parts


def _read_cell(head: Head, text: str, start: int, end: int, parts: HeadParts) -> None:
    """Add what one cell of a head holds to ``parts``."""
    cell = part(head.passage, text, start, end)
    if cell is None:
        return
    end = start + len(text[start:end].rstrip(" \t,;"))
    comma = 0 if is_place(cell.text) else _place_at(text[start:end])
    if comma is not None:
        place = part(head.passage, text, start + comma, end)
        parts.places += [place] if place else []
        if not comma:
            first = part(head.passage, text, start, (text[:end] + ",").index(",", start))
            parts.before_places += [first] if first and is_name(first.text) else []
        end = start + comma
    for first_at, last_at in pieces(text, _PARTS, start, end):
        piece = part(head.passage, text, first_at, last_at)
        if piece is None or len(piece.text) < 2 or piece.text.isdigit() or is_present(piece.text):
            continue
        parts.named.append(piece)


def _place_at(cell: str) -> int | None:
    """Where the comma stands behind which ``cell`` ends with a place."""
    commas = [found.start() for found in re.finditer(",", cell)]
    if len(commas) >= 2:
        before, town = cell[: commas[-2]], cell[commas[-2] + 1 : commas[-1]]
        known = is_place(town) or is_organisation(before)
        if known and is_place(cell[commas[-2] + 1 :]):
            return commas[-2]
    if commas and is_place(cell[commas[-1] + 1 :]):
        return commas[-1]
    return None


def dated_at(heads: Sequence[Head]) -> int | None:
    """Which of the heads has the dates."""
    return next((i for i, head in enumerate(heads) if head.dates), None)


def label_of(head: Head) -> str | None:
    """What the label that a head begins with is of: "title", "organisation" or "dates"."""
    label = job_label(head.text) or job_label(f"{head.text.strip()}:")
    return label.lastgroup if label else None


def _labelled(heads: Sequence[Head]) -> tuple[Part | None, Part | None]:
    """The title and the employer that labels give; a label alone speaks of the next head."""
    found: dict[str, Part] = {}
    for head, after in zip_longest(heads, heads[1:]):
        text = _undated(head)
        label = job_label(text)
        kind, of, start = label_of(head), head, label.end() if label else len(text)
        if kind is None:
            continue
        if not text[start:].strip(" \t:") and after is not None and job_label(after.text) is None:
            of, text, start = after, after.text, 0
        number = NUMBERED.match(text[start:])
        start += number.end() if number else 0
        value = part(of.passage, text, start, (text + "\t").index("\t", start))
        if value is not None:
            found.setdefault(kind, value)
    return found.get("title"), found.get("organisation")


def _undated(head: Head) -> str:
    """The head's text with its dates, and the brackets round them, blanked out."""
    return head.text if head.dates is None else blanked(head.text, head.dates.start, head.dates.end)


def _named(head: Head, text: str, found: re.Match[str] | None) -> Part | None:
    return part(head.passage, text, *found.span("name")) if found else None


def is_name(text: str) -> bool:
    """Whether a part can be an employer's name: capitalised or a site's, short, no title."""
    if (
        not (text[:1].isupper() or _SITE.fullmatch(text))
        or len(text.split()) > _NAME_WORDS
        or is_title(text)
    ):
        return False
    return heading_key(text) not in words("headings", "parts")
