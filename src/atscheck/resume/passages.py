"""Passages: lines that belong together, joined; each knows where every character came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from atscheck.data import lexicon_words, load_words
from atscheck.documents.characters import BULLET
from atscheck.documents.model import Document, Line, Span
from atscheck.resume.model import Passage, PassageKind, Section, SectionKind

_MARK = re.compile(
    rf"^(?:{BULLET}\s*|[-*>~+§»]\s+|o\s+(?=[A-Z])|(?:\d{{1,2}}|[a-zA-Z])[.)]\s+(?=[A-Z]))+"
)
_SEPARATORS = re.compile(r"[,;|/•\t]|\s-\s")
_WORD = re.compile(r"[^\W\d_]+")
_STATEMENT_SECTIONS: frozenset[SectionKind] = frozenset(
    ["experience", "projects", "research", "volunteering", "publications"]
)
_PROSE_SECTIONS: frozenset[SectionKind] = frozenset(["summary", "objective"])


def find_passages(document: Document, sections: Sequence[Section]) -> tuple[Passage, ...]:
    """The document's passages in reading order; headings are passages of their own."""
    passages: list[Passage] = []
    for section in sections:
        if section.heading is not None:
            lines = document.lines_of(section.heading)
            passages.append(_make(document, lines, "heading", section.kind, section.heading.end))
        start = section.span.start if section.heading is None else section.heading.end
        content = Span(start, max(start, section.span.end))
        for group in _groups(document, content, section.kind):
            kind = _kind(document, group, section.kind, content)
            passage = _make(document, group, kind, section.kind, None, content)
            if passage.text:
                passages.append(_as_prose(passage))
    return tuple(p for p in passages if p.text)


def _as_prose(passage: Passage) -> Passage:
    """A paragraph before the first heading is the summary, whatever it lacks."""
    if passage.section == "contact" and passage.kind == "sentence":
        return Passage(
            "sentence", "summary", passage.text, passage.offsets, passage.lines, passage.hidden
        )
    return passage


def _groups(document: Document, content: Span, kind: SectionKind) -> Iterator[list[Line]]:
    """Lines of a section that make one passage each."""
    group: list[Line] = []
    for line in document.lines:
        if line.span.end <= content.start or line.span.start >= content.end:
            continue
        if line.origin == "footer":
            continue
        if group and not _continues(document, group, line, kind):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _continues(document: Document, group: list[Line], line: Line, kind: SectionKind) -> bool:
    """Whether ``line`` goes on with the statement that ``group`` has begun."""
    last, text = group[-1], document.line_text(line)
    if _MARK.match(text) or line.hidden != last.hidden or line.origin != last.origin:
        return False
    if line.box is None or last.box is None:
        return not line.opens and _runs_on(document.line_text(last), text)
    if line.column != last.column or abs(line.size - last.size) > 0.6 or line.bold != last.bold:
        return False
    if line.box.page != last.box.page:
        return text[:1].islower() and not document.line_text(last).endswith((".", ":"))
    height = last.box.bottom - last.box.top
    gap = line.box.top - last.box.bottom
    if not -0.6 * height < gap < 0.75 * height:
        return False
    first = document.line_text(group[0])
    marked = bool(_MARK.match(first))
    if marked and line.box.x0 < _text_x(document, group[0]) - 0.8 * line.size:
        return False
    if not marked and abs(line.box.x0 - last.box.x0) > 2.5 * line.size:
        return False
    return _is_full(document, last, line) and _runs_on(document.line_text(last), text)


def _text_x(document: Document, line: Line) -> float:
    """Where the text behind a bullet mark starts, in points; the line's own start where unknown."""
    mark = _MARK.match(document.line_text(line))
    if line.edges is None or mark is None or line.box is None:
        return line.box.x0 if line.box else 0.0
    return min(line.edges[min(mark.end(), len(line.edges) - 1)], line.box.x0 + 2 * line.size)


def _is_full(document: Document, last: Line, line: Line) -> bool:
    """Whether the first word of ``line`` would not have fitted behind ``last``."""
    if last.box is None or line.box is None:
        return True
    word = document.line_text(line).split(" ", 1)[0]
    needed = (line.box.x1 - line.box.x0) * (len(word) + 1) / max(1, line.span.end - line.span.start)
    return last.box.x1 + needed >= 0.93 * _right_edge(document, last)


