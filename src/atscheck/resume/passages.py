"""Passages: lines that belong together, joined; each knows where every character came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from atscheck.compiled import lexicon_words
from atscheck.documents.model import Document, Line, Span
from atscheck.resume.kinds import kind_of
from atscheck.resume.model import Passage, PassageKind, Section, SectionKind
from atscheck.resume.words import common_words, words
from atscheck.resume.wrapping import MARK, continues

_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,2}(?:\s*(?:of|/)\s*\d{1,2})?", re.IGNORECASE)
_HYPHENED = re.compile(r"([^\W\d_]{2,})-$")


def find_passages(document: Document, sections: Sequence[Section]) -> tuple[Passage, ...]:
    """The document's passages in reading order; headings are passages of their own."""
    passages: list[Passage] = []
    for section in sections:
        if section.heading is not None:
            lines = document.lines_of(section.heading)
            passages.append(_make(document, lines, "heading", section.kind, section.heading))
        start = section.span.start if section.heading is None else section.heading.end
        content = Span(start, max(start, section.span.end))
        for group in _groups(document, content):
            begin = max(content.start, group[0].span.start)
            kind = kind_of(document.quote(Span(begin, group[-1].span.end)), section.kind)
            passages.append(_as_prose(_make(document, group, kind, section.kind, content)))
    return tuple(p for p in passages if p.text)


def _as_prose(passage: Passage) -> Passage:
    """A paragraph before the first heading is the summary, whatever it lacks."""
    if passage.section == "contact" and passage.kind == "sentence":
        return replace(passage, section="summary")
    return passage


def _groups(document: Document, content: Span) -> Iterator[list[Line]]:
    """Lines of a section that make one passage each."""
    group: list[Line] = []
    for line in document.lines_of(content) if content.end > content.start else ():
        if line.span.end <= content.start or _is_margin(document, line):
            continue
        if group and not continues(document, group, line):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_margin(document: Document, line: Line) -> bool:
    """Whether a line is repeated on pages: a footer, a page number, a later page's header."""
    if line.origin == "footer" or _PAGE_NUMBER.fullmatch(document.line_text(line).strip(" -|")):
        return True
    return line.origin == "header" and line.box is not None and line.box.page > 1


def _make(
    document: Document,
    lines: Sequence[Line],
    kind: PassageKind,
    section: SectionKind,
    content: Span,
) -> Passage:
    """The passage of ``lines``, cut to ``content``, its bullet mark and line-end hyphens gone."""
    text: list[str] = []
    offsets: list[int] = []
    for line in lines:
        first = max(line.span.start, content.start)
        part = document.quote(Span(first, max(first, min(line.span.end, content.end))))
        if not text:
            skipped = _skipped(part, inside=first > line.span.start)
            first, part = first + skipped, part[skipped:]
        elif part:
            _join(text, offsets, part)
        text.extend(part)
        offsets.extend(range(first, first + len(part)))
    hidden = bool(lines) and all(line.hidden for line in lines)
    numbers = (lines[0].number, lines[-1].number)
    return Passage(kind, section, "".join(text), tuple(offsets), numbers, hidden)


def _skipped(part: str, *, inside: bool) -> int:
    """How much of a passage's first line is a bullet mark, or a heading's colon ``inside`` it."""
    mark = MARK.match(part)
    if mark is not None:
        return mark.end()
    return len(part) - len(part.lstrip(" :-\t" if inside else " \t"))


def _join(text: list[str], offsets: list[int], part: str) -> None:
    """Close the line end: a space, or nothing where a hyphen broke a word or stands in one."""
    broken = _HYPHENED.search("".join(text[-40:]))
    if broken is None:
        text.append(" ")
        offsets.append(offsets[-1])
    elif part[0].islower() and _is_one_word(broken[1], re.split(r"[\W\d_]", part, maxsplit=1)[0]):
        text.pop()
        offsets.pop()


def _is_one_word(left: str, right: str) -> bool:
    """Whether a hyphen at a line's end broke a word: the whole is one, or its halves are none."""
    if _is_word(left + right):
        return True
    return not (_is_word(left) and _is_word(right))


def _is_word(word: str) -> bool:
    lowered = word.casefold()
    return lowered in _vocabulary() or lowered.removesuffix("s") in _vocabulary()


@cache
def _vocabulary() -> frozenset[str]:
    """Common English words, action verbs and the single words of the lexicon."""
    return lexicon_words() | words("verbs", "verbs") | common_words()
