"""Passages: lines that belong together, joined; each knows where every character came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from atscheck.data import lexicon_words, load_words
from atscheck.documents.characters import BULLET
from atscheck.documents.model import Document, Line, Span
from atscheck.resume.dates import find_ranges
from atscheck.resume.model import Passage, PassageKind, Section, SectionKind
from atscheck.resume.quantities import find_quantities
from atscheck.resume.roles import is_organisation, is_place, is_title
from atscheck.resume.verbs import first_verb

_MARK = re.compile(
    rf"^(?:{BULLET}\s*|[-*>~+§»·]\s+|[-*>](?=[^\W\d_])|o\s+(?=[A-Z])"
    r"|(?:\d{1,2}[.)]|[a-h]\)|\(?[ivx]{1,4}\))\s+(?=[^\W\d_]))+"
)
_SEPARATORS = re.compile(r"[,;|/•\t]|\s-\s")
_WORD = re.compile(r"[^\W\d_]+")
_LABEL = re.compile(r"^[^:,.]{2,40}:")
_LABEL_ALONE = re.compile(r":[\s-]*$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,2}(?:\s*(?:of|/)\s*\d{1,2})?", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_HYPHENED = re.compile(r"([^\W\d_]{2,})-$")
_SENTENCE_WORDS = 5  # fewer words are a sentence only with a verb in front or a full stop behind
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
            passages.append(_make(document, lines, "heading", section.kind, section.heading))
        start = section.span.start if section.heading is None else section.heading.end
        content = Span(start, max(start, section.span.end))
        for group in _groups(document, content):
            kind = _kind(document, group, section.kind, content)
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
        if group and not _continues(document, group, line):
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


def _continues(document: Document, group: list[Line], line: Line) -> bool:
    """Whether ``line`` goes on with the statement that ``group`` has begun."""
    last, text, before = group[-1], document.line_text(line), document.line_text(group[-1])
    if _MARK.match(text) or line.hidden != last.hidden or line.origin != last.origin:
        return False
    if line.box is None or last.box is None:
        return _continues_unplaced(document, line, before, text)
    if line.column != last.column or abs(line.size - last.size) > 0.6:
        return False
    if line.box.page != last.box.page:
        return text[:1].islower() and not before.endswith((".", ":"))
    height = last.box.bottom - last.box.top
    if not -0.6 * height < line.box.top - last.box.bottom < 0.75 * height:
        return False
    if not _runs_on(before, text):
        return False
    if _MARK.match(document.line_text(group[0])):
        shift = line.box.x0 - _text_x(document, group[0])
        if abs(shift) <= 0.5 * line.size and text[:1].islower():
            return True
        return shift >= -0.8 * line.size and _is_full(document, last, line)
    if line.bold != last.bold or abs(line.box.x0 - last.box.x0) > 2.5 * line.size:
        return False
    return _is_full(document, last, line)


def _continues_unplaced(document: Document, line: Line, before: str, text: str) -> bool:
    """The same where lines have no place: a paragraph's own line, or a plain text's small start."""
    if not line.opens:
        return _runs_on(before, text)
    wrapped = document.format == "text" and text[:1].islower() and len(before) >= 40
    return wrapped and not before.endswith((".", ":", ";", "!", "?"))


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
    mark = _MARK.match(text)
    body = text[mark.end() :] if mark else text
    words = len(_WORD.findall(body))
    if section == "contact":
        return "sentence" if words >= 12 and not _is_list(text) else "contact"
    if section == "skills":
        return "bullet" if mark and words > _SENTENCE_WORDS and first_verb(body) else "list"
    if mark:
        head = section in _STATEMENT_SECTIONS and "\t" in body and _is_job_line(body, words)
        return "title" if head else "bullet"
    if section in _STATEMENT_SECTIONS:
        return _kind_of_statement(body, words)
    if _is_list(text):
        return "list"
    return "sentence" if words >= _SENTENCE_WORDS or section in _PROSE_SECTIONS else "list"


def _kind_of_statement(text: str, words: int) -> PassageKind:
    """The kind of an unmarked passage among jobs and projects."""
    if _is_job_line(text, words):
        return "title"
    ends = text.rstrip().endswith(".")
    if _LINK.fullmatch(text) or _LABEL_ALONE.search(text):
        return "list"
    label = _LABEL.match(text)
    if _is_list(text) and (label or not ends):
        return "list"
    if label:
        words = len(_WORD.findall(text[label.end() :]))
    told = words >= _SENTENCE_WORDS or (words >= 3 and ends)
    return "sentence" if told or first_verb(text) or find_quantities(text) else "list"


def _is_job_line(text: str, words: int) -> bool:
    """Whether a line is of a job's head: short, no sentence, naming a role, employer or date."""
    if words > 14 or (first_verb(text) is not None and words > 3):
        return False
    label = _LABEL.match(text)
    text = text[label.end() :] if label else text
    if _YEAR.search(text) and (words <= 6 or any(True for _ in find_ranges(text))):
        return True
    if text.rstrip().endswith(".") and not is_organisation(text[-12:]):
        return False
    if "\t" in text and is_place(text.rsplit("\t", 1)[1]):
        return True
    return is_title(text) or (is_organisation(text) and words <= 8)


def _is_list(text: str) -> bool:
    """Whether ``text`` is items between separators, of up to three words each on average."""
    body = text.split(":", 1)[1] if _LABEL.match(text) else text
    items = [item for item in _SEPARATORS.split(body) if item.strip()]
    if len(items) < 3:
        return False
    return sum(len(_WORD.findall(item)) for item in items) / len(items) <= 3


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
    mark = _MARK.match(part)
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
    english: str = load_words("english")["words"]
    return lexicon_words() | frozenset(load_words("verbs")["verbs"]) | frozenset(english.split())
