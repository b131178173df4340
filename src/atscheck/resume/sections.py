"""Sections by their headings: known by text, or by looking like the headings that are known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from atscheck.data import load_words
from atscheck.documents.model import Document, Line, Span
from atscheck.resume.model import Section, SectionKind

_TRAILING = re.compile(r"[\s:;.,_~*=|#•>-]+$")
_LEADING = re.compile(r"^(?:[\s•>*#_=|~-]+|(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s+)", re.IGNORECASE)
_AND = re.compile(r"\s*(?:&|/|\+)\s*")
_BRACKETED = re.compile(r"\s*\([^)]*\)")
_DURATION = re.compile(r"\s*-\s*\d.*$")
_INLINE = re.compile(r"^([^:]{3,40}?)\s*:-?\s+(?=\S)")
_MAX_WORDS = 6
_INLINE_KINDS: frozenset[SectionKind] = frozenset(
    ["summary", "objective", "languages", "interests", "declaration", "references", "awards",
     "personal", "certifications", "skills"]
)  # fmt: skip
_LISTING: frozenset[SectionKind] = frozenset(["skills", "experience", "projects", "education"])


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its line, its own span (a part of the line where text follows it), and kind."""

    line: Line
    span: Span
    kind: SectionKind


@cache
def _known() -> dict[str, SectionKind]:
    table: dict[SectionKind, list[str]] = load_words("headings")["headings"]
    return {text: kind for kind, texts in table.items() for text in texts}


@cache
def _cores() -> dict[str, SectionKind]:
    table: dict[SectionKind, list[str]] = load_words("headings")["cores"]
    return {text: kind for kind, texts in table.items() for text in texts}


def heading_key(text: str) -> str:
    """A heading's text as words/headings.toml writes it: lower case, no marks, "and" for "&"."""
    text = _LEADING.sub("", _TRAILING.sub("", text.casefold()))
    text = _DURATION.sub("", _BRACKETED.sub("", text))
    return " ".join(_AND.sub(" and ", text).replace("'", "").replace("-", " ").split())


def find_sections(document: Document) -> tuple[Section, ...]:
    """The resume's sections in reading order; the first is what stands before any heading."""
    starts = [(h.span.start, h.kind, h.span) for h in find_headings(document)]
    resumed = [(at, kind, None) for at, kind in _resumed(document, starts)]
    first: list[tuple[int, SectionKind, Span | None]] = [(0, "contact", None)]
    opened = sorted([*first, *starts, *resumed], key=lambda s: s[0])
    ends = [*(start for start, _, _ in opened[1:]), len(document.text)]
    return tuple(
        Section(kind, heading, Span(start, end))
        for (start, kind, heading), end in zip(opened, ends, strict=True)
    )


def _resumed(
    document: Document, starts: Sequence[tuple[int, SectionKind, Span]]
) -> Iterator[tuple[int, SectionKind]]:
    """Where a column begins that belongs to a heading above it: its offset and kind.

    A heading over two columns, the left one of which has headings of its own, is left without
    text; it speaks of the column that begins without a heading.
    """
    headed = {document.line_at(start).number for start, _, _ in starts}
    orphan: tuple[int, SectionKind] | None = None
    ends = [*(start for start, _, _ in starts[1:]), len(document.text)]
    kinds = {
        document.line_at(start).number: kind
        for (start, kind, span), end in zip(starts, ends, strict=False)
        if not document.text[span.end : end].strip(" :-\n")
    }
    for last, line in pairwise(document.lines):
        if last.number in kinds:
            orphan = last.number, kinds[last.number]
        if orphan and line.column > last.column and line.number not in headed:
            yield line.span.start, orphan[1]
            orphan = None


def find_headings(document: Document) -> Iterator[Heading]:
    """Every heading in reading order."""
    body = body_size(document.lines)
    lines = [line for line in document.lines if line.origin != "footer" and not line.hidden]
    by_text = {
        line.number: kind
        for line in lines
        if (kind := _kind_by_text(document.line_text(line), line, body)) is not None
    }
    looks = Counter(_look(document.line_text(n), n) for n in lines if n.number in by_text)
    current: SectionKind = "contact"
    for line in lines:
        text = document.line_text(line)
        kind = by_text.get(line.number)
        if kind is None and _looks_like(text, line, looks, body) and current != "contact":
            kind = "other"
        if kind is not None:
            yield Heading(line, line.span, kind)
            current = kind
            continue
        inline = _inline(text, current)
        if inline is not None:
            width, kind = inline
            yield Heading(line, Span(line.span.start, line.span.start + width), kind)
            current = kind


def body_size(lines: Sequence[Line]) -> float:
    """The font size that most of the text has, in points; 0 where unknown."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += line.span.end - line.span.start
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _kind_by_text(text: str, line: Line, body: float) -> SectionKind | None:
    key = heading_key(text)
    if not key or len(key.split()) > _MAX_WORDS or line.origin == "header":
        return None
    stands_out = _stands_out(text, line, body)
    kind = _known().get(key)
    if kind is not None and (stands_out or _is_titled(text)):
        return kind
    if not stands_out or text.rstrip().endswith((".", ",")) or "," in text:
        return None
    words = key.split()
    for width in (2, 1):
        core = _cores().get(" ".join(words[-width:]))
        if core is not None and len(words) <= 4:
            return core
    return None


def _stands_out(text: str, line: Line, body: float) -> bool:
    """Whether the line looks like a heading: larger, bold, in capitals, or closed by a colon."""
    letters = [c for c in text if c.isalpha()]
    capitals = len(letters) >= 4 and all(c.isupper() for c in letters)
    larger = body > 0 and line.size >= 1.12 * body
    return larger or line.bold or capitals or bool(re.search(r":\s*-*$", text))


def _is_titled(text: str) -> bool:
    """Whether the line starts with a capital and has no sentence's end."""
    stripped = _LEADING.sub("", text)
    return stripped[:1].isupper() and not text.rstrip().endswith((".", ",", ";"))


def _look(text: str, line: Line) -> tuple[float, bool, bool, bool]:
    letters = [c for c in text if c.isalpha()]
    capitals = all(c.isupper() for c in letters)
    return round(line.size), line.bold, capitals, text.rstrip().endswith((":", ":-"))


def _looks_like(
    text: str, line: Line, looks: Counter[tuple[float, bool, bool, bool]], body: float
) -> bool:
    """Whether an unknown short line is set like two known headings, and unlike the body."""
    words = heading_key(text).split()
    if not 1 <= len(words) <= 5 or any(c.isdigit() for c in text) or "," in text or "@" in text:
        return False
    if text.lstrip().startswith("•") or line.origin == "header":
        return False
    size, bold, capitals, _ = look = _look(text, line)
    distinct = (body > 0 and size >= round(1.12 * body)) or (capitals and len(text) >= 4)
    return distinct and looks[look] >= 2 and not text.rstrip().endswith(".") and (bold or distinct)


def _inline(text: str, current: SectionKind) -> tuple[int, SectionKind] | None:
    """A heading with text behind it on its line ("Hobbies: chess"): its width and kind."""
    found = _INLINE.match(text)
    if found is None or current in _LISTING:
        return None
    kind = _known().get(heading_key(found[1]))
    if kind is None or kind not in _INLINE_KINDS or kind == current:
        return None
    return found.end(1), kind
