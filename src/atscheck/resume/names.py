"""The name of the person: by its place and type at the top, by a label, by the e-mail address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from atscheck.documents.model import Document, Line, Span
from atscheck.resume.heading_texts import is_heading_text
from atscheck.resume.looks import body_size
from atscheck.resume.model import Section
from atscheck.resume.places import is_place
from atscheck.resume.roles import is_degree, is_organisation, is_title
from atscheck.resume.words import common_words, either, words

_WORD = re.compile(r"[^\W\d_][^\W\d_'.-]*(?:['.-]+[^\W\d_]+)*\.?")
_TOP = 15  # lines in which a name stands unless its size sets it apart
_FIRST_PAGE = 120  # lines looked at for one set apart by its size
_LONGEST = 160  # characters of a line that are looked at


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A part of a line that can be a name, with how much speaks for it."""

    span: Span
    line: Line
    score: float


def find_name(document: Document, sections: Sequence[Section], email: str | None) -> Span | None:
    """Where the person's name stands; None where nothing looks like one."""
    local = re.sub(r"[^a-z]", "", (email or "").split("@", 1)[0].casefold())
    candidates = [*_at_top(document, sections, local), *_labelled(document, sections, local)]
    best = max(candidates, key=lambda c: (c.score, -c.span.start), default=None)
    if best is None or best.score <= 0:
        return None
    return _over_two_lines(document, best, local)


def _at_top(document: Document, sections: Sequence[Section], local: str) -> Iterator[_Candidate]:
    """The names before the first heading, in a header, or in the largest type of the first page."""
    head = next((s.heading.start for s in sections if s.heading), len(document.text))
    letters = [s.span for s in sections if s.kind == "letter"]
    lines = [
        line
        for line in document.lines[:_FIRST_PAGE]
        if not (line.hidden or any(line.span.overlaps(letter) for letter in letters))
    ]
    top = [n for n in lines[:_TOP] if n.span.start < head or n.origin == "header"] or lines[:3]
    first = [n for n in lines if n.box is None or n.box.page == 1]
    biggest = _biggest_names(document, first, local)
    ranks = {line.number: rank for rank, line in enumerate(top)}
    for line in first:
        is_biggest = line.number in biggest
        if not is_biggest and line.number not in ranks:
            continue
        span = _name_in(document, line, local)
        if span is not None:
            rank = min(ranks.get(line.number, _TOP), 8)
            score = _score(document, line, span, local) + (2.0 if is_biggest else 0.0) - 0.4 * rank
            yield _Candidate(span, line, score)


def _biggest_names(document: Document, lines: Sequence[Line], local: str) -> frozenset[int]:
    """The lines with a name in the largest type that any has, if that is larger than the text."""
    least = 1.1 * body_size(document.lines)
    for size in sorted({line.size for line in lines if line.size > least}, reverse=True):
        own = (n for n in lines if n.size == size)
        named = [n.number for n in own if _name_in(document, n, local) is not None]
        if named:
            return frozenset(named)
    return frozenset()


def _labelled(document: Document, sections: Sequence[Section], local: str) -> Iterator[_Candidate]:
    """The names that a line anywhere but among the references and in a letter gives as one."""
    others = [s.span for s in sections if s.kind in ("references", "letter")]
    for line in document.lines:
        start = line.span.start
        if line.hidden or any(other.start <= start < other.end for other in others):
            continue
        if _label().search(document.line_text(line)[:_LONGEST]):
            span = _name_in(document, line, local)
            if span is not None:
                yield _Candidate(span, line, _score(document, line, span, local) + 1.0)


def _name_in(document: Document, line: Line, local: str) -> Span | None:
    """The part of ``line`` that can be a name: behind a label, else the first in its cells."""
    text = document.line_text(line)[:_LONGEST]
    label = _label().search(text)
    cells = [label.end()] if label else [0, *(gap.end() for gap in re.finditer(r"\t", text))]
    spans = (_name_from(text, start, local) for start in cells)
    found = next((span for span in spans if span is not None), None)
    at = line.span.start
    return Span(at + found[0], at + found[1]) if found else None


