"""Headings of sections: known by their text, or by looking like the headings that are known.

A known text is no heading everywhere: "Responsibilities" inside a job is a part of it, "Address:
..." among personal data is a field, and "Leadership" in a list of skills is an item. Those are told
by the section they stand in and by how the resume sets its other headings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from atscheck.compiled import lexicon_words
from atscheck.documents.model import Document, Line, Span
from atscheck.resume.heading_texts import (
    FRAME,
    MOST_CHARACTERS,
    begins_with_capital,
    core_kind,
    heading_key,
    known_kind,
    spelt_right,
)
from atscheck.resume.looks import (
    Look,
    Style,
    body_size,
    in_capitals,
    look_of,
    stands_out,
    style_of,
)
from atscheck.resume.model import SectionKind
from atscheck.resume.roles import is_degree, is_organisation, is_title
from atscheck.resume.words import words

_INLINE = re.compile(r"^([^:\t]{3,40}?)\s*(?::(?!//)\s?-?|-(?=\s)|\t:)\s*(?=\S)")
_BESIDE = re.compile(r"^([^:\t]{3,40})\t\s*(?=\S)")  # a heading in the margin, text beside it
_PLAIN = re.compile(r"[^\W\d_]+(?: (?:[^\W\d_]+|[&/-])){0,3}[\s:-]*")  # half of a heading
_MOST_WORDS = 6
_LISTS: frozenset[SectionKind] = frozenset(["skills", "experience", "projects", "education"])
# Among prose and personal data a label opens a section; elsewhere it must be set as a heading.
_LABELLED_FREELY: frozenset[SectionKind] = frozenset(
    ["summary", "objective", "languages", "interests", "personal", "references", "declaration"]
)
# Fields of personal data, or lines of a job, more often than headings where text follows them.
_NEVER_INLINE: frozenset[SectionKind] = frozenset(["personal", "contact", "other", "volunteering"])
_INLINE_IN_LISTS: frozenset[SectionKind] = frozenset(
    ["experience", "education", "certifications", "awards", "declaration", "references",
     "interests"]
)  # fmt: skip
_UNSTYLED: frozenset[SectionKind] = frozenset(["declaration", "references"])
_ITEMS: frozenset[SectionKind] = frozenset(["skills", "interests"])
# The lists of words/headings.toml that are no headings inside these sections.
_PARTS: dict[str, frozenset[SectionKind]] = {
    "fields": frozenset(["personal"]),
    "columns": frozenset(["education"]),
    "items": frozenset(["skills"]),
    "parts": frozenset(["experience", "projects"]),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its line, its own span (a part of the line where text follows it), and kind."""

    line: Line
    span: Span
    kind: SectionKind


def find_headings(document: Document) -> Iterator[Heading]:
    """Every heading in reading order."""
    body = body_size(document.lines)
    lines = [
        (line, document.line_text(line))
        for line in document.lines
        if line.origin not in ("header", "footer") and not line.hidden
    ]
    apart = {line.number for line, text in lines if stands_out(text, line, body)}
    kinds = {
        line.number: kind
        for line, text in lines
        if (kind := _kind_by_text(text, line.number in apart)) is not None
    }
    known = [(look_of(text, n), kinds[n.number]) for n, text in lines if n.number in kinds]
    others = Counter(
        look_of(text, n)
        for n, text in lines
        if n.number in apart and n.number not in kinds and len(text) <= MOST_CHARACTERS
    )
    style = style_of(body, known, others)
    joined = dict(_over_two_lines(lines, kinds, body))
    current: SectionKind = "contact"
    below = 0
    for line, text in lines:
        heading = joined.get(line.number)
        if heading is not None and _opens(
            _text_of(document, heading), line, heading.kind, style, current
        ):
            yield heading
            current, below = heading.kind, document.line_at(heading.span.end).number
        if line.number <= below:
            continue
        for heading in _headings_in(text, line, kinds.get(line.number), style, current):
            yield heading
            current = heading.kind


def _text_of(document: Document, heading: Heading) -> str:
    return document.quote(heading.span).replace("\n", " ")


def _over_two_lines(
    lines: Sequence[tuple[Line, str]], kinds: Mapping[int, SectionKind], body: float
) -> Iterator[tuple[int, Heading]]:
    """The headings set over two lines that look alike ("EXTRA CURRICULAR", "ACTIVITIES")."""
    for (line, text), (after, more) in pairwise(lines):
        if not (_PLAIN.fullmatch(text) and _PLAIN.fullmatch(more) and _is_wrapped(line, after)):
            continue
        kind = known_kind(heading_key(f"{text} {more}"))
        first = kinds.get(line.number)
        alone = first is not None and first != kind and " " in text
        if kind is not None and not alone and stands_out(text, line, body):
            yield line.number, Heading(line, Span(line.span.start, after.span.end), kind)


def _is_wrapped(line: Line, after: Line) -> bool:
    """Whether ``after`` is set like ``line`` and stands right below it."""
    if line.box is None or after.box is None or line.box.page != after.box.page:
        return False
    alike = (line.size, line.bold, line.column) == (after.size, after.bold, after.column)
    gap = after.box.top - line.box.bottom
    return alike and abs(gap) < 0.6 * (line.box.bottom - line.box.top)