def _right_edge(document: Document, line: Line) -> float:
    """The right edge of the text around ``line``, in points."""
    around = document.lines[max(0, line.number - 12) : line.number + 12]
    return max(
        n.box.x1
        for n in around
        if n.box and line.box and n.column == line.column and n.box.page == line.box.page
    )


def _runs_on(text: str, after: str) -> bool:
    """Whether a sentence can go on from ``text`` to ``after``: no full stop before a capital."""
    if text.endswith((".", "!", "?", ":")) and after[:1].isupper():
        return False
    return bool(after) and not re.match(r"^[^\W\d_][\w ]{1,24}:\s", after)


def _kind(
    document: Document, group: Sequence[Line], section: SectionKind, content: Span
) -> PassageKind:
    text = document.quote(Span(max(content.start, group[0].span.start), group[-1].span.end))
    words = _WORD.findall(text)
    marked = bool(_MARK.match(text))
    if section == "contact":
        return "sentence" if len(words) >= 12 and not _is_list(text) else "contact"
    if section == "skills" or (_is_list(text) and not marked):
        return "list"
    if marked:
        return "bullet"
    if section in _STATEMENT_SECTIONS and _is_title(text, words):
        return "title"
    if len(words) >= 5 or section in (*_PROSE_SECTIONS, *_STATEMENT_SECTIONS):
        return "sentence"
    return "list"


def _is_list(text: str) -> bool:
    """Whether ``text`` is items between separators, of up to three words each on average."""
    body = text.split(":", 1)[1] if re.match(r"^[^:,]{2,40}:", text) else text
    items = [item for item in _SEPARATORS.split(body) if item.strip()]
    if len(items) < 3:
        return False
    return sum(len(_WORD.findall(item)) for item in items) / len(items) <= 3


@cache
def _titles() -> re.Pattern[str]:
    words = sorted(load_words("roles")["titles"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def _is_title(text: str, words: Sequence[str]) -> bool:
    """Whether a line is a job's head: short, no sentence's end, naming a role or date."""
    if len(words) > 14 or text.rstrip().endswith("."):
        return False
    return bool(_titles().search(text)) or bool(re.search(r"\b(?:19|20)\d\d\b", text))


def _make(
    document: Document,
    lines: Sequence[Line],
    kind: PassageKind,
    section: SectionKind,
    end: int | None,
    content: Span | None = None,
) -> Passage:
    """The passage of ``lines``, cut to ``content``, its bullet mark and line-end hyphens gone."""
    text: list[str] = []
    offsets: list[int] = []
    for line in lines:
        first = line.span.start if content is None else max(line.span.start, content.start)
        last = line.span.end if end is None else min(line.span.end, end)
        part = document.quote(Span(first, max(first, last)))
        skip = _MARK.match(part) if not text else None
        first += skip.end() if skip else 0
        part = part[skip.end() :] if skip else part
        lead = len(part) - len(part.lstrip(" :-"))
        if not text and content is not None and first == content.start:
            first, part = first + lead, part[lead:]
        if text and part:
            _join(text, offsets, part)
        text.extend(part)
        offsets.extend(range(first, first + len(part)))
    hidden = bool(lines) and all(line.hidden for line in lines)
    numbers = (lines[0].number, lines[-1].number)
    return Passage(kind, section, "".join(text), tuple(offsets), numbers, hidden)


def _join(text: list[str], offsets: list[int], part: str) -> None:
    """Close the line end: a space, or nothing where a hyphen broke a word."""
    broken = re.search(r"([^\W\d_]{2,})-$", "".join(text[-40:]))
    if (
        broken
        and part[0].islower()
        and _is_word(broken[1] + re.split(r"[\W\d_]", part, maxsplit=1)[0])
    ):
        text.pop()
        offsets.pop()
    elif not broken:
        text.append(" ")
        offsets.append(offsets[-1])


@cache
def _vocabulary() -> frozenset[str]:
    """Single words of the lexicon and of the verb list."""
    return lexicon_words() | frozenset(load_words("verbs")["verbs"])


def _is_word(joined: str) -> bool:
    """Whether a word broken at a line end is known when made whole."""
    return joined.casefold() in _vocabulary()