def _name_from(text: str, start: int, local: str) -> tuple[int, int] | None:
    """Start and end of the name that ``text`` has from ``start`` on."""
    for lead in (_opening(), _address_form()):
        found = lead.match(text[start:])
        start += found.end() if found else 0
    body = _rest().sub("", _rest().sub("", text[start:]))
    start += len(body) - len(body.lstrip(" \t•*"))
    body = body.strip(" \t•*")
    words_in = body.split()
    while len(words_in) > 2 and _is_no_part(words_in[-1]):
        body = body[: -len(words_in.pop())].rstrip()
    for _ in range(_words_of_place(words_in, local)):
        body = body[: -len(words_in.pop())].rstrip()
    if not 1 <= len(words_in) <= 5 or is_heading_text(body):
        return None
    if not all(_can_be_name(word, local) for word in words_in):
        return None
    end = start + len(body if len(words_in[-1]) <= 2 else body.rstrip("."))
    return start, end


@cache
def _label() -> re.Pattern[str]:
    """A label of a name, where a line or a cell of one begins."""
    return re.compile(
        rf"(?:^[\W\d]{{0,6}}|\t\s{{0,3}})(?:{either('names', 'labels')})\s*[\t:-]+\s*",
        re.IGNORECASE,
    )


@cache
def _opening() -> re.Pattern[str]:
    """What a document calls itself before the name ("Resume of ...")."""
    return re.compile(rf"^(?:{either('names', 'openings')})\s*(?:of|for|[:|-])\s*", re.IGNORECASE)


@cache
def _address_form() -> re.Pattern[str]:
    return re.compile(rf"^(?:{either('names', 'address_forms')})\b[.\s]\s*", re.IGNORECASE)


@cache
def _rest() -> re.Pattern[str]:
    """What may stand behind a name on its line: a degree, a role, or the next field."""
    return re.compile(
        rf"\s*(?:[,(|\t•~·]|\s-\s|\s(?:{either('names', 'openings')})$"
        rf"|\b(?:{either('names', 'fields')})\b\s*(?:no\.?|number|id)?\s*(?:[:#.(-]|$)"
        rf"|\b(?:{either('names', 'phrases')})\b).*$",
        re.IGNORECASE | re.DOTALL,
    )


def _is_no_part(word: str) -> bool:
    """Whether a word behind a name is a degree ("M.Sc.", "MBA") or another word that is no name.

    "Ma" may be a surname.
    """
    degree = is_degree(word) and (word.count(".") > 0 or (word.isupper() and len(word) > 2))
    plain = word.casefold().strip(".:")
    return degree or plain in words("names", "not_names") - words("names", "particles")


def _words_of_place(words_in: Sequence[str], local: str) -> int:
    """How many words behind a name are a place: such as the address has not, but a name before."""
    for count in (2, 1):
        name, place = words_in[:-count], words_in[-count:]
        if len(name) < 2 or not is_place(" ".join(place)):
            continue
        if any(_in_address(w, local) for w in name) and not any(
            _in_address(w, local) for w in place
        ):
            return count
    return 0


def _can_be_name(word: str, local: str) -> bool:
    plain = word.casefold().strip(".")
    if not _WORD.fullmatch(word.strip(".-")):
        return False
    if any(part in words("names", "not_names") for part in plain.split("-")):
        return False
    if word.strip(".-")[0].isupper() or plain in words("names", "particles"):
        return True
    return plain not in common_words() or _in_address(plain, local)


def _in_address(word: str, local: str) -> bool:
    """Whether a part of three letters or more stands in the local part of the e-mail address."""
    parts = re.findall(r"[a-z]{3,}", word.casefold())
    return any(part in local for part in parts)


def _score(document: Document, line: Line, span: Span, local: str) -> float:
    """Bold type, two to four words and the e-mail address speak for a name, roles against it."""
    name = document.quote(span)
    parts = name.split()
    score = 1.0 if line.bold else 0.0
    score += 1.5 if 2 <= len(parts) <= 4 else -0.5
    score += 1.5 if any(_in_address(word, local) for word in parts) else 0.0
    score += 2.0 if _label().search(document.line_text(line)[:_LONGEST]) else 0.0
    return score - (2.5 if is_title(name) or is_organisation(name) or is_place(name) else 0.0)


def _over_two_lines(document: Document, best: _Candidate, local: str) -> Span:
    """The name with its other half where it is set in large type over two lines."""
    if len(document.quote(best.span).split()) > 1 or best.line.size <= 0:
        return best.span
    index = best.line.number - 1
    for near in (index + 1, index - 1):
        if not 0 <= near < len(document.lines):
            continue
        line = document.lines[near]
        same = line.size == best.line.size and line.column == best.line.column
        other = _name_in(document, line, local) if same else None
        if other is not None and len(document.quote(other).split()) <= 2:
            larger = line.size > 1.3 * body_size(document.lines)
            if larger:
                return Span(min(best.span.start, other.start), max(best.span.end, other.end))
    return best.span