def _kind_by_text(text: str, set_apart: bool) -> SectionKind | None:
    """The kind of section that a line's text names as a whole."""
    text = text.rstrip()
    if len(text) > MOST_CHARACTERS and len(FRAME.sub("", text)) > MOST_CHARACTERS:
        return None
    key = heading_key(text)
    if not 1 <= len(key.split()) <= _MOST_WORDS:
        return None
    kind = known_kind(spelt_right(key) if set_apart else key)
    capital = begins_with_capital(text)
    if kind is not None:
        if text.endswith((",", ";")) or not (capital or set_apart):
            return None
        return kind if (capital and set_apart) or not text.endswith(".") else None
    if not set_apart or text.endswith(".") or re.search(r"[,\d]", text):
        return None
    return core_kind(key)


def _headings_in(
    text: str, line: Line, kind: SectionKind | None, style: Style, current: SectionKind
) -> Iterator[Heading]:
    """The headings in one line: the whole of it, some side by side, or its beginning."""
    start = line.span.start
    if kind is not None and _opens(text, line, kind, style, current):
        yield Heading(line, line.span, kind)
        return
    beside = _side_by_side(text)
    if beside:
        for first, last, own in beside:
            yield Heading(line, Span(start + first, start + last), own)
        return
    inline = _inline(text, line, current)
    if inline is not None:
        yield Heading(line, Span(start, start + inline[0]), inline[1])
    elif kind is None and current != "contact" and _looks_like(text, line, style, current):
        yield Heading(line, line.span, "other")


def _opens(text: str, line: Line, kind: SectionKind, style: Style, current: SectionKind) -> bool:
    """Whether a line with a heading's text opens a section where it stands."""
    if FRAME.match(text):
        return True
    key, look, main = spelt_right(heading_key(text)), look_of(text, line), style.main
    part_of = _part_of(current)
    if part_of is not None and key in words("headings", part_of):
        listed = part_of == "parts"
        return _is_set_as_heading(look, kind != current, style) if listed else look == main
    weak = main is not None and look.weaker(main)
    if known_kind(key) is None:
        if current in _LISTS and style.others[look] >= style.looks[look]:  # as job titles are set
            return False
        return not weak and (main is None or look.capitals == main.capitals)
    if not weak:
        return current not in _ITEMS or stands_out(text, line, style.body) or main == look
    if not stands_out(text, line, style.body):
        return kind in _UNSTYLED
    own = style.kinds[look.size, look.bold]
    of_main = main and style.kinds[main.size, main.bold]
    return len(own) >= 2 or not of_main or (kind not in of_main and current not in _LISTS)


def _part_of(current: SectionKind) -> str | None:
    """The list of texts that are no headings inside a section of the ``current`` kind."""
    return next((part for part in _PARTS if current in _PARTS[part]), None)


def _is_set_as_heading(look: Look, other: bool, style: Style) -> bool:
    """Whether a line among jobs is larger than the text, or of an ``other`` kind in capitals."""
    if style.is_larger(look.size):
        return True
    main = style.main
    return other and main is not None and main.capitals and look.capitals and not look.weaker(main)


def _looks_like(text: str, line: Line, style: Style, current: SectionKind) -> bool:
    """Whether an unknown short line is set like two known headings, and unlike the body."""
    look = look_of(text, line)
    plain = not (look.bold or look.colon)
    if plain and style.main is not None and look.weaker(style.main):
        return False
    set_apart = style.is_larger(look.size) or (look.capitals and len(text) >= 4)
    if not set_apart or style.looks[look] < 2:
        return False
    key = heading_key(text)
    if not 1 <= len(key.split()) <= 5 or re.search(r"[\d,@]", text) or text.rstrip().endswith("."):
        return False
    if is_title(key) or is_organisation(key) or is_degree(text):
        return False
    if text.lstrip().startswith("•") or key in words("headings", "fields"):
        return False
    return not (current == "skills" and lexicon_words().issuperset(key.split()))


def _side_by_side(text: str) -> list[tuple[int, int, SectionKind]]:
    """Known headings that share a line, each with its start and end; none if a part is unknown."""
    if "\t" not in text or len(text) > MOST_CHARACTERS:
        return []
    found = []
    for part in re.finditer(r"[^\t]+", text):
        kind = known_kind(heading_key(part.group()))
        if kind is None:
            return []
        found.append((part.start(), part.end(), kind))
    return found


def _inline(text: str, line: Line, current: SectionKind) -> tuple[int, SectionKind] | None:
    """A heading with text behind it on its line ("Hobbies: chess"): its width and kind."""
    beginning = text[: 2 * MOST_CHARACTERS]
    found, beside = _INLINE.match(beginning), _BESIDE.match(beginning)
    label = found or beside
    if label is None:
        return None
    key = heading_key(label[1])
    kind = known_kind(key)
    if kind is None or kind == current or kind in _NEVER_INLINE:
        return None
    part_of = _part_of(current)
    if part_of not in (None, "fields") and key in words("headings", part_of):
        return None
    if current == "personal" and kind in ("languages", "interests"):
        return None
    set_apart = line.bold or in_capitals(label[1])
    if found is None:
        free = in_capitals(label[1])
    elif current == "contact":
        free = set_apart or kind in ("summary", "objective")
    else:
        free = current in _LABELLED_FREELY or (set_apart and kind in _INLINE_IN_LISTS)
    return (label.end(1), kind) if free else None
